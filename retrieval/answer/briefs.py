"""The sections of a brief that hold what is asked: the reasons for a why, the charge for a crime, the result for a sentence, else the facts."""

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
# figures of the facts beside what was imposed: users, servers, money; and what was taken is imposed
_FIGURES = re.compile(
    r"用户|客户|买家|会员|人数|人次|多少人|服务器|节点|金额|数额|赚|获利|利润|盈利|收入|收款|收了|流水|营业额|"
    r"\b(?:users|customers|buyers|subscribers|servers|nodes|amounts?|gains|profits?|earn\w*|revenue|turnover|receipts)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"没收|追缴|退缴|\b(?:confiscat|forfeit|recover)\w*", re.IGNORECASE)
_GIST = re.compile(r"要旨|要点|裁判规则|\bholding\b|\bkey points?\b", re.IGNORECASE)
_FACTS = ("案件事实", "Facts")
# what a case is about: 是关于卖VPN的吗, 讲的是什么, what happened in it
_ABOUT = re.compile(
    r"是关于|有关系?(?:吗|么|没有?)?[?？]?$|(?:讲|说)的?(?:是|了)?(?:什么|啥)|怎么回事|案情|案件事实|什么(?:样的)?案[子件]?|经过|(?:做|干)了(?:什么|啥)|"
    r"\babout\b|\bfacts\b|\bwhat happened\b",
    re.IGNORECASE,
)


def telling_sections(question: Question) -> tuple[str, ...]:
    """Return the headings of the sections that a question about a case asks for, in both languages."""
    kinds = wanted(question)
    asked = (
        _REASONING if "reason" in kinds or _GIST.search(question.text) else (),
        _CHARGE if _OF_WHICH_CRIME.search(question.text) else (),
        _RESULT if "sentence" in kinds or _TAKEN.search(question.text) else (),
    )
    narrower = tuple(heading for headings in asked for heading in headings)
    of_facts = _FIGURES.search(question.text) or (not narrower and _ABOUT.search(question.text))
    return (*narrower, *(_FACTS if of_facts else ()))


def named_case(search: Search) -> Found | None:
    """Return the best passage of a case that the question, or what it points back to, names."""
    named = {name for r in search.question.references if not r.article for name in r.authorities}
    return next(
        (f for f in search.found if f.passage.authority in named and f.passage.kind in (Kind.CASE, Kind.PENALTY)), None
    )


def named_cases(search: Search) -> list[str]:
    """Return the cases that the question, or what it points back to, names, in its order."""
    named = dict.fromkeys(name for r in search.question.references if not r.article for name in r.authorities)
    found = {f.passage.authority for f in search.found if f.passage.kind in (Kind.CASE, Kind.PENALTY)}
    return [name for name in named if name in found]


def with_telling_sections(search: Search, index: Index) -> Search:
    """Return the search with those sections of the cases that the question names."""
    asked, first = telling_sections(search.question), named_case(search)
    if not first or not asked:
        return search
    missing: dict[tuple[str, str | None], Found] = {}
    for case in named_cases(search):
        own = [p for p in index.by_authority[case] if p.section in asked and not p.part]
        own.sort(key=lambda passage: (asked.index(passage.section or ""), passage.language != first.passage.language))
        held = {f.passage.section_key for f in search.found if f.passage.authority == case}
        for passage in own:
            if passage.section_key not in held:
                missing.setdefault((case, passage.section_key), Found(passage, first.score, first.ranks))
    return replace(search, found=[*missing.values(), *search.found]) if missing else search
