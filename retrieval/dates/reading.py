"""The date that a question asks about."""

import re
from dataclasses import dataclass
from datetime import date

from retrieval.dates.days import Found
from retrieval.dates.english import PREPOSITION
from retrieval.dates.law_to_come import is_of_law_to_come
from retrieval.dates.spelt import find_spelt
from retrieval.language import HAN

# when somebody was born or a company founded says nothing of the conduct
_BEGAN_BEHIND = re.compile(
    # nor does when a law or a court is said to have made it a crime
    r"\s*[^，。,？?]{0,8}(?:入[罪刑](?!了?[吗么没])|(?:定为|成为|成了)(?:犯罪|违法)|被?禁(?=[后了，,]))|\s*(?:出?生(?![产意效活])|(?:登记|注册)(?:的|成立)?(?:公司|企业)|(?:注册)?成立|设立|创办|开业|毕业|入学|入职|结婚)"
)
_BEGAN_BEFORE = re.compile(
    r"(?:生于|成立于|注册于|设立于|毕业于)\s*$|"
    r"\b(?:born|founded|established|incorporated|set up|graduated|married)\b(?:\s+\w+){0,2}\s*$|\bcompany (?:was )?registered\s*$|"
    r"\b(?:became|become|made|declared|was|were|been) (?:an? )?(?:crimes?|illegal|unlawful|offen[cs]es?|banned|outlawed|criminali[sz]ed|forbidden)\s*$|"
    r"\b(?:[Cc]ourt|SPC|SPP|[Pp]rocuratorate)\b[^.?!,]{0,20}\b(?:held|ruled|said|clarified)\s*$",
    re.IGNORECASE,
)
# of what a date is the date: of the conduct, whose law governs, or of the judgment or penalty
_DECISION = re.compile(
    r"判决|宣判|审判|裁判|判刑|被判|判了|判的|才判|开庭|审理|一审|二审|再审|起诉|处罚|被罚|罚了|查到|查处|查获|被查|(?:被|才|后|时|[察关方])发现|被抓|抓获|被拘|被捕|逮捕|归案|到案|立案(?!追?诉?标准|侦?查?的)|报案|受案|"
    r"\b(?:judg(?:e?ment|ed)|sentenc\w*|tried|trial|decision|decided|convict\w*|ruling|ruled|penal\w*|fined|verdict|prosecut\w*|charged|indict\w*|discovered|found out|dug up|noticed|came to light|caught|arrest\w*|detained|raided|"
    r"(?:was|were|been|is|nothing|case|cases)(?: \w+)? (?:filed|opened)|filed|investigat(?:ed|ion|ing))\b",
    re.IGNORECASE,
)
_CONDUCT = re.compile(
    r"行为|实施|发生|作案|犯案|案发|卖|售|提供|经营|使用|搭建|所做|干的|事情|"
    r"\b(?:acts?|acted|conduct|s[eo]ld|sales?|selling|committed|offen[cs]es?|happened|occurred|provid\w+|operat\w+|ran|did|used|surfed|browsed|events?|took place)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[，。；、;？！?!]|,(?!\d)|\.(?=\s)|\b(?:and|but|while|that)\b|而|但")
