"""What a question asks for comes before what it asks it of: a remedy, a rule for every crime, each side compared."""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.amounts.bases import concerns
from retrieval.amounts.placed import TIERS, Placed, thresholds_on
from retrieval.authority import CRIMINAL_LAW, Kind
from retrieval.fusion import strictly_decreasing
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.question import Question
from retrieval.ranking.asked_rule import (
    asks_for_range,
    asks_for_threshold,
    asks_of_crime,
    is_general,
    names_rule,
    names_threshold,
    rules_found,
    rules_of_terms,
)
from retrieval.ranking.compared import provisions, sides
from retrieval.ranking.found import Found
from retrieval.ranking.law_in_time import rules_in_time
from retrieval.ranking.legs import ASKED, TERM, TOPIC, Allowed
from retrieval.ranking.remedies import asked_of_remedies, asks_to_sue, is_of_criminal_cases, remedies_found
from retrieval.ranking.told_facts import rules_of_facts
from retrieval.reading.charges import charged_paragraph, charges_in, charges_of_cases, is_special
from retrieval.reading.examples import asks_for_example
from retrieval.reading.follow_up import named_cases
from retrieval.reading.own_matter import asks_for_exposure

_CHARGES = 2  # provisions that stand behind a rule
_BEST = 2  # passages found among which a rule for this crime must be


def with_remedies_first(
    found: Sequence[Found], question: Question, read: Sequence[Found], index: Index, allowed: Allowed
) -> list[Found]:
    """Return the remedies against a penalty before what else was found, without the law of criminal cases.

    :param read: What the reading for the remedies found.
    """
    units = [unit for unit in asked_of_remedies(question.text) if unit in index.units]
    asked = provisions(units, [*read, *found], question.language, index, allowed)
    first = [*asked, *remedies_found(read, asks_to_sue(question.text), units)]
    return put_first(first, [one for one in found if not is_of_criminal_cases(one)] if first else found)


def with_rule_first(
    found: Sequence[Found],
    question: Question,
    of_rule: Question | None,
    read: Sequence[Found],
    index: Index,
    allowed: Allowed,
) -> list[Found]:
    """Return the rule that is asked for, then the crime's provision, then what else was found.

    Who asks for decided cases asks for no rule.

    :param of_rule: The reading without the crime, if there is one.
    :param read: What it found.
    """
    if same := _in_a_topic_s_words(question, index):
        return put_first(provisions(same, found, question.language, index, allowed), found)
    if asks_for_example(question.text):
        return list(found)
    rules: list[Found] = []
    if of_rule:
        told = provisions(rules_of_terms(of_rule, index), read, question.language, index, allowed)
        rules = [*told, *rules_found(read, names_rule(of_rule))]
        rules = [*_of_this_crime(found, question, index), *rules] if rules else []
    # a text on other thresholds, for publications or for terms, is found before the crime's own provision
    of_crime = bool(found) and found[0].passage.authority == CRIMINAL_LAW
    compared = sides(question, index)
    if not rules and (of_crime or compared) and (measured := _of_thresholds(question, index)):
        units = [*measured, *compared]
        return put_first(provisions(units, found, question.language, index, allowed), found)
    if compared:
        return put_first(provisions(compared, found, question.language, index, allowed), found)
    if defined := _of_what_a_law_may_be(question, index):
        return put_first(provisions(defined, found, question.language, index, allowed), found)
    charges = _charges(question, bool(rules), index)
    units = [*rules_in_time(question, index), *rules_of_facts(question, index), *charges]
    first = [*rules, *provisions(units, found, question.language, index, allowed)]
    return put_first(first or _agreed(question, found), found)


def _of_this_crime(found: Sequence[Found], question: Question, index: Index) -> list[Found]:
    """The article of an interpretation, of the best two, that a topic names first: a rule for this crime before those for every one.

    Who has to examine a tool is told by the interpretation on such tools, not by the procedure of all appraisals. Where
    thresholds stand is no such rule: a topic names it for a sum that is told besides.
    """
    best = [
        one
        for one in found[:_BEST]
        if one.ranks.get(TOPIC) == 1
        and one.passage.article
        and one.passage.kind is Kind.INTERPRETATION
        and not is_general(one.passage)
    ]
    if not best:
        return []
    measured = {_unit_of(placed, index) for placed in thresholds_on(index, question.as_of, question.today)}
    return [one for one in best if one.passage.unit not in measured]


