"""Texts in one form, so that a fact is found however it is typed."""

import unicodedata


def normal(text: str) -> str:
    """Return the text after NFKC, in lower case, without blanks and commas: `5,000 元` and `5000元` are one."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(char for char in folded if not char.isspace() and char != ",")


def holds(text: str, alternatives: tuple[str, ...]) -> bool:
    """Return whether a text, already in its normal form, has one of the alternatives."""
    return any(normal(alternative) in text for alternative in alternatives)
