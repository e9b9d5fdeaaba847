"""Slang has other senses: who runs an 机场 sells proxy nodes, and does not ask about airports and aircraft."""

from retrieval.passage import Passage
from retrieval.question import Question

OTHER_SENSE = 0.05  # of the usual weight, for law about the other thing


def is_of_other_sense(passage: Passage, question: Question) -> bool:
    """Return whether law is about another thing that bears the name of one of the question's terms."""
    if not passage.kind.is_law:
        return False
    return any(word in passage.text for term in question.terms for word in term.other_sense)
