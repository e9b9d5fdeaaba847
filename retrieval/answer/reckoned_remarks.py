"""What is said below the table of amounts: what decides, what is assumed, what the figures do not tell."""

from prompts import say
from retrieval.amounts.bases import Base
from retrieval.reckoning.reckon import Reckoning


def reckoned_remarks(reckoning: Reckoning, language: str) -> list[str]:
    """Return the sentences on the rows of the table, those on the result behind those on how it was reckoned."""
    bases = [row.base for row in reckoning.rows]
    told = {
        "reckon_costs_decide": reckoning.costs_decide,
        "reckon_share_decides": reckoning.share_decides,
        "reckon_apart": any(base.whose for base in bases),
        "reckon_products": any(base.factors for base in bases),
        **{_of_portion(base): True for base in bases if base.portion},
        "reckon_earned": any(base.name == "earned" for base in bases),
        "reckon_unnamed": any(base.name == "unnamed" for base in bases),
        "reckon_by_minutes": reckoning.by_minutes,
        "reckon_none": not any(row.reached or row.may_be for row in reckoning.rows),
        "reckon_people": any(base.unit == "people" for base in bases),
    }
    return [say(language, name) for name, so in told.items() if so]


def _of_portion(base: Base) -> str:
    """The name of the sentence on a part of which more is told."""
    if base.unit == "yuan":
        return "reckon_portion_sum"
    return "reckon_portion_more" if base.portion > 0 else "reckon_portion_less"
