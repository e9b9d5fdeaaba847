"""The reckoning of a question's amounts as a small table, with the provisions that it rests on quoted below it."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from prompts import say
from retrieval.address import arabic_article
from retrieval.amounts.bases import Base
from retrieval.amounts.placed import Placed
from retrieval.amounts.threshold import Place, Threshold
from retrieval.answer.printing import print_quotation
from retrieval.answer.quoting import Quotation
from retrieval.answer.reckoned_remarks import reckoned_remarks
from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.numerals import format_numeral
from retrieval.parts.spans import Span, paragraphs, with_item
from retrieval.passage import Passage
from retrieval.reckoning.charged import label
from retrieval.reckoning.reckon import Reckoning
from retrieval.reckoning.said_besides import ranges_besides, said_besides
from retrieval.reckoning.tiers import Fine, Row, Step
from retrieval.result import Citation
from retrieval.search import Search

Number = Callable[[Placed], int]

_OBSCENE = "第三百六十三条"
# the article on its sums, and the item: ranges, in which each province's court sets the standard
_RANGES = (("interpretation-1998-30-illegal-publications", "第八条"), "（四）")


def reckoned_quotations(reckoning: Reckoning, index: Index, language: str) -> list[Quotation]:
    """Return what is quoted below the table of what the question's amounts reach."""
    quoted = list(_provisions(reckoning, index, language))
    return [*_of_others(reckoning, index, language), *quoted, *_besides(reckoning, quoted, index, language)]


def reckoned_blocks(reckoning: Reckoning, search: Search, index: Index, citations: list[Citation]) -> list[str]:
    """Return the blocks on what the question's amounts reach, and the provisions below the table.

    :param citations: Those of the answer so far; the provisions' are added.
    """
    language = search.question.answer_language
    others = _said_of_others(reckoning, search, index, citations)
    quoted = _provisions(reckoning, index, language)
    below: list[str] = []
    numbers: dict[int, int] = {}
    for quotation, placed in quoted.items():
        at = len(citations)
        print_quotation(quotation, search, index, below, citations)
        numbers |= {id(p.threshold): citations[at].n for p in placed}
    for quotation in _besides(reckoning, list(quoted), index, language):
        print_quotation(quotation, search, index, below, citations)
    unheld = [say(language, "reckon_unheld", charge=charge, as_of=search.question.as_of) for charge in reckoning.unheld]
    return [*others, *unheld, *_table(reckoning, language, lambda placed: numbers[id(placed.threshold)]), *below]


def _said_of_others(reckoning: Reckoning, search: Search, index: Index, citations: list[Citation]) -> list[str]:
    """The blocks on what was sold besides: that no threshold is held for it, and the provision that it is a crime under."""
    language, as_of = search.question.answer_language, search.question.as_of
    blocks = [
        say(language, "reckon_unheld", charge=label(charge, language), as_of=as_of) for charge in reckoning.besides
    ]
    quoted = _of_others(reckoning, index, language)
    if any(quotation.passage.authority != CRIMINAL_LAW for quotation in quoted):
        blocks.append(say(language, "reckon_ranges"))
    for quotation in quoted:
        print_quotation(quotation, search, index, blocks, citations)
    return blocks


def _of_others(reckoning: Reckoning, index: Index, language: str) -> list[Quotation]:
    """What is quoted on what was sold besides: the crime, and the ranges that an interpretation sets for it."""
    places = [(CRIMINAL_LAW, Place(article=charge.unit[1], paragraph=charge.paragraph)) for charge in reckoning.besides]
    if any(charge.unit[1] == _OBSCENE for charge in reckoning.besides) and _RANGES[0] in index.units:
        places += [(_RANGES[0][0], Place(article=_RANGES[0][1], paragraph=n, item=_RANGES[1])) for n in (1, 2)]
    return list(
        dict.fromkeys(q for authority, place in places for q in _quotations(authority, place, 0, index, language))
    )


