"""What is measured of one answer, each measure a number between 0 and 1."""

import re
from dataclasses import dataclass, field

from eval.carried import is_carried, judged_sentences, shown_text
from eval.citations import held, in_force_violations, recall_and_precision, verbatim_faults
from eval.normal import holds, normal
from eval.pairs import Pair
from eval.ranking import rank_measures
from eval.responders import Response
from retrieval.address import Address
from retrieval.index import Index
from retrieval.language import detect_language
from retrieval.result import Answer


@dataclass(frozen=True)
class Measure:
    """A measure of one answer.

    :param better: Whether `higher` or `lower` is better.
    """

    name: str
    title: str
    better: str = "higher"


MEASURES = (
    Measure("R@5", "Recall in the first 5 passages"),
    Measure("R@10", "Recall in the first 10 passages"),
    Measure("R@20", "Recall in the first 20 passages"),
    Measure("RR@10", "Reciprocal rank, first 10"),
    Measure("nDCG@10", "nDCG, first 10"),
    Measure("citation_recall", "Citation recall, by authority"),
    Measure("citation_precision", "Citation precision, by authority"),
    Measure("pinpoint_recall", "Citation recall, by pinpoint"),
    Measure("pinpoint_precision", "Citation precision, by pinpoint"),
    Measure("verbatim", "Quotations verbatim"),
    Measure("supported", "Sentences carried by what they cite"),
    Measure("key_facts", "Key facts in the answer"),
    Measure("declined", "Unanswerable questions declined"),
    Measure("false_declines", "Answerable questions declined", "lower"),
    Measure("right_reason", "Declined for the right reason"),
    Measure("in_force_violations", "Answers with law out of force and no warning", "lower"),
    Measure("language", "Answered in the question's language"),
)
BY_NAME = {measure.name: measure for measure in MEASURES}
HEADLINES = (
    "R@10",
    "citation_recall",
    "pinpoint_recall",
    "citation_precision",
    "key_facts",
    "declined",
    "false_declines",
)


@dataclass
class Scores:
    """The measures of one answer, and what it lacks.

    :param values: Measure to value; a measure that does not apply to the question is not in it.
    """

    values: dict[str, float] = field(default_factory=dict)
    missed_authorities: list[Address] = field(default_factory=list)
    missed_pinpoints: list[Address] = field(default_factory=list)
    missed_facts: list[tuple[str, ...]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def score(pair: Pair, response: Response, index: Index | None) -> Scores:
    """Measure the answer to a pair's question.

    :param index: Where the passages' own texts are, to hold the quotations against; None for a server.
    """
    scores = Scores()
    if pair.answerable:
        scores.values |= rank_measures(pair.addresses, response.ranking)
        _score_content(pair, response.answer, scores)
    else:
        scores.values["declined"] = float(response.answer.declined)
        scores.values["right_reason"] = float(response.answer.declined and response.answer.reason == pair.reason)
    _score_form(pair, response.answer, index, scores)
    return scores


def _score_content(pair: Pair, answer: Answer, scores: Scores) -> None:
    citations = held(answer)
    scores.values["false_declines"] = float(answer.declined)
    for name, pinpoint in (("citation", False), ("pinpoint", True)):
        recall, precision, missed = recall_and_precision(pair.addresses, citations, pinpoint)
        scores.values[f"{name}_recall"], scores.values[f"{name}_precision"] = recall, precision
        if pinpoint:
            scores.missed_pinpoints = [p for p in missed if p.paragraph or p.item]
        else:
            scores.missed_authorities = missed
    if pair.key_facts:
        text = normal(answer.answer)
        scores.missed_facts = [fact for fact in pair.key_facts if not holds(text, fact)]
        scores.values["key_facts"] = 1 - len(scores.missed_facts) / len(pair.key_facts)


def _score_form(pair: Pair, answer: Answer, index: Index | None, scores: Scores) -> None:
    citations = held(answer)
    faults = verbatim_faults(answer, index)
    if citations or faults:
        scores.values["verbatim"] = 1 - len(faults) / len({c.n for c in citations} | faults.keys())
    if citations:
        violations = in_force_violations(answer)
        scores.values["in_force_violations"] = float(bool(violations))
        scores.faults += [f"[{c.n}] {c.label}: not in force on {answer.as_of}, and no warning" for c in violations]
    if not answer.declined and (judged := judged_sentences(answer, index)):
        bare = [shown_text(sentence) for sentence in judged if not is_carried(sentence)]
        scores.values["supported"] = 1 - len(bare) / len(judged)
        scores.faults += [f"Not carried by what it cites: {text}" for text in bare]
    scores.values["language"] = float(answer_language(answer) == pair.language)
    scores.faults += [f"[{n}]: {fault}" for n, fault in sorted(faults.items())]


def answer_language(answer: Answer) -> str:
    """Return the language of the answer's own words: without its quotations, their labels, and titles."""
    own = answer.answer
    for citation in held(answer):
        for borrowed in (citation.quote, citation.label):
            own = own.replace(borrowed, " ") if borrowed else own
    own = re.sub(r"《[^《》]*》|\[\d+\]", " ", own)
    return detect_language(own if any(char.isalpha() for char in own) else answer.answer)
