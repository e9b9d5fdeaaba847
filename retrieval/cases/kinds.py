"""Whether a question asks for criminal cases, for administrative penalties, or for both: 罚款最高的行政处罚."""

import re
from typing import Literal

CaseKind = Literal["case", "penalty"]

_PENALTY_ZH = (
    r"(?:行政处罚|(?<![被受遭给到予过以])处罚(?=的?(?:案[件子例]|决定|有|是|各|中|里|没有?|一共|总共|共|[,?，。？]|$)))"
)
_PENALTY_EN = (
    r"(?:\b(?:administrative|police|public[- ]security) (?:penalt(?:y|ies)|sanctions?|punishments?|fines?|cases?)\b|"
    r"\bpenalties\b(?! for)|\b(?:which|what) penalty (?:had|has|was|is|with|carried)\b)"
)
_PENALTY = re.compile(rf"{_PENALTY_ZH}|{_PENALTY_EN}", re.IGNORECASE)
# how severe a sentence is, is asked of all
_OF_CASES = re.compile(r"案[件子]?的?$|案[件子]?各自?的?$|\bcases?(?:'s?)? $", re.IGNORECASE)
# a penalty knows no 罚金, and is no judgment
_CRIMINAL = re.compile(
    r"刑事(?:案[件子例]?|判决)|刑案|罚金|定罪|判决|\bcriminal (?:cases?|convictions?|judge?ments?|prosecutions?)\b|\bjudge?ments?\b|\bconvict\w+\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    rf"(?:案[件例子]?|判决)[和与及或、](?:者|其)?{_PENALTY_ZH}|{_PENALTY_ZH}[和与及或、](?:者|其)?(?:刑事)?(?:案|判决)|"
    rf"\b(?:cases?|judge?ments?) (?:and|or|and/or) (?:{_PENALTY_EN})|{_PENALTY_EN} (?:and|or) (?:criminal )?(?:cases?|judge?ments?)",
    re.IGNORECASE,
)


def kind_in(text: str) -> CaseKind | None:
    """Return which kind a question asks for; None if for both, or if it does not say: 案件 stands for either.

    :param text: In Simplified characters and plain forms.
    """
    if _BOTH.search(text):
        return None
    if any(not _OF_CASES.search(text[: match.start()]) for match in _PENALTY.finditer(text)):
        return "penalty"
    return "case" if _CRIMINAL.search(text) else None
