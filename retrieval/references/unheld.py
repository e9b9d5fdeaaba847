"""Names of laws in front of or behind an article that the corpus does not know: 民法典第33条, Article 33 of the Civil Code.

And of the guidance of local courts, of which the corpus holds none: the Shanghai High Court's guidance, 浙江高院会议纪要.
"""

import re
from collections.abc import Iterator

from retrieval.number_words import NUMBER_WORDS
from retrieval.numerals import NUMERAL
from retrieval.references.dated_names import has_article_beside
from retrieval.references.described_names import NAME_WORD
from retrieval.references.foreign_statutes import ANY
from retrieval.references.place import ORDINALS

_HEADS = "法典|宪法|法|条例|规定|办法|解释|规则|细则|决定|通知|意见|标准|准则|公约|协定|章程"
_BEFORE = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{1,24}}?(?:{_HEADS}))(?:\(\d{{4}}[^()]{{0,6}}\))?\s*第?\s*$")
# what stands between the last stop and a name, and is no part of it
_LEAD = re.compile(
    r"^.*(?:根据|依据|按照|依照|违反|触犯|适用|参照|关于|对照|比较|结合|以及|引用|援引|请问|想问|还有|看看|查查|按|依|和|与|及|或|在|看|查|问|对|把|跟|比|从|以|是)(?=.{2,})"
)
# 本法, 该规定, 司法解释: they point to a text without naming it
_POINTS = re.compile(
    r"^(?:本|该|此|这[部个]?|那[部个]?|其|新|旧|原|同|同一|正式|最终|最后|生效|上述|前述|前款|现行|有关|相关|国家|中国|我国|司法|两高|本部|行政|部门|地方性?|配套|实施|最新|法律)*"
    r"(?:法律|法规|法|条例|规定|办法|解释|规则|细则|决定|通知|意见|标准|公约|协定)$"
)
_NO_NAME = re.compile(
    r"(?:违法|非法|合法|守法|执法|(?<!公)司法|立法|犯法|方法|看法|说法|做法|用法|想法|无法|依法|怎么规定|没有规定|有规定)$"
)
_HEADS_EN = r"(?:Law|Laws|Code|Act|Regulations?|Provisions|Measures|Interpretations?|Rules|Constitution|Convention|Treaty|Ordinance|Statute|Standards)"
_TITLE_EN = rf"(?:(?:[A-Z][\w'’&-]*|of|and|on|for|the|in|to)\s+){{0,9}}{_HEADS_EN}\b"
_BEHIND_EN = re.compile(
    rf"[\s,;()\d-]{{0,12}}(?:of|in|under)\s+(?:the\s+|China's\s+|PRC\s+|Chinese\s+)*(?P<name>{_TITLE_EN})"
)
_BEFORE_EN = re.compile(
    rf"(?P<name>(?:[A-Z][\w'’&-]*\s+){{1,5}}{_HEADS_EN}|\b[Cc]onstitution),?\s*(?:[Aa]rt(?:icle)?s?\.?|[Ss]ections?|§+)?\s*$"
)
_POINTS_EN = re.compile(rf"^(?:(?:The|This|That|Said|New|Old|Final|Adopted|Current|Chinese|PRC|China|China's|National|State|Judicial|What|Does|Which|Of|In|Under)\s+)*(?!Constitution){_HEADS_EN}$")  # fmt: skip
# the same in small letters: art. 63 of the counterfeit goods law; a noun that no word describes names nothing
_LEADS = r"(?:(?:the|china's|chinese|prc|old|new|current|former)\s+)*"
_PLAIN_EN = rf"{_LEADS}(?P<name>(?:{NAME_WORD}[\s-]+){{1,4}}(?:law|act|code|regulations?|provisions|measures|rules|interpretation|convention|treaty))\b"
_PLAIN_BEHIND = re.compile(
    rf"[\s,;()\d-]{{0,12}}(?:of|in|under)\s+{_PLAIN_EN}|\s{_PLAIN_EN.replace('name', 'lone')}\W*$", re.IGNORECASE
)
_PLAIN_BEFORE = re.compile(
    rf"(?<![\w-]){_PLAIN_EN},?\s*(?:['’]s\s+)?(?:arts?\.?|articles?|sections?|§+)?\s*$", re.IGNORECASE
)
_NO_NAME_EN = frozenset(
    "relevant applicable following local foreign other domestic existing general administrative criminal civil national state final "
    "adopted same special implementing interim supporting related substantive procedural statutory written international".split()
)
_FOREIGN_BEHIND = re.compile(
    rf"[\s,;()\d-]{{0,12}}(?:(?:of|in|under)\s+)?(?:the\s+)?(?:(?:EU|US)\s+)?(?P<name>{ANY})", re.IGNORECASE
)
_FOREIGN_BEFORE = re.compile(
    rf"(?P<name>{ANY})(?:['’]s)?[\s,的第》]{{0,4}}(?:arts?\.?|articles?|sections?|§+)?\s*$", re.IGNORECASE
)

