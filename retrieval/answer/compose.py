"""Put quotations, labels, dates, warnings and notes together into an answer, and check it."""

from datetime import date

from prompts import say
from retrieval.address import arabic_article
from retrieval.answer.quoting import Quotation, choose
from retrieval.answer.relevance import Relevance
from retrieval.answer.sources import citation, missing_citation, ranked_source
from retrieval.answer.types import Answer, Citation
from retrieval.authority import Kind, Status
from retrieval.checks import judge
from retrieval.held import is_held, suggestion
from retrieval.passage import Passage
from retrieval.references import Reference
from retrieval.search import Search
from retrieval.store.index import Index
from retrieval.sufficiency import Refusal

ALSO_FOUND = 5
NOTES_SHOWN = 4
NOTE_RELEVANCE = 0.2  # of the question's weight, by a note's words, to be shown in the answer
ORIGINALS = 3  # translated quotations that are given in the official Chinese too
_TEMPLATES = {
    Kind.CASE: "quote_case",
    Kind.PENALTY: "quote_penalty",
    Kind.COMMENTARY: "quote_commentary",
    Kind.DOCUMENT: "quote_document",
}


def compose(search: Search, index: Index) -> Answer:
    """Return the quoting answer: numbered quotations with their labels, and what to know about them."""
    language = search.question.answer_language
    blocks: list[str] = []
    citations: list[Citation] = []
    for reference in search.question.own_references:
        if not is_held(reference, index):
            blocks.append(_missing(reference, index, language, len(citations) + 1))
            citations.append(
                missing_citation(
                    reference.named or reference.text, _article(reference), reference.text, len(citations) + 1
                )
            )
    if year := _changed_within(search, index):
        blocks.append(say(language, "warn_changed", year=year))
    relevance = Relevance(search.question, index)
    noted: set[str] = set()
    for quotation in choose(search, relevance):
        _quote(quotation, search, index, blocks, citations)
        blocks += _notes(citations[-1], relevance, language, noted)
    quoted = {citation.passage_id for citation in citations}
    return judge(
        Answer(
            answer="\n\n".join(blocks), language=language, as_of=search.question.as_of, citations=citations,
            also_found=[
                ranked_source(index, found, rank, language)
                for rank, found in enumerate((f for f in search.found if f.passage.id not in quoted), 1)
                if rank <= ALSO_FOUND
            ],
        )
    )  # fmt: skip


def _quote(quotation: Quotation, search: Search, index: Index, blocks: list[str], citations: list[Citation]) -> None:
    language, as_of, passage = search.question.answer_language, search.question.as_of, quotation.passage
    authority = index.authorities[passage.authority]
    own = citation(index, passage, quotation.span.start, quotation.span.end, len(citations) + 1, language, as_of)
    citations.append(own)
    template = _TEMPLATES.get(passage.kind) or ("quote_restated" if authority.coverage == "restated" else "quote_law")
    blocks.append(say(language, template, label=own.label, dates=_dates(passage, language), quote=own.quote, n=own.n))
    originals = sum(1 for c in citations if c.label != own.label and c.passage_id and c.passage_id.endswith(":zh"))
    if (
        language == "en"
        and passage.language == "en"
        and originals < ORIGINALS
        and (original := _original(passage, quotation, index))
    ):
        twin = citation(index, original[0], original[1], original[2], len(citations) + 1, "zh", as_of)
        citations.append(twin)
        blocks.append(say(language, "quote_original", label=twin.label, quote=twin.quote, n=twin.n))
    if warning := _warning(passage, own, language, as_of):
        blocks.append(warning)


def _original(passage: Passage, quotation: Quotation, index: Index) -> tuple[Passage, int, int] | None:
    """Return the official Chinese of a translated quotation: the same lines of the parallel text."""
    parallel = [p for p in index.units[passage.unit].get("zh", []) if p.official]
    first, last = passage.line_at(quotation.span.start), passage.line_at(quotation.span.end - 1)
    for other in parallel:
        own = {(line.paragraph, line.item): line for line in other.lines}
        begin, end = own.get((first.paragraph, first.item)), own.get((last.paragraph, last.item))
        if begin and end:
            return other, begin.start, end.end
    return None


