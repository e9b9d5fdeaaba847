"""References in a text: 刑法第285条第3款, Article 285(3), 286-1, (2018)鄂1003刑初150号."""

import re
from dataclasses import dataclass

from retrieval.address import Address, format_article, format_item
from retrieval.authority import CRIMINAL_LAW, Status
from retrieval.references.dated_names import years_of
from retrieval.references.mention import Mention
from retrieval.references.numbers import plain
from retrieval.references.owner import may_have, owner_of, told_later
from retrieval.references.place import Place
from retrieval.references.places import find_places
from retrieval.references.registry import Registry
from retrieval.references.unheld import unheld_name

# 旧的第63条, the former Article 63: the article of the version before
_OLD = re.compile(
    r"(?:[旧老](?:法|版|条文)?|原来?|(?:修[订改正]|修订案)(?:以|之)?前)的?\s*第?\s*$|\b(?:old|former|previous|earlier)\s+(?:arts?\.?|articles?)?\s*$",
    re.IGNORECASE,
)
_OLD_BEHIND = re.compile(
    r"[\s,;()\d-]{0,12}(?:of|in|under)\s+the\s+(?:old|former|previous|earlier)\s+(?:law|act|text|version)\b",
    re.IGNORECASE,
)
# 网络安全法第27条和新法第29条: beside an article of the new law another one is of the old
_NEW = re.compile(
    r"(?:新(?:法|版|条文)?|(?:修[订改正]|修订案)(?:以|之)?后)的?\s*第?\s*$|\b(?:new|amended|revised)\s+(?:arts?\.?|articles?)?\s*$",
    re.IGNORECASE,
)
_NEW_BEHIND = re.compile(
    r"[\s,;()\d-]{0,12}(?:of|in|under)\s+the\s+(?:new|amended|revised)\s+(?:law|act|text|version)\b", re.IGNORECASE
)
_OLD_WIDTH = 24
_DRAFT = re.compile(r"征求意见稿|草案|\bdraft\b", re.IGNORECASE)
# 正式条例第三十九条, Article 39 of the final Regulations, 新法第三十三条: of a draft or an old version that the text names,
# what came after it
_FINAL = re.compile(
    r"(?:正式|最终|最后|现行|生效|修[订改正]后)的?(?:法律?|条例|规定|办法|文本|版本|稿)的?\s*第?\s*$|"
    r"新(?:法|条例|规定|办法|版)?的?\s*第?\s*$|\b(?:the\s+new|the\s+current|today's|the\s+amended|the\s+revised)\s+(?:arts?\.?|articles?)\s*$",
    re.IGNORECASE,
)
_FINAL_BEHIND = re.compile(
    r"[\s,;()\d-]{0,12}(?:of|in|under)\s+the\s+(?:final|adopted|enacted|new|current|amended|revised|(?P<year>(?:19|20)\d\d))\s+"
    r"(?:law|act|rules|regulations?|provisions|measures|text|version|revision|amendment|one)\b|"
    r"\s+(?:today|now|nowadays)\b|\s*(?:of\s+)?today's\s+(?:law|text|version)\b",
    re.IGNORECASE,
)
_OLD_NAMED = re.compile(r"(?:[旧老原]版?|修[订改正]前)的?[《\s]*$|\b(?:old|former|previous|earlier)\s+$", re.IGNORECASE)


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


