"""The words of a DOCX's body in their order, with all that is wrapped around them: changes, form fields, text boxes, footnotes.

python-docx gives the paragraphs and tables that stand in the body itself, and of a paragraph the plain runs; a contract that was
negotiated, or filled into a form, has its words inside of other elements, and would be read with gaps.
"""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.readers.docx_numbers import ListNumbers

# what was deleted or moved away, the second form of a drawing, and what is no text: pronunciation, a field's code, properties
_PASSED_OVER = frozenset(
    [qn(f"w:{name}") for name in ("del", "moveFrom", "rt", "instrText", "delInstrText", "pPr", "rPr")]
    + ["{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
_SIGNS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_CLOSES = "）、．"  # behind these a text goes on without a blank
_TEXT, _BOX, _ID = qn("w:t"), qn("w:txbxContent"), qn("w:id")
_NOTES = {
    qn("w:footnoteReference"): RELATIONSHIP_TYPE.FOOTNOTES,
    qn("w:endnoteReference"): RELATIONSHIP_TYPE.ENDNOTES,
}


def below(element: BaseOxmlElement, *tags: str) -> Iterator[BaseOxmlElement]:
    """Yield the nearest elements of these tags below an element, in their order, whatever they are wrapped in."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in _PASSED_OVER:
            yield from below(child, *tags)


class BodyText:
    """Reads the paragraphs and tables of a document, each once and in their order: the numbers of lists are counted.

    :param document: Whose lists, footnotes and endnotes they belong to.
    """

    def __init__(self, document: Document) -> None:
        self._numbers = ListNumbers(document)
        self._notes = {tag: _notes(document, relationship) for tag, relationship in _NOTES.items()}

    def blocks(self, element: BaseOxmlElement) -> Iterator[tuple[BaseOxmlElement, list[str]]]:
        """Yield each paragraph and table below an element with its lines, none of them empty."""
        for block in below(element, _PARAGRAPH, _TABLE):
            yield block, self._rows(block) if block.tag == _TABLE else self._lines(block)

    def _rows(self, table: BaseOxmlElement) -> list[str]:
        """Return a line for each row; of cells that are merged the text stands in the first, and the others are empty."""
        lines = []
        for row in below(table, _ROW):
            if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
                continue
            cells = []
            for cell in below(row, _CELL):
                text = "\n".join(line for _, lines_in in self.blocks(cell) for line in lines_in)
                width = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                cells += [text, *[""] * (int(width.get(qn("w:val"), 1)) - 1 if width is not None else 0)]
            lines.append("\t".join(cells))
        return [line for line in lines if line.strip()]

    def _lines(self, paragraph: BaseOxmlElement) -> list[str]:
        """Return a paragraph's text, then that of the text boxes which hang on it and of its notes."""
        beside: list[str] = []
        own = self._read(paragraph, beside).strip()
        if own and (number := self._numbers.next(paragraph)):
            own = f"{number}{'' if number[-1] in _CLOSES else ' '}{own}"
        return [line for line in (own, *beside) if line]

    def _read(self, element: BaseOxmlElement, beside: list[str]) -> str:
        pieces = []
        for child in element:
            if child.tag == _TEXT:
                pieces.append(child.text or "")
            elif child.tag in _SIGNS:
                pieces.append(_SIGNS[child.tag])
            elif child.tag in _NOTES:
                beside += self._notes[child.tag].get(child.get(_ID), [])
            elif child.tag == _BOX:
                beside += [line for _, lines in self.blocks(child) for line in lines]
            elif child.tag not in _PASSED_OVER:
                pieces.append(self._read(child, beside))
        return "".join(pieces)


def _notes(document: Document, relationship: str) -> dict[str | None, list[str]]:
    """Return the ids of notes to their lines."""
    parts = [r.target_part for r in document.part.rels.values() if r.reltype == relationship and not r.is_external]
    found = {}
    for note in (note for part in parts for note in parse_xml(part.blob)):
        lines = ("".join(text.text or "" for text in below(p, _TEXT)).strip() for p in below(note, _PARAGRAPH))
        found[note.get(_ID)] = [line for line in lines if line]
    return found
