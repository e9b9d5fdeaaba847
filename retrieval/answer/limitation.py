"""The limitation of a case in a few lines, with the provisions that each step rests on quoted below them."""

from collections.abc import Callable, Iterator

from prompts import say
from retrieval.address import Address
from retrieval.answer.printing import print_quotation
from retrieval.answer.quoting import Quotation
from retrieval.authority import CRIMINAL_LAW
from retrieval.dates.days import Days
from retrieval.index import Index
from retrieval.labels import pinpoint
from retrieval.parts.spans import paragraphs, with_item
from retrieval.reckoning.limitation import Limit, Limitation
from retrieval.reckoning.punishments import COUNTED_FROM, LIMITATION, LONGEST, NO_LIMIT
from retrieval.result import Citation
from retrieval.search import Search

_Place = tuple[str, int | None, str | None]  # article, paragraph, item
_Marks = Callable[..., str]  # the numbers of the quotations of some places, as they are printed
_FROM_THE_END: _Place = (COUNTED_FROM, 1, None)
_EXCEPTIONS: tuple[_Place, _Place] = ((NO_LIMIT, None, None), (COUNTED_FROM, 2, None))


def limitation_quotations(limitation: Limitation, index: Index, language: str) -> list[Quotation]:
    """Return what is quoted below the lines on a case's limitation."""
    places = dict.fromkeys(place for limit in limitation.limits for place in (*_of(limit), _FROM_THE_END, *_EXCEPTIONS))
    return list(dict.fromkeys(one for place in places for one in _quoted(place, index, language)))


def limitation_blocks(limitation: Limitation, search: Search, index: Index, citations: list[Citation]) -> list[str]:
    """Return the blocks on a case's limitation, and the provisions below them.

    :param citations: Those of the answer so far; the provisions' are added.
    """
    language, below = search.question.answer_language, []
    numbers: dict[Quotation, int] = {}
    for quotation in limitation_quotations(limitation, index, language):
        at = len(citations)
        print_quotation(quotation, search, index, below, citations)
        numbers[quotation] = citations[at].n

    def marks(*places: _Place) -> str:
        used = dict.fromkeys(numbers[one] for place in places for one in _quoted(place, index, language))
        return "".join(f"[{number}]" for number in used)

    lines = [_line(limit, limitation, search, index, marks) for limit in limitation.limits]
    lacking = ("、" if language == "zh" else ", ").join(
        say(language, f"limit_lacks_{name}") for name in limitation.lacking
    )
    blocks = [say(language, "limit_intro"), "\n".join(f"- {line}" for line in lines)] if lines else []
    # who tells neither a date nor an amount asks how long the period is
    of_periods = bool(lines) and limitation.lacking == ("date", "tier")
    blocks += [say(language, "limit_lacking", what=lacking)] if lacking and not of_periods else []
    if lines:
        if limitation.goes_on:
            blocks.append(say(language, "limit_goes_on", marks=marks(_FROM_THE_END)))
        elif limitation.start and not limitation.is_exact:
            blocks.append(say(language, "limit_not_exact", start=limitation.start))
        no_limit, again = _EXCEPTIONS
        blocks.append(say(language, "limit_except", marks=marks(no_limit), again=marks(again)))
    return [*blocks, *below]


def _of(limit: Limit) -> Iterator[_Place]:
    """What says the range of punishment, and the period for it."""
    if limit.paragraph and limit.paragraph != limit.own.paragraph:
        yield (limit.article, limit.paragraph, None)
    yield (limit.article, limit.own.paragraph, None)
    if limit.own.is_open:
        yield (LONGEST, None, None)
    yield (LIMITATION, 1, limit.period.item)


def _quoted(place: _Place, index: Index, language: str) -> list[Quotation]:
    article, paragraph, item = place
    held = index.units.get((CRIMINAL_LAW, article), {})
    return [
        Quotation(passage, span)
        for passage in held.get(language) or held.get("zh", [])
        for one in paragraphs(passage)
        if paragraph in (None, one.head.paragraph)
        for span in with_item(passage, one, item)
    ]


def _line(limit: Limit, limitation: Limitation, search: Search, index: Index, marks: _Marks) -> str:
    question, language = search.question, search.question.answer_language
    crime = pinpoint(index.authorities[CRIMINAL_LAW], Address(CRIMINAL_LAW, limit.article, limit.paragraph), language)
    tier = say(language, "limit_alone" if limit.alone else f"limit_tier_{limit.own.tier}")
    if not limit.has_figure:
        tier = say(language, "limit_no_figure", tier=tier)
    most = say(language, "limit_years", years=limit.own.years) if limit.own.years else say(language, "limit_life")
    *punished, period = _of(limit)
    said = say(
        language, "limit_line", crime=crime, tier=tier, most=most, years=limit.period.years, marks=marks(*punished), period=marks(period)
    )  # fmt: skip
    if limit.ends is None:
        return said
    said += say(language, "limit_ends", start=limitation.start, ends=limit.ends[1], marks=marks(_FROM_THE_END))
    filed = _days(limitation.filed, language) if limitation.filed else ""
    return said + say(
        language, f"limit_{limit.state(limitation.filed, question.today)}", filed=filed, today=question.today
    )


def _days(days: Days, language: str) -> str:
    return str(days[0]) if days[0] == days[1] else say(language, "time_from_to", begin=days[0], end=days[1])
