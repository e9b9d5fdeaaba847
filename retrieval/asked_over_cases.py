"""What a question, with what was asked before it, asks of all cases."""

import re
from dataclasses import replace

from retrieval.address import format_article
from retrieval.authority import CRIMINAL_LAW, Kind
from retrieval.cases.asked_of_all import Asked, Charged, asked_of_cases, with_other_conditions
from retrieval.cases.conditions import asks_for_cases, conduct_of
from retrieval.cases.further import asks_for_further, asks_for_like, means_those, names_cases
from retrieval.cases.regions import is_case_of_place
from retrieval.cases.years import Years
from retrieval.index import Index
from retrieval.language import detect_language
from retrieval.question import Question
from retrieval.reading.charges import bare_references, is_special
from retrieval.reading.follow_up import READ
from retrieval.reading.normal_form import as_meant
from retrieval.reading.own_matter import means_several
from retrieval.reading.several import asking_sentences
from retrieval.reading.short_names import charges_named_in_short
from retrieval.references.find import Reference, find_references

_SPOKEN_OF = 8  # messages back, in which the crime was named that cases are asked of
# by a part of its name a crime is only named where it is called one: 非法经营数额 is a sum
_OF_CRIME = re.compile("罪")


def asks_over_cases(question: Question, index: Index) -> Asked | None:
    """Return what a question asks of all cases; None where it names a law or a case, or does not ask for them."""
    if asks_for_further(question.text):
        return _further(question, index)
    if asks_for_like(question.text) and (charges := _charges_before(question, index)):
        return Asked(charges=charges)
    if means_several(question.text) and any(not r.article for r in question.references):
        return None  # which of the two was suspended? of those that were spoken of
    crimes = _crimes(question)
    if any(r.authorities and r not in crimes and not is_case_of_place(r.text) for r in question.own_references):
        return None
    kinds = question.request.kinds
    if question.request.documents is not None or (kinds is not None and not kinds & {Kind.CASE, Kind.PENALTY}):
        return None
    asked = asked_of_cases(question.text, question.context, charges_of(question, index), question.language)
    if asked is None:
        return _resumed(question.text, question, index)
    # use of what? has anyone been arrested for using drugs
    told = question.names_subject or conduct_of(question.text) or asks_for_cases(question.text)
    if asked.conduct and not (told or asked.by):
        return None
    # the longest sentence for a crime of article 285 is the law's, that of the cases tried under it is theirs
    if crimes and not (asks_for_cases(question.text) or asked.measure or asked.is_rate):
        return None
    if means_those(question.text) and not asked.charges:
        asked = replace(asked, charges=_charges_before(question, index))
    begin, whole = question.begin, question.whole_year and not question.date_carried
    if asked.years or not begin or not whole or begin.year != question.as_of.year:
        return asked
    return replace(asked, years=Years(begin.year, begin.year))  # last year, 去年


def _further(question: Question, index: Index) -> Asked | None:
    """What the list before asks of all cases, but for those named so far; without a list any case, if one says so."""
    history = question.request.history
    if not history:
        return None
    asked: Asked | None = None
    for turn in (turn for turn in history if turn.role == "user"):
        text = as_meant(turn.content[:READ], index)
        if not asks_for_further(text):
            whole = asked_of_cases(text, language=detect_language(text))
            asked = whole or (asked and with_other_conditions(asked, text, (), detect_language(text)))
    if asked is None and names_cases(question.text):
        asked = Asked(conduct="supply" if question.names_subject else None)
    return replace(asked, further=True, by=None) if asked else None


def _charges_before(question: Question, index: Index) -> tuple[Charged, ...]:
    """The places of the crimes that the last question before names which names any."""
    for turn in reversed(question.request.history[-_SPOKEN_OF:]):
        if turn.role == "user":
            text = as_meant(turn.content[:READ], index)
            named = find_references(text, index.registry)
            own = (*named, *bare_references(text, named, index))
            terms = tuple(index.glossary.find(text))
            if charges := charges_of(replace(question, text=text, own_references=own, own_terms=terms), index):
                return charges
    return ()


def asks_only_of_cases(question: Question, index: Index) -> bool:
    """Return whether all that a question asks is asked of all cases."""
    charges = charges_of(question, index)
    return all(
        asked_of_cases(sentence, question.context, charges, question.language) or _resumed(sentence, question, index)
        for sentence in asking_sentences(question.text) or [question.text]
    )


def charges_of(question: Question, index: Index) -> tuple[Charged, ...]:
    """Return the places of the crimes that a question names, by number, by name or by a part of the name: 提供侵入工具罪."""
    named = [Charged(format_article(*r.article), r.paragraph) for r in _crimes(question) if r.article]
    terms = [t.article for t in question.own_terms if t.article and t.article["id"] == CRIMINAL_LAW]
    told = [Charged(term["article"], term.get("paragraph")) for term in terms if is_special(term.get("article"))]
    if _OF_CRIME.search(question.text):
        told += [Charged(charge.unit[1], charge.paragraph) for charge in charges_named_in_short(question.text, index)]
    # 225 is one crime, whatever the paragraph; 285 is several
    named += [place if place.article in _several(index) else Charged(place.article) for place in told]
    exact = {place.article for place in named if place.paragraph}
    return tuple(dict.fromkeys(place for place in named if place.paragraph or place.article not in exact))


def _several(index: Index) -> set[str]:
    """The articles of which more than one paragraph is a crime of its own."""
    terms = [term.article for term in index.glossary.terms if term.article and term.article["id"] == CRIMINAL_LAW]
    paragraphs = {(term.get("article"), term.get("paragraph")) for term in terms}
    articles = [article for article, paragraph in paragraphs if paragraph]
    return {article for article in articles if article and articles.count(article) > 1}


def _resumed(text: str, question: Question, index: Index) -> Asked | None:
    """What the questions before ask of all cases, with the other condition that a few words put: and in Henan?"""
    asked: Asked | None = None
    for earlier in question.earlier:
        whole = asked_of_cases(earlier, language=question.language)
        asked = whole or (asked and with_other_conditions(asked, earlier, (), question.language))
    return asked and with_other_conditions(asked, text, charges_of(question, index), question.language)


def _crimes(question: Question) -> list[Reference]:
    """The places that a question names which are crimes."""
    return [
        r
        for r in question.own_references
        if r.article and CRIMINAL_LAW in r.authorities and is_special(format_article(*r.article))
    ]
