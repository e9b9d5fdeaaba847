"""The heads of tables that can be sorted."""

from collections.abc import Sequence
from html import escape

from prompts import say


def head_row(columns: Sequence[str], names: Sequence[str], sort: str, descending: bool, language: str) -> str:
    """Return the head of a table; each cell is a button that sorts by it.

    The roles are written out: on a narrow screen the rows are drawn as blocks, and would be no table any more.

    :param columns: What the server is asked to sort by.
    :param names: What the reader is shown.
    """
    cells = []
    for column, name in zip(columns, names, strict=True):
        order = ("descending" if descending else "ascending") if column == sort else "none"
        sign = {"ascending": " ▲", "descending": " ▼", "none": ""}[order]
        title = escape(say(language, "library_sort_by", column=name))
        cells.append(
            f'<th scope="col" role="columnheader" aria-sort="{order}" class="fy-col-{column}"><button type="button" '
            f'data-sort="{column}" title="{title}">{escape(name)}<span aria-hidden="true">{sign}</span></button></th>'
        )
    return f'<thead role="rowgroup"><tr role="row">{"".join(cells)}</tr></thead>'


def cell(column: str, name: str, html: str, css: str = "") -> str:
    """Return a cell; `name` stands before it where the rows are drawn as blocks."""
    empty = "" if html else " fy-void"
    return f'<td role="cell" class="fy-col-{column}{css}{empty}" data-name="{escape(name)}">{html}</td>'
