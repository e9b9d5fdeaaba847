"""What kind of answer a question wants, and whether a line has that kind: a figure, a date, a sentence, a body."""

import re

from retrieval.question import Question

_BONUS = 0.18
# how it ended with somebody or a case, in whatever words
_ENDED = re.compile(
    r"\b(?:did|does|has) [^.?!]{1,60}\b(?<!the )end(?:ed)?\b|\bhow [^.?!]{1,40}\b(?:turned|turn|came|come) out\b|\bend up\b|\bwhat (?:became|has become) of\b|"
    r"结局|下场|(?:最后|后来|最终)(?:到底|究竟)?(?:的|是|又|都)?(?:怎么?样|如何|咋样|怎么了)",
    re.IGNORECASE,
)
_WANTS = {
    "figure": re.compile(r"\bhow (?:many|much|long|big|large|high|far|old)\b|\bwhat (?:amount|number|sum|figure|fine|percentage|share|threshold|sentence|term|period|range|profit|gain)|\bmaximum\b|\bminimum\b|\bthresholds?\b|"
                         r"\bamounts?\b|\bfigures?\b|多少|几(?:次|年|个|人|倍|日|天|种|类|项|名|条|起|件)|金额|数额|多长|多久|比例|起点|门槛|标准|幅度|最高|最低|最长|最短|上限|下限|多大", re.IGNORECASE),
    "date": re.compile(r"\bwhen\b|\bwhat (?:date|day|year)\b|\bsince\b|\bdates?\b|什么时候|何时|哪天|哪一天|哪年|哪一年|日期|什么时间|施行|生效", re.IGNORECASE),
    "sentence": re.compile(rf"{_ENDED.pattern}|\bsentence|\bpunish|\bpenalt|\bfine[ds]?\b|\bhow long did\b|\bwhat did .* get\b|\boutcome\b|\bresult\b|判(?:了|的|几|多|什么|处)|怎么判|刑期|处罚|罚金|罚款|结果|量刑", re.IGNORECASE),
    "body": re.compile(r"\bwho (?:may|can|must|decides?|issues?|orders?)\b|\bwhich (?:body|department|authority|organ|court|agency)\b|哪个(?:机关|部门|法院)|由谁|哪级|什么机关|什么部门|哪些机关", re.IGNORECASE),
    "reason": re.compile(r"\bwhy\b|\breasons?\b|\bon what ground|\bground|为什么|为啥|为何|理由|原因|凭什么", re.IGNORECASE),
}  # fmt: skip
_HAS = {
    "figure": re.compile(r"\d|[一二三四五六七八九十百千万]+(?:元|年|人次|日|倍|个|次|台|组|条|户|月)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b", re.IGNORECASE),
    "date": re.compile(r"\d{4}年|\d+月\d+日|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:19|20)\d{2}\b"),
    "sentence": re.compile(r"有期徒刑|拘役|缓刑|罚金|罚款|无罪|不起诉|拘留|警告|imprisonment|suspended|fine|detention|acquitt|not guilty|not prosecut|warning", re.IGNORECASE),
    "body": re.compile(r"机关|部门|法院|检察院|委员会|主管|authorit|department|organ|court|procuratorate|administration", re.IGNORECASE),
    "reason": re.compile(r"因为|理由|由于|认为|所以|because|reason|ground|held|found that|on the ground", re.IGNORECASE),
}  # fmt: skip


def asks_how_it_ended(text: str) -> bool:
    """Return whether a question asks how it ended: 后来怎么样了, how did it end."""
    return bool(_ENDED.search(text))


def wanted(question: Question) -> list[str]:
    """Return the kinds of answer that the question's own words ask for."""
    return [kind for kind, pattern in _WANTS.items() if pattern.search(question.text)]


def bonus(kinds: list[str], text: str) -> float:
    """Return what a line gains for having what is wanted."""
    return _BONUS * sum(1 for kind in kinds if _HAS[kind].search(text)) / max(len(kinds), 1)
