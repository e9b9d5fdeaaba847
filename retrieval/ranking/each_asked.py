"""A message that asks several things: each is read by itself too, and what plainly answers it is not left out.

"Which tier are we in, and does opening the door count as voluntary surrender?": the whole is near to what it tells most of,
and what it asks last, in a few words, would be drowned.
"""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.fusion import strictly_decreasing
from retrieval.index import Index
from retrieval.question import Question, beside
from retrieval.ranking.asked_rule import names_rule
from retrieval.ranking.found import Found
from retrieval.reading.several import asked_parts
from retrieval.references.find import find_references
from retrieval.words.tokens import content_words

MOST = 4  # things asked
_LEAST_WORDS = 2  # that say what is asked: of "can he?" nothing is found that answers it
# a passage on which the legs agree; that of a question which says too little stays below it, unless it names its rule
PLAIN, OF_RULE = 1.2, 0.7
ALONE, _AHEAD = 1.0, 2.0  # one that stands alone, so many times as high as the next: how long can they hold him
# of that passage's score, for a second one: a definition and the notice on it
_NEAR_BEST = 0.75
_OF_EACH = 2


def asked_apart(question: Question, index: Index) -> list[Question]:
    """Return the readings of a question by each of the things that it asks; none if it asks but one, or points back."""
    if question.context:
        return []
    parts = asked_parts(question.text)
    if len(parts) < 2:
        return []
    telling = [part for part in parts if len(content_words(part)) >= _LEAST_WORDS]
    return [_reading(part, question, index) for part in telling[:MOST]]


def _reading(part: str, question: Question, index: Index) -> Question:
    own = tuple(find_references(part, index.registry))
    read = replace(
        question, text=part, own_terms=tuple(index.glossary.find(part)), references=own, own_references=own,
        cited=(), earlier=(),
    )  # fmt: skip
    return beside("", read, index)


def with_each_answered(found: Sequence[Found], parts: Sequence[tuple[Question, Sequence[Found]]]) -> list[Found]:
    """Return what was found, behind its first law what plainly answers each of the things asked.

    :param parts: Each of these with what was found for it.
    """
    plain = [own[:_OF_EACH] for part, own in parts if own and _is_plain(part, own)]
    near = [[one for one in own if one.score >= _NEAR_BEST * own[0].score] for own in plain]
    answers = [own[at] for at in range(_OF_EACH) for own in near if at < len(own)]
    if not answers or not found:
        return list(found)
    # a commentary found first is quoted behind the law anyway
    head = next((at for at, one in enumerate(found) if one.passage.kind.is_law), 0) + 1
    ordered = list({one.passage.unit: one for one in (*found[:head], *answers, *found[head:])}.values())
    raised = {one.passage.unit for one in answers}
    top = found[0].score
    scores = strictly_decreasing(top if one.passage.unit in raised else min(one.score, top) for one in ordered)
    return [replace(one, score=score) for one, score in zip(ordered, scores, strict=True)]


def _is_plain(part: Question, own: Sequence[Found]) -> bool:
    """Whether what was found first plainly answers one of the things asked."""
    best, second = own[0].score, own[1].score if len(own) > 1 else 0.0
    return best >= (OF_RULE if names_rule(part) else PLAIN) or (best >= ALONE and best >= _AHEAD * second)
