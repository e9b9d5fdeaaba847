"""What a question names and the corpus does not hold: said in a sentence each, with a citation that fails."""

from collections.abc import Iterable

from prompts import say
from retrieval.address import arabic_article
from retrieval.answer.sources import missing_citation
from retrieval.authority import Coverage
from retrieval.index import Index
from retrieval.labels import pinpoint
from retrieval.reading.held import is_held, lacks_item, lacks_paragraph, suggestion
from retrieval.references.find import Reference
from retrieval.result import Citation


def say_not_held(references: Iterable[Reference], index: Index, language: str) -> tuple[list[str], list[Citation]]:
    """Return a sentence on each of the references that the corpus does not hold, and their citations, numbered from 1."""
    sentences: list[str] = []
    citations: list[Citation] = []
    for reference in references:
        if sentence := _sentence(reference, index, language):
            n = len(citations) + 1
            sentences.append(f"{sentence} [{n}]")
            citations.append(
                missing_citation(reference.named or reference.text, _article(reference), reference.text, n)
            )
    return sentences, citations


def _sentence(reference: Reference, index: Index, language: str) -> str:
    """The sentence on what is not held of a reference; empty if all of it is."""
    if not is_held(reference, index):
        return not_held_sentence(reference, index, language)
    if last := lacks_paragraph(reference, index):
        return _missing_place("missing_paragraph", reference, index, language, last)
    if (last := lacks_item(reference, index)) is not None:
        return _missing_place("missing_item" if last else "no_items", reference, index, language, last)
    return ""


def not_held_sentence(reference: Reference, index: Index, language: str) -> str:
    """Return one sentence on a named place that the corpus does not hold, with what may be meant."""
    article = _article(reference)
    if not reference.authorities or article is None:
        text = say(language, "missing_authority", authority=reference.named or reference.text)
    else:
        authority = index.authorities[reference.authorities[0]]
        first, last = index.registry.article_range(authority.id) or (0, 0)
        name = "missing_article" if authority.coverage == Coverage.WHOLE else "missing_article_excerpt"
        text = say(
            language,
            name,
            authority=authority.short_title(language),
            article=_printed(article, language),
            first=first,
            last=last,
        )
    if perhaps := suggestion(reference, index):
        number = perhaps.article[0] if perhaps.article else 0
        shown = f"第{number}条第{perhaps.paragraph}款" if language == "zh" else f"art. {number}({perhaps.paragraph})"
        text += ("" if language == "zh" else " ") + say(language, "suggest", label=shown)
    return text


def _missing_place(name: str, reference: Reference, index: Index, language: str, last: int) -> str:
    """One sentence on a paragraph or an item that a held article does not have."""
    authority = index.authorities[reference.authorities[0]]
    label = pinpoint(authority, reference.address(authority.id), language)
    return say(language, name, label=label, last=last)


def _printed(article: str, language: str) -> str:
    return article if language == "zh" else arabic_article(article)


def _article(reference: Reference) -> str | None:
    return reference.address("").article if reference.article else None
