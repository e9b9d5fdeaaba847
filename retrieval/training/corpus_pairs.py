"""Pairs that the corpus itself gives: what it holds in both languages, its topics, its glossary, its written questions."""

import re
from collections.abc import Callable, Iterator

from retrieval.index import Index
from retrieval.training.pairs import NamedText, TrainingPair

PARALLEL, ASKED = "parallel", "asked"  # what stands for these pairs where a file is expected
_SENTENCE = re.compile(r"(?<=[.;?!。；？！])\s+|\n")
_LEAST = {"en": 25, "zh": 8}  # characters of a sentence that says something


def parallel_pairs(index: Index, question_language: str, passage_language: str) -> list[TrainingPair]:
    """Return pairs whose questions are in one language and whose answers are held in the other (or the same) one."""
    pairs = [
        *_translated(index, question_language, passage_language),
        *_topics(index, question_language, passage_language),
        *_terms(index, question_language, passage_language),
    ]
    return list(dict.fromkeys(pairs))


def _translated(index: Index, question: str, passage: str) -> Iterator[TrainingPair]:
    """Each passage and each of its sentences is a question for the same unit in the other language."""
    for unit, held in index.units.items():
        if question == passage or not (held.get(question) and held.get(passage)):
            continue
        for own in held[question]:
            yield TrainingPair(own.text, (unit,), group=repr(unit))
            sentences = [part.strip() for part in _SENTENCE.split(own.text)]
            if len(sentences) > 1:
                yield from (TrainingPair(s, (unit,), group=repr(unit)) for s in sentences if len(s) >= _LEAST[question])


def _topics(index: Index, question: str, passage: str) -> Iterator[TrainingPair]:
    for phrase in index.topics.phrases(question):
        units = tuple(unit for unit in phrase.units if index.units[unit].get(passage))
        if units:
            yield TrainingPair(phrase.text, units, group=repr(units[0]))


def _terms(index: Index, question: str, passage: str) -> Iterator[TrainingPair]:
    """A term's name in one language is a question for its name in the other."""
    for term in index.glossary.terms:
        names = {"zh": (term.zh, *term.zh_other), "en": (term.en, *term.en_other)}
        if question != passage:
            for name in names[question][:3]:
                yield TrainingPair(name, texts=(NamedText("", names[passage][0]),), group=term.zh)


def asked_pairs(index: Index, question_language: str, passage_language: str) -> list[TrainingPair]:
    """Return the questions in one language that are written for places whose text is held in the other (or the same)."""
    return [
        TrainingPair(phrase.text, phrase.units, group=repr(phrase.units[0]))
        for phrase in index.asked.phrases(question_language)
        if index.units[phrase.units[0]].get(passage_language)
    ]


OF_THE_CORPUS: dict[str, Callable[[Index, str, str], list[TrainingPair]]] = {
    PARALLEL: parallel_pairs,
    ASKED: asked_pairs,
}
