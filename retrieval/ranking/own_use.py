"""Who only used the software is not asking about the crimes of those who supply it, nor about crimes of another kind.

Nor how long a suspect of a crime is detained, if the use alone is told: for how many days can a user be locked up?
"""

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.question import Question
from retrieval.reading.bare_use import asks_how_long_held, has_other_conduct, is_of_use_alone
from retrieval.reading.charges import charges_in, is_special
from retrieval.reading.own_matter import tells_of_own_use

CRIME = 0.5  # of the usual weight, for a crime
_CRIMINAL_PROCEDURE = "criminal-procedure-law"


def crimes_beside_use(index: Index, question: Question) -> set[Unit]:
    """Return the crimes of the Criminal Law, if a question is about use alone and names none of them; else nothing."""
    text, language = question.understood, question.language
    own = tells_of_own_use(text, language) and not has_other_conduct(text)
    of_use = question.names_subject and (own or is_of_use_alone(text, language))
    if not of_use or charges_in(question.understood, question.references, index):
        return set()
    as_punishment = asks_how_long_held(text)
    return {
        unit
        for unit in index.units
        if (unit[0] == CRIMINAL_LAW and is_special(unit[1])) or (as_punishment and unit[0] == _CRIMINAL_PROCEDURE)
    }
