"""The things that a message asks: its questions one by one, numbered or not, with their marks or without."""

import re

from retrieval.words.sentences import MARKS, sentences

_ASKING = r"can|could|is|are|was|were|must|may|should|will|would|does|do|did|has|have|what|which|who|whom|how"
_JOINED = re.compile(
    rf"[,，;；]?\s+and\s+(?=(?:{_ASKING}|when|where|why|on what|by what|under what|in what|if|whether)\b)|"
    r"(?<=[吗呢么])[,，]\s*(?=[^,，。]*(?:吗|呢|么|多[久少长]|几|怎么|能不能|是不是|有没有|要不要))",
    re.IGNORECASE,
)
# typed without a mark: must he, does it make the sentence worse, 能不能缓
_UNMARKED = re.compile(
    rf"^(?:(?:and|or|so|but|also|then)\s+)?(?:{_ASKING})\b|(?:吗|呢|么|多[久少长]|几[年天个月]+|怎么[判办罚算说]|(?:能不能|可不可以|要不要|会不会)[^,，。]{{1,8}})$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:^|(?<=[\s,，;；:：.。?？!！]))[(（]?(?P<n>[1-5])[.)）、:：]\s*(?=[^\d\s])")
_LEAD = re.compile(r"^(?:(?:and|or|so|but|also|then)\b|(?:请?问|另外|还有)[:：,，]?)\s*", re.IGNORECASE)
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
        parts = [part for own in asking_sentences(text) for part in _JOINED.split(own)]
    return [bare for part in parts if (bare := _LEAD.sub("", part.strip(_BLANKS)))]


def _numbered(text: str) -> list[str]:
    """What stands behind 1, 2 and so on, if a text is so divided: 1) is he? 2) what follows."""
    marks = [match for at, match in enumerate(_NUMBER.finditer(text)) if int(match["n"]) == at + 1]
    if len(marks) < 2:
        return []
    ends = [*(match.start() for match in marks[1:]), len(text)]
    return [text[match.end() : end] for match, end in zip(marks, ends, strict=True)]
