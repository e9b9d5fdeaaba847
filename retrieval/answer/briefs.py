"""The sections of a brief that hold what is asked: the reasons for a why, the charge for a crime, the result for a sentence, else the facts."""

import re
from dataclasses import replace
from itertools import zip_longest

from retrieval.cases.facts import asked_facts, tells_fact
from retrieval.index import Index
from retrieval.parts.answer_type import wanted
from retrieval.parts.spans import paragraphs
from retrieval.passage import Passage
from retrieval.question import Question
from retrieval.ranking.found import Found
from retrieval.ranking.priors import is_view
from retrieval.search import Search

MOST = 5  # cases that are compared
_SEEN = 4  # passages found first
_REASONING, _CHARGE, _RESULT = ("裁判理由", "Reasoning"), ("罪名变化", "Path of the charge"), ("处理结果", "Result")
_OF_WHICH_CRIME = re.compile(
    r"(?:什么|啥|哪个?|哪条|哪种|何)罪|罪名|怎么定性|定性(?:是|为)?什么|"
    r"\b(?:which|what) (?:\w+ )?(?:crimes?|offen[cs]es?|charges?)\b|\b(?:convicted|charged|accused|guilty|indicted)\b[^.?!]* (?:of|with)\b|\bcharges?\b",
    re.IGNORECASE,
)
_GIST = re.compile(r"要旨|要点|裁判规则|\bholding\b|\bratio\b|\bkey points?\b", re.IGNORECASE)
_MATTERS = ("对辩护的意义", "Why it matters")
# to what use it can be put: the rule that it lays down, and what follows for the defence
_USE = re.compile(
    r"(?:怎[么样]|如何|何以|能不能|能否|可否|可不可以|可以)(?:才能)?(?:把[^,，。]{0,8})?(?:引?用|援引|适用|运用|利用|套用|参照|参考|借鉴)|有(?:什么|啥|何|没有)[^,，。]{0,4}(?:用|意义|价值|帮助|启[发示])|(?:适用|援引|运用)[到于在]|"
    r"\b(?:use|used|using|invoke|rely on|relied on|cite|apply|applied|draw on|make use of)\b|\buseful\b|\bhelps?\b|\bhelpful\b",
    re.IGNORECASE,
)
# what the court said: its words on a point are its reasons
_SAID = re.compile(
    r"(?:法院|法官|合议庭|判决书?|裁判文书|再审|检察院|检察机关)[^,?，。？]{0,24}(?:怎么|如何|是?怎样)[^,?，。？了]{0,4}(?:说|讲|写|看|认为|反驳|回应|评价|论述|解释|驳)|(?:说理|裁判观点|法院认为|本院认为)|"
    r"\b(?:what did|how did|what does)\b[^.?!]{0,40}\b(?:court|judges?|judgment|procurat\w+|prosecut\w+)\b[^.?!]{0,20}\b(?:say|said|hold|find|answer|reply|reject|deal|reason|put it)\b",
    re.IGNORECASE,
)
# what was used, and by whom, is told among the facts; which law was applied, in the path of the charge
_OF_THE_FACTS = re.compile(
    r"(?:用|使用)[了过的]|用的是|适用(?:了?哪|了?什么|的?是)|\b(?:did|was|were|had)\b[^.?!]*\b(?:use|used|using|apply|applied)\b|\bused by\b",
    re.IGNORECASE,
)
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
        _REASONING if "reason" in kinds or _GIST.search(question.text) or _SAID.search(question.text) else (),
        _CHARGE if _OF_WHICH_CRIME.search(question.text) else (),
        _RESULT if "sentence" in kinds else (),
        (*_REASONING, *_MATTERS) if _USE.search(question.text) and not _OF_THE_FACTS.search(question.text) else (),
    )
    narrower = tuple(heading for headings in asked for heading in headings)
    return narrower or (_FACTS if _ABOUT.search(question.text) else ())


def named_case(search: Search) -> Found | None:
    """Return the best passage of a case that the question, or what it points back to, names."""
    named = {name for r in search.question.references if not r.article for name in r.authorities}
    return next((f for f in search.found if f.passage.authority in named and f.passage.kind.is_decision), None)


def named_cases(search: Search, index: Index) -> list[str]:
    """Return the cases that the question, or what it points back to, names, in its order."""
    named = [r.authorities for r in search.question.references if not r.article]
    alone = {names[0] for names in named if len(names) == 1}
    # "the Zhu case in Jingzhou" names three by the surname and one by the place: that one is meant
    meant = [names for names in named if len(names) == 1 or not alone & set(names)]
    # of each name its first case before the second of any: three are called Zhu, and the other case must not fall off
    names = dict.fromkeys(name for row in zip_longest(*meant) for name in row if name)
    return [name for name in names if index.authorities[name].kind.is_decision][:MOST]


def is_told(passage: Passage, question: Question) -> bool:
    """Return whether a passage of a brief is of a section that a question asks for, or tells a fact that it asks for."""
    if passage.section in telling_sections(question):
        return True
    facts = asked_facts(question.text)
    return not is_view(passage) and any(
        tells_fact(passage.text[p.whole.start : p.whole.end], facts) for p in paragraphs(passage)
    )


def with_telling_sections(search: Search, index: Index) -> Search:
    """Return the search with what the question asks for in the case that it names; of several cases that comes first."""
    first = named_case(search)
    if not first:
        return search
    allowed, language = search.question.request.admits, first.passage.language
    briefs = {name: [p for p in index.by_authority[name] if allowed(p)] for name in named_cases(search, index)}
    cases = [name for name, own in briefs.items() if own]
    told = {name: _told(briefs[name], language, search.question) for name in cases}
    if len(cases) > 1 and not any(told.values()):
        # compared as wholes: of each at least how it ended
        seen = {found.passage.authority for found in search.found[:_SEEN]}
        told = {name: _sections(briefs[name], _RESULT, language) for name in cases if name not in seen}
    known = {found.passage.id: found for found in search.found}
    held = {found.passage.section_key for found in search.found}
    if len(cases) == 1:
        missing = [p for p in told[cases[0]] if p.section_key not in held]
        front = [Found(passage, first.score, first.ranks) for passage in missing]
        return replace(search, found=[*front, *search.found]) if front else search
    every = [passage for row in zip_longest(*told.values()) for passage in row if passage]
    front = [known.get(p.id) or Found(p, first.score, first.ranks) for p in every]
    keys = {passage.section_key for passage in every}
    return replace(search, found=[*front, *(f for f in search.found if f.passage.section_key not in keys)])


def _told(brief: list[Passage], language: str, question: Question) -> list[Passage]:
    """The passages of a brief that tell what is asked, each section once, in the language that is shown."""
    own = [p for p in brief if is_told(p, question)]
    sections = telling_sections(question)
    return _once_each(own, sections, language)


def _sections(brief: list[Passage], sections: tuple[str, ...], language: str) -> list[Passage]:
    return _once_each([p for p in brief if p.section in sections], sections, language)


def _once_each(own: list[Passage], sections: tuple[str, ...], language: str) -> list[Passage]:
    """The first part of each section in the language that is shown, in the order of the sections that are named."""
    own.sort(
        key=lambda p: (sections.index(p.section) if p.section in sections else MOST, p.language != language, p.part)
    )
    chosen: dict[str | None, Passage] = {}
    for passage in own:
        chosen.setdefault(passage.section_key, passage)
    return list(chosen.values())
