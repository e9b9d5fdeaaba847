"""The sections of a brief that hold what is asked: the reasoning for a why, the charge for a crime, the result for a sentence."""

import re
from dataclasses import replace

from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.parts.answer_type import wanted
from retrieval.question import Question
from retrieval.ranking.found import Found
from retrieval.search import Search

_REASONING, _CHARGE, _RESULT = ("裁判理由", "Reasoning"), ("罪名变化", "Path of the charge"), ("处理结果", "Result")
_OF_WHICH_CRIME = re.compile(
    r"(?:什么|啥|哪个?|哪条|哪种|何)罪|罪名|怎么定性|定性(?:是|为)?什么|"
    r"\b(?:which|what) (?:\w+ )?(?:crimes?|offen[cs]es?|charges?)\b|\b(?:convicted|charged|accused|guilty|indicted)\b[^.?!]* (?:of|with)\b|\bcharges?\b",
    re.IGNORECASE,
)


def telling_sections(question: Question) -> tuple[str, ...]:
    """Return the headings of the sections that a question about a case asks for, in both languages."""
    kinds = wanted(question)
    asked = (
        _REASONING if "reason" in kinds else (),
        _CHARGE if _OF_WHICH_CRIME.search(question.text) else (),
        _RESULT if "sentence" in kinds else (),
    )
    return tuple(heading for headings in asked for heading in headings)


def named_case(search: Search) -> Found | None:
    """Return the best passage of a case that the question, or what it points back to, names."""
    named = {name for r in search.question.references if not r.article for name in r.authorities}
    return next(
        (f for f in search.found if f.passage.authority in named and f.passage.kind in (Kind.CASE, Kind.PENALTY)), None
    )


def with_telling_sections(search: Search, index: Index) -> Search:
    """Return the search with those sections of the case that the question names."""
    asked, first = telling_sections(search.question), named_case(search)
    if not first or not asked:
        return search
    own = [p for p in index.by_authority[first.passage.authority] if p.section in asked and not p.part]
    own.sort(key=lambda passage: (asked.index(passage.section or ""), passage.language != first.passage.language))
    held = {f.passage.section_key for f in search.found if f.passage.authority == first.passage.authority}
    missing: dict[str | None, Found] = {}
    for passage in own:
        if passage.section_key not in held:
            missing.setdefault(passage.section_key, Found(passage, first.score, first.ranks))
    return replace(search, found=[*missing.values(), *search.found]) if missing else search
