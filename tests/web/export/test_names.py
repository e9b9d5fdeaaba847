"""Names of files."""

import pytest

from web.export.names import disposition, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("刑法第二百八十五条？", "Fayan - 刑法第二百八十五条？.docx"), ("../../etc/passwd", "Fayan - etc passwd.docx"), ("", "Fayan.docx"),
        ("CON", "Fayan.docx"), ('a"b\r\nSet-Cookie: x', "Fayan - a b Set-Cookie x.docx"), ("x" * 300, f"Fayan - {'x' * 60}.docx"),
        ("\u202etxt.exe", "Fayan - txt.exe.docx"), ("a\x00b", "Fayan - a b.docx"),
    ],
)  # fmt: skip
def test_a_title_becomes_a_safe_name(title: str, name: str) -> None:
    assert file_name(title, "docx") == name
    header = disposition(title, "docx")
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2
