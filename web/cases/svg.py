"""Pieces of SVG: texts, lines, marks, links. Colours come from the style sheet, light and dark."""

from html import escape

_HALF = 6.0


def text(x: float, y: float, words: str, css: str = "", anchor: str = "middle") -> str:
    """Return a text; `anchor` is start, middle or end."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{css}">{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, css: str) -> str:
    """Return a line."""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{css}"/>'


def mark(shape: str, x: float, y: float, css: str, size: float = _HALF) -> str:
    """Return a mark: circle, square, triangle or diamond."""
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" class="{css}"/>'
    if shape == "square":
        side = size * 0.9
        return f'<rect x="{x - side:.1f}" y="{y - side:.1f}" width="{2 * side:.1f}" height="{2 * side:.1f}" class="{css}"/>'
    corners = {
        "triangle": ((0, -1.15), (1.1, 0.85), (-1.1, 0.85)), "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    }[shape]  # fmt: skip
    points = " ".join(f"{x + dx * size:.1f},{y + dy * size:.1f}" for dx, dy in corners)
    return f'<polygon points="{points}" class="{css}"/>'


def linked(address: str, words: str, inner: str) -> str:
    """Return a link within a plot, reached by the keyboard too; `words` is what it says when pointed at or read out."""
    said = escape(words, quote=True)
    return f'<a href="{escape(address)}" aria-label="{said}" class="fy-mark"><title>{said}</title>{inner}</a>'


def drawing(width: float, height: float, name: str, inner: str) -> str:
    """Return the whole; `name` is what a screen reader calls it."""
    return (
        f'<svg class="fy-plot" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" role="group" '
        f'aria-label="{escape(name, quote=True)}">{inner}</svg>'
    )
