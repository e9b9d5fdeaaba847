"""Whether the corpus holds what a reference names, where it is told of, and what else may be meant."""

from collections.abc import Iterable
from dataclasses import replace

from retrieval.address import item_number
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.references.find import Reference, find_references


def units_of(reference: Reference, index: Index) -> list[Unit]:
    """Return where a named article stands: itself, or the sections that tell of it where the wording is not held."""
    if not reference.article:
        return []
    own = [(name, reference.address(name).article or "") for name in reference.authorities]
    held = [unit for unit in own if unit in index.units]
    return held or [unit for name in reference.authorities for unit in _telling(name, reference, index)]


def _telling(authority: str, reference: Reference, index: Index) -> list[Unit]:
    """The sections of a text restated in prose that name the article as its own."""
    if index.registry.articles.get(authority):
        return []
    return list(dict.fromkeys(
        passage.unit
        for passage in index.by_authority.get(authority, ())
        if passage.language == "zh" and tells_of(passage.text, authority, [reference], index)
    ))  # fmt: skip


def tells_of(text: str, authority: str, references: Iterable[Reference], index: Index) -> bool:
    """Return whether a text of an authority names, as its own, an article that is referred to."""
    wanted = {reference.article for reference in references if reference.article and authority in reference.authorities}
    return bool(wanted) and any(
        r.article in wanted and authority in r.authorities for r in find_references(text, index.registry, (authority,))
    )


def is_held(reference: Reference, index: Index) -> bool:
    """Return whether the corpus holds what a reference names."""
    if not reference.authorities:
        return False
    return reference.article is None or bool(units_of(reference, index))


def paragraphs_of(reference: Reference, index: Index) -> dict[int, set[int]]:
    """Return the paragraphs of a named article, each with the numbers of its items; empty if it is not held."""
    found: dict[int, set[int]] = {}
    for unit in units_of(reference, index):
        for passage in index.units[unit].get("zh") or index.units[unit].get("en") or []:
            for line in passage.lines if passage.article else ():
                if line.paragraph is None:
                    continue
                items = found.setdefault(line.paragraph, set())
                if line.item:
                    items.add(item_number(line.item) or 0)
        if found:
            break
    return found


def fitted(reference: Reference, index: Index) -> Reference:
    """Return a reference whose paragraph and item are those of the article.

    225(4) is item 4 of its only paragraph, 第三十三条第五项 stands in the first one, and clause 3 of an article without
    items is its paragraph 3.
    """
    paragraph, item = reference.paragraph, reference.item
    if not reference.article or not (paragraph or item):
        return reference
    own = paragraphs_of(reference, index)
    if paragraph and paragraph not in own and not item:
        holders = [number for number, items in own.items() if paragraph in items]
        return replace(reference, paragraph=holders[0], item=paragraph) if len(holders) == 1 else reference
    if item and not paragraph:
        holders = [number for number, items in own.items() if item in items]
        if holders:
            return replace(reference, paragraph=holders[0])
        if item in own and not any(own.values()):
            return replace(reference, paragraph=item, item=None)
    return reference


def lacks_paragraph(reference: Reference, index: Index) -> int | None:
    """Return how many paragraphs a named article has, if the one that is named is not among them."""
    if not reference.article or not reference.paragraph:
        return None
    own = paragraphs_of(reference, index)
    return max(own) if own and reference.paragraph not in own else None


def lacks_item(reference: Reference, index: Index) -> int | None:
    """Return the last item's number where the one that is named is not among them, 0 where there are no items."""
    if not reference.article or not reference.item:
        return None
    own = paragraphs_of(reference, index)
    items = own.get(reference.paragraph, set()) if reference.paragraph else set().union(*own.values())
    return max(items, default=0) if own and reference.item not in items else None


def suggestion(reference: Reference, index: Index) -> Reference | None:
    """Return what may be meant by an article that does not exist: 285之三 is perhaps 285(3)."""
    if reference.article and reference.article[1] and not is_held(reference, index):
        number, inserted = reference.article
        for name in reference.authorities:
            perhaps = replace(reference, authorities=(name,), article=(number, 0), paragraph=inserted, item=None)
            if inserted in paragraphs_of(perhaps, index):
                return perhaps
    return None
