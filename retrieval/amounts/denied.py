"""The sums that a text says are not so: not 28,000 yuan but 2,800, 没有造成经济损失1万元."""

import re

from retrieval.amounts.bounds import denial_before
from retrieval.amounts.figures import read_figures, with_plain_figures
from retrieval.amounts.sums import NO_AMOUNT
from retrieval.amounts.words import COUNTS, YUAN

# what is so instead: 而是, but
_INSTEAD = re.compile(
    r"\s*[,，、;；]?\s*(?:而(?:应当?)?[是为]?|应当?[是为]|却是|实际上?[是为]|只[有是]|"
    r"but(?: (?:rather|only|just|in fact|actually|instead|of))*\b|(?:it was|they were)\b)\s*",
    re.IGNORECASE,
)


def readable(text: str) -> str:
    """Return a text as figures are read from it: in plain figures, without the sums that it denies.

    :param text: As `plain` returns it.
    """
    text = with_plain_figures(text)
    pieces: list[str] = []
    done = 0
    for figure in read_figures(text):
        denial = denial_before(text[done : figure.start])
        if denial is None or figure.is_year or (NO_AMOUNT.match(text, figure.end) and not _unit_end(text, figure.end)):
            continue
        end = _unit_end(text, figure.end) or figure.end
        pieces.append(text[done : done + denial.start()])
        if instead := _INSTEAD.match(text, end):  # the verb is that of what is so
            pieces.append(denial[0][len(denial["word"]) :])
            end = instead.end()
        done = end
    return "".join((*pieces, text[done:]))


def _unit_end(text: str, at: int) -> int | None:
    """Where the unit of money or of counts ends that stands at a place; None without one."""
    units = (YUAN, *(pattern for _, pattern, _ in COUNTS))
    return next((match.end() for unit in units if (match := unit.match(text, at))), None)
