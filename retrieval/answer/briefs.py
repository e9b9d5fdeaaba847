"""The section of a brief that holds what is asked: the reasoning for a why, the result for a sentence, the facts for what it is about."""

import re
from dataclasses import replace

from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.parts.answer_type import wanted
from retrieval.question import Question
from retrieval.ranking.found import Found
from retrieval.search import Search

_SECTIONS = {"reason": ("裁判理由", "Reasoning"), "sentence": ("处理结果", "Result")}
_GIST = re.compile(r"要旨|要点|裁判规则|\bholding\b|\bkey points?\b", re.IGNORECASE)
_FACTS = ("案件事实", "Facts")
# what a case is about: 是关于卖VPN的吗, 讲的是什么, what happened in it
_ABOUT = re.compile(
    r"是关于|有关系?(?:吗|么|没有?)?[?？]?$|(?:讲|说)的?(?:是|了)?(?:什么|啥)|怎么回事|案情|案件事实|什么(?:样的)?案[子件]?|经过|(?:做|干)了(?:什么|啥)|"
    r"\babout\b|\bfacts\b|\bwhat happened\b",
    re.IGNORECASE,
)


def telling_sections(question: Question) -> tuple[str, ...]:
    """Return the headings of the section that a question about a case asks for, in both languages."""
    kinds = wanted(question)
    if _GIST.search(question.text):
        return _SECTIONS["reason"]
    asked = next((_SECTIONS[kind] for kind in ("reason", "sentence") if kind in kinds), ())
    return asked or (_FACTS if _ABOUT.search(question.text) else ())


def named_case(search: Search) -> Found | None:
    """Return the best passage of a case that the question, or what it points back to, names."""
    named = {name for r in search.question.references if not r.article for name in r.authorities}
    return next(
        (f for f in search.found if f.passage.authority in named and f.passage.kind in (Kind.CASE, Kind.PENALTY)), None
    )


def with_telling_section(search: Search, index: Index) -> Search:
    """Return the search with that section of the case that the question names."""
    sections, first = telling_sections(search.question), named_case(search)
    if not first or not sections:
        return search
    if any(f.passage.authority == first.passage.authority and f.passage.section in sections for f in search.found):
        return search
    own = [p for p in index.by_authority[first.passage.authority] if p.section in sections]
    own.sort(key=lambda passage: passage.language != first.passage.language)
    return replace(search, found=[Found(own[0], first.score, first.ranks), *search.found]) if own else search
