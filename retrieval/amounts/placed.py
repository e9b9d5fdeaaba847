"""The thresholds that are the law on a day, each with the authority that sets it."""

from dataclasses import dataclass
from datetime import date

from retrieval.amounts.threshold import Threshold
from retrieval.authority import Authority
from retrieval.store.index import Index


@dataclass(frozen=True)
class Placed:
    """A threshold with the authority that sets it."""

    authority: Authority
    threshold: Threshold

    @property
    def article(self) -> tuple[str, str | None]:
        """The authority's id and the article or section."""
        place = self.threshold.address
        return self.authority.id, place.article or place.section


def thresholds_on(index: Index, as_of: date) -> list[Placed]:
    """Return the thresholds in force on a day, those of the authorities in the order of the index."""
    return [
        Placed(authority, Threshold.model_validate(entry))
        for authority in index.authorities.values()
        if authority.thresholds and authority.may_be_in_force(as_of)
        for entry in authority.thresholds
    ]
