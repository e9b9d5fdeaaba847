"""What an answer that a language model wrote names: is it held, and is it what the sentence cites?

A number behind a sentence shows that there is a passage. It does not show that the law, the article or the case which the sentence
names is the passage's, nor that it exists at all.
"""

from collections.abc import Sequence

from prompts import say
from retrieval.address import arabic_article, format_article
from retrieval.answer.not_held import say_not_held
from retrieval.answer.written.attribution import quotes_another_place
from retrieval.answer.written.sentence_spans import sentence_spans
from retrieval.index import Index
from retrieval.passage import Passage
from retrieval.quotations import MARK, quotations
from retrieval.reading.held import fitted, is_held, lacks_item, lacks_paragraph
from retrieval.references.find import Reference, find_references
from retrieval.references.numbers import plain
from retrieval.result import Answer, Citation


def with_names_checked(given: Answer, index: Index) -> Answer:
    """Return an answer whose sentences are marked where they name what is not held, or another place than they cite.

    What is not held is also said in a sentence of its own behind the answer, with a citation of which `exists` fails.
    """
    by_number = {citation.n: citation for citation in given.citations}
    unheld: dict[tuple[str, tuple[int, int] | None], Reference] = {}
    marks: list[int] = []
    for start, end in sentence_spans(given.answer, list(quotations(given.answer))):
        sentence = given.answer[start:end]
        cited = [by_number[n] for n in map(int, MARK.findall(sentence)) if n in by_number]
        passages = [index.passages[c.passage_id] for c in cited if c.passage_id]
        named = _named(MARK.sub("", sentence), passages, index)
        missing = [r for r in named if _is_missing(r, index) and not _is_quoted(r, given.citations)]
        elsewhere = [r for r in named if passages and r not in missing and _is_elsewhere(r, passages, index)]
        misquoted = quotes_another_place(MARK.sub("", sentence), named, passages, index)
        unheld |= {(plain(r.named or r.text), r.article): r for r in missing}
        if missing or elsewhere or misquoted:
            marks.append(end)
            for citation in cited:
                citation.checks.supported = "fail"
    given.answer = _marked(given.answer, marks, given.language)
    _add_unheld(given, list(unheld.values()), index)
    return given


def _named(sentence: str, passages: Sequence[Passage], index: Index) -> list[Reference]:
    """Return the references of a sentence; an article without a law's name is one of the texts that it cites."""
    cited = tuple(dict.fromkeys(passage.authority for passage in passages))
    found = find_references(sentence, index.registry, cited, cited)
    return [fitted(reference, index) for reference in found]


def _is_missing(reference: Reference, index: Index) -> bool:
    if not is_held(reference, index):
        return True
    return lacks_paragraph(reference, index) is not None or lacks_item(reference, index) is not None


def _is_quoted(reference: Reference, citations: Sequence[Citation]) -> bool:
    """Whether a text that is cited names it too: what that refers to need not be held."""
    return any(plain(reference.named or reference.text).strip("《》") in plain(citation.text) for citation in citations)


def _is_elsewhere(reference: Reference, passages: Sequence[Passage], index: Index) -> bool:
    """Whether an article or a case is named that is neither a passage cited nor named by one."""
    if not reference.article and not all(index.authorities[key].case for key in reference.authorities):
        return False  # a law as a whole is named beside others: the Interpretation on the Criminal Law's article
    return not any(_is_of(reference, passage, index) for passage in passages)


def _is_of(reference: Reference, passage: Passage, index: Index) -> bool:
    if passage.authority in reference.authorities:
        own = reference.address(passage.authority).article
        if own is None or passage.article in (own, None):
            return True
    told = find_references(passage.text, index.registry, (passage.authority,))
    return any(r.article == reference.article and set(r.authorities) & set(reference.authorities) for r in told)


def _marked(text: str, ends: Sequence[int], language: str) -> str:
    """Put the warning behind sentences that have none yet."""
    note = say(language, "unsupported")
    for end in reversed(ends):
        if not text[end:].lstrip(" ").startswith((note, say(language, "uncited"))):
            text = f"{text[:end]} {note}{text[end:]}"
    return text


def _add_unheld(given: Answer, references: list[Reference], index: Index) -> None:
    number = max((citation.n for citation in given.citations), default=0)
    for reference in references:
        said, citations = say_not_held([reference], index, given.language)
        for text, citation in zip(said, citations, strict=True):
            number += 1
            citation.n, citation.label = number, _label(reference, index, given.language)
            given.citations.append(citation)
            given.answer += f"\n\n{MARK.sub('', text).rstrip()} [{number}]"


def _label(reference: Reference, index: Index, language: str) -> str:
    """Return how the place is called in the list of sources: its text alone, `33`, would tell nobody."""
    if not reference.article:
        return reference.text
    law = reference.named or index.authorities[reference.authorities[0]].short_title(language)
    article = format_article(*reference.article)
    return f"{law}{article}" if language == "zh" else f"{law}, art. {arabic_article(article)}"
