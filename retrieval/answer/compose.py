"""Put quotations, labels, dates, warnings and notes together into an answer, and check it."""

from time import perf_counter

from prompts import say
from retrieval.address import arabic_article
from retrieval.answer.amounts import reckoned_blocks, reckoned_quotations
from retrieval.answer.briefs import with_telling_sections
from retrieval.answer.chosen_passages import UNITS
from retrieval.answer.over_cases import over_cases
from retrieval.answer.parallel import in_language
from retrieval.answer.printing import print_quotation
from retrieval.answer.quoting import Quotation, choose
from retrieval.answer.sources import missing_citation, ranked_source
from retrieval.answer.standing import standing, with_named_first
from retrieval.answer.two_versions import date_warnings, with_versions
from retrieval.asked_over_cases import asks_only_of_cases
from retrieval.authority import Coverage, Severity
from retrieval.cases.records import KINDS as CASE_KINDS
from retrieval.checks import judge
from retrieval.index import Index
from retrieval.labels import pinpoint
from retrieval.parts.nearness import Nearness
from retrieval.parts.relevance import Relevance
from retrieval.ranking.legs import REFERENCE, TERM, TOPIC
from retrieval.reading.held import is_held, lacks_item, lacks_paragraph, suggestion
from retrieval.reckoning.told_beside import is_told_beside
from retrieval.references.find import Reference
from retrieval.refusals.jurisdiction import place_name
from retrieval.result import Answer, Citation
from retrieval.search import Search
from retrieval.sufficiency import Refusal

ALSO_FOUND = 5
BESIDE_RECKONED = 3  # passages quoted besides the provisions that a table of amounts rests on
BESIDE_LISTED = 1  # and besides a list of cases
# beside a list law that is near by its words alone is of something else: sellers of invoices
_POINTED_TO = {TOPIC, REFERENCE, TERM}
NOTES_SHOWN = 4
NOTE_RELEVANCE = 0.2  # of the question's weight, by a note's words, to be shown in the answer


def compose(search: Search, index: Index) -> Answer:
    """Return the quoting answer: numbered quotations with their labels, and what to know about them."""
    language = search.question.answer_language
    blocks: list[str] = []
    citations: list[Citation] = []
    for reference in search.question.own_references:
        n = len(citations) + 1
        if not is_held(reference, index):
            blocks.append(_missing(reference, index, language, n))
        elif last := lacks_paragraph(reference, index):
            blocks.append(_missing_place("missing_paragraph", reference, index, language, last, n))
        elif (last := lacks_item(reference, index)) is not None:
            blocks.append(_missing_place("missing_item" if last else "no_items", reference, index, language, last, n))
        else:
            continue
        citations.append(missing_citation(reference.named or reference.text, _article(reference), reference.text, n))
    sentences, told = standing(search, index)
    blocks += [*sentences, *date_warnings(search, index)]
    listed, of_cases = over_cases(search, index, citations)
    blocks += listed
    search = with_telling_sections(with_versions(with_named_first(search, index), index), index)
    relevance = Relevance(search.question, index)
    noted: set[str] = set()
    quoted: set[str | None] = set()
    only_listed = bool(listed) and asks_only_of_cases(search.question)
    # an amount by which cases are asked for is nobody's
    reckoned = [] if only_listed else reckoned_quotations(search, index)
    # who asks for a rule and tells of a sum besides reads the rule first
    behind = bool(reckoned) and is_told_beside(search)
    if not only_listed and not behind:
        blocks += reckoned_blocks(search, index, citations)
    for quotation in told:
        print_quotation(quotation, search, index, blocks, citations)
    reckoned = [*reckoned, *told, *of_cases]
    printed = list(reckoned)
    most = BESIDE_RECKONED if reckoned and not only_listed else UNITS
    others = choose(search, index, relevance, Nearness(search, index), most)
    if only_listed:  # which cases there are has been said
        pointed_to = {found.passage.id for found in search.found if found.ranks.keys() & _POINTED_TO}
        # of a follow-up, what is pointed to is of the questions before it
        beside = 0 if of_cases and search.question.context else BESIDE_LISTED
        if of_cases:
            others = [q for q in others if q.passage.kind not in CASE_KINDS and q.passage.id in pointed_to]
        others = others[:beside]
    for quotation in others:
        shown = in_language(quotation, language, index)
        quoted.add(quotation.passage.id)
        # two sentences of the question's language may be one line of the answer's
        if any(_overlaps(shown, other) for other in (reckoned if shown is quotation else printed)):
            continue
        printed.append(shown)
        print_quotation(shown, search, index, blocks, citations)
        blocks += _notes(citations[-1], relevance, language, noted)
    if behind:
        blocks += reckoned_blocks(search, index, citations)
    quoted |= {citation.passage_id for citation in citations}
    return _judged(
        Answer(
            answer="\n\n".join(blocks), language=language, as_of=search.question.as_of, citations=citations,
            also_found=[
                ranked_source(index, found, rank, language)
                for rank, found in enumerate((f for f in search.found if f.passage.id not in quoted), 1)
                if rank <= ALSO_FOUND
            ],
        )
    )  # fmt: skip


def _judged(made: Answer) -> Answer:
    """Check the citations, and note how long that took."""
    start = perf_counter()
    made = judge(made)
    made.timings_ms["checks"] = (perf_counter() - start) * 1000
    return made


def _overlaps(one: Quotation, other: Quotation) -> bool:
    return one.passage.id == other.passage.id and one.span.start < other.span.end and other.span.start < one.span.end


def _notes(own: Citation, relevance: Relevance, language: str, noted: set[str]) -> list[str]:
    """The notes on the quoted section that bear on the question, each once; all go with the citation anyway."""
    room = NOTES_SHOWN - len(noted)
    texts = [
        note[language] for note in own.notes if note["section"] is not None and note["severity"] != Severity.TRIFLE
    ]
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
        name = "missing_article" if authority.coverage == Coverage.WHOLE else "missing_article_excerpt"
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


def _missing_place(name: str, reference: Reference, index: Index, language: str, last: int, n: int) -> str:
    """One sentence on a paragraph or an item that a held article does not have."""
    authority = index.authorities[reference.authorities[0]]
    label = pinpoint(authority, reference.address(authority.id), language)
    return say(language, name, label=label, last=last) + f" [{n}]"


def _printed(article: str, language: str) -> str:
    return article if language == "zh" else arabic_article(article)


def decline(search: Search, index: Index, refusal: Refusal) -> Answer:
    """Return the decline: what is missing, and the nearest authorities."""
    language = search.question.answer_language
    if refusal.missing:
        text = _missing(refusal.missing, index, language, 0).removesuffix(" [0]")
    else:
        text = say(language, f"decline_{refusal.reason}", place=place_name(refusal.place, language))
    if refusal.said:
        text += "\n\n" + say(language, "said_unknown", said=refusal.said)
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
