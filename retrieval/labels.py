"""Pinpoint labels: 《刑法》第二百八十五条第三款, Criminal Law art. 285(3)."""

from collections.abc import Iterable
from dataclasses import replace

from prompts import say
from retrieval.address import Address, format_place
from retrieval.authority import Authority, Coverage, Kind
from retrieval.index import Index
from retrieval.passage import Passage


def pinpoint(authority: Authority, address: Address, language: str, section: str | None = None) -> str:
    """Return the label of an address in an authority; that of a document says that it is one, whatever its title is.

    :param section: The heading, for texts without articles.
    """
    label = (_chinese if language == "zh" else _english)(authority, address, section)
    return say(language, "label_document", label=label) if authority.kind is Kind.DOCUMENT else label


def as_cited(authority: Authority, address: Address, text: Iterable[Passage]) -> Address:
    """Return an address as it is cited: the only paragraph of an article is not counted, 第二百二十五条第（四）项.

    :param text: All parts of the article in one language; of an excerpt it is not known what is left out.
    """
    if address.paragraph != 1 or authority.coverage != Coverage.WHOLE:
        return address
    only = {line.paragraph for passage in text for line in passage.lines} == {1}
    return replace(address, paragraph=None) if only else address


def label_of(index: Index, passage: Passage, address: Address, language: str) -> str:
    """Return the label of a place in a passage."""
    authority, section = index.authorities[passage.authority], shown_section(index, passage, language)
    cited = as_cited(authority, address, index.units[passage.unit][passage.language])
    return pinpoint(authority, cited, language, section)


def shown_section(index: Index, passage: Passage, language: str) -> str | None:
    """Return a section's heading in a language, or in the passage's own."""
    parallel = index.units[passage.unit].get(language)
    return parallel[0].section if parallel else passage.section


def _chinese(authority: Authority, address: Address, section: str | None) -> str:
    if authority.kind.is_decision:
        number = f"，{authority.number}" if authority.number else ""
        return authority.short_title("zh") + number + (f"：{section}" if section else "")
    label = f"《{authority.short_title('zh').strip('《》')}》"
    if address.article is None:
        return label + (section or "")
    return label + format_place("zh", address.article, address.paragraph, address.item)


def _english(authority: Authority, address: Address, section: str | None) -> str:
    label = authority.short_title("en")
    if address.article is None:
        number = f", {authority.number}" if authority.number and authority.number not in label else ""
        shown = number if authority.kind.is_decision else ""
        return label + shown + (f", {section}" if section else "")
    return f"{label} art. {format_place('en', address.article, address.paragraph, address.item)}"
