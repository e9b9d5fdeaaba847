"""Passages as the sources that an answer shows."""

from datetime import date

from retrieval.address import Address
from retrieval.checks import check_in_force
from retrieval.index import Index
from retrieval.labels import label_of
from retrieval.passage import Passage
from retrieval.question import Question
from retrieval.ranking.found import Found
from retrieval.result import Checks, Citation, RankedSource, Titles

ALSO_FOUND = 5  # passages named beside an answer


def _fields(index: Index, passage: Passage, address: Address, language: str, today: date) -> dict:
    authority = index.authorities[passage.authority]
    section = passage.article or _chinese_section(index, passage)
    return {
        "passage_id": passage.id, "kind": passage.kind, "title": Titles(zh=authority.titles.zh, en=authority.titles.en),
        "number": authority.number, "article": address.article, "paragraph": address.paragraph, "item": address.item,
        "label": label_of(index, passage, address, language), "text": passage.text,
        "status": passage.status_on(today), "effective_from": passage.begins(address.paragraph), "effective_to": passage.effective_to,
        "notes": [note.model_dump(mode="json") for note in authority.notes_on(section)],
    }  # fmt: skip


def _chinese_section(index: Index, passage: Passage) -> str | None:
    """Notes name sections by their Chinese headings."""
    parallel = index.units[passage.unit].get("zh")
    return parallel[0].section if parallel else passage.section


def ranked_source(index: Index, found: Found, rank: int, question: Question) -> RankedSource:
    """Return a found passage as a source; its address is the article, not a paragraph."""
    address = Address(found.passage.authority, found.passage.article)
    return RankedSource(rank=rank, **_fields(index, found.passage, address, question.answer_language, question.today))


def citation(
    index: Index, passage: Passage, start: int, end: int, n: int, question: Question, language: str | None = None
) -> Citation:
    """Return the citation of the range [start, end) of a passage; `verbatim` and `supported` are judged later.

    :param language: Of its label, if that is not the answer's.
    """
    address = passage.address(start, end)
    in_force = check_in_force(passage, question.as_of, question.today, address.paragraph)
    return Citation(
        n=n, quote=passage.text[start:end], start=start, end=end,
        checks=Checks(exists="pass", in_force=in_force, verbatim="unknown", supported="unknown"),
        **_fields(index, passage, address, language or question.answer_language, question.today),
    )  # fmt: skip


def missing_citation(name: str, article: str | None, label: str, n: int) -> Citation:
    """Return the citation of an authority that was named and is not held."""
    return Citation(
        n=n, passage_id=None, kind=None, title=Titles(zh=name, en=name), article=article, label=label, text="", quote="",
        start=None, end=None, checks=Checks(exists="fail", in_force="unknown", verbatim="fail", supported="fail"),
    )  # fmt: skip
