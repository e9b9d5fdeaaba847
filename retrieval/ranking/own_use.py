"""Who only used the software is not asking about the crimes of those who supply it, nor about crimes of another kind.

Nor how long a suspect of a crime is detained, if the use alone is told: for how many days can a user be locked up?
"""

from collections.abc import Mapping, Sequence

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.question import Question
from retrieval.ranking.legs import REFERENCE, TERM
from retrieval.reading.bare_use import asks_how_long_held, has_other_conduct, is_of_use_alone
from retrieval.reading.charges import charges_in, is_special
from retrieval.reading.own_matter import tells_of_own_use

CRIME = 0.3  # of the usual weight, for a crime
OTHER_MATTER = 0.5  # the same for one that has nothing to do with the subject
_OF_ASKED = 2  # places whose written questions are nearest
# without a law there is no crime; nor where the harm is slight
_NO_CRIME = {(CRIMINAL_LAW, "第三条"), (CRIMINAL_LAW, "第十三条")}
_NEAR_WORDS = 2  # places that have most of a question's words
_CRIMINAL_PROCEDURE = "criminal-procedure-law"


def crimes_beside_use(index: Index, question: Question) -> set[Unit]:
    """Return the law of crimes, if a question is about use alone and names none of them; else nothing.

    What its terms stand for is left out: a criminal record.
    """
    text, language = question.understood, question.language
    own = tells_of_own_use(text, language) and not has_other_conduct(text)
    of_use = (question.names_subject and own) or is_of_use_alone(text, language)
    if not of_use or charges_in(question.understood, question.references, index):
        return set()
    laws = _of_crimes(index) | ({_CRIMINAL_PROCEDURE} if asks_how_long_held(text) else set())
    named = {(t.article["id"], str(t.article.get("article"))) for t in question.own_terms if t.article}
    return {unit for unit in index.units if unit[0] in laws} - named - _NO_CRIME


def crimes_of_other_matters(index: Index, question: Question, asked: Sequence[Unit]) -> set[Unit]:
    """Return the crimes of the Criminal Law that nothing joins with the subject, if a question is about it; else nothing.

    No topic is answered by them and no term stands for them: counterfeiting is near to a seller's gains by meaning alone.
    A question that is nearest to what was written for such a crime asks of that one, and of no other such crime.

    :param asked: The places whose written questions are nearest to the question, the nearest first.
    """
    if not question.names_subject:
        return set()
    known = {(t.article["id"], str(t.article.get("article"))) for t in index.glossary.terms if t.article}
    others = {unit for unit in _crimes(index) if not index.topics.has(unit) and unit not in known}
    return others - set(asked[:_OF_ASKED])


def is_found_by_meaning_alone(ranks: Mapping[str, int]) -> bool:
    """Return whether no word of a question, and no name in it, led to a place: who asks of extortion says so.

    A place is led to by words if it is among the first that have them: a common word or two are in every provision.

    :param ranks: Leg to the place's rank in it.
    """
    by_words = any(leg.startswith("lexical") and rank <= _NEAR_WORDS for leg, rank in ranks.items())
    return not by_words and not {REFERENCE, TERM} & ranks.keys()


def _of_crimes(index: Index) -> set[str]:
    """The Criminal Law, its general part too, and what says from where on its crimes are serious."""
    own = {a.id for a in index.authorities.values() if any(entry.get("charge_article") for entry in a.thresholds)}
    return own | {CRIMINAL_LAW}


def _crimes(index: Index) -> set[Unit]:
    return {p.unit for p in index.by_authority.get(CRIMINAL_LAW, ()) if p.article and is_special(p.article)}
