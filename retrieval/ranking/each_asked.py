"""A message that asks several things: each is read by itself too, and what plainly answers it is not left out.

"Which tier are we in, and does opening the door count as voluntary surrender?": the whole is near to what it tells most of,
and what it asks last, in a few words, would be drowned.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.fusion import strictly_decreasing
from retrieval.index import Index
from retrieval.question import Question, beside
from retrieval.ranking.asked_rule import asks_for_range, names_rule
from retrieval.ranking.found import Found
from retrieval.ranking.legs import ASKED, TOPIC
from retrieval.ranking.remedies import remedy_reading
from retrieval.reading.charges import charges_in
from retrieval.reading.roles import RULES, part_named
from retrieval.reading.several import asked_parts
from retrieval.references.find import find_references
from retrieval.words.tokens import content_words

MOST = 4  # things asked
_LEAST_WORDS = 2  # that say what is asked: of "can he?" nothing is found that answers it
# a passage on which the legs agree; that of a question which says too little stays below it, unless it names its rule
PLAIN, OF_RULE = 1.2, 0.7
ALONE, _AHEAD = 1.0, 2.0  # one that stands alone, so many times as high as the next: how long can they hold him
_AGREED = (
    0.35  # an article to which topics and written questions lead alike: what is asked in few words has no higher score
)
_OTHER_FIRST = 2  # the place among the one that the article has which is first among the other
# of that passage's score, for a second one: a definition and the notice on it
_NEAR_BEST = 0.75
_OF_EACH = 2
_PERSON = re.compile("[甲乙丙丁]")
_PIECE = re.compile("[^,，;；。.!！?？]+")


def asked_apart(question: Question, index: Index) -> list[Question]:
    """Return the readings of a question by each of the things that it asks; none if it asks but one.

    Those of a follow-up too: what stands by itself there is asked as plainly, and what leans on the rest finds nothing plain.
    """
    parts = asked_parts(question.text)
    if len(parts) < 2:
        return []
    telling = [part for part in parts if len(content_words(part)) >= _LEAST_WORDS]
    own = [_reading(part, question, index) for part in telling[:MOST] if not _is_of_the_whole(part, question, index)]
    return [part for part in own if not remedy_reading(part, index)]  # a remedy is read from the whole


def _reading(part: str, question: Question, index: Index) -> Question:
    part = _with_role(part, question, index)
    own = tuple(find_references(part, index.registry))
    read = replace(
        question, text=part, own_terms=tuple(index.glossary.find(part)), references=own, own_references=own,
        cited=(), earlier=(),
    )  # fmt: skip
    return beside("", read, index)


def _is_of_the_whole(part: str, question: Question, index: Index) -> bool:
    """Whether a part asks for the range of punishment of a crime that stands elsewhere in the message."""
    named = charges_in(question.understood, question.references, index)
    return asks_for_range(part) and bool(named) and not charges_in(part, (), index)


def _with_role(part: str, question: Question, index: Index) -> str:
    """What is asked of somebody in a criminal case, as one for the part that he had in it: what can the helper hope for.

    Who is named by a letter alone has the part that is told of him: 乙做客服, 乙能争取什么.
    """
    if not charges_in(question.understood, question.references, index):
        return part
    named = set(_PERSON.findall(part))
    told = [piece for piece in _PIECE.findall(question.text) if named & set(_PERSON.findall(piece))]
    role = part_named(" ".join(told) or part)
    return RULES[role][question.language] + part if role else part


def with_each_answered(
    found: Sequence[Found], parts: Sequence[tuple[Question, Sequence[Found]]], follows: bool
) -> list[Found]:
    """Return what was found, behind its first law what plainly answers each of the things asked.

    :param parts: Each of these with what was found for it.
    :param follows: Whether they are of a follow-up, and may lean on what was asked before.
    """
    plain = [_plain(part, own, follows) for part, own in parts if own]
    answers = [own[at] for at in range(_OF_EACH) for own in plain if at < len(own)]
    if not answers or not found:
        return list(found)
    # a commentary found first is quoted behind the law anyway
    head = next((at for at, one in enumerate(found) if one.passage.kind.is_law), 0) + 1
    ordered = list({one.passage.unit: one for one in (*found[:head], *answers, *found[head:])}.values())
    raised = {one.passage.unit for one in answers}
    top = found[0].score
    scores = strictly_decreasing(top if one.passage.unit in raised else min(one.score, top) for one in ordered)
    return [replace(one, score=score) for one, score in zip(ordered, scores, strict=True)]


def _plain(part: Question, own: Sequence[Found], follows: bool) -> list[Found]:
    """What plainly answers one of the things asked: what was found first, and a second one that is as near."""
    if _is_plain(part, own):
        return [one for one in own[:_OF_EACH] if one.score >= _NEAR_BEST * own[0].score]
    agreed = not follows and own[0].score >= _AGREED and own[0].passage.article and _is_agreed(own[0])
    return [own[0]] if agreed else []


def _is_plain(part: Question, own: Sequence[Found]) -> bool:
    """Whether what was found first has a score that says so by itself."""
    best, second = own[0].score, own[1].score if len(own) > 1 else 0.0
    return best >= (OF_RULE if names_rule(part) else PLAIN) or (best >= ALONE and best >= _AHEAD * second)


def _is_agreed(found: Found) -> bool:
    """Whether topics and the questions written for places both have a passage among the first, one of them first of all."""
    ranks = sorted(found.ranks.get(leg, _OTHER_FIRST + 1) for leg in (TOPIC, ASKED))
    return ranks[0] == 1 and ranks[1] <= _OTHER_FIRST
