"""Put what the legs found in one order: fused by rank, weighed by kind, section, status and date."""

from math import exp

from retrieval.authority import Coverage, Kind, Status
from retrieval.fusion import K, fuse, strictly_decreasing
from retrieval.index import Index
from retrieval.language import LANGUAGES
from retrieval.passage import Passage, Unit
from retrieval.question import Question
from retrieval.ranking.closeness import Closeness
from retrieval.ranking.found import Found
from retrieval.ranking.legs import ASKED, REFERENCE, TOPIC, Allowed, same_number
from retrieval.ranking.other_sense import OTHER_SENSE, fines_of_courts, is_of_other_sense
from retrieval.ranking.own_use import (
    CRIME,
    OTHER_MATTER,
    crimes_beside_use,
    crimes_of_other_matters,
    is_found_by_meaning_alone,
)
from retrieval.ranking.priors import asks_for_result, is_result, is_view
from retrieval.ranking.tuning import Tuning, tuning_for
from retrieval.reading.held import tells_of

NOT_IN_FORCE = 0.5
REVISED = 0.8  # the text of a law that goes on as revised, where the revision is not held: there is no other
BEHIND_NAMED = 0.99  # of a version's score, for the same provision in the law of today
RESTATED = 0.8  # our words about a law whose text is not held
BESIDE_BRIEF = 0.95  # of a brief's score, for the section that says how its case ended, if that is asked

Scored = tuple[Passage, float, dict[str, int]]
Earned = tuple[float, dict[str, int]]


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
    tuning = tuning_for(index, question, topic_similarity, closeness.question)
    weights = tuning.legs
    named = {name for r in question.references if r.article is None for name in r.authorities}
    crimes, fines = crimes_beside_use(index, question), fines_of_courts(question, index)
    others = crimes_of_other_matters(index, question, lists.get(ASKED, []))
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
        score *= _weight(passage, index, question, tuning) * (CRIME if unit in crimes else 1.0)
        score *= OTHER_SENSE if unit in fines else 1.0
        if unit in others and is_found_by_meaning_alone(ranks):
            score *= OTHER_MATTER
        if unit[0] in named:
            score += tuning.named
        outdated = passage.kind.is_law and passage.in_force_on(question.as_of, question.today) == "fail"
        if outdated and not index.authorities[unit[0]].applies_to_earlier(question.as_of):
            if twin := index.versions.counterpart(unit, question.as_of):
                # a number that the law of the day had too means that law's article first
                numbered = REFERENCE in ranks and same_number([unit], index, question.as_of, question.today)
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


def _weight(passage: Passage, index: Index, question: Question, tuning: Tuning) -> float:
    """What a passage is worth by its kind, its section, what it is about and whose words it is in."""
    told = passage.kind.is_law and index.authorities[passage.authority].coverage == Coverage.RESTATED
    sense = OTHER_SENSE if is_of_other_sense(passage, question) else 1.0
    kind = Kind.COMMENTARY if told and is_view(passage) else passage.kind  # what we hold of a law is no law
    return tuning.kinds[kind] * tuning.section(passage, question) * sense * (RESTATED if told else 1.0)


def _alone(passage: Passage, question: Question) -> float:
    """What a text that was not the law on the day is worth, no other version of it being held."""
    if question.decided and passage.in_force_on(question.decided, question.today) != "fail":
        return 1.0  # by it what was done before is decided: the time limit of a penalty
    return REVISED if passage.status_on(question.today) is Status.AMENDED else NOT_IN_FORCE


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
        told = {leg: rank for leg, rank in others.items() if leg in (TOPIC, ASKED)}  # what both versions are about
        raised.append((passage, max(score, other), told | ranks or others))
    for unit, (score, ranks) in earned.items():
        if passage := _show(index, unit, question.language, best, allowed):
            raised.append((passage, score, ranks))
    return raised


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
