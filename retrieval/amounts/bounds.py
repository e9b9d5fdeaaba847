"""What is said of a number by the words before it: that it is a bound, or that it is not so."""

import re
from typing import Literal

Bound = Literal["", "under", "from", "up_to"]

CLAUSE = re.compile(r"[，。；！？;!?\n]|,(?!\d{3})|\.(?!\d)")

# what may stand between these words and the number
_FILLING = (
    r"(?:约|大约|大概|共|共计|合计|人民币|了|"
    r"(?:\b(?:a|an|the|sum|total|figure|amount|threshold|of|about|around|some|roughly|RMB|CNY|worth)\b\s*)|[¥￥:：\s])*$"
)
# each kind of word is a bound; denied it is another one, or none that is denied: not over is up to, not reach is under
_KINDS: tuple[tuple[str, Bound, Bound], ...] = (
    (r"至少|起码|最少|最低|不止|不只|不仅|\b(?:at (?:the )?(?:very )?least|a minimum of|upwards of|not only|not just)\b", "from", "under"),
    (r"最多|至多|顶多|最高|\b(?:up to|at (?:the )?(?:very )?most|a maximum of)\b", "up_to", "from"),
    (r"将近|接近|差点|(?<![附最远])近|(?<![大较减缩])小|差一点|\b(?:nearly|almost|close to|just under|just below)\b", "under", "under"),
    (
        r"[少低小]于|(?<=不)下于?|(?<=不)少|(?<=不)低|\b(?:(?:less|fewer|lower|smaller|shorter) than|(?:falls?|falling|fell|fallen|were|was|is|are|be|been|far|well) short of|"
        r"short of|under|below|beneath)\b", "under", "from",
    ),
    (
        r"超过了?|超出了?|(?<=[不没未])超|超(?=\s*$)|逾|[高大多]于|突破|(?<=不)多|(?<=不)高|\b(?:over|above|(?:more|greater|higher|larger|longer) than|exceed(?:s|ed|ing)?|"
        r"in excess of|beyond|surpass(?:es|ed|ing)?)\b", "from", "up_to",
    ),
    (
        r"达到?了?|(?<![收赚得拿挣骗遇受])[到足满够及]|凑够|\b(?:reach(?:es|ed|ing)?|meets?|hits?|attain(?:s|ed)?|amount(?:s|ed|ing)? to|c[ao]mes? to|"
        r"get(?:s|ting)? to|got to|total(?:s|led|ling)?|as much as|as many as|quite|even)\b", "", "under",
    ),
)  # fmt: skip
_WORDS = [(re.compile(rf"(?:{words}){_FILLING}", re.IGNORECASE), plain, denied) for words, plain, denied in _KINDS]
# what may stand between the denial and what it denies: its verb, and what the sum is
_VERBS = (
    r"是|为|约|大约|共|一共|总共|合计|共计|实际上?|真正?|能|会|曾|有|过|到|了|已|已经|再|敢|人民币|获利?|获得|得到?|取得|赚到?|赚取|挣到?|"
    r"收到?|收取|拿到?|卖出?|卖给|提供给?|造成|产生|导致|带来|任何|违法所得|非法所得|非法获利|非法经营数额|经营数额|经济损失|损失|收入|利润|数额|金额|"
    r"盈利|的|也|都|就|达|应当?|可能|得|起码|"
    r"\s+|\b(?:an?|any|the|be|been|being|have|has|had|even|yet|ever|quite|in fact|actually|really|just|to|of|him|them|"
    r"make|made|earn(?:ed|ing)?|receiv(?:e|ed|ing)|get|got|gain(?:ed|ing|s)?|take|taken|collect(?:ed)?|caus(?:e|ed|ing)|bring|brought|in|"
    r"come|amount|loss(?:es)?|profits?|income|receipts|economic|financial|illegal|unlawful|sum|figure|alleged|claimed|anything|as|much|many|"
    r"about|around|RMB|CNY|at|all|manage|able)\b|[¥￥'’]"
)
# 有没有, 是不是 and 够不够 ask; 没收 is to confiscate
_DENIED = re.compile(
    r"(?P<word>(?<!有)没有?(?!收(?![到取]))|(?<!是)(?<!能)不|未(?!来)|(?:而|并)?(?<![除是])非(?!法)|(?<!有)无|"
    r"(?<!or )\bnot\b(?! (?:only|just|merely))|n['’]t\b|\bnever\b|\bno\b|\bneither\b|\bnor\b|\bwithout\b|\bcannot\b|"
    r"\b(?:fail(?:s|ed|ing)?|yet|unable) (?=to\b)|\brather than\b|\binstead of\b|\bother than\b|\bas opposed to\b)"
    rf"(?:{_VERBS})*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?P<word>[\u4e00-\u9fff])[不没](?P=word)\w?$")  # 够不够, 到没到

_LONGEST = 200  # characters of a clause that are read: else each number of a text without marks has all before it read


def bound_before(before: str) -> Bound:
    """Return what a number is a bound of by the words before it: not less than, 没有超过, failed to reach.

    :param before: What stands before it; its last clause counts.
    """
    clause = CLAUSE.split(before)[-1]
    for words, plain, denied in _WORDS:
        if match := words.search(clause):
            if _ASKED.search(clause[: match.end()].rstrip()):
                return ""
            return denied if _DENIED.search(clause[: match.start()]) else plain
    return ""


def denial_before(before: str) -> re.Match[str] | None:
    """Return the words that say of a number that it is not so, up to it: 不是, did not cause a loss of; a bound is none.

    :param before: What stands before it; its last clause counts.
    """
    begin = max(0, len(before) - _LONGEST)
    for mark in CLAUSE.finditer(before, begin):
        begin = mark.end()
    if any(words.search(before, begin) for words, _, _ in _WORDS):
        return None
    return _DENIED.search(before, begin)
