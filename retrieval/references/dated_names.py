"""Texts called by their year and what they are: the 1998 rules, 2019年解释, 2019年网络犯罪解释."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retrieval.authority import Authority

MOST = 3  # texts that such a name may stand for; of more none is meant
# each word with the Chinese ones of which a title so called has one
_WORDS = {
    "司法解释": ("解释",), "解释": ("解释",), "规定": ("规定",), "办法": ("办法",), "条例": ("条例",), "意见": ("意见",), "纪要": ("纪要",),
    "interpretation": ("解释",), "provisions": ("规定",), "measures": ("办法",), "rules": ("办法", "规定", "规则", "细则"),
    "regulations": ("条例", "规定", "办法"), "opinions": ("意见",), "decision": ("决定",), "notice": ("通知",), "minutes": ("纪要",),
}  # fmt: skip
_INTERPRETATION = "解释"
_DATED = re.compile(
    r"(?P<zh_year>(?:19|20)\d\d)年(?:版|发布|颁布|出台|施行|公布)?的?(?:那[个部份])?(?:第?(?P<number>\d{1,4})号)?(?P<words>[\u4e00-\u9fff]{2,8}?)??(?P<zh>司法解释|解释|规定|办法|条例|意见|纪要)|"
    r"\b(?P<en_year>(?:19|20)\d\d)\s(?:joint\s|judicial\s|implementing\s|SPC\s|SPP\s)?"
    r"(?P<en>interpretation|provisions|measures|rules|regulations|opinions|decision|notice|minutes)\b|"
    r"\b(?P<en_named>interpretation|provisions|measures|rules|regulations|opinions|decision|notice|minutes),?\s(?:of\s|from\s)?"
    r"\(?(?P<en_behind>(?:19|20)\d\d)\b\)?(?!\s*(?:no\b|\d))",
    re.IGNORECASE,
)
_ARTICLE_BEHIND = re.compile(r"[\s,的]{0,3}(?:第|arts?\b|articles?\b|§)", re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(r"(?:\barts?\.?|\barticles?|§)\s*\d[\d\s(),-]*(?:of|in|under)\s(?:the\s)?$", re.IGNORECASE)
_WIDTH = 40  # of the text before a name in which an article of it may stand
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class DatedName:
    """Such a name in a text.

    :param word: What the text is called, in lower case.
    :param authorities: The ids of those that it may stand for; none if no text of that year and name is held.
    """

    start: int
    end: int
    word: str
    authorities: tuple[str, ...]


def years_of(authority: Authority) -> tuple[str | None, ...]:
    """The years by which it may be called, the most usual first: that of its number, of its day, of its text."""
    number = _YEAR.search(authority.number or "")
    days = (authority.published or authority.adopted, authority.effective, authority.text_as_of)
    return (number[0] if number else None, *(str(day.year) if day else None for day in days))


def called(authority: Authority) -> str:
    """Its title's end: what it is. What stands in book marks or brackets is of other texts, or whether it is a trial."""
    return re.sub("《[^《》]*》|[（(][^（）()]*[）)]", "", authority.titles.zh)


class DatedNames:
    """Finds these names.

    :param authorities: All that the index holds; only law is called so.
    """

    def __init__(self, authorities: Iterable[Authority]) -> None:
        law = [authority for authority in authorities if authority.kind.is_law]
        self._law = [(a.id, called(a), years_of(a)) for a in law]
        self._numbers = {a.id: a.number or "" for a in law}
        self._short = {a.id: " ".join((*a.short.zh, *a.short.en)) for a in law}
        self._names = {a.id: " ".join((a.titles.zh, *a.short.zh)) for a in law}

    def _of(self, year: str, words: tuple[str, ...], number: str | None, of: str | None) -> tuple[str, ...]:
        """Return what is called so in that year, by the most usual of its years alone; of that number and on that, if given."""
        own = [(key, years.index(year)) for key, called, years in self._law if year in years and called.endswith(words)]
        own = [(key, place) for key, place in own if not of or of in self._names[key]]
        if number:
            own = [(key, place) for key, place in own if re.search(rf"(?<!\d){number}号", self._numbers[key])]
        first = min((place for _, place in own), default=0)
        held = sorted(key for key, place in own if place == first)
        # of several the one whose short name has the year is known by it
        return tuple([key for key in held if year in self._short[key]] or held)

    def find(self, text: str) -> Iterator[DatedName]:
        """Yield the names in a text.

        One for which nothing is held must be of an interpretation, or have an article: 2020年的规定 alone is mostly no name.
        """
        for match in _DATED.finditer(text):
            word = (match["zh"] or match["en"] or match["en_named"]).lower()
            year, of = match["zh_year"] or match["en_year"] or match["en_behind"], match["words"]
            held = self._of(year, _WORDS[word], match["number"], of)
            surely = not of and (
                _INTERPRETATION in _WORDS[word] or has_article_beside(text, match.start(), match.end())
            )
            if len(held) <= MOST and (held or surely):
                yield DatedName(match.start(), match.end(), word, held)


def has_article_beside(text: str, start: int, end: int) -> bool:
    """Whether an article stands right behind a name, or before it with `of`."""
    return bool(_ARTICLE_BEHIND.match(text, end) or _ARTICLE_BEFORE.search(text[max(0, start - _WIDTH) : start]))
