"""Which passages are quoted beside the best one."""

from retrieval.answer.chosen_passages import is_near_by_meaning_alone
from retrieval.index import Index
from retrieval.ranking.found import Found
from retrieval.ranking.legs import ASKED, TOPIC


def found(index: Index, unit: tuple[str, str], **ranks: int) -> Found:
    return Found(index.units[unit]["zh"][0], 1.0, ranks)


def test_what_cannot_have_the_words_of_a_question_is_not_judged_by_them(wide_index: Index) -> None:
    untranslated = next(
        unit for unit, held in wide_index.units.items() if held.keys() == {"zh"} and wide_index.asked.has(unit)
    )
    assert is_near_by_meaning_alone(found(wide_index, untranslated), wide_index, "zh")
    assert not is_near_by_meaning_alone(found(wide_index, untranslated), wide_index, "en")


def test_topics_and_near_questions_lead_to_a_passage(wide_index: Index) -> None:
    unit = ("criminal-law", "第二十七条")
    assert is_near_by_meaning_alone(found(wide_index, unit, **{ASKED: 9}), wide_index, "zh")
    for ranks in ({ASKED: 1}, {TOPIC: 5}, {"lexical-zh": 1}):
        assert not is_near_by_meaning_alone(found(wide_index, unit, **ranks), wide_index, "zh")
