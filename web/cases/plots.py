"""The three plots with what they show and what they leave out."""

from collections.abc import Sequence
from html import escape

from prompts import say
from retrieval.cases.records import Record
from web.cases.blocks import labels_html, years_svg
from web.cases.groups import GROUPS, colour, group_name, group_of
from web.cases.points import Scatter, labels, scatter, years
from web.cases.scatter import SHAPES, points_table, scatter_svg
from web.cases.svg import mark
from web.library.markup import text_of

NARROWEST, WIDEST = 280, 1400
_SIDE_BY_SIDE, _GAP = 760, 24  # pixels: from this width on the smaller plots share a row


def plots_html(records: Sequence[Record], width: int, language: str) -> str:
    """Return the plots of the cases shown.

    :param width: Of the place for the widest plot, in pixels; kept between `NARROWEST` and `WIDEST`.
    """
    width = min(max(width, NARROWEST), WIDEST)
    plot = scatter(records)
    sentence = text_of(
        language, "cases_scatter_count", both=plot.both, cases=plot.cases, points=len(plot.points),
        left=plot.cases - plot.both, no_amount=plot.no_amount, no_term=plot.no_term,
    )  # fmt: skip
    first = _figure(
        "cases_scatter", scatter_svg(plot, width, language),
        f'{_legend(plot, language)}<p>{sentence}</p><p class="fy-small">{text_of(language, "cases_scatter_how")}</p>'
        f"{points_table(plot, language) if plot.points else ''}", language,
    )  # fmt: skip
    by_year = years(records)
    sentence = text_of(
        language, "cases_years_count", known=by_year.decided + by_year.number, total=len(records), decided=by_year.decided,
        number=by_year.number, unknown=by_year.unknown,
    )  # fmt: skip
    half = (width - _GAP) // 2 if width >= _SIDE_BY_SIDE else width
    second = _figure(
        "cases_years", years_svg(by_year, half, language), f"{_colours(records, language)}<p>{sentence}</p>", language
    )
    known = sum(1 for record in records if record.amounts)
    sentence = text_of(language, "cases_labels_count", known=known, total=len(records), unknown=len(records) - known)
    third = _figure("cases_labels", labels_html(labels(records), language), f"<p>{sentence}</p>", language)
    row = " fy-plots-row" if half != width else ""
    return f'<div class="fy-plots{row}">{first}{second}{third}</div>'


def _figure(name: str, drawn: str, below: str, language: str) -> str:
    head = text_of(language, name)
    return (
        f'<figure class="fy-{name.replace("_", "-")}"><h3>{head}</h3>{drawn}<figcaption>{below}</figcaption></figure>'
    )


def _sign(shape: str, css: str) -> str:
    return f'<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{mark(shape, 8, 8, css, 5)}</svg>'


def _entry(sign: str, words: str) -> str:
    return f"<li>{sign} {escape(words)}</li>"


def _colours(records: Sequence[Record], language: str) -> str:
    held = {group_of(record) for record in records}
    entries = (_entry(_sign("square", f"{colour(g)} fy-fill-no"), group_name(g, language)) for g in GROUPS if g in held)
    return f'<ul class="fy-legend">{"".join(entries)}</ul>'


def _legend(plot: Scatter, language: str) -> str:
    if not plot.points:
        return ""
    kinds = {point.amount.kind for point in plot.points}
    shapes = "".join(
        _entry(_sign(shape, "fy-c-plain fy-fill-no"), say(language, f"amount_{kind}"))
        for kind, shape in SHAPES.items()
        if kind in kinds
    )
    fills = "".join(
        _entry(_sign("circle", f"fy-c-plain fy-fill-{fill}"), say(language, f"fill_{fill}"))
        for fill in ("yes", "no", "unknown")
    )
    fills += _entry('<svg width="16" height="16" aria-hidden="true"><line x1="0" x2="16" y1="8" y2="8" class="fy-limit"/></svg>',
                    say(language, "cases_scatter_limit"))  # fmt: skip
    drawn = [point.record for point in plot.points]
    return f'{_colours(drawn, language)}<ul class="fy-legend">{shapes}</ul><ul class="fy-legend">{fills}</ul>'
