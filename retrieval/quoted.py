"""What an answer that a language model wrote prints as a quotation: are these the words of what it cites?

Sentence by sentence a quotation that goes on over several of them is never seen whole, and models use other marks than “ ”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prompts import say
from retrieval.index import Index
from retrieval.result import Answer, Citation

_PAIRS = ("“”", "「」", "『』", "‘’", "«»", "„“")
_LEAST, _MOST = 6, 4000  # characters; what is shorter is a term
_QUOTED = re.compile(
    "|".join(rf"{a}(?P<q{n}>[^{a}]{{{_LEAST},{_MOST}}}?){b}(?![A-Za-z])" for n, (a, b) in enumerate(_PAIRS))
    + rf"|\"(?P<straight>[^\"\n]{{{_LEAST},{_MOST}}})\"|^> (?P<block>.+(?:\n> .+)*)",
    re.MULTILINE,
)
_NUMBERS = re.compile(r"[，。；;,.!?！？”\"’」』)\s]{0,4}(?:\[\d{1,4}\]\s?)+[。．.；;，,]?")
_MARK = re.compile(r"\[(\d{1,4})\]")
# an ellipsis leaves words out; marks of quotation within one, and where its lines break, are the printer's
_LEFT_OUT = re.compile(r"…+|\.{3,}|\[…\]|\[\.{3}\]")
_PRINTED = re.compile(r"[\s“”‘’「」『』«»„\"']+")
_ENDS = "，。；,.;:：、"


@dataclass(frozen=True)
class Quotation:
    """Words that are printed as a quotation.

    :param end: Where it ends in the answer, with the numbers that follow it.
    :param cited: These numbers; empty if none follow in its paragraph.
    """

    words: str
    end: int
    cited: tuple[int, ...]


def quotations(text: str) -> Iterator[Quotation]:
    """Yield the quotations of an answer, in their order."""
    for match in _QUOTED.finditer(text):
        words = _MARK.sub("", next(group for group in match.groups() if group).replace("\n> ", "\n"))
        rest = text[match.end() :].partition("\n\n")[0]
        inside = tuple(int(n) for n in _MARK.findall(match[0])) if match["block"] else ()
        following = _NUMBERS.match(rest) or _NUMBERS.search(rest)
        near = following is not None and "“" not in rest[: following.start()]
        cited = tuple(int(n) for n in _MARK.findall(following[0])) if following and near else ()
        at_once = following is not None and following.start() == 0
        yield Quotation(words, match.end() + (following.end() if following and at_once else 0), inside or cited)


def with_quotations_checked(given: Answer, index: Index) -> Answer:
    """Return an answer whose quotations are marked where no passage that they cite, or none at all, has their words."""
    by_number = {citation.n: citation for citation in given.citations}
    notes = [say(given.language, name) for name in ("unsupported", "uncited")]
    for quotation in reversed(list(quotations(given.answer))):
        cited = [by_number[n] for n in quotation.cited if n in by_number]
        words = quotation.words
        for note in notes:  # a sentence of the quotation may have been marked by itself
            words = words.replace(note, "")
        if not given.citations or any(_has(citation, words, index) for citation in cited or given.citations):
            continue
        for citation in cited:
            citation.checks.verbatim = citation.checks.supported = "fail"
        before, behind = given.answer[: quotation.end], given.answer[quotation.end :]
        if not behind.lstrip(" ").startswith(notes[0]):
            given.answer = f"{before.rstrip(' ')} {notes[0]}{behind}"
    return given


def _has(citation: Citation, words: str, index: Index) -> bool:
    """Whether a passage, in either language, has the words in their order, leaving out what an ellipsis leaves out."""
    passage = index.passages.get(citation.passage_id or "")
    units = index.units[passage.unit].values() if passage else ()
    texts = [_PRINTED.sub("", "".join(part.text for part in parts)) for parts in units]
    return any(_in_order(_LEFT_OUT.split(words), text) for text in texts)


def _in_order(parts: list[str], text: str) -> bool:
    at = 0
    for part in (_PRINTED.sub("", part).strip(_ENDS) for part in parts):
        if (found := text.find(part, at)) < 0:
            return False
        at = found + len(part)
    return True
