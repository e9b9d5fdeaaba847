"""Whether the corpus holds what a reference names, and what else may be meant."""

from typing import TYPE_CHECKING

from retrieval.references import Reference

if TYPE_CHECKING:
    from retrieval.store.index import Index


def is_held(reference: Reference, index: "Index") -> bool:
    """Return whether the corpus holds what a reference names."""
    if not reference.authorities:
        return False
    return reference.article is None or any(
        index.registry.has_article(name, *reference.article) for name in reference.authorities
    )


def suggestion(reference: Reference, index: "Index") -> Reference | None:
    """Return what may be meant by an article that does not exist: 285之三 is perhaps 285(3)."""
    if reference.article and reference.article[1]:
        number, inserted = reference.article
        for name in reference.authorities:
            own = index.units.get((name, Reference("", (name,), (number, 0)).address(name).article or ""), {})
            if any(line.paragraph == inserted for passages in own.values() for p in passages for line in p.lines):
                return Reference(reference.text, (name,), (number, 0), inserted, None, reference.named)
    return None
