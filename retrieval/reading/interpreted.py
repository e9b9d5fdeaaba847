"""What a judicial interpretation is about: it cannot be applied to what was no crime yet when it was done."""

from datetime import date

from retrieval.address import format_article
from retrieval.authority import CRIMINAL_LAW, Kind
from retrieval.index import Index
from retrieval.passage import Passage
from retrieval.reading.charges import is_special
from retrieval.references.find import Reference, find_references


def is_of_no_crime_yet(passage: Passage, index: Index, day: date, today: date) -> bool:
    """Return whether an article of an interpretation tells of crimes of which none was one on a day.

    One that names no crime, such as a definition, is of none in particular.
    """
    if passage.kind is not Kind.INTERPRETATION or not passage.article:
        return False
    texts = index.units[passage.unit].get("zh") or [passage]
    told = [r for own in texts for r in find_references(own.text, index.registry) if _is_crime(r)]
    return bool(told) and not any(_was_crime(reference, index, day, today) for reference in told)


def _is_crime(reference: Reference) -> bool:
    named = reference.article and CRIMINAL_LAW in reference.authorities
    return bool(named and reference.article and is_special(format_article(*reference.article)))


def _was_crime(reference: Reference, index: Index, day: date, today: date) -> bool:
    held = index.units.get((CRIMINAL_LAW, reference.address(CRIMINAL_LAW).article or ""), {})
    law = [passage for passages in held.values() for passage in passages]
    return not law or any(passage.in_force_on(day, today, reference.paragraph) != "fail" for passage in law)
