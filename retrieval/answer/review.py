"""Review what a language model wrote: does each sentence's passage carry its figures and its quoted words?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from retrieval.amounts.measures import carried, measures
from retrieval.quotations import MARK, Quotation, quotations
from retrieval.result import Outcome
from retrieval.words.tokens import tokenize

_CLOSED = "[”\"’)」』＂']?"
_SENTENCE = re.compile(
    rf"[^。！？\n]*?(?:[。！？]|[.!?](?={_CLOSED}(?:\s*\[\d+\])*(?:\s+[A-Z“\"‘'(\[]|\s*$))){_CLOSED}(?:\s*\[\d+\])*|[^\n]+?$",
    re.MULTILINE,
)
_INSIDE = "\ue001"  # stands for a sign within a quotation: it ends no sentence
_LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)、])\s+")
_LEAST_QUOTED = 2  # signs; a single letter in quotation marks is a name
_CLAIM_WORDS = 4  # a sentence with fewer words of weight claims nothing that needs a passage
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


def sentences(text: str, quoted: list[Quotation]) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text begin and end; markers behind a full stop belong to it.

    :param quoted: What is quoted in it. A full stop in a quotation ends a sentence only where the quotation ends.
    """
    masked = text
    for one in quoted:
        inside = range(one.start + 1, max(one.start + 1, one.start + len(one.words)))  # all but its last sign
        masked = masked[: inside.start] + _INSIDE * len(inside) + masked[inside.stop :]
    for match in _SENTENCE.finditer(masked):
        if match[0].strip():
            yield match.start(), match.end()


def review(text: str, material: Mapping[int, Material]) -> list[Sentence]:
    """Judge every sentence that claims something.

    A figure or quoted word that no cited passage has fails the sentence; too few words in common leave it unknown.
    """
    judged = []
    quoted = list(quotations(text))
    for start, end in sentences(text, quoted):
        piece = text[start:end]
        numbers = [int(number) for number in MARK.findall(piece) if int(number) in material]
        bare = _LIST_MARK.sub("", MARK.sub("", piece))
        own = [one.words.strip() for one in quoted if start <= one.start < end]
        cited = [material[number] for number in numbers]
        sentence = Sentence(piece, end, numbers, [_as_held(one, cited) for one in own if len(one) >= _LEAST_QUOTED])
        words = set(tokenize(bare))
        if not numbers and len(words) < _CLAIM_WORDS and not _states_a_figure(bare):
            continue
        if numbers:
            _judge(sentence, bare, words, cited)
        else:
            sentence.cited, sentence.supported = False, "fail"
        judged.append(sentence)
    return judged


def _as_held(quote: str, cited: list[Material]) -> str:
    """Quoted words without the comma or full stop that English sets inside the marks, if the passage has none there."""
    bare = quote.rstrip(".,")
    texts = [text for one in cited for text in one.texts]
    return bare if bare and not _is_in(quote, texts) and _is_in(bare, texts) else quote


def _is_in(quote: str, texts: list[str]) -> bool:
    return any(quote in text for text in texts)


def _states_a_figure(bare: str) -> bool:
    """Article 285 is repealed: three words, and a claim; but not what announces a list."""
    return bool(measures(bare)) and not bare.rstrip().endswith((":", "："))


def _judge(sentence: Sentence, bare: str, words: set[str], cited: list[Material]) -> None:
    texts = [text for one in cited for text in one.texts]
    if not all(_is_in(quote, texts) for quote in sentence.quoted):
        sentence.verbatim = "fail"
    known = {figure for text in (*texts, *(one.known for one in cited)) for figure in measures(text)}
    if sentence.verbatim == "fail" or not carried(measures(bare), known):
        sentence.supported = "fail"
        return
    share = max(len(words & set(tokenize(text))) / max(len(words), 1) for text in texts)
    sentence.supported = "pass" if share >= LEAST_OVERLAP else "unknown"