_LOCAL_EN = r"(?:[A-Z][a-z]+\s+){1,3}(?:(?:[Hh]igh(?:er)?|[Ii]ntermediate)\s+(?:[Pp]eople's\s+)?[Cc]ourt)"
_GUIDANCE_EN = r"(?:guidance|guidelines?|minutes|opinions?|replies|reply|answers?|circular)"
_LOCAL_GUIDANCE = re.compile(
    rf"{_LOCAL_EN}(?:'s)?\s+{_GUIDANCE_EN}\b|\b{_GUIDANCE_EN}\s+of\s+(?:the\s+)?{_LOCAL_EN}|"
    r"(?:[\u4e00-\u9fff]{2}|黑龙江|内蒙古)(?:省|市|自治区)?(?<!最)(?:高院|中院|高级人民法院|中级人民法院)[^，。？！,?!]{0,12}?(?:会议纪要|纪要|解答|指引|审判指南|参考意见)"
)
# an amendment by its own article, 刑法修正案(九)第二十九条; named alone it is the law that it has become a part of
_ORDINAL = rf"(?:{NUMERAL}|\d{{1,2}})"
_AMENDMENT = re.compile(
    rf"(?:(?:中华人民共和国)?(?:刑法|宪法)修正案(?:\s?\(?\s?{_ORDINAL}\s?\)?)?|(?:刑修|修正案)\s?\(?\s?{_ORDINAL}\s?\)?|第{_ORDINAL}[次个]?修正案)"
    # with a higher number it is the article of the law that it has changed
    rf"(?=》?[的里中\s]{{0,3}}第?\s?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?条)"
)
_AMENDMENT_EN = re.compile(
    rf"\b(?:(?:Criminal Law\s+)?Amendment\s+(?:No\.?\s*)?\(?(?:[IVX]{{1,4}}|\d{{1,2}}|(?:{NUMBER_WORDS}))\b\)?|(?:{'|'.join(ORDINALS)}|eleventh|twelfth)\s+Amendment)"
    r"(?:\s+(?:to|of)\s+the\s+(?:PRC\s+|Chinese\s+)?Criminal\s+Law)?",
    re.IGNORECASE,
)
# the Constitution only where its clause has an article: else it is what a law must keep to, and the question is of that law
_CONSTITUTION = re.compile(
    rf"宪法(?=[^。;!?法条]{{0,16}}第?\s?(?:\d{{1,3}}|{NUMERAL})\s?条)|"
    r"(?:(?<=\b[Tt]he )(?:PRC |Chinese )?|\b(?:PRC|Chinese|China's|China’s) )Constitution\b(?=[^.;!?]{0,60}?\b(?:[Aa]rt\.?|[Aa]rticle)\s?\d)(?! of (?:a |the )?(?:[Cc]rime|[Oo]ffen))"
)
# the papers of a case: what they say no corpus of law holds, nor is it asked for
_OF_A_FILE = re.compile(r"(?:[^白蓝红皮]书|笔录|记录|清单|[单票证函表]|报告|合同|协议)$")


def without_lead(name: str) -> str:
    """Return a name without what stands between the last stop and it: 公司法 of 根据公司法."""
    return _LEAD.sub("", name)


def is_of_a_file(title: str) -> bool:
    """Return whether a title is that of a paper in a case's file, and of no text of law: 责令整改通知书, 扣押清单."""
    return bool(_OF_A_FILE.search(title))


def find_local_guidance(text: str) -> Iterator[re.Match[str]]:
    """Yield where a text names the guidance of a local court.

    :param text: As `plain` returns it.
    """
    return _LOCAL_GUIDANCE.finditer(text)


def find_constitution_and_amendments(text: str) -> Iterator[re.Match[str]]:
    """Yield where a text names the Constitution, or an amendment, by an article of its own.

    :param text: As `plain` returns it.
    """
    yield from _CONSTITUTION.finditer(text)
    yield from _AMENDMENT.finditer(text)
    for match in _AMENDMENT_EN.finditer(text):
        if has_article_beside(text, match.start(), match.end()):
            yield match


def unheld_name(text: str, start: int, end: int) -> str | None:
    """Return the name of a law that stands at an article and that no mention covers, or None.

    :param text: As `plain` returns it.
    :param start: Where the article's number begins.
    :param end: Where it ends.
    """
    front = text[max(0, start - 40) : start]
    if match := _BEFORE.search(front):
        name = without_lead(match["name"])
        if not _POINTS.match(name) and not _NO_NAME.search(name) and len(name) > 1:
            return name
    if match := _FOREIGN_BEHIND.match(text, end) or _FOREIGN_BEFORE.search(text[max(0, start - 60) : start]):
        return match["name"]
    if match := _BEHIND_EN.match(text, end):
        if not _POINTS_EN.match(match["name"]):
            return match["name"]
    if match := _BEFORE_EN.search(text[max(0, start - 80) : start]):
        if not _POINTS_EN.match(match["name"]):
            return match["name"]
    return _plain_name(text, start, end)


def _plain_name(text: str, start: int, end: int) -> str | None:
    """Return the name in small letters of a law behind or in front of an article."""
    behind = _PLAIN_BEHIND.match(text, end)
    before = None if behind else _PLAIN_BEFORE.search(text[max(0, start - 80) : start])
    name = (behind["name"] or behind["lone"]) if behind else before["name"] if before else None
    return name if name and not set(name.lower().split()[:-1]) <= _NO_NAME_EN else None
