"""What is asked of a single case: its number, its court, its users, its money, its sentence; and how its brief tells it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from retrieval.authority import Kind
from retrieval.cases.records import KINDS, Record


@dataclass(frozen=True)
class Fact:
    """Something that is asked of a case.

    :param name: number, court, users, fine, amounts, suspended, term or order.
    :param asked: How it is asked for.
    :param told: How a brief's words tell it.
    :param called: What it is called where it is said not to be known.
    :param known: Whether the case's fields have it.
    :param kinds: The kinds of which it can be asked.
    """

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    called: re.Pattern[str]
    known: Callable[[Record], bool]
    kinds: tuple[Kind, ...] = KINDS


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _field(name: str) -> Callable[[Record], bool]:
    return lambda record: record.facts.get(name) not in (None, [])


_ENDED = r"无罪|不起诉|免予|acquit|not guilty|not prosecut|non-prosecution"  # what leaves no sentence tells that there is none
FACTS = (
    Fact(
        "number",
        _words(
            r"案号|文号|(?:判决书|裁定书|决定书)的?(?:编号|号码|字号)",
            r"\b(?:docket|case|file|reference|judge?ment|decision) (?:number|no\.)|\bnumber of the (?:case|judge?ment|decision)\b",
        ),
        _words(r"[（(〔\[]\d{4}[)）〕\]][^，。；]{1,16}号", r"指导案例\d+号|检例第\d+号", r"\bNos?\. ?[(\[]\d{4}"),
        _words(r"案号|号", r"\bnumber"),
        lambda record: record.authority.number is not None,
    ),
    Fact(
        "court",
        _words(r"(?:哪|什么|何)(?:个|家|一|级|地)*(?:的)?法院", r"\b(?:which|what) court\b"),
        _words(r"人民法院|法院认定|某.{0,4}法院", r"\bPeople's Court\b|\bcourt (?:of|in)\b"),
        _words(r"法院", r"\bcourt\b"),
        lambda record: record.court is not None,
        (Kind.CASE,),
    ),
    Fact(
        "users",
        _words(
            r"(?:多少|几)(?:个|名|位)?(?:用户|买家|客户|会员|账号|人买|人用|人次)|(?:用户|买家|客户|会员)(?:数|人数|量)?(?:是|有)?(?:多少|几)",
            r"\bhow many (?:\w+ )?(?:users|buyers|customers|clients|subscribers|accounts|people bought)\b|\bnumber of (?:users|customers|buyers)\b",
        ),
        _words(
            r"\d(?:余|多)?(?:名|个|位|户)?(?:注册|付费|有效)?(?:用户|买家|客户|会员|账号|账户|人次|人)|(?:用户|买家|客户|会员)(?:数|人数|达|约|共)*\d",
            r"\d (?:\w+ ){0,2}(?:users|buyers|customers|accounts|person-times|people)\b",
        ),
        _words(r"用户|买家|人数|人次", r"\busers|buyers|customers"),
        _field("users"),
    ),
    Fact(
        "fine",
        _words(
            r"罚(?:了|款|金)?多少|罚[金款](?:是|有|数额)+(?:多少|几|什么)|(?:有没有|是否|有无)(?:判处?|并处)?罚[金款]",
            r"\bwhat (?:was|were|is) the fines?\b|\bhow (?:much|large|big)\b[^.?!]{0,20}\bfine[ds]?\b|\bwhat fine\b|\bwas there a fine\b",
        ),
        _words(
            r"罚[金款](?:人民币)?\d|\d[^，。；]{0,6}罚[金款]|没有(?:判处|并处)?罚[金款]|剥夺政治权利",
            r"\bfined?\b[^.;]{0,40}\d|\d[^.;]{0,20}\bfine\b",
            _ENDED,
        ),
        _words(r"罚[金款]|结果|刑罚|处罚", r"\bfine\b|\bsentence|\boutcome|\bjudge?ment"),
        _field("fine"),
    ),
    Fact(
        "amounts",
        _words(
            r"(?:涉案|违法所得|非法所得|获利|盈利|赚|收入|收款)(?:了|的)?(?:金额|数额|数)?(?:是|有|共|一共|总共)?(?:多少|几)|(?:金额|数额)(?:是|有)?(?:多少|几|多大)|(?:赚|收|得)了(?:多少|几)",
            r"\bhow much\b(?![^.?!]{0,30}\bfine)[^.?!]{0,30}\b(?:money|earn\w*|make|made|take|took|gain\w*|involved)\b|\bwhat (?:was|were) the (?:amounts?|gains|proceeds|turnover|illegal gains)\b|\b(?:more|most|less|least) money\b|\b(?:earn\w*|make|made|take|took|gain\w*) (?:the )?(?:more|most|less|least)\b",
        ),
        _words(r"\d[\d,.]{0,15}(?:余|多)?万?元", r"\d[\d,.]{0,15} ?(?:yuan|RMB)"),
        _words(r"金额|数额|获利|所得|收入", r"\bamounts?|\bgains"),
        _field("amounts"),
    ),
    Fact(
        "suspended",
        _words(r"缓刑|实刑", r"\bsuspended\b|\bprobation\b|\bsuspension\b"),
        _words(
            r"缓刑|实刑|三年以上|[三四五六七八九十]年(?:[^，。；以]|$)", r"\bsuspend|\bprobation|\bunsuspended", _ENDED
        ),
        _words(r"缓刑|结果|刑罚", r"\bsuspend|\bsentence|\boutcome|\bjudge?ment"),
        _field("suspended_months"),
        (Kind.CASE,),
    ),
    Fact(
        "term",
        _words(
            r"判(?:处)?(?:了)?(?:几|多[少久长])|判[得的](?:更|比较)?[重轻长短久]|刑期(?:是|有)?(?:几|多)|(?:几|多少)年(?:刑|徒刑|牢)",
            r"\bhow (?:long|many (?:years|months))\b[^.?!]{0,30}\b(?:sentence[ds]?|prison|jail|term|get|serve)\b|\b(?:longer|shorter|heavier|lighter) (?:sentence|term)\b|\bterms (?:in|of) the\b|\bwhat (?:was|were) the (?:prison )?(?:terms?|sentences?)\b",
        ),
        _words(
            r"徒刑|拘役|管制|刑罚[^，。；]{0,4}(?:不详|未)",
            r"\bimprison|\bdetention\b|\bmonths\b|\bsentence\b[^.;]{0,40}\bnot (?:\w+ )?(?:known|verified)\b",
            _ENDED,
        ),
        _words(r"刑期|刑罚|结果", r"\bsentence|\bterm\b|\boutcome|\bjudge?ment"),
        _field("term_months"),
        (Kind.CASE,),
    ),
    Fact(
        "order",
        _words(
            r"(?:什么|哪个?|何种)(?:整改)?(?:通知|命令|责令|决定|处罚)|(?:通知书?|责令)(?:的)?(?:是什么|内容)",
            r"\b(?:what|which) (?:\w+ )?(?:orders?|notices?|warnings?)\b",
        ),
        _words(
            r"责令|(?:整改|关停|停止|关闭)[^，。；]{0,8}通知|通知[^，。；]{0,8}(?:整改|关停|停止|关闭)|警告|约谈",
            r"\b(?:order|notice|order by [\w ]{1,40}) to\b|\bstop order|\bordered\b|\bwarn|\btold \w+ to stop\b",
        ),
        _words(r"责令|通知", r"\border\b|\bnotice\b"),
        lambda record: False,
    ),
)


def asked_facts(text: str) -> list[Fact]:
    """Return what a question asks of a case, of the things that a brief tells or its fields have.

    :param text: In Simplified characters and plain forms.
    """
    return [fact for fact in FACTS if fact.asked.search(text)]


def tells_fact(text: str, facts: Iterable[Fact]) -> bool:
    """Return whether a line of a brief tells one of the things asked for, be it that this is not known."""
    return any(fact.told.search(text) for fact in facts)
