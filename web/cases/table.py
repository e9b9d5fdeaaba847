"""The table of cases, its filters, and the article's own figures beside it."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from prompts import say
from retrieval.address import article_numbers
from retrieval.authority import Authority
from retrieval.cases.records import Record
from web.cases.filters import COLUMNS, NONE, values
from web.library.charges import charge_label, charge_places
from web.library.facts import suspended_text
from web.library.links import library_link
from web.library.markup import both, text_of
from web.library.sorting import cell, head_row
from web.library.terms import number_text, term_text, yuan_text

ARTICLE = "article-2022-circumvention-software"
# each figure of the article with the key of the section in which it stands
ARTICLE_FIGURES = {
    "cases": "s3", "people": "s7", "share": "s6", "lowest": "s6", "highest": "s6", "over_three": "s7", "both": "s14",
}  # fmt: skip
_MOSTLY = "s7"


def option_name(filter_name: str, value: str, language: str) -> str:
    """Return what a filter's choice is called."""
    if filter_name == "charge":
        return say(language, "cases_charge_none") if value == NONE else charge_label(value, language)
    if value == NONE:
        return say(language, "cases_unknown")
    if filter_name in ("kind", "conduct", "suspended", "amount"):
        return say(language, f"cases_{filter_name}_{value}")
    return say(language, f"region_{value}") if filter_name == "region" else value


def _place(filter_name: str, value: str, language: str) -> tuple[bool, tuple[int, int], str]:
    """Return what choices are ordered by: charges by their articles, the others by their names; the unknown last."""
    places = charge_places(value) if filter_name == "charge" else []
    number = article_numbers(places[0].article or "") if places else None
    return value == NONE, number or (0, 0), option_name(filter_name, value, language)


def bar_html(records: Sequence[Record], language: str) -> str:
    """Return the form with the filters."""
    fields = []
    for name in ("kind", "conduct", "charge", "year", "region", "suspended", "confidence", "amount"):
        options = "".join(
            f'<option value="{escape(value)}">{escape(option_name(name, value, language))}</option>'
            for value in sorted(values(records, name), key=lambda value: _place(name, value, language))
        )
        fields.append(
            f'<label><span>{text_of(language, f"cases_{name}")}</span><select name="{name}">'
            f'<option value="">{text_of(language, "cases_any")}</option>{options}</select></label>'
        )
    columns = "".join(
        f'<option value="{column}">{text_of(language, f"cases_column_{column}")}</option>' for column in COLUMNS
    )
    return (
        f'<form class="fy-bar" aria-label="{text_of(language, "cases_label")}" lang="{language}">{"".join(fields)}'
        f'<label class="fy-sorting"><span>{text_of(language, "library_sort")}</span><select name="sort">'
        f'<option value="">{text_of(language, "library_sort_best")}</option>{columns}</select></label>'
        f'<label class="fy-sorting fy-tick"><input type="checkbox" name="descending" value="1"><span>'
        f"{text_of(language, 'library_descending')}</span></label>"
        f'<button type="reset" class="fy-go">{text_of(language, "library_reset")}</button></form>'
    )


def count_html(shown: Sequence[Record], total: int, address: dict[str, str], language: str) -> str:
    """Return how many are shown, and the link to the file.

    :param address: The filters and the order, as fields of an address.
    """
    penalties = sum(record.is_penalty for record in shown)
    sentence = text_of(
        language, "cases_count", shown=len(shown), total=total, cases=len(shown) - penalties, penalties=penalties
    )
    file = "/cases/cases.csv?" + urlencode({**{k: v for k, v in address.items() if v}, "language": language})
    download = f'<a class="fy-go" href="{escape(file)}" download>{text_of(language, "cases_download")}</a>'
    ways = "".join(
        f'<a class="fy-go fy-way" href="/?view=cases{"&amp;show=plots" if way == "plots" else ""}" data-show="{way}">'
        f"{text_of(language, f'cases_{way}')}</a>"
        for way in ("table", "plots")
    )
    return (
        f'<h2 class="fy-hidden">{text_of(language, "cases_label")}</h2><div class="fy-count"><nav class="fy-ways" aria-label="{text_of(language, "cases_label")}">{ways}</nav>'
        f'<span role="status">{sentence}</span> {download}</div>'
    )


def table_html(shown: Sequence[Record], sort: str, descending: bool, language: str) -> str:
    """Return the table."""
    if not shown:
        return f'<p class="fy-none">{text_of(language, "cases_none")}</p>'
    names = [say(language, f"cases_column_{column}") for column in COLUMNS]
    rows = "".join(f'<tr role="row">{_cells(record, names, language)}</tr>' for record in shown)
    caption = text_of(language, "cases_caption")
    return (
        f'<div class="fy-wide" tabindex="0" role="region" aria-label="{caption}"><table class="fy-table fy-cards fy-case-table" '
        f'role="table"><caption class="fy-hidden">{caption}</caption>{head_row(COLUMNS, names, sort, descending, language)}'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _cells(record: Record, names: Sequence[str], language: str) -> str:
    authority, case = record.authority, record.facts
    outcome = (case.get("outcome") or {}).get(language) or ""
    amounts = "".join(
        f'<div><span class="fy-figure">{number_text(amount.value)}</span> '
        f'<span class="fy-small">{escape(amount.what.in_language(language))}</span></div>'
        for amount in record.amounts
    )
    shown = {
        "title": f'<a class="fy-title" href="{escape(library_link(authority.id))}">{_title(authority, language)}</a>'
        f'<div class="fy-small">{escape(outcome)}</div>',
        "court": escape(record.court.in_language(language)) if record.court else "",
        "number": escape(authority.number or ""),
        "date": _date(record, language),
        "charge": escape(charge_label(record.charge_article, language)) if record.charge_article else "",
        "amount": amounts,
        "users": number_text(record.users) if record.users is not None else "",
        "term": escape(term_text(record.term, language)) if record.term is not None else "",
        "suspended": escape(suspended_text(case, language)),
        "fine": escape(yuan_text(case["fine"], language)) if case.get("fine") is not None else "",
        "confidence": escape(str(case.get("confidence") or "")),
    }
    return "".join(cell(column, name, shown[column]) for column, name in zip(COLUMNS, names, strict=True))


def _title(authority: Authority, language: str) -> str:
    return both((authority.short_title("zh"), authority.short_title("en")), language)


def _date(record: Record, language: str) -> str:
    if record.decided:
        return f'<span class="fy-day">{escape(record.decided)}</span>'
    if record.year is None:
        return ""
    return f'<span class="fy-small">{text_of(language, "cases_number_year", year=record.year)}</span>'


def article_html(language: str) -> str:
    """Return the figures of the article of 2022, each linked to the section that states it."""
    rows = "".join(
        f'<div><dt><a href="{escape(library_link(ARTICLE, section))}">{text_of(language, f"article_value_{name}")}</a></dt>'
        f"<dd>{text_of(language, f'article_{name}')}</dd></div>"
        for name, section in ARTICLE_FIGURES.items()
    )
    more = f'<a href="{escape(library_link(ARTICLE, _MOSTLY))}">{text_of(language, "cases_article_link")}</a>'
    return (
        f'<aside class="fy-figures" aria-labelledby="fy-figures-head"><h3 id="fy-figures-head">'
        f"{text_of(language, 'cases_article')}</h3><dl>{rows}</dl><p>{text_of(language, 'article_mostly')}</p>"
        f'<p class="fy-small">{text_of(language, "cases_article_note")} {more}</p></aside>'
    )
