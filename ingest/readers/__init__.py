"""Files to blocks: which reader reads which file, and what is said of a file that cannot be read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from ingest.blocks import Block
from ingest.readers.docx import read_docx
from ingest.readers.glyphs import usual_characters
from ingest.readers.html import read_html
from ingest.readers.outline import blocks_of, guess_language
from ingest.readers.pdf import page_number, read_pdf
from ingest.readers.text import read_markdown, read_text
from ingest.readers.titles import names_something
from ingest.readers.unreadable import UnreadableFileError
from retrieval.language import visible

__all__ = ["MAX_BYTES", "MAX_MB", "READABLE", "Extracted", "UnreadableFileError", "read_file"]

MAX_MB = 50  # of a file
MAX_BYTES = MAX_MB * 1024**2
# a reader returns the title, if the file has one, and (heading, text) pairs in the order of the file; a page of a PDF that is
# a picture is one without text
Reader = Callable[[bytes], tuple[str | None, list[tuple[str | None, str]]]]
READABLE: dict[str, Reader] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}


@dataclass(frozen=True)
class Extracted:
    """What was read from a file.

    :param unread: The numbers of the pages that are pictures, whose text was not read.
    """

    title: str
    language: str
    blocks: list[Block]
    unread: tuple[int, ...] = ()


def read_file(name: str, content: bytes) -> Extracted:
    """Read a file's text.

    :param name: The file's name; its ending says what it is, and the content must agree.
    :raises UnreadableFileError: With the reason in the reader's words.
    """
    path = PurePath(name)
    reader = READABLE.get(path.suffix.lower())
    if reader is None:
        raise UnreadableFileError("type", type=path.suffix) if path.suffix else UnreadableFileError("no_type")
    if not content.strip():
        raise UnreadableFileError("empty")
    title, sections = reader(content)
    title = _one_line(title) if names_something(title) else None
    read = [(_one_line(heading), _shown(text)) for heading, text in sections]
    sections = [(heading, text) for heading, text in read if text.strip()]
    if not sections:
        raise UnreadableFileError("no_text")
    language = guess_language(sections)
    title = (title or _one_line(path.stem) or name)[:200]
    return Extracted(title, language, blocks_of(sections), _pictures(read) if reader is read_pdf else ())


def _pictures(pages: list[tuple[str | None, str]]) -> tuple[int, ...]:
    return tuple(page_number(heading) for heading, text in pages if heading and not text.strip())


def _shown(text: str) -> str:
    return usual_characters(visible(text))


def _one_line(text: str | None) -> str | None:
    """A title or heading stands in labels, which must not begin a paragraph of their own."""
    return " ".join(_shown(text).split()) if text is not None else None
