"""Whose a sum is, or who found it: sums of two persons, two courts or two organs are not one sum."""

import re

_KIN = "哥哥?|弟弟?|姐姐?|妹妹?|妻子|老婆|老公|丈夫|朋友|同学|同事|合伙人|搭档|当事人|儿子|女儿|爸爸?|妈妈?|父亲|母亲|老板|同案"
_KIN_EN = (
    "clients?|brother|sister|wife|husband|friend|partner|boss|son|daughter|mother|father|colleague|co-defendant|accomplice|"
    "cousin|employee|helper"
)
_DOES = r"(?:had|has|made|makes|earned|received|got|took|gained|kept|sold|collected|charged|pocketed|obtained)\b"
_FINDER = (
    r"一审|二审|再审|原审|重审|终审|公安(?:机关|局)?|侦查机关|检察(?:机关|院)|检方|公诉(?:机关|人)|法院|起诉(?:意见)?书|判决书?|"
    r"鉴定(?:意见|机构)?|审计(?:报告)?|控方|辩方|辩护人|"
    r"\b(?:first|second|trial|appeal|appellate|lower|higher|retrial)[- ](?:instance|court)(?: court)?\b|\bcourt of (?:first|second) instance\b|"
    r"\bpolice\b|\bpublic security\b|\bprocurat\w+|\bprosecut(?:ors?|ion)\b|\bindictment\b|\bjudgment\b|\baudit(?:ors?)?\b|\bdefen[cs]e\b"
)
# who is paid is not who got the sum: 交给上家20万
_PERSON = (
    r"(?<![给向跟和与为从被对由让])(?:[我他她]的?(?:"
    + _KIN
    + r")|老板(?!娘)|机场主|客服(?:小?妹|小姐姐|人员)?(?!务)|(?<![a-zA-Z])[甲乙丙丁戊](?![级类等醇])|张三|李四|王五|赵六|"
    r"(?<![\u4e00-\u9fff]{4})[\u4e00-\u9fff]某[某甲乙丙丁一二三四]?|同案(?:犯|人)|上[线家]|下[线家]|合伙人|主犯|从犯|第[一二三四]被告人?|我(?![们国方院市省县]))|"
    r"\b(?:my|his|her|our|their) (?:"
    + _KIN_EN
    + r")\b|\bthe (?:other|second|first|co)[- ](?:defendant|seller|partner|man|woman|accused)\b|"
    r"\bthe (?:boss|owner)\b|\b(?:customer service|support) (?:girl|woman|man|guy|staff|employee|agent)\b|"
    r"\b(?-i:(?!I\b)[A-Z])(?= " + _DOES + r")|"
    r"\b(?-i:(?!He\b|She\b|They\b|It\b|We\b|Who\b|This\b|That\b|The\b|Customers?\b|People\b|Users?\b|Buyers?\b|Clients?\b|Sellers?\b|Subscribers?\b|Seller\b|Friends?\b)"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?= " + _DOES + r")|\b(?-i:I)\b(?! (?:ask|want|think))"
)
_PRONOUN = r"(?<![其给向跟和与为从被对])[他她](?![们人的])|\b(?:he|she)\b"
_OWNER = re.compile(rf"(?P<finder>{_FINDER})|(?P<person>{_PERSON})|(?P<pronoun>{_PRONOUN})", re.IGNORECASE)
_SPEAKER = ("我", "I", "")
_EMPLOYER = re.compile(r"(?:[我他她]的?)?老板|机场主|(?:the|my|his|her|our|their) (?:boss|owner)", re.IGNORECASE)


def is_employer(owner: str) -> bool:
    """Return whether a sum is that of whom somebody else works for: it is not the other's, whoever is asked about."""
    return bool(_EMPLOYER.fullmatch(owner))


def owner_after(text: str, before: str) -> str:
    """Return whose the next sum is after a text, or who found it: the one named last; empty if none is named.

    :param text: What stands between the sum before and this one.
    :param before: Whose that one is; "he" is that person, unless it is the speaker.
    """
    owner = before
    for match in _OWNER.finditer(text):
        if not match["pronoun"] or owner in _SPEAKER:
            owner = match[0]
    return owner
