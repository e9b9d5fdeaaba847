"""PDF with a text layer, page by page."""

import io
import re
import struct
import zlib

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from ingest.readers.unreadable import UnreadableFileError
from retrieval.language import HAN

# what a damaged file sets off in the library
_BROKEN = (
    PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RuntimeError,
    struct.error, zlib.error,
)  # fmt: skip
_SENTENCE_END = re.compile(r"[。；：！？.;:!?”）)]\s*$")
_PAGE = "p. "
_SHORT = 15  # characters; a line up to here is a heading, or an entry of a list
_BEGINS = re.compile(
    r"\s*(?:第[一二三四五六七八九十百千\d]+[编章节条]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[.、)])"
)


def read_pdf(content: bytes) -> tuple[str | None, list[tuple[str | None, str]]]:
    """Read a PDF; each page is a section, so that a quotation can name it. A page that is a picture is one without text.

    :raises UnreadableFileError: If it is encrypted, scanned, broken, or no PDF.
    """
    if b"%PDF" not in content[:1024]:
        raise UnreadableFileError("no_pdf")
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFileError("encrypted")
        pages = [page.extract_text() or "" for page in reader.pages]
        empty = {n for n, text in enumerate(pages) if not text.strip() and not reader.pages[n].images.keys()}
        title = reader.metadata.title if reader.metadata else None
    except DependencyError as error:  # a cipher that only the package cryptography has
        raise UnreadableFileError("encrypted") from error
    except UnreadableFileError:
        raise
    except _BROKEN as error:
        raise UnreadableFileError("damaged", fault=type(error).__name__) from error
    if not pages:
        raise UnreadableFileError("no_pages")
    if not "".join(pages).strip():
        raise UnreadableFileError("scanned")
    return (str(title).strip() or None) if title else None, [
        (f"{_PAGE}{n + 1}", join_lines(text)) for n, text in enumerate(pages) if n not in empty
    ]


def page_number(heading: str) -> int:
    """Return the number of the page that a section is."""
    return int(heading.removeprefix(_PAGE))


def join_lines(text: str) -> str:
    """Undo the line breaks of a page: a line that ends no sentence goes on in the next one."""
    pieces: list[str] = []  # joined once at the end: a page without a full stop would take quadratic time
    length, last = 0, ""  # of the line so far, and the last piece of it
    for line in (line.strip() for line in text.split("\n")):
        if not line:
            continue
        goes_on = last and not _SENTENCE_END.search(last) and not _BEGINS.match(line) and length > _SHORT
        if goes_on:
            glue = "" if HAN.match(line[0]) or HAN.match(last[-1]) else " "
        else:
            glue, length = "\n" if last else "", 0
        pieces += [glue, line]
        length, last = length + len(line), line
    return "".join(pieces)
