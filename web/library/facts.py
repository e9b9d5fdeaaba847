"""The facts above the text: particulars, a case's figures, thresholds."""

from html import escape
from typing import Any

from prompts import say
from retrieval.amounts.threshold import Threshold
from retrieval.authority import CRIMINAL_LAW, Authority, Bilingual, Kind
from web.library.charges import charge_places, place_name
from web.library.links import library_link
from web.library.markup import details_list, link, place_label, text_of
from web.library.shelf import Entry, Shelf
from web.library.terms import number_text, term_text, yuan_text

_SPANS = frozenset({"minimum", "maximum", "heavier_minimum", "heavier_maximum"})


def particulars_html(entry: Entry, language: str) -> str:
    """Return number, issuer, dates, source and what the text is used for."""
    authority = entry.authority
    names = [*(authority.short.zh if language == "zh" else authority.short.en)]
    held = "library_held_articles" if entry.has_articles else "library_held_sections"
    rows = [
        ("number", escape(authority.number or "")),
        ("issuer", escape(authority.issuer.in_language(language) if authority.issuer else "")),
        *((name, str(getattr(authority, name) or "")) for name in ("adopted", "published", "effective", "ended")),
        ("text_as_of", str(authority.text_as_of or "")),
        ("short", escape((", " if language == "en" else "、").join(names))),
        ("held", text_of(language, held, zh=entry.count("zh"), en=entry.count("en"))),
        ("used_for", escape(authority.used_for.in_language(language) if authority.used_for else "")),
        ("source", escape(str(authority.source.get(language) or ""))),
        ("confidence", _confidence(str(authority.source.get("confidence") or ""), language)),
    ]
    return details_list((say(language, f"library_fact_{name}"), html) for name, html in rows)


def _confidence(grade: str, language: str) -> str:
    return text_of(language, f"confidence_{grade}") if grade in ("L", "S", "A", "B", "B-") else ""


def case_html(shelf: Shelf, authority: Authority, language: str) -> str:
    """Return a case's structured facts; what is not known is said to be."""
    case = authority.case
    if case is None:
        return ""
    penalty = authority.kind is Kind.PENALTY
    unknown = f'<span class="fy-small">{text_of(language, "library_not_known")}</span>'
    rows = [
        ("court", _words(case.get("court"), language) or _words(authority.issuer, language)),
        ("decided", escape(str(case.get("decided") or ""))),
        ("outcome", _words(case.get("outcome"), language)),
        ("amounts", _amounts(case, language)),
        ("users", _users(case, language)),
    ]
    if conduct := case.get("conduct"):
        rows.insert(2, ("conduct", text_of(language, f"cases_conduct_{conduct}")))
    if penalty:
        rows += [("legal_basis", _words(case.get("legal_basis"), language))]
    else:
        rows[2:2] = [
            ("charge", charge_html(shelf, case.get("charge"), language)),
            ("path", _path(shelf, case, language)),
        ]
        rows += [("term", _term(case, language)), ("suspended", escape(suspended_text(case, language)))]
    fine = case.get("fine")
    rows += [
        ("fine_penalty" if penalty else "fine", escape(yuan_text(fine, language)) if fine is not None else ""),
        ("defendants_penalty" if penalty else "defendants", escape(str(case.get("defendants") or ""))),
    ]
    pairs = [(say(language, f"library_case_{name}"), html or unknown) for name, html in rows]
    grade = (say(language, "library_fact_confidence"), _confidence(str(case.get("confidence") or ""), language))
    head = text_of(language, "library_case")
    return f'<section class="fy-case"><h3>{head}</h3>{details_list([*pairs, grade])}</section>'


def _words(texts: dict[str, str] | Bilingual | None, language: str) -> str:
    if isinstance(texts, dict):
        texts = Bilingual(zh=texts.get("zh") or "", en=texts.get("en") or "")
    return escape(texts.in_language(language)) if texts else ""


def charge_html(shelf: Shelf, charge: dict[str, Any] | None, language: str) -> str:
    """Return a charge with links to its articles of the Criminal Law."""
    if not charge:
        return ""
    links = []
    for place in charge_places(charge.get("article")):
        if (place.authority, place.article) in shelf.index.units:
            there = library_link(place.authority, place.article, place.paragraph)
            links.append(link(there, place_name(place, language)))
    joined = f' <span class="fy-small">({", ".join(links)})</span>' if links else ""
    return _words(charge, language) + joined


