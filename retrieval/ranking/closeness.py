"""How near a place is to a question beside the other places found: what the ranks in the legs do not say."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from retrieval.passage import Unit

NEAREST = 20  # places whose mean similarity counts as zero
# in cosine similarity: a topic's further places answer it less directly than the one before
LESS_DIRECT = 0.008
LAST = 40  # what lies further than the last of so many places is taken to be as far as that one
Similar = tuple[Unit, float]


@dataclass(frozen=True)
class Closeness:
    """How near places are.

    :param texts: Place to how near its text is, in cosine similarity above the mean of the nearest.
    :param questions: Place to how near the questions written for it are, likewise.
    :param topics: Place to how near the topics are that it answers, likewise.
    :param question: The cosine similarity of the nearest question written for any place; 0 if there is none.
    :param leading: Place to how much nearer the nearest topic is, which it answers, than any that is answered elsewhere.
    """

    texts: Callable[[Unit], float]
    questions: Callable[[Unit], float]
    topics: Callable[[Unit], float]
    question: float
    leading: Callable[[Unit], float] = lambda _: 0.0


def above(found: Iterable[Similar]) -> tuple[Mapping[Unit, float], float]:
    """Return how far each place's similarity lies above the mean of the nearest, and how far that of any other.

    :param found: Places with their cosine similarities, the nearest first; the first of a place counts.
    """
    similarity: dict[Unit, float] = {}
    for unit, value in found:
        similarity.setdefault(unit, value)
        if len(similarity) == LAST:
            break
    if not similarity:
        return {}, 0.0
    values = list(similarity.values())
    nearest = values[:NEAREST]
    mean = sum(nearest) / len(nearest)
    return {unit: value - mean for unit, value in similarity.items()}, values[-1] - mean


def of_texts(legs: Iterable[Iterable[Similar]]) -> Callable[[Unit], float]:
    """Return how near a place's text is, in the language in which it is nearer.

    :param legs: What each dense leg found.
    """
    found = [above(leg) for leg in legs]
    return lambda unit: max((near.get(unit, other) for near, other in found), default=0.0)


def of_questions(found: Iterable[Similar], have_some: Callable[[Unit], bool]) -> Callable[[Unit], float]:
    """Return how near the questions written for a place are; 0 for a place that has none.

    :param found: The places of the nearest written questions.
    :param have_some: Whether any were written for a place.
    """
    near, other = above(found)
    return lambda unit: near.get(unit, other) if have_some(unit) else 0.0


def of_topics(found: Iterable[tuple[Sequence[Unit], float]]) -> Callable[[Unit], float]:
    """Return how near the topics are that a place answers; 0 for a place of none that is nearer than most.

    A topic is near to a question as a whole: that it is far says nothing against a place that it names besides.

    :param found: The places of the nearest topics' phrases, each phrase's most direct first, with its similarity.
    """
    similar = [(unit, similarity - LESS_DIRECT * at) for units, similarity in found for at, unit in enumerate(units)]
    near, _ = above(sorted(similar, key=lambda own: -own[1]))
    return lambda unit: max(0.0, near.get(unit, 0.0))


def of_leading_topic(found: Sequence[tuple[Sequence[Unit], float]]) -> Callable[[Unit], float]:
    """Return how far the nearest topic leads, for the places that answer it; 0 for others.

    It leads before topics that none of its places answers: those that it shares a place with say the same.

    :param found: The places of the nearest topics' phrases with their similarities, the nearest first.
    """
    if not found:
        return lambda _: 0.0
    units, similarity = found[0]
    own = set(units)
    other = next((value for places, value in found if not own & set(places)), found[-1][1])
    lead = max(0.0, similarity - other)
    return lambda unit: lead if unit in own else 0.0
