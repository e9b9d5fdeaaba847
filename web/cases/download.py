"""The cases as a CSV file."""

import csv
import io
from collections.abc import Sequence

from prompts import say
from retrieval.cases.records import Record
from web.library.terms import number_text

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
FIELDS = (
    "id", "kind", "title_zh", "title_en", "court_zh", "court_en", "number", "decided", "year", "year_from",
    "conduct", "charge_article", "charge_zh", "charge_en", "amounts", "amounts_zh", "amounts_en", "users", "term", "suspended",
    "suspended_months", "fine", "defendants", "outcome_zh", "outcome_en", "confidence",
)  # fmt: skip


def csv_bytes(records: Sequence[Record], language: str) -> bytes:
    """Return the cases, one a row, in UTF-8 with the mark by which Excel knows it; heads in both languages.

    :param language: Of the values that are words of the page.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(safe(f"{say('zh', f'csv_{field}')} / {say('en', f'csv_{field}')}") for field in FIELDS)
    for record in records:
        row = _row(record, language)
        writer.writerow(safe(row[field]) for field in FIELDS)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def safe(value: object) -> object:
    """Return a value that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return "'" + value
    return "" if value is None else value


def _row(record: Record, language: str) -> dict[str, object]:
    authority, case, court, charge = record.authority, record.facts, record.court, record.charge or {}
    amounts = [number_text(amount.value).replace(",", "") for amount in record.amounts]
    outcome = case.get("outcome") or {}
    return {
        "id": authority.id, "kind": say(language, f"kind_{authority.kind}"),
        "title_zh": authority.titles.zh, "title_en": authority.titles.en,
        "court_zh": court.zh if court else "", "court_en": court.en if court else "",
        "number": authority.number, "decided": record.decided, "year": record.year,
        "year_from": say(language, f"year_from_{record.year_from}") if record.year_from else "",
        "conduct": say(language, f"cases_conduct_{record.conduct}") if record.conduct else "",
        "charge_article": record.charge_article, "charge_zh": charge.get("zh"), "charge_en": charge.get("en"),
        "amounts": amounts[0] if len(amounts) == 1 else "; ".join(amounts),
        "amounts_zh": "；".join(amount.what.zh for amount in record.amounts),
        "amounts_en": "; ".join(amount.what.en for amount in record.amounts),
        "users": record.users, "term": record.term,
        "suspended": say(language, f"cases_suspended_{record.suspended}") if record.suspended else "",
        "suspended_months": case.get("suspended_months"), "fine": case.get("fine"),
        "defendants": case.get("defendants"), "outcome_zh": outcome.get("zh"), "outcome_en": outcome.get("en"),
        "confidence": case.get("confidence"),
    }  # fmt: skip
