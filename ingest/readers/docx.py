"""DOCX: paragraphs and tables in their order; heading styles begin sections."""

import io
import zipfile
import zlib

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table
from lxml.etree import LxmlError

from ingest.readers.unreadable import UnreadableFileError

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # also the wrapper of an encrypted DOCX
# what a zip file that is no DOCX, or half of one, sets off in the library
_BROKEN = (OpcError, LxmlError, zipfile.BadZipFile, zlib.error, LookupError, ValueError, AttributeError, RuntimeError)


def read_docx(content: bytes) -> tuple[str | None, list[tuple[str | None, str]]]:
    """Read a DOCX.

    :raises UnreadableFileError: If it is encrypted, an old DOC, or no DOCX.
    """
    if content.startswith(_OLD_OFFICE):
        raise UnreadableFileError("old_office")
    try:
        return _sections(docx.Document(io.BytesIO(content)))
    except _BROKEN as error:
        raise UnreadableFileError("no_docx") from error


def _sections(document: Document) -> tuple[str | None, list[tuple[str | None, str]]]:
    sections: list[tuple[str | None, list[str]]] = [(None, [])]
    title = document.core_properties.title or None
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            sections[-1][1].extend("\t".join(cell.text.strip() for cell in row.cells) for row in block.rows)
            continue
        text, style = block.text.strip(), (block.style.name or "") if block.style else ""
        if style == "Title" and text:
            title = title or text
        elif style.startswith("Heading") and text:
            sections.append((text, []))
        elif text:
            sections[-1][1].append(text)
    return title, [(heading, "\n".join(lines)) for heading, lines in sections]
