"""What can be done against an administrative penalty: reconsideration and a lawsuit, not the criminal procedure's appeal."""

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.question import Question, beside
from retrieval.ranking.found import Found
from retrieval.reading.follow_up import READ, named_cases
from retrieval.reading.normal_form import as_meant

_REMEDY_LAWS = ("administrative-reconsideration-law", "administrative-litigation-law")
_CRIMINAL_LAWS = (CRIMINAL_LAW, "criminal-procedure-law", "interpretation-2021-1-criminal-procedure")
_PENALTY = re.compile(
    r"罚款|[被遭要]罚|罚[了他她]|(?:行政|治安|警告)(?:处罚|拘留)|处罚决定|派出所|警告处分|\bfined\b|\bfines?\b|\badministrative(?:ly)? (?:penal|punish|detention)\w*|\bpenalty (?:decision|notice)\b",
    re.IGNORECASE,
)
_CRIMINAL = re.compile(
    r"(?<!犯)罪|犯罪(?!记录)|判[了处刑决几多]|被判|刑|逮捕|批捕|检察|公诉|罚金|\b(?:crim\w+(?! records?\b)|offen[cs]e|prison|jail|sentenc\w+|charge[ds]?|arrest\w*|convict\w+|indict\w+|prosecut\w+|guilty)\b|"
    r"\b\d+ (?:months|years)\b",
    re.IGNORECASE,
)
_REMEDY = re.compile(
    r"上诉|申诉|复议|(?<![警公原被广报通转忠预])告(?!诉|知|示|白)|(?<!不)起诉|诉讼|打官司|不服|推翻|\b(?:appeal\w*|challeng\w+|contest\w*|sue|suing|lawsuit|reconsider\w*|overturn\w*|object to|to court|set aside)\b|"
    # where to turn with it: not that somebody else complained
    r"投诉|说理|冤|\b(?:can|could|may|do|should|where|whom?|how)\b[^.?!]{0,24}\b(?:complain|dispute|fight|turn to|talk to|protest)\b|\b(?:unfair|not fair|unjust)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"期限|时限|时效|(?:几|多少)[天日]|最后一[天日]|截止|多久|多长时间|什么时候|何时|\b(?:deadline|last (?:day|date)|until when|time limit|within what|how long|how many days|by when|when)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"[找向]谁|去哪|哪里|哪儿|(?:什么|哪个?|何)(?:机关|部门|法院|政府|单位|地方)|\b(?:where|whom|which (?:court|authority|office|organ|body|department|agency))\b",
    re.IGNORECASE,
)
# until it is decided, which is another time limit
_UNTIL_DECIDED = re.compile(
    r"结果|答复|回复|审[查理结完]|出来|办[完结]|\b(?:results?|outcome|takes?|decide[ds]?|rules?|answers?|repl(?:y|ies))\b",
    re.IGNORECASE,
)
# of each of the two laws, the article on the time limit for filing, and that on where it is filed
_LIMIT = ((_REMEDY_LAWS[0], "第二十条"), (_REMEDY_LAWS[1], "第四十六条"))
_COMPETENT = ((_REMEDY_LAWS[0], "第二十四条"), (_REMEDY_LAWS[1], "第十八条"))
_PAYMENT = re.compile(
    r"[不没]?[交缴](?:[了清款]|不起|不上|会|怎|能|[吗?？]|$)|不交|拖着|分期|缓交|\b(?:pay(?:s|ing|ment)?|paid|instal\w+|owe[ds]?)\b",
    re.IGNORECASE,
)
_ASKED_AGAINST = {
    "en": "administrative reconsideration or administrative lawsuit against the penalty: ",
    "zh": "对行政处罚决定申请行政复议、提起行政诉讼：",
}
# the one of the two that is asked for alone
_LAWSUIT = re.compile(r"\b(?:sue|suing|lawsuits?|(?:to|in|the) courts?)\b|诉讼|起诉|打官司|法院", re.IGNORECASE)
_RECONSIDERATION = re.compile(r"\breconsider\w*|复议", re.IGNORECASE)
_NOT_RECONSIDERED = re.compile(
    r"\b(?:instead of|rather than|without|not)\b[^.?!,]{0,24}\breconsider\w*|(?:不(?:申请|经过?|走|要|想)?(?:行政)?|跳过|绕过)复议",
    re.IGNORECASE,
)
_FILING = {"en": "time limit for filing an administrative lawsuit: ", "zh": "提起行政诉讼的期限："}
_SUING = {"en": "administrative lawsuit against the penalty: ", "zh": "对行政处罚决定提起行政诉讼："}
_OF_EACH = 2  # articles of each of the two laws that come first


