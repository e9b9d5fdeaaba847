"""The Word file, read back."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from prompts import say
from tests.web.export.memos import make_conversation
from tests.web.transcripts.samples import QUOTE
from web.export.docx_file import to_docx
from web.export.memo import make_memo

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def made(language: str = "en", citations: bool = True) -> bytes:
    conversation = make_conversation()
    return to_docx(make_memo(conversation, conversation.messages, language, citations))


def footnotes(content: bytes) -> list[str]:
    """Return the texts of the footnotes, the separators left out."""
    part = parse_xml(zipfile.ZipFile(io.BytesIO(content)).read("word/footnotes.xml"))
    texts = []
    for note in part.findall(qn("w:footnote")):
        if note.get(qn("w:type")) is None:
            marks = note.iter(qn("w:t"), qn("w:br"))
            texts.append("".join("\n" if mark.tag == qn("w:br") else mark.text or "" for mark in marks).strip())
    return texts


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_citation_has_one_footnote_with_everything_that_was_checked(language: str) -> None:
    content = made(language)
    first, second, missing = footnotes(content)
    assert f"“{QUOTE}”" in first
    assert "2011-09-01" in first
    assert say(language, "check_in_force_pass", date="2026-01-31") in first
    for name in ("exists", "verbatim", "supported"):
        assert say(language, f"check_{name}_pass") in first
    assert say(language, "changed_removed") in first
    assert "第一款。" in second
    assert "《无此法》第一条" in missing
    assert say(language, "export_not_held") in missing
    assert say(language, "check_exists_fail") in missing


def test_the_footnotes_are_words_own_and_their_numbers_are_in_order() -> None:
    content = made()
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    assert f'PartName="/word/footnotes.xml" ContentType="{MAIN}"' in archive.read("[Content_Types].xml").decode()
    assert "relationships/footnotes" in archive.read("word/_rels/document.xml.rels").decode()
    body = parse_xml(archive.read("word/document.xml"))
    used = [reference.get(qn("w:id")) for reference in body.iter(qn("w:footnoteReference"))]
    part = parse_xml(archive.read("word/footnotes.xml"))
    held = [note.get(qn("w:id")) for note in part.findall(qn("w:footnote"))]
    assert used == ["1", "2", "3"]
    assert held == ["-1", "0", *used]
    pointed = [field.text.split()[1] for field in body.iter(qn("w:instrText")) if "NOTEREF" in (field.text or "")]
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert pointed == ["_RefNote1", "_RefNote1"]  # in the table's last cell, and below the table
    assert set(pointed) <= marks
    styles = {style.get(qn("w:styleId")) for style in parse_xml(archive.read("word/styles.xml")).iter(qn("w:style"))}
    for root in (body, part):
        assert {style.get(qn("w:val")) for style in root.iter(qn("w:rStyle"), qn("w:pStyle"))} <= styles
    settings = parse_xml(archive.read("word/settings.xml"))
    order = [child.tag for child in settings]
    assert order.index(qn("w:footnotePr")) < order.index(qn("w:compat"))


@pytest.mark.parametrize("citations", [True, False])
def test_all_text_is_there_letter_for_letter(citations: bool) -> None:
    document = docx.Document(io.BytesIO(made(citations=citations)))
    text = "\n".join(p.text for p in document.paragraphs)
    assert '<b>x</b> & "y" [^9] **z** ![p](http://x.example/q.png) 3~5年' in text
    assert f"“{QUOTE}”" in text
    assert "half an answ [1]" in text
    assert say("en", "export_stopped") in text
    assert say("en", "page_disclaimer") in text
    assert "law as of 2026-01-31" in text
    assert "corpus version abc123" in text
    assert "Asked on 2026-11-24 16:05 (China time)" in text
    assert document.core_properties.title == "翻墙软件案"
    assert "[7]" in text  # no citation of the answer has this number: it is text
    assert ("[3]" in text) is False


def test_without_citations_there_is_no_footnote_and_no_number() -> None:
    content = made(citations=False)
    assert "word/footnotes.xml" not in zipfile.ZipFile(io.BytesIO(content)).namelist()
    document = docx.Document(io.BytesIO(content))
    assert document.tables[0].rows[1].cells[1].text == "5,000元以上；25,000元以上"
    assert [cell.text for cell in document.tables[1].rows[0].cells] == [
        "Authority",
        "Number",
        "Status and dates",
        "Cited",
    ]


def test_the_table_of_authorities_has_each_once() -> None:
    document = docx.Document(io.BytesIO(made("zh")))
    table = document.tables[-1]
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert rows[0] == [
        "某法\nSome Law",
        "令第1号",
        "自2011-09-01起施行",
        "《某法》第三条\n《某法》第三条第二款",
        "1, 2",
    ]
    assert rows[1][3:] == ["《无此法》第一条", "3"]
    assert len(rows) == 2


def test_chinese_is_set_in_a_chinese_font() -> None:
    archive = zipfile.ZipFile(io.BytesIO(made("zh")))
    styles = parse_xml(archive.read("word/styles.xml"))
    for name, font in (("Normal", "SimSun"), ("Title", "SimHei"), ("Heading1", "SimHei")):
        style = next(s for s in styles.iter(qn("w:style")) if s.get(qn("w:styleId")) == name)
        (fonts,) = style.iter(qn("w:rFonts"))
        assert fonts.get(qn("w:eastAsia")) == font
        assert not [key for key in fonts.attrib if "Theme" in key]
    body = parse_xml(archive.read("word/document.xml"))
    runs = [run for run in body.iter(qn("w:r")) if QUOTE in "".join(t.text or "" for t in run.iter(qn("w:t")))]
    assert runs
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:hint")) == "eastAsia" for run in runs)


def test_a_list_is_words_own() -> None:
    items = [p.text for p in docx.Document(io.BytesIO(made())).paragraphs if p.style.name == "List Bullet"]
    assert items == ["马某", "*李*某"]
