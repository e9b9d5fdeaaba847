"""Whether an answer's sentences are carried by the passages that they cite.

The answer's own outcomes are not believed: its text is judged anew, also where no check is made of it, as in quotations. But it
is judged by the same rules (`retrieval.answer.written.review`) as a generated answer's checks, so that what these rules cannot see is
not seen here either; what the rules see is tested by cases of its own (tests/retrieval/answer/test_review.py).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from eval.citations import held
from prompts import sentences
from retrieval.answer.written.review import Material, Sentence, review
from retrieval.index import Index
from retrieval.result import Answer, Citation

_PRINTED = "\ue000"  # stands where a passage was printed word for word: no word, no figure, no end of a sentence
_FIELD = re.compile(r"\\\{\w+\\\}")
_OURS = ("note", "warn_", "missing_", "suggest", "nearest", "decline_", "model_failed", "reckon_intro", "reckon_costs",
         "reckon_none", "reckon_people", "reckon_share_decides", "reckon_products", "reckon_unnamed", "reckon_ranges", "reckon_earned",
         "reckon_rate", "reckon_foreign", "reckon_unread", "reckon_apart", "reckon_unheld", "date_carried",
         "date_of_older_text", "decision_before", "law_to_come", "judgment_stands", "old_number_now", "standing_", "over_cases_compared")  # fmt: skip
_VERDICTS = ("unsupported", "uncited")


def judged_sentences(answer: Answer, index: Index | None) -> list[Sentence]:
    """Return the sentences of an answer that claim something, each with its verdict.

    A passage that is printed word for word, with its label, is one sentence. Notes of the editors, warnings and the
    table of amounts are the program's own words and claim nothing that a passage must carry.

    :param index: Where the cited passages' other languages are; without it only the text that the answer carries counts.
    """
    cited = held(answer)
    text = answer.answer
    for verdict in _VERDICTS:
        text = text.replace(f" {sentences(answer.language)[verdict]}", "")
    for citation in sorted(cited, key=lambda c: -len(c.quote)):
        text = text.replace(f"“{citation.quote}”", _PRINTED) if citation.quote else text
    for citation in cited:
        text = text.replace(citation.label, "")  # it may have full stops, and is nothing but the place
    material = {citation.n: _material(citation, index) for citation in cited}
    return [sentence for block in _claims(text, answer.language) for sentence in review(block, material)]


def is_carried(sentence: Sentence) -> bool:
    """Whether the passages carry a sentence; of one that prints them, only a figure or a quotation can be wrong."""
    return sentence.supported == "pass" or (sentence.supported == "unknown" and _PRINTED in sentence.text)


def shown_text(sentence: Sentence) -> str:
    """Return a sentence as a reader may see it."""
    return sentence.text.replace(_PRINTED, "“…”").strip()


def _claims(text: str, language: str) -> Iterator[str]:
    """Yield the paragraphs that are not the program's own words."""
    for block in text.split("\n\n"):
        if not block.startswith("|") and not _own_words(language).fullmatch(block):
            yield block


@lru_cache
def _own_words(language: str) -> re.Pattern[str]:
    own = [
        _FIELD.sub(".*?", re.escape(sentence))  # a label that stood in it was taken out
        for name, sentence in sentences(language).items()
        if sentence and name.startswith(_OURS)
    ]
    return re.compile(rf"(?:(?:{'|'.join(own)})\s*(?:\[\d+\]\s*)*)+", re.DOTALL)


def _material(citation: Citation, index: Index | None) -> Material:
    passage = index.passages.get(citation.passage_id or "") if index else None
    others = [p.text for own in index.units[passage.unit].values() for p in own] if index and passage else []
    titles = citation.title.model_dump().values()
    known = (citation.number, citation.article, citation.effective_from, citation.effective_to, *titles)
    return Material((citation.text, citation.label, *others), " ".join(map(str, known)))
