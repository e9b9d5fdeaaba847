"""A quotation as the answer prints it: label, dates, the words, the number; the original below; warnings."""

from datetime import date

from prompts import say
from retrieval.address import article_numbers
from retrieval.answer.parallel import same_lines
from retrieval.answer.quoting import Quotation
from retrieval.answer.sources import citation
from retrieval.authority import Authority, Coverage, Kind, Status
from retrieval.index import Index
from retrieval.passage import Passage
from retrieval.result import Citation
from retrieval.search import Search

ORIGINALS = 3  # translated quotations that are given in the official Chinese too
_TEMPLATES = {
    Kind.CASE: "quote_case",
    Kind.PENALTY: "quote_penalty",
    Kind.COMMENTARY: "quote_commentary",
    Kind.DOCUMENT: "quote_document",
}


def print_quotation(
    quotation: Quotation, search: Search, index: Index, blocks: list[str], citations: list[Citation]
) -> None:
    """Add a quotation with label and dates, below it the official Chinese of a translation, and what warns of it.

    :param blocks: The answer's paragraphs so far; what is printed is added to them.
    :param citations: Those so far; numbers go on from the last.
    """
    language, as_of, passage = search.question.answer_language, search.question.as_of, quotation.passage
    authority = index.authorities[passage.authority]
    last = index.passages.get(citations[-1].passage_id or "") if citations else None
    own = citation(index, passage, quotation.span.start, quotation.span.end, _next(citations), search.question)
    citations.append(own)
    template = _TEMPLATES.get(passage.kind) or (
        "quote_restated" if authority.coverage == Coverage.RESTATED else "quote_law"
    )
    blocks.append(
        say(language, template, label=own.label, dates=_dates(passage, own, language), quote=own.quote, n=own.n)
    )
    originals = sum(1 for c in citations if c.label != own.label and c.passage_id and c.passage_id.endswith(":zh"))
    if (
        language == "en"
        and passage.language == "en"
        and originals < ORIGINALS
        and (original := _original(passage, quotation, index))
    ):
        twin = citation(index, original[0], original[1], original[2], _next(citations), search.question, "zh")
        citations.append(twin)
        blocks.append(say(language, "quote_original", label=twin.label, quote=twin.quote, n=twin.n))
    warning = _warning(passage, own, authority, language, as_of)
    if warning:
        if last is not None and last.unit == passage.unit and warning in blocks:
            # once for the quotations of one article, below the last of them
            del blocks[len(blocks) - 1 - blocks[::-1].index(warning)]
        blocks.append(warning)


def _original(passage: Passage, quotation: Quotation, index: Index) -> tuple[Passage, int, int] | None:
    """Return the official Chinese of a translated quotation: the same lines of the parallel text."""
    for other in index.units[passage.unit].get("zh", []):
        if other.official and (lines := same_lines(passage, quotation.span, other)):
            return other, *lines
    return None


def _dates(passage: Passage, own: Citation, language: str) -> str:
    if not passage.kind.is_law or passage.status is Status.DRAFT:
        return ""
    begin, end = own.effective_from, own.effective_to
    if begin and end:
        return say(language, "from_to", begin=begin, end=end)
    if end:
        return say(language, "until", end=end)
    return say(language, "since", date=begin) if begin else say(language, "dates_unknown")


def _warning(passage: Passage, own: Citation, authority: Authority, language: str, as_of: date) -> str:
    """One sentence if the text was not the law on the date asked about, and why."""
    if passage.status is Status.DRAFT:
        return say(language, "warn_draft")
    if own.checks.in_force == "unknown" and passage.revised and as_of < passage.revised:
        return say(language, "warn_revised", as_of=as_of, revised=passage.revised)
    if own.checks.in_force == "unknown":
        ends = own.effective_to if own.effective_from is None else None
        if ends and authority.published and authority.published <= as_of <= ends:  # only since when is unknown
            return say(language, "warn_start_unknown", end=ends)
        return say(language, "warn_unknown", as_of=as_of)
    if own.checks.in_force != "fail":
        return ""
    if authority.applies_to_earlier(as_of):
        return say(language, "warn_interpretation", as_of=as_of, begin=own.effective_from)
    if own.effective_from and as_of < own.effective_from:
        inserted = (article_numbers(passage.article or "") or (0, 0))[1]  # 120-1 may not have been there at all
        # of a law that is held only as it was made anew: what was the law before had another wording too
        made_anew = authority.effective == passage.effective_from
        known = authority.effective and (made_anew or as_of >= authority.effective)
        was_law = passage.reworded and not inserted and known
        return say(language, "warn_reworded" if was_law else "warn_later", as_of=as_of, begin=own.effective_from)
    status = say(language, f"status_{own.status}")
    return say(language, "warn_not_in_force", as_of=as_of, status=status)


def _next(citations: list[Citation]) -> int:
    return citations[-1].n + 1 if citations else 1
