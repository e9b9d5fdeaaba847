"""Whether a question leans on the turns before it: by a word that stands for something, or because it says too little."""

import re
from collections.abc import Sequence

from retrieval.amounts.denied import readable
from retrieval.index import Index
from retrieval.language import HAN
from retrieval.reading.bare_paragraphs import names_bare_paragraph
from retrieval.reading.bare_why import is_bare_why
from retrieval.reading.charges import names_crime_or_conduct
from retrieval.reading.limitation import asks_whether_over
from retrieval.references.find import Reference
from retrieval.words.glossary import Term

_POINTER = {
    "en": re.compile(
        r"^\s*(?:and|or|but|so|also|then)\b|\b(?:what|how) about\b|\b(?:he|she|him|his|her|it|its|they|them|their|this|"
        r"those|these|there|the same(?! as\b)|the (?:(?:19|20)\d\d )?(?:conduct|acts?|deeds?|behaviou?r)(?! of\b)|that (?:article|case|crime|rule|law|one|charge|provision|figure|amount|person|order))\b|\bfor (?:units|individuals)\b|"
        # convicted for the VPN or for the posts? it is not said who was
        # would that pass the limit? what was just named
        r"^\W*(?:and |so |but )?(?:would|does|did|will|could|can) that (?!the\b|an?\b)|"
        r"^\W*(?:(?:convicted|punished|sentenced|jailed|fined|detained|arrested) )?(?:for|because of|over) [^?]{1,40}? or (?:just |only |rather |really )?(?:for|because of|over)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"^(?:那|那么|还有|可(?=我|是|他|她|要)|但是?|不过|其实|而且|另外|如果|要是|换成|这|该|此|他|她|它|其|上述|前述)|[他她它](?:们)?|(?:这|那|该|此|上述|前述)(?:个|种|条|款|项|案|罪|规定|情况|人)|"
        r"^(?:之前|此前|当时|当初|起初|一开始|后来|最后|最终)|(?:这|那)(?:边|[\d一二两三四五六七八九十几]+(?:万|千|百|块|元|个|年|天|次)|份|张|笔|次|样|几天|段时间)|呢[？?]?$|"
        # 是因为翻墙判的还是因为发的内容: it is not said who was
        r"^(?:到底|究竟|主要)?(?:是?(?:因为?|由于|凭)[^,?，。？]{1,14}?(?:[判罚抓拘]|定罪|起诉)[^,?，。？]{0,2}的|(?:[判罚抓拘]|定罪|起诉)的(?:到底|究竟|主要)?是)"
    ),
}
# "is it a crime to use one", "is there a time limit": these stand for nothing that was said before
_EXPLETIVE = re.compile(
    r"\b(?:is|was|are|were|can|could|will|would|might|may|should)(?:n't)? (?:there|it)\b(?! (?:again|too|either|also|because|over|due to)\b)(?<!was it(?= for))(?=(?: \S+){2,})(?:(?<=there)|(?= (?:\S+ ){1,4}(?:to|for|that|if|when)\b))|"
    r"\bthere (?:is|are|was|were)\b|\bit(?:'s| is| was) (?:\w+ ){1,2}(?:to|that|for)\b",
    re.IGNORECASE,
)
# a supposition may be a case of its own
_SUPPOSES_ZH = re.compile(r"^(?:如果|要是)(?![^,，。]{0,4}[他她它])")
# a pronoun that the question's own words explain: a seller ... he
_ANTECEDENT_EN = re.compile(r"\b(?:an?|my|our|some(?:one|body)|any(?:one|body))\b", re.IGNORECASE)
_PRONOUN_EN = re.compile(r"\b(?:he|she|him|his|her|they|them|their)\b", re.IGNORECASE)
_SENTENCE_EN = re.compile(r"[^?!]+")
_OWN_ANTECEDENT_ZH = re.compile(
    r"^(?![那这他她它])[^?。？]*?(?:我|有人|一个|某人|朋友|客户|当事人|老板|员工)[^?。？他她它]*[他她它](?!案)(?![^?。？]*呢[？?]?$)"
)
_OPENING = {
    "en": re.compile(r"^\s*(?:and|or|but|so|also|then)\b", re.IGNORECASE),
    "zh": re.compile(r"^(?:那|还有|而且|另外)"),
}
_TO_BE_WRITTEN = re.compile(
    r"\W*(?:(?:now|please|can you|could you|would you|help me(?: to)?)\W+)*(?:draft|write|compose|prepare)\b[^.?!]*\b(?:speech|letter|e-?mail|essay|poem|song|story|toast|report|script)\b",
    re.IGNORECASE,
)
_SHORT = {"zh": 14, "en": 7}  # characters, words
# terms that say what is asked of a matter, and none of which matter it is asked: the fine, the maximum, who decides
_ASPECTS = frozenset(
    [
        "情节严重",
        "情节特别严重",
        "情节显著轻微",
        "情节轻微",
        "以上包括本数",
        "立案追诉标准",
        "定罪",
        "定性",
        "明知",
        "主观故意",
        "单位",
        "直接负责的主管人员",
        "有期徒刑",
        "罚金",
        "罚款",
        "警告",
        "没收财产",
        "剥夺政治权利",
        "从轻处罚",
        "减轻处罚",
        "从重处罚",
        "免予刑事处罚",
        "量刑",
        "违法所得",
        "获利数额",
        "涉案金额",
        "经济损失",
        "人次",
        "用户数",
        "退赃",
        "公检法",
        "检察机关",
        "公安机关",
        "监管部门",
        "举证责任",
        "条、款、项",
        "案号",
    ]
)
# in cosine similarity; so much nearer to a subject that is not held than to any topic, a question without a word that
# points back is about that subject, not about what was said before
_FOREIGN = {"zh": 0.01, "en": 0.02}


