"""Which cases a question asks for among all: those of a charge, a province, a conduct, those with more or less of something.

"Which sellers were sentenced to more than three years?", "how many of the cases were tried as illegal business
operation?", 获利五万以下的案子有哪些: the fields of the cases tell, where the search would find what is only near in words.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from retrieval.amounts.bounds import bound_before
from retrieval.amounts.figures import Figure, read_figures, with_plain_figures
from retrieval.cases.vague_sums import vague_sums
from retrieval.number_words import CARDINALS, parse_number_words
from retrieval.numerals import NUMERAL, read_number
from retrieval.reading.own_matter import Conduct, conduct_in

Bounds = tuple[float, float]
About = Conduct | Literal["subject"]  # of either conduct: VPN cases are those of users and of sellers
SUBJECT: About = "subject"
EXCEEDED = 0.5  # by which a whole number is to be exceeded
_VERB = 2  # signs of the verb right before what is sold or used
_NEAR = 80  # signs before a number in which it is said what it bounds

_SMALL = ("zero", *CARDINALS[:10])
# whose cases: no other word may stand before them, or they would be the sellers of something else
_WHOSE = (
    r"(?:(?:among|of|the|these|those|your|our|all|other|reported|known|decided|listed|published|held|single|individual|criminal|two|three|four|"
    r"VPN|proxy|airport|circumvention|software|administrative|police|corpus|corpus's)\s+){0,4}"
)
_CASE_EN = r"(?:cases?|sellers?|resellers?|vendors?|operators?|defendants?|users?|judge?ments?|convictions?|acquittals?|penalt(?:y|ies))"
_CASE_ZH = r"(?:案[子件例]|判例|判决|处罚(?:案[子件例]|决定))"
_ASKED_FOR = re.compile(
    rf"\b(?:which|how many|what|whose|list|name|any|who|(?:are|were) there)\s+{_WHOSE}{_CASE_EN}\b(?! of (?!the corpus))|"
    r"(?:哪些|哪个|哪几个|哪几件|哪一[个件]|几个|几件|多少[个件]?|有什么|列出|有没有)(?:VPN|翻墙|机场|梯子|行政|刑事)?(?:案[例件子]?|判决|判例|卖家|机场主|用户|使用者|被告人|处罚)|"
    r"(?:案[例件子]?|判决|判例|卖家|机场主|处罚)(?:有哪些|有几[个件]|有多少|是哪[些个几]|是谁)|"
    rf"(?:哪些|哪几[个件起宗]?|有几[个件起宗]|多少[个件起宗]?)的?{_CASE_ZH}|(?:哪几|多少|有几)[件起宗]|"
    rf"(?:{_CASE_ZH}|的)(?:都|各|一共|总共|共|分别)?[有是]?(?:哪些|哪几[个件起宗]|几[个件起宗]|多少[个件起宗])(?=$|[,?，。？；]|分别|各)|"
    rf"(?:列(?:一下|出|举)|比较(?:一下)?|对比)[^,?，。？]{{0,16}}(?:{_CASE_ZH}|卖家|机场主|使用者)",
    re.IGNORECASE,
)
_SELLERS = re.compile(r"\b(?:re)?sellers?\b|\bvendors?\b|\boperators?\b|卖家|机场主", re.IGNORECASE)
USERS = re.compile(r"\busers?\b|用户|使用者", re.IGNORECASE)
_OF_SUBJECT = re.compile(
    r"\b(?:VPNs?|circumvention|wall[- ]climbing|ladder)(?:[- ](?:software|tools?|related|criminal|court|decided|reported))*\s+(?:cases?|judge?ments?|convictions?|prosecutions?|verdicts?)\b|"
    r"\b(?:cases?|judge?ments?|prosecutions?) (?:about|on|over|involving|concerning|related to|to do with) (?:VPNs?|circumvention|wall[- ]climbing)\b(?! (?:users?|(?:re)?sellers?))|"
    r"(?:VPN|翻墙|科学上网|梯子)(?:软件|工具|服务|一?类|型|相关|有关|犯罪|行政|刑事|处罚|的){0,3}(?:案(?!情|由)[件子例]?|判例|判决)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    rf"(?:针对|对于?)(?:VPN|翻墙|软件|普通|个人)*(?:的)?(?:使用者|用户|卖家|机场主)|\b(?:against|on|for)\s+{_WHOSE}(?:users?|(?:re)?sellers?|vendors?|operators?)\b",
    re.IGNORECASE,
)
# what was, not what is or may be: the rule is asked for elsewhere
_WAS = re.compile(
    r"\b(?:was|were|did|had|got|went|ended|resulted|received|took|made|earned|has been|have been|brought|involved|imposed|exceeded|avoided|escaped)\b|"
    r"\b(?:cases?|judge?ments?)\b|了|过|案|判|实刑|缓刑|处罚|定罪|没|未",
    re.IGNORECASE,
)
_CAN = re.compile(r"\b(?:can|could|may|might|must|shall|should|would|will)\b|能|可以|会|应当?", re.IGNORECASE)
# how many there are here, whatever they are
_OF_COLLECTION = re.compile(
    r"\b(?:how many|number of|more|count)\b[^.?!]{0,50}\b(?:cases?|judge?ments?|penalties)\b[^.?!]{0,40}\b(?:corpus|database|collection|library|(?:do|did) you (?:have|hold|know|cover)|in total|altogether)\b|"
    r"^\W*(?:please )?(?:list|show me|show|name|what are|give me) (?:(?:all|the|of|your|VPN|decided) ){0,4}cases(?: (?:are there|do you have|you have|that you have|please))?\W*$|"
    r"^\W*(?:请|帮我|给我)*(?:列出|列一下|有哪些|有什么|都有哪些|都有什么)(?:所有|全部|相关|VPN|翻墙|梯子|的)*案[例件子](?:有哪些)?\W*$|"
    r"(?:库|收录|收集|数据)[^,?，。？]{0,8}(?:多少|几)[个件起宗条]?(?:VPN|翻墙)?(?:案|判|处罚)",
    re.IGNORECASE,
)
# it is asked of a rule which cases it is for
_OF_A_RULE = re.compile(
    r"(?:可以|应[当该]|需要|必须|属于|适用|情[形况])[^,?，。？]{0,10}(?:罪|不起诉|缓刑|无罪|实刑|警告)|"
    r"(?:不起诉|缓刑)的?(?:适用)?(?:条件|标准|情[形况])|(?:哪些|什么)(?:条件|标准|情[形况])",
)
_SPAN = re.compile(
    rf"(?P<n>(?<!\d)\d{{1,9}}|(?<=than )an?\b|(?<=least )an?\b|(?<=over )an?\b|(?<=under )an?\b|\b(?:{'|'.join(_SMALL)})\b|{NUMERAL})\s{{0,3}}(?P<unit>years?|months?|年|个月)(?!\w*\d)",
    re.IGNORECASE,
)
# more than 36 months is at least half a month more, at least 36 is 36 too
_MORE = re.compile(
    r"(?:\b(?:(?:more|greater|higher|larger|longer) than|over|above|exceed(?:s|ed|ing)?|in excess of|beyond)|超过|超出|高于|多于|大于|逾)[^，。,.?？]{0,8}$",
    re.IGNORECASE,
)
_EXACTLY = re.compile(
    r"(?:\b(?:exactly|fines? of|fined|sentenced to|sentences? of|terms? of)|刚好|正好|罚了?[款金]?|判了?)\s*(?:RMB|CNY|¥)?\s*$",
    re.IGNORECASE,
)
_FROM_BEHIND = re.compile(r"\s*(?:元|块钱?|yuan)?\s*(?:以上|or (?:more|longer|above)\b|及以上)", re.IGNORECASE)
_UNDER_BEHIND = re.compile(r"\s*(?:元|块钱?|yuan)?\s*(?:以下|以内|or (?:less|fewer|below)\b)", re.IGNORECASE)
_COUNTED = re.compile(r"\s*(?:users|customers|buyers|subscribers|个?(?:用户|客户|买家)|人)", re.IGNORECASE)
_COUNTED_RIGHT_BEFORE = re.compile(
    r"(?:\busers|customers|buyers|用户|客户|买家|人)(?:数量?|量|人数)?\s*(?:在|有|达到?|超过|不[到足]|over|under|above|below)?\s*$",
    re.IGNORECASE,
)
_COUNTED_BEFORE = re.compile(r"\b(?:users|customers|buyers)\b|用户|客户|买家", re.IGNORECASE)
_TO = re.compile(r"\s*(?:元|块|人|名|users|yuan|RMB)?\s*(?:至|到|—|–|-|~|\band\b|\bto\b|和)\s*", re.IGNORECASE)
_OF_FINE = re.compile(r"\bfine[ds]?\b|罚", re.IGNORECASE)
_OF_GAINS = re.compile(
    r"\b(?:gains?|gained|profits?|proceeds|turnover|earned|earnings|made|revenue|took|amounts?|money|involved)\b|获利|违法所得|赚|流水|金额|数额|收入|所得",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Limit:
    """A bound that a field of a case has to keep.

    :param of: gains (yuan), fine (yuan), users or term (months).
    :param bounds: At least, and less than.
    """

    of: str
    bounds: Bounds


def is_of_a_rule(text: str) -> bool:
    """Return whether it is asked of a rule which cases it is for, not which cases there were: 哪些案件可以不起诉."""
    return bool(_OF_A_RULE.search(text))


def asks_for_money(text: str) -> bool:
    """Return whether a question asks for sums of money."""
    return bool(_OF_GAINS.search(text))


def asks_for_cases(text: str) -> bool:
    """Return whether a question asks which, or how many, of the cases there are: not what the law lets happen."""
    return bool(_ASKED_FOR.search(text) and _WAS.search(text) and not _CAN.search(text) and not is_of_a_rule(text))


def asks_of_collection(text: str) -> bool:
    """Return whether a question asks how many cases are held here at all."""
    return bool(_OF_COLLECTION.search(text))


def conduct_of(text: str, but_users: bool = False) -> About | None:
    """Return whose cases are asked for: those of sellers, of users or of either; None if of all.

    :param but_users: Whether users are only counted in it.
    """
    matches = (_ASKED_FOR.search(text), _AGAINST.search(text))
    told = (c for match in matches if match and (c := seller_or_user(match[0], but_users)))
    return next(told, None) or (conduct_told(text) if _OF_SUBJECT.search(text) else None)


def conduct_told(text: str) -> About | None:
    """Return for which conduct cases are asked for: 翻墙案件 are those of users and of sellers, but not 卖VPN的案件."""
    found = _OF_SUBJECT.search(text)
    if found is None:
        return conduct_in(text)
    before = text[max(0, found.start() - _VERB) : found.start()]
    return seller_or_user(text, but_users=True) or conduct_in(before.replace("以上", "")) or SUBJECT


def seller_or_user(text: str, but_users: bool = False) -> Conduct | None:
    """Return whether a text speaks of sellers or of users.

    :param but_users: Whether users are only counted in it.
    """
    return "supply" if _SELLERS.search(text) else "use" if USERS.search(text) and not but_users else None


def limit_in(text: str, of: str | None = None) -> Limit | None:
    """Return the bound that a question sets to a field of the cases; None without one.

    :param of: The field, where the text does not say which.
    """
    if span := _SPAN.search(text):
        months = _number(span["n"]) * (12 if span["unit"].lower().startswith(("year", "年")) else 1)
        bounds = _bounds(text, span.start(), span.end(), months)
        return Limit("term", bounds) if bounds else None
    plain = with_plain_figures(text)
    figures = list(read_figures(plain))
    for low, high in pairwise(figures):
        if _TO.fullmatch(plain, low.end, high.start) and (field := _field(plain, high) or _field(plain, low) or of):
            return Limit(field, (float(low.value), float(high.value) + EXCEEDED))
    for vague in vague_sums(plain):
        figure = Figure(Decimal(int(vague.bounds[0])), "", vague.start, vague.end, True, "", "")
        if field := _field(plain, figure) or of:
            return Limit(field, vague.bounds)
    for figure in figures:
        bounds = _bounds(plain, figure.start, figure.end, float(figure.value))
        if bounds and (field := _field(plain, figure) or of):
            return Limit(field, bounds)
    return None


def _field(text: str, figure: Figure) -> str | None:
    """Of what a number is so much: what stands nearest to it says so."""
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end :]
    if (
        _COUNTED.match(after)
        or _COUNTED_RIGHT_BEFORE.search(before)
        or (_COUNTED_BEFORE.search(before) and not figure.scaled and figure.value < 1e5)
    ):
        return "users"
    if _OF_FINE.search(before) or _OF_FINE.search(after[:12]):
        return "fine"
    return "gains" if _OF_GAINS.search(text) else None


def _bounds(text: str, start: int, end: int, value: float) -> Bounds | None:
    """At least and less than: the fields are whole numbers, so that more than 36 months is at least half a month more."""
    before = text[max(0, start - _NEAR) : start]
    bound = bound_before(before)
    if bound == "under":
        return 0.0, value
    if bound == "up_to" or _UNDER_BEHIND.match(text, end):
        return 0.0, value + EXCEEDED
    if bound == "from" and _MORE.search(before):
        return value + EXCEEDED, float("inf")
    if bound == "from" or _FROM_BEHIND.match(text, end):
        return value, float("inf")
    return (value, value + EXCEEDED) if _EXACTLY.search(before) else None


def _number(written: str) -> float:
    if written.lower() in ("a", "an"):
        return 1.0
    return float(read_number(written) or parse_number_words(written) or 0)