def _dates(passage: Passage, language: str) -> str:
    if not passage.kind.is_law or passage.status is Status.DRAFT:
        return ""
    begin, end = passage.effective_from, passage.effective_to
    if begin and end:
        return say(language, "from_to", begin=begin, end=end)
    if end:
        return say(language, "until", end=end)
    return say(language, "since", date=begin) if begin else say(language, "dates_unknown")


def _warning(passage: Passage, own: Citation, language: str, as_of: date) -> str:
    """One sentence if the text was not the law on the date asked about, and why."""
    if passage.status is Status.DRAFT:
        return say(language, "warn_draft")
    if own.checks.in_force == "unknown":
        return say(language, "warn_unknown", as_of=as_of)
    if own.checks.in_force != "fail":
        return ""
    if passage.effective_from and as_of < passage.effective_from:
        return say(language, "warn_later", as_of=as_of, begin=passage.effective_from)
    status = say(language, f"status_{passage.status}")
    return say(language, "warn_not_in_force", as_of=as_of, status=status)


def _notes(own: Citation, relevance: Relevance, language: str, noted: set[str]) -> list[str]:
    """The notes on the quoted section that bear on the question, each once; all go with the citation anyway."""
    room = NOTES_SHOWN - len(noted)
    texts = [note[language] for note in own.notes if note["section"] is not None and note["severity"] != "T"]
    scored = sorted(
        ((relevance.score(text, language), text) for text in dict.fromkeys(texts)), key=lambda pair: -pair[0]
    )
    kept = [text for score, text in scored if score >= NOTE_RELEVANCE and text not in noted][: max(0, min(room, 2))]
    noted.update(kept)
    return [say(language, "note", note=text) for text in kept]


def _article(reference: Reference) -> str | None:
    return reference.address("").article if reference.article else None


def _missing(reference: Reference, index: Index, language: str, n: int) -> str:
    """One sentence on a named place that the corpus does not hold, with what may be meant."""
    article = _article(reference)
    if not reference.authorities or article is None:
        text = say(language, "missing_authority", authority=reference.named or reference.text)
    else:
        authority = index.authorities[reference.authorities[0]]
        first, last = index.registry.article_range(authority.id) or (0, 0)
        name = "missing_article_excerpt" if authority.coverage == "excerpt" else "missing_article"
        text = say(
            language,
            name,
            authority=authority.short_title(language),
            article=_printed(article, language),
            first=first,
            last=last,
        )
    if perhaps := suggestion(reference, index):
        number = perhaps.article[0] if perhaps.article else 0
        shown = f"第{number}条第{perhaps.paragraph}款" if language == "zh" else f"art. {number}({perhaps.paragraph})"
        text += ("" if language == "zh" else " ") + say(language, "suggest", label=shown)
    return f"{text} [{n}]"


def _printed(article: str, language: str) -> str:
    return article if language == "zh" else arabic_article(article)


def _changed_within(search: Search, index: Index) -> int | None:
    """Return the year asked about if one of the authorities found was replaced within it."""
    if not search.question.whole_year:
        return None
    year = search.question.as_of.year
    for found in search.found[:6]:
        authority = index.authorities[found.passage.authority]
        version = authority.version_of or any(a.version_of == authority.id for a in index.authorities.values())
        dates = (found.passage.effective_from, found.passage.effective_to)
        if version and any(day and day.year == year and day != date(year, 12, 31) for day in dates):
            return year
    return None


def decline(search: Search, index: Index, refusal: Refusal) -> Answer:
    """Return the decline: what is missing, and the nearest authorities."""
    language = search.question.answer_language
    if refusal.missing:
        text = _missing(refusal.missing, index, language, 0).removesuffix(" [0]")
    else:
        text = say(language, f"decline_{refusal.reason}", place=refusal.place)
    near = [ranked_source(index, found, rank, language) for rank, found in enumerate(search.found[:ALSO_FOUND], 1)]
    if near and refusal.reason != "safety":
        labels = ("、" if language == "zh" else "; ").join(dict.fromkeys(source.label for source in near[:3]))
        text += "\n\n" + say(language, "nearest", labels=labels)
    return Answer(
        answer=text,
        language=language,
        declined=True,
        reason=refusal.reason,
        as_of=search.question.as_of,
        also_found=near,
    )
