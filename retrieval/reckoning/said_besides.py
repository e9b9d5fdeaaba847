"""What the authority of a threshold says of it elsewhere: how its amount is reckoned, and what holds of one that comes near."""

import re
from collections.abc import Iterator

from retrieval.amounts.threshold import Place
from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.reckoning.punishments import ranges_of
from retrieval.reckoning.tiers import Row

_DEFINED = re.compile(r"所称“(?P<term>[^”]+)”，?(?:是指|包括)")
_COMES_NEAR = re.compile(r"数额[^。]{0,12}接近|接近[^。]{0,20}数额")
# the range of punishment is asked for
RANGE = re.compile(
    r"量刑(?:幅度|区间|档)|法定刑|刑期(?:范围|幅度)|刑罚幅度|判几年|"
    r"\bsentenc\w+ (?:ranges?|brackets?)\b|\branges? of (?:sentences?|sentencing|punishments?)\b|\bstatutory (?:penalt(?:y|ies)|sentences?)\b|\bhow many years\b",
    re.IGNORECASE,
)
_NEAR = 0.5  # of the next tier's value, from which on the rule on what comes near is quoted


def said_besides(row: Row, index: Index) -> list[tuple[str, Place]]:
    """Return the places, each with its authority's id: the paragraph that defines what a row measures, and the article
    on amounts that come near a threshold, if its amount is not far from one that it does not reach.

    Of persons and times nothing comes near in that sense.
    """
    authority = row.steps[0].places[0].authority.id
    measure = row.measure.measure.zh.replace("的", "")
    return list(_places(row, authority, measure, index))


def ranges_besides(row: Row, index: Index) -> list[tuple[str, Place]]:
    """Return the places of the ranges of punishment of a row's crime, if its threshold is reached."""
    article = row.measure.charge_article
    if not row.reached or article is None:
        return []
    paragraph = next(iter(row.measure.charge_paragraphs), None)
    own = dict.fromkeys(one.paragraph for one in ranges_of(article, paragraph, index))
    return [(CRIMINAL_LAW, Place(article=article, paragraph=number)) for number in own]


def _places(row: Row, authority: str, measure: str, index: Index) -> Iterator[tuple[str, Place]]:
    near = _comes_near(row)
    for passage in index.by_authority.get(authority, ()):
        if passage.language != "zh" or not passage.article:
            continue
        for line in passage.lines:
            text = passage.text[line.start : line.end]
            if near and _COMES_NEAR.search(text):
                yield authority, Place(article=passage.article)
            if (match := _DEFINED.search(text)) and measure.endswith(match["term"].replace("的", "")):
                yield authority, Place(article=passage.article, paragraph=line.paragraph)


def _comes_near(row: Row) -> bool:
    above = [step for step in row.steps if not step.reached(row.base.value)]
    return row.base.unit == "yuan" and bool(above) and row.base.value >= _NEAR * above[0].value