def remedy_reading(question: Question, index: Index) -> Question | None:
    """Return the question as one for the remedies against an administrative penalty, if it is that."""
    if question.own_references or named_cases(question.references, index):
        return None
    before = _asked(question, index)
    told = _REMEDY.search(question.text) or (
        _WHEN.search(question.text) and any(_REMEDY.search(text) for text in before[-1:])
    )
    if not told or not _of_penalty([*before, question.text]):
        return None
    suit = asks_to_sue(question.text)
    against = _FILING if suit and _asks_when(before) else _SUING if suit else _ASKED_AGAINST
    text = against[question.language] + question.text
    return beside("", replace(question, text=text, references=(), cited=(), earlier=()), index)


def asked_of_remedies(text: str) -> list[Unit]:
    """Return the articles that say by when, and where, the remedy is filed that a question asks for, if it asks that."""
    if _UNTIL_DECIDED.search(text):
        return []
    laws = set(_REMEDY_LAWS)
    if asks_to_sue(text):
        laws = {_REMEDY_LAWS[1]}
    elif _RECONSIDERATION.search(text) and not _LAWSUIT.search(text):
        laws = {_REMEDY_LAWS[0]}
    asked = [*(_LIMIT if _WHEN.search(text) else ()), *(_COMPETENT if _WHERE.search(text) else ())]
    return [unit for unit in asked if unit[0] in laws]


def asks_to_sue(text: str) -> bool:
    """Return whether the lawsuit alone is asked for, of the two remedies."""
    left = _NOT_RECONSIDERED.sub(" ", text)
    return bool(_LAWSUIT.search(left)) and not _RECONSIDERATION.search(left)


def names_both_remedies(text: str) -> bool:
    """Return whether a lawsuit and reconsideration stand side by side, as they do only against what an authority decided."""
    return bool(_LAWSUIT.search(text) and _RECONSIDERATION.search(text)) and not _CRIMINAL.search(text)


def _asks_when(before: Sequence[str]) -> bool:
    """Whether the question before asked for the reconsideration's time limit: and to sue?"""
    return any(_WHEN.search(text) and _RECONSIDERATION.search(text) for text in before[-1:])


def is_of_penalty(question: Question, index: Index) -> bool:
    """Return whether the conversation is about an administrative penalty, not about a criminal case."""
    return _of_penalty([*_asked(question, index), question.text])


def tells_of_crime(text: str) -> bool:
    """Return whether a text speaks of a criminal case: of an offence, a sentence, a prosecution."""
    return bool(_CRIMINAL.search(text))


def asks_of_payment(text: str) -> bool:
    """Return whether it is asked of paying, late, by parts or not at all."""
    return bool(_PAYMENT.search(text))


def _asked(question: Question, index: Index) -> list[str]:
    """The questions before, the oldest first."""
    return [as_meant(turn.content[:READ], index) for turn in question.request.history if turn.role == "user"]


def _of_penalty(questions: Sequence[str]) -> bool:
    """Whether the last question that tells of a penalty or of a criminal case tells of a penalty."""
    for text in reversed(questions):
        criminal, penalty = _CRIMINAL.search(text), _PENALTY.search(text)
        if criminal or penalty:
            return not criminal
        if names_both_remedies(text):
            return True
    return False


def remedies_found(read: Sequence[Found], suit: bool, asked: Sequence[Unit]) -> list[Found]:
    """Return the articles on the remedies, of each law the first ones.

    :param read: What the reading for the remedies found.
    :param suit: Whether the lawsuit alone is asked for.
    :param asked: Articles that come before them anyway: of their law so many fewer.
    """
    first: list[Found] = []
    for law in _REMEDY_LAWS[1:] if suit else _REMEDY_LAWS:
        known = {unit for unit in asked if unit[0] == law}
        own = [one for one in read if one.passage.authority == law and one.passage.unit not in known]
        first += own[: max(0, _OF_EACH - len(known))]
    return sorted(first, key=lambda one: -one.score)


def is_of_criminal_cases(found: Found) -> bool:
    """Return whether a passage is of the law of criminal cases, whose time limits are others."""
    return found.passage.authority in _CRIMINAL_LAWS
