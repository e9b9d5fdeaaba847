"""Addresses in the library."""

from urllib.parse import parse_qs, urlsplit

from web.library.links import library_link


def fields(address: str) -> dict[str, str]:
    assert address.startswith("/?")
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_a_link_says_only_what_is_known() -> None:
    assert fields(library_link("criminal-law")) == {"view": "library", "authority": "criminal-law"}
    assert fields(library_link("criminal-law", "第二百八十五条", 3)) == {
        "view": "library", "authority": "criminal-law", "article": "第二百八十五条", "paragraph": "3",
    }  # fmt: skip


def test_a_link_to_words_names_the_passage_and_the_first_word_of_all() -> None:
    link = library_link("criminal-law", passage="criminal-law:285:zh", start=0, end=12)
    assert fields(link) == {
        "view": "library", "authority": "criminal-law", "passage": "criminal-law:285:zh", "start": "0", "end": "12",
    }  # fmt: skip


def test_odd_ids_stay_whole() -> None:
    assert fields(library_link("a&b=c #?", '条"<'))["authority"] == "a&b=c #?"
