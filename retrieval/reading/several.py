"""The things that a message asks: its questions one by one, numbered or not, with their marks or without."""

import re

from retrieval.words.sentences import MARKS, sentences

_ASKING = r"can|could|is|are|was|were|must|may|should|will|would|does|do|did|has|have|what|which|who|whom|how"
_BEFORE = r"by|on|under|in|to|from|until|before|within|for|with|at"
_JOINED = re.compile(
    rf"[,，;；]?\s+and\s+(?=(?:{_ASKING}|when|where|why|(?:{_BEFORE})\s+(?:what|which|when|whom?|how)|if|whether)\b)|"
    r"(?<=[吗呢么])[,，]\s*(?=[^,，。]*(?:吗|呢|么|多[久少长]|几|怎么|能不能|是不是|有没有|要不要))",
    re.IGNORECASE,
)
# typed without a mark: must he, does it make the sentence worse, 能不能缓
_UNMARKED = re.compile(
    rf"^(?:(?:and|or|so|but|also|then)\s+)?(?:{_ASKING})\b|(?:吗|呢|么|多[久少长]|几[年天个月]+|怎么[判办罚算说]|[找向归由]谁|(?:能不能|可不可以|要不要|会不会)[^,，。]{{1,8}})$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:^|(?<=[\s,，;；:：.。?？!！]))[(（]?(?P<n>[1-5])[.)）、:：]\s*(?=[^\d\s])")
_LEAD = re.compile(
    r"^(?:(?:and|or|so|but|also|then)\b|(?:请?问|另外|还有)[:：,，]?|(?:(?:pls|please)\b,?\s*)?(?:two|three|four|some|my) (?:things|questions|points)\s*[:：]|[两三四几]个?(?:问题|事|点)[:：])\s*",
    re.IGNORECASE,
)
# a list of what is asked: 量刑档次、法定刑,乙能争取什么; what tier, what range
_COMMA = re.compile(r"[,，、]")
_ASKED = re.compile(
    r"[吗呢么谁哪]|多[久少长]|(?<!了)几(?:[年天月日次倍]|个月)|怎[么样]|如何|是否|([能会要是算有够该用])[不没]\1|可不可以|问[:：]"
)
_UNKNOWN = re.compile(r"不清|不知|不确定|说不准")  # what is told not to be known is not asked: 查不清他们是不是犯罪
_ALL_ASKED = re.compile(r"(?:^|[\s,，])请?问[:：]")
_WH_LIST = re.compile(r"\s*[,，]\s*(?=(?:what|which|how|who|when|where)\b)", re.IGNORECASE)
_WH = re.compile(
    r"(?:what|which|how|who|where|when (?:is|are|was|were|does|do|did|must|can|may|will))\b", re.IGNORECASE
)
_LEAST = 2  # things asked in a row
_BLANKS = " \t\n,，;；?？.。"


def asking_sentences(text: str) -> list[str]:
    """Return the sentences that ask, with a mark or by their words alone: 能不能缓, must he."""
    return [own for own in sentences(text) if own.endswith(MARKS) or _UNMARKED.search(own.rstrip(_BLANKS))]


def asked_parts(text: str) -> list[str]:
    """Return the things that a text asks, without their marks; what it only tells is left out.

    :param text: In Simplified characters and plain forms.
    """
    parts = _numbered(text)
    if not parts:
        parts = [each for own in asking_sentences(text) for part in _JOINED.split(own) for each in _listed(part)]
    return [bare for part in parts if (bare := _LEAD.sub("", part.strip(_BLANKS)))]


def _listed(text: str) -> list[str]:
    """The things that are asked in a row, each with what is told before it; the text itself if they are not two."""
    if _WH.match(_LEAD.sub("", text.strip(_BLANKS))):
        return _WH_LIST.split(text)
    own = _COMMA.split(text)
    asked = [bool(_ALL_ASKED.search(text) or (_ASKED.search(piece) and not _UNKNOWN.search(piece))) for piece in own]
    if sum(asked) < _LEAST:
        return [text]
    parts, begun = [], 0
    for at, asks in enumerate(asked):
        if asks:
            parts.append(",".join(own[begun : at + 1]))
            begun = at + 1
    return parts


def _numbered(text: str) -> list[str]:
    """What stands behind 1, 2 and so on, if a text is so divided: 1) is he? 2) what follows."""
    marks = [match for at, match in enumerate(_NUMBER.finditer(text)) if int(match["n"]) == at + 1]
    if len(marks) < 2:
        return []
    ends = [*(match.start() for match in marks[1:]), len(text)]
    return [text[match.end() : end] for match, end in zip(marks, ends, strict=True)]
