"""An article asked for by the number that it has in another version of its law than that of the day.

"Art. 63 for intrusion tools" is today's article 66, and 治安管理处罚法第三十三条第五项 is of the law of 2026 whatever day is told:
what bears the number in the law of the day is on another matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from prompts import say
from retrieval.address import Address, format_item
from retrieval.authority import Status
from retrieval.index import Index
from retrieval.labels import pinpoint
from retrieval.parts.relevance import Relevance
from retrieval.passage import Unit
from retrieval.question import Question
from retrieval.ranking.asked_first import put_first
from retrieval.ranking.compared import provisions
from retrieval.ranking.legs import REFERENCE, was_law
from retrieval.references.find import Reference
from retrieval.search import Search

# so much more of the question's words another version's article of that number must have, and so many times as much: of 21
# questions for known articles those for another version's had .14 to .46 more, the others .06 at the most
_MORE, _TIMES = 0.13, 1.4
_NOTED = "现行文本为"  # how the notes on an earlier text begin that give an article's present number


@dataclass(frozen=True)
class Renumbered:
    """An article of another version that is meant.

    :param asked: The article.
    :param twin: What stands for it in the law of the day, if anything does.
    :param numbered: What bears its number there.
    :param item: The item that it has and `numbered` has not, （五）; None if it is known by its subject.
    :param twin_has_item: Whether `twin` has an item of that number.
    """

    asked: Unit
    twin: Unit | None
    numbered: Unit
    item: str | None = None
    twin_has_item: bool = False


def renumbered(question: Question, index: Index) -> list[Renumbered]:
    """Return the articles of other versions that a question means by their numbers."""
    relevance = Relevance(question, index)
    return [
        one for reference in question.own_references if reference.article
        for one in _meant(reference, question, relevance, index)
    ][:1]  # fmt: skip


def with_renumbered_first(search: Search, index: Index) -> Search:
    """Return the search with what is meant and what stands for it on the day before what else was found."""
    question = search.question
    meant = renumbered(question, index)
    units = [unit for one in meant for unit in (one.asked, one.twin) if unit]
    first = provisions(units, search.found, question.language, index, question.request.admits)
    first = [replace(one, ranks={REFERENCE: 1} | one.ranks) for one in first]
    beside = {one.numbered for one in meant if one.item}  # what is on another matter, and has no such item
    others = [one for one in search.found if one.passage.unit not in beside]
    return replace(search, found=put_first(first, others)) if first else search


def number_warnings(question: Question, index: Index) -> list[str]:
    """Return what to say about numbers by which articles of another version are meant."""
    language = question.answer_language

    def label(unit: Unit, item: str | None = None) -> str:
        return pinpoint(index.authorities[unit[0]], Address(*unit, item=item), language)

    warnings = []
    for one in renumbered(question, index):
        name = "warn_renumbered_item" if one.item else "warn_renumbered"
        values = {"asked": label(one.asked, one.item), "numbered": label(one.numbered), "as_of": question.as_of}
        said = say(language, name, **values)
        if one.twin:
            said += say(language, "warn_renumbered_twin", twin=label(one.twin), as_of=question.as_of)
            if one.item and not one.twin_has_item:
                said += say(language, "warn_renumbered_lacks", twin=label(one.twin))
        warnings.append(said)
    if not warnings and not question.dated:
        for old, new in _told_by_notes(question, index):
            warnings.append(say(language, "old_number_now", old=label(old), new=label(new)))
    return warnings


def _told_by_notes(question: Question, index: Index) -> Iterator[tuple[Unit, Unit]]:
    """Articles of earlier texts with the numbers asked for, and what they are in the present text as the editors note it."""
    for reference in question.own_references:
        if not (reference.article and reference.named) or reference.is_old or len(reference.authorities) != 1:
            continue
        law = reference.authorities[0]
        for older in index.versions.of(law):
            unit = (older.id, reference.address(older.id).article or "")
            noted = unit in index.units and any(note.zh.startswith(_NOTED) for note in older.notes_on(unit[1]))
            twin = index.versions.counterpart_in(unit, law) if noted and older.replaced_by == law else None
            if twin and twin[1] != unit[1]:
                yield unit, twin


def _meant(reference: Reference, question: Question, relevance: Relevance, index: Index) -> Iterator[Renumbered]:
    versions = {
        version.id: (version.id, reference.address(version.id).article or "")
        for name in reference.authorities for version in index.versions.family(name)
        if version.status is not Status.DRAFT
    }  # fmt: skip
    held = [unit for unit in versions.values() if unit in index.units]
    numbered = next((unit for unit in held if was_law(index, unit, question.as_of, question.today)), None)
    # who names no day, but an old version, means that one
    if numbered is None or not (question.dated or numbered[0] in reference.authorities):
        return
    for other in held:
        twin = index.versions.counterpart_in(other, numbered[0])
        if other == numbered or twin == numbered:
            continue
        if reference.item:
            if _has_item(other, reference, index) and not _has_item(numbered, reference, index):
                has = bool(twin) and _has_item(twin, reference, index)
                yield Renumbered(other, twin, numbered, format_item(reference.item), has)
        elif twin and _is_rather_of(other, numbered, relevance, index):
            yield Renumbered(other, twin, numbered)


def _has_item(unit: Unit, reference: Reference, index: Index) -> bool:
    own = index.units[unit]
    passages = own.get("zh") or next(iter(own.values()))
    items = {line.item for passage in passages for line in passage.lines}
    return format_item(reference.item or 0) in items


def _is_rather_of(other: Unit, numbered: Unit, relevance: Relevance, index: Index) -> bool:
    """Whether a question has clearly more words of one article than of another, in the language in which all laws are held."""
    there, here = (
        max((relevance.score(passage.text, "zh") for passage in index.units[unit].get("zh", ())), default=0.0)
        for unit in (other, numbered)
    )
    return there - here >= _MORE and there >= _TIMES * here
