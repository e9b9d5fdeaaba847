"""What a question tells of a person that a rule of the general part is for: the age of who is not grown up.

"He is only 17, and sold VPN accounts for 20,000": nobody asks for the age of responsibility by its name.
"""

import re

from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.number_words import CARDINALS, parse_number_words
from retrieval.numerals import NUMERAL, read_number
from retrieval.passage import Unit
from retrieval.question import Question
from retrieval.ranking.remedies import is_of_penalty

GROWN_UP = 18  # years
_WORDS = "|".join(CARDINALS[11:17])  # twelve to seventeen
# of whom one speaks; not somebody whom another one led on, or to whom something was sold
_ZH = re.compile(
    rf"(?:他|她|儿子|女儿|孩子|小孩|娃|弟|妹|侄子?|外甥|孙子|当事人|学生|被告人?|嫌疑人)[^,，。？?给向让叫教]{{0,6}}?(?P<age>\d{{1,2}}|{NUMERAL})(?:周岁|岁)"
)
_EN = re.compile(
    rf"\b(?:he|she|son|daughter|brother|sister|nephew|client|defendant|boy|girl|kid|child)\b(?:'s|,)?\s+(?:(?:is|was|only|just|aged|turned)\s+)+(?P<age>\d{{1,2}}|{_WORDS})\b(?!\s*(?:%|,\d|months?\b|days?\b|weeks?\b|users?\b|people\b|yuan\b))|"
    rf"\b(?:my|our|the|his|her|their)\s+(?P<old>\d{{1,2}}|{_WORDS})[- ]years?[- ]old\b",
    re.IGNORECASE,
)
_AGE_OF_RESPONSIBILITY = (CRIMINAL_LAW, "第十七条")


def rules_of_facts(question: Question, index: Index) -> list[Unit]:
    """Return the articles that are for a person as a question tells of one; none of an administrative penalty."""
    age = _age(question.understood, question.language)
    if age is None or age >= GROWN_UP or is_of_penalty(question, index):
        return []
    return [_AGE_OF_RESPONSIBILITY] if _AGE_OF_RESPONSIBILITY in index.units else []


def _age(text: str, language: str) -> int | None:
    match = (_ZH if language == "zh" else _EN).search(text)
    if not match:
        return None
    told = match["age"] or match["old"] if language == "en" else match["age"]
    return read_number(told) or parse_number_words(told)
