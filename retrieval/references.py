"""References in a text: 刑法第285条第3款, Article 285(3), 286-1, (2018)鄂1003刑初150号."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from retrieval.address import Address, format_article, format_item
from retrieval.numbers import plain
from retrieval.places import Place, find_places
from retrieval.registry import Mention, Registry

# between a name and its article these dots end no sentence: CSL art. 29, Fa Shi [2011] No. 19, para. 2
_SENTENCE_END = re.compile(r"[。；;!?！？]|(?<!\bart)(?<!\barts)(?<!\bno)(?<!\bpara)(?<!\bsec)\.\s", re.IGNORECASE)
_OF = re.compile(
    r"[\s,;()\d]*(?:(?:and|to|or)[\s\d(),-]*)*(?P<of>of|under|in)?\s*(?:the|PRC|China's)?\s*(?:PRC|Chinese|revised|new|old|current|\d{4})?\s*",
    re.IGNORECASE,
)
_RIGHT_BEHIND = re.compile(r"[\s,的第》]{0,4}(?:arts?\.?|articles?|sections?|§+)?\s{0,3}", re.IGNORECASE)


@dataclass(frozen=True)
class Reference:
    """A place that a text names.

    :param authorities: Candidate ids; several for several versions, empty if the text names no authority that is held.
    :param article: Number and inserted number, or None if an authority is named as a whole.
    :param named: The authority's name as the text gives it, or None.
    """

    text: str
    authorities: tuple[str, ...]
    article: tuple[int, int] | None = None
    paragraph: int | None = None
    item: int | None = None
    named: str | None = None

    def address(self, authority: str) -> Address:
        """Return the address in one of the candidates."""
        article = format_article(*self.article) if self.article else None
        return Address(authority, article, self.paragraph, format_item(self.item) if self.item else None)


def find_references(text: str, registry: Registry, default: tuple[str, ...] = ()) -> list[Reference]:
    """Find every reference in a text, in order.

    :param registry: The names and articles of what the index holds.
    :param default: The authorities that an article without a name belongs to (those of the turn before).
    """
    text = plain(text)
    mentions = registry.mentions(text)
    references, used = [], set()
    for place in find_places(text, [(mention.start, mention.end) for mention in mentions]):
        mention = _owner(place, mentions, text)
        if mention and not _has(registry, mention, place) and _unnamed(place, registry, default):
            mention = None  # 2011年解释第八条……285条: a number that only another law has
        if place.section and not mention:
            continue  # Section 8 of Chapter IV
        if mention:
            used.add(mention)
        authorities = mention.authorities if mention else _unnamed(place, registry, default)
        references.append(
            (place.start, Reference(
                text[place.start : place.end], authorities, place.article, place.paragraph, place.item,
                mention.text if mention else None,
            ))
        )  # fmt: skip
    references += [(m.start, Reference(m.text, m.authorities, named=m.text)) for m in mentions if m not in used]
    return [reference for _, reference in sorted(references, key=lambda pair: pair[0])]


def _has(registry: Registry, mention: Mention, place: Place) -> bool:
    """Whether the named text has the article, or stands right in front of it and so must be meant."""
    close = 0 <= place.start - mention.end <= 3
    return (
        close
        or not mention.authorities
        or any(registry.has_article(name, *place.article) for name in mention.authorities)
    )


def _unnamed(place: Place, registry: Registry, default: tuple[str, ...]) -> tuple[str, ...]:
    number, inserted = place.article
    held = tuple(name for name in default if registry.has_article(name, number, inserted))
    # 第285条之三 is not there, and yet no other law can be meant
    in_criminal_law = any(registry.has_article("criminal-law", number, n) for n in {0, inserted})
    return held or (("criminal-law",) if in_criminal_law and not (default and inserted) else default)


def _owner(place: Place, mentions: list[Mention], text: str) -> Mention | None:
    """The name that an article belongs to: `Article 285 of the Criminal Law`, else the last one before it."""
    following = bisect_left(mentions, place.end, key=lambda mention: mention.start)
    preceding = bisect_right(mentions, place.start, key=lambda mention: mention.end) - 1
    before = text[mentions[preceding].end : place.start] if preceding >= 0 else None
    if following < len(mentions) and (between := _OF.fullmatch(text, place.end, mentions[following].start)):
        # 刑法第285条、网安法第29条: without `of` the name right in front is nearer
        nearer = "," in (before or "") and between[0].isspace()  # CL art. 285, art. 29 CSL
        if between["of"] or nearer or before is None or not _RIGHT_BEHIND.fullmatch(before):
            return mentions[following]
    if before is None or _SENTENCE_END.search(before):
        return None
    return mentions[preceding]
