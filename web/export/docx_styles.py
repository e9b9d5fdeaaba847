"""The look of an exported Word file: fonts for both scripts, sizes, margins, page numbers."""

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from retrieval.language import detect_language

_BODY, _BODY_ZH = "Times New Roman", "SimSun"  # 宋体
_HEAD, _HEAD_ZH = "Arial", "SimHei"  # 黑体
_CODES = {"zh": "zh-CN", "en": "en-US"}
_INK = RGBColor(0x1D, 0x26, 0x30)
_SOFT = RGBColor(0x55, 0x60, 0x6D)


def style_document(document: Document, language: str) -> None:
    """Set fonts, sizes, margins and the page's number."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    section.top_margin = section.bottom_margin = Cm(2.4)
    sizes = {"Normal": 11, "Title": 17, "Heading 1": 13, "Heading 2": 12}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = _INK
        heading = name != "Normal"
        style.font.bold = heading
        _set_fonts(style.element.get_or_add_rPr(), *((_HEAD, _HEAD_ZH) if heading else (_BODY, _BODY_ZH)))
    normal = document.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(6), 1.2
    title = document.styles["Title"]
    if (border := title.element.pPr.find(qn("w:pBdr"))) is not None:
        title.element.pPr.remove(border)
    language_of = document.styles["Normal"].element.get_or_add_rPr()
    language_of.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{_CODES[language]}" w:eastAsia="zh-CN"/>'))
    _number_pages(section.footer.paragraphs[0])


def _set_fonts(properties: object, latin: str, chinese: str) -> None:
    """Name the font of each script; a theme's font would go before it."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = {"ascii": latin, "hAnsi": latin, "cs": latin, "eastAsia": chinese}
    properties.insert(0, OxmlElement("w:rFonts", {qn(f"w:{name}"): font for name, font in fonts.items()}))


def add_text(paragraph: Paragraph, text: str, *, bold: bool = False, soft: bool = False) -> Run:
    """Add text to a paragraph; a Chinese one gets Chinese quotation marks, which Word else takes for Latin ones."""
    run = paragraph.add_run(printable(text))
    run.bold = bold or None
    if soft:
        run.font.color.rgb = _SOFT
    if detect_language(text) == "zh":
        properties = run._r.get_or_add_rPr()
        properties.insert(0, OxmlElement("w:rFonts", {qn("w:hint"): "eastAsia"}))
        properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:eastAsia="zh-CN"/>'))
    return run


def keep_together(row: _Row, head: bool) -> None:
    """Keep a table's row on one page, and have a head repeated on each."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def printable(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return "".join(
        c for c in text if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = 1
    for kind in ("begin", "PAGE", "end"):
        run = paragraph.add_run()
        if kind == "PAGE":
            element = OxmlElement("w:instrText")
            element.text = kind
        else:
            element = OxmlElement("w:fldChar", {qn("w:fldCharType"): kind})
        run._r.append(element)
