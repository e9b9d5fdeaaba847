"""Files as users bring them, made here byte by byte: PDF, DOCX, and such as cannot be read."""

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence

import docx
from PIL import Image
from pypdf import PdfReader, PdfWriter


def pdf(pages: Sequence[Sequence[str]], title: str = "") -> bytes:
    """Return a PDF with a text layer: a line of text at a time, in any script; a page without lines has no text."""
    used = sorted({char for lines in pages for line in lines for char in line})
    mapping = "\n".join(f"<{ord(char):04x}> <{char.encode('utf-16-be').hex()}>" for char in used)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(used)} beginbfchar\n{mapping}\nendbfchar endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    count = len(pages)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{7 + 2 * i} 0 R' for i in range(count))}] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
           b"/Supplement 0 >> /DW 1000 >>",
        5: _stream(cmap.encode()),
        6: b"<< /Title <" + ("\ufeff" + title).encode("utf-16-be").hex().encode() + b"> >>" if title else b"<< >>",
    }  # fmt: skip
    for number, lines in enumerate(pages):
        shown = "".join(f"<{''.join(f'{ord(c):04x}' for c in line)}> Tj 0 -20 Td\n" for line in lines)
        body = f"BT /F1 12 Tf 50 780 Td\n{shown}ET".encode() if lines else b""
        objects[7 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {8 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        ).encode()
        objects[8 + 2 * number] = _stream(body)
    return _assemble(objects)


def _stream(body: bytes) -> bytes:
    return f"<< /Length {len(body)} >>\nstream\n".encode() + body + b"\nendstream"


def _assemble(objects: dict[int, bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in sorted(objects.items()):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def encrypted_pdf(pages: Sequence[Sequence[str]], password: str, algorithm: str = "RC4-128") -> bytes:
    """Return a PDF that opens with a password only; with an empty one it opens by itself."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(pages))))
    writer.encrypt(password, owner_password="owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def half_scanned_pdf(page: Sequence[str], pictures: int, title: str = "") -> bytes:
    """Return a PDF with a page of text, an empty one, and behind them so many that are pictures."""
    scan, out = io.BytesIO(), io.BytesIO()
    Image.new("L", (60, 80), 255).save(scan, "PDF")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([page, []], title))))
    for _ in range(pictures):
        writer.append(scan)
    writer.write(out)
    return out.getvalue()


def png() -> bytes:
    """Return a picture of one white point."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff")) + chunk(b"IEND", b"")  # fmt: skip


def word(title: str, sections: Sequence[tuple[str, Sequence[str | Sequence[Sequence[str]]]]]) -> bytes:
    """Return a DOCX: headings, and under each paragraphs and tables (rows of cells) in their order."""
    document = docx.Document()
    document.add_heading(title, level=0)
    for heading, blocks in sections:
        document.add_heading(heading, level=1)
        for block in blocks:
            if isinstance(block, str):
                document.add_paragraph(block)
                continue
            table = document.add_table(rows=0, cols=len(block[0]))
            for row in block:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(**files: str) -> bytes:
    """Return a zip file, which an office file also is from the outside."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()