_RANGE = re.compile(r"^\s*(?:至|到|直到|—|~|-|–)|(?:至|到)\s*$|\b(?:to|until|till|through)\b", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:[、,&和与及]|以及|or\b)\s*(?:(?:in|on)\s+)?", re.IGNORECASE)
_RANGE_WIDTH = 14  # characters between the two ends of a range
_JOINED = re.compile(r"\s*(?:and|&)\s+(?:the\s+)?", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"\s*,?\s*(?:he|she|they|we|I|it|[我他她]们?)\b", re.IGNORECASE)
# told of its end: 2019年停止, stopped in 2019; and of its beginning alone
_ENDED_BEHIND = re.compile(r"(?:才|就|底|初|时)?(?:停止|停了?(?!车)|结束|收手|收摊|关闭|关停|关掉|不干|不卖|不做)")
_ENDED_BEFORE = re.compile(
    r"\b(?:stopped|ceased|ended|quit|closed|shut|gave (?:it )?up|shut down)(?:\s+(?!since\b)\w+){0,3}\s*$",
    re.IGNORECASE,
)
_STARTED_BEHIND = re.compile(r"(?:就|才)?(?:开始|起)")
_STARTED_BEFORE = re.compile(r"\b(?:from|started|began)(?:\s+\w+)?(?:\s+in)?\s+$", re.IGNORECASE)
_SINCE = re.compile(
    r"(?:的时候)?(?:以来|(?:开始|起)?[^，。,？?]{0,8}(?:至今|到现在|到今天))|\s*(?:until|till|to|through|up to|-|–)\s*(?:now|today|date|the present|present|this day)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Dated:
    """The dates that a text gives.

    :param begin: The first day of what is named, a day, a month or a year, or of what lasted.
    :param day: The date asked about: its last day; that of the conduct where there is one.
    :param whole_year: Whether it is named by its year.
    :param decided: The date of the judgment or penalty, if the text gives that of the conduct besides.
    :param decided_whole_year: Whether that date stands for a whole year.
    :param is_decision: Whether the date asked about is itself only that of a judgment or penalty.
    :param said: The words of the date asked about, if they may be meant otherwise; else empty.
    """

    begin: date
    day: date
    whole_year: bool
    decided: date | None = None
    decided_whole_year: bool = False
    is_decision: bool = False
    said: str = ""


def read_dates(text: str, masked: list[tuple[int, int]], today: date | None = None) -> Dated | None:
    """Return the dates that a text gives, that of the conduct told from that of the decision; None without any.

    What lasted from one date to another is judged by the law of its end.

    :param masked: Ranges that are names of authorities; a year in them is no date.
    :param today: Until when lasts what goes on: since 2018, 2019年以后; None to leave that at the date named.
    """
    kept = [
        one
        for one in find_spelt(text, masked)
        if not _BEGAN_BEHIND.match(text, one.end)
        and not _BEGAN_BEFORE.search(PREPOSITION.sub("", text[max(0, one.start - 40) : one.start]))
        and not (today and is_of_law_to_come(text, one, today))
    ]
    if not kept:
        return None
    unnamed = _blanked(text, masked)
    decisions = [one for at, one in enumerate(kept) if _is_decision(unnamed, kept, at)]
    others = [one for one in kept if one not in decisions]
    first = last = (others or kept)[0]
    for one in others[1:]:
        near = len(text[last.end : one.start]) <= _RANGE_WIDTH
        if first.first <= one.last and ((near and _is_range(text, last, one)) or _ends(text, one)):
            last = one
    decided = decisions[0] if others and decisions else None
    day = last.last
    # what went on ended with its discovery or decision at the latest
    if decided and (last.stays_open or (last is first and _starts(text, last))):
        day = max(day, decided.last)
    elif today and (last.stays_open or _SINCE.match(text, last.end)):
        day = max(day, today)
    ends = {first, last}
    said = "".join(text[first.start : last.end].split("\n")) if any(one.unsure for one in ends) else ""
    return Dated(
        min(first.first, day), day, last.whole_year, decided.last if decided else None,
        bool(decided and decided.whole_year), not others, said,
    )  # fmt: skip


def supposes_law_to_come(text: str, masked: list[tuple[int, int]], today: date) -> int | None:
    """Return the year in which a text supposes the law to change, if that is yet to come."""
    return next((one.last.year for one in find_spelt(text, masked) if is_of_law_to_come(text, one, today)), None)


def _ends(text: str, one: Found) -> bool:
    """Whether a date is told as that on which what was done came to its end."""
    return bool(_ENDED_BEHIND.match(text, one.end) or _ENDED_BEFORE.search(text[max(0, one.start - 40) : one.start]))


def _starts(text: str, one: Found) -> bool:
    """Whether a date is told as that on which what was done began: 2017年开始卖, he sold from 2017."""
    return bool(
        _STARTED_BEHIND.match(text, one.end) or _STARTED_BEFORE.search(text[max(0, one.start - 24) : one.start])
    )


def _is_range(text: str, first: Found, second: Found) -> bool:
    """Whether two dates are the ends of a range: from ... to, between ... and, 至; 2018 and 2019 too."""
    between = text[first.end : second.start]
    if _RANGE.search(between) or _LISTED.fullmatch(between):
        return True
    if not _JOINED.fullmatch(between):
        return False
    lasted = re.search(r"\bbetween\b", text[max(0, first.start - 24) : first.start], re.IGNORECASE)
    # in 2016 and 2017 he stopped; but: In 2016 and 2017 he sold
    leading = re.search(r"(?:^|[.?!;:,])\s*$", PREPOSITION.sub("", text[: first.start]))
    return bool(lasted or leading) or not _OTHER_CLAUSE.match(text, second.end)


def _blanked(text: str, masked: list[tuple[int, int]]) -> str:
    """The text with blanks for the names of authorities: the Administrative Penalty Law is no penalty."""
    for start, end in masked:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_decision(text: str, found: list[Found], at: int) -> bool:
    """Whether the words at a date speak of the judgment: what follows it in Chinese, what goes before it in English."""
    one = found[at]
    before = _CLAUSE.split(text[found[at - 1].end if at else 0 : one.start])[-1]
    after = _CLAUSE.split(text[one.end : found[at + 1].start if at + 1 < len(found) else len(text)])[0]
    first, second = (after, before) if HAN.search(before + after) else (before, after)
    for words in (first, second):
        decision, conduct = bool(_DECISION.search(words)), bool(_CONDUCT.search(words))
        if decision or conduct:
            return decision and not conduct
    return False
