"""Crimes that a question names of conduct older than them: the article is looked up, though it was no law on the day."""

from datetime import date

from retrieval.address import article_numbers
from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.reading.charges import charges_in, is_special
from retrieval.references.find import Reference


def later_crimes(text: str, known: list[Reference], day: date, today: date, index: Index) -> list[Reference]:
    """Return the articles on the crimes that a text names in words, where they became law only after a day.

    :param text: In Simplified characters and plain forms.
    :param known: The places that it names by number.
    :param day: The last one of the conduct.
    """
    articles = {reference.article for reference in known}
    later = []
    for charge in charges_in(text, (), index):
        numbers = article_numbers(charge.unit[1])
        held = [p for passages in index.units.get(charge.unit, {}).values() for p in passages]
        begun = bool(held) and all(p.in_force_on(day, today, charge.paragraph) == "fail" for p in held)
        # of an article that was there in other words, the law of the time is that one
        new = begun and all(not p.reworded or (numbers and numbers[1]) for p in held)
        if new and numbers and is_special(charge.unit[1]) and numbers not in articles:
            later.append(Reference(text, (CRIMINAL_LAW,), numbers, charge.paragraph))
    return later
