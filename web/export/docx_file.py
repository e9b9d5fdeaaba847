"""A memo as a Word file."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.shared import Cm
from docx.table import Table
from docx.text.paragraph import Paragraph

from prompts import say
from web.export.docx_styles import add_text, keep_together, printable, style_document
from web.export.footnotes import Footnotes
from web.export.memo import Block, Memo, Note, Run

_WITH_NOTES = (5.6, 2.6, 3.2, 3.0, 1.4)  # cm: the table of authorities
_WITHOUT_NOTES = (6.2, 2.8, 3.4, 3.4)
_HEADING_LENGTH = 240  # a longer question stands below its heading, not in it


def to_docx(memo: Memo) -> bytes:
    """Return the file's bytes."""
    document = docx.Document()
    style_document(document, memo.language)
    properties = document.core_properties
    properties.title, properties.author = printable(memo.title), say(memo.language, "export_author")
    properties.comments, properties.created = "", datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    writer = _Writer(document, memo)
    writer.write()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, document: Document, memo: Memo) -> None:
        self._document, self._memo = document, memo
        self._footnotes = Footnotes(document) if memo.notes else None

    def write(self) -> None:
        memo = self._memo
        add_text(self._document.add_paragraph(style="Title"), memo.title)
        add_text(self._document.add_paragraph(), self._say("export_exported", time=memo.exported), soft=True)
        for answer in memo.answers:
            heading = answer.question if len(answer.question) <= _HEADING_LENGTH else answer.question[:80] + "…"
            self._heading(" ".join(heading.split()))
            if len(answer.question) > _HEADING_LENGTH:
                add_text(self._document.add_paragraph(), answer.question)
            add_text(self._document.add_paragraph(), answer.facts, soft=True)
            for block in answer.blocks:
                self._block(block)
        self._authorities()
        self._heading(self._say("export_disclaimer"))
        add_text(self._document.add_paragraph(), memo.disclaimer)

    def _heading(self, text: str) -> None:
        add_text(self._document.add_paragraph(style="Heading 1"), text)

    def _block(self, block: Block) -> None:
        if not block.rows:
            self._runs(self._document.add_paragraph(), block.runs)
            for item in block.items:
                self._runs(self._document.add_paragraph(style="List Bullet"), item)
            return
        table = self._table([[""] * len(block.rows[0])] * len(block.rows))
        for cells, row in zip(table.rows, block.rows, strict=True):
            for cell, runs in zip(cells.cells, row, strict=True):
                self._runs(cell.paragraphs[0], runs)
        self._document.add_paragraph()

    def _runs(self, paragraph: Paragraph, runs: Sequence[Run]) -> None:
        for before, run in zip((None, *runs), runs, strict=False):
            if run.note is None or self._footnotes is None:
                add_text(paragraph, run.piece.text, bold=run.piece.kind == "label")
                continue
            if before is not None and before.note:
                self._footnotes.part_from_last(paragraph)
            if run.again:
                self._footnotes.point_to(paragraph, run.note.number)
            else:
                self._fill(self._footnotes.add(paragraph, run.note.number), run.note)

    def _fill(self, paragraph: Paragraph, note: Note) -> None:
        if note.quote:
            around = self._say("export_quote", label=note.label, quote="\n").split("\n")
            # each in its own language: a Chinese quotation in an English note is set as Chinese
            for text in (around[0], note.quote, around[1]):
                add_text(paragraph, text)
        else:
            add_text(paragraph, note.label)
        for fact in note.facts:
            add_text(paragraph, f"\n{fact}")

    def _authorities(self) -> None:
        memo = self._memo
        self._heading(self._say("export_authorities"))
        if not memo.authorities:
            add_text(self._document.add_paragraph(), self._say("export_none"))
            return
        names = ["authority", "number", "force", "cited", *(["notes"] if memo.notes else [])]
        rows = [[self._say(f"export_col_{name}") for name in names]]
        for row in memo.authorities:
            titles = row.title if row.other_title in ("", row.title) else f"{row.title}\n{row.other_title}"
            cells = [titles, row.number, "\n".join(row.force), "\n".join(row.cited), ", ".join(map(str, row.notes))]
            rows.append(cells[: len(names)])
        self._table(rows, _WITH_NOTES if memo.notes else _WITHOUT_NOTES)

    def _table(self, rows: Sequence[Sequence[str]], widths: Sequence[float] = ()) -> Table:
        """Add a table, its first row as its head.

        :param widths: Of the columns, in centimetres; by default they are equal.
        """
        table = self._document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            added = table.add_row()
            keep_together(added, head=number == 0)
            for cell, text in zip(added.cells, row, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = 0
                if text:
                    add_text(paragraph, text, bold=number == 0)
        if widths:
            table.autofit = False
            for column, width in zip(table.columns, widths, strict=True):
                column.width = Cm(width)
                for cell in column.cells:
                    cell.width = Cm(width)
        return table

    def _say(self, name: str, **values: object) -> str:
        return say(self._memo.language, name, **values)
