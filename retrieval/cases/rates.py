"""Questions for a rate or for odds: they are told how many cases ended so of those that are held, and that this is no rate."""

import re

_RATE = re.compile(
    r"\b(?:odds|likelihood|probability|(?:success|win(?:ning)?|acquittal|conviction|suspension|probation) rates?|percentages?|"
    r"what (?:share|proportion|fraction|percent)|how (?:many percent|often(?! (?:must|may|can|should|shall|do (?:I|we|they))\b)|likely|common)|chances?)\b|"
    r"几率|概率|机率|[诉功罪刑]率|胜算|比例|占比|百分之(?:几|多少)|几成|可能性(?:有)?(?:多大|大不大|高不高|大吗|高吗)",
    re.IGNORECASE,
)
# how such a case may end; the first that fits
_OUTCOMES = (
    ("suspended", re.compile(r"缓刑|\b(?:suspended|suspension|probation)\b", re.IGNORECASE)),
    ("cleared", re.compile(
        r"无罪|不起诉|胜|赢|成功|脱罪|\b(?:acquitt\w*|not guilty|not (?:be(?:ing)? )?prosecuted|non-prosecution|w[io]n(?:ning)?|success|get(?:ting)? (?:off|away)|walk(?:ing)? free|beat(?:ing)? (?:it|this|the))\b",
        re.IGNORECASE,
    )),
    ("jailed", re.compile(r"实刑|坐牢|\b(?:prison|jail\w*|imprison\w*)\b", re.IGNORECASE)),
    ("convicted", re.compile(r"定罪|有罪|\b(?:convict\w*|guilty)\b", re.IGNORECASE)),
    # how likely it is that he gets so many months: how many went to prison can be counted
    ("jailed", re.compile(r"判(?:几|多[少久长])|\bhow many (?:months|years)\b|\bhow long\b", re.IGNORECASE)),
)  # fmt: skip
# of another step than the end of a case, or of what the law grants
_OTHER_STEP = re.compile(
    r"上诉|取保|复议|行政|减[轻少]|基准刑|\b(?:appeals?|bail|reconsideration|lawsuit|sue|reduc\w*|off the sentence)\b",
    re.IGNORECASE,
)


def rate_of(text: str) -> str | None:
    """Return of which end of a case a question asks how often or how likely it is: suspended, cleared, jailed or convicted.

    None if no rate is asked for, or of something that no field tells.

    :param text: In Simplified characters and plain forms.
    """
    if not _RATE.search(text) or _OTHER_STEP.search(text):
        return None
    return next((outcome for outcome, pattern in _OUTCOMES if pattern.search(text)), None)
