"""What a question, with what was asked before it, asks of all cases."""

import re
from dataclasses import replace

from retrieval.address import format_article
from retrieval.authority import CRIMINAL_LAW, Kind
from retrieval.cases.asked import Asked, asked_of_cases, with_other_conditions
from retrieval.cases.conditions import asks_for_cases, conduct_of
from retrieval.question import Question
from retrieval.reading.charges import is_special
from retrieval.reading.own_matter import means_several
from retrieval.references.find import Reference

_SENTENCE = re.compile(r"[^?？]+[?？]")


def asks_over_cases(question: Question) -> Asked | None:
    """Return what a question asks of all cases; None where it names a law or a case, or does not ask for them."""
    if means_several(question.text) and any(not r.article for r in question.references):
        return None  # which of the two was suspended? of those that were spoken of
    crimes = _crimes(question)
    if any(r.authorities and r not in crimes for r in question.own_references):
        return None
    kinds = question.request.kinds
    if question.request.documents is not None or (kinds is not None and not kinds & {Kind.CASE, Kind.PENALTY}):
        return None
    asked = asked_of_cases(question.text, question.context, charges_of(question), question.language)
    if asked is None:
        return _resumed(question.text, question)
    # use of what? has anyone been arrested for using drugs
    if asked.conduct and not question.names_subject and not conduct_of(question.text):
        return None
    # the longest sentence for a crime of article 285 is the law's, that of the cases tried under it is theirs
    if crimes and not (asks_for_cases(question.text) or asked.measure or asked.is_rate):
        return None
    of_year = question.begin and question.whole_year and not question.date_carried
    of_year = of_year and question.begin and question.begin.year == question.as_of.year
    return replace(asked, year=question.as_of.year) if of_year else asked


def asks_only_of_cases(question: Question) -> bool:
    """Return whether all that a question asks is asked of all cases."""
    charges = charges_of(question)
    return all(
        asked_of_cases(sentence, question.context, charges, question.language) or _resumed(sentence, question)
        for sentence in _SENTENCE.findall(question.text)
    )


def charges_of(question: Question) -> tuple[str, ...]:
    """Return the articles of the crimes that a question names, by number or by name."""
    named = [format_article(*r.article) for r in _crimes(question) if r.article]
    terms = [t.article.get("article") for t in question.own_terms if t.article and t.article["id"] == CRIMINAL_LAW]
    return tuple(dict.fromkeys(article for article in (*named, *terms) if article and is_special(article)))


def _resumed(text: str, question: Question) -> Asked | None:
    """What the questions before ask of all cases, with the other condition that a few words put: and in Henan?"""
    asked: Asked | None = None
    for earlier in question.earlier:
        whole = asked_of_cases(earlier, language=question.language)
        asked = whole or (asked and with_other_conditions(asked, earlier, (), question.language))
    return asked and with_other_conditions(asked, text, charges_of(question), question.language)


def _crimes(question: Question) -> list[Reference]:
    """The places that a question names which are crimes."""
    return [
        r
        for r in question.own_references
        if r.article and CRIMINAL_LAW in r.authorities and is_special(format_article(*r.article))
    ]
