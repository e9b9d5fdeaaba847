"""Addresses of places in the library, as they stand in the address bar."""

from urllib.parse import urlencode

VIEW = "library"


def library_link(
    authority: str, article: str | None = None, paragraph: int | None = None, *, passage: str | None = None,
    start: int | None = None, end: int | None = None,
) -> str:  # fmt: skip
    """Return the address of a place in the library.

    :param authority: The authority's id.
    :param article: The article in Chinese form, or the key of a brief's section; by default the whole text.
    :param paragraph: The paragraph to be marked, counted from 1.
    :param passage: The id of the passage whose words are marked; it says the place by itself, `article` is not needed.
    :param start: The first code point to be marked in the passage's text.
    :param end: One past the last.
    """
    fields = {
        "view": VIEW, "authority": authority, "article": article, "paragraph": paragraph, "passage": passage,
        "start": start, "end": end,
    }  # fmt: skip
    return "/?" + urlencode({name: value for name, value in fields.items() if value is not None})
