"""Clauses of a brief, and those that only say that something is not known."""

import re

_CLAUSE = re.compile(r"(?<=[。；;])|(?<=\.)\s+(?=[A-Z“])|\n")
_ABSENT = re.compile(
    r"(?:不详|未经核实，此处不列|均不详|无法得知)[。；）)]?$|\b(?:is|are|was|were) (?:not known|unknown|not verified)[^.;]{0,40}[.;]?$"
)


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text, without blanks around them."""
    return [clause for part in _CLAUSE.split(text) if (clause := part.strip())]


def says_unknown(clause: str) -> bool:
    """Return whether a clause says of something that it is not known."""
    return bool(_ABSENT.search(clause))
