"""What no text tells: an authority that is to be made up, a person's name or whereabouts, the weight of an article."""

import re

from retrieval.question import Question
from retrieval.references.find import Reference

_INVENTION = re.compile(
    r"\b(?:make|making) (?:it|one|something|a \w+) up\b|\b(?:make|making) up (?:something|anything|one)\b|^\W*(?:please )?make up\b|\b(?:make|making) up\b[^.?!]{0,40}\b(?:case|reply|replies|citation|authority|authorities|precedent|decision|interpretation|provision|judge?ment|number|ruling|article)s?\b|\b(?:invent|fabricate|concoct)\b[^.?!]{0,60}\b(?:case|reply|ruling|judg(?:e?ment)|"
    r"citation|authority|authorities|precedent|decision|interpretation|number|article|provision)s?\b|"
    r"(?:编造|编|杜撰|虚构|捏造|瞎编|随便写)(?:一|个|条|份|几)*[^,?!。？！，]{0,20}(?:案号|判例|判决|裁定|批复|司法解释|解释|文号|法条|条文|案例|号[”’」]?)",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"\b(?:full |real |given )?names?\b[^.?!]{0,40}\b(?:judges?|lawyers?|counsel|attorneys?|prosecutors?|clerks?|witness\w*|defendants?|victims?|officers?|partners?|wife|procurators?)\b|"
    r"\b(?:judges?|lawyers?|counsel|attorneys?|prosecutors?|defendants?|officers?|client)(?:'s)?\s+(?:full |real |given )?(?:names?|(?:phone|telephone|mobile) numbers?|(?:home |e-?mail )?address|birthday|id number|date of birth)\b|"
    r"\bwho (?:was|were|is|are) (?:(?:the |his |her |its )(?:\w+ ){0,2})?(?:judges?|lawyers?|counsel|attorneys?|prosecutors?|clerk|witness\w*)\b|"
    r"\b(?:which|what) (?:\w+ )?(?:judge|lawyer|counsel|attorney|prosecutor|barrister|officer)s?\b[^.?!]{0,24}\b(?:defended|represented|stood|acted|appeared|heard|tried|sentenced|prosecuted|arrested|signed)\b|"
    r"\bbank accounts? (?:did|was|were|number)|\b(?:which|what) (?:\w+ )?(?:bank|hotel|university|school|hosting company|hosting provider|data cent(?:er|re)|law firm|company|provider)\b[^.?!]{0,30}\b(?:did|had|was|were|rent\w*|us(?:e|ed)|own\w*|host\w*)\b[^.?!]*\b(?:he|she|they|[A-Z][a-z]+)\b|"
    r"哪(?:一)?(?:家|位|个|所)(?:公司|银行|酒店|学校|大学|律所|律师事务所|服务商|机房|经理|老板|同学|朋友|亲戚)|"
    r"\b(?:full|real) name\b|\bsurnames?\b|\b(?:home address|phone number|telephone number|identity card|id number|date of birth)\b|"
    r"(?:(?:全名|真实姓名|真名|姓名|名字)叫|(?:全名|真实姓名|真名|姓名|名字|身份证号?|(?<![打接])电话|手机号|住址|家庭住址|出生日期|生日)(?:是|有|为|[？?]))|"
    r"(?:审判长|主审法官|法官|审判员|书记员|合议庭|律师|辩护人|检察官|公诉人|证人)[^,?!。？！，]{0,8}(?:是谁|叫什么|姓什么|是哪位|的?姓名|的?名字|的?全名)|(?:全名|真名|真实姓名)",
    re.IGNORECASE,
)
# "may the court publish my client's name?" asks for a rule
_WHETHER = re.compile(r"\W*(?:may|can|could|must|should|shall|will|would)\s+(?!you\b)", re.IGNORECASE)
_PHYSICAL = re.compile(
    r"\b(?:(?<!\d )(?:kilograms?|grams)|weigh\w*|taste\w*|smell\w*|lighter than|taller|louder|temperature|square root)\b|\bwhat colou?r\b|"
    r"颜色|公斤|雨伞|发芽|煮|多重|味道|气味|平方根|多高多重",
    re.IGNORECASE,
)
# 2027年新刑法, the 2028 Cybersecurity Law: a text by the year in which it is made
_MADE_IN = re.compile(
    r"(?P<year>20\d\d)年?的?(?:新|修[订正]|版|公布|出台|通过)[^,?!，。？！]{0,12}?(?:法(?![院官律])|条例|规定|办法|解释|修正案)|"
    r"\b(?P<year_en>20\d\d) (?:new |revised |amended )?(?:[A-Z]\w+ ){0,4}(?:Law|Act|Code|Regulations?|Interpretation|Measures)\b"
)


def made_in_years_to_come(question: Question) -> Reference | None:
    """Return the text of law that a question names by a year that has not begun: there is none yet."""
    for match in _MADE_IN.finditer(question.text):
        if int(match["year"] or match["year_en"]) > question.today.year:
            return Reference(match[0], (), named=match[0])
    return None


def asks_for_invention(question: Question) -> bool:
    """Return whether an authority is to be made up."""
    return bool(_INVENTION.search(question.text))


def asks_for_identity(question: Question) -> bool:
    """Return whether the name or whereabouts of a person is asked for, which no brief gives."""
    return bool(_IDENTITY.search(question.text)) and not _WHETHER.match(question.text)


def asks_physical(question: Question) -> bool:
    """Return whether a text is asked for its weight, colour or the like, which texts do not have."""
    return bool(_PHYSICAL.search(question.text))
