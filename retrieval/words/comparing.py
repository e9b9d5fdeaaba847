"""Words that set one thing beside another: two crimes, two sums, two versions."""

import re

_SIDES = re.compile(
    r"区别|区分|不同|差(?:别|异|距|多少|多大|几)|一样[吗么]|相同[吗么]|界限|哪[个种一]|谁更?[轻重]|还是|比较|更[重轻]|\b(?:differ\w*|distinguish\w*|distinction|which|lighter|heavier|compar\w+|versus|vs|rather than|worse|better|side by side)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"区别|不同|差[别异]|变化|变动|变了|改动|对比|相比|比较|对照|一样|相同|"
    r"\b(?:differ\w*|compar\w+|versus|vs|the same (?:as|now|today|laws?|rules?|fines?|penalt(?:y|ies))|still the same)\b",
    re.IGNORECASE,
)


def tells_apart(text: str) -> bool:
    """Return whether a text asks how two things differ."""
    return bool(_APART.search(text))


def sets_side_by_side(text: str) -> bool:
    """Return whether a text sets one thing beside another."""
    return bool(_SIDES.search(text))
