"""Whether a question leans on the turns before it, and what it then takes from them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.amounts.bases import states_amounts
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.language import HAN, detect_language, simplify
from retrieval.reading.bare_paragraphs import names_bare_paragraph
from retrieval.reading.charges import charges_in, name_of, names_crime_or_conduct, without_crimes
from retrieval.reading.own_matter import asks_for_fact, lets_go
from retrieval.references.find import Reference, find_references
from retrieval.references.numbers import plain
from retrieval.request import Turn
from retrieval.words.comparing import sets_side_by_side
from retrieval.words.glossary import Term
from retrieval.words.half_pinyin import has_half_pinyin
from retrieval.words.letter_spacing import without_letter_spacing
from retrieval.words.tokens import tokenize
from retrieval.words.trade_words import without_trade_words

_POINTER = {
    "en": re.compile(
        r"^\s*(?:and|or|but|so|also|then)\b|\b(?:what|how) about\b|\b(?:he|she|him|his|her|it|its|they|them|their|this|"
        r"those|these|there|the same(?! as\b)|that (?:article|case|crime|rule|law|one|charge|provision|figure|amount|person|order))\b|\bfor (?:units|individuals)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"^(?:那|那么|还有|可(?=我|是|他|她|要)|但是?|不过|其实|而且|另外|如果|要是|换成|这|该|此|他|她|它|其|上述|前述)|[他她它](?:们)?|(?:这|那|该|此|上述|前述)(?:个|种|条|款|项|案|罪|规定|情况|人)|"
        r"^(?:之前|此前|当时|当初|起初|一开始|后来|最后|最终)|(?:这|那)(?:边|[\d一二两三四五六七八九十几]+(?:万|千|百|块|元|个|年|天|次)|份|张|笔|次|样|几天|段时间)|呢[？?]?$"
    ),
}
# "is it a crime to use one", "is there a time limit": these stand for nothing that was said before
_EXPLETIVE = re.compile(
    r"\b(?:is|was|are|were|can|could|will|would|might|may|should)(?:n't)? (?:there|it)\b(?! (?:again|too|either|also)\b)(?=(?: \S+){2,})(?:(?<=there)|(?= (?:\S+ ){1,4}(?:to|for|that|if|when)\b))|"
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
_TURNS = 6  # how far back a question may point
READ = 8_000  # characters of an earlier question; a new one has no more
# characters of an answer in which places are looked for, and that are searched with
_ANSWER_READ, _OPENING_READ = 4000, 200
_THAT_PLACE = re.compile(
    r"\b(?:that|this|the same|those|these) (?:article|paragraph|item|rule|law|provision|clause|section)s?\b|"
    r"(?:这|该|此|上述|前述|同)(?:一|个|几)?(?:条|款|项|规定|法)",
    re.IGNORECASE,
)


def points_back(text: str, language: str, references: Sequence[Reference], index: Index) -> bool:
    """Return whether a question can only be read with the turns before it.

    :param text: In Simplified characters and plain forms.
    """
    if any(reference.named for reference in references):
        return False
    if names_bare_paragraph(text, references):
        return True
    has_subject = _names_a_matter(text, index)
    if has_subject and explains_its_pronoun(text, language) and not _OPENING[language].match(text):
        return False
    if leans_back(_SUPPOSES_ZH.sub("", text) if has_subject and language == "zh" else text, language):
        return True
    return _is_short(text, language) and not has_subject and not _has_its_own_sense(text, language, index)


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


def _names_a_matter(text: str, index: Index) -> bool:
    return any(term.zh not in _ASPECTS for term in index.glossary.find(text))


def is_elliptic(text: str, language: str, index: Index) -> bool:
    """Return whether a question is short and has no term of its own: on what grounds?"""
    return _is_short(text, language) and not index.glossary.find(text)


def _is_short(text: str, language: str) -> bool:
    return len(HAN.findall(text) if language == "zh" else text.split()) <= _SHORT[language]


def _has_its_own_sense(text: str, language: str, index: Index) -> bool:
    """Whether a question that names no matter is in a topic's own words, or about a subject that is not held."""
    return bool(index.topics.same_words(text, language)) or _is_foreign(text, language, index)


def _is_foreign(text: str, language: str, index: Index) -> bool:
    vector = index.model.encode_queries([text])[0]
    nearest = index.topics.similarity(vector, language)
    return index.outside.similarity(vector, language) > nearest + _FOREIGN[language]


def as_meant(text: str, index: Index) -> str:
    """Return a question in the form in which all that reads it takes it: Simplified, plain signs, whole words, rightly spelt."""
    whole = simplify(without_letter_spacing(plain(text))).strip()
    # what reads it is made of the whole corpus, and only for who types so
    spelt = index.spelling.correct(index.half_pinyin.read(whole) if has_half_pinyin(whole) else whole)
    return without_trade_words(spelt)


