"""Facts that the corpus itself says are not known: a brief without the sentence, an article whose tables are lost."""

import re

from retrieval.authority import Kind
from retrieval.parts.relevance import Relevance
from retrieval.reading.examples import asks_for_example
from retrieval.reading.own_matter import lets_go
from retrieval.search import Search

_ABSENT = re.compile(
    r"(?:不详|未经核实，此处不列|均不详|无法得知)[。）)]?$|\b(?:is|are|was|were) (?:not known|unknown|not verified)[^.;]{0,40}\.?$"
)
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
_CLAUSE = re.compile(r"(?<=[。；;])|(?<=\.)\s+(?=[A-Z“])|\n")
_TOLD = (Kind.CASE, Kind.PENALTY, Kind.COMMENTARY)
_PASSAGES = 3  # found first, in which the clause that answers best is looked for


def unknown_fact(search: Search, relevance: Relevance) -> str | None:
    """Return the clause that answers best, if all it says is that the fact is not known."""
    question = search.question
    if not any(not r.article for r in question.references) and lets_go(question.text, question.language):
        return None  # what is not known of a decided case is not what is asked
    if asks_for_example(question.text) and not any(question.references):
        return None  # which case there is can be told, whatever is not known of it
    best, language, top = "", question.language, 0.0
    told = [found.passage for found in search.found[:_PASSAGES] if found.passage.kind in _TOLD]
    if not told or search.found[0].passage.kind not in _TOLD:
        return None
    for passage in told:
        for clause in _CLAUSE.split(passage.text):
            score = relevance.score(clause, passage.language)
            if score > top:
                best, language, top = clause, passage.language, score
    stated = bool(_STATED.search(best)) or _tells_before(best, language, relevance)
    told_in_part = stated and not _HOW_MUCH.search(search.question.text)
    return best.strip() if _ABSENT.search(best.strip()) and not told_in_part else None


def _tells_before(clause: str, language: str, relevance: Relevance) -> bool:
    """Whether what is not known is another thing, told behind what is asked: 以非法经营罪定罪，此前有无变化不详."""
    *told, last = _PART.split(clause.strip())
    own = _NOT_KNOWN.sub("", last).strip()
    if not told or len(own) < _LEAST_OWN:
        return False
    return max(relevance.score(part, language) for part in told) > relevance.score(last, language)
