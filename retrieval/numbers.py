"""Document numbers and case numbers, however their brackets and letters are typed."""

import re

_TO_PLAIN = str.maketrans({**{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}, "〔": "(", "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")", "\u3000": " "})  # fmt: skip

# The courts' one-character names of provinces, in pinyin; 冀 and 吉, 陕 and 陇 and the like are told apart by number.
_PROVINCES = {
    "京": "jing", "津": "jin", "冀": "ji", "晋": "jin", "内": "nei", "辽": "liao", "吉": "ji", "黑": "hei", "沪": "hu",
    "苏": "su", "浙": "zhe", "皖": "wan", "闽": "min", "赣": "gan", "鲁": "lu", "豫": "yu", "鄂": "e", "湘": "xiang",
    "粤": "yue", "桂": "gui", "琼": "qiong", "渝": "yu", "川": "chuan", "黔": "qian", "贵": "gui", "云": "yun",
    "藏": "zang", "陕": "shan", "甘": "gan", "青": "qing", "宁": "ning", "新": "xin", "兵": "bing",
}  # fmt: skip
_PROCEDURES = {"刑初": "xingchu", "刑终": "xingzhong", "刑再": "xingzai", "刑监": "xingjian", "刑申": "xingshen",
               "行初": "xingchu", "行终": "xingzhong"}  # fmt: skip

CASE_NUMBER = re.compile(
    r"\(?(\d{4})\)?\s*([\u4e00-\u9fff])\s*(\d{2,4})?\s*([刑行民][初终再监申])\s*(?:字第?)?\s*(\d+)\s*号"
)
TRANSLITERATED = re.compile(
    r"(?:\(?(\d{4})\)?\s*)?\b([A-Za-z]{1,6})\s*(\d{2,4})\s*(xing|min)\s*[-']?\s*(chu|zhong|zai|jian|shen)\s*(?:zi\s*)?(?:di\s*)?"
    r"(?:no\.?|number|#)?\s*(\d+)(?:\s*hao)?\b",
    re.IGNORECASE,
)
DOCUMENT_NUMBER = re.compile(
    r"((?:法释|法发|法|公通字|高检发释字|高检发|工信部信管函|国务院令|工业和信息化部令|公安部令)\s*)"
    r"(?:\(?(\d{4})\)?\s*|第\s*)(\d+)\s*号"
)


def plain(text: str) -> str:
    """Return the text with full-width forms and the brackets of numbers made plain, code point by code point."""
    return text.translate(_TO_PLAIN)


def case_key(number: str) -> str | None:
    """Return what a case number says, without its form: `2018 e 1003 xingchu 150`; None if it is none."""
    text = plain(number)
    if match := CASE_NUMBER.search(text):
        year, province, court, procedure, serial = match.groups()
        name = _PROVINCES.get(province)
        return f"{year} {name} {court or ''} {_PROCEDURES.get(procedure, procedure)} {serial}" if name else None
    if match := TRANSLITERATED.search(text):
        year, province, court, branch, procedure, serial = match.groups()
        return f"{year or '*'} {province.lower()} {court} {branch.lower()}{procedure.lower()} {serial}"
    return None


def same_case(one: str, other: str) -> bool:
    """Return whether two keys name the same case; `*` stands for a year that was left out."""
    return one == other or ("*" in (one[0], other[0]) and one.split(" ", 1)[1] == other.split(" ", 1)[1])


def document_key(number: str) -> str | None:
    """Return a document number in one form, 法释(2011)19号; None if it is none."""
    match = DOCUMENT_NUMBER.search(plain(number))
    if not match:
        return None
    issuer, year, serial = match.groups()
    return f"{issuer.strip()}({year}){serial}号" if year else f"{issuer.strip()}第{serial}号"
