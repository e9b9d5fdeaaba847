"""The rule that is asked for where a crime is named only to say of which: limitation for 285(3), bail on that charge."""

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.passage import Passage, Unit
from retrieval.question import Question, beside
from retrieval.ranking.found import Found
from retrieval.ranking.remedies import is_of_penalty
from retrieval.reading.bare_use import asks_how_long_held, is_of_use_alone
from retrieval.reading.charges import charges_in, is_special, names_crime_or_conduct, without_crimes
from retrieval.reading.follow_up import named_cases
from retrieval.reading.own_matter import is_own
from retrieval.reading.pointing_back import is_aspect, is_elliptic
from retrieval.reading.roles import RULES, part_in
from retrieval.words.glossary import Term
from retrieval.words.sentences import asking
from retrieval.words.tokens import content_words

# what holds for every crime beside the Criminal Law's general part: procedure, and how sentences and fines are meted out
_PROCEDURE = frozenset(
    [
        "criminal-procedure-law",
        "interpretation-2021-1-criminal-procedure",
        "interpretation-1998-surrender",
        "provisions-2000-property-penalties",
        "provisions-2014-property-execution",
        "prosecutors-procedure-rules-2019",
        "sentencing-guidance-2021-21",
    ]
)
_STANDS_FOR = {"en": "the crime", "zh": "犯罪"}
# asked of the crime itself: its threshold, its punishment, what it takes
_OF_THE_CRIME = re.compile(
    r"\b(?:(?:max|min)imum|threshold|penalt\w+|punish\w*|sentence range|fines?|how much|how many|amounts?|sums?|serious|elements?|mean(?:s|ing)?|defin\w+|cover\w*|"
    r"apply|applies|wording|text|says?|illegal gains|gross|net|standard|knowledge|know(?:ing|n)?|differ\w*|lighter|heavier|worse)\b|"
    r"判几年|判多[久少]|判[\d一二三四五六七八九十两]|怎么判|判什么|处罚|罚金|多少|标准|门槛|严重|构成|认定|最[高低]|数额|金额|人次|违法所得|区别|区分|哪个|轻|司法解释|规定|原文|明知|重|够|改过|修[改订]过|(?:哪年|什么时候)(?:加|有|改)",
    re.IGNORECASE,
)
# the range of punishment: beside a charge its own; "below the range" is the rule on mitigation
_RANGE = re.compile(
    r"法定刑(?!以[下内外]|的?限度|幅度以[下内外])(?:幅度)?|(?:量刑|刑罚)(?:幅度|档次|区间)|刑档|"
    r"(?<!below the )(?<!under the )(?<!outside the )\b(?:sentenc(?:e|ing)|statutory|penalty|punishment) (?:ranges?|brackets?|bands?|tiers?|scales?)\b|\b(?:what|which) (?:ranges?|brackets?)\b|\brange of (?:sentences?|punishments?|penalt\w+)\b|\bstatutory (?:penalt\w+|sentences?|punishments?)\b",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(
    r"\b(?:thresholds?|serious|how much|how many|gains|amounts?|sums?)\b|严重|标准|门槛|数额|金额|人次|违法所得|多少",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\b(?:thresholds?|cut-?off|tiers?|(?:particularly|especially) serious|serious circumstances)\b|\bfrom (?:what|which) (?:amount|sum|figure|number)\b|"
    r"门槛|入罪(?:标准|数额|金额)|(?:立案|追诉)标准|情节(?:特别)?严重",
    re.IGNORECASE,
)
_LEAST_SCORE = 0.6  # of the best general rule, for a question without a term for it
_NEAR_BEST = 0.55  # of the best passage's score, to be the rule; and of the best rule's, to be quoted beside it
_RULES = 3  # articles put first


def rule_reading(question: Question, index: Index) -> Question | None:
    """Return the question without the crime and the conduct that it is asked of; None if there is nothing to leave out.

    Of a follow-up only what was asked after the crime was named is kept: "can we ask for release? on what grounds?"
    """
    language = question.language
    named = charges_in(question.understood, question.references, index)
    of_case = bool(named_cases(question.references, index))
    if not of_case and (of_part := _part_reading(question, index)):
        return of_part
    if of_case or not (named or question.names_subject) or _names_its_provision(question, index):
        return None
    asked = question.text if question.context else " ".join(asking(question.text)) or question.text
    own = without_crimes(asked, language, index, _STANDS_FOR[language])
    bare = " ".join([*_asked_before(question, own, index), own]).strip()
    tells = any(map(_is_rule, index.glossary.find(_RANGE.sub(" ", own))))
    if bare == question.understood or (not tells and asks_of_crime(own)):
        return None
    # of the crime's name alone, or of what is done, it is asked what its own provision says
    if not tells and (not question.context if not named else question.context and own != asked):
        return None
    if question.context and not names_crime_or_conduct(question.context, index):
        return None
    if not content_words(without_crimes(asked, language, index, "")):
        return None
    return beside(
        "",
        replace(
            question,
            text=bare,
            own_terms=tuple(index.glossary.find(bare)),
            references=(),
            own_references=(),
            cited=(),
            earlier=(),
        ),
        index,
    )


def _names_its_provision(question: Question, index: Index) -> bool:
    """Whether the provision that is asked about is named, or is one on penalties or on a mere user's detention."""
    if any(reference.article and not charges_in("", [reference], index) for reference in question.own_references):
        return True
    of_no_crime = charges_in(question.text, question.own_references, index) == []
    return of_no_crime and (is_of_penalty(question, index) or _is_of_a_user_s_detention(question))


def _part_reading(question: Question, index: Index) -> Question | None:
    """The question as one for the part in a crime of whom it is asked about: 那老板呢, I'm only the technician."""
    language, names = question.language, [term for term in question.own_terms if _is_rule(term)]
    follows = bool(question.context) and not is_of_penalty(question, index)
    if not (follows or question.names_subject or is_own(question.text, language)):
        return None  # the developer of what, responsible for what?
    part = part_in(question.text, language, follows)
    if part is None or names or question.own_references or is_of_use_alone(question.understood, language):
        return None
    text = RULES[part][language] + question.text
    return beside(
        "",
        replace(question, text=text, own_terms=tuple(index.glossary.find(text)), references=(), cited=(), earlier=()),
        index,
    )


def _is_of_a_user_s_detention(question: Question) -> bool:
    """Whether it is asked for how many days a mere user is detained: that is a penalty, and no step towards a trial."""
    return is_of_use_alone(question.understood, question.language) and asks_how_long_held(question.understood)


def _asked_before(question: Question, own: str, index: Index) -> list[str]:
    """The follow-up before, if the question says nothing without it: can we ask for release? on what grounds?"""
    last = question.earlier[-1:]
    if not last or names_crime_or_conduct(last[0], index) or asks_of_crime(last[0]):
        return []
    return list(last) if is_elliptic(own, question.language, index) else []


def names_rule(question: Question) -> bool:
    """Return whether a question has a term for a rule."""
    return any(map(_is_rule, question.own_terms))


def _is_rule(term: Term) -> bool:
    of_crime = term.article and is_special(term.article.get("article"))
    return not (of_crime or term.subject or is_aspect(term))


def rules_found(ruled: Sequence[Found], sure: bool) -> list[Found]:
    """Return the articles on the rule that holds for every crime; none if no such rule is asked for.

    :param ruled: What the reading without the crime found.
    :param sure: Whether that reading names its rule by a term.
    """
    general = [one for one in ruled if is_general(one.passage)]
    if not general:
        return []
    best = general[0].score
    if best < max(0.0 if sure else _LEAST_SCORE, _NEAR_BEST * ruled[0].score):
        return []
    return [one for one in general if one.score >= _NEAR_BEST * best][:_RULES]


def rules_of_terms(question: Question, index: Index) -> list[Unit]:
    """Return the articles of the general part that a question's terms stand for: attempt, return of illegal gains."""
    units = [(CRIMINAL_LAW, str(t.article.get("article"))) for t in question.own_terms if t.article and _is_rule(t)]
    return [unit for unit in units if unit in index.units]


def asks_for_threshold(text: str) -> bool:
    """Return whether a question asks from where on a crime is serious: that stands in an interpretation."""
    return bool(_THRESHOLD.search(text))


def names_threshold(text: str) -> bool:
    """Return whether a question asks for a threshold by that name, or for the circumstances that it makes."""
    return bool(_BASE.search(text))


def asks_for_range(text: str) -> bool:
    """Return whether a question asks for the range of punishment by that name."""
    return bool(_RANGE.search(text))


def asks_of_crime(text: str) -> bool:
    """Return whether a question asks what a crime's own provision says: its threshold, its punishment."""
    return bool(_OF_THE_CRIME.search(text) or _RANGE.search(text))


def is_general(passage: Passage) -> bool:
    """Return whether a passage is of a rule that holds for every crime, or of the procedure."""
    if passage.authority == CRIMINAL_LAW:
        return not is_special(passage.article)
    return passage.authority in _PROCEDURE
