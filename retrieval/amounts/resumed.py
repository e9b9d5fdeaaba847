"""A follow-up that gives nothing but another figure: 如果是150个呢, and if it were 150?"""

import re
from collections.abc import Sequence

from retrieval.amounts.denied import readable
from retrieval.amounts.figures import read_figures
from retrieval.amounts.stated import Stated, valued

# all that may stand around the figure: who says more says what it is a figure of
_BEFORE = re.compile(
    r"(?:如果|要是|假如|假设|那么?|换成|改成|变成|只有?|才|数额|金额|总额|不是|而是|是|有|就|卖给|了|[\s,，。])*|"
    r"(?:(?:and|but|so|then|what|how|about|if|suppose|say|make|it|that|there|they|he|she|is|was|were|had|been|only|just|for|to|with|the|amount|sum|figure|total)\b|[\s,.'-])*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?P<counted>\s*(?:个|人次?|名|位|户|单|users?|people|persons?|customers?|accounts?|buyers?))?(?P<money>\s*(?:元|块钱?|yuan|rmb))?整?"
    r"(?:用户|客户|人|的话|左右|呢|吗|怎么样|怎么判|会怎样|又?怎么算|of them|instead|then|[\s,.，。?？!])*",
    re.IGNORECASE,
)


def resumed(text: str, before: Sequence[Stated]) -> Stated | None:
    """Return the figure of a question that gives nothing else, as another of the last amount before that it fits.

    :param text: As `plain` returns it.
    :param before: The amounts stated before.
    """
    text = readable(text)
    figures = list(read_figures(text))
    if len(figures) != 1 or not before:
        return None
    (figure,) = figures
    behind = _BEHIND.fullmatch(text, figure.end)
    if not behind or not _BEFORE.fullmatch(text, 0, figure.start):
        return None
    fitting = [
        one for one in before if (one.unit == "yuan" or not behind["money"]) and (one.unit != "yuan" or not behind["counted"])
    ]  # fmt: skip
    return valued(figure, fitting[-1].unit, fitting[-1].role) if fitting else None
