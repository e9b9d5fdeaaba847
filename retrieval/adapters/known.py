"""Questions whose answers are known: an article that answered one is likelier to answer another that is like it."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.adapters.adapter import unit
from retrieval.adapters.fingerprint import plain_text
from retrieval.numerals import SIGN

VOTE_SCALE = 0.02  # so much cosine similarity below the most like known question, one has a third of its vote
LONGEST_NAME = 80  # characters of a law's name and an article's number
_ARTICLE = re.compile(f"第(?:{SIGN}+|[0-9]+)条")
_REPUBLIC = "中华人民共和国"


def text_mark(text: str) -> int:
    """Return a number by which a text is known again, whatever its marks and blanks."""
    return int.from_bytes(hashlib.blake2b(plain_text(text).encode(), digest_size=8).digest())


def law_mark(name: str) -> int:
    """Return a number for the law that a name begins with: 中华人民共和国民法典第五条 and 民法典 have the same."""
    return text_mark(_ARTICLE.split(name[:LONGEST_NAME], maxsplit=1)[0].replace(_REPUBLIC, ""))


def document_marks(text: str) -> tuple[int, ...]:
    """Return the marks by which a document can be a known answer: its text, also without the name that it begins with."""
    named = _ARTICLE.search(text[:LONGEST_NAME])
    return (text_mark(text), text_mark(text[named.end() :])) if named else (text_mark(text),)


@dataclass(frozen=True)
class KnownQuestions:
    """Questions, by their vectors, with the texts that answered them, by their marks.

    :param vectors: Shape (n, dimension), as the model made them, unit length.
    :param links: Shape (m, 2): the rows of a question and of one of its answers.
    :param answers: Shape (a,), uint64: the marks of the answers' texts.
    :param laws: Shape (a,), uint64: the marks of the answers' laws.
    """

    vectors: np.ndarray
    links: np.ndarray
    answers: np.ndarray
    laws: np.ndarray

    @classmethod
    def of(cls, vectors: np.ndarray, answers: Sequence[Mapping[int, int]]) -> "KnownQuestions":
        """Keep questions.

        :param vectors: Shape (n, dimension).
        :param answers: For each question the marks of its answers' texts, to those of their laws.
        """
        laws = {text: law for own in answers for text, law in own.items()}
        row = {text: at for at, text in enumerate(laws)}
        links = [(question, row[text]) for question, own in enumerate(answers) for text in own]
        return cls(
            vectors, np.array(links, np.int32).reshape(-1, 2),
            np.array(list(laws), np.uint64), np.array(list(laws.values()), np.uint64),
        )  # fmt: skip

    def tensors(self) -> dict[str, np.ndarray]:
        """Return what is kept on the disk: of the vectors, their numbers in 8 bits."""
        scale = float(np.abs(self.vectors).max(initial=1e-9)) / 127
        return {
            "vectors": np.round(self.vectors / scale).astype(np.int8), "scale": np.array([scale], np.float32),
            "links": self.links, "answers": self.answers, "laws": self.laws,
        }  # fmt: skip

    @classmethod
    def read(cls, tensors: Mapping[str, np.ndarray]) -> "KnownQuestions":
        """Make them again of what `tensors` returned.

        :raises KeyError: If something is missing.
        """
        scale = tensors.get("scale", np.ones(1, np.float32))  # none in earlier files, in half precision
        vectors = unit(tensors["vectors"].astype(np.float32) * scale)
        return cls(vectors, tensors["links"], tensors["answers"], tensors["laws"])

    def evidence(self, question: np.ndarray) -> "Evidence":
        """Compare a question with the known ones.

        :param question: Its vector as the model made it, shape (dimension,).
        """
        similarity = self.vectors @ question
        asked, answer = self.links.T
        nearest = np.full(len(self.answers), -1.0, np.float32)
        np.maximum.at(nearest, answer, similarity[asked])
        votes = np.exp((similarity - similarity.max(initial=-1.0)) / VOTE_SCALE)
        shares = votes / np.maximum(np.bincount(asked, minlength=len(votes)), 1)
        return Evidence(nearest, np.bincount(answer, shares[asked], len(self.answers)))


@dataclass(frozen=True)
class Evidence:
    """What known questions say of their answers, for one question.

    :param nearest: Shape (a,): the cosine similarity of the most like question that each answered.
    :param votes: Shape (a,): how many questions it answered, each weighed by its likeness; shared with its other answers.
    """

    nearest: np.ndarray
    votes: np.ndarray


class KnownAnswers:
    """The documents of an index that answered known questions.

    :param known: The questions.
    :param documents: Id, marks of the text and mark of the law of every document.
    """

    def __init__(self, known: KnownQuestions, documents: Iterable[tuple[str, Sequence[int], int]]) -> None:
        rows = {int(mark): row for row, mark in enumerate(known.answers)}
        times = np.bincount(known.links[:, 1], minlength=len(rows))
        by_law: dict[int, int] = {}
        for mark, count in zip(known.laws.tolist(), times.tolist(), strict=True):
            by_law[mark] = by_law.get(mark, 0) + count
        self.times = times
        self.row: dict[str, int] = {}  # of the answer that a document is
        self.of_law: dict[str, int] = {}  # how often its law answered
        self._documents: dict[int, list[str]] = {}
        for key, marks, law in documents:
            if law in by_law:
                self.of_law[key] = by_law[law]
            row = next((rows[mark] for mark in marks if mark in rows), None)
            if row is not None:
                self.row[key] = row
                self._documents.setdefault(row, []).append(key)

    @property
    def most_of_a_law(self) -> int:
        """How often the law answered that is asked about most."""
        return max(self.of_law.values(), default=0)

    def nearest(self, evidence: Evidence, count: int) -> list[str]:
        """Return the documents that answered the most like questions, best first."""
        order = np.argsort(-evidence.nearest, kind="stable")[:count]
        return [key for row in order.tolist() for key in self._documents.get(row, ())]
