"""The plot of terms against amounts."""

import math
from collections.abc import Iterable
from html import escape
from itertools import groupby, pairwise

from prompts import say
from retrieval.authority import LONGEST_SUSPENDED_TERM
from web.cases.groups import colour, group_name, group_of
from web.cases.points import Point, Scatter
from web.cases.svg import drawing, line, linked, mark, text
from web.library.facts import suspended_text
from web.library.links import library_link
from web.library.terms import number_text, term_text, yuan_text

SHAPES = {"gains": "circle", "turnover": "square", "recovered": "triangle", "involved": "diamond", "price": "diamond"}
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 20, 14, 44
_INSET = 14  # between the axis and the least amount
_YEAR = 12
_WIDE_CHAR, _NARROW_CHAR, _LINE = 11.0, 5.8, 13.0

Box = tuple[float, float, float, float]


def scatter_svg(plot: Scatter, width: int, language: str) -> str:
    """Return the plot, `width` pixels wide; empty if there is nothing to draw."""
    if not plot.points:
        return ""
    height = 340 if width > 480 else 300
    first = math.floor(math.log10(min(point.amount.value for point in plot.points)))
    last = max(math.ceil(math.log10(max(point.amount.value for point in plot.points)) + 0.02), first + 1)
    # the line is drawn however short the terms are
    top = (max(LONGEST_SUSPENDED_TERM, *(point.term for point in plot.points)) // _YEAR + 1) * _YEAR
    inner_width, floor = width - _LEFT - _INSET - _RIGHT, height - _BOTTOM

    def x(value: float) -> float:
        return _LEFT + _INSET + inner_width * (math.log10(value) - first) / (last - first)

    def y(months: float) -> float:
        return floor - (floor - _TOP) * months / top

    parts = []
    for decade in range(first, last + 1):
        parts.append(line(x(10**decade), _TOP, x(10**decade), floor, "fy-grid"))
        parts.append(text(x(10**decade), floor + 16, _short(10**decade, language), "fy-tick-text"))
    for months in range(0, top + 1, _YEAR):
        parts.append(line(_LEFT, y(months), width - _RIGHT, y(months), "fy-grid"))
        parts.append(
            text(_LEFT - 6, y(months) + 4, term_text(months, language) if months else "0", "fy-tick-text", "end")
        )
    parts.append(line(_LEFT, y(LONGEST_SUSPENDED_TERM), width - _RIGHT, y(LONGEST_SUSPENDED_TERM), "fy-limit"))
    parts.append(text(_LEFT + inner_width / 2, height - 6, say(language, "cases_scatter_x"), "fy-axis-text"))
    placed = [(point, x(point.amount.value), y(point.term)) for point in plot.points]
    parts += _joins(placed)
    taken: list[Box] = [(px - 7, py - 7, px + 7, py + 7) for _, px, py in placed]
    parts += [_point(point, px, py, language) for point, px, py in placed]
    parts += _names(placed, taken, width, floor, language)
    return drawing(width, height, say(language, "cases_scatter"), "".join(parts))


def point_text(point: Point, language: str) -> str:
    """Return a point in words."""
    return say(
        language, "cases_point", title=point.record.authority.short_title(language),
        amount=yuan_text(point.amount.value, language), what=point.amount.what.in_language(language),
        term=term_text(point.term, language), charge=group_name(group_of(point.record), language),
        suspended=suspended_text(point.record.facts, language) or say(language, "suspended_unknown"),
    )  # fmt: skip


def _point(point: Point, x: float, y: float, language: str) -> str:
    css = f"{colour(group_of(point.record))} fy-fill-{point.record.suspended}"
    address = library_link(point.record.authority.id)
    return linked(address, point_text(point, language), mark(SHAPES[point.amount.kind], x, y, css))


def _joins(placed: Iterable[tuple[Point, float, float]]) -> list[str]:
    """Return lines between the points of the same case."""
    joins = []
    for _, own in groupby(placed, key=lambda place: place[0].record.authority.id):
        places = list(own)
        joins += [line(a[1], a[2], b[1], b[2], "fy-join") for a, b in pairwise(places)]
    return joins


def _names(
    placed: Iterable[tuple[Point, float, float]], taken: list[Box], width: float, floor: float, language: str
) -> list[str]:
    """Return the cases' names beside their points, those left out for which there is no room."""
    names, named = [], set()
    for point, x, y in placed:
        key = point.record.authority.id
        name = point.record.authority.short_title(language).split(" case")[0].removesuffix("案")
        wide = _text_width(name)
        for left, base, anchor in (
            (x + 9, y + 4, "start"), (x - wide / 2, y - 10, "middle"), (x - wide / 2, y + 19, "middle"), (x - 9 - wide, y + 4, "end"),
            (x - wide / 2, y - 23, "middle"), (x - wide / 2, y + 32, "middle"),
        ):  # fmt: skip
            box = (left, base - _LINE + 3, left + wide, base + 3)
            inside = left > _LEFT and left + wide < width and box[1] > 0 and box[3] < floor
            if key not in named and inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                named.add(key)
                at = {"start": left, "middle": left + wide / 2, "end": left + wide}[anchor]
                names.append(text(at, base, name, "fy-name", anchor))
    return names


def _text_width(words: str) -> float:
    return sum(_WIDE_CHAR if ord(char) > 0x2E80 else _NARROW_CHAR for char in words)


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _short(value: float, language: str) -> str:
    """Return a round amount as an axis shows it: 10万, 1M."""
    if language == "zh":
        return f"{number_text(value / 10_000)}万" if value >= 10_000 else number_text(value)
    return f"{number_text(value / 1_000_000)}M" if value >= 1_000_000 else f"{number_text(value / 1000)}k"


def points_table(plot: Scatter, language: str) -> str:
    """Return the points as a list of links, for those who do not see or point at a plot."""
    items = "".join(
        f'<li><a href="{escape(library_link(point.record.authority.id))}">{escape(point_text(point, language))}</a></li>'
        for point in plot.points
    )
    return f'<details class="fy-points"><summary>{escape(say(language, "cases_scatter_table"))}</summary><ul>{items}</ul></details>'
