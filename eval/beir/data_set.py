"""A retrieval data set in BEIR's form: corpus.jsonl, queries.jsonl, qrels/SPLIT.tsv."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from retrieval.errors import FayanError


@dataclass(frozen=True)
class DataSet:
    """A data set; all ids are texts.

    :param documents: Id to title and text in one.
    :param titles: Id to title, of the documents that have one.
    :param queries: Id to text, only of the queries that the split judges.
    :param qrels: Query to document to grade.
    """

    documents: dict[str, str]
    titles: dict[str, str]
    queries: dict[str, str]
    qrels: dict[str, dict[str, int]]


def read_data_set(folder: Path, split: str) -> DataSet:
    """Read a data set.

    :raises FayanError: If a file is missing or a line is not what it should be.
    """
    documents, titles = {}, {}
    for key, line in _lines(folder / "corpus.jsonl"):
        title = str(line.get("title") or "")
        documents[key] = f"{title} {line.get('text') or ''}".strip()
        if title:
            titles[key] = title
    if not documents:
        raise FayanError(f"{folder / 'corpus.jsonl'} has no documents.")
    qrels = _qrels(folder / "qrels" / f"{split}.tsv")
    texts = {key: str(line.get("text") or "") for key, line in _lines(folder / "queries.jsonl") if key in qrels}
    if missing := sorted(qrels.keys() - texts.keys()):
        raise FayanError(f"{folder / 'queries.jsonl'} lacks the query {missing[0]!r} that qrels/{split}.tsv judges.")
    return DataSet(documents, titles, texts, qrels)


def _lines(path: Path) -> Iterator[tuple[str, dict]]:
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            try:
                content = json.loads(line)
                yield str(content["_id"]), content
            except (ValueError, KeyError, TypeError) as error:
                raise FayanError(f'{path}:{number} is not a JSON object with an "_id".') from error


def _qrels(path: Path) -> dict[str, dict[str, int]]:
    qrels: dict[str, dict[str, int]] = {}
    for number, row in enumerate(csv.reader(_text(path).split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE), 1):
        if number == 1 and row and row[-1].strip() == "score":
            continue
        if not row:
            continue
        try:
            query, document, grade = row
            qrels.setdefault(query, {})[document] = int(grade)
        except ValueError as error:
            raise FayanError(f"{path}:{number} is not query, document and grade, divided by tabs.") from error
    if not qrels:
        raise FayanError(f"{path} judges nothing.")
    return qrels


def _text(path: Path) -> str:
    try:
        # not by splitlines' other separators: a text may have a U+2028 in it
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FayanError(
            f"{path} cannot be read: a data set is a folder with corpus.jsonl, queries.jsonl and qrels/SPLIT.tsv."
        ) from error
