"""What a question names that only an added document is: its title, with or without an article, or the number of its case.

The names of the index leave documents out: a document may be called anything, and what one user calls theirs is nobody else's
affair. So those of whoever asks are looked at where the corpus holds nothing of the name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.language import HAN, simplify
from retrieval.references.case_numbers import CaseNumber, case_key, same_case
from retrieval.references.find import Reference
from retrieval.references.numbers import plain
from retrieval.references.places import find_places
from retrieval.request import Request

_HEAD = 400  # characters of a judgment in which its own number stands; those behind it are of other cases
# of a title without book marks: fewer are words that any question may have
_LEAST_HAN, _LEAST_WORDS = 4, 2
_LATIN_WORD = re.compile(r"[a-z]{3,}")


def of_own_documents(references: Sequence[Reference], text: str, request: Request, index: Index) -> list[Reference]:
    """Return references with those that an added document answers to as references to it.

    :param text: The question that has them.
    """
    own = _documents(request, index) if references else []
    return (
        [_resolved(reference, _bare(text), own, request, index) for reference in references] if own else [*references]
    )


def only_in_these(references: Sequence[Reference], request: Request, index: Index) -> Request:
    """Return a request that is made of the added documents which a question names as a whole, if it names nothing else."""
    named = {key for reference in references for key in reference.authorities}
    whole = all(reference.authorities and not reference.article for reference in references)
    if not named or not whole or any(index.authorities[key].kind is not Kind.DOCUMENT for key in named):
        return request
    return replace(request, documents=frozenset(named))


def _documents(request: Request, index: Index) -> list[tuple[str, str]]:
    """Return the ids of the documents that may be shown for a request, each with every title that it goes by."""
    return [
        (key, _bare(title))
        for key, passages in index.by_authority.items()
        if index.authorities[key].kind is Kind.DOCUMENT and request.admits(passages[0])
        for title in dict.fromkeys(index.authorities[key].short.zh)
    ]


def _resolved(reference: Reference, text: str, own: list[tuple[str, str]], request: Request, index: Index) -> Reference:
    if not reference.authorities and reference.named:
        number = case_key(reference.named)
        named = _bare(reference.named)
        meant = [key for key, title in own if (_is_of_case(key, number, index) if number else title == named)]
    elif reference.article and not reference.named:
        chosen = request.documents or frozenset()
        meant = [key for key, title in own if key in chosen or (_tells(title) and title in text)]
        meant = [key for key in meant if index.registry.has_article(key, *reference.article)]
    else:
        meant = []
    return replace(reference, authorities=tuple(dict.fromkeys(meant))) if meant else reference


def _is_of_case(document: str, number: CaseNumber, index: Index) -> bool:
    key = case_key("\n".join(passage.text for passage in index.by_authority[document][:2])[:_HEAD])
    return key is not None and same_case(number, key)


def _tells(title: str) -> bool:
    telling = len(HAN.findall(title)) >= _LEAST_HAN or len(_LATIN_WORD.findall(title)) >= _LEAST_WORDS
    return telling and not find_places(title, [])


@lru_cache(maxsize=4096)  # there may be thousands of titles, and the same at each question
def _bare(text: str) -> str:
    return simplify(plain(text)).lower().strip("《》 ")
