"""Stays in conversations that are over."""

from web.ask.place import Place
from web.ask.visits import Visits


def test_only_what_a_page_has_left_is_over() -> None:
    visits = Visits()
    first = Place.read("")
    second = Place(visit=visits.leave("page", first.visit))
    assert visits.is_over("page", first.visit)
    assert not visits.is_over("page", second.visit)
    assert not visits.is_over("another page", first.visit)


def test_a_place_comes_back_as_it_was_written() -> None:
    for place in (
        Place(),
        Place("c"),
        Place("c", "m"),
        Place("c", "m", "v"),
        Place("", "", "v"),
        Place("c", visit="v"),
    ):
        assert Place.read(str(place)) == place
