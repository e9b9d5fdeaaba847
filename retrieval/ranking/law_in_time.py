"""The rules on which of two laws applies to conduct of before: the law of its time, unless the later one is lighter."""

import re

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.question import Question
from retrieval.ranking.remedies import is_of_penalty, tells_of_crime
from retrieval.reading.law_in_time import asks_of_change_in_time

_OF_CRIMES = (CRIMINAL_LAW, "第十二条")
_OF_PENALTIES = ("administrative-penalty-law", "第三十七条")
_OF_INTERPRETATIONS = tuple(("provisions-2001-temporal-effect", section) for section in ("s3", "s2"))
_PENALTY = re.compile(r"处罚|治安|\b(?:administrative\w*|penalt\w+|punishments? law)\b", re.IGNORECASE)
_INTERPRETATION = re.compile(r"解释|\binterpretations?\b", re.IGNORECASE)


def rules_in_time(question: Question, index: Index) -> list[Unit]:
    """Return the articles and sections on it if that is asked; of crimes and of penalties if neither is told."""
    if not asks_of_change_in_time(question.text):
        return []
    crime = tells_of_crime(question.text)
    if is_of_penalty(question, index) or (_PENALTY.search(question.text) and not crime):
        units = [_OF_PENALTIES]
    elif _INTERPRETATION.search(question.text):
        units = [*_OF_INTERPRETATIONS, _OF_CRIMES]
    else:
        units = [_OF_CRIMES] if crime else [_OF_CRIMES, _OF_PENALTIES]
    return [unit for unit in units if unit in index.units]
