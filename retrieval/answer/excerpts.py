"""How much of a passage is quoted: the best paragraphs, items, lines and sentences of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retrieval.address import format_item
from retrieval.answer.items import worth_of_items
from retrieval.answer.lookup import asks_for_wording
from retrieval.index import Index
from retrieval.parts.nearness import Nearness
from retrieval.parts.relevance import Relevance
from retrieval.parts.spans import LONG, Paragraph, Span, paragraphs, sentences
from retrieval.passage import Passage
from retrieval.ranking.legs import TOPIC
from retrieval.ranking.priors import asks_for
from retrieval.search import Search

LINES = {0: 4, 1: 3}  # lines quoted of the first and the second passage in the editors' words; of the others LATER
# paragraphs quoted of the first and the second passage of law; of the others one, or what topics name
PARAGRAPHS = {0: 3, 1: 2}
LATER = 2
COMPARED = 4  # passages whose parts are compared with the question by meaning too: encoding them takes time
NEAR_BEST = 0.55  # of the best one's score, for a further paragraph or line of the same passage
NEAR_BEST_MEANT = (
    0.4  # the same where the nearest topic means the article as a whole: the next paragraph is as much its answer
)
NEAR_BEST_ITEM = 0.6  # the same for a further item of a list that is too long to be quoted whole
# characters; a paragraph with items up to here is quoted whole, in the first two passages and in the later ones: of a short
# list the one item that shares a word with the question may be the wrong one
WHOLE, WHOLE_LATER = {"zh": 420, "en": 1500}, {"zh": 300, "en": 1100}
_REFERS_BACK = re.compile(r"前款|前两款|前三款|preceding (?:\d )?paragraph")


@dataclass(frozen=True)
class _Asked:
    """What a question asks for of a passage.

    :param paragraphs: The paragraphs that it names; of a text told in prose, those that tell of the article it names.
    :param items: The items that it names, each with its paragraph.
    :param article: Whether it names the article as a whole.
    """

    paragraphs: frozenset[int | None]
    items: frozenset[tuple[int | None, str]]
    article: bool


def excerpts(
    passage: Passage, search: Search, index: Index, relevance: Relevance, nearness: Nearness, rank: int
) -> list[Span]:
    """Return the spans to quote of a passage, in the order of its text.

    :param rank: Its place among the passages that are quoted, from 0: the first are quoted more fully.
    """
    if asks_for(search.question, passage.kind):
        rank = min(rank, 1)  # what the question asks for is quoted as fully as what was found first
    own = paragraphs(passage)
    asked = _asked_of(passage, own, search, relevance)
    in_part = passage.is_law_in_part(search.question.as_of, search.question.today)
    is_short = passage.article and len(passage.text) <= LONG[passage.language] and not passage.part
    if is_short and (asked.article or not asked.paragraphs) and not in_part:
        return [Span(0, len(passage.text), own[0].head.paragraph)]
    if asked.article and asks_for_wording(search.question):
        return _joined(passage, [p.whole for p in own])
    near = nearness.scores(passage, [p.whole for p in own]) if rank < COMPARED else [0.0] * len(own)
    scores = {p.head.start: relevance.score_span(passage, p.whole) + more for p, more in zip(own, near, strict=True)}
    pinpointed = search.pinpoints.get(passage.unit, frozenset())
    is_meant = not pinpointed and _is_first_by_topic(passage, search)
    near_best = NEAR_BEST_MEANT if is_meant else NEAR_BEST
    answering = _answering(passage, own, asked, pinpointed, scores, rank, near_best)
    if in_part:
        # what was not yet the law on the day is quoted only if it is what the question is about: that it was not
        named, day = asked.paragraphs | pinpointed, search.question.as_of
        today = search.question.today
        answering = [
            p
            for p in answering
            if p.head.paragraph in named or passage.in_force_on(day, today, p.head.paragraph) != "fail"
        ]
    kept = answering
    if rank < LATER and passage.article:
        kept = _with_preceding(passage, own, answering)
    elif rank < LATER and not asked.paragraphs:
        kept = _with_following(own, answering)
    # what is asked for and what topics name first, then the order of the text; a paragraph only referred to comes last
    ordered = sorted(
        kept,
        key=lambda p: (
            p.head.paragraph not in asked.paragraphs, p.head.paragraph not in pinpointed,
            bool(passage.article) and p not in answering, p.head.start,
        ),
    )  # fmt: skip
    worth = worth_of_items(passage, search, index)
    cut = [_asked_items(p, asked.items) or _cut(passage, p, relevance, rank, worth) for p in ordered]
    return _joined(passage, [span for spans in cut for span in spans])


def _is_first_by_topic(passage: Passage, search: Search) -> bool:
    """Whether an article is the place that answers the nearest topic first."""
    return bool(passage.article) and any(
        found.passage.unit == passage.unit and found.ranks.get(TOPIC) == 1 for found in search.found
    )


def _asked_of(passage: Passage, own: Sequence[Paragraph], search: Search, relevance: Relevance) -> _Asked:
    places = [
        (r.paragraph, r.item)
        for r in search.question.own_references
        if r.article and r.address(passage.authority).article == passage.article and passage.authority in r.authorities
    ]
    if passage.article:
        named = {paragraph for paragraph, _ in places if any(paragraph and p.head.paragraph == paragraph for p in own)}
    else:
        named = {p.head.paragraph for p in own if relevance.tells_of_asked(passage, p.whole)}
    items = frozenset((paragraph, format_item(item)) for paragraph, item in places if item)
    return _Asked(frozenset(named), items, (None, None) in places)


def _answering(
    passage: Passage, own: Sequence[Paragraph], asked: _Asked, pinpointed: frozenset[int], scores: dict[int, float], rank: int,
    near_best: float,
) -> list[Paragraph]:  # fmt: skip
    """The paragraphs that are asked for alone, else the best: those that topics name before those that are only near.

    :param scores: By where a paragraph begins.
    :param near_best: Of the best one's score, for a further one.
    """
    ranked = sorted(
        own,
        key=lambda p: (
            p.head.paragraph not in asked.paragraphs, p.head.paragraph not in pinpointed,
            -scores[p.head.start], p.head.start,
        ),
    )  # fmt: skip
    if asked.paragraphs and not asked.article:
        return [p for p in ranked if p.head.paragraph in asked.paragraphs]
    of_law = max(PARAGRAPHS.get(rank, 1), min(len(pinpointed), PARAGRAPHS[0]))
    if (
        pinpointed
    ):  # by the topics it is known which are meant; one more, where it is not the preceding one that they refer to
        refers = any(p.head.paragraph in pinpointed and _refers_back(passage, p) for p in own)
        of_law = min(of_law, max(len(pinpointed), 1 if refers else 2))
    most = (of_law if passage.article else LINES.get(rank, LATER)) + len(asked.paragraphs)
    least, named = near_best * max(scores.values(), default=0.0), asked.paragraphs | pinpointed
    return [
        p
        for number, p in enumerate(ranked[:most])
        if number == 0 or p.head.paragraph in named or scores[p.head.start] >= least
    ]


def _asked_items(paragraph: Paragraph, asked: frozenset[tuple[int | None, str]]) -> list[Span]:
    """The items of a paragraph that the question names, below the words that they belong to."""
    named = [item for item in paragraph.items if (item.paragraph, item.item) in asked]
    return [paragraph.head, *named] if named else []


def _with_following(own: list[Paragraph], kept: list[Paragraph]) -> list[Paragraph]:
    """Prose goes on: what is said of a point stands in the next line as often as in the line itself."""
    following = own[own.index(kept[0]) + 1 :][:1]
    return list(dict.fromkeys([*kept, *following]))


def _with_preceding(passage: Passage, own: list[Paragraph], kept: list[Paragraph]) -> list[Paragraph]:
    """A paragraph that refers to the preceding one cannot be read without it."""
    result = list(kept)
    for paragraph in kept[:1]:
        position = own.index(paragraph)
        if position and _refers_back(passage, paragraph):
            result.append(own[position - 1])
    return list(dict.fromkeys(result))


def _refers_back(passage: Passage, paragraph: Paragraph) -> bool:
    return bool(_REFERS_BACK.search(passage.text[paragraph.head.start : paragraph.head.end]))


def _cut(
    passage: Passage, paragraph: Paragraph, relevance: Relevance, rank: int, worth: Callable[[Span], float]
) -> list[Span]:
    """A paragraph of fair length whole; of a longer one its head and best items, or its best sentences."""
    whole = paragraph.whole
    length = whole.end - whole.start
    shorter_than = WHOLE if rank < LATER else WHOLE_LATER
    if length <= LONG[passage.language] or (paragraph.items and length <= shorter_than[passage.language]):
        return [whole]
    if paragraph.items:
        scores = {item: relevance.score_span(passage, item) + worth(item) for item in paragraph.items}
        least = NEAR_BEST_ITEM * max(scores.values())
        best = sorted(paragraph.items, key=lambda item: (-scores[item], item.start))[: 3 if rank < LATER else 1]
        chosen = {i for i in best if scores[i] >= least}
        chosen |= {_first_line(paragraph, item) for item in chosen}
        return [paragraph.head, *sorted(chosen, key=lambda item: item.start)]
    best = sorted(sentences(passage, paragraph.head), key=lambda s: (-relevance.score_span(passage, s), s.start))
    return sorted(best[:2], key=lambda s: s.start)


def _first_line(paragraph: Paragraph, line: Span) -> Span:
    """The line with which the item begins that a line goes on: it says what the rest is about."""
    return next(item for item in paragraph.items if item.item == line.item) if line.item else line


def _joined(passage: Passage, spans: list[Span]) -> list[Span]:
    """Neighbours of one paragraph, and neighbouring lines without an address of their own, make one quotation."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        between = passage.text[last.end : span.start] if last else ""
        # a quotation with a blank line in it would read as if it ended there
        near = last is not None and not between.strip() and between.count("\n") < 2
        if last and near and (not passage.article or (last.paragraph == span.paragraph and not span.item)):
            joined[-1] = Span(last.start, span.end, last.paragraph)
        else:
            joined.append(span)
    return joined
