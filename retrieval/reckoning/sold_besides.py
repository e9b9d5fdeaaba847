"""Sums and counts of what was dealt in besides the tool and is a crime of its own: users' data, obscene videos.

A VPN seller who sells the list of his customers has not got that money for the tool: of these crimes no threshold is held
as a figure, and theirs are not those of another.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.amounts.figures import read_figures
from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.reading.charges import Charge


def _words(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


# data of persons, as they are sold
_DATA_ZH = _words(
    r"(?:用户|客户|会员|公民|个人|学员|顾客)的?(?:个人)?(?:信息|数据|资料|名单|名册|手机号码?|电话号?码?|邮箱|密码|记录|日志)",
    "手机号码?", "电话号码", "身份证(?:号码?|信息)", "通讯录", "聊天记录", "名单",
)  # fmt: skip
_OWNER_EN = r"(?:personal|private|users?|customers?|clients?|subscribers?|members?|buyers?)['’]?s?"
_DATA_EN = _words(
    rf"{_OWNER_EN} (?:personal |contact |private |phone )?(?:data|info|information|details|lists?|records?|names|numbers|phone numbers|e-?mails|contacts|logs|databases?)",
    "(?:phone|mobile|telephone|identity card|ID) numbers", "e-?mail addresses", "(?:mailing|contact|address) lists?",
)  # fmt: skip
_PORN_ZH = _words("黄片", "色情", "淫秽", "黄色(?:视频|影片|图片|小说|录像|电影)", "A片", "成人(?:视频|影片|片|电影)")
_PORN_EN = _words(r"porn\w*", "obscene", r"adult (?:videos?|clips?|films?|movies?)", r"sex (?:videos?|clips?|tapes?)")
_CLIPS = _words("片子", "片儿", "视频", "影片", "录像", r"\b(?:videos?|clips?|films?|movies?)\b")
_SOLD_EN = r"\b(?:re)?s(?:old|ells?|elling)\b"
_BOUGHT_EN = r"\b(?:bought|buy(?:s|ing)?|purchas(?:e[sd]?|ing))\b"
# what stands between selling and what is sold: 卖了他的六千条用户信息, sold 6,000 of his customers' records
_OF_ZH = (
    r"(?:[了掉给出过来的他她其我\d,.一两二三四五六七八九十百千万余多条份个部些]|别人|他人|同行|全部|所有|VPN|梯子|机场)"
)
_OF_EN = (
    r"(?:(?:off|on|out|some|all|of|the|his|her|their|its|our|my|these|those|about|over|more|than|VPN|proxy|[\d,.]+) )"
)
_NO_TOOL = r"(?!VPN|梯子|翻墙|机场|软件|账号|帐号|流量|节点)"
_SOLD_ZH = rf"(?:卖|出售|倒卖|转卖|贩卖|售卖|售出){_NO_TOOL}"
_TOOL_SOLD = re.compile(
    r"(?:卖|售|租|代理|经营|推广|搭建?)[^,，。；;]{0,4}(?:VPN|梯子|翻墙|机场|节点|加速器)|(?:VPN|梯子|翻墙软件|机场|节点)[^,，。；;]{0,6}(?:卖|收入|流水|赚|获利|利润|收费)|"
    rf"{_SOLD_EN} {_OF_EN}{{0,4}}(?:VPNs?|prox(?:y|ies)|accounts?|circumvention|subscriptions?)\b|"
    r"\b(?:VPNs?|proxy|circumvention) (?:\w+ ){0,2}(?:sales?|receipts?|income|revenue|business|brought|earned|made)\b|"
    r"\bfrom (?:selling )?(?:the |his |her )?(?:VPNs?|prox(?:y|ies)|accounts?|circumvention)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[，。；;!！?？\n]|,(?!\d{3})|\.(?!\d)|(?<=[\u4e00-\u9fff]),|\band (?=(?:he|she|they|I|we|also|then|later|sold|sells|resold|earned|made|took|got|from)\b)",
    re.IGNORECASE,
)

_OF_DATE = re.compile(r"\s*[年月日号]")


@dataclass(frozen=True)
class _Matter:
    """What is sold besides, or bought.

    :param charge: The crime that dealing in it is.
    :param nouns: What names it.
    :param sold: Says that it is sold, or that money came of it.
    :param goes_on: Says so of what was named before.
    """

    charge: Charge
    nouns: re.Pattern[str]
    sold: re.Pattern[str]
    goes_on: re.Pattern[str]


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_MATTERS = (
    _Matter(
        Charge((CRIMINAL_LAW, "第二百五十三条之一"), 1),
        _of(rf"{_DATA_ZH}|\b{_DATA_EN}\b"),
        _of(
            rf"(?:卖|出售|倒卖|转卖|贩卖|售卖){_OF_ZH}{{0,16}}{_DATA_ZH}|{_DATA_ZH}[^,，。；;]{{0,10}}{_SOLD_ZH}|"
            rf"{_SOLD_EN} {_OF_EN}{{0,6}}{_DATA_EN}\b|\b{_DATA_EN}\b[^.,;?!]{{0,30}}{_SOLD_EN}|\bsale of {_OF_EN}{{0,4}}{_DATA_EN}\b"
        ),
        _of(
            rf"^\s*(?:然?后|又|再|全部?|都|并|就|还)*{_SOLD_ZH}[了掉给出]|"
            rf"{_SOLD_EN} (?:them|it|these|those|(?:the|that|this) (?:list|lot|data|records|file|database))\b"
        ),
    ),
    # who buys them obtains them, whoever had sold them: the paragraph on other ways of obtaining
    _Matter(
        Charge((CRIMINAL_LAW, "第二百五十三条之一"), 3),
        _of(rf"{_DATA_ZH}|\b{_DATA_EN}\b"),
        _of(
            rf"(?:买|收购)(?!卖){_OF_ZH}{{0,16}}{_DATA_ZH}|{_DATA_ZH}[^,，。；;]{{0,10}}(?:买来|买到|购得|买的)|"
            rf"{_BOUGHT_EN} {_OF_EN}{{0,6}}{_DATA_EN}\b"
        ),
        _of(r"(?!)"),
    ),
    _Matter(
        Charge((CRIMINAL_LAW, "第三百六十三条"), 1),
        _of(rf"{_PORN_ZH}|\b{_PORN_EN}"),
        _of(
            rf"(?:卖|出售|倒卖|贩卖|售卖|兜售){_OF_ZH}{{0,16}}{_PORN_ZH}|(?<![看上览问]){_PORN_ZH}[^,，。；;]{{0,10}}(?:{_SOLD_ZH}|牟利|获利|赚|收费|收了|打赏)|"
            rf"靠[^,，。；;]{{0,6}}{_PORN_ZH}|{_SOLD_EN} {_OF_EN}{{0,6}}{_PORN_EN}|"
            rf"\b(?:from|off|by|with) (?:(?:selling|posting|sharing|spreading|uploading|the|his|her|those|these|that|sales? of) ){{0,3}}{_PORN_EN}|"
            rf"\b{_PORN_EN}(?: \w+){{0,3}} (?:sold|earned|brought|made|sales)\b"
        ),
        _of(
            rf"{_CLIPS}[^,，。；;]{{0,8}}(?:{_SOLD_ZH}|赚|获利)|(?:卖|贩卖|售卖){_OF_ZH}{{0,8}}{_CLIPS}|"
            rf"{_SOLD_EN} (?:them|these|those|{_OF_EN}{{0,4}}{_CLIPS})|\bfrom (?:the|those|these) {_CLIPS}"
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class SoldBesides:
    """What a conversation tells of without the sums and counts of what was sold besides.

    :param texts: The questions, the oldest first.
    :param charges: The crimes that those sums and counts are of.
    :param in_last: Whether the last question gives such a figure, or asks of one.
    """

    texts: tuple[str, ...]
    charges: tuple[Charge, ...] = ()
    in_last: bool = False


def tell_apart(questions: Sequence[str], index: Index) -> SoldBesides:
    """Return what a conversation tells of without the clauses on what was sold besides the tool.

    A clause that names nothing goes on with what the one before was about, in the next question too: and if he made 4,000?

    :param questions: In Simplified characters and plain forms, the oldest first.
    """
    known = [matter for matter in _MATTERS if matter.charge.unit in index.units]
    texts: list[str] = []
    charges: list[Charge] = []
    now: _Matter | None = None
    named: set[Charge] = set()  # what was spoken of, if not as sold
    before, in_last = "", False
    for question in questions:
        own, in_last = "", False
        for clause, mark in _clauses(question):
            sold = next((m for m in known if m.sold.search(clause)), None) or next(
                (m for m in known if m.charge in named and m.goes_on.search(clause) and _is_near(m, before, clause)),
                None,
            )
            now = sold or (None if _TOOL_SOLD.search(clause) else now)
            named |= {m.charge for m in known if m.nouns.search(clause)}
            before = clause
            has_figure = any(not f.is_year and not _OF_DATE.match(clause, f.end) for f in read_figures(clause))
            if now and has_figure:
                charges.append(now.charge)
                own, in_last = own + mark, True
            else:
                own += clause + mark
        texts.append(own)
    return SoldBesides(tuple(texts), tuple(dict.fromkeys(charges)), in_last)


def _is_near(matter: _Matter, before: str, clause: str) -> bool:
    """Whether what is sold is what was named just before: videos of a kind that was named are meant later too."""
    return matter.charge.unit[1] == "第三百六十三条" or bool(matter.nouns.search(f"{before} {clause}"))


def _clauses(text: str) -> list[tuple[str, str]]:
    """The clauses of a text, each with the mark or the word behind it."""
    pieces, at = [], 0
    for match in _CLAUSE.finditer(text):
        pieces.append((text[at : match.start()], match[0]))
        at = match.end()
    return [*pieces, (text[at:], "")]
