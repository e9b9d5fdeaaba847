"""Files that cannot be read: each is refused with its reason."""

from random import Random

import pytest

from ingest.readers import UnreadableFileError, read_file
from tests.files import encrypted_pdf, pdf, png, word, zipped

XLSX = zipped(**{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("scan.pdf", pdf([[], []]), "no text layer"),
        ("locked.pdf", encrypted_pdf([["secret"]], "password"), "encrypted"),
        ("locked-aes.pdf", encrypted_pdf([["secret"]], "password", "AES-256"), "encrypted"),
        ("empty.pdf", b"", "empty"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n ", "empty"),
        ("blank.docx", word("", [("", [])]), "no text"),
        ("picture.pdf", png(), "not a PDF"),
        ("cut.pdf", pdf([["text"]])[:200], "damaged"),
        ("broken.pdf", b"%PDF-1.7\n" + b"nonsense " * 50, "damaged"),
        ("archive.docx", zipped(**{"a.txt": "hello"}), "not a DOCX"),
        ("table.docx", XLSX, "not a DOCX"),
        ("text.docx", b"just some text", "not a DOCX"),
        ("old.docx", OLD_OFFICE, "encrypted DOCX or an old DOC"),
        ("table.xlsx", XLSX, ".xlsx"),
        ("noname", b"text", "(none)"),
        ("picture.txt", png(), "a picture"),
        ("paper.txt", pdf([["text"]]), "a PDF"),
        ("office.md", XLSX, "zip"),
        ("binary.txt", bytes(range(8)) * 200, "binary"),
        ("noise.txt", bytes(range(128, 256)) * 40, "encoding is not known"),
        ("text.html", b"no tags at all", "not HTML"),
        ("empty.html", b"<html><body><script>x()</script></body></html>", "no text"),
    ],
)  # fmt: skip
def test_the_reason_is_named(name: str, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_file(name, content)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
    assert name not in str(caught.value)  # the caller names the file


def test_a_docx_that_unpacks_to_more_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file may hold any amount of the same."""
    monkeypatch.setattr("ingest.readers.docx.MAX_UNPACKED", 2 * 1024**2)
    read_file("small.docx", word("意见", [("事实", ["当事人出售账号。"])]))
    with pytest.raises(UnreadableFileError, match="larger than 2 MB"):
        read_file("bomb.docx", word("意见", [("事实", ["一" * 1024**2])]))


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".txt", ".md", ".html"])
def test_any_bytes_under_any_name_are_read_or_refused(kind: str) -> None:
    samples = [
        pdf([["text"]]),
        word("t", [("h", ["p"])]),
        png(),
        XLSX,
        OLD_OFFICE,
        b"\xff\xfe\x00",
        b"<",
        b"%PDF",
        b"PK\x03\x04",
    ]
    pieces = [piece for content in samples for piece in (content, content[: len(content) // 2], content[::-1])]
    outcomes = {_outcome(f"x{kind}", piece) for piece in pieces}
    assert len(outcomes) > 1
    assert "" not in outcomes


@pytest.mark.parametrize("name", ["x.pdf", "x.docx"])
def test_a_file_with_some_bytes_changed_is_read_or_refused(name: str) -> None:
    """Damage in the middle of a file, as a bad copy makes it."""
    whole = pdf([["The client sold accounts."]]) if name.endswith("pdf") else word("t", [("h", ["p"])])
    random = Random(7)
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(random.randint(1, 30)):
            damaged[random.randrange(10, len(damaged))] = random.randrange(256)
        assert _outcome(name, bytes(damaged))


def _outcome(name: str, content: bytes) -> str:
    """Return the text of a file, or the reason why there is none."""
    try:
        return "".join(block.text for block in read_file(name, content).blocks)
    except UnreadableFileError as error:
        return str(error)