def _provisions(reckoning: Reckoning, index: Index, language: str) -> dict[Quotation, list[Placed]]:
    """Return what to quote, in the order of the table, each with the thresholds that stand in it.

    An item is preceded by the words that its paragraph begins with: they say what the item makes out.
    """
    places: dict[Quotation, list[Placed]] = {}
    for placed in _used(reckoning):
        threshold = placed.threshold
        for quotation in _quotations(placed.authority.id, threshold.address, threshold.value, index, language):
            places.setdefault(quotation, [])
        places[quotation].append(placed)
    return places


def _besides(reckoning: Reckoning, quoted: Sequence[Quotation], index: Index, language: str) -> list[Quotation]:
    """What is quoted behind the thresholds: how their amounts are reckoned, what holds of one that comes near."""
    places = [place for row in reckoning.rows for place in ranges_besides(row, index)] if reckoning.with_ranges else []
    places += [place for row in reckoning.rows for place in said_besides(row, index)]
    found = [q for authority, place in places for q in _quotations(authority, place, 0, index, language)]
    return [quotation for quotation in dict.fromkeys(found) if quotation not in quoted]


def _quotations(authority: str, place: Place, value: int, index: Index, language: str) -> list[Quotation]:
    """The spans of a place, in the answer's language if it is held in it.

    :param value: The figure by which a line of prose is found.
    """
    held = _held(authority, place, index)
    passages = held.get(language) or held["zh"]
    for at, passage in enumerate(passages, 1):
        for paragraph in paragraphs(passage):
            if place.article is None:
                if _names(passage.text[paragraph.head.start : paragraph.head.end], value):
                    return [Quotation(passage, paragraph.head)]
            elif place.paragraph in (None, paragraph.head.paragraph):
                spans = with_item(passage, paragraph, place.item)
                rest = _continued(passages[at:], place) if place.item and spans == [paragraph.head] else []
                return [*(Quotation(passage, span) for span in spans), *rest]
    return [Quotation(passages[0], Span(0, len(passages[0].text), passages[0].lines[0].paragraph))]


def _continued(passages: Iterable[Passage], place: Place) -> list[Quotation]:
    """The item of a paragraph that goes on in the passages behind the one that it begins in."""
    return [
        Quotation(passage, span)
        for passage in passages
        for paragraph in paragraphs(passage)
        for span in (paragraph.head, *paragraph.items)
        if (span.paragraph, span.item) == (place.paragraph, place.item)
    ]


def _held(authority: str, place: Place, index: Index) -> dict[str, list[Passage]]:
    """The passages of a threshold's article or section, by language; sections are named by their Chinese heading."""
    if place.article:
        return index.units[authority, place.article]
    return next(
        held
        for (owner, _), held in index.units.items()
        if owner == authority and any(p.section == place.section for p in held.get("zh", []))
    )


def _names(text: str, value: int) -> bool:
    """Return whether a line of prose names a value: 50,000 or 5万."""
    return f"{value:,}" in text or str(value) in text or (value % 10_000 == 0 and f"{value // 10_000}万" in text)


def _used(reckoning: Reckoning) -> Iterable[Placed]:
    for row in reckoning.rows:
        for step in row.steps:
            yield from step.places
    for fine in reckoning.fines:
        yield from fine.places


def _table(reckoning: Reckoning, language: str, number: Number) -> list[str]:
    """Return the blocks: what is reckoned, the table, and what decides.

    :param number: The number of the citation that a threshold stands in.
    """
    blocks = []
    if reckoning.rows:
        head = [say(language, f"reckon_{name}") for name in ("amount", "measure", "steps", "result")]
        rows = [_row(row, language, number) for row in reckoning.rows]
        blocks += [say(language, "reckon_intro"), _grid(head, rows)]
        blocks += reckoned_remarks(reckoning, language)
    blocks += [_fine(fine, language, number) for fine in reckoning.fines]
    blocks += [say(language, "reckon_rate", value=_figure(rate)) for rate in reckoning.rates]
    blocks += [say(language, "reckon_unread", words=words) for words in reckoning.unread]
    if reckoning.foreign:
        blocks.append(say(language, "reckon_foreign"))
    return blocks


