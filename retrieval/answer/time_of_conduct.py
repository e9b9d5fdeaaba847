"""What holds for conduct that is older than the crime, or goes on over the day on which it became one; and for judgments."""

import re

from prompts import say
from retrieval.address import article_numbers
from retrieval.answer.printing import print_quotation
from retrieval.answer.quoting import Quotation
from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.parts.spans import paragraphs
from retrieval.reading.charges import is_special
from retrieval.result import Citation
from retrieval.search import Search

_EARLIER_CONDUCT = (CRIMINAL_LAW, "第十二条")  # the law of the time, unless the new one is lighter
_BEFORE_OF_LAW, _BEFORE_OF_JUDGMENTS = 1, 2  # its paragraphs: on earlier conduct, on judgments under earlier law
_JUDGED = re.compile(
    r"判(?!断)|定罪|服刑|坐牢|在押|\b(?:convict\w*|sentenc\w*|serv(?:es|ing|ed)|prison\w*|jail\w*|judge?ment\w*)\b",
    re.IGNORECASE,
)
_FIRST = 6  # citations among which the crime must be that is asked about


def add_law_of_the_time(search: Search, index: Index, blocks: list[str], citations: list[Citation], at: int) -> None:
    """Say of conduct older than the crime that is quoted that it is judged by the law of its time, and quote that rule.

    :param blocks: The answer's paragraphs so far; the rule is put behind them.
    :param at: Where among them the sentence is put.
    """
    if _of_standing_judgment(search) and (rule := _rule(search, index, _BEFORE_OF_JUDGMENTS)):
        blocks.insert(at, say(search.question.answer_language, "judgment_stands"))
        print_quotation(rule, search, index, blocks, citations)
        return
    crime = _later_crime(search, index, citations)
    if crime is None:
        return
    question = search.question
    first, last = question.begin or question.as_of, question.as_of
    across = crime.effective_from is not None and crime.effective_from <= last
    name = "conduct_across" if across else "conduct_before"
    same = (c.label for c in citations[:_FIRST] if _is_beside(c, crime, index))
    law = ("、" if question.answer_language == "zh" else ", ").join(dict.fromkeys(same))
    said = say(question.answer_language, name, law=law, begin=crime.effective_from, first=first, last=last)
    cited = (index.passages.get(c.passage_id or "") for c in citations)
    if not any(passage and passage.unit == _EARLIER_CONDUCT for passage in cited):
        rule = _rule(search, index, _BEFORE_OF_LAW)
        if rule is None:
            return
        print_quotation(rule, search, index, blocks, citations)
    blocks.insert(at, said)


def _later_crime(search: Search, index: Index, citations: list[Citation]) -> Citation | None:
    """The crime quoted first, if it was none on the first day of the conduct."""
    question = search.question
    if not question.dated:
        return None
    begin = question.begin or question.as_of
    for own in citations[:_FIRST]:
        passage = index.passages.get(own.passage_id or "")
        if passage is None or passage.authority != CRIMINAL_LAW or not is_special(passage.article):
            continue
        inserted = (article_numbers(passage.article or "") or (0, 0))[1]
        later = passage.in_force_on(begin, question.today, own.paragraph) == "fail"
        # of an article that was only reworded there was an older text
        known = own.effective_from is not None and own.effective_from > begin and (inserted or not passage.reworded)
        return own if later and known else None
    return None


def _is_beside(own: Citation, crime: Citation, index: Index) -> bool:
    """Whether a citation is of the same article, in the same language, and law from the same day on."""
    one, other = (index.passages.get(c.passage_id or "") for c in (own, crime))
    return bool(
        one and other and one.unit == other.unit and one.language == other.language and own.effective_from == crime.effective_from
    )  # fmt: skip


def _of_standing_judgment(search: Search) -> bool:
    """Whether it is asked what a change of the law that is yet to come does to a judgment."""
    question = search.question
    return bool(question.law_to_come and question.as_of <= question.today and _JUDGED.search(question.text))


def _rule(search: Search, index: Index, paragraph: int) -> Quotation | None:
    held, allowed = index.units.get(_EARLIER_CONDUCT, {}), search.question.request.admits
    passages = held.get(search.question.answer_language) or held.get("zh") or []
    own = [Quotation(p, line.whole) for p in passages if allowed(p) for line in paragraphs(p)]
    return own[paragraph - 1] if len(own) >= paragraph else None
