"""Plain tables, their columns aligned whatever script they are in."""

import unicodedata
from collections.abc import Sequence

from retrieval.statistics import Estimate


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table: the first column to the left, the others to the right."""
    lines = [list(header), *map(list, rows)]
    widths = [max(width(line[i]) for line in lines) for i in range(len(header))]
    return "\n".join(
        "  ".join(
            (cell + " " * (widths[i] - width(cell))) if i == 0 else (" " * (widths[i] - width(cell)) + cell)
            for i, cell in enumerate(line)
        ).rstrip()
        for line in lines
    )


def markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the table in Markdown."""
    lines = [list(header), ["---", *("---:" for _ in header[1:])], *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def number(value: float | None) -> str:
    """Return a number with three places, a dash for none."""
    return "-" if value is None else f"{value:.3f}"


def shown(value: Estimate | None) -> str:
    """Return a mean with its interval."""
    return "-" if value is None else f"{value.mean:.3f} [{value.low:.3f}, {value.high:.3f}]"
