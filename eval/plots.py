"""Small plots as inline SVG: means with intervals, a histogram, curves."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

from eval.statistics import Estimate

ROW, LEFT, WIDE, RIGHT = 24, 250, 420, 120
HEIGHT, BOTTOM, TOP, MARGIN = 190, 46, 14, 56
TICKS = 5


@dataclass(frozen=True)
class Dot:
    """A line of a plot of means.

    :param series: 0 or 1: which of two things it belongs to.
    """

    label: str
    value: Estimate
    series: int = 0


def _svg(width: float, height: float, label: str, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" role="img" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )


def _text(x: float, y: float, text: str, anchor: str = "start", kind: str = "") -> str:
    mark = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{mark}>{escape(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>'


def dots(entries: Sequence[Dot], title: str, low: float = 0.0, high: float = 1.0) -> str:
    """Return a line for each mean: a dot, its 95 % interval, the figures beside it.

    :param low: The left end of the axis.
    :param high: The right end.
    """
    height = TOP + ROW * len(entries) + BOTTOM

    def at(value: float) -> float:
        return LEFT + (min(max(value, low), high) - low) / (high - low) * WIDE

    foot = TOP + ROW * len(entries)
    parts = []
    for i in range(TICKS + 1):
        value = low + (high - low) * i / TICKS
        parts.append(_line(at(value), TOP, at(value), foot, "zero" if abs(value) < 1e-9 and low < 0 else "grid"))
        parts.append(_text(at(value), foot + 16, f"{value:.2f}", "middle"))
    for i, entry in enumerate(entries):
        y, own = TOP + ROW * (i + 0.5), entry.value
        parts.append(_text(LEFT - 10, y + 4, entry.label, "end"))
        parts.append(_line(at(own.low), y, at(own.high), y, f"whisker s{entry.series}"))
        parts.append(f'<circle cx="{at(own.mean):.1f}" cy="{y:.1f}" r="4.5" class="dot s{entry.series}"/>')
        parts.append(_text(LEFT + WIDE + 10, y + 4, f"{own.mean:{'+' if low < 0 else ''}.3f}  (n {own.n})"))
    parts.append(_text(LEFT + WIDE / 2, foot + 36, title, "middle", "axis"))
    return _svg(LEFT + WIDE + RIGHT, height, title, parts)


def histogram(values: Sequence[float], title: str, marks: dict[str, float], bins: int = 24) -> str:
    """Return how many values fall where, with vertical lines at the marks."""
    top = _round_up(max(values))
    counts = [0] * bins
    for value in values:
        counts[min(int(value / top * bins), bins - 1)] += 1
    most, step = _round_up(max(counts)), WIDE / bins
    foot = TOP + HEIGHT
    parts = _axes(title, "questions", (top, most), "{:.0f}")
    for i, count in enumerate(counts):
        tall = HEIGHT * count / most
        parts.append(
            f'<rect x="{MARGIN + i * step + 1:.1f}" y="{foot - tall:.1f}" width="{step - 2:.1f}" height="{tall:.1f}" '
            'class="bar"/>'
        )
    for row, (name, value) in enumerate(sorted(marks.items(), key=lambda mark: mark[1])):
        x = MARGIN + value / top * WIDE
        parts.append(_line(x, TOP, x, foot, "mark"))
        right = x > MARGIN + WIDE * 0.7
        parts.append(
            _text(
                x - 4 if right else x + 4,
                TOP + 11 + 15 * row,
                f"{name} {value:.0f}",
                "end" if right else "start",
                "halo",
            )
        )
    return _svg(MARGIN + WIDE + 40, foot + BOTTOM, title, parts)


def curve(points: Sequence[tuple[float, float]], title: str, y_title: str) -> str:
    """Return a curve of points with both axes from 0 to 1."""
    foot = TOP + HEIGHT
    parts = _axes(title, y_title, (1, 1), "{:.1f}")
    path = " ".join(f"{MARGIN + x * WIDE:.1f},{foot - y * HEIGHT:.1f}" for x, y in points)
    parts.append(f'<polyline points="{path}" class="curve"/>')
    if len(points) == 1:
        x, y = points[0]
        parts.append(f'<circle cx="{MARGIN + x * WIDE:.1f}" cy="{foot - y * HEIGHT:.1f}" r="4" class="dot s0"/>')
    return _svg(MARGIN + WIDE + 40, foot + BOTTOM, title, parts)


def _round_up(value: float) -> float:
    """The next value whose five parts are round numbers."""
    part = max(value, 1.0) / TICKS
    unit = 10 ** floor(log10(part)) if part >= 1 else 1
    return TICKS * next(step * unit for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * unit >= part)


def _axes(title: str, y_title: str, high: tuple[float, float], shown: str) -> list[str]:
    """Both axes, from 0 to `high`."""
    foot, parts = TOP + HEIGHT, []
    for i in range(TICKS + 1):
        x, y = MARGIN + WIDE * i / TICKS, foot - HEIGHT * i / TICKS
        parts.append(_line(x, TOP, x, foot, "grid"))
        parts.append(_text(x, foot + 16, shown.format(high[0] * i / TICKS), "middle"))
        parts.append(_line(MARGIN, y, MARGIN + WIDE, y, "grid"))
        parts.append(_text(MARGIN - 8, y + 4, shown.format(high[1] * i / TICKS), "end"))
    parts.append(_text(MARGIN + WIDE / 2, foot + 36, title, "middle", "axis"))
    parts.append(
        f'<text transform="translate(14 {TOP + HEIGHT / 2:.1f}) rotate(-90)" text-anchor="middle" class="axis">'
        f"{escape(y_title)}</text>"
    )
    return parts
