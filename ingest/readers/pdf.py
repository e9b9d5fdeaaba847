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
_BEGINS = re.compile(
    r"\s*(?:第[一二三四五六七八九十百千\d]+[编章节条]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[.、)])"
)


def read_pdf(content: bytes) -> tuple[str | None, list[tuple[str | None, str]]]:
    """Read a PDF; each page is a section, so that a quotation can name it.

    :raises UnreadableFileError: If it is encrypted, scanned, broken, or no PDF.
    """
    if b"%PDF" not in content[:1024]:
        raise UnreadableFileError("no_pdf")
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFileError("encrypted")
        pages = [page.extract_text() or "" for page in reader.pages]
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
        (f"p. {number}", join_lines(text)) for number, text in enumerate(pages, 1)
    ]


def join_lines(text: str) -> str:
    """Undo the line breaks of a page: a line that ends no sentence goes on in the next one."""
    lines: list[str] = []
    for line in (line.strip() for line in text.split("\n")):
        if not line:
            continue
        if lines and not _SENTENCE_END.search(lines[-1]) and not _BEGINS.match(line) and len(lines[-1]) > 15:
            glue = "" if HAN.match(line[0]) or HAN.match(lines[-1][-1]) else " "
            lines[-1] += glue + line
        else:
            lines.append(line)
    return "\n".join(lines)
