"""Citations against the gold places, their quotations against the text, their law against the date."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from eval.ranking import article_level, gold_documents
from eval.responders import authority_of
from prompts import sentences
from retrieval.address import Address
from retrieval.authority import Kind, Status
from retrieval.index import Index
from retrieval.passage import Passage
from retrieval.quotations import cited_quotations
from retrieval.result import Answer, Citation

_FIELD = re.compile(r"\\\{\w+\\\}")
WARNINGS = ("warn_draft", "warn_not_in_force", "warn_later", "warn_reworded", "warn_interpretation")


def held(answer: Answer) -> list[Citation]:
    """Return the citations of passages; one of an authority that the corpus does not hold cites nothing."""
    return [c for c in answer.citations if c.passage_id is not None]


def cited_places(citation: Citation) -> list[Address]:
    """Return the paragraph and item of each line that the quotation touches.

    A quotation of a whole paragraph touches its items, so that it covers them; one of its first line only does not.
    """
    authority = authority_of(citation.passage_id or "")
    if citation.article is None or citation.start is None or citation.end is None:
        return [Address(authority, citation.article)]
    passage = Passage("", authority, Kind.STATUTE, "", citation.text, citation.article)
    # the text may begin with a later paragraph: the citation's own number tells
    shift = (citation.paragraph or 0) - (passage.line_at(citation.start).paragraph or 0) if citation.paragraph else 0
    return [
        Address(authority, citation.article, line.paragraph and line.paragraph + shift, line.item)
        for line in passage.lines
        if line.start < max(citation.end, citation.start + 1) and line.end > citation.start
    ]


def recall_and_precision(
    gold: Iterable[Address], citations: Sequence[Citation], pinpoint: bool
) -> tuple[float, float, list[Address]]:
    """Return the share of the gold places that are cited, the share of the citations that are gold, what is missed.

    :param pinpoint: Whether paragraph and item count, where the gold place has them. Else the article does, or the
        whole authority where the gold place has no article.
    """
    wanted = list(dict.fromkeys(gold)) if pinpoint else list(gold_documents(gold).values())
    places = {c.n: cited_places(c) for c in citations}
    # a translation and its original are one citation, and so are further sentences of the same place
    own = {_cited_as(c, wanted, pinpoint): c for c in citations}
    missed = [place for place in wanted if not any(place.covers(p) for cited in places.values() for p in cited)]
    right = sum(any(place.covers(p) for place in wanted for p in places[c.n]) for c in own.values())
    recall = 1 - len(missed) / len(wanted) if wanted else 0.0
    return recall, right / len(own) if own else 0.0, missed


def _cited_as(citation: Citation, wanted: Sequence[Address], pinpoint: bool) -> Address:
    authority = authority_of(citation.passage_id or "")
    exact = Address(authority, citation.article, citation.paragraph, citation.item)
    whole = Address(authority)
    if whole in wanted or exact.article is None:
        return whole
    return exact if pinpoint else article_level(exact)


def verbatim_faults(answer: Answer, index: Index | None) -> dict[int, str]:
    """Return citation number to what is wrong with its quotation, judged by the texts and not by the answer's checks.

    :param index: Where the passages' own texts are; without it the text that the answer carries is believed.
    """
    faults: dict[int, str] = {}
    by_number = {citation.n: citation for citation in held(answer)}
    for n, citation in by_number.items():
        passage = index.passages.get(citation.passage_id or "") if index else None
        if index and (passage is None or passage.text != citation.text):
            faults[n] = "the text is not the passage's"
        elif citation.text[citation.start : citation.end] != citation.quote:
            faults[n] = "the quotation is not the text's range"
    text = answer.answer
    for n, citation in by_number.items():  # whole first: the marks in a passage need not be in pairs
        for printed in (f"“{citation.quote}”", f'"{citation.quote}"'):
            text = text.replace(f"{printed}[{n}]", "").replace(f"{printed} [{n}]", "") if citation.quote else text
    for words, numbers in cited_quotations(text):
        known = [n for n in numbers if n in by_number]
        if not known:
            faults[numbers[0]] = "the words are printed as a quotation of nothing"
        elif words is None or not any(words in by_number[n].text for n in known):
            faults[known[0]] = "the words printed are not the passage's"
    return faults


def in_force_violations(answer: Answer) -> list[Citation]:
    """Return the citations of law that was not in force on the date asked about, and of which no warning says so."""
    citations = held(answer)
    return [c for c in citations if _not_in_force(c, answer.as_of) and not _is_warned(c, citations, answer)]


def _not_in_force(citation: Citation, day: date) -> bool:
    if citation.kind is None or not citation.kind.is_law:
        return False
    begin, end = citation.effective_from, citation.effective_to
    outside = bool(begin and day < begin) or bool(end and day > end)
    return citation.checks.in_force == "fail" or citation.status is Status.DRAFT or outside


def _is_warned(citation: Citation, citations: Sequence[Citation], answer: Answer) -> bool:
    """Whether a warning stands between this citation and the next one of another article."""
    begin = answer.answer.find(f"[{citation.n}]")
    if begin < 0:
        return False
    own = (authority_of(citation.passage_id or ""), citation.article)
    others = [c for c in citations if (authority_of(c.passage_id or ""), c.article) != own]
    ends = [at for c in others if (at := answer.answer.find(f"[{c.n}]", begin)) > begin]
    stretch = answer.answer[begin : min(ends, default=len(answer.answer))]
    templates = [sentences(answer.language).get(name, "") for name in WARNINGS]
    return any(re.search(_FIELD.sub(".+?", re.escape(template)), stretch) for template in templates if template)
