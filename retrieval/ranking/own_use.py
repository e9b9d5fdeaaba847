"""Who only used the software is not asking about the crimes of those who supply it."""

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.question import Question
from retrieval.reading.charges import charges_in, charges_of_cases
from retrieval.reading.own_matter import tells_of_own_use

SUPPLY = 0.5  # of the usual weight, for a crime of supply


def crimes_of_supply(index: Index, question: Question) -> set[Unit]:
    """Return the crimes that suppliers are charged with, if a question tells of use alone and names no crime; else none."""
    own_use = question.names_subject and tells_of_own_use(question.understood, question.language)
    if not own_use or charges_in(question.understood, question.references, index):
        return set()
    return {(CRIMINAL_LAW, article) for article in charges_of_cases(index)}
