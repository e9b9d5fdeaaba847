"""Which version of a law an article is said to be of: the old one, the new one, a draft, what became of it."""

import re

from retrieval.authority import Status
from retrieval.references.dated_names import years_of
from retrieval.references.mention import Mention
from retrieval.references.place import Place
from retrieval.references.registry import Registry

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


def became(text: str, place: Place, mentions: list[Mention], registry: Registry) -> str | None:
    """Return what a named draft or old version became, if an article is said to be of that."""
    before = text[max(0, place.start - _OLD_WIDTH) : place.start]
    behind = _FINAL_BEHIND.match(text, place.end)
    if not (_FINAL.search(before) or behind):
        return None
    year = behind["year"] if behind else None
    later = (registry.after(name) for mention in mentions for name in mention.authorities)
    return next((name for name in later if name and (not year or year in years_of(registry.authorities[name]))), None)


def is_of_the_old(text: str, place: Place) -> bool:
    """Return whether an article is said to be of a law as it was before: 旧法第27条, art. 27 of the old law."""
    before = _OLD.search(text, max(0, place.start - _OLD_WIDTH), place.start)
    return bool(before or _OLD_BEHIND.match(text, place.end))


def is_named_old(text: str, mention: Mention) -> bool:
    """Return whether a law is named as it was before: 旧《网络安全法》, the former Cybersecurity Law."""
    return bool(_OLD_NAMED.search(text, 0, mention.start))


def is_of_the_new(text: str, place: Place) -> bool:
    """Return whether an article is said to be of a law as it was amended: 新法第29条, art. 29 of the new law."""
    before = _NEW.search(text, max(0, place.start - _OLD_WIDTH), place.start)
    return bool(before or _NEW_BEHIND.match(text, place.end))


def of_an_old_law(place: Place, registry: Registry) -> tuple[str, ...]:
    """Return the earlier versions that have an article which is said to be of the old law, without its name."""
    laws = registry.authorities.values()
    older = (law.id for law in laws if law.version_of and law.status is not Status.DRAFT)
    return tuple(key for key in older if registry.has_article(key, *place.article))


def of_a_new_law(place: Place, registry: Registry) -> tuple[str, ...]:
    """Return the laws held in an earlier version too that have an article which is said to be of the new law, without its name."""
    newer = dict.fromkeys(law.version_of for law in registry.authorities.values() if law.version_of)
    return tuple(key for key in newer if key in registry.authorities and registry.has_article(key, *place.article))


def of_a_draft(text: str, place: Place, registry: Registry) -> tuple[str, ...]:
    """Return the drafts that have an article which is said to be of a draft without its name: 征求意见稿第66条."""
    near = text[max(0, place.start - _OLD_WIDTH) : place.end + _OLD_WIDTH]
    if not _DRAFT.search(near):
        return ()
    drafts = [authority.id for authority in registry.authorities.values() if authority.status is Status.DRAFT]
    # of one that is told in prose it cannot be said here which articles it tells of
    return tuple(key for key in drafts if registry.has_article(key, *place.article) or not registry.articles.get(key))
