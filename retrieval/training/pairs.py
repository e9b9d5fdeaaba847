"""Training pairs: a question and the passages that answer it, by their place in the index or with their text."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retrieval.errors import FayanError
from retrieval.index import Index
from retrieval.passage import Unit

_FORMS = (
    'a gold pair ("question", "authorities", "split", ...) or {"question": "...", "articles": [{"name": "...", '
    '"text": "..."}]}'
)


@dataclass(frozen=True)
class NamedText:
    """An article that the index need not hold.

    :param name: Its law and number, as 中华人民共和国民法典第五十四条.
    """

    name: str
    text: str


@dataclass(frozen=True)
class TrainingPair:
    """A question and what answers it; at least one of both is there.

    :param group: What it shares with others so like it that they must be held out together; by default nothing.
    """

    question: str
    units: tuple[Unit, ...] = ()
    texts: tuple[NamedText, ...] = ()
    group: str = ""


def read_pairs(path: Path, index: Index) -> list[TrainingPair]:
    """Read a .jsonl file of pairs, or all of a folder.

    Left out are gold pairs of the split `test`, those that cannot be answered, and those that need the conversation
    before them.

    :raises FayanError: If there is no such file, or a line is in neither form.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files or not all(file.is_file() for file in files):
        raise FayanError(f"There are no training pairs at {path}: name a .jsonl file or a folder of them.")
    return [pair for file in files for number, line in _lines(file) if (pair := _pair(line, f"{file}:{number}", index))]


def _lines(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, text in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if text.strip():
            try:
                line = json.loads(text)
            except ValueError as error:
                raise FayanError(f"{file}:{number} is not JSON; a line is {_FORMS}.") from error
            yield number, line


def _pair(line: dict[str, Any], place: str, index: Index) -> TrainingPair | None:
    try:
        question = str(line["question"]).strip()
        if "articles" in line:
            texts = tuple(NamedText(str(one["name"]), str(one["text"])) for one in line["articles"])
            if not question or not texts:
                raise ValueError
            return TrainingPair(question, texts=texts)
        if line["split"] == "test" or not line["answerable"] or line.get("history"):
            return None
        wanted = [(str(one["id"]), one.get("article")) for one in line["authorities"]]
    except (KeyError, TypeError, ValueError) as error:
        raise FayanError(f"{place} is no training pair; a line is {_FORMS}.") from error
    units = tuple(unit for name, article in wanted for unit in _units(name, article, index))
    if not units:
        raise FayanError(f"{place}: the index holds none of the places that answer this question.")
    return TrainingPair(question, units=tuple(dict.fromkeys(units)))


def _units(name: str, article: str | None, index: Index) -> Iterable[Unit]:
    if article:
        return [(name, article)] if (name, article) in index.units else []
    return [unit for unit in index.units if unit[0] == name]
