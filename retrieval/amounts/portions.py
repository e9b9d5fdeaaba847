"""A part of a count, or of a sum, of which more is told: eight of the 23 were free test accounts, 其中两个人续过费."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from retrieval.amounts.figures import with_plain_figures
from retrieval.amounts.words import YUAN
from retrieval.number_words import with_digits
from retrieval.numerals import NUMERAL, parse_numeral

_N = rf"(\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d+)?万?|一半|(?:{NUMERAL})(?!半)|\bhalf\b)"
_HEADS = r"(?:users?|people|persons?|customers?|accounts?|buyers?|clients?|subscribers?|friends?|ones|students?|colleagues?|person-times?)"
_MEASURE = r"(?:多|余)?(?:个|名|位|人次|人|户|单|次|号|元|块)?"
# eight of them, 8 users were; 其中8个, 有两个人
_OF_WHOLE = re.compile(
    rf"{_N}\s*(?:yuan|rmb|cny)?\s*(?:{_HEADS}\s+)?(?:out\s+)?of\s+(?:those|these|them|the|his|her|their|its|which|whom|that|it|this)\b|"
    rf"\b{_N}\s+(?:of\s+)?{_HEADS}(?=\s+(?:were|was|are|is|had|have|has|only|never|renewed|paid|did|didn't|got|bought|came|also)\b)|"
    rf"(?:其中|里面?|当中|(?<=[人个])中)[\u4e00-\u9fff]{{0,3}}?(?:还|又|只|也|如果|要是|确实|真的)*有?{_N}{_MEASURE}|^[那但]?(?:如果|要是|假如|若)?(?:还|又)?有{_N}{_MEASURE}(?=[人是])|"
    r"(一半)(?=的?(?:人|用户|客户|买家|账号)?(?:是|都|没|免|在|续))",
    re.IGNORECASE,
)
# without the eight free ones, 扣掉8个; plus two renewals
_WITHOUT = re.compile(
    rf"\b(?:without|excluding|not counting|minus|less|leaving out|disregarding|apart from|except(?: for)?|take out|subtract(?:ing)?)\s+(?:the |those |his |her )?{_N}\s+(?=free|test|trial|unpaid|(?:\w+ )?{_HEADS}\b)|"
    rf"(?:扣[掉除]|除[去掉了]|减[去掉]|去掉|不[算计]|剔除|排除)(?:其中|那)?{_N}(?:个|名|位|人)",
    re.IGNORECASE,
)
_WITH = re.compile(
    rf"\b(?:plus|adding|counting|with|and)\s+(?:the )?{_N}\s+(?=renewals?\b)|(?:加上|算上|另有|还有){_N}(?:次|个人?|人)(?=续|复购)",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\brenew\w*|\bre-?subscri\w+|\bextended\b|\b(?:bought|paid|purchased|ordered) (?:it )?(?:again|twice|two times|a second time)|\bcame back\b|\brepeat(?:ed)?\b|"
    r"续[费订期购了过]|复购|重复购买|又买|再买|再次购买|买了?(?:两|二|2)次|付了?(?:两|二|2)次|回头客",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\bfree\b|\btest\w*|\btrials?\b|\bunpaid\b|\b(?:never|not|didn't|did not) (?:pay|paid)|\bwithout pay\w*|\bgifts?\b|\bgiven away\b|\bgratis\b|\brefunded\b|"
    r"\bnever (?:used|logged|connected|worked)|\bhis own\b|\bher own\b|\b(?:the )?same (?:person|people|man|woman)|\bduplicates?\b|\bfake\b|\binactive\b|\bcancel\w+|\bdummy\b|"
    r"免费|试用|测试|体验|赠送|白送|送的|没[有]?[付给交]|未[付交]|没用过?|没登[录陆]|自己[用的]|小号|同一个?人|重复|退了?款|退[费订]|没花钱|不收[钱费]|没收[他她它钱费]",
    re.IGNORECASE,
)
_NOT_OF_IT = re.compile(
    r"\bloans?\b|\brepa(?:id|y\w*)\b|\bsalar(?:y|ies)\b|\bunrelated\b|\blawful\b|\bother business\b|\bhis own money\b|\bdeposits?\b|\bgifts?\b|\bnothing to do with\b|\bfor (?:someone|somebody) else\b|"
    r"借款|借的|还款|还我|欠款|欠的|工资|代收|代付|别人的|无关|没关系|合法|正当|红包|赠与|不是(?:卖|VPN|梯子|翻墙|这)|刷单|押金",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:[^，。；！？;!?,.\n]|(?<=\d)[,.](?=\d))+")


@dataclass(frozen=True)
class Portion:
    """So many of those that were counted, or so much of a sum.

    :param number: How many; None for half.
    :param change: Whether they are to be taken off, or to be counted once more.
    :param unit: `yuan`, or empty of what is counted.
    """

    number: int | None
    change: Literal["less", "more"]
    unit: str = ""

    def of(self, whole: int) -> int:
        """Return how many of so many they are."""
        return whole // 2 if self.number is None else self.number


def portion_last(questions: Sequence[str]) -> Portion | None:
    """Return the portion that a conversation ends with.

    :param questions: As `plain` returns them, the oldest first.
    """
    return next((found for question in reversed(questions) if (found := read_portion(question)[0])), None)


def read_portion(text: str) -> tuple[Portion | None, str]:
    """Return the portion of which a text tells, if it does of one, and the text without its number.

    :param text: As `plain` returns it.
    """
    spelt = with_digits(with_plain_figures(text), lambda *_: True)
    for clause in _CLAUSE.finditer(spelt):
        for pattern in (_WITHOUT, _WITH, _OF_WHOLE):
            match = pattern.search(spelt, clause.start(), clause.end())
            if match and (portion := _portion(match, spelt[match.end() : clause.end()], pattern)):
                return portion, spelt[: match.start()] + spelt[match.end() :]
    return None, text


def _portion(match: re.Match[str], behind: str, pattern: re.Pattern[str]) -> Portion | None:
    written = next(text for text in match.groups() if text)
    number = _value(written)
    if number == 0:
        return None
    money = bool(YUAN.search(match[0])) or bool(YUAN.match(behind))
    if pattern is _WITH:
        return Portion(number, "more")
    if pattern is _WITHOUT:
        return None if money else Portion(number, "less")
    if money or (number is not None and number >= 1_000):
        return Portion(number, "less", "yuan") if _NOT_OF_IT.search(behind) else None
    if _AGAIN.search(behind):
        return Portion(number, "more")
    return Portion(number, "less") if _FREE.search(behind) else None


def _value(written: str) -> int | None:
    if written in ("一半", "half", "Half"):
        return None
    scale = 10_000 if written[0].isdecimal() and written.endswith("万") else 1
    figures = written.removesuffix("万").replace(",", "") if scale > 1 else written.replace(",", "")
    return int(float(figures) * scale) if figures[0].isdecimal() else parse_numeral(figures)