def _of_thresholds(question: Question, index: Index) -> list[Unit]:
    """The articles in which the thresholds of the crimes stand of which a question asks for one, one or two of each.

    The crime's own provision speaks of serious circumstances, and says not what they are.
    """
    named = charges_in(question.understood, question.references, index)
    if not named or not names_threshold(question.text) or named_cases(question.references, index):
        return []
    placed = [
        one for one in thresholds_on(index, question.as_of, question.today)
        if one.threshold.tier in TIERS and concerns(one.threshold, question.understood)
    ]  # fmt: skip
    units: list[Unit] = []
    for charge in named[:_CHARGES]:
        own = [one for one in placed if one.threshold.charge_article == charge.unit[1]]
        own = [
            one
            for one in own
            if charge.paragraph is None or charge.paragraph in (one.threshold.charge_paragraphs or (charge.paragraph,))
        ]
        units += list(dict.fromkeys(unit for one in own if (unit := _unit_of(one, index))))[:_CHARGES]
    return units


def _unit_of(placed: Placed, index: Index) -> Unit | None:
    """The article in which a threshold stands; of a text told in prose, the section."""
    authority, place = placed.article
    if (authority, place) in index.units:
        return authority, str(place)
    own = (p for p in index.by_authority[authority] if p.section == place)
    return next((passage.unit for passage in own), None)


def _agreed(question: Question, found: Sequence[Found]) -> list[Found]:
    """The article that the nearest topic names first, if a written question or a term of the question's points to it too.

    Two that know nothing of each other say what is asked: of "does a suspended sentence leave a record" not the first term.
    """
    if question.context or question.references:
        return []
    return [
        one
        for one in found
        if one.passage.article
        and one.ranks.get(TOPIC) == 1
        and (one.ranks.get(ASKED) == 1 or TERM in one.ranks)
        and not (one.passage.authority == CRIMINAL_LAW and is_special(one.passage.article))
    ]


def _in_a_topic_s_words(question: Question, index: Index) -> list[Unit]:
    """The places that answer a topic, if a question that stands by itself is one of its phrases, word for word."""
    if question.context or question.own_references:
        return []
    same = index.topics.same_words(question.text, question.language)
    return [unit for unit in same.units if unit in index.units] if same else []


def _of_what_a_law_may_be(question: Question, index: Index) -> list[Unit]:
    """The articles of the rules that a question names beside a whole law: are those Regulations State provisions?"""
    whole = [reference for reference in question.own_references if reference.authorities and not reference.article]
    if len(whole) != len(question.own_references) or named_cases(whole, index):
        return []
    return rules_of_terms(question, index) if whole else []


def pinpoints_of_exposure(question: Question, index: Index) -> dict[Unit, frozenset[int]]:
    """Return the paragraphs, of the crimes that sellers are charged with, which are charged, if it is asked what threatens a seller."""
    articles = _of_exposure(question, index) if not named_cases(question.references, index) else []
    found = {(CRIMINAL_LAW, article): charged_paragraph(article, index) for article in articles}
    return {unit: frozenset([paragraph]) for unit, paragraph in found.items() if paragraph}


def pinpoints_of_named(question: Question, index: Index) -> dict[Unit, frozenset[int]]:
    """Return the paragraphs that sellers are charged with, of the crimes that a question on them names by the article alone."""
    named = [
        r for r in question.own_references if question.names_subject and CRIMINAL_LAW in r.authorities and r.article
    ]
    articles = [r.address(CRIMINAL_LAW).article or "" for r in named if not r.paragraph]
    found = {(CRIMINAL_LAW, article): charged_paragraph(article, index) for article in articles}
    return {unit: frozenset([paragraph]) for unit, paragraph in found.items() if paragraph}


def _of_exposure(question: Question, index: Index) -> list[str]:
    """The articles that sellers are charged with most often, if it is asked what threatens one and no crime is named."""
    if charges_in(question.understood, question.references, index) or not question.names_subject:
        return []
    return charges_of_cases(index)[:_CHARGES] if asks_for_exposure(question.text, question.language) else []


def _charges(question: Question, behind_rule: bool, index: Index) -> list[Unit]:
    """The articles of the crimes whose provision comes first: behind a rule, or if a follow-up asks for what it says."""
    if named_cases(question.references, index):
        return []
    named = charges_in(question.understood, question.references, index)
    if not behind_rule and (exposed := _of_exposure(question, index)):
        return [(CRIMINAL_LAW, article) for article in exposed]
    if behind_rule:
        return [charge.unit for charge in named[:_CHARGES]]
    own = charges_in(question.text, question.own_references, index)
    if asks_for_range(question.text) and named:
        return [charge.unit for charge in named[:_CHARGES]]
    asked = bool(question.context) and not own and len(named) == 1 and asks_of_crime(question.text)
    asked = asked and not asks_for_threshold(question.text)
    return [charge.unit for charge in named] if asked else []


def put_first(first: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """Return some passages before the others, the scores falling from the highest."""
    ordered = list({one.passage.unit: one for one in (*first, *found)}.values())
    top = max((one.score for one in ordered), default=0.0)
    units = {one.passage.unit for one in first}
    scores = strictly_decreasing(top if one.passage.unit in units else one.score for one in ordered)
    return [replace(one, score=score) for one, score in zip(ordered, scores, strict=True)]
