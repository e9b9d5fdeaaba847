"""Articles that decided cases cite of one law: who asks about 6条、14条 or 6条还是10条 without a law's name means those."""

from collections.abc import Callable, Iterable, Sequence

from retrieval.authority import Authority
from retrieval.references.mention import Mention
from retrieval.references.numbers import plain
from retrieval.references.places import find_places

Article = tuple[int, int]


class CitedTogether:
    """Knows the articles of one law that the legal basis of a penalty cites.

    :param authorities: All that the index holds.
    :param mentions: Finds the laws that a text names.
    """

    def __init__(self, authorities: Iterable[Authority], mentions: Callable[[str], Sequence[Mention]]) -> None:
        self._bases: dict[str, list[set[Article]]] = {}
        for authority in authorities:
            text = plain(((authority.case or {}).get("legal_basis") or {}).get("zh") or "")
            named = mentions(text)
            if len(named) == 1 and len(named[0].authorities) == 1:
                places = find_places(text, [(named[0].start, named[0].end)])
                self._bases.setdefault(named[0].authorities[0], []).append({place.article for place in places})

    def law_of(self, articles: set[Article]) -> tuple[str, ...]:
        """Return the one law whose articles they are as decided cases cite them; one article alone is any law's."""
        return self.law_citing(articles) if len(articles) > 1 else ()

    def law_citing(self, articles: set[Article]) -> tuple[str, ...]:
        """Return the one law of which decided cases cite all these articles, together or one here and one there."""
        laws = [law for law, cited in self._bases.items() if articles <= set().union(*cited)]
        return tuple(laws) if len(laws) == 1 else ()