def _path(shelf: Shelf, case: dict[str, Any], language: str) -> str:
    steps = []
    for step in case.get("charge_path") or ():
        stage = text_of(language, f"stage_{step['stage']}")
        steps.append(f'<li><span class="fy-small">{stage}</span> {charge_html(shelf, step, language)}</li>')
    return f'<ol class="fy-steps">{"".join(steps)}</ol>' if len(steps) > 1 else ""


def _amounts(case: dict[str, Any], language: str) -> str:
    lines = (
        f'<div><span class="fy-figure">{escape(yuan_text(amount["value"], language))}</span> '
        f'<span class="fy-small">{_words(amount["what"], language)}</span></div>'
        for amount in case.get("amounts") or ()
    )
    return "".join(lines)


def _users(case: dict[str, Any], language: str) -> str:
    if case.get("users") is None:
        return _words(case.get("user_note"), language)
    return f'{number_text(case["users"])} <span class="fy-small">{_words(case.get("user_note"), language)}</span>'


def _term(case: dict[str, Any], language: str) -> str:
    months = case.get("term_months")
    return escape(term_text(months, language)) if months is not None else ""


def suspended_text(case: dict[str, Any], language: str) -> str:
    """Return whether a term is suspended, and for how long; empty if that is not known."""
    months = case.get("suspended_months")
    if months is None:
        return ""
    return say(language, "suspended_for", term=term_text(months, language)) if months else say(language, "suspended_no")


def thresholds_html(shelf: Shelf, authority: Authority, language: str) -> str:
    """Return the amounts and counts on which a charge or a penalty turns, as a table."""
    if not authority.thresholds:
        return ""
    columns = ("measure", "value", "tier", "for", "charge", "where")
    head = "".join(f'<th scope="col">{text_of(language, f"library_threshold_{name}")}</th>' for name in columns)
    rows = "".join(_threshold(shelf, authority, Threshold.model_validate(t), language) for t in authority.thresholds)
    return (
        f'<section><h3>{text_of(language, "library_thresholds")}</h3><div class="fy-wide" tabindex="0" role="region" '
        f'aria-label="{text_of(language, "library_thresholds")}"><table class="fy-table"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div></section>"
    )


def _threshold(shelf: Shelf, authority: Authority, threshold: Threshold, language: str) -> str:
    form = "end" if threshold.tier in _SPANS else "at_least" if threshold.inclusive else "above"
    unit = say(language, f"library_unit_{threshold.unit}")
    place, key = threshold.address, threshold.address.article
    if key is None:  # a section is named by its Chinese heading
        key = next((name for name, text in _sections(shelf, authority) if text == place.section), None)
    where = ""
    if key:
        label = place_label(shelf.index, (authority.id, key), language, short=True) + (place.item or "")
        where = link(library_link(authority.id, key, place.paragraph), label)
    charge = threshold.charge_article
    charge_link = ""
    if charge and (CRIMINAL_LAW, charge) in shelf.index.units:
        label = place_label(shelf.index, (CRIMINAL_LAW, charge), language)
        charge_link = link(library_link(CRIMINAL_LAW, charge, next(iter(threshold.charge_paragraphs), None)), label)
    cells = (
        escape(threshold.measure.in_language(language)),
        text_of(language, f"threshold_{form}", value=number_text(threshold.value), unit=unit),
        text_of(language, f"tier_{threshold.tier_name}"),
        text_of(language, f"applies_{threshold.applies_to}"),
        charge_link or escape(charge or ""),
        where,
    )
    return "<tr>" + "".join(f"<td>{html}</td>" for html in cells) + "</tr>"


def _sections(shelf: Shelf, authority: Authority) -> list[tuple[str, str | None]]:
    """Return the keys of an authority's sections with their Chinese headings."""
    units = ((unit[1], text) for unit, text in shelf.index.units.items() if unit[0] == authority.id)
    return [(key, text["zh"][0].section) for key, text in units if "zh" in text]
