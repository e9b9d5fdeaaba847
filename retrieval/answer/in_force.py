"""Whether a named law is in force: one sentence from what its meta.yaml says, and what amended it or took its place."""

import re
from dataclasses import replace

from prompts import say
from retrieval.answer.quoting import Quotation
from retrieval.authority import Authority, Status
from retrieval.fusion import strictly_decreasing
from retrieval.index import Index
from retrieval.labels import pinpoint
from retrieval.parts.spans import paragraphs
from retrieval.passage import Passage
from retrieval.question import Question
from retrieval.ranking.legs import REFERENCE
from retrieval.reading.held import units_of
from retrieval.references.find import Reference
from retrieval.search import Search

_ASKED = re.compile(
    r"(?:还|现在|目前|如今|是否|仍然?|有没有|算不算|是不是|已经?)[^,?!，。？！]{0,8}(?:有效|生效|失效|废止|作废|被?废了|管用|在用|效力|能用|能不能用|可以用|施行|被?修改|被?修订|被?取代)|"
    r"(?:是不是|是否|有没有|已经?)[^,?!，。？！]{0,24}?(?:废止|作废|废除|失效|取代|替代)|"
    r"(?:有效|失效|废止|作废|过时|生效|被取代|被修订|被修改)(?:了)?(?:吗|没有|没|么|不)|效力(?:如何|状态|怎么样)|"
    # its number and its dates are said with it
    r"(?:什么时候|何时|哪一?[年天])[^,?!，。？！]{0,4}(?:失效|废止|生效|施行|实施|发布|颁布|公布|出台|通过|修[改订]|改)|哪一?年(?:的|出的|发的)?[？?]?$|"
    r"几号文|第?几号令?[？?]?$|文号(?:是|为|[？?]|$)|"
    r"\b(?:still|currently|now|yet|already|ever)\b[^.?!]{0,30}\b(?:in force|in effect|valid|good law|law|effective|applicable|apply|applies|binding|current|usable|be used)\b|"
    r"\b(?:is|are|was|were|has|have)\b[^.?!]{0,90}\b(?:in force|in effect|repealed|superseded|replaced|abolished|valid|outdated|good law)\b|"
    r"\b(?:document|decree|official) number\b|\bwhat (?:is|was) the number of the\b|\bwhat (?:number|year)\b[^.?!]{0,30}\b(?:law|regulations?|interpretation|provisions|notice|measures|opinions?)\b|"
    r"\bstatus of\b|\bwhen (?:did|does|will|was|were)\b[^.?!]{0,60}\b(?:in force|into force|effect|repealed|replaced|superseded|expire)",
    re.IGNORECASE,
)
# as a fact, in passing
_SAID_ENDED = re.compile(
    r"\b(?:repealed|abolished|struck (?:out|down)|no longer (?:in force|the law|exists?|applies)|scrapped|deleted|decriminali[sz]ed)\b|废止|废除|取消了|删除了|失效",
    re.IGNORECASE,
)
# of the days on which it was made, not only from when on it is the law
_MADE = re.compile(
    r"公布|发布|颁布|印发|出台|通过|\b(?:published|issued|promulgated|announced|adopted|passed)\b", re.IGNORECASE
)
MOST = 3  # laws of which it is said


def asks_of_standing(question: Question) -> bool:
    """Return whether a question asks whether a law is in force, and not of what somebody did."""
    return bool(_ASKED.search(question.text))


def standing(search: Search, index: Index) -> tuple[list[str], list[Quotation]]:
    """Return a sentence on each law whose standing is asked for, and what tells of what amended it.

    A case or a commentary has none.
    """
    question, language = search.question, search.question.answer_language
    named = _named(question, index) if _ASKED.search(question.text) else []
    ended = bool(_SAID_ENDED.search(question.text))
    made = bool(_MADE.search(question.text))
    sentences = _read_as(question, index, language) if asks_of_standing(question) and not ended else []
    sentences += [_sentence(authority, index, question, made) for authority in named]
    sentences += _later_articles(question, index, language) if named else []
    sentences += _of_articles(question, index, language) if ended else []
    told = [quotation for authority in named for quotation in _amendment(authority, search, index)]
    return sentences, told


def with_named_first(search: Search, index: Index) -> Search:
    """Return the search with the laws whose standing is asked for before what else was found.

    What tells of another law's standing is near to the question by its words alone.
    """
    if not _ASKED.search(search.question.text):
        return search
    named = _named(search.question, index)
    then = {version.id for authority in named if (version := _version_then(authority, index, search.question))}
    own = {authority.id for authority in named}
    named_so = [found for found in search.found if found.passage.authority in own | then]
    # an article named by its number is asked for itself: it is worth little in the search if it was not the law on the day
    named_so = [found for found in named_so if found.passage.article and REFERENCE in found.ranks] or named_so
    # first what stood in its place on the day: that number in the law that had it then
    first = sorted(named_so, key=lambda found: found.passage.authority not in then)
    others = [found for found in search.found if found not in first]
    scores = strictly_decreasing(found.score for found in search.found)
    ordered = [replace(found, score=score) for found, score in zip((*first, *others), scores, strict=True)]
    return replace(search, found=ordered) if first else search


def _version_then(authority: Authority, index: Index, question: Question) -> Authority | None:
    """The other version of a law that was the law on the day asked about, if it was not itself."""
    if authority.status_on(question.as_of) is Status.IN_FORCE:
        return None
    versions = index.versions.of(authority.id)
    return next((text for text in versions if text.status_on(question.as_of) is Status.IN_FORCE), None)


def _named(question: Question, index: Index) -> list[Authority]:
    """The laws that the question names; several versions that one name stands for count as one each."""
    keys = dict.fromkeys(
        key for reference in question.own_references if reference.named for key in reference.authorities
    )
    return [index.authorities[key] for key in keys if index.authorities[key].kind.is_law][:MOST]


