"""The answer to a question over all cases: how many were compared, each case's figure and grade, and its own words."""

from dataclasses import replace

from prompts import say
from retrieval.address import format_place
from retrieval.answer.printing import print_quotation
from retrieval.answer.quoting import Quotation
from retrieval.asked_over_cases import asks_over_cases
from retrieval.cases.asked_of_all import Asked, Charged
from retrieval.cases.conditions import EXCEEDED
from retrieval.cases.facts import FACTS, Fact, tells_fact
from retrieval.cases.further import not_named
from retrieval.cases.grouped import groups
from retrieval.cases.records import Record, records_of
from retrieval.cases.table import FIRST, MOST, Selected, nearest, select, value_of
from retrieval.cases.years import EVER, Years
from retrieval.index import Index
from retrieval.parts.spans import paragraphs
from retrieval.question import Question
from retrieval.result import Citation
from retrieval.search import Search

RESULT, FACTS_TOLD, _CHARGE = "处理结果", "案件事实", "罪名变化"
_REASONS = "裁判理由"
# in which sections of a brief what is asked stands; all else in its result
_SECTIONS = {
    "users": (FACTS_TOLD,), "gains": (FACTS_TOLD,), "not_prosecuted": (RESULT, _REASONS), "cleared": (RESULT, _REASONS), "changed": (_CHARGE,),
}  # fmt: skip
_FACT_OF = {"gains": "amounts"}  # what is reckoned as gains a brief tells among its amounts


def over_cases(search: Search, index: Index, citations: list[Citation]) -> tuple[list[str], list[Quotation]]:
    """Return the sentence, the list and below it each listed case's own words, and what is quoted.

    :param citations: Those of the answer so far; the cases' are added, and their numbers stand in the list.
    """
    asked = asks_over_cases(search.question, index)
    if asked is None:
        return [], []
    language, kinds = search.question.answer_language, search.question.request.kinds
    records = [r for r in records_of(index.authorities.values()) if kinds is None or r.authority.kind in kinds]
    if asked.by:
        return _counted_apart(asked, records, search, index, citations)
    if asked.further:
        left, whole = not_named(records, search.question.request.history), select(asked, records)
        chosen = select(asked, left)
        named = say(
            language,
            "over_cases_further",
            what=_what(asked, language),
            named=_of_order(asked, whole) - _of_order(asked, chosen),
        )
        if not chosen.records:
            return [
                say(language, "over_cases_all_named", what=_what(asked, language), fitting=_of_order(asked, whole))
            ], []
        head = named + say(language, "over_cases_left", left=_of_order(asked, chosen), shown=len(chosen.records))
    else:
        chosen = select(asked, records)
        head = _head(asked, chosen, language)
    for instead in nearest(asked) if not chosen.records else ():
        if (near := select(instead, records, FIRST)).records:
            asked, chosen = instead, near
            head += say(language, "over_cases_nearest", what=_what(asked, language))
            break
    if not chosen.records:
        return [head], []
    lines: list[str] = []
    below: list[str] = []
    quoted: list[Quotation] = []
    for record in chosen.records:
        first = len(citations)
        for quotation in _own_words(record, asked, search, index):
            quoted.append(quotation)
            print_quotation(quotation, search, index, below, citations)
        marks = "".join(f"[{citation.n}]" for citation in citations[first:])
        lines.append(f"- {_line(record, asked, language)}{'' if language == 'zh' else ' '}{marks}")
    return ["\n".join([head, *lines]), *below], quoted


def _of_order(asked: Asked, chosen: Selected) -> int:
    """How many cases can be listed: of an order all that have the field, else those that fit."""
    return chosen.compared if asked.measure else chosen.fitting


