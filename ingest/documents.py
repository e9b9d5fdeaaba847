"""Documents that users add: kept in SQLite as blocks, so that a rebuild keeps them."""

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from ingest.blocks import Block
from ingest.corpus import Source
from ingest.readers import read_file
from prompts import say
from retrieval.authority import Authority, Bilingual, BilingualNames, Kind
from retrieval.store.database import transaction

_HEAD = "SELECT id, owner, name, title, added, json_extract(blocks, '$.unread') AS unread FROM documents"


@dataclass(frozen=True)
class Document:
    """A document as the table holds it.

    :param owner: The user who added it; None if it is for all.
    :param unread: The pages that are pictures: their text is not held.
    """

    id: str
    owner: str | None
    name: str
    title: str
    added: str
    unread: tuple[int, ...] = ()

    def reason(self, language: str) -> str | None:
        """Return what is missing of it in `en` or `zh`, or None."""
        return say(language, "pages_unread", pages=_ranges(self.unread)) if self.unread else None


def add_document(
    connection: sqlite3.Connection, name: str, content: bytes, owner: str | None = None
) -> tuple[Document, bool]:
    """Read a file and keep its text.

    :return: The document, and whether it is new: the same bytes of the same owner give the same document.
    :raises UnreadableFileError: With the reason.
    """
    digest = hashlib.sha256(content).hexdigest()
    key = "doc-" + hashlib.sha256(f"{owner or ''} {digest}".encode()).hexdigest()[:12]
    if known := find_document(connection, key):
        return known, False
    extracted = read_file(name, content)
    held = {"language": extracted.language, "blocks": [asdict(b) for b in extracted.blocks], "unread": extracted.unread}
    blocks = json.dumps(held, ensure_ascii=False)
    added = datetime.now(UTC).isoformat(timespec="seconds")
    document = Document(key, owner, name, extracted.title, added, extracted.unread)
    with transaction(connection):
        connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
            (document.id, owner, name, document.title, digest, blocks, document.added),
        )
    return document, True


def find_document(connection: sqlite3.Connection, key: str) -> Document | None:
    """Return a document by id."""
    row = connection.execute(f"{_HEAD} WHERE id = ?", (key,)).fetchone()
    return _document(row) if row else None


def list_documents(connection: sqlite3.Connection) -> list[Document]:
    """Return all documents, the oldest first."""
    rows = connection.execute(f"{_HEAD} ORDER BY added, id")
    return [_document(row) for row in rows]


def _document(row: sqlite3.Row) -> Document:
    # documents that were added by an older version have no list of pages
    return Document(**{**dict(row), "unread": tuple(json.loads(row["unread"] or "[]"))})


def _ranges(numbers: tuple[int, ...]) -> str:
    """Return numbers in their order with those that follow each other put together: 2–4, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def remove_document(connection: sqlite3.Connection, key: str) -> bool:
    """Forget a document; its passages go with the next ingest."""
    return connection.execute("DELETE FROM documents WHERE id = ?", (key,)).rowcount > 0


def document_sources(connection: sqlite3.Connection) -> list[Source]:
    """Return the documents as sources of passages."""
    sources = []
    titles = telling_titles(list_documents(connection))
    for row in connection.execute("SELECT id, owner, title, blocks FROM documents ORDER BY id"):
        content, title = json.loads(row["blocks"]), titles[row["id"]]
        names = [title, row["title"]]
        authority = Authority(
            id=row["id"], kind=Kind.DOCUMENT, titles=Bilingual(zh=title, en=title), short=BilingualNames(zh=names, en=names),
        )  # fmt: skip
        blocks = [Block(**{**block, "path": tuple(block["path"])}) for block in content["blocks"]]
        sources.append(Source(authority, {content["language"]: blocks}, owner=row["owner"]))
    return sources


def telling_titles(documents: Sequence[Document]) -> dict[str, str]:
    """Return by id the titles under which documents are cited.

    Two of the same title, the drafts of a contract, say, are told apart by their files' names, or by when they were added;
    but nobody learns thereby of a document that somebody else has.
    """
    titles = {}
    for one in documents:
        alike = [other for other in documents if other.title == one.title and other.owner in (None, one.owner)]
        same_file = sum(other.name == one.name for other in alike) > 1
        by = f"{one.name}, {one.added[:16].replace('T', ' ')}" if same_file else one.name
        titles[one.id] = f"{one.title} ({by})" if len(alike) > 1 else one.title
    return titles
