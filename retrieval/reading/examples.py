"""Whether a question asks for decided cases as such: has anybody been fined for this, any precedents?"""

import re

from retrieval.words.sentences import asking

_PERSONS_EN = (
    r"(?:any(?:one|body)|some(?:one|body)|people|persons?|individuals?|users?|sellers?|resellers?|developers?|foreigners?|expats?|"
    r"tourists?|students?|teachers?|employees?|citizens?|chinese|operators?|providers?)"
)
_BEFELL_EN = (
    r"(?:fined|punished|penali[sz]ed|jailed|imprisoned|arrested|detained|convicted|sentenced|prosecuted|indicted|acquitted|caught|deported|"
    r"(?:to|in) (?:jail|prison))"
)
_BEFELL_ZH = r"(?:(?:被|挨|受过?|遭)(?:了)?[^,?!，。？！会能要应]{0,4}(?:罚|抓|判|拘|处分|处理|起诉|逮捕)|判(?:过|了)?(?:刑|无罪)|坐(?:过|了)?牢|罚过款?|罚了款|抓过|进去过)"
# what may befall, not what befell: the chance to be fined
_CHANCE_ZH = r"(?![^,?!，。？！]{0,3}(?:可能|风险|危险|必要|依据|标准|后果))"
# to be fined if, may be fined: no modal before it
_NO_MODAL_EN = r"(?:(?!\b(?:can|could|may|might|must|shall|should|will|would|if|risk|who (?:is|was|has|have|are|were)|whose|that|my|our)\b)[^,.?!]){0,60}"
_EXAMPLE = re.compile(
    r"(?:有没有|有无|有过|哪些|什么样的|找)[^?!。？！]{0,20}(?:案例|先例|判例|案子|例子|(?:类似|相似|相近|差不多|一样)的?(?:案情|情况|情形|案件)[^?!。？！]{0,8}(?:判|罚|处理|不起诉|缓刑))|(?:案例|先例|判例|例子)(?:有吗|吗|有哪些|呢)?[？?]?$|"
    r"\b(?:any|are there|is there|was there|examples? of|known|reported|find|list)\b[^.?!]{0,40}\b(?:cases?|precedents?|acquittals?|convictions?|judgments?|examples?|decisions?)\b|"
    r"(?<!\bin )\bwhich (?:(?:of the|other|VPN|decided) )*(?:cases|judge?ments)\b(?! (?:can|may|must|should|is|are|does|do)\b)|"
    r"\b(?:has|have|was|were) (?:any(?:one|body)|any \w+|there) (?:\w+ )?ever\b|\bever been\b",
    re.IGNORECASE,
)
_BEFELL = re.compile(
    rf"(?:有没有|有无|谁|哪些人|什么人|什么样的人|(?:多少|几个)人)[^,?!，。？！会能要应]{{0,20}}{_BEFELL_ZH}{_CHANCE_ZH}|"
    rf"有[^,?!，。？！会能要应]{{0,20}}{_BEFELL_ZH}{_CHANCE_ZH}[^,?!，。？！]{{0,3}}(?:吗|么|嘛|没有?)[？?]*$|"
    r"(?:抓|拘|罚|判|处罚|拘留|查处)过(?:[^,?!，。？！]{0,14}(?:吗|么|嘛|没有?)[？?]*$|谁|哪些人|什么人)|"
    rf"\b(?:has|have|had|did|was|were) (?:(?:any|many|some|mere|ordinary|normal|other|vpn|real) ){{0,2}}{_PERSONS_EN}\b{_NO_MODAL_EN}\b{_BEFELL_EN}\b|"
    rf"\b(?:is|are|do|does) (?:(?:any|many) \w+|any(?:one|body)|people)\b{_NO_MODAL_EN}\b{_BEFELL_EN}\b|"
    rf"\bhow many (?:\w+ )?(?:{_PERSONS_EN})\b{_NO_MODAL_EN}\b{_BEFELL_EN}\b|"
    rf"^\W*(?:(?:and|so|but) )?who (?:\w+ )?(?:has|have|had|was|were|got|gets|is|are)\b{_NO_MODAL_EN}\b{_BEFELL_EN}\b",
    re.IGNORECASE,
)


def asks_for_example(text: str) -> bool:
    """Return whether decided cases of some kind are all that is asked for, not the rule on the matter too.

    :param text: The question, in Simplified characters and plain forms.
    """
    return all(_EXAMPLE.search(part.strip()) or tells_what_befell(part) for part in asking(text) or [text])


def tells_what_befell(text: str) -> bool:
    """Return whether a sentence asks what befell others before: has anyone been fined, 有人被拘留过吗."""
    return bool(_BEFELL.search(text.strip()))
