"""The groups that a plot tells apart by colour: the charges that occur most, the rest, and penalties."""

from prompts import say
from retrieval.cases.records import Record
from web.library.charges import charge_label

CHARGES = ("第二百八十五条第三款", "第二百二十五条", "第二百八十六条之一", "第二百八十六条")
OTHER, PENALTY = "other", "penalty"
GROUPS = (*CHARGES, OTHER, PENALTY)


def group_of(record: Record) -> str:
    """Return the group of a case."""
    if record.is_penalty:
        return PENALTY
    return record.charge_article if record.charge_article in CHARGES else OTHER


def colour(group: str) -> str:
    """Return the class that the style sheet gives the group's colour to."""
    return f"fy-c{GROUPS.index(group) + 1}"


def group_name(group: str, language: str) -> str:
    """Return what a legend calls a group."""
    return charge_label(group, language) if group in CHARGES else say(language, f"charge_{group}")
