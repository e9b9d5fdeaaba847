"""The decided case nearest in amount, in its brief's words: its facts and its result."""

from prompts import say
from retrieval.answer.over_cases import FACTS_TOLD, RESULT, section_line
from retrieval.answer.printing import print_quotation
from retrieval.cases.facts import FACTS
from retrieval.index import Index
from retrieval.reckoning.nearest_case import nearest_case
from retrieval.reckoning.reckon import Reckoning
from retrieval.result import Citation
from retrieval.search import Search


def like_case(search: Search, reckoning: Reckoning, index: Index, citations: list[Citation]) -> list[str]:
    """Return the blocks on the case; none if none is near, or it is quoted already.

    :param citations: Those of the answer so far; the case's are added.
    """
    found = nearest_case(search, reckoning, index)
    language = search.question.answer_language
    if found is None:
        return []
    record, amount = found
    amounts = [fact for fact in FACTS if fact.name == "amounts"]
    quoted = {(c.passage_id, c.quote) for c in citations}
    lines = [
        line
        for heading in (FACTS_TOLD, RESULT)
        for line in section_line(record, heading, search.question, index, amounts)
        if (line.passage.id, line.passage.text[line.span.start : line.span.end]) not in quoted
    ]
    if not lines:
        return []
    blocks = [
        say(
            language, "reckon_like_case", case=record.authority.short_title(language), value=f"{amount.value:,.2f}".removesuffix(".00"),
            what=amount.what.in_language(language), grade=record.confidence or "?",
        )
    ]  # fmt: skip
    for line in lines:
        print_quotation(line, search, index, blocks, citations)
    return blocks
