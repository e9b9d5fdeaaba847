"""Review what a language model wrote: does each sentence's passage carry its figures and its quoted words?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from retrieval.checks import figures
from retrieval.result import Outcome
from retrieval.words.tokens import tokenize

_MARK = re.compile(r"\[(\d{1,4})\]")
_SENTENCE = re.compile(
    r"[^。！？\n]*?(?:[。！？]|[.!?](?=[”\"’)]?(?:\s*\[\d+\])*(?:\s+[A-Z“\"(\[]|\s*$)))[”\"’)]?(?:\s*\[\d+\])*|[^\n]+?$",
    re.MULTILINE,
)
_QUOTED = re.compile(r"“([^”]{2,400})”|\"([^\"\n]{2,400})\"|「([^」]{2,400})」")
_LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)、])\s+")
_PINPOINT = re.compile(
    r"(?<=[\d)])\(\d{1,2}\)|第[一二三四五六七八九十\d]+[款项]|\b(?:paragraphs?|items?|points?) \(?\d{1,2}\)?",
    re.IGNORECASE,
)
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


def sentences(text: str) -> Iterator[tuple[str, int]]:
    """Yield the sentences of a text with the place where each ends; markers behind a full stop belong to it."""
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            yield match[0], match.end()


def review(text: str, material: Mapping[int, Material]) -> list[Sentence]:
    """Judge every sentence that claims something.

    A figure or quoted word that no cited passage has fails the sentence; too few words in common leave it unknown.
    """
    judged = []
    for piece, end in sentences(text):
        numbers = [int(number) for number in _MARK.findall(piece) if int(number) in material]
        bare = _LIST_MARK.sub("", _MARK.sub("", piece))
        quoted = [next(group for group in match.groups() if group) for match in _QUOTED.finditer(bare)]
        sentence = Sentence(piece, end, numbers, quoted)
        words = set(tokenize(bare))
        if not numbers and len(words) < _CLAIM_WORDS and not _states_a_figure(bare):
            continue
        if numbers:
            _judge(sentence, bare, words, [material[number] for number in numbers])
        else:
            sentence.cited, sentence.supported = False, "fail"
        judged.append(sentence)
    return judged


def _states_a_figure(bare: str) -> bool:
    """Article 285 is repealed: three words, and a claim; but not what announces a list."""
    return bool(figures(bare)) and not bare.rstrip().endswith((":", "："))


def _judge(sentence: Sentence, bare: str, words: set[str], cited: list[Material]) -> None:
    texts = [text for one in cited for text in one.texts]
    if any(not any(quote in text for text in texts) for quote in sentence.quoted):
        sentence.verbatim = "fail"
    known = figures(" ".join([*texts, *(one.known for one in cited)]))
    if sentence.verbatim == "fail" or not figures(_PINPOINT.sub("", bare)) <= known:
        sentence.supported = "fail"
        return
    share = max(len(words & set(tokenize(text))) / max(len(words), 1) for text in texts)
    sentence.supported = "pass" if share >= LEAST_OVERLAP else "unknown"
