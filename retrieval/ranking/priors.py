"""What a question asks for: the law, a case, a commentator's opinion; and how much each kind then weighs."""

import re

from retrieval.authority import Kind
from retrieval.passage import Passage
from retrieval.question import Question
from retrieval.reading.examples import asks_for_example
from retrieval.reading.own_matter import is_own, lets_go

_CASE = re.compile(
    r"案例|先例|判例|(?<!立得了)(?<!立不了)(?<!立得上)(?<!立不上)(?<!立)案(?:[^件子由情]|$)|判决|法院|不起诉|被告人|检例|指导性?案例|判了|\bcases?\b|\bcourts?\b|judg(?:e?ment)|precedent|(?:best|leading|strongest|supporting) authorit(?:y|ies)\b|convicted|acquitt|defendants?\b|not prosecuted|non-prosecution|\bXing Chu\b|\bwhat (?:did|happened to|became of)\b",
    re.IGNORECASE,
)
_COMMENTARY = re.compile(
    r"文章|作者|评论|观点|统计|个案件|\bauthor|\bthe article(?!\s*\d)|commentar|statistic|\bsample\b|\b52\b|\bopinion of\b",
    re.IGNORECASE,
)
# 会被罚, to be fined: that asks what the law threatens, not what became of somebody
_PENALTY = re.compile(
    r"处罚(?:案例|决定|实例)|(?<![会要能得])被罚|罚了|浙江|广东|行政处罚.*案|(?<!\bbe )\bfined\b|penalty notice|penalty decision|\busers? (?:was|were|been)",
    re.IGNORECASE,
)

_EXAMPLE_WEIGHT = 1.8
# decided cases are asked for by their name, not only by what happens in any: 判了, fined
_DECIDED = re.compile(
    r"案例|先例|判例|检例|指导性?案例|不起诉|文书|哪些法院|各地|\bcases\b|\bcourts\b|\bcase law\b|precedent|authorit(?:y|ies)\b|judg(?:e?ment)s|non-prosecution",
    re.IGNORECASE,
)

_SOURCES = ("来源与可信度", "Sources and confidence")
_SOURCES_ASKED = re.compile(
    r"来源|可信|出处|哪里看到|依据什么资料|\bsources?\b|confiden|reliab|where .* (?:from|reported)", re.IGNORECASE
)
_VIEWS = ("对辩护的意义", "Why it matters")
_VIEWS_ASKED = re.compile(
    r"意义|启示|援引|辩护|先例|怎么用|论证|反驳|抗辩|\bwhy\b|matter|defen[cs]e|argue|argument|significan|authority|precedent|rely",
    re.IGNORECASE,
)

_RESULT = ("处理结果", "Result")
_RESULT_ASKED = re.compile(
    r"判了|判几|几年|哪天|何时|什么时候|哪一?年|多久|刑期|缓刑|实刑|罚了|罚金|罚款|结果|结局|下场|怎么处理|最后|后来怎|\b(?:what did|get|got|sentence[ds]?|probation|suspended|fined?|"
    r"prison|term|outcome|(?<!the )end(?:ed)?|when|what date|convicted|served?|punished|how long)\b",
    re.IGNORECASE,
)

# of the usual weight: who tells of a matter of one's own asks for the law, however much it is like a case
_BESIDE_OWN = 0.7
_WEIGHTS = {Kind.CASE: (0.7, 1.2), Kind.PENALTY: (0.55, 1.0), Kind.COMMENTARY: (0.65, 1.4)}
_SIGNS = {Kind.CASE: _CASE, Kind.PENALTY: _PENALTY, Kind.COMMENTARY: _COMMENTARY}


def kind_weights(question: Question) -> dict[Kind, float]:
    """Return what each kind's scores are multiplied by: the law 1, others less unless the question asks for them."""
    weights = dict.fromkeys(Kind, 1.0)
    for kind, (usual, asked) in _WEIGHTS.items():
        weights[kind] = asked if asks_for(question, kind) else usual
        if kind is not Kind.COMMENTARY and is_own(question.text, question.language) and weights[kind] == usual:
            weights[kind] *= _BESIDE_OWN
    if asks_for_example(question.text):
        weights[Kind.CASE] = weights[Kind.PENALTY] = _EXAMPLE_WEIGHT
    return weights


def section_weight(passage: Passage, question: Question) -> float:
    """Return what a brief's section is worth: where the facts come from, and our own view, less than the facts."""
    heading = passage.section or ""
    if heading in _SOURCES:
        return 1.0 if _SOURCES_ASKED.search(question.text) else 0.55
    if is_view(passage):
        return 1.0 if _VIEWS_ASKED.search(question.text) else 0.8
    return 1.0


def is_view(passage: Passage) -> bool:
    """Return whether a passage is our view of what a text means for a defence."""
    return (passage.section or "").endswith(_VIEWS)  # those of our words about a text that is not held are numbered


def asks_for_result(question: Question) -> bool:
    """Return whether it is asked how a decided case ended."""
    asked = asks_for(question, Kind.CASE) or asks_for(question, Kind.PENALTY)
    return asked and bool(_RESULT_ASKED.search(question.text))


def is_result(passage: Passage) -> bool:
    """Return whether a passage is the section of a brief that says how the case ended."""
    return passage.section in _RESULT


def asks_for(question: Question, kind: Kind) -> bool:
    """Return whether the question's words ask for this kind."""
    if kind.is_decision and asks_for_example(question.text):
        return True
    if kind not in _SIGNS or not _SIGNS[kind].search(question.understood):
        return False
    return kind is Kind.COMMENTARY or not _tells_own(question)


def _tells_own(question: Question) -> bool:
    """Whether words such as 判了 and fined tell the asker's own matter, or lead to a question for a rule."""
    named = any(not reference.article for reference in question.references)
    if named or _DECIDED.search(question.understood):
        return False
    # another date alone asks the question before again
    return lets_go(question.context if question.only_dated else question.text, question.language)