def find_references(
    text: str, registry: Registry, default: tuple[str, ...] = (), named: tuple[str, ...] = ()
) -> list[Reference]:
    """Find every reference in a text, in order.

    :param registry: The names and articles of what the index holds.
    :param default: The authorities that an article without a name belongs to (those of the turn before).
    :param named: Those of them that have it first: the ones that the earlier question named, not its answer.
    """
    text = plain(text)
    before = (named, default)
    mentions = registry.mentions(text)
    references, used = [], set()
    places = find_places(text, [(mention.start, mention.end) for mention in mentions])
    if not mentions and not default:
        before = ((), registry.cited_together.law_of({place.article for place in places}))
    laws = [mention for mention in mentions if mention.authorities or not mention.is_case]
    new = [place for place in places if _is_of_the_new(text, place)]
    for place in places:
        if final := _became(text, place, mentions, registry):
            own = Reference(text[place.start : place.end], (final,), place.article, place.paragraph, place.item)
            references.append((place.start, own))
            continue
        mention, joined = owner_of(place, laws, text)
        if (
            mention
            and not joined
            and not may_have(registry, mention, place)
            and _held_elsewhere(place, registry, before)
        ):
            mention = None  # 2011年解释第八条……285条: a number that only another law has
        unheld = None if mention else unheld_name(text, place.start, place.end)
        if place.section and not mention and not unheld:
            continue  # Section 8 of Chapter IV
        if not mention and not unheld and not any(before):
            mention = told_later(place, laws, text, registry)
        if mention:
            used.add(mention)
        authorities = (
            mention.authorities
            if mention
            else registry.shortened(unheld)
            if unheld
            else _of_a_draft(text, place, registry) or _unnamed(place, registry, before)
        )
        if _is_of_the_old(text, place) or (mention and _OLD_NAMED.search(text, 0, mention.start)):
            nameless = not mention and not unheld and not any(before)
            older = _of_an_old_law(place, registry) if nameless else ()
            authorities = older or tuple(registry.before(name) or name for name in authorities)
        elif place in new and not mention and not unheld and not any(before):
            authorities = _of_a_new_law(place, registry) or authorities
        elif new and place not in new:
            older = tuple(registry.before(name) or name for name in authorities)
            authorities = older if any(registry.has_article(name, *place.article) for name in older) else authorities
        references.append(
            (place.start, Reference(
                text[place.start : place.end], authorities, place.article, place.paragraph, place.item,
                mention.text if mention else unheld,
            ))
        )  # fmt: skip
    references += [(m.start, Reference(m.text, m.authorities, named=m.text)) for m in mentions if m not in used]
    return [reference for _, reference in sorted(references, key=lambda pair: pair[0])]


def _became(text: str, place: Place, mentions: list[Mention], registry: Registry) -> str | None:
    """What a named draft or old version became, if an article is said to be of that."""
    before = text[max(0, place.start - _OLD_WIDTH) : place.start]
    behind = _FINAL_BEHIND.match(text, place.end)
    if not (_FINAL.search(before) or behind):
        return None
    year = behind["year"] if behind else None
    later = (registry.after(name) for mention in mentions for name in mention.authorities)
    return next((name for name in later if name and (not year or year in years_of(registry.authorities[name]))), None)


def _held_elsewhere(place: Place, registry: Registry, before: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    for laws in before:
        if held := tuple(name for name in laws if registry.has_article(name, *place.article)):
            return held
    return (CRIMINAL_LAW,) if registry.has_article(CRIMINAL_LAW, *place.article) else ()


def _is_of_the_old(text: str, place: Place) -> bool:
    """Whether an article is said to be of a law as it was before: 旧法第27条, art. 27 of the old law."""
    before = _OLD.search(text, max(0, place.start - _OLD_WIDTH), place.start)
    return bool(before or _OLD_BEHIND.match(text, place.end))


def _is_of_the_new(text: str, place: Place) -> bool:
    """Whether an article is said to be of a law as it was amended: 新法第29条, art. 29 of the new law."""
    before = _NEW.search(text, max(0, place.start - _OLD_WIDTH), place.start)
    return bool(before or _NEW_BEHIND.match(text, place.end))


def _of_an_old_law(place: Place, registry: Registry) -> tuple[str, ...]:
    """The earlier versions that have an article which is said to be of the old law, without its name."""
    laws = registry.authorities.values()
    older = (law.id for law in laws if law.version_of and law.status is not Status.DRAFT)
    return tuple(key for key in older if registry.has_article(key, *place.article))


def _of_a_new_law(place: Place, registry: Registry) -> tuple[str, ...]:
    """The laws held in an earlier version too that have an article which is said to be of the new law, without its name."""
    newer = dict.fromkeys(law.version_of for law in registry.authorities.values() if law.version_of)
    return tuple(key for key in newer if key in registry.authorities and registry.has_article(key, *place.article))


def _of_a_draft(text: str, place: Place, registry: Registry) -> tuple[str, ...]:
    """The drafts that have an article which is said to be of a draft without its name: 征求意见稿第66条."""
    near = text[max(0, place.start - _OLD_WIDTH) : place.end + _OLD_WIDTH]
    if not _DRAFT.search(near):
        return ()
    drafts = [authority.id for authority in registry.authorities.values() if authority.status is Status.DRAFT]
    # of one that is told in prose it cannot be said here which articles it tells of
    return tuple(key for key in drafts if registry.has_article(key, *place.article) or not registry.articles.get(key))


def _unnamed(place: Place, registry: Registry, before: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The authorities of an article without a name: those of the turn before, or the Criminal Law."""
    if held := _held_elsewhere(place, registry, before):
        return held
    # 第285条之三 is not there, and yet no other law can be meant
    return before[-1] or ((CRIMINAL_LAW,) if registry.has_article(CRIMINAL_LAW, place.article[0]) else ())
