"""Facts that the corpus itself says are not known: a brief without the sentence, an article whose tables are lost."""

import re

from retrieval.authority import Authority, Kind
from retrieval.index import Index
from retrieval.parts.relevance import Relevance
from retrieval.question import Question
from retrieval.ranking.priors import asks_for
from retrieval.reading.examples import asks_for_example
from retrieval.reading.own_matter import lets_go
from retrieval.refusals.clauses import clauses_of, says_unknown
from retrieval.search import Search
from retrieval.words.tokens import tokenize

# 被报道判处缓刑，刑期不详: who asks what the sentence was is told so much; who asks how long it was is not
_STATED = re.compile(
    r"(?:判处|处以|被处|罚款|罚金|缓刑|拘留|警告)[^，,]*[，,]|\b(?:sentenced|fined|suspended|detained|warned)\b[^.,;]*[,;]"
)
_HOW_MUCH = re.compile(
    r"几|多[久长少]|刑期|考验期|期限|\bhow (?:long|many|much)\b|\blength\b|\bmonths\b|\byears\b", re.IGNORECASE
)
# what is not known, apart from that it is not
_NOT_KNOWN = re.compile(
    r"(?:这些)?(?:均|都|也|皆|亦)?(?:不详|未经核实|此处不列|无法得知)|\b(?:(?:is|are|was|were) (?:also |all )?(?:not known|unknown|not verified)|and)\b|[。.）)]"
)
_PART = re.compile(r"[，；]|[,;]\s")
_LEAST_OWN = 3  # characters of what is not known, to be a thing of its own
_TOLD = (Kind.CASE, Kind.PENALTY, Kind.COMMENTARY)
_PASSAGES = 3  # found first, in which the clause that answers best is looked for


def unknown_fact(search: Search, relevance: Relevance, index: Index) -> str | None:
    """Return the clause that answers best, if all it says is that the fact is not known."""
    question = search.question
    if not any(not r.article for r in question.references) and lets_go(question.text, question.language):
        return None  # what is not known of a decided case is not what is asked
    if asks_for_example(question.text) and not any(question.references):
        return None  # which case there is can be told, whatever is not known of it
    best, language, authority, top = "", question.language, "", 0.0
    told = [
        found.passage
        for found in search.found[:_PASSAGES]
        if found.passage.kind in _TOLD and _is_asked_of(found.passage.kind, question)
    ]
    if not told or search.found[0].passage.kind not in _TOLD:
        return None
    for passage in told:
        for clause in clauses_of(passage.text):
            score = relevance.score(clause, passage.language)
            if score > top:
                best, language, authority, top = clause, passage.language, passage.authority, score
    if not says_unknown(best):
        return None
    # a clause that has nothing of the question but the case's name says nothing of what is asked
    if relevance.shared(best, language) <= _names(index.authorities[authority], language):
        return None
    stated = bool(_STATED.search(best)) or _tells_before(best, language, relevance)
    told_in_part = stated and not _HOW_MUCH.search(search.question.text)
    return None if told_in_part else best


def _is_asked_of(kind: Kind, question: Question) -> bool:
    """Whether a question may ask for a fact of a case: it names one, or has a word for one or for what befalls in one."""
    return kind is Kind.COMMENTARY or bool(question.references) or asks_for(question, kind)


def _names(authority: Authority, language: str) -> set[str]:
    """The words of a case's names."""
    names = (getattr(authority.titles, language), *getattr(authority.short, language))
    return {token for name in names if name for token in tokenize(name)}


def _tells_before(clause: str, language: str, relevance: Relevance) -> bool:
    """Whether what is not known is another thing, told behind what is asked: 以非法经营罪定罪，此前有无变化不详."""
    *told, last = _PART.split(clause.strip())
    own = _NOT_KNOWN.sub("", last).strip()
    if not told or len(own) < _LEAST_OWN:
        return False
    return max(relevance.score(part, language) for part in told) > relevance.score(last, language)
