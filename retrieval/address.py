"""Where a text stands: authority, article, paragraph (款) and item (项)."""

import re
from dataclasses import dataclass

from retrieval.numerals import NUMERAL, format_numeral, read_number

HIGHEST = 9999  # no law has more articles, and no article more items
ARTICLE = rf"第{NUMERAL}条(?:之{NUMERAL})?"  # as laws print it
PLACE = re.compile(rf"(?P<article>{ARTICLE})(?:第(?P<paragraph>{NUMERAL})款)?(?:第（?(?P<item>{NUMERAL})）?项)?")
_ARTICLE = re.compile(rf"第({NUMERAL}|\d{{1,4}})条(?:之({NUMERAL}|\d{{1,4}}))?")
_ITEM = re.compile(rf"[（(]({NUMERAL}|\d{{1,4}})[）)]")


@dataclass(frozen=True, order=True)
class Address:
    """A place in an authority.

    :param authority: The authority's id, its folder's name.
    :param article: In Chinese form, 第二百八十五条 or 第二百八十六条之一; None where there are no articles.
    :param paragraph: Counted from 1.
    :param item: In Chinese form, （五）.
    """

    authority: str
    article: str | None = None
    paragraph: int | None = None
    item: str | None = None

    def covers(self, other: "Address") -> bool:
        """Return whether `other` lies within this address."""
        return (
            self.authority == other.authority
            and self.article in (None, other.article)
            and self.paragraph in (None, other.paragraph)
            and self.item in (None, other.item)
        )


def article_numbers(article: str) -> tuple[int, int] | None:
    """Return the number and the inserted number: 第二百八十六条之一 is (286, 1), 第三条 is (3, 0); 第零条 is no article."""
    match = _ARTICLE.fullmatch(article)
    if match is None:
        return None
    number, inserted = read_number(match[1]) or 0, read_number(match[2]) or 0
    return (number, inserted) if 0 < number <= HIGHEST and inserted <= HIGHEST else None


def format_article(number: int, inserted: int = 0) -> str:
    """Return the Chinese form: (286, 1) is 第二百八十六条之一."""
    return f"第{format_numeral(number)}条" + (f"之{format_numeral(inserted)}" if inserted else "")


def arabic_article(article: str) -> str:
    """Return the short form that ids and English labels use: 286-1, 285; another heading stays as it is."""
    numbers = article_numbers(article)
    if numbers is None:
        return article
    return f"{numbers[0]}-{numbers[1]}" if numbers[1] else str(numbers[0])


def format_place(language: str, article: str, paragraph: int | None = None, item: str | None = None) -> str:
    """Return a place within a law: 第二百八十五条第三款; in English without a word for the article, 285(3) item (5)."""
    if language == "zh":
        text = article + (f"第{format_numeral(paragraph)}款" if paragraph else "")
        return text + (f"第{item}项" if item else "")
    text = arabic_article(article) + (f"({paragraph})" if paragraph else "")
    return text + (f" item ({item_number(item)})" if item else "")


def format_item(number: int) -> str:
    """Return an item's number as the law prints it: 5 is （五）."""
    return f"（{format_numeral(number)}）"


def item_number(item: str) -> int | None:
    """Return the number of an item: （五） and (5) are 5."""
    match = _ITEM.fullmatch(item)
    number = read_number(match[1]) or 0 if match else 0
    return number if 0 < number <= HIGHEST else None
