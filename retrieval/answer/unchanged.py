"""An amendment that did not change the article that it is said to have changed: said in a sentence, with the article's days."""

from datetime import date
from itertools import groupby

from prompts import say
from retrieval.address import Address
from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.labels import pinpoint
from retrieval.numerals import format_numeral
from retrieval.passage import Passage
from retrieval.question import Question
from retrieval.references.amendments import days_of_amendments, named_amendments, roman
from retrieval.references.find import Reference


def unchanged_sentences(question: Question, index: Index) -> list[str]:
    """Return a sentence on each article of the Criminal Law that an amendment which the question names left as it was."""
    numbers = named_amendments(question.text)
    if not numbers:
        return []
    days = days_of_amendments(index.authorities.values())
    return [
        _sentence(number, days[number], reference, passage, question.answer_language, index)
        for reference in question.own_references
        if reference.article and CRIMINAL_LAW in reference.authorities
        for passage in _held(reference, index)
        for number in numbers
        if number in days and is_unchanged(passage, reference.paragraph, days[number])
    ]


def is_unchanged(passage: Passage, paragraph: int | None, day: date) -> bool:
    """Return whether it is known that an article, or a paragraph of it, was not changed on a day.

    An earlier change of what was worded anew since then is not known.
    """
    begin = passage.begins(paragraph)
    if begin is None or passage.effective_to is not None or not passage.article:
        return False
    days = {begin} if paragraph else {begin, *(own for _, own in passage.paragraph_dates)}
    return day not in days and (day > begin or not passage.reworded)


def _held(reference: Reference, index: Index) -> list[Passage]:
    unit = (CRIMINAL_LAW, reference.address(CRIMINAL_LAW).article or "")
    return index.units.get(unit, {}).get("zh", [])[:1]


def _sentence(number: int, day: date, reference: Reference, passage: Passage, language: str, index: Index) -> str:
    address = Address(CRIMINAL_LAW, passage.article, reference.paragraph)
    label = pinpoint(index.authorities[CRIMINAL_LAW], address, language)
    called = format_numeral(number) if language == "zh" else roman(number)
    since = _since(passage, reference.paragraph, language)
    return say(language, "unchanged", number=called, day=day, label=label, since=since)


def _since(passage: Passage, paragraph: int | None, language: str) -> str:
    """Since when the article has been the law as it stands: by paragraphs, where they differ."""
    numbers = [paragraph] if paragraph else sorted({line.paragraph for line in passage.lines if line.paragraph})
    begun = [(passage.begins(number), number) for number in numbers]
    if len({day for day, _ in begun}) == 1:
        return say(language, "unchanged_since", day=begun[0][0])
    parts = []
    for day, own in groupby(begun, key=lambda pair: pair[0]):
        named = [format_numeral(number) if language == "zh" else str(number) for _, number in own]
        joined = ("、" if language == "zh" else ", ").join(f"第{one}款" if language == "zh" else one for one in named)
        parts.append(say(language, "unchanged_paragraphs", paragraphs=joined, day=day))
    return ("，" if language == "zh" else "; ").join(parts)
