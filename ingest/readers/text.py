"""Plain text and Markdown, in UTF-8 or a Chinese encoding."""

import codecs
import re

from charset_normalizer import from_bytes

from ingest.blocks import parse_markdown
from ingest.readers.unreadable import UnreadableFileError

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_OTHER = {b"%PDF": "pdf", b"PK\x03\x04": "zip", b"\x89PNG": "picture", b"\xff\xd8\xff": "picture",
          b"\xd0\xcf\x11\xe0": "office"}  # fmt: skip
_CHINESE = ("gb18030", "big5")
_HIRAGANA, _JAPANESE = re.compile("[\u3041-\u3096]"), 0.1  # what Chinese bytes, taken for Japanese, hardly ever become


def decode(content: bytes) -> str:
    """Return the text of a file.

    :raises UnreadableFileError: If it is no text.
    """
    for mark, what in _OTHER.items():
        if content.startswith(mark):
            raise UnreadableFileError(f"is_{what}")
    text = _decoded(content)
    if text.count("\0") > len(text) // 100:
        raise UnreadableFileError("is_binary")
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(content)


def _guess(content: bytes) -> str:
    best = from_bytes(content, cp_isolation=["gb18030", "big5", "utf_16", "cp1252", "shift_jis", "euc_kr"]).best()
    if best is None:
        raise UnreadableFileError("encoding")
    text = str(best)
    if best.encoding == "shift_jis" and len(_HIRAGANA.findall(text)) > len(text) * _JAPANESE:
        return text
    if best.encoding in ("cp1252", "shift_jis", "euc_kr"):
        # short Chinese texts are often taken for these; GB18030 is tried first for a product about Chinese law
        for encoding in _CHINESE:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    return text


def read_text(content: bytes) -> tuple[str | None, list[tuple[str | None, str]]]:
    """Read plain text; a short first line before a blank one is the title."""
    text = decode(content)
    head, _, rest = text.lstrip().partition("\n")
    if rest.startswith("\n") and 0 < len(head.strip()) <= 80:
        return head.strip(), [(None, rest.strip("\n"))]
    return None, [(None, text)]


def read_markdown(content: bytes) -> tuple[str | None, list[tuple[str | None, str]]]:
    """Read Markdown: headings of articles stay in the text, others become sections."""
    title, blocks = parse_markdown(decode(content))
    return title, [(b.section, f"{b.article}　{b.text}" if b.article else b.text) for b in blocks]
