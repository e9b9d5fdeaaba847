"""The articles of the Criminal Law that a charge names."""

from retrieval.address import Address, format_article, format_place
from retrieval.authority import CRIMINAL_LAW
from retrieval.references.numbers import plain
from retrieval.references.places import find_places


def charge_places(text: str | None) -> list[Address]:
    """Return the places that a charge names: 第二百九十三条、第二百四十六条 are two."""
    places = find_places(plain(text or ""), [])
    return list(
        dict.fromkeys(Address(CRIMINAL_LAW, format_article(*place.article), place.paragraph) for place in places)
    )


def place_name(place: Address, language: str) -> str:
    """Return a place without the law's name: 第二百八十五条第三款, art. 285(3)."""
    return ("" if language == "zh" else "art. ") + format_place(language, place.article or "", place.paragraph)


def charge_label(text: str, language: str) -> str:
    """Return a charge's articles as tables show them: art. 285(3)."""
    if language == "zh":
        return text
    return ", ".join(place_name(place, language) for place in charge_places(text)) or text
