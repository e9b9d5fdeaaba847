"""The ways in which a follow-up can be read, and what the searches of them found together."""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.fusion import strictly_decreasing
from retrieval.index import Index
from retrieval.language import HAN
from retrieval.passage import Unit
from retrieval.question import Question, beside
from retrieval.ranking.found import Found
from retrieval.ranking.neighbours import near_the_cited
from retrieval.ranking.remedies import asks_of_payment, is_of_penalty

# what the reading is worth that has what the question before named: a case, an article; of the others each is worth 1
CARRIED = 3.0
# that of the reading by itself where the question is but a word or two: accountant?
OF_WORDS = 0.5
_FEW = {"zh": 4, "en": 2}  # characters, words
_PENALTY = {"en": "administrative fine: ", "zh": "行政罚款："}
DEPTH = 20  # passages of each reading


def readings(question: Question, index: Index) -> list[Question]:
    """Return the ways in which a question can be read: itself; if it points back, also by itself, and beside the answer.

    What is meant stands now in the question before, now in its answer ("who decides that?"), and some questions that
    seem to point back stand by themselves.

    :return: The question as it was read, beside the question before; by itself; beside how the answer before began.
    """
    if not question.context:
        return [question]
    if question.only_dated:  # a date is near to nothing but commencements: the question before is asked again
        again = beside("", replace(question, text=question.context), index)
        return [replace(question, in_one_language=again.in_one_language, undated=again.undated)]
    own = replace(question, references=question.own_references)
    # a short follow-up on paying a fine is near to nothing by itself, and drowned by what it was imposed for: what if we pay late?
    paid = asks_of_payment(question.text) and is_of_penalty(question, index)
    told = _PENALTY[question.language] if paid else question.opening
    return [question, *(beside(text, own, index) for text in dict.fromkeys(("", told)))]


def _says_little(question: Question) -> bool:
    """Whether a question is of so few words, none of them a term, that by itself it is near to many things."""
    length = len(HAN.findall(question.text)) if question.language == "zh" else len(question.text.split())
    return length <= _FEW[question.language] and not question.own_terms


def found_by_all(searched: Sequence[tuple[Question, Sequence[Found]]], index: Index) -> list[Found]:
    """Return what the readings of a question found, each unit once, the best first.

    A unit's score is the sum of its shares of the best one's in each reading, more if it stands near to what the answer
    before cited; its passage that of its greatest share.

    :param searched: Each reading with what was found for it, the question beside the one before first.
    """
    first = searched[0][0]
    carries = bool(first.references) and not first.own_references
    together: dict[Unit, Found] = {}
    shares: dict[Unit, float] = {}
    for reading, found in searched:
        weight = CARRIED if carries and reading is first else 1.0
        if not reading.context and _says_little(reading):
            weight = OF_WORDS
        for one in found:
            share, unit = weight * one.score / found[0].score, one.passage.unit
            known = together.get(unit)
            passage = one.passage if not known or share > shares[unit] else known.passage
            shares[unit] = max(share, shares.get(unit, 0.0))
            together[unit] = Found(
                passage, share + (known.score if known else 0.0), one.ranks | (known.ranks if known else {})
            )
    ordered = sorted(
        near_the_cited(together.values(), first.cited, index), key=lambda one: (-one.score, one.passage.id)
    )
    falling = strictly_decreasing(one.score for one in ordered)
    return [replace(one, score=score) for one, score in zip(ordered, falling, strict=True)]
