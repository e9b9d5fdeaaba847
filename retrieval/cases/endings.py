"""How a case is to have ended by a question's words: suspended, not fined, acquitted or not convicted."""

import re
from itertools import pairwise
from typing import NamedTuple

# the most exact first; what is only said to be punished may have been punished in any way
_PATTERNS = (
    ("not_prosecuted", r"不起诉(?!制度)|\b(?:non-prosecution|not (?:been )?prosecuted|not to prosecute|declined to prosecute|dropped by the procurator\w*)\b"),
    ("warned", r"[只仅][^,?，。？]{0,3}警告|\b(?:only|just|merely) (?:\w+ ){0,2}(?:warned|warning)\b|\b(?:a )?warning only\b"),
    ("suspended", r"缓刑|\b(?:un)?suspended\b|\b(?:suspension|probation)\b"),
    ("acquitted", r"无罪|\b(?:acquitt\w*|not guilty)\b"),
    ("jailed", r"坐(?:过|了)?牢|实刑|(?:进|蹲)(?:了|过)?监狱|\b(?:jail\w*|imprison\w*|prison|custodial|behind bars)\b"),
    ("convicted", r"判(?:过|了)?刑|被判(?!处?(?:罚|缓|实刑|无罪))|[定入]罪|有罪|\b(?:sentenced(?! to (?:pay )?an? fine)|convicted|convictions?|guilty)\b"),
    ("detained", r"拘|抓|逮捕|\b(?:detained|arrested|caught)\b"),
    ("fined", r"罚(?:过|了)?款|罚金|罚(?:过|了)?钱|\bfine[ds]?\b"),
    ("punished", r"(?<!处)罚|(?<=[被受遭给到予过])处罚|处罚(?=[过了])|处理过|处分|\b(?:punished|penali[sz]ed)\b"),
)  # fmt: skip
_ENDINGS = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _PATTERNS]
# what a court may do; a penalty has no such ending, and is none of those that lack it
CRIMINAL = frozenset(("not_prosecuted", "suspended", "acquitted", "cleared", "jailed", "convicted", "changed"))
# who was jailed was convicted too: the more general need not be said again
_SAYS_MORE = {
    "convicted": {"suspended", "jailed"}, "detained": {"suspended", "jailed", "convicted"},
    "punished": {name for name, _ in _ENDINGS if name != "punished"},
}  # fmt: skip
# have you or have you not: nothing is denied
_EITHER_WAY = re.compile(
    r"有没有?|有无|是不是|是否|(?P<verb>[\u4e00-\u9fff])不(?P=verb)|没有?(?=[吗么?？\s]*$)|[不没未](?=[仅只但少超到足满低高])"
)
# whom it befell stands between: no seller was fined, 没有人被罚
_SUBJECT_ZH = "人案件谁卖户主只仅但而且却又罚"
_DENIED_BEFORE = re.compile(
    rf"(?:没有?|未(?!成年)曾?|(?<!拒)不|无(?![罪证照])|非(?!法)|免[于予除]?|除(?:了|去|开)?|排除|剔除)[^,，。；;、?？{_SUBJECT_ZH}]{{0,6}}$|"
    r"(?:\b(?:not|never|no|without|neither|nor|avoid\w*|escap\w+|spared?|free of|except(?: for)?|excluding|other than|apart from|rather than|instead of)|n['’]t)\s+"
    r"(?:(?!(?:anyone|anybody|case|seller|user|operator|defendant|one|but|and|or|nor|only|more|less|fewer|than|merely|just)s?\b)[\w-]+\s+){0,4}$|"
    r"\bnon-?\s*$",
    re.IGNORECASE,
)
_DENIED_BEHIND = re.compile(r"的?(?:案[件例子]|判决|处罚)?(?:以外|之外|除外|的?不算)")
# not fined or jailed: neither
_GOES_ON = re.compile(r"\s*(?:或者?|、|和|及|也|\bor\b|\bnor\b)\s*(?:an?\s+|被|判处?)?", re.IGNORECASE)
_OR = re.compile(r"或|还是|\bor\b", re.IGNORECASE)
_TWO = 2


class Ending(NamedTuple):
    """An ending.

    :param name: not_prosecuted, warned (no more), suspended, acquitted, cleared (acquitted or not prosecuted), jailed,
        convicted, detained, fined or punished; company: a company was; changed: the charge was.
    :param denied: Whether those are asked for that did not end so.
    """

    name: str
    denied: bool = False


class _Place(NamedTuple):
    ending: Ending
    start: int
    end: int
    negator: int | None


def endings_in(text: str) -> tuple[Ending, ...]:
    """Return the endings that a question names, the most exact first, each that says more than others without them.

    :param text: In Simplified characters and plain forms.
    """
    return tuple(place.ending for place in _places(text))


def means_either(text: str) -> bool:
    """Return whether one of the endings that a question names is enough: acquitted or not prosecuted."""
    places = sorted(_places(text), key=lambda place: place.start)
    if len(places) < _TWO or all(place.ending.denied for place in places):
        return False  # not fined or jailed is neither
    return all(_OR.search(text, one.end, other.start) for one, other in pairwise(places))


def _places(text: str) -> list[_Place]:
    text = _EITHER_WAY.sub(lambda match: "有" * len(match[0]), text)
    found: list[_Place] = []
    for name, pattern in _ENDINGS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue  # what is part of a more exact one
            negator = _negator(text, match)
            if not any(negator is not None and negator == other.negator for other in found) and not any(
                name == other.ending.name for other in found
            ):
                found.append(_Place(Ending(name, negator is not None), match.start(), match.end(), negator))
    found = _with_denials(found, text)
    said = {place.ending.name for place in found if not place.ending.denied}
    named = {place.ending.name for place in found}
    return [
        place
        for place in found
        if place.ending.denied
        or not (named if place.ending.name == "punished" else said) & _SAYS_MORE.get(place.ending.name, set())
    ]


def _with_denials(found: list[_Place], text: str) -> list[_Place]:
    """The places, denied too where they only go on with what is denied before."""
    denied = {place.end for place in found if place.negator is not None and place.negator < place.start}
    for at, place in sorted(enumerate(found), key=lambda pair: pair[1].start):
        before = max((end for end in denied if end <= place.start), default=None)
        if not place.ending.denied and before is not None and _GOES_ON.fullmatch(text, before, place.start):
            found[at] = place._replace(ending=Ending(place.ending.name, denied=True), negator=before)
            denied.add(place.end)
    return found


def _negator(text: str, match: re.Match[str]) -> int | None:
    """Where the word stands that denies an ending; None where none does."""
    if match[0].lower().startswith("un"):
        return match.start()
    if before := _DENIED_BEFORE.search(text, 0, match.start()):
        return before.start()
    return match.end() if _DENIED_BEHIND.match(text, match.end()) else None
