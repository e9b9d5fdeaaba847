"""Words have other senses: who runs an 机场 sells proxy nodes, and a fine that the police imposed is 罚款 and not the courts' 罚金."""

import re

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.passage import Passage, Unit
from retrieval.question import Question
from retrieval.ranking.remedies import asks_of_payment, is_of_penalty
from retrieval.reading.charges import charges_in, is_special

OTHER_SENSE = 0.05  # of the usual weight, for law about the other thing


def is_of_other_sense(passage: Passage, question: Question) -> bool:
    """Return whether law is about another thing that bears the name of one of the question's terms."""
    if not passage.kind.is_law:
        return False
    return any(word in passage.text for term in question.terms for word in term.other_sense)


_COURT_S_FINE, _OFFICE_S_FINE = "罚金", "罚款"
_FINE = re.compile(r"罚|\bfine[ds]?\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"警|派出所|公安|网信|管理局|工信|行政|罚款|\b(?:cops?|police\w*|officers?|bureau|PSB|MIIT|CAC|administrat\w+|fined (?:me|us))\b",
    re.IGNORECASE,
)
_MONEY_RULES = (CRIMINAL_LAW, "provisions-2000-property-penalties", "provisions-2014-property-execution")


def fines_of_courts(question: Question, index: Index) -> set[Unit]:
    """Return the rules on the fines that courts impose, if it is asked of one that an office imposed; else nothing.

    Those that speak of both tell how the one is set off against the other.
    """
    told = [turn.content for turn in question.request.history if turn.role == "user"]
    if not (_FINE.search(question.text) or asks_of_payment(question.text)) or not any(
        map(_OFFICE.search, (*told, question.text))
    ):
        return set()
    if not is_of_penalty(question, index):
        return set()
    if charges_in(question.understood, question.references, index):
        return set()
    units = (unit for law in _MONEY_RULES for unit in dict.fromkeys(p.unit for p in index.by_authority.get(law, ())))
    return {
        unit
        for unit in units
        if not is_special(unit[1] if unit[0] == CRIMINAL_LAW else None) and _of_court_s_fine(unit, index)
    }


def _of_court_s_fine(unit: Unit, index: Index) -> bool:
    text = "".join(passage.text for passage in index.units[unit].get("zh", ()))
    return _COURT_S_FINE in text and _OFFICE_S_FINE not in text
