"""Questions for the case that has most or least of something, or for the average: who got the heaviest fine, 判得最轻的是哪个."""

import re
from typing import Literal, NamedTuple

Order = Literal["most", "least", "average"]

_EN: dict[Order, str] = {
    "most": r"(?:most severe|most|largest|highest|biggest|greatest|heaviest|longest|harshest|severest|stiffest)",
    "least": r"(?:least|smallest|lowest|lightest|shortest|mildest|fewest|softest)",
    "average": r"(?:average|mean|median|typical|usual)",
}
_ZH: dict[Order, str] = {"most": "最[多大高重长久狠]", "least": "最[少小低轻短]", "average": "平均"}
# {en} and {zh} stand for how it is asked; the first that fits
_MEASURES = {
    "users": r"\b{en}\s+(?:number of\s+)?(?:users|customers|buyers|subscribers|clients)\b|(?:用户|买家|客户|人数)[^,?!。？！，]{{0,3}}{zh}|{zh}的?(?:用户|买家|客户)",
    "gains": r"\b{en}\s+(?:\w+\s+)?(?:gains|profits?|turnover|amounts?|revenue|proceeds|money|sums?)\b|\b(?:earned|made|took) (?:the )?{en}\b|(?:获利|违法所得|赚得?|赚钱|金额|数额|流水)[^,?!。？！，]{{0,3}}{zh}",
    "fine": r"\b{en}\s+(?:\w+\s+)?fines?\b|\bfined (?:the )?{en}\b|罚[款金得的]{{0,2}}{zh}|{zh}[^,?!。？！，]{{0,3}}罚(?:过|了|[款金])|罚过[^,?!。？！，]{{0,4}}{zh}",
    "term": r"\b{en}\s+(?:\w+\s+){{0,2}}(?:sentences?|terms?|prison|jail|punishments?)\b|\b(?:sentenced|jailed|punished) (?:the )?{en}\b|判[得的刑了]?{zh}|刑期{zh}|{zh}的?(?:判决|刑期|刑罚|案|判[了处刑几多])",
}  # fmt: skip
_PATTERNS = [
    (measure, order, re.compile(pattern.format(en=_EN[order], zh=_ZH[order]), re.IGNORECASE))
    for measure, pattern in _MEASURES.items()
    for order in _EN
]
# it is asked of what was decided, not of what the law lets be decided
_OF_CASES = re.compile(
    r"^\W*(?:and |so )?(?:who|whose|which)\b(?! (?:crimes?|charges?|offen[cs]es?|laws?|articles?|provisions?)\b)|"
    r"\b(?:ever|so far|cases?|given|got|imposed|handed|any(?:one|body)|some(?:one|body)|(?:re)?sellers?|users?|vpn)\b|案|谁|哪|过|卖家|机场|的(?:行政)?处罚",
    re.IGNORECASE,
)
_CAN = re.compile(
    r"\b(?:can|could|may|might|must|shall|should|would|will|(?:max|min)imum|statutory)\b|能|可以|会|应当?|法定",
    re.IGNORECASE,
)


class Extreme(NamedTuple):
    """What the cases are put in order by.

    :param measure: users, fine, term or gains.
    """

    measure: str
    order: Order


def extreme_of(text: str) -> Extreme | None:
    """Return by what, and from which end, the cases are asked for; None if none with most or least of anything is.

    :param text: In Simplified characters and plain forms.
    """
    if _CAN.search(text):
        return None
    found = ((measure, order) for measure, order, pattern in _PATTERNS if pattern.search(text))
    # no law sets an average
    kept = (Extreme(*one) for one in found if one[1] == "average" or _OF_CASES.search(text))
    return next(kept, None)
