"""Numbers of laws and guiding cases, however their brackets and letters are typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from retrieval.references.listed_cases import OF_COURT, OF_PROCURATORATE, find_listed_cases
from retrieval.references.unheld import without_lead

_TO_PLAIN = str.maketrans({**{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}, "〔": "(", "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")", "［": "(", "］": ")", "\u3000": " "})  # fmt: skip

_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)年的?(法释|法发|公通字)\s?(?:第\s?)?(\d{1,4})\s?号")  # 2011年法释第19号
_ORDERS = {"国务院": "state council", "公安部": "ministry of public security", "工业和信息化部": "ministry of industry and information technology"}  # fmt: skip
_ISSUERS = {"法释": r"fa\s?shi", "法发": r"fa\s?fa", "公通字": r"gong\s?tong\s?zi", "国信": r"guo\s?xin",
            "高检发释字": r"gao\s?jian\s?fa\s?shi\s?zi"}  # fmt: skip
# any X〔YYYY〕N号, held or not; X of a penalty may have a bracket in it: 舟定公(解)行罚决字
_HAN = "[\u4e00-\u9fff]"
_NUMBERED = re.compile(
    rf"(?P<issuer>(?:{_HAN}{{1,8}}\({_HAN}{{1,4}}\))?{_HAN}{{1,12}})\s?(?:\((?P<year>(?:19|20)\d\d)年?\)年?|(?P<bare>(?:19|20)\d\d)\s?年?)"
    r"\s?(?:第\s?)?(?P<serial>\d{1,9})\s?(?:(?P<sign>号)(?![楼店线院室房库门])|(?![\d号年月日、%.万千百元-]))"
)
# with the year out of brackets or without 号 it is none but behind these: 法释2011年19号, and not 他在2011年19号
_KNOWN = re.compile(r"(?:法释|法发|法|公通字|国信|字|信管函)$")
# orders of others
_OTHER_ORDER = re.compile(rf"{_HAN}{{1,14}}[部委局院署会办席室厅府]令\s?(?:\(\d{{4}}\)\s?)?第?\s?\d{{1,4}}\s?号")
# Guo Fa [2000] No. 5, in syllables
_SYLLABLE = r"(?:[ZCSzcs]h|[BPMFDTNLGKHJQXZCSRYWbpmfdtnlgkhjqxzcsryw])?(?:[iu]?[aeo]|[ae]i|[iu]?ao|[io]u|ui|[iu]e|[iu]|uai)(?:n|ng)?"
_SPELT = re.compile(
    rf"(?<![A-Za-z])(?P<issuer>(?:(?:(?=[A-Z]){_SYLLABLE}\b\s?){{1,6}}\((?:{_SYLLABLE}\b\s?){{1,3}}\)\s?)?(?:(?=[A-Z]){_SYLLABLE}\b\s?){{1,6}})(?<!Su )(?<!Su)"
    r"\((?P<year>(?:19|20)\d\d)\)\s*(?:[Nn]o\.?|#)\s*(?P<serial>\d{1,5})\b"
)
# papers, bodies and things that are counted
_NO_ISSUER = re.compile(r"(?:[书单证票院局部厅委]|合同|协议|报告|记录|编号|案号|解释|诉|[鉴勘拘捕扣侦].{0,6})$")
# what ends in the short name of an issuer that is held and begins so is another's: 豫高法发 is no 法发
_ANOTHER_S = re.compile(
    r"(?:[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵云藏陕甘青宁新兵中检府办厅委省市县区州司国工商建]|(?<![最两])高)$"
)
_STANDING = re.compile(r"(?:法释|法发|公通字|国发|国办发)$")  # so they begin, whatever word stands before
_LEAST_ISSUER = 4  # characters from which on no other issuer's short name ends in one
_BEFORE_ONE = re.compile(r"(?:院|最高法|两高|高检)$")
_ORDER = re.compile(rf"({'|'.join(_ORDERS)}|工信部)(?:令\s*(?:第\s*)?(\d{{1,9}})\s*号|\s*第?\s*(\d{{1,9}})\s*号令)")
_DOCUMENT_EN = re.compile(
    rf"\b(?:{'|'.join(f'({name})' for name in _ISSUERS.values())})\s*(?:\((\d{{4}})\)|(\d{{4}}))\s*(?:no\.?|number|#)?\s*(\d{{1,9}})\b",
    re.IGNORECASE,
)
# Fa Shi No. 19 of 2011: the year behind the number
_DOCUMENT_EN_OF = re.compile(
    rf"\b(?:{'|'.join(f'({name})' for name in _ISSUERS.values())})\s*(?:no\.?|number|#)?\s*(\d{{1,3}})\s*(?:of\s+|/\s*|\()((?:19|20)\d\d)\b\)?",
    re.IGNORECASE,
)
_ORDER_EN = re.compile(
    rf"\b(?:{'|'.join(f'({name})' for name in _ORDERS.values())})\s+(?:order|decree)\s*(?:no\.?|number|#)?\s*(\d{{1,9}})\b|"
    rf"\b(?:order|decree)\s*(?:no\.?|number|#)?\s*(\d{{1,9}})\s+of\s+the\s+(?:{'|'.join(f'({name})' for name in _ORDERS.values())})\b",
    re.IGNORECASE,
)
_GUIDING = re.compile(
    r"指导性?案例\s*(?:第\s*)?(\d{1,9})\s*号|(?:第\s*)?(\d{1,9})\s*号\s*指导性?案例|"
    r"\b(?<!spp )guiding\s+case\s*(?:no\.?|number|#)?\s*(\d{1,9})\b(?!\s+of\s+the\s+(?:supreme\s+people's\s+procuratorate|spp))",
    re.IGNORECASE,
)
_PROCURATORATE = re.compile(
    r"检例\s*(?:第\s*)?(\d{1,9})\s*号|最高检(?:察院)?的?\s*(?:第\s*)?(\d{1,9})\s*号(?:\s*指导性?案例)?|最高检(?:察院)?的?\s*指导性?案例\s*(?:第\s*)?(\d{1,9})\s*号|"
    r"\bspp\s+(?:guiding\s+)?case\s*(?:no\.?|number|#)?\s*(\d{1,9})\b|"
    r"\bguiding\s+case\s*(?:no\.?|number|#)?\s*(\d{1,9})\s+of\s+the\s+(?:supreme\s+people's\s+procuratorate|spp)\b",
    re.IGNORECASE,
)
# Interpretation [2011] No. 19, Judicial Interpretation No. 19 of 2011: numbered as 法释 are
_INTERPRETATION = re.compile(
    r"\b(?:judicial\s+)?interpretation\s*(?:\(((?:19|20)\d\d)\)|((?:19|20)\d\d))\s*,?\s*(?:no\.?|number|#)?\s*(\d{1,3})\b|"
    r"\b(?:judicial\s+)?interpretation\s*(?:no\.?|number|#)?\s*(\d{1,3})\s*(?:of\s+|/\s*|\()((?:19|20)\d\d)\b\)?|司法解释\s*\(?((?:19|20)\d\d)\)?年?第?\s*(\d{1,3})\s*号",
    re.IGNORECASE,
)
_FORMS = (_YEAR_FIRST, _INTERPRETATION, _ORDER, _DOCUMENT_EN, _DOCUMENT_EN_OF, _ORDER_EN, _GUIDING, _PROCURATORATE)


def plain(text: str) -> str:
    """Return the text with full-width forms and the brackets of numbers made plain, code point by code point."""
    return text.translate(_TO_PLAIN)


@dataclass(frozen=True)
class DocumentNumber:
    """A number at [start, end) of a text.

    :param key: As `document_key` returns it.
    """

    start: int
    end: int
    key: str


def find_documents(text: str) -> Iterator[list[DocumentNumber]]:
    """Yield the numbers of a text, each with all that it may be read as: 根据法发〔2016〕22号 as 法发〔2016〕22号.

    :param text: As `plain` returns it.
    :return: The likeliest reading last: where none is held it is that one.
    """
    taken = []
    for start, end, key in find_listed_cases(text):
        taken.append((start, end))
        yield [DocumentNumber(start, end, key)]
    for pattern in _FORMS:
        for match in pattern.finditer(text):
            taken.append(match.span())
            yield [DocumentNumber(match.start(), match.end(), document_key(match[0]) or "")]
    for match in _NUMBERED.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            if readings := _readings(match):
                yield readings
    for match in _OTHER_ORDER.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            start = match.end() - len(without_lead(match[0]))
            yield [DocumentNumber(start, match.end(), text[start : match.end()])]
    for match in _SPELT.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            spelt = re.sub(r"[()\s]", "", match["issuer"]).lower()
            yield [DocumentNumber(match.start(), match.end(), f"{spelt}({match['year']}){int(match['serial'])}号")]


def spelt_key(key: str) -> str:
    """Return a document number with its issuer in pinyin, as `find_documents` reads Gong Fa [2001] No. 11."""
    issuer, year, rest = key.rpartition("(")
    return "".join(lazy_pinyin(re.sub(r"[()]", "", issuer))) + year + rest


def without_documents(text: str) -> str:
    """Return a text without its document numbers in Chinese."""
    return _ORDER.sub(" ", _NUMBERED.sub(" ", text))


def _readings(match: re.Match[str]) -> list[DocumentNumber]:
    issuer, rest = match["issuer"], f"({match['year'] or match['bare']}){int(match['serial'])}号"
    if _NO_ISSUER.search(issuer) or ((match["bare"] or not match["sign"]) and not _KNOWN.search(issuer)):
        return []
    known = _STANDING.search(issuer)
    bare = len(issuer) + 1 - len(without_lead(issuer + "号"))  # of 根据法〔2024〕132号 one character is left
    if known and _may_begin(issuer, known.start()):
        bare = known.start()
    begins = [at for at in range(len(issuer)) if at == bare or _may_begin(issuer, at)]
    readings = [DocumentNumber(match.start() + at, match.end(), issuer[at:] + rest) for at in (*begins, bare)]
    return readings if len(issuer) - bare > 1 or issuer[bare:] == "法" else []


def _may_begin(text: str, at: int) -> bool:
    """Whether the short name of an issuer may begin at a place of the characters in front of a number's year."""
    before, issuer = text[:at], text[at:]
    if len(issuer) == 1:
        return not before or bool(_BEFORE_ONE.search(before))
    return len(issuer) >= _LEAST_ISSUER or not _ANOTHER_S.search(before)


