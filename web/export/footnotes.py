"""Word's footnotes, which python-docx has no words for: a part of their own, references to it, styles."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

TEXT, REFERENCE = "footnote text", "footnote reference"  # Word knows these names
_SIZE_PT = 9
_EMPTY = f"""<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
<w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
<w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"""


class Footnotes:
    """The footnotes of a document.

    :param document: The document that gets them.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        text = document.styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style = document.styles["Normal"]
        text.font.size = Pt(_SIZE_PT)
        text.paragraph_format.space_after = Pt(2)
        text.paragraph_format.line_spacing = 1.0
        reference = document.styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER, builtin=True)
        reference.font.superscript = True
        self._text, self._reference = text, reference
        self._root = parse_xml(_EMPTY)
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._root, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _declare(document)

    def add(self, paragraph: Paragraph, number: int) -> Paragraph:
        """Put the reference to a new footnote at a paragraph's end; return the footnote's paragraph, to be filled.

        :param number: Counted from 1; Word counts by the places, and they are in the same order.
        """
        start = OxmlElement("w:bookmarkStart", {qn("w:id"): str(number), qn("w:name"): _bookmark(number)})
        end = OxmlElement("w:bookmarkEnd", {qn("w:id"): str(number)})
        paragraph._p.append(start)
        run = paragraph.add_run(style=self._reference)
        run._r.append(OxmlElement("w:footnoteReference", {qn("w:id"): str(number)}))
        paragraph._p.append(end)
        note = etree.SubElement(self._root, qn("w:footnote"), {qn("w:id"): str(number)})
        element = OxmlElement("w:p")
        note.append(element)
        own = Paragraph(element, self._document._body)
        own.style = self._text
        own.add_run(style=self._reference)._r.append(OxmlElement("w:footnoteRef"))
        own.add_run(" ")
        return own

    def part_from_last(self, paragraph: Paragraph) -> None:
        """Put a comma between two references that follow each other: 1 and 2 are not 12."""
        paragraph.add_run(",", style=self._reference)

    def point_to(self, paragraph: Paragraph, number: int) -> None:
        """Put the number of a footnote that stands elsewhere at a paragraph's end; Word keeps it up to date."""
        for kind in ("begin", None, "separate", str(number), "end"):
            run = paragraph.add_run(style=self._reference)
            if kind is None:
                _add_text(run, "w:instrText", f" NOTEREF {_bookmark(number)} \\f \\h ")
            elif kind == str(number):
                run.text = kind
            else:
                run._r.append(OxmlElement("w:fldChar", {qn("w:fldCharType"): kind}))


def _bookmark(number: int) -> str:
    return f"_RefNote{number}"


def _add_text(run: Run, tag: str, text: str) -> None:
    element = OxmlElement(tag, {qn("xml:space"): "preserve"})
    element.text = text
    run._r.append(element)


def _declare(document: Document) -> None:
    """Name the separators in the settings, at the place that the schema has for them."""
    settings = document.settings.element
    declared = parse_xml(f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>')
    compat = settings.find(qn("w:compat"))
    if compat is None:
        settings.append(declared)
    else:
        compat.addprevious(declared)