def _read_as(question: Question, index: Index, language: str) -> list[str]:
    """A sentence on each article of which no law is named: whose it is taken for, and whether it was law on the day."""
    said = []
    for reference in question.own_references:
        if reference.named or not reference.article or len(reference.authorities) != 1:
            continue
        own = reference.authorities[0]
        # of the versions of a law the one of the day has the article that is meant
        versions = [own, *(version.id for version in index.versions.of(own))]
        held = [p for v in versions if (p := _article_of(v, reference, index))]
        if not held or not held[0].kind.is_law:
            continue
        results = [p.in_force_on(question.as_of, question.today, reference.paragraph) for p in held]
        at = results.index("pass") if "pass" in results else 0
        authority, result = index.authorities[held[at].authority], results[at]
        label = pinpoint(authority, reference.address(authority.id), language)
        said.append(say(language, f"standing_article_{result}", law=label, as_of=question.as_of))
    return said[:MOST]


def _later_articles(question: Question, index: Index, language: str) -> list[str]:
    """A sentence on each article that was no law on the day asked about, though its law was: it was inserted later."""
    said = []
    for reference in question.own_references if question.dated else ():
        if not (reference.named and reference.article) or len(reference.authorities) != 1:
            continue
        authority = index.authorities[reference.authorities[0]]
        passage = _article_of(authority.id, reference, index)
        if passage is None or not passage.kind.is_law or not authority.may_be_in_force(question.as_of):
            continue
        if passage.in_force_on(question.as_of, question.today, reference.paragraph) == "fail" and not passage.reworded:
            label = pinpoint(authority, reference.address(authority.id), language)
            said.append(say(language, "standing_article_then_not", law=label, as_of=question.as_of))
    return said[:MOST]


def _article_of(law: str, reference: Reference, index: Index) -> Passage | None:
    held = index.units.get((law, reference.address(law).article), {})
    return next((passage for passages in held.values() for passage in passages), None)


def _of_articles(question: Question, index: Index, language: str) -> list[str]:
    """A sentence on each article of which it is said that it ended, and that is law: since article 285 was repealed."""
    said = []
    for reference in question.own_references:
        held = [unit for unit in units_of(reference, index) if reference.article] if not reference.named else []
        for unit in held[:1]:
            passage = next(p for passages in index.units[unit].values() for p in passages)
            authority = index.authorities[unit[0]]
            if passage.kind.is_law and passage.in_force_on(question.as_of, question.today) == "pass":
                label = pinpoint(authority, reference.address(authority.id), language)
                # not since when: its paragraphs may be of different amendments, and are quoted with their dates
                said.append(say(language, "standing_in_force", law=label, number="", period=""))
    return said[:MOST]


def _sentence(authority: Authority, index: Index, question: Question, made: bool) -> str:
    """What is said of a law.

    :param made: Whether with the days on which it was adopted and published.
    """
    language = question.answer_language
    number = say(language, "standing_number", number=authority.number) if authority.number else ""
    law = authority.short_title(language)
    parts = [
        say(
            language,
            f"standing_{authority.status_on(question.today)}",
            law=law,
            number=number,
            period=_period(authority, language),
        )
    ]
    days = (("standing_adopted", authority.adopted), ("standing_published", authority.published))
    parts += [say(language, name, day=day) for name, day in days if made and day]
    if authority.revised:
        parts.append(say(language, "standing_revised", revised=authority.revised))
    for name, other in (("standing_replaced", authority.replaced_by), ("standing_amended_by", authority.amended_by)):
        if other in index.authorities:
            later = index.authorities[other]
            parts.append(say(language, name, law=later.short_title(language), period=_period(later, language)))
    if question.dated and question.as_of != question.today:
        parts.append(_then(authority, index, question))
    return ("" if language == "zh" else " ").join(parts)


def _then(authority: Authority, index: Index, question: Question) -> str:
    """Whether it, or another version of it, was the law on the day asked about."""
    language, day = question.answer_language, question.as_of
    if authority.kind.is_law and authority.status is not Status.DRAFT and authority.may_be_in_force(day):
        known = authority.effective and authority.status_on(day) is Status.IN_FORCE
        return say(language, "standing_then" if known else "standing_then_unknown", as_of=day)
    other = _version_then(authority, index, question)
    if other and other.effective:
        law, period = other.short_title(language), _period(other, language)
        return say(language, "standing_then_other", as_of=day, law=law, period=period)
    return say(language, "standing_then_not", as_of=day)


def _period(authority: Authority, language: str) -> str:
    """When it is or was the law; nothing where that is not known."""
    begin, end = authority.effective, authority.ended
    if begin and end:
        return say(language, "from_to", begin=begin, end=end)
    if begin or end:
        return say(language, "since", date=begin) if begin else say(language, "until", end=end)
    return ""


def _amendment(authority: Authority, search: Search, index: Index) -> list[Quotation]:
    """The first sentence in each section of the amending text that names what it amended."""
    if (
        authority.status_on(search.question.today) is not Status.AMENDED
        or authority.amended_by not in index.authorities
    ):
        return []
    language, allowed = search.question.answer_language, search.question.request.admits
    held = [p for p in index.by_authority[authority.amended_by] if allowed(p)]
    names = [*authority.short.zh, *authority.short.en]
    found: dict[str | None, Quotation] = {}
    for passage in [p for p in held if p.language == language] or held:
        for own in paragraphs(passage):
            text = passage.text[own.head.start : own.head.end]
            if passage.section not in found and any(name in text for name in names):
                found[passage.section] = Quotation(passage, own.head)
    return list(found.values())[:MOST]
