"""Document numbers and case numbers, however their brackets and letters are typed."""

import re

_TO_PLAIN = str.maketrans({**{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}, "〔": "(", "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")", "［": "(", "］": ")", "\u3000": " "})  # fmt: skip

# The courts' one-character names of provinces, in pinyin; 冀 and 吉, 陕 and 陇 and the like are told apart by number.
_PROVINCES = {
    "京": "jing", "津": "jin", "冀": "ji", "晋": "jin", "内": "nei", "辽": "liao", "吉": "ji", "黑": "hei", "沪": "hu",
    "苏": "su", "浙": "zhe", "皖": "wan", "闽": "min", "赣": "gan", "鲁": "lu", "豫": "yu", "鄂": "e", "湘": "xiang",
    "粤": "yue", "桂": "gui", "琼": "qiong", "渝": "yu", "川": "chuan", "黔": "qian", "贵": "gui", "云": "yun",
    "藏": "zang", "陕": "shan", "甘": "gan", "青": "qing", "宁": "ning", "新": "xin", "兵": "bing",
    "最高法": "zuigaofa",
}  # fmt: skip
_PROCEDURES = {"刑初": "xingchu", "刑终": "xingzhong", "刑再": "xingzai", "刑监": "xingjian", "刑申": "xingshen",
               "行初": "xingchu", "行终": "xingzhong"}  # fmt: skip

CASE_NUMBER = re.compile(
    rf"(?:\(?(\d{{4}})\)?\s*)?({'|'.join(_PROVINCES)})\s*(\d{{2,4}})?\s*([刑行民][初终再监申])\s*(?:字\s*)?(?:第\s*)?(\d{{1,9}})\s*号"
)
TRANSLITERATED = re.compile(
    r"(?:\(?(\d{4})\)?\s*)?\b([A-Za-z]{1,8})\s*(\d{2,4})\s*(xing|min)\s*[-']?\s*(chu|zhong|zai|jian|shen)\s*(?:zi\s*)?(?:di\s*)?"
    r"(?:no\.?|number|#)?\s*(\d{1,9})(?:\s*hao)?\b",
    re.IGNORECASE,
)
_ORDERS = {"国务院": "state council", "公安部": "ministry of public security", "工业和信息化部": "ministry of industry and information technology"}  # fmt: skip
_ISSUERS = {"法释": r"fa\s?shi", "法发": r"fa\s?fa", "公通字": r"gong\s?tong\s?zi", "国信": r"guo\s?xin",
            "高检发释字": r"gao\s?jian\s?fa\s?shi\s?zi"}  # fmt: skip
_DOCUMENT = re.compile(
    r"(法释|法发|法|公通字|国信|高检发释字|高检发|工信部信管函)\s*(?:\((\d{4})\)|(\d{4})\s*年?)\s*(?:第\s*)?(\d{1,9})\s*号"
)
_ORDER = re.compile(rf"({'|'.join(_ORDERS)})(?:令\s*(?:第\s*)?(\d{{1,9}})\s*号|\s*第?\s*(\d{{1,9}})\s*号令)")
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
_LETTER = re.compile(r"[^\W\d_]")
DOCUMENT_PATTERNS = (
    _INTERPRETATION,
    _DOCUMENT,
    _ORDER,
    _DOCUMENT_EN,
    _DOCUMENT_EN_OF,
    _ORDER_EN,
    _GUIDING,
    _PROCURATORATE,
)


def plain(text: str) -> str:
    """Return the text with full-width forms and the brackets of numbers made plain, code point by code point."""
    return text.translate(_TO_PLAIN)


def without_numbers(text: str) -> str:
    """Return a text without its Chinese case and document numbers, which tell nothing of its language; itself if no letter is left."""
    rest = _DOCUMENT.sub(" ", CASE_NUMBER.sub(" ", plain(text)))
    return rest if _LETTER.search(rest) else text


def case_key(number: str) -> str | None:
    """Return what a case number says, without its form: `2018 e 1003 xingchu 150`; `*` for a year left out."""
    text = plain(number)
    if match := CASE_NUMBER.search(text):
        year, province, court, procedure, serial = match.groups()
        return (
            f"{year or '*'} {_PROVINCES[province]} {court or ''} {_PROCEDURES.get(procedure, procedure)} {int(serial)}"
        )
    if match := TRANSLITERATED.search(text):
        year, province, court, branch, procedure, serial = match.groups()
        return f"{year or '*'} {province.lower()} {court} {branch.lower()}{procedure.lower()} {int(serial)}"
    return None


def same_case(one: str, other: str) -> bool:
    """Return whether two keys name the same case; `*` stands for a year that was left out."""
    return one == other or ("*" in (one[0], other[0]) and one.split(" ", 1)[1] == other.split(" ", 1)[1])


def document_key(number: str) -> str | None:
    """Return a document number in one form, 法释(2011)19号; None if it is none.

    Fa Shi [2011] No. 19, State Council Order No. 195 and Guiding Case No. 97 are in that form too.
    """
    text = plain(number)
    if match := _DOCUMENT.search(text):
        issuer, year, bare, serial = match.groups()
        return f"{issuer}({year or bare}){int(serial)}号"
    if match := _ORDER.search(text):
        return f"{match[1]}令第{int(match[2] or match[3])}号"
    if match := _INTERPRETATION.search(text):
        bracketed, bare, serial, first, of_year, chinese, number = match.groups()
        return f"法释({bracketed or bare or of_year or chinese}){int(serial or first or number)}号"
    for pattern, form in ((_PROCURATORATE, "检例第{}号"), (_GUIDING, "指导案例{}号")):
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
    return None


def _named(groups: list[str | None], names: list[str]) -> str:
    return next(name for name, group in zip(names, groups, strict=True) if group)
