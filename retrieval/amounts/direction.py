"""To which side a figure is a bound: three years or less is not three years or more, though the number is the same."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from retrieval.amounts.measures import Measure, Quantity, agree, quantities
from retrieval.language import detect_language
from retrieval.words.tokens import tokenize

Side = Literal["", "up", "down"]
_NOUN = r"\s*(?:[^\W\d的处，至到]{1,8}?|-?[a-z]+(?:[ -][a-z]+){0,3}?)?\s*(?:\([^()]{0,20}\))?\s*"
_BEHIND: tuple[tuple[Side, re.Pattern[str]], ...] = tuple(
    (side, re.compile(_NOUN + words, re.IGNORECASE))
    for side, words in (
        ("up", r"(?:(?:及其?|或者?)?以上|\b(?:or|and) (?:more|above|over|greater|longer|higher|upwards?|up)\b|at (?:the )?(?:very )?least\b|起(?![诉草刑]))"),
        ("down", r"(?:(?:及其?|或者?)?(?:以下|以内|之内)|\b(?:or|and) (?:less|fewer|below|under|lower|shorter)\b|at (?:the )?(?:very )?most\b)"),
    )
)  # fmt: skip
_WITHIN = re.compile(r"\bwithin\s+(?:a |the |period |of )*$", re.IGNORECASE)
# what does not include the figure itself, which 以上 and 以下 do (Criminal Law art. 99)
_BEYOND = re.compile(
    r"(?:超过了?|超出了?|[高大多]于|逾|\b(?:over|above|(?:more|greater|higher|larger|longer) than|exceed(?:s|ed|ing)?|in excess of)\s*)"
    r"(?:人民币|RMB|CNY|[¥￥\s])*$",
    re.IGNORECASE,
)
_PLAINLY_LESS = re.compile(r"(?:[不没未][^，。]{0,4}|\b(?:not?|never)\b[^,.;]{0,12})$", re.IGNORECASE)
# serious and particularly serious are two tiers, which differ in this word alone
_GRAVER = re.compile(r"特别|\b(?:particular|especial|exceptional|aggravat)\w*", re.IGNORECASE)
_CLAUSE = re.compile(r"[，,。；;：:\n]|\.\s")
_NEAR_BEST = 0.75  # of the likeness of the best: it may be meant as well


@dataclass(frozen=True)
class Directed:
    """A figure with its side.

    :param strict: Whether the figure itself is outside.
    :param clause: The words of its clause before it.
    :param context: Those of the clause before that besides.
    :param is_graver: Whether these are about the graver of two tiers.
    """

    measure: Measure
    side: Side
    strict: bool
    clause: frozenset[str]
    context: frozenset[str]
    is_graver: bool


@lru_cache(maxsize=64)  # a passage is held against every sentence that cites it
def directed(text: str) -> tuple[Directed, ...]:
    """Return the figures of a text with their sides."""
    return tuple(_directed(one) for one in quantities(text))


def directions_agree(claim: str, texts: Iterable[str]) -> Literal["pass", "fail", "unknown"]:
    """Return whether each bound that a sentence states is that of the texts, in whose clause like its own the figure stands.

    `unknown` if it is another clause's, if the texts have no bound, or if one includes the figure itself and the other
    does not.
    """
    stated = [own for own in directed(claim) if own.side]
    if not stated:
        return "pass"
    texts = list(texts)
    language = detect_language(claim)
    known = [one for text in texts if detect_language(text) == language for one in directed(text)] or [
        one for text in texts for one in directed(text)
    ]
    outcomes = {_judged(own, [one for one in known if agree(own.measure, one.measure)]) for own in stated}
    return "fail" if "fail" in outcomes else "unknown" if "unknown" in outcomes else "pass"


def _judged(own: Directed, held: list[Directed]) -> Literal["pass", "fail", "unknown"]:
    if not held:
        return "pass"  # whether there is such a figure is another check's affair
    told = len(own.context & frozenset().union(*(one.context for one in held)))
    likeness = {one: _likeness(own, one) if told > 1 else 0.0 for one in held}  # of one word no clause is known
    best = max(likeness.values())
    near = [one for one in held if likeness[one] >= _NEAR_BEST * best]
    same = [one for one in near if one.side == own.side]
    if not same:
        return "unknown" if any(not one.side for one in near) else "fail"
    is_best = any(likeness[one] == best for one in same)
    return "pass" if is_best and any(one.strict == own.strict for one in same) else "unknown"


def _likeness(one: Directed, other: Directed) -> float:
    shared = _overlap(one.context, other.context)
    if one.clause == one.context:  # it begins the sentence: what goes before the other's clause is not of it
        shared = max(shared, _overlap(one.clause, other.clause))
    return shared if one.is_graver == other.is_graver else shared / 2


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _directed(one: Quantity) -> Directed:
    side: Side = {"from": "up", "up_to": "down", "under": "down"}.get(one.bound, "")  # type: ignore[assignment]
    strict = one.bound == "under"
    if beyond := _BEYOND.search(one.before[-40:]):
        strict = not _PLAINLY_LESS.search(one.before[-40:][: beyond.start()])
        side = side or "up"
    elif not side:
        side = next((side for side, words in _BEHIND if words.match(one.after)), "")
        side = side or ("down" if _WITHIN.search(one.before[-40:]) else "")
    clauses = [clause for clause in _CLAUSE.split(one.before[-200:]) if clause.strip()][-2:]
    own, both = (frozenset(tokenize(" ".join(part))) for part in (clauses[-1:], clauses))
    return Directed(one.measure, side, strict, own, both, bool(_GRAVER.search(" ".join(clauses))))
