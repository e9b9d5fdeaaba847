"""DOCX: paragraphs and tables in their order; heading styles begin sections."""

import io
import zipfile
import zlib

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from ingest.readers.docx_text import BodyText
from ingest.readers.unreadable import UnreadableFileError

MAX_UNPACKED = 500 * 1024**2  # bytes; a small file may hold any amount of the same
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # also the wrapper of an encrypted DOCX
# what a zip file that is no DOCX, or half of one, sets off in the library
_BROKEN = (OpcError, LxmlError, zipfile.BadZipFile, zlib.error, LookupError, ValueError, AttributeError, RuntimeError)


def read_docx(content: bytes) -> tuple[str | None, list[tuple[str | None, str]]]:
    """Read a DOCX.

    :raises UnreadableFileError: If it is encrypted, an old DOC, no DOCX, or too large when unpacked.
    """
    if content.startswith(_OLD_OFFICE):
        raise UnreadableFileError("old_office")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED:
                raise UnreadableFileError("unpacked", limit=MAX_UNPACKED // 1024**2)
        return _sections(docx.Document(io.BytesIO(content)))
    except UnreadableFileError:
        raise
    except _BROKEN as error:
        raise UnreadableFileError("no_docx") from error


def _sections(document: Document) -> tuple[str | None, list[tuple[str | None, str]]]:
    sections: list[tuple[str | None, list[str]]] = [(None, [])]
    title = document.core_properties.title or None
    names: dict[str | None, str] = {}  # looking a style up takes a millisecond, and a file has thousands of paragraphs
    for block, lines in BodyText(document).blocks(document.element.body):
        if isinstance(block, CT_P) and lines:
            key = block.style
            if key not in names:
                names[key] = Paragraph(block, document).style.name or ""
            if names[key] == "Title" and title in (None, lines[0]):
                title = lines.pop(0)
            elif names[key].startswith("Heading"):
                sections.append((lines.pop(0), []))
        sections[-1][1].extend(lines)
    return title, [(heading, "\n".join(lines)) for heading, lines in sections]
