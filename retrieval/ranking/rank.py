"""Put what the legs found in one order: fused by rank, weighed by kind, section, status and date."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import exp

from retrieval.authority import Coverage, Kind, Status
from retrieval.fusion import K, fuse, strictly_decreasing
from retrieval.index import Index
from retrieval.language import LANGUAGES
from retrieval.model.reranker import Reranker
from retrieval.passage import Passage, Unit
from retrieval.question import Question
from retrieval.ranking.closeness import Closeness
from retrieval.ranking.legs import ASKED, CITING, LEARNED, NOTE, REFERENCE, TERM, TOPIC, Allowed, same_number
from retrieval.ranking.own_use import SUPPLY, crimes_of_supply
from retrieval.ranking.priors import asks_for_result, is_result, kind_weights, section_weight
from retrieval.reading.held import tells_of

WEIGHTS = {REFERENCE: 8.0, TERM: 1.0, NOTE: 1.2, TOPIC: 3.0, CITING: 1.0, ASKED: 1.5}
OTHER_LANGUAGE = 0.6
# of a dense leg whose questions an adapter maps: question's and passages' language to the weight near to this corpus's
# topics and far from them, where an English question is more likely about law that is held in Chinese alone
ADAPTED = {("zh", "zh"): (1.5, 2.0), ("en", "zh"): (1.5, 3.0)}
# of the learned order, near to the topics and far from them: it was learned from questions about all kinds of law
LEARNED_WEIGHT = (0.0, 20.0)
# a question is far below the first similarity of the nearest topic phrase and near from the second one on; to a far one
# the topics say nothing
TOPIC_SIMILARITY = {"zh": (0.87, 0.90), "en": (0.85, 0.89)}
# the same for the questions written for places: near to none of them, they say nothing
ASKED_SIMILARITY = {"zh": (0.87, 0.90), "en": (0.83, 0.86)}
# what .01 of cosine similarity above the other places is worth, as a share of the score: of a text, of its questions, of
# the topics that it answers
NEARER_TEXT, NEARER_QUESTION, NEARER_TOPIC = 0.094, 0.08, 0.03
# of a question that is all but a topic's phrase, or names the corpus's subject, it is known what it is about: law that is
# held in another language alone, as far as its place in that language stands for one in the question's, is then left to
# the legs that found it
VERY_NEAR = (0.89, 0.92)
LEAST_NEAR = 0.8  # how near to the topics a question is at least that names the corpus's subject: VPN, 梯子
NAMED_AUTHORITY = 0.12  # added to the units of an authority that the question names as a whole
NOT_IN_FORCE = 0.5
REVISED = 0.8  # the text of a law that goes on as revised, where the revision is not held: there is no other
BEHIND_NAMED = 0.99  # of a version's score, for the same provision in the law of today
RESTATED = 0.8  # our words about a law whose text is not held
BESIDE_BRIEF = 0.95  # of a brief's score, for the section that says how its case ended, if that is asked
RERANKED = 20  # passages that a cross-encoder, if one is set, puts in order

Scored = tuple[Passage, float, dict[str, int]]
Earned = tuple[float, dict[str, int]]


@dataclass(frozen=True)
class Found:
    """A passage with its place in the result.

    :param ranks: The unit's rank in each leg that found it.
    """

    passage: Passage
    score: float
    ranks: dict[str, int] = field(default_factory=dict)


def rank(
    index: Index,
    question: Question,
    lists: dict[str, list[Unit]],
    best: dict[tuple[Unit, str], Passage],
    allowed: Allowed,
    k: int,
    topic_similarity: float,
    closeness: Closeness,
) -> list[Found]:
    """Return the first passages of all that the legs found, the best first.

    :param lists: Each leg's units, the nearest first.
    :param best: The passage by which a unit was found, in each language.
    :param k: How many.
    :param topic_similarity: That of the phrase nearest to the question.
    :param closeness: How near the units are.
    """
    tuning = _tuning(index, question, topic_similarity, closeness.question)
    weights = tuning.legs
    named = {name for r in question.references if r.article is None for name in r.authorities}
    of_supply = crimes_of_supply(index, question)
    scored: list[Scored] = []
    earned: dict[Unit, Earned] = {}
    for unit, score, ranks in fuse(lists, weights):
        passage = _show(index, unit, question.language, best, allowed)
        if passage is None:
            continue
        passage = _telling_part(index, passage, question, allowed)
        if question.language not in index.units[unit]:
            # topics know nothing of added documents
            score += (1.0 if passage.kind is Kind.DOCUMENT else tuning.standing_in) * sum(
                weights[own] / (K + ranks[leg]) for leg, own in _stand_ins(question.language) if leg in ranks
            )
        if passage.kind is Kind.DOCUMENT and passage.language == question.language:
            # the mapped leg weighs much for law that is not translated; an added document is in its own words already
            score *= max(
                1.0, *(weights[f"dense-{other}"] / weights[f"dense-{passage.language}"] for other in LANGUAGES)
            )
        score *= _weight(passage, index, question, tuning) * (SUPPLY if unit in of_supply else 1.0)
        if unit[0] in named:
            score += tuning.named
        outdated = passage.kind.is_law and passage.in_force_on(question.as_of) == "fail"
        if outdated and not index.authorities[unit[0]].applies_to_earlier(question.as_of):
            if twin := index.versions.counterpart(unit, question.as_of):
                # a number that the law of the day had too means that law's article first
                numbered = REFERENCE in ranks and same_number([unit], index, question.as_of)
                named_so = REFERENCE in ranks and not question.dated  # an old version by its name comes before its twin
                share = BEHIND_NAMED * NOT_IN_FORCE if named_so else NOT_IN_FORCE if numbered else 1.0
                _earn(earned, twin, score * share, ranks)
            score *= NOT_IN_FORCE if twin else _alone(passage, question)
        scored.append((passage, score, ranks))
    if asks_for_result(question) and (first := _first_brief(scored)):
        for unit, held in index.units.items():
            if unit[0] == first[0].authority and any(is_result(p) for own in held.values() for p in own):
                _earn(earned, unit, BESIDE_BRIEF * first[1], first[2])
    scored = _with_earned(index, scored, earned, question, best, allowed)
    scored = _brought_near(scored, closeness, tuning, named)
    scored.sort(key=lambda entry: (-entry[1], entry[0].id))
    scores = strictly_decreasing(score for _, score, _ in scored[:k])
    return [Found(p, s, r) for (p, _, r), s in zip(scored, scores, strict=False)]


def _weight(passage: Passage, index: Index, question: Question, tuning: "_Tuning") -> float:
    """What a passage is worth by its kind, its section and whose words it is in."""
    told = passage.kind.is_law and index.authorities[passage.authority].coverage == Coverage.RESTATED
    return tuning.kinds[passage.kind] * tuning.section(passage, question) * (RESTATED if told else 1.0)


def _alone(passage: Passage, question: Question) -> float:
    """What a text that was not the law on the day is worth, no other version of it being held."""
    if question.decided and passage.in_force_on(question.decided) != "fail":
        return 1.0  # by it what was done before is decided: the time limit of a penalty
    return REVISED if passage.status is Status.AMENDED else NOT_IN_FORCE


@dataclass(frozen=True)
class _Tuning:
    """What the gold pairs of the split dev have decided.

    :param legs: Leg to weight.
    :param kinds: Kind to weight.
    :param named: Added to the units of an authority that the question names as a whole.
    :param standing_in: How far a place in another language's leg stands for one in the question's.
    :param section: What a section of a brief is worth.
    :param text: What a text's closeness is worth.
    :param question: What the closeness of the questions written for a place is worth.
    :param topic: What the closeness of the topics that a place answers is worth.
    """

    legs: dict[str, float]
    kinds: dict[Kind, float]
    named: float
    standing_in: float
    section: Callable[[Passage, Question], float]
    text: float
    question: float
    topic: float


def _tuning(index: Index, question: Question, topic_similarity: float, asked_similarity: float) -> _Tuning:
    weights, kinds = leg_weights(index, question, topic_similarity, asked_similarity), kind_weights(question)
    if not index.tuned:
        plain = dict.fromkeys(weights, 1.0) | {ASKED: 0.0}  # its questions were written as pairs to learn from
        return _Tuning(plain, dict.fromkeys(kinds, 1.0), 0.0, 0.0, lambda *_: 1.0, 0.0, 0.0, 0.0)
    standing_in = 0.0 if question.names_subject else 1 - _share(topic_similarity, VERY_NEAR)
    asked = weights[ASKED] / WEIGHTS[ASKED]
    # beside the question before it, a follow-up is near to that one's topics
    topic = 0.0 if question.context else NEARER_TOPIC * weights[TOPIC] / WEIGHTS[TOPIC]
    return _Tuning(
        weights,
        kinds,
        NAMED_AUTHORITY,
        standing_in,
        section_weight,
        100 * NEARER_TEXT,
        100 * NEARER_QUESTION * asked,
        100 * topic,
    )


def _near(question: Question, topic_similarity: float) -> float:
    """How near to the topics a question is, 0 to 1."""
    near = _share(topic_similarity, TOPIC_SIMILARITY[question.language])
    return max(near, LEAST_NEAR) if question.names_subject else near


def learned_weight(question: Question, topic_similarity: float) -> float:
    """Return what the learned order weighs for a question; 0: it need not be asked."""
    near = _near(question, topic_similarity)
    return near * LEARNED_WEIGHT[0] + (1 - near) * LEARNED_WEIGHT[1]


def leg_weights(index: Index, question: Question, topic_similarity: float, asked_similarity: float) -> dict[str, float]:
    """Return what each leg weighs for a question."""
    near = _near(question, topic_similarity)
    weights = dict(WEIGHTS)
    weights[TOPIC] *= near
    weights[ASKED] *= _share(asked_similarity, ASKED_SIMILARITY[question.language])
    weights[LEARNED] = learned_weight(question, topic_similarity)
    for language in LANGUAGES:
        usual = 1.0 if language == question.language else OTHER_LANGUAGE
        weights[f"dense-{language}"] = weights[f"lexical-{language}"] = usual
        direction = (question.language, language)
        if index.shelf.has(*direction) and direction in ADAPTED:
            close, far = ADAPTED[direction]
            weights[f"dense-{language}"] = near * close + (1 - near) * far
    return weights


def _brought_near(scored: list[Scored], closeness: Closeness, tuning: _Tuning, named: set[str]) -> list[Scored]:
    """Raise what is nearer than the rest; what the question names, an article or a whole authority, stays before it."""
    factors = [
        exp(
            tuning.text * closeness.texts(passage.unit)
            + tuning.question * closeness.questions(passage.unit)
            + tuning.topic * closeness.topics(passage.unit)
        )
        for passage, _, _ in scored
    ]
    most = max(factors, default=1.0)
    own = max(
        (f for (passage, _, _), f in zip(scored, factors, strict=True) if passage.authority in named), default=1.0
    )
    raised = []
    for (passage, score, ranks), factor in zip(scored, factors, strict=True):
        if REFERENCE in ranks:
            factor = most
        elif passage.authority in named:
            factor *= most / own
        raised.append((passage, score * factor, ranks))
    return raised


def _share(value: float, bounds: tuple[float, float]) -> float:
    """Where a value lies between two bounds, from 0 at the first to 1 at the second."""
    low, high = bounds
    return min(1.0, max(0.0, (value - low) / (high - low)))


def _stand_ins(language: str) -> list[tuple[str, str]]:
    """Each leg of other languages with that of the question's, in which a unit held in them alone cannot be found.

    Its place in the one stands for that in the other; else what is translated would always come first.
    """
    return [
        (f"{way}-{other}", f"{way}-{language}")
        for way in ("dense", "lexical")
        for other in LANGUAGES
        if other != language
    ]


def _first_brief(scored: list[Scored]) -> Scored | None:
    """The best passage of a case or a penalty."""
    briefs = [one for one in scored if one[0].kind in (Kind.CASE, Kind.PENALTY)]
    return max(briefs, key=lambda one: (one[1], one[0].id), default=None)


def _earn(earned: dict[Unit, Earned], unit: Unit, score: float, ranks: dict[str, int]) -> None:
    if unit not in earned or score > earned[unit][0]:
        earned[unit] = (score, ranks)


def _with_earned(
    index: Index,
    scored: list[Scored],
    earned: dict[Unit, Earned],
    question: Question,
    best: dict[tuple[Unit, str], Passage],
    allowed: Allowed,
) -> list[Scored]:
    """Raise units to what others have earned for them: the version in force on the date, the result of a case."""
    raised = []
    for passage, score, ranks in scored:
        other, others = earned.pop(passage.unit, (0.0, ranks))
        raised.append((passage, max(score, other), ranks or others))
    for unit, (score, ranks) in earned.items():
        if passage := _show(index, unit, question.language, best, allowed):
            raised.append((passage, score, ranks))
    return raised


def rerank(reranker: Reranker, question: Question, found: list[Found]) -> list[Found]:
    """Order the first passages by the cross-encoder; what the question names by its number stays in front.

    Each place keeps its score, which says how near the best the passages are: a cross-encoder's scores do not.
    """
    named = [f for f in found if REFERENCE in f.ranks]
    others = [f for f in found if REFERENCE not in f.ranks]
    scores = reranker.scores(question.in_one_language, [f.passage.text for f in others[:RERANKED]])
    ranked = sorted(zip(scores, others, strict=False), key=lambda pair: (-pair[0], pair[1].passage.id))
    ordered = [*named, *(f for _, f in ranked), *others[RERANKED:]]
    return [replace(f, score=place.score) for f, place in zip(ordered, found, strict=True)]


def _telling_part(index: Index, passage: Passage, question: Question, allowed: Allowed) -> Passage:
    """The part of a long section that tells of the article that the question names, else the one that was found."""
    asked = any(r.article and passage.authority in r.authorities for r in question.references)
    if passage.article or not asked:
        return passage
    parts = [part for part in index.units[passage.unit].get(passage.language, []) if allowed(part)]
    told = (part for part in parts if tells_of(part.text, part.authority, question.references, index))
    return next(told, passage)


def _show(
    index: Index, unit: Unit, language: str, best: dict[tuple[Unit, str], Passage], allowed: Allowed
) -> Passage | None:
    """Return the passage that stands for a unit: in the question's language if there is one, the part that was found."""
    for wanted in (language, *(other for other in LANGUAGES if other != language)):
        if found := best.get((unit, wanted)):
            return found
        own = [p for p in index.units[unit].get(wanted, []) if allowed(p)]
        if own:
            hit = next((best[unit, other] for other in LANGUAGES if (unit, other) in best), None)
            return own[min(hit.part, len(own) - 1)] if hit else own[0]
    return None