def document_key(number: str) -> str | None:
    """Return a document number in one form, 法释(2011)19号; None if it is none.

    Fa Shi [2011] No. 19, State Council Order No. 195 and Guiding Case No. 97 are in that form too.
    """
    text = plain(number).strip()
    if match := _YEAR_FIRST.search(text):
        return f"{match[2]}({match[1]}){int(match[3])}号"
    if match := _ORDER.search(text):
        issuer = "工业和信息化部" if match[1] == "工信部" else match[1]
        return f"{issuer}令第{int(match[2] or match[3])}号"
    if match := _INTERPRETATION.search(text):
        bracketed, bare, serial, first, of_year, chinese, number = match.groups()
        return f"法释({bracketed or bare or of_year or chinese}){int(serial or first or number)}号"
    for pattern, form in ((_PROCURATORATE, OF_PROCURATORATE), (_GUIDING, OF_COURT)):
        if match := pattern.search(text):
            return form.format(int(next(group for group in match.groups() if group)))
    if match := _DOCUMENT_EN.search(text):
        *issuers, year, bare, serial = match.groups()
        return f"{_named(issuers, list(_ISSUERS))}({year or bare}){int(serial)}号"
    if match := _DOCUMENT_EN_OF.search(text):
        *issuers, serial, year = match.groups()
        return f"{_named(issuers, list(_ISSUERS))}({year}){int(serial)}号"
    if match := _ORDER_EN.search(text):
        count = len(_ORDERS)
        groups = match.groups()
        issuer = _named([a or b for a, b in zip(groups[:count], groups[count + 2 :], strict=True)], list(_ORDERS))
        return f"{issuer}令第{int(groups[count] or groups[count + 1])}号"
    match = _NUMBERED.match(text)
    return readings[0].key if match and (readings := _readings(match)) else None


def _named(groups: list[str | None], names: list[str]) -> str:
    return next(name for name, group in zip(names, groups, strict=True) if group)