@dataclass(frozen=True)
class Before:
    """What a question takes from the turns before it.

    :param questions: The question before, after those that it cannot be read without.
    :param answer: How the answer to it begins.
    :param references: The places named there.
    :param authorities: Those to which an article without a law's name may belong.
    :param cited: The places that the answer names.
    :param named: The authorities that the questions name.
    """

    questions: tuple[str, ...] = ()
    answer: str = ""
    references: tuple[Reference, ...] = ()
    authorities: tuple[str, ...] = ()
    cited: tuple[Reference, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        """The questions in one text."""
        return " ".join(self.questions)


def look_back(text: str, turns: Sequence[Turn], index: Index) -> Before:
    """Return what a question that points back takes from the turns before it.

    Nothing if the question before was about a subject that is not held: what follows it can only mean something else.

    :param text: The question that points back, in Simplified characters and plain forms.
    """
    turns = turns[-_TURNS:]
    language = detect_language(text)
    context: list[str] = []
    case_left = lets_go(text, language)
    own_charges = charges_in(text, find_references(text, index.registry), index)
    for question in reversed([as_meant(turn.content[:READ], index) for turn in turns if turn.role == "user"]):
        if case_left and (cases := named_cases(find_references(question, index.registry), index)):
            # what goes on is what the case was about, not the case
            context[:0] = [charge for case in cases[:1] if (charge := _charge(case, language, index))]
            break
        if _is_put_aside(question, text, index):
            continue
        if _stands_for_nothing_held(question, index):
            if context or not _is_near(text, language, index):
                return Before()
            continue  # an aside: what comes after it goes on where it began
        context.insert(0, question)
        case_left = case_left or lets_go(question, detect_language(question))
        # "and for units?" says nothing without what was before it; a longer one would be drowned by it
        short = _is_short(question, detect_language(question))
        if short and leaves_open(text, context, index):
            continue
        if not short or find_references(question, index.registry) or _names_a_matter(question, index):
            break
    if own_charges and not sets_side_by_side(text):
        bare = (without_crimes(q, detect_language(q), index, "", conduct=True) for q in context)
        context = [question for question in bare if question]
    named = tuple(r for r in find_references(" ".join(context), index.registry) if r.authorities)
    answers = [turn.content for turn in turns if turn.role == "assistant"]
    answer = answers[-1] if answers else ""
    answered = tuple(r for r in find_references(answer[:_ANSWER_READ], index.registry) if r.authorities)
    told = answered[:1] if answered and (not answered[0].article or _THAT_PLACE.search(text)) else ()
    if named_cases(told, index) and (case_left or not asks_for_fact(text, language)):
        told = ()  # that an answer quoted a case does not make it the one that is spoken of
    authorities = dict.fromkeys(name for r in named + answered for name in r.authorities)
    if own_charges:
        named, told, answer, answered = (), (), "", ()  # another crime takes the place of the one before
    opening = answer[:_OPENING_READ].strip()
    by_question = tuple(dict.fromkeys(name for r in named for name in r.authorities))
    return Before(
        tuple(context), opening if tokenize(opening) else "", named or told, tuple(authorities), answered, by_question
    )


def _is_put_aside(question: str, text: str, index: Index) -> bool:
    """Whether an earlier follow-up asked for a rule or an aspect in whose place the question puts another.

    自首呢 and then 罚金呢: the second is asked of what was done, not of the surrender.
    """
    if not leans_back(question, detect_language(question)) or states_amounts(question):
        return False
    if names_crime_or_conduct(question, index) or not index.glossary.find(question):
        return False
    return bool(index.glossary.find(text)) or bool(charges_in(text, find_references(text, index.registry), index))


def leaves_open(text: str, context: Sequence[str], index: Index) -> bool:
    """Return whether a question compares crimes of which the questions that were read name but one."""
    if not sets_side_by_side(text):
        return False
    whole = " ".join((*context, text))
    return len(charges_in(whole, find_references(whole, index.registry), index)) == 1


def _is_near(text: str, language: str, index: Index) -> bool:
    """Whether a question is nearer to a topic than to any subject that is not held."""
    vector = index.model.encode_queries([text])[0]
    return index.topics.similarity(vector, language) > index.outside.similarity(vector, language)


def named_cases(references: Sequence[Reference], index: Index) -> list[str]:
    """Return the decided cases and penalties among what is named, by id."""
    named = (name for reference in references if not reference.article for name in reference.authorities)
    return [name for name in named if index.authorities[name].kind in (Kind.CASE, Kind.PENALTY)]


def _charge(case: str, language: str, index: Index) -> str:
    """The name of the crime that a case was decided under; an empty text without one."""
    charge = (index.authorities[case].case or {}).get("charge") or {}
    return name_of(charge, language, index)


def _stands_for_nothing_held(question: str, index: Index) -> bool:
    """Whether an earlier question that can be read by itself was about a subject that is not held."""
    references, language = find_references(question, index.registry), detect_language(question)
    if references or index.glossary.find(question) or points_back(question, language, references, index):
        return False
    return _is_foreign(question, language, index)
