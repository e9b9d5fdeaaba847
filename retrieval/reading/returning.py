"""A follow-up that asks no question of its own: back to my first question, and in Chinese, please; 用英文再说一遍."""

import re
from dataclasses import replace

from retrieval.numerals import NUMERAL, parse_numeral
from retrieval.references.numbers import plain
from retrieval.request import Request

_FIRST = "最初|最开始|一开始|开头|起初"
_BACK = re.compile(
    rf"(?:回到|回头说|回过头来?看?|再说回|说回|返回)(?:我|你)?(?:刚才|前面|之前)?(?:的)?(?:(?:第(?P<zh>{NUMERAL}|\d)个?|{_FIRST})的?(?:那个)?问题)|"
    r"\b(?:back|return(?:ing)?|go(?:ing)? back) to (?:my|the|our) (?P<en>first|second|third|original|initial|opening) question",
    re.IGNORECASE,
)
# nothing is said but the language in which the answer is wanted
_LANGUAGES = {
    "english": "en",
    "英文": "en",
    "英语": "en",
    "chinese": "zh",
    "mandarin": "zh",
    "中文": "zh",
    "汉语": "zh",
}
_IN_LANGUAGE = re.compile(
    r"\W*(?:(?:and|now|please|again|once more|the|same|can you|could you|say|repeat|give|tell|show|translate|answer|put|it|that|this|me)\s+)*"
    r"(?:in|into|to)\s+(?P<en>English|Chinese|Mandarin)(?:[\s,]+(?:please|too|as well|again|now))*\W*|"
    r"\W*(?:请|能|可以|麻烦)?(?:你)?(?:再)?(?:把[^,?!，。？！]{0,8})?(?:用|翻译?成|译成|换成)(?P<zh>中文|汉语|英文|英语)(?:再)?(?:说|讲|回答|写|解释|重复)?(?:一遍|一下|一次)?(?:吗|吧|呢)?\W*",
    re.IGNORECASE,
)
_ORDINALS = {"second": 2, "third": 3}


def returned(request: Request) -> Request:
    """Return a request without the turns that its question leaves out, going back to an earlier one; itself if it does not.

    The turns end with the answer to the question that is gone back to. Where only another language is asked for, the
    question before is asked again, to be answered in that.
    """
    if again := _in_language(request):
        return again
    match = _BACK.search(plain(request.question))
    if not match:
        return request
    written = match["zh"]
    number = (
        (int(written) if written.isdecimal() else parse_numeral(written) or 1)
        if written
        else _ORDINALS.get((match["en"] or "").lower(), 1)
    )
    asked = [at for at, turn in enumerate(request.history) if turn.role == "user"]
    if number >= len(asked):
        return request
    return replace(request, history=request.history[: asked[number]])


def _in_language(request: Request) -> Request | None:
    """The question before, if this one only says in which language the answer is wanted."""
    asked = [at for at, turn in enumerate(request.history) if turn.role == "user"]
    match = _IN_LANGUAGE.fullmatch(plain(request.question).strip())
    if not match or not asked:
        return None
    at, language = asked[-1], _LANGUAGES[(match["en"] or match["zh"]).lower()]
    before = replace(request, question=request.history[at].content, history=request.history[:at], language=language)
    return replace(_in_language(before) or before, language=language)  # in English; no, in Chinese
