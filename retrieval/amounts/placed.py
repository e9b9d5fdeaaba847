"""The thresholds that are the law on a day, each with the authority that sets it."""

from dataclasses import dataclass
from datetime import date

from retrieval.amounts.threshold import Threshold
from retrieval.authority import CRIMINAL_LAW, Authority
from retrieval.index import Index

TIERS = ("serious", "particularly_serious")  # from the lower to the higher


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


def thresholds_on(index: Index, as_of: date, today: date) -> list[Placed]:
    """Return the thresholds that govern what was done on a day, those of the authorities in the order of the index.

    They are those in force then. Of a crime for which there were none, those of a later judicial interpretation: it is
    applied to earlier conduct if no interpretation was there at the time (2001 Provisions on temporal effect, point 2).
    """
    placed = [
        Placed(authority, Threshold.model_validate(entry))
        for authority in index.authorities.values()
        if authority.may_be_in_force(as_of) or authority.applies_to_earlier(as_of)
        for entry in authority.thresholds
    ]
    covered = {own.threshold.charge_article for own in placed if own.authority.may_be_in_force(as_of)}
    return [
        own
        for own in placed
        if own.authority.may_be_in_force(as_of) or _fills_a_gap(own.threshold, covered, index, as_of, today)
    ]


def _fills_a_gap(threshold: Threshold, covered: set[str | None], index: Index, as_of: date, today: date) -> bool:
    """Whether a later threshold is of a crime that was one on the day, and had none then."""
    article = threshold.charge_article
    if article is None or article in covered:
        return False
    held = index.units.get((CRIMINAL_LAW, article), {})
    law = next((passage for passages in held.values() for passage in passages), None)
    return bool(law and law.in_force_on(as_of, today, next(iter(threshold.charge_paragraphs), None)) != "fail")
