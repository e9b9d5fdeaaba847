"""Put what the legs found in one order: fused by rank, weighed by what it is, by its status and by the date."""

from math import exp

from retrieval.authority import Status
from retrieval.fusion import fuse, strictly_decreasing
from retrieval.index import Index
from retrieval.passage import Passage, Unit
from retrieval.question import Question
from retrieval.ranking.closeness import Closeness
from retrieval.ranking.found import Found
from retrieval.ranking.leg_results import LegResults
from retrieval.ranking.legs import ASKED, REFERENCE, TOPIC, same_number
from retrieval.ranking.priors import asks_for_result, is_result
from retrieval.ranking.shown import shown_passage, telling_part
from retrieval.ranking.tuning import Tuning, tuning_for
from retrieval.ranking.worth import Worth

NOT_IN_FORCE = 0.5
REVISED = 0.8  # the text of a law that goes on as revised, where the revision is not held: there is no other
BEHIND_NAMED = 0.99  # of a version's score, for the same provision in the law of today
BESIDE_BRIEF = 0.95  # of a brief's score, for the section that says how its case ended, if that is asked

Scored = tuple[Passage, float, dict[str, int]]
Earned = dict[Unit, tuple[float, dict[str, int]]]


def rank(index: Index, question: Question, results: LegResults, k: int, topic_similarity: float) -> list[Found]:
    """Return the first passages of all that the legs found, the best first.

    :param k: How many.
    :param topic_similarity: That of the phrase nearest to the question.
    """
    tuning = tuning_for(index, question, topic_similarity, results.closeness.question)
    worth = Worth(question, results, tuning, index)
    scored: list[Scored] = []
    earned: Earned = {}
    for unit, fused, ranks in fuse(results.lists, tuning.legs):
        passage = shown_passage(unit, results.best, question, index)
        if passage is None:
            continue
        passage = telling_part(passage, question, index)
        score = worth.score(passage, fused, ranks)
        score = _by_date((passage, score, ranks), earned, question, index)
        scored.append((passage, score, ranks))
    if asks_for_result(question) and (first := _first_brief(scored)):
        for unit, held in index.units.items():
            if unit[0] == first[0].authority and any(is_result(p) for own in held.values() for p in own):
                _earn(earned, unit, BESIDE_BRIEF * first[1], first[2])
    scored = _with_earned(index, scored, earned, question, results)
    scored = _brought_near(scored, results.closeness, tuning, worth.named)
    scored.sort(key=lambda entry: (-entry[1], entry[0].id))
    scores = strictly_decreasing(score for _, score, _ in scored[:k])
    return [Found(p, s, r) for (p, _, r), s in zip(scored, scores, strict=False)]


def _by_date(scored: Scored, earned: Earned, question: Question, index: Index) -> float:
    """Return the score of a passage by whether it was the law on the date; what was, earns it in its place.

    :param earned: What units earn by others; added to.
    """
    passage, score, ranks = scored
    outdated = passage.kind.is_law and passage.in_force_on(question.as_of, question.today) == "fail"
    if not outdated or index.authorities[passage.authority].applies_to_earlier(question.as_of):
        return score
    twin = index.versions.counterpart(passage.unit, question.as_of)
    if not twin:
        return score * _alone(passage, question)
    # a number that the law of the day had too means that law's article first
    numbered = REFERENCE in ranks and same_number([passage.unit], index, question.as_of, question.today)
    named_so = REFERENCE in ranks and not question.dated  # an old version by its name comes before its twin
    share = BEHIND_NAMED * NOT_IN_FORCE if named_so else NOT_IN_FORCE if numbered else 1.0
    _earn(earned, twin, score * share, ranks)
    return score * NOT_IN_FORCE


def _alone(passage: Passage, question: Question) -> float:
    """What a text that was not the law on the day is worth, no other version of it being held."""
    if question.decided and passage.in_force_on(question.decided, question.today) != "fail":
        return 1.0  # by it what was done before is decided: the time limit of a penalty
    later = passage.effective_from is not None and question.as_of < passage.effective_from
    earlier_wording = later and passage.reworded and passage.in_force_on(question.today, question.today) == "pass"
    return REVISED if earlier_wording or passage.status_on(question.today) is Status.AMENDED else NOT_IN_FORCE


def _brought_near(scored: list[Scored], closeness: Closeness, tuning: Tuning, named: set[str]) -> list[Scored]:
    """Raise what is nearer than the rest; what the question names, an article or a whole authority, stays before it."""
    factors = [
        exp(
            tuning.text * closeness.texts(passage.unit)
            + tuning.question * closeness.questions(passage.unit)
            + tuning.topic * closeness.topics(passage.unit)
            + tuning.leading * closeness.leading(passage.unit)
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


def _first_brief(scored: list[Scored]) -> Scored | None:
    """The best passage of a case or a penalty."""
    briefs = [one for one in scored if one[0].kind.is_decision]
    return max(briefs, key=lambda one: (one[1], one[0].id), default=None)


def _earn(earned: Earned, unit: Unit, score: float, ranks: dict[str, int]) -> None:
    if unit not in earned or score > earned[unit][0]:
        earned[unit] = (score, ranks)


def _with_earned(
    index: Index, scored: list[Scored], earned: Earned, question: Question, results: LegResults
) -> list[Scored]:
    """Raise units to what others have earned for them: the version in force on the date, the result of a case."""
    raised = []
    for passage, score, ranks in scored:
        other, others = earned.pop(passage.unit, (0.0, ranks))
        told = {leg: rank for leg, rank in others.items() if leg in (TOPIC, ASKED)}  # what both versions are about
        raised.append((passage, max(score, other), told | ranks or others))
    for unit, (score, ranks) in earned.items():
        if passage := shown_passage(unit, results.best, question, index):
            raised.append((passage, score, ranks))
    return raised
