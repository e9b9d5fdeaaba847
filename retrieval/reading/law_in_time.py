"""Whether a question asks which of two laws applies in time: the old or the new one to conduct of before."""

import re

_WHICH = re.compile(
    r"适用(?:的是)?(?:哪|新|旧|老|什么|何)[^,。，?？]{0,6}(?:(?<![方办])法|解释|规定|版)|"
    r"(?:按照?|依照?|依据)(?:哪|新|旧|老)[^,。，?？]{0,12}(?:(?<![方办])法|解释|规定)|(?:新|旧|老)(?:法|解释|规定)还是(?:新|旧|老)|"
    r"\b(?:which|what) (?:laws?|rules?|versions?|texts?|interpretations?|one) (?:appl\w+|governs?|counts?|is applied|do\w* \w+ apply|(?:would|will|should|must) (?:apply|govern))\b|"
    # not of an old or a new telephone
    r"\b(?:old|older|earlier|new|newer|later|current|former) or (?:the )?(?:old|older|earlier|new|newer|later|current|former)(?: [\w-]+){0,5}? (?:laws?|rules?|interpretations?)\b|"
    r"\b(?:old|older|earlier|new|newer|later|current|former) (?:laws?|rules?|interpretations?),? or (?:the )?(?:old|older|earlier|new|newer|later|current|former)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"[新旧老]|[改变]了|修[改订]|之前|以前|后来|才出|出台|"
    r"\b(?:old|older|new|newer|earlier|later|former|before|since|chang\w+|amend\w+|revis\w+|replac\w+|came into force|took effect)\b",
    re.IGNORECASE,
)


def asks_which_law_applies(text: str) -> bool:
    """Return whether it is asked which law applies; the dates told with it are of what was done and of the change."""
    return bool(_WHICH.search(text))


def asks_of_change_in_time(text: str) -> bool:
    """Return whether it is asked which law applies because one took another's place."""
    return asks_which_law_applies(text) and bool(_CHANGED.search(text))
