"""Authorities by their numbers: those of documents, of guiding cases and of judgments."""

import re
from collections.abc import Iterable
from functools import cached_property

from retrieval.authority import Authority, Kind
from retrieval.references.case_numbers import CaseNumber, case_key, find_case_numbers, same_case
from retrieval.references.mention import Mention
from retrieval.references.numbers import document_key, find_documents, spelt_key

_LEAST_END = 3  # characters of an issuer's name by which it may be called without those in front
_GUIDING_KEY = re.compile(r"^指导案例(\d+)号$")


class Numbered:
    """Knows the numbers of authorities."""

    def __init__(self) -> None:
        self._cases: list[tuple[CaseNumber, Authority]] = []
        self._documents: dict[str, list[str]] = {}

    def enter(self, authority: Authority) -> bool:
        """Take in an authority's number, and return whether it is one of a document or a case."""
        number = authority.number or ""
        if case := case_key(number):
            self._cases.append((case, authority))
        elif key := document_key(number):
            self._documents.setdefault(key, []).append(authority.id)
        else:
            return False
        return True

    def enter_document(self, document: Authority) -> None:
        """Take in the case number of an added document, if no case that is held has it."""
        case = case_key(document.number) if document.number else None
        if case and not any(same_case(case, key) and own.kind is not Kind.DOCUMENT for key, own in self._cases):
            self._cases.append((case, document))

    def mentions(self, text: str) -> Iterable[Mention]:
        """Yield the numbers in a text, held or not.

        :param text: As `plain` returns it.
        """
        for start, end, name, key in find_case_numbers(text):
            ids = tuple(own.id for other, own in self._cases if same_case(key, other))
            yield Mention(start, end, name, ids, is_case=True)
        for readings in find_documents(text):
            number = next((one for one in readings if self._of_number(one.key)), readings[-1])
            ids = self._of_number(number.key) or tuple(self._by_end.get(number.key, ()))
            yield Mention(number.start, number.end, text[number.start : number.end], ids)

    def _of_number(self, key: str) -> tuple[str, ...]:
        # both courts and procuratorates count their guiding cases: a number that one lacks is the other's
        return tuple(self._documents.get(key) or self._documents.get(_GUIDING_KEY.sub(r"检例第\1号", key), ()))

    @cached_property
    def _by_end(self) -> dict[str, list[str]]:
        """Numbers by the end of their issuer's name, and in pinyin: 信管函〔2017〕32号 is 工信部信管函's, if no other's."""
        ends: dict[str, list[str]] = {}
        for key, ids in self._documents.items():
            issuer, _, rest = key.rpartition("(")
            short = [issuer[at:] for at in range(len(issuer) - _LEAST_END + 1) if "(" not in issuer[at:]]
            for end in {*short, *(spelt_key(f"{name}(").removesuffix("(") for name in (issuer, *short))}:
                ends.setdefault(f"{end}({rest}", []).extend(ids)
        return {key: ids for key, ids in ends.items() if len(set(ids)) == 1}
