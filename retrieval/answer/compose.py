"""Put quotations, labels, dates, warnings and notes together into an answer, and check it."""

from time import perf_counter

from retrieval.answer.briefs import with_telling_sections
from retrieval.answer.chosen_passages import UNITS
from retrieval.answer.draft import Draft
from retrieval.answer.in_force import asks_of_standing, standing, with_named_first
from retrieval.answer.not_held import say_not_held
from retrieval.answer.other_version import number_warnings
from retrieval.answer.over_cases import over_cases
from retrieval.answer.quoting import Quotation, choose
from retrieval.answer.sources import ALSO_FOUND, ranked_source
from retrieval.answer.sums import Sums
from retrieval.answer.time_of_conduct import add_law_of_the_time
from retrieval.answer.two_versions import date_warnings, with_versions
from retrieval.answer.unchanged import unchanged_sentences
from retrieval.asked_over_cases import asks_only_of_cases
from retrieval.checks import judge
from retrieval.index import Index
from retrieval.parts.nearness import Nearness
from retrieval.ranking.legs import REFERENCE, TERM, TOPIC
from retrieval.result import Answer
from retrieval.search import Search

BESIDE_RECKONED = 3  # passages quoted besides the provisions that a table of amounts rests on
BESIDE_LISTED = 1  # and besides a list of cases
# beside a list of cases, law is quoted only if a topic, a name or a term leads to it: words alone bring other sellers' law
_POINTED_TO = {TOPIC, REFERENCE, TERM}


def compose(search: Search, index: Index) -> Answer:
    """Return the quoting answer: numbered quotations with their labels, and what to know about them."""
    question = search.question
    blocks, citations = say_not_held(question.own_references, index, question.answer_language)
    sentences, told = standing(search, index)
    blocks += [*sentences, *date_warnings(search, index), *number_warnings(question, index)]
    blocks += unchanged_sentences(question, index)
    opened = len(blocks)
    listed, of_cases = over_cases(search, index, citations)
    blocks += listed
    search = with_telling_sections(with_versions(with_named_first(search, index), index), index)
    draft = Draft(search, index, blocks, citations)
    only_listed = bool(listed) and asks_only_of_cases(question, index)
    sums = None if only_listed else Sums(search, index)  # an amount by which cases are asked for is nobody's
    if sums:
        sums.say_first(draft)
    for quotation in told:
        draft.quote(quotation)
    before = [*(sums.quotations if sums else []), *told, *of_cases]
    beside = 0 if sums and sums.is_choice else BESIDE_RECKONED
    most = beside if before and not only_listed else UNITS
    others = choose(search, index, draft.relevance, Nearness(search, index), most)
    if only_listed:
        others = _beside_list(others, search, bool(of_cases))
    draft.quote_beside(others, before)
    if sums:
        sums.say_behind(draft)
    if not asks_of_standing(question):
        add_law_of_the_time(search, index, blocks, citations, opened)
    quoted = {quotation.passage.id for quotation in others} | {citation.passage_id for citation in citations}
    return _judged(
        Answer(
            answer="\n\n".join(blocks), language=question.answer_language, as_of=question.as_of, citations=citations,
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
