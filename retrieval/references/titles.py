"""Laws named by their titles, however book marks, quotation marks, brackets and issuers are typed.

A judicial interpretation's title begins with who issued it: 最高人民法院、最高人民检察院关于…的解释. Lawyers put the book
marks behind that, two kinds of them into each other, or none at all: 两高《关于适用〈刑事诉讼法〉的解释》.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retrieval.authority import Authority
from retrieval.references.dated_names import years_of
from retrieval.references.issuers import Issuers, is_of_a_place
from retrieval.references.mention import Mention
from retrieval.references.numbers import plain
from retrieval.references.place import NUMBER
from retrieval.references.unheld import is_of_a_file
from retrieval.words.names import NameFinder, lower

COUNTRY = "中华人民共和国"
_ABOUT = "关于"
_OPENING, _CLOSING = "《〈«‹", "》〉»›"
# what a title says the same without
_TRIAL = r"\(试行\)"
_LEFT_OUT = re.compile(rf"{_TRIAL}|[{_OPENING}{_CLOSING}<>“”\"‘’'「」『』、,()\s]|{COUNTRY}")
# characters of a title without its issuer by which it is known outside book marks: a shorter one is any text's
_LEAST = 8
_MARKED = re.compile(
    rf"(?:[{_OPENING}]|<<)((?:[^{_OPENING}{_CLOSING}<>]|[{_OPENING}<][^{_OPENING}{_CLOSING}<>]{{1,60}}[{_CLOSING}>]){{2,120}}?)(?:[{_CLOSING}]|>>)"
)
# behind a title these make it another one: 解释(四), 解释(征求意见稿), 解释的理解与适用
_GOES_ON = re.compile(
    r"\s{0,3}(?:\((?:[一二三四五六七八九十]{1,3}|征求意见稿|草案)[^()]{0,6}\)|的?(?:理解与适用|征求意见稿|草案))"
)
_ENDING = re.compile(rf"(?:[{_CLOSING}>\s]{{0,3}}{_TRIAL})?[{_CLOSING}>]{{0,3}}")
_YEAR = re.compile(r"\(((?:19|20)\d\d)年?[^()]{0,4}\)\s*$")


# 关于适用《民法典》的解释第三条, 关于…若干问题的规定第三条: a whole title, if no text of that title is held
_WHOLE = re.compile(
    rf"关于(?:[^。;!?]{{0,40}}[{_OPENING}][^。;!?]{{2,40}}[{_CLOSING}][^。;!?]{{0,30}}?|[^。;!?]{{4,60}}?若干)(?:问题)?的?(?:解释|规定|意见|批复|答复|通知|决定)"
    rf"(?=[{_CLOSING}]?\s*(?:\([一二三四五]\))?\s*第?{NUMBER}条)"
)


@dataclass(frozen=True)
class _Title:
    authority: Authority
    issuers: frozenset[str]


class Titles:
    """Finds these names.

    :param authorities: All that the index holds.
    """

    def __init__(self, authorities: Iterable[Authority]) -> None:
        held = [(a, *_parts(plain(a.titles.zh))) for a in authorities if a.kind.is_law]
        self._issuers = Issuers(issuer for _, issuer, _ in held if issuer)
        self._held: dict[str, list[_Title]] = {}
        for authority, issuer, rest in held:
            name = _fold(rest)[0]
            self._held.setdefault(name, []).append(_Title(authority, self._issuers.named(issuer)))
        self._names = NameFinder(name for name in self._held if name.startswith(_ABOUT) and len(name) >= _LEAST)

    def marked(self, text: str, names: dict[str, list[str]]) -> Iterator[Mention]:
        """Yield the titles in book marks, held or not.

        :param text: As `plain` returns it.
        :param names: Other names, in lower case, with the ids of the authorities that have them.
        """
        for match in _MARKED.finditer(text):
            inside = match[1].strip()
            spelt = (lower(inside), lower(inside).removeprefix(COUNTRY), _fold(inside)[0])
            short = next((names[name] for name in spelt if name in names), ())
            start, ids = (match.start(), tuple(short)) if short else self._meant(text, match.start(), inside)
            if ids or not is_of_a_file(inside):
                yield Mention(start, match.end(), text[start : match.end()], ids)

    def unmarked(self, text: str) -> Iterator[Mention]:
        """Yield the titles from 关于 on that stand in a text, with or without book marks in and about them."""
        if _ABOUT not in text:
            return
        folded, places = _fold(text)
        for found in self._names.find(folded):
            first, end = places[found.start], places[found.end - 1] + 1
            end += text.startswith(")", end) and "(" in text[first:end]
            if ending := _ENDING.match(text, end):
                end = ending.end()
            if further := _GOES_ON.match(text, end):
                start = self._issuers.in_front(text, first)[0]
                yield Mention(start, further.end(), text[start : further.end()], ())
                continue
            opened = _marks_before(text, first)
            start, ids = self._meant(text, opened, found.name)
            yield Mention(start, end, text[start:end], ids)

        for match in _WHOLE.finditer(text):
            start, issuers = self._issuers.in_front(text, match.start())
            if issuers and not self._names_one(match[0]):
                yield Mention(start, match.end(), text[start : match.end()], ())

    def _names_one(self, title: str) -> bool:
        return any(True for _ in self._names.find(_fold(title)[0]))

    def _meant(self, text: str, at: int, title: str) -> tuple[int, tuple[str, ...]]:
        """Return where a title with its issuers in front begins, and which authorities it names.

        :param at: Where it begins without them.
        """
        issuer, rest = _parts(title)
        start, issuers = self._issuers.in_front(text, at)
        if not issuers and is_of_a_place(text, at) and rest.startswith(_ABOUT):
            return start, ()
        if issuer and not self._issuers.named(issuer):
            return start, ()  # of whom no text is held
        issuers |= self._issuers.named(issuer)
        year = _YEAR.search(rest)
        named = self._held.get(_fold(rest)[0]) or (self._held.get(_fold(rest[: year.start()])[0]) if year else None)
        fit = [title for title in named or () if not issuers or not title.issuers or issuers & title.issuers]
        if year and not self._held.get(_fold(rest)[0]):
            fit = [title for title in fit if year[1] in years_of(title.authority)]
        best = max((len(issuers & title.issuers) for title in fit), default=0)
        return start, tuple(title.authority.id for title in fit if len(issuers & title.issuers) == best)


def _parts(title: str) -> tuple[str, str]:
    """Return who issued a text and the rest of its title, which begins with 关于; no issuer for one without."""
    issuer, about, rest = title.partition(_ABOUT)
    within = any(mark in issuer for mark in _OPENING)
    return (issuer, about + rest) if about and not within else ("", title)


def _fold(text: str) -> tuple[str, list[int]]:
    """Return a text in lower case without what a title says the same without, and where each character left stood."""
    kept: list[int] = []
    at = 0
    for match in _LEFT_OUT.finditer(text):
        kept += range(at, match.start())
        at = match.end()
    kept += range(at, len(text))
    return lower("".join(text[place] for place in kept)), kept


def _marks_before(text: str, at: int) -> int:
    """Return where the marks and blanks right in front of a title begin."""
    while at and (text[at - 1] in _OPENING or text[at - 1] in "< "):
        at -= 1
    return at