def points_back(text: str, language: str, references: Sequence[Reference], index: Index) -> bool:
    """Return whether a question can only be read with the turns before it.

    :param text: In Simplified characters and plain forms.
    """
    if any(reference.named for reference in references):
        return False
    if names_bare_paragraph(text, references) or is_bare_why(text):
        return True
    if asks_whether_over(text) and is_short(text, language) and not names_crime_or_conduct(text, index):
        return True  # of which crime, and when it was done, was said before
    if _TO_BE_WRITTEN.match(text):
        return False  # a text of one's own is to be written, whatever was spoken of
    has_subject = names_a_matter(text, index)
    # an article alone is of the law that was spoken of: was Article 27 in force then?
    if references and all(reference.article for reference in references) and not has_subject:
        return True
    if has_subject and explains_its_pronoun(text, language) and not _OPENING[language].match(text):
        return False
    if leans_back(_SUPPOSES_ZH.sub("", text) if has_subject and language == "zh" else text, language):
        return True
    # of "not 28,000 but 4,000" only the second is another sum
    return is_short(readable(text), language) and not has_subject and not _has_its_own_sense(text, language, index)


def leans_back(text: str, language: str) -> bool:
    """Return whether a question has a word that stands for something said before: 那, 他, "what about", "it"."""
    return bool(_POINTER[language].search(without_expletives(text)))


def without_expletives(text: str) -> str:
    """Return a text without `it` and `there` that stand for nothing: is it a crime to, is there a limit."""
    return _EXPLETIVE.sub("", text)


def explains_its_pronoun(text: str, language: str) -> bool:
    """Return whether a pronoun stands for somebody whom the question itself speaks of before."""
    if language == "zh":
        return bool(_OWN_ANTECEDENT_ZH.search(text))
    return any(
        (first := _ANTECEDENT_EN.search(sentence)) and _PRONOUN_EN.search(sentence, first.end())
        for sentence in _SENTENCE_EN.findall(text)
    )


def is_aspect(term: Term) -> bool:
    """Return whether a term says what is asked of a matter, and not which: the fine, who decides."""
    return term.zh in _ASPECTS


def names_a_matter(text: str, index: Index) -> bool:
    """Return whether a text has a term that says which matter is asked about."""
    return any(term.zh not in _ASPECTS for term in index.glossary.find(text))


def is_elliptic(text: str, language: str, index: Index) -> bool:
    """Return whether a question is short and has no term of its own: on what grounds?"""
    return is_short(text, language) and not index.glossary.find(text)


def is_short(text: str, language: str) -> bool:
    """Return whether a question has few words: by itself it says little."""
    return len(HAN.findall(text) if language == "zh" else text.split()) <= _SHORT[language]


def _has_its_own_sense(text: str, language: str, index: Index) -> bool:
    """Whether a question that names no matter is in a topic's own words, or about a subject that is not held."""
    return bool(index.topics.same_words(text, language)) or is_foreign(text, language, index)


def is_foreign(text: str, language: str, index: Index) -> bool:
    """Return whether a question is nearer to a subject that is not held than to any topic."""
    vector = index.model.encode_queries([text])[0]
    nearest = index.topics.similarity(vector, language)
    return index.outside.similarity(vector, language) > nearest + _FOREIGN[language]