def _counted_apart(
    asked: Asked, records: list[Record], search: Search, index: Index, citations: list[Citation]
) -> tuple[list[str], list[Quotation]]:
    """The cases counted by province, year, court or charge: how many each has, and which; of each the surest is quoted."""
    language = search.question.answer_language
    fitting = select(asked, records, len(records))
    apart = groups(fitting.records, asked.by or "region", language)
    known = [record for own in apart.values() for record in own]
    if not known:
        return [say(language, "over_cases_not_held", what=_what(asked, language))], []
    unknown = fitting.fitting - len(known)
    chosen = replace(
        fitting, records=tuple(known), fitting=len(known), penalties=sum(record.is_penalty for record in known),
        unplaced=fitting.unplaced + unknown * (asked.by == "region"), undated=fitting.undated + unknown * (asked.by == "year"),
        compared=fitting.compared - unknown * (asked.by in ("court", "charge")),
    )  # fmt: skip
    lines, below, quoted = [], [], []
    for number, (name, own) in enumerate(apart.items()):
        first = len(citations)
        for quotation in _own_words(own[0], asked, search, index) if number < MOST else ():
            quoted.append(quotation)
            print_quotation(quotation, search, index, below, citations)
        marks = "".join(f"[{citation.n}]" for citation in citations[first:])
        shown = say(language, f"region_{name}") if asked.by == "region" else name
        cases = ("、" if language == "zh" else "; ").join(record.authority.short_title(language) for record in own)
        line = say(language, "over_cases_group", group=shown, count=len(own), cases=cases)
        lines.append(f"- {line}{'' if language == 'zh' else ' '}{marks}".rstrip())
    return ["\n".join([_head(asked, chosen, language), *lines]), *below], quoted


def _head(asked: Asked, chosen: Selected, language: str) -> str:
    """How many cases were compared, how many are as asked, and how many were left out."""
    what = _what(asked, language)
    if not chosen.total:
        head = say(language, "over_cases_not_held", what=what)
        return head + _left_out(chosen, language)
    head = say(language, "over_cases_compared", what=what, compared=chosen.compared, total=chosen.total)
    head += _left_out(chosen, language)
    if not chosen.records:
        return head + say(language, "over_cases_none")
    if asked.measure is None:
        head += say(language, "over_cases_fitting", fitting=chosen.fitting)
    if 0 < chosen.penalties < chosen.fitting:
        cases = chosen.fitting - chosen.penalties
        head += say(language, "over_cases_kinds", cases=cases, penalties=chosen.penalties)
    if asked.is_rate:
        head += say(language, "over_cases_no_rate")
    if chosen.mean:
        mean, middle = chosen.mean
        head += say(language, "over_cases_mean", mean=f"{mean:,.0f}", median=f"{middle:,.0f}")
    if chosen.fitting > len(chosen.records):
        head += say(language, "over_cases_first", fitting=chosen.fitting, shown=len(chosen.records))
    return head


def _left_out(chosen: Selected, language: str) -> str:
    counted = (("over_cases_undated", chosen.undated), ("over_cases_unplaced", chosen.unplaced))
    return "".join(say(language, name, count=count) for name, count in counted if count)


def _what(asked: Asked, language: str) -> str:
    """The conditions that the cases have to keep, and the order in which they stand."""
    conduct = say(language, f"over_cases_{asked.conduct or 'any'}")
    order = "_least" if asked.order == "least" else ""
    joined = say(language, "over_cases_either" if asked.either else "over_cases_all")
    ends = joined.join(
        say(language, f"over_cases_{'not' if end.denied else 'asked'}_{end.name}", conduct=conduct)
        for end in asked.ends
    )
    measured = say(language, f"over_cases_asked_{asked.measure}{order}") if asked.measure else ""
    if asked.order == "nearest":
        measured = say(language, "over_cases_closest", field=say(language, f"over_cases_field_{asked.of}"))
    what = say(language, "over_cases_ordered", what=ends, order=measured) if ends and measured else ends or measured
    what = what or say(language, f"over_cases_asked_{asked.kind or 'cases'}")
    if asked.kind and (ends or measured):
        what = say(language, "over_cases_of_kind", what=what, kind=say(language, f"over_cases_kind_{asked.kind}"))
    if asked.conduct and conduct not in what:
        what = say(language, "over_cases_on", what=what, conduct=conduct)
    between = "、" if language == "zh" else ", "
    if asked.charges:
        places = between.join(_place(place, language) for place in asked.charges)
        what = say(language, "over_cases_under", what=what, articles=places)
    if asked.regions.names:
        names = between.join(say(language, f"region_{name}") for name in asked.regions.names)
        what = say(language, f"over_cases_{'elsewhere' if asked.regions.others else 'where'}", what=what, region=names)
    what = (_when(asked.years, what, language) if asked.years else what) + _bound(asked, language)
    return say(language, f"over_cases_by_{asked.by}", what=what) if asked.by else what


