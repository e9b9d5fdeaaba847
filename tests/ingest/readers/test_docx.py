"""DOCX: what stands in no plain run of a paragraph is read too."""

import io

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.readers import Extracted, read_file

_SPACES = f"""{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""""
_LIST = """<w:abstractNum {spaces} w:abstractNumId="90">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
    <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>"""


def element(xml: str) -> object:
    """Return an element of a DOCX; {spaces} and {run} are filled in."""
    return parse_xml(xml.replace("{spaces}", _SPACES))


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def read(document: Document) -> Extracted:
    """Save a document and read it."""
    out = io.BytesIO()
    document.save(out)
    return read_file("file.docx", out.getvalue())


def lines(extracted: Extracted) -> list[str]:
    return "\n".join(block.text for block in extracted.blocks).split("\n")


def test_changes_fields_and_boxes_leave_no_gap() -> None:
    document = docx.Document()
    fine = document.add_paragraph("罚款")._p
    fine.append(element(f"<w:ins {{spaces}} w:id='1' w:author='a'>{run('九千')}</w:ins>"))
    fine.append(
        element("<w:del {spaces} w:id='2' w:author='a'><w:r><w:delText>八千</w:delText><w:t>八千</w:t></w:r></w:del>")
    )
    fine.append(element(f"<w:sdt {{spaces}}><w:sdtContent>{run('元，')}</w:sdtContent></w:sdt>"))
    fine.append(element(f"<w:hyperlink {{spaces}}>{run('见附件')}</w:hyperlink>"))
    box = f"<w:txbxContent><w:p>{run('框内')}</w:p></w:txbxContent>"
    fine.append(element(
        f"<w:r {{spaces}}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ))  # fmt: skip
    document.element.body.insert(
        0, element(f"<w:sdt {{spaces}}><w:sdtContent><w:p>{run('表头')}</w:p></w:sdtContent></w:sdt>")
    )
    assert lines(read(document)) == ["表头", "罚款九千元，见附件", "框内"]


def test_a_cell_in_a_form_field_keeps_its_place() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "当事人"
    table.cell(1, 0).text, table.cell(1, 1).text = "姓名", "张三"
    row = table.rows[1]._tr
    cell, field = row.tc_lst[1], element("<w:sdt {spaces}><w:sdtContent/></w:sdt>")
    row.replace(cell, field)
    field[0].append(cell)
    assert lines(read(document)) == ["当事人\t", "姓名\t张三"]


def test_numbers_that_word_counts_are_read_and_make_articles() -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, element(_LIST))
    numbering.append(element('<w:num {spaces} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    clauses = [("租期为三年。", 0), ("租金按下列方式支付：", 0), ("每月一日前支付；", 1), ("逾期加收违约金。", 1), ("甲方赔偿损失。", 0),
               ("包括律师费。", 2), ("不含差旅费。", 3)]  # fmt: skip
    for text, level in clauses:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(element(f'<w:numPr {{spaces}}><w:ilvl w:val="{level}"/><w:numId w:val="91"/></w:numPr>'))
    document.add_paragraph("附注", style="List Number")
    assert [(block.article, block.text) for block in read(document).blocks] == [
        ("第一条", "租期为三年。"),
        ("第二条", "租金按下列方式支付：\n（一）每月一日前支付；\n（二）逾期加收违约金。"),
        ("第三条", "甲方赔偿损失。\n3.1 包括律师费。\n不含差旅费。\n1. 附注"),
    ]
