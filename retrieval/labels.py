"""Pinpoint labels: 《刑法》第二百八十五条第三款, Criminal Law art. 285(3)."""

from retrieval.address import Address, arabic_article, item_number
from retrieval.authority import Authority, Kind
from retrieval.index import Index
from retrieval.numerals import format_numeral
from retrieval.passage import Passage


def pinpoint(authority: Authority, address: Address, language: str, section: str | None = None) -> str:
    """Return the label of an address in an authority.

    :param section: The heading, for texts without articles.
    """
    return (_chinese if language == "zh" else _english)(authority, address, section)


def label_of(index: Index, passage: Passage, address: Address, language: str) -> str:
    """Return the label of a place in a passage."""
    return pinpoint(index.authorities[passage.authority], address, language, shown_section(index, passage, language))


def shown_section(index: Index, passage: Passage, language: str) -> str | None:
    """Return a section's heading in a language, or in the passage's own."""
    parallel = index.units[passage.unit].get(language)
    return parallel[0].section if parallel else passage.section


def _chinese(authority: Authority, address: Address, section: str | None) -> str:
    if authority.kind in (Kind.CASE, Kind.PENALTY):
        number = f"，{authority.number}" if authority.number else ""
        return authority.short_title("zh") + number + (f"：{section}" if section else "")
    label = f"《{authority.short_title('zh').strip('《》')}》"
    if address.article is None:
        return label + (section or "")
    label += address.article
    if address.paragraph:
        label += f"第{format_numeral(address.paragraph)}款"
    return label + (f"第{address.item}项" if address.item else "")


def _english(authority: Authority, address: Address, section: str | None) -> str:
    label = authority.short_title("en")
    if address.article is None:
        number = f", {authority.number}" if authority.number and authority.number not in label else ""
        shown = number if authority.kind in (Kind.CASE, Kind.PENALTY) else ""
        return label + shown + (f", {section}" if section else "")
    label += f" art. {arabic_article(address.article)}"
    if address.paragraph:
        label += f"({address.paragraph})"
    return label + (f" item ({item_number(address.item)})" if address.item else "")
