"""Questions that ask which cases there are of a province, under a charge or with an outcome: 福建的案子有几个, 以非法经营定罪的有哪些."""

import re
from dataclasses import dataclass

from retrieval.cases.records import region_in
from retrieval.numerals import NUMERAL, parse_numeral
from retrieval.reading.own_matter import Conduct, conduct_in

_CASE_ZH = r"(?:案[子件例]|判例|判决|处罚(?:案[子件例]|决定))"
_HOW_MANY_ZH = r"(?:哪几|哪些|几|多少|两|二|三)[个件起宗]?"
_ASKED = re.compile(
    rf"(?:哪些|哪几[个件起宗]?|有几[个件起宗]|多少[个件起宗]?)的?{_CASE_ZH}|(?:哪几|多少|有几)[件起宗]|"
    rf"(?:{_CASE_ZH}|的)(?:都|各|一共|总共|共|分别)?[有是]?(?:哪些|哪几[个件起宗]|几[个件起宗]|多少[个件起宗])(?=$|[,?，。？；]|分别|各)|"
    rf"{_CASE_ZH}[^,?，。？]{{0,6}}(?:列(?:一下|出来?|举)|比较|对比|比一比)|(?:列(?:一下|出|举)|比较(?:一下)?|对比)[^,?，。？]{{0,16}}{_CASE_ZH}|"
    rf"{_HOW_MANY_ZH}{_CASE_ZH}[^?。？]{{0,8}}(?:比较|共同|区别|不同|分别|怎么(?:处理|判))|(?:有没有|有无)[^?。？]{{0,24}}[,，][^?。？]{{0,4}}几[个件起]|"
    r"(?<!in )\b(?:which|what|list|how many|compare|name)\b[^.?!]{0,30}\b(?:cases|penalties|judge?ments)\b(?! (?:law|can|may|must|should|apply))",
    re.IGNORECASE,
)
# it is asked of a rule which cases it is for
_OF_A_RULE = re.compile(
    r"(?:可以|应[当该]|需要|必须|属于|适用|情[形况])[^,?，。？]{0,10}(?:罪|不起诉|缓刑|无罪|实刑|警告)|(?:不起诉|缓刑)的?(?:适用)?(?:条件|标准|情[形况])|(?:哪些|什么)(?:条件|标准|情[形况])|\b(?:can|may|must|should|shall|apply|applies|conditions?)\b",
    re.IGNORECASE,
)
# the first that fits
_OUTCOMES = (
    ("cleared", re.compile(r"无罪|不起诉|\b(?:acquit\w*|not guilty|not prosecuted|non-prosecution)\b", re.IGNORECASE)),
    (
        "jailed",
        re.compile(
            r"实刑|(?:没有?|未)(?:判|宣告)?缓刑|\b(?:unsuspended|not suspended|served in prison)\b", re.IGNORECASE
        ),
    ),
    ("suspended", re.compile(r"缓刑|\b(?:suspended|suspension|probation)\b", re.IGNORECASE)),
    (
        "warned",
        re.compile(
            r"(?:只|仅)[^,?，。？]{0,3}警告|\b(?:only|just|merely) (?:\w+ )?(?:warned|a warning)\b", re.IGNORECASE
        ),
    ),
)
_TERM = re.compile(
    rf"(?P<n>\d{{1,2}}|{NUMERAL})年以(?P<way>[上下])|\b(?P<way_en>over|more than|under|less than) (?P<n_en>\d{{1,2}}) years?\b",
    re.IGNORECASE,
)
_AMOUNTS = re.compile(r"金额|数额|获利|违法所得|赚|流水|\b(?:amounts?|gains|turnover|profits?)\b", re.IGNORECASE)
_FOREVER = 1200  # months


@dataclass(frozen=True)
class Listed:
    """Which cases are asked for.

    :param outcome: listed (any), cleared, jailed, suspended or warned.
    :param charge: The article of the charge, and its paragraph, in Chinese form.
    :param months: The term, in months: at least, and at the most.
    :param amounts: Whether the money of each is asked for.
    """

    outcome: str
    conduct: Conduct | None = None
    region: str | None = None
    charge: str | None = None
    months: tuple[int, int] | None = None
    amounts: bool = False


def is_of_a_rule(text: str) -> bool:
    """Return whether it is asked of a rule which cases it is for, not which cases there were: 哪些案件可以不起诉."""
    return bool(_OF_A_RULE.search(text))


def listed(text: str, charge: str | None = None) -> Listed | None:
    """Return which cases a question asks for; None if it asks for none, or says nothing that a field of theirs tells.

    :param charge: The article of the crime that the question names, if it names one.
    """
    if not _ASKED.search(text) or is_of_a_rule(text):
        return None
    outcome = next((name for name, pattern in _OUTCOMES if pattern.search(text)), "listed")
    region = region_in(text)
    months = _months(text)
    if outcome == "listed" and not (region or charge or months):
        return None
    conduct = conduct_in(_TERM.sub(" ", text)) if outcome != "listed" else None
    return Listed(outcome, conduct, region, charge, months, bool(_AMOUNTS.search(text)))


def _months(text: str) -> tuple[int, int] | None:
    """The bounds of the term that a text gives in years."""
    match = _TERM.search(text)
    if match is None:
        return None
    written = match["n"] or match["n_en"]
    years = int(written) if written.isdecimal() else parse_numeral(written) or 0
    above = match["way"] == "上" or (match["way_en"] or "").lower() in ("over", "more than")
    return (12 * years, _FOREVER) if above else (0, 12 * years)
