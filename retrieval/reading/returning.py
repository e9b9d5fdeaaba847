"""A follow-up that goes back in the conversation: 回到第一个问题, back to my first question."""

import re
from dataclasses import replace

from retrieval.numerals import NUMERAL, read_number
from retrieval.references.numbers import plain
from retrieval.request import Request

_FIRST = "最初|最开始|一开始|开头|起初"
_BACK = re.compile(
    rf"(?:回到|回头说|回过头来?看?|再说回|说回|返回)(?:我|你)?(?:刚才|前面|之前)?(?:的)?(?:(?:第(?P<zh>{NUMERAL}|\d)个?|{_FIRST})的?(?:那个)?问题)|"
    r"\b(?:back|return(?:ing)?|go(?:ing)? back) to (?:my|the|our) (?P<en>first|second|third|original|initial|opening) question",
    re.IGNORECASE,
)
_ORDINALS = {"second": 2, "third": 3}


def returned(request: Request) -> Request:
    """Return a request without the turns that its question leaves out, going back to an earlier one; itself if it does not.

    The turns end with the answer to the question that is gone back to.
    """
    match = _BACK.search(plain(request.question))
    if not match:
        return request
    written = match["zh"]
    number = read_number(written) or 1 if written else _ORDINALS.get((match["en"] or "").lower(), 1)
    asked = [at for at, turn in enumerate(request.history) if turn.role == "user"]
    if number >= len(asked):
        return request
    return replace(request, history=request.history[: asked[number]])
