"""The language that an answer is asked for in: in English please, 用中文再说一遍, 卖VPN犯法吗，用英文回答."""

import re
from dataclasses import replace

from retrieval.request import Request, Turn

_NAMES = {"zh": r"中文|汉语|普通话|chinese|mandarin", "en": r"英文|英语|english"}
# what else such a wish may be made of; any other word asks for something
_FILLING = (
    r"那么?|麻烦|能不能|可不可以|可以|能|请|帮我?|给我?|你|我要?|把|将|它|这个?|上面|上述|刚才|前面|答案|回答|回复|内容|再|重新|改用?|换成?|翻译|翻|译|成|为|用|以|说|讲|写|答|"
    r"一遍|一下|一次|吗|吧|呗|呢|谢谢|版本?|的|来|解释|都|怎么|看|"
    r"\b(?:and|now|please|can|could|would|will|you|i|we|need|want|like|have|get|say|repeat|answer|reply|respond|write|tell|give|show|put|switch|translate[ds]?|translation|explain|"
    r"that|this|it|all|the|same|thing|last|previous|again|once|more|also|too|instead|me|us|in|into|to|version|thanks|thank)\b"
)
# possessive: a run of these words is read in one way only
_FILLED = re.compile(rf"(?:\W|{_FILLING})*+", re.IGNORECASE)
_WISH = re.compile(
    rf"{_FILLED.pattern}(?:(?P<zh>{_NAMES['zh']})|(?P<en>{_NAMES['en']})){_FILLED.pattern}", re.IGNORECASE
)
# matches at every place: the time is as the length, not its square
_CLAUSE = re.compile(r"[^,，.。;；:：!！?？\n]+[,，.。;；:：!！?？\n]*")
_LONGEST = 60  # characters of a clause that is such a wish


def in_language(request: Request) -> Request:
    """Return a request without the wish for a language, and with that language; itself if there is none.

    Of a question that wishes for nothing else the one before is asked again, as if it had been asked so. Turns that wished for
    a language alone are left out with their answers: what follows them goes on from what was before.
    """
    clauses = _CLAUSE.findall(request.question)
    wished = [language for clause in clauses if (language := _wished(clause))]
    history = _without_wishes(request.history)
    if not wished:
        return replace(request, history=history) if len(history) < len(request.history) else request
    rest = "".join(clause for clause in clauses if not _wished(clause)).strip()
    if not _FILLED.fullmatch(rest):
        return replace(request, question=rest, history=history, language=wished[-1])
    asked = [at for at, turn in enumerate(history) if turn.role == "user"]
    if not asked:
        return request
    before = in_language(replace(request, question=history[asked[-1]].content, history=history[: asked[-1]]))
    return replace(before, language=wished[-1])


def _wished(clause: str) -> str | None:
    """The language that a clause wishes for, if it says nothing else."""
    match = _WISH.fullmatch(clause) if len(clause) <= _LONGEST else None
    return match.lastgroup if match else None


def _without_wishes(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns without those that wished for a language alone, and without the answers to them."""
    kept: list[Turn] = []
    left_out = False
    for turn in turns:
        if turn.role == "user":
            left_out = all(map(_wished, _CLAUSE.findall(turn.content)))
        if not left_out:
            kept.append(turn)
    return tuple(kept)
