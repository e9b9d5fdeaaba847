"""The plots in which a block is a case: charges by year, names of amounts."""

from collections.abc import Sequence
from html import escape

from prompts import say
from retrieval.cases.records import Record
from web.cases.groups import GROUPS, colour, group_name, group_of
from web.cases.points import Label, Years
from web.cases.svg import drawing, line, linked, mark, text
from web.library.links import library_link

_STEP, _BLOCK, _LEFT, _BOTTOM = 15, 6.2, 8, 24


def years_svg(plot: Years, width: int, language: str) -> str:
    """Return the cases of each year as a pile of blocks, `width` pixels wide; empty if no year is known."""
    if not plot.columns:
        return ""
    highest = max(len(records) for _, records in plot.columns)
    height = _STEP * highest + _BOTTOM + 22
    step = (width - 2 * _LEFT) / len(plot.columns)
    floor = height - _BOTTOM
    parts = [line(_LEFT, floor, width - _LEFT, floor, "fy-axis-line")]
    for number, (year, records) in enumerate(plot.columns):
        x = _LEFT + step * (number + 0.5)
        parts.append(text(x, floor + 16, str(year) if step > 32 else f"’{year % 100:02}", "fy-tick-text"))
        for height_at, record in enumerate(_by_group(records)):
            y = floor - _STEP * (height_at + 0.5) - 1
            css = colour(group_of(record)) + (" fy-fill-unknown" if record.year_from == "number" else " fy-fill-no")
            parts.append(_block(record, x, y, css, language))
        if records:
            parts.append(text(x, floor - _STEP * len(records) - 6, str(len(records)), "fy-value"))
    return drawing(width, height, say(language, "cases_years"), "".join(parts))


def labels_html(labels: Sequence[Label], language: str) -> str:
    """Return the kinds of amounts as rows: the name, a block a case, and what exactly the cases call it."""
    rows = []
    for label in labels:
        width = _STEP * len(label.records) + 4
        blocks = "".join(
            _block(record, _STEP * (at + 0.5), _STEP / 2 + 1, f"{colour(group_of(record))} fy-fill-no", language)
            for at, record in enumerate(_by_group(label.records))
        )
        name = say(language, f"amount_{label.kind}")
        words = ("、" if language == "zh" else ", ").join(
            f"{amount.what.in_language(language)}{f' ×{times}' if times > 1 else ''}" for amount, times in label.names
        )
        rows.append(
            f'<div><dt>{escape(name)} <span class="fy-value">{len(label.records)}</span></dt>'
            f'<dd>{drawing(width, _STEP + 2, name, blocks)}<p class="fy-small">{escape(words)}</p></dd></div>'
        )
    return f'<dl class="fy-labels">{"".join(rows)}</dl>' if rows else ""


def _by_group(records: Sequence[Record]) -> list[Record]:
    return sorted(records, key=lambda record: GROUPS.index(group_of(record)))


def _block(record: Record, x: float, y: float, css: str, language: str) -> str:
    words = say(
        language, "cases_block", title=record.authority.short_title(language),
        detail=group_name(group_of(record), language),
    )  # fmt: skip
    return linked(library_link(record.authority.id), words, mark("square", x, y, css, _BLOCK))
