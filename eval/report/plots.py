"""Small plots: means with intervals as HTML that fits any width, a histogram and curves as inline SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from retrieval.statistics import Estimate

WIDE, HEIGHT, BOTTOM, TOP, MARGIN, RIGHT = 420, 170, 26, 14, 44, 22
TICKS = 5
_BINS = 24


@dataclass(frozen=True)
class Dot:
    """A line of a plot of means.

    :param label: HTML.
    :param series: 0 or 1: which of two things it belongs to.
    """

    label: str
    value: Estimate
    series: int = 0


def dots(entries: Sequence[Dot], low: float = 0.0, high: float = 1.0) -> str:
    """Return a line for each mean: its label, a dot with its 95 % interval on an axis, the figures.

    :param low: The left end of the axis.
    :param high: The right end.
    """

    def at(value: float) -> float:
        return (min(max(value, low), high) - low) / (high - low) * 100

    ticks = [low + (high - low) * i / TICKS for i in range(TICKS + 1)]
    grid = "".join(f'<i class="grid" style="left:{at(tick):.2f}%"></i>' for tick in ticks)
    if low < 0 < high:
        grid += f'<i class="zero" style="left:{at(0):.2f}%"></i>'
    lines = []
    for entry in entries:
        own, kind = entry.value, f"s{entry.series}"
        lines.append(
            f'<div class="dots-line {kind}"><span class="dots-label">{entry.label}</span><span class="track">{grid}'
            f'<i class="whisker" style="left:{at(own.low):.2f}%;width:{at(own.high) - at(own.low):.2f}%"></i>'
            f'<i class="dot" style="left:{at(own.mean):.2f}%"></i></span>'
            f'<span class="dots-value">{own.mean:{"+" if low < 0 else ""}.3f} <small>n {own.n}</small></span></div>'
        )
    scale = "".join(f'<i style="left:{at(tick):.2f}%">{tick:.2g}</i>' for tick in ticks)
    foot = f'<div class="dots-line foot"><span class="dots-label"></span><span class="track scale">{scale}</span></div>'
    return f'<div class="dots">{"".join(lines)}{foot}</div>'


def histogram(values: Sequence[float], marks: dict[str, float]) -> str:
    """Return how many values fall where, with vertical lines at the marks."""
    top = _round_up(max(values))
    counts = [0] * _BINS
    for value in values:
        counts[min(int(value / top * _BINS), _BINS - 1)] += 1
    most, step = _round_up(max(counts)), WIDE / _BINS
    foot = TOP + HEIGHT
    parts = _axes((top, most), "{:.0f}")
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
        place = (x - 4, "end") if right else (x + 4, "start")
        parts.append(_text(place[0], TOP + 11 + 15 * row, f"{name} {value:.0f}", place[1], "halo"))
    return _svg(parts)


def curve(points: Sequence[tuple[float, float]], mark: float | None = None) -> str:
    """Return a curve of points with both axes from 0 to 1.

    :param mark: Where across a dashed line stands.
    """
    foot = TOP + HEIGHT
    parts = _axes((1, 1), "{:.1f}")
    path = " ".join(f"{MARGIN + x * WIDE:.1f},{foot - y * HEIGHT:.1f}" for x, y in points)
    parts.append(f'<polyline points="{path}" class="curve"/>')
    if len(points) == 1:
        x, y = points[0]
        parts.append(f'<circle cx="{MARGIN + x * WIDE:.1f}" cy="{foot - y * HEIGHT:.1f}" r="4" class="bar"/>')
    if mark is not None:
        parts.append(_line(MARGIN + mark * WIDE, TOP, MARGIN + mark * WIDE, foot, "mark"))
    return _svg(parts)


def _svg(parts: Sequence[str]) -> str:
    width, height = MARGIN + WIDE + RIGHT, TOP + HEIGHT + BOTTOM
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">{"".join(parts)}</svg>'


def _text(x: float, y: float, text: str, anchor: str = "start", kind: str = "") -> str:
    mark = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{mark}>{text}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>'


def _round_up(value: float) -> float:
    """The next value whose five parts are round numbers."""
    part = max(value, 1.0) / TICKS
    unit = 10 ** floor(log10(part)) if part >= 1 else 1
    return TICKS * next(step * unit for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * unit >= part)


def _axes(high: tuple[float, float], shown: str) -> list[str]:
    """Both axes, from 0 to `high`."""
    foot, parts = TOP + HEIGHT, []
    for i in range(TICKS + 1):
        x, y = MARGIN + WIDE * i / TICKS, foot - HEIGHT * i / TICKS
        parts.append(_line(x, TOP, x, foot, "grid"))
        parts.append(_text(x, foot + 18, shown.format(high[0] * i / TICKS), "middle"))
        parts.append(_line(MARGIN, y, MARGIN + WIDE, y, "grid"))
        parts.append(_text(MARGIN - 8, y + 4, shown.format(high[1] * i / TICKS), "end"))
    return parts
