"""Review what a language model wrote: does each sentence's passage carry its figures and its quoted words?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from retrieval.amounts.direction import directions_agree
from retrieval.amounts.measures import carried, measures
from retrieval.answer.written.denial import denied_alike, denies, denies_quotation
from retrieval.answer.written.sentence_spans import sentence_spans
from retrieval.language import HAN
from retrieval.quotations import MARK, Quotation, quotations
from retrieval.result import Outcome
from retrieval.words.tokens import tokenize

_ANNOUNCES = re.compile(r"[:：]\s*$")
_LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)、])\s+")
_LEAST_QUOTED = 2  # signs; a single letter in quotation marks is a name
_CLAIM_WORDS = 4  # a sentence with fewer words of weight claims nothing that needs a passage
_HEADING_SIGNS = 6  # Han characters without a full stop
_ENDED = re.compile(r"[。！？.!?][”’」』）)]?\s*$")
LEAST_OVERLAP = 0.25


@dataclass
class Sentence:
    """A sentence with its verdict.

    :param end: Where it ends in the text, its markers included.
    :param numbers: The passages that it cites.
    :param quoted: The words that it puts in quotation marks.
    """

    text: str
    end: int
    numbers: list[int]
    quoted: list[str]
    verbatim: Outcome = "pass"
    supported: Outcome = "pass"
    cited: bool = True


@dataclass(frozen=True)
class Material:
    """What a passage can carry: its text in both languages, its label, its dates."""

    texts: tuple[str, ...]
    known: str = field(default="")


def review(text: str, material: Mapping[int, Material]) -> list[Sentence]:
    """Judge every sentence that claims something.

    A figure or quoted word that no cited passage has fails the sentence; too few words in common leave it unknown.
    """
    judged = []
    quoted = list(quotations(text))
    inherited: list[int] = []
    for start, end in sentence_spans(text, quoted):
        piece = text[start:end]
        numbers = [int(number) for number in MARK.findall(piece) if int(number) in material]
        bare = _LIST_MARK.sub("", MARK.sub("", piece))
        if _ANNOUNCES.search(bare):
            inherited = numbers
        elif not _LIST_MARK.match(piece):
            inherited = []
        numbers = numbers or inherited
        own = [one for one in quoted if start <= one.start < end and len(one.words.strip()) >= _LEAST_QUOTED]
        cited = [material[number] for number in numbers]
        if not numbers and not _claims(piece, bare):
            continue
        sentence = Sentence(piece, end, numbers, [])
        if numbers:
            denied = [one for one in own if denies_quotation(MARK.sub("", text[start : one.start]))]
            sentence.quoted = [_as_held(one.words.strip(), cited) for one in own if one not in denied]
            _judge(sentence, bare, own, denied, cited)
        else:
            sentence.cited, sentence.supported = False, "fail"
        judged.append(sentence)
    return judged


def _claims(piece: str, bare: str) -> bool:
    """Whether a sentence that cites nothing claims something: a heading of few words does not, nor that of a table."""
    if _states_a_figure(bare) or denies(bare):
        return True
    signs = len(HAN.findall(bare))
    if signs and not _ENDED.search(bare):
        cells = piece.count("|") + 1 if piece.startswith(" ") else 1
        return signs > _HEADING_SIGNS * cells
    return len(set(tokenize(bare))) >= _CLAIM_WORDS * (piece.count("|") + 1 if piece.startswith(" ") else 1)


def _as_held(quote: str, cited: list[Material]) -> str:
    """Quoted words as the passage has them, if only a sign of the setting differs.

    English sets a comma or full stop inside the marks; a block quote breaks its lines where the passage has a blank or none.
    """
    texts = [text for one in cited for text in one.texts]
    forms = [
        form
        for whole in (quote, quote.rstrip(".,"))
        for form in (whole, whole.replace("\n", " "), whole.replace("\n", ""))
    ]
    return next((form for form in forms if form and _is_in(form, texts)), quote)


def _is_in(quote: str, texts: list[str]) -> bool:
    return any(quote in text for text in texts)


def _states_a_figure(bare: str) -> bool:
    """Article 285 is repealed: three words, and a claim; but not what announces a list."""
    return bool(measures(bare)) and not _ANNOUNCES.search(bare)


def _judge(
    sentence: Sentence, bare: str, quoted: list[Quotation], denied: list[Quotation], cited: list[Material]
) -> None:
    """Judge a sentence by its passages.

    :param quoted: What it quotes.
    :param denied: What of that it says that the passage does not have.
    """
    texts = [text for one in cited for text in one.texts]
    if not all(_is_in(quote, texts) for quote in sentence.quoted):
        sentence.verbatim = "fail"
    known = {figure for text in (*texts, *(one.known for one in cited)) for figure in measures(text)}
    is_there = any(_is_in(_as_held(one.words.strip(), cited), texts) for one in denied)
    if sentence.verbatim == "fail" or is_there or not carried(measures(bare), known):
        sentence.supported = "fail"
        return
    if denied:
        return  # that words are not there has been seen
    words = set(tokenize(bare)) - {word for one in cited for word in tokenize(one.known)}
    share = max(len(words & set(tokenize(text))) / max(len(words), 1) for text in texts)
    outcomes = {
        directions_agree(bare, texts),
        denied_alike(bare, quoted, texts),
        "pass" if share >= LEAST_OVERLAP or not words else "unknown",
    }
    sentence.supported = "fail" if "fail" in outcomes else "unknown" if "unknown" in outcomes else "pass"
