"""Put quotations, labels, dates, warnings and notes together into an answer, and check it."""

from dataclasses import replace
from time import perf_counter

from prompts import say
from retrieval.answer.amounts import reckoned_blocks, reckoned_quotations
from retrieval.answer.briefs import with_telling_sections
from retrieval.answer.chosen_passages import UNITS
from retrieval.answer.in_force import asks_of_standing, standing, with_named_first
from retrieval.answer.like_case import like_case
from retrieval.answer.limitation import limitation_blocks, limitation_quotations
from retrieval.answer.not_held import say_not_held
from retrieval.answer.other_version import number_warnings
from retrieval.answer.over_cases import over_cases
from retrieval.answer.parallel import in_language
from retrieval.answer.printing import print_quotation
from retrieval.answer.quoting import Quotation, choose
from retrieval.answer.sources import ALSO_FOUND, ranked_source
from retrieval.answer.time_of_conduct import add_law_of_the_time
from retrieval.answer.two_versions import date_warnings, with_versions
from retrieval.answer.unchanged import unchanged_sentences
from retrieval.asked_over_cases import asks_only_of_cases
from retrieval.authority import Severity
from retrieval.checks import judge
from retrieval.index import Index
from retrieval.parts.nearness import Nearness
from retrieval.parts.relevance import Relevance
from retrieval.ranking.legs import REFERENCE, TERM, TOPIC
from retrieval.reckoning.fines import asks_for_fine
from retrieval.reckoning.limitation import limitation_of
from retrieval.reckoning.reckon import reckon
from retrieval.reckoning.told_beside import is_told_beside
from retrieval.result import Answer, Citation
from retrieval.search import Search

BESIDE_RECKONED = 3  # passages quoted besides the provisions that a table of amounts rests on
BESIDE_LISTED = 1  # and besides a list of cases
# beside a list law that is near by its words alone is of something else: sellers of invoices
_POINTED_TO = {TOPIC, REFERENCE, TERM}
NOTES_SHOWN = 4
NOTE_RELEVANCE = 0.2  # of the question's weight, by a note's words, to be shown in the answer


def compose(search: Search, index: Index) -> Answer:
    """Return the quoting answer: numbered quotations with their labels, and what to know about them."""
    question, language = search.question, search.question.answer_language
    blocks, citations = say_not_held(question.own_references, index, language)
    sentences, told = standing(search, index)
    blocks += [*sentences, *date_warnings(search, index), *number_warnings(question, index)]
    blocks += unchanged_sentences(question, index)
    said = len(blocks)
    listed, of_cases = over_cases(search, index, citations)
    blocks += listed
    search = with_telling_sections(with_versions(with_named_first(search, index), index), index)
    relevance = Relevance(search.question, index)
    only_listed = bool(listed) and asks_only_of_cases(question, index)
    # an amount by which cases are asked for is nobody's
    reckoning = None if only_listed else reckon(search, index)
    limitation = None if reckoning is None else limitation_of(search, reckoning, index)
    limited = limitation_quotations(limitation, index, language) if limitation else []
    if limitation and reckoning:
        reckoning = reckoning if asks_for_fine(question.text) else replace(reckoning, fines=())
    if limitation:
        blocks += limitation_blocks(limitation, search, index, citations)
    reckoned = reckoned_quotations(reckoning, index, language) if reckoning is not None else []
    # who asks for a rule and tells of a sum besides reads the rule first
    behind = bool(reckoned) and not limitation and is_told_beside(search)
    if reckoning is not None and not behind:
        blocks += reckoned_blocks(reckoning, search, index, citations)
    for quotation in told:
        print_quotation(quotation, search, index, blocks, citations)
    before = [*limited, *reckoned, *told, *of_cases]
    most = BESIDE_RECKONED if before and not only_listed else UNITS
    others = choose(search, index, relevance, Nearness(search, index), most)
    if only_listed:
        others = _beside_list(others, search, bool(of_cases))
    noted: set[str] = set()
    quoted: set[str | None] = set()
    printed = list(before)
    for quotation in others:
        shown = in_language(quotation, language, index)
        quoted.add(quotation.passage.id)
        # two sentences of the question's language may be one line of the answer's
        if any(_overlaps(shown, other) for other in (before if shown is quotation else printed)):
            continue
        printed.append(shown)
        print_quotation(shown, search, index, blocks, citations)
        blocks += _notes(citations[-1], relevance, language, noted)
    if reckoning is not None and behind:
        blocks += like_case(search, reckoning, index, citations)
        blocks += reckoned_blocks(reckoning, search, index, citations)
    if not asks_of_standing(question):
        add_law_of_the_time(search, index, blocks, citations, said)
    quoted |= {citation.passage_id for citation in citations}
    return _judged(
        Answer(
            answer="\n\n".join(blocks), language=language, as_of=question.as_of, citations=citations,
            also_found=[
                ranked_source(index, found, rank, question)
                for rank, found in enumerate((f for f in search.found if f.passage.id not in quoted), 1)
                if rank <= ALSO_FOUND
            ],
        ),
        index,
    )  # fmt: skip


def _beside_list(others: list[Quotation], search: Search, any_listed: bool) -> list[Quotation]:
    """What is quoted beside a list of cases: which there are has been said, and that there are none too.

    :param any_listed: Whether a case is in the list.
    """
    if not any_listed or search.question.context:  # what is pointed to is of the questions before it
        return []
    pointed_to = {found.passage.id for found in search.found if found.ranks.keys() & _POINTED_TO}
    return [q for q in others if not q.passage.kind.is_decision and q.passage.id in pointed_to][:BESIDE_LISTED]


def _judged(made: Answer, index: Index) -> Answer:
    """Check the citations, and note how long that took."""
    start = perf_counter()
    made = judge(made, index)
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