def _place(place: Charged, language: str) -> str:
    return format_place(language, place.article, place.paragraph)


def _when(years: Years, what: str, language: str) -> str:
    if years.first == years.last:
        return say(language, "over_cases_when", what=what, year=years.first)
    name = "since" if years.last == EVER else "between" if years.first else "until"
    return say(language, f"over_cases_{name}", what=what, first=years.first, last=years.last)


def _bound(asked: Asked, language: str) -> str:
    if not asked.bounds or asked.order == "nearest":
        return ""
    low, high = asked.bounds
    if high == float("inf"):
        name = "over" if low % 1 else "from"
    elif high - low == EXCEEDED:
        name = "exactly"
    else:
        name = "between" if low else "up_to" if high % 1 else "below"
    field = say(language, f"over_cases_field_{asked.of}")
    low, high = (bound - EXCEEDED if bound % 1 else bound for bound in (low, high))
    return say(language, f"over_cases_asked_{name}", field=field, low=f"{low:,.0f}", high=f"{high:,.0f}")


def _own_words(record: Record, asked: Asked, search: Search, index: Index) -> list[Quotation]:
    """What a case's brief says of what is asked, in the answer's language."""
    sections = _SECTIONS.get(asked.measure or next((end.name for end in asked.ends), ""), (RESULT,))
    of = asked.measure or (asked.of if asked.bounds or asked.money else "")
    if of in ("gains", "users"):
        sections = (*dict.fromkeys((*sections, FACTS_TOLD)),)
    facts = [fact for fact in FACTS if fact.name == _FACT_OF.get(of, of)]
    return [q for section in sections for q in section_line(record, section, search.question, index, facts)]


def _line(record: Record, asked: Asked, language: str) -> str:
    measure = asked.measure or (asked.of if asked.bounds or asked.money else "")
    value = value_of(record, measure) if measure else None
    outcome = (record.facts.get("outcome") or {}).get(language) or say(language, "over_cases_unknown")
    charge = (record.facts.get("charge") or {}).get(language) or ""
    shown = say(language, f"over_cases_value_{measure}", value=f"{value:,.0f}") if value is not None else ""
    joined = ("；" if language == "zh" else "; ").join(part for part in (shown, charge, outcome) if part)
    return say(
        language, "over_cases_line", case=record.authority.short_title(language), said=joined,
        grade=record.confidence or "?",
    )  # fmt: skip


def section_line(record: Record, heading: str, question: Question, index: Index, facts: list[Fact]) -> list[Quotation]:
    """Return the line of a brief's section in the answer's language that tells one of the facts, else its first."""
    language, admits = question.answer_language, question.request.admits
    held = [p for p in index.by_authority[record.authority.id] if admits(p)]
    keys = {p.section_key for p in held if p.section == heading}
    own = [p for p in held if p.section_key in keys and p.language == language]
    lines = [Quotation(passage, line.head) for passage in own for line in paragraphs(passage)]
    told = (q for q in lines if tells_fact(q.passage.text[q.span.start : q.span.end], facts))
    return [line] if (line := next(told, next(iter(lines), None))) else []