def _grid(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _row(row: Row, language: str, number: Number) -> list[str]:
    first = row.steps[0].places[0]
    measure = say(
        language, "reckon_charge", article=_charge(first.threshold, language),
        measure=row.measure.measure.in_language(language),
    )  # fmt: skip
    steps = ("；" if language == "zh" else "; ").join(_step(step, row, language, number) for step in row.steps)
    unsure = "reckon_unsure" if row.base.tells_of(row.measure) else "reckon_unsure_turnover"
    below = unsure if row.may_be else "reckon_below"
    result = say(language, f"reckon_tier_{_called(row.reached)}" if row.reached else below)
    if row.reached and row.may_be:
        result = say(language, "reckon_at_least", tier=result)
    if row.also:
        result += say(language, f"reckon_also_{row.also.unit}", value=row.also.value)
    return [_base(row.base, language), measure, steps, result]


def _called(step: Step) -> str:
    """The tier as the law calls it: circumstances, or consequences."""
    return step.places[-1].threshold.tier_name


def _charge(threshold: Threshold, language: str) -> str:
    article, paragraphs = threshold.charge_article or "", threshold.charge_paragraphs
    if language == "zh":
        return article + "、".join(f"第{format_numeral(paragraph)}款" for paragraph in paragraphs)
    return _arabic(article) + "".join(f"({paragraph})" for paragraph in paragraphs)


def _step(step: Step, row: Row, language: str, number: Number) -> str:
    name = "reckon_step_times" if step.multiple > 1 else "reckon_step"
    marks = "".join(f"[{n}]" for n in dict.fromkeys(number(placed) for placed in step.places))
    return say(
        language, name, tier=say(language, f"reckon_tier_{_called(step)}"), value=_figure(step.value), marks=marks,
        times=step.multiple, of=_figure(step.value // step.multiple), unit=_unit(row.measure.unit, language),
        bound=say(language, "reckon_inclusive" if step.inclusive else "reckon_exclusive"),
    )  # fmt: skip


def _fine(fine: Fine, language: str, number: Number) -> str:
    marks = "".join(f"[{n}]" for n in dict.fromkeys(number(placed) for placed in fine.places))
    low, high = _figure(fine.low), _figure(fine.high)
    label = fine.places[0].authority.short_title(language)
    article = fine.places[0].threshold.address.article or ""
    name = "reckon_fine_times" if fine.multiples else "reckon_fine"
    if fine.multiples and fine.places[0].threshold.charge_article:
        name = "reckon_punishment_times"
    return say(
        language, name, base=_base(fine.base, language), low=low, high=high, marks=marks, authority=label,
        article=article if language == "zh" else _arabic(article), least=fine.multiples[0] if fine.multiples else "",
        most=fine.multiples[1] if fine.multiples else "",
    )  # fmt: skip


def _base(base: Base, language: str) -> str:
    bounded = base.value + 1 if base.bound == "under" else base.value
    value = say(language, f"reckon_bound_{base.bound}", value=_figure(bounded)) if base.bound else _figure(base.value)
    text = say(
        language, f"reckon_base_{base.name}", value=value, costs=_figure(base.costs), whole=_figure(base.whole),
        percent=f"{base.percent:f}" if base.percent else "",
    )  # fmt: skip
    if base.whose:
        text = say(language, "reckon_whose", whose=base.whose, base=text)
    if base.portion:
        sign = "+" if base.portion > 0 else "−"
        text += say(language, "reckon_product_of", product=f"{_figure(base.whole)} {sign} {_figure(abs(base.portion))}")
    if base.factors:
        text += say(language, "reckon_product_of", product=" × ".join(_factor(one) for one in base.factors))
    return text


def _factor(number: Decimal) -> str:
    return f"{number.normalize():,f}"


def _unit(unit: str, language: str) -> str:
    return say(language, f"reckon_unit_{unit}")


def _figure(value: int) -> str:
    return f"{value:,}"


def _arabic(article: str) -> str:
    return arabic_article(article) if article else ""
