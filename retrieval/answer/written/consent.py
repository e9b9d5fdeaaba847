"""Added documents go to a language model only if who asks agreed: else they are taken out of all that it is sent."""

import re
from collections.abc import Iterable
from dataclasses import replace

from prompts import say
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.passage import Passage
from retrieval.request import Turn
from retrieval.search import Search

_PIECE = re.compile(r"[^。！？；.!?;\n]+")
_QUOTED = re.compile(r"“([^“”]+)”")
_LEAST = 8  # characters from which words are a document's own; fewer are anybody's


def is_withheld(passage: Passage) -> bool:
    """Return whether a passage needs consent before a language model reads it."""
    return passage.kind is Kind.DOCUMENT


def shareable(search: Search, index: Index) -> Search:
    """Return a search as a language model may see it without consent.

    Without the passages of added documents, and without the paragraphs of earlier answers that quote one.
    """
    request = search.question.request
    visible = [
        p for p in index.passages.values() if is_withheld(p) and (p.owner is None or p.owner == request.user)
    ]  # fmt: skip
    secret = _Words(visible, {index.authorities[p.authority].titles.en for p in visible})
    history = tuple(
        Turn(turn.role, secret.left_out(turn.content)) if turn.role == "assistant" else turn for turn in request.history
    )
    question = replace(search.question, request=replace(request, history=history))
    return replace(search, question=question, found=[f for f in search.found if not is_withheld(f.passage)])


class _Words:
    """The words of some documents.

    :param passages: Their passages.
    :param titles: Their titles.
    """

    def __init__(self, passages: Iterable[Passage], titles: Iterable[str]) -> None:
        self._text = "\n".join(_plain(passage.text) for passage in passages)
        pieces = (piece[0].strip() for piece in _PIECE.finditer(self._text))
        self._pieces = {piece for piece in (*pieces, *map(_plain, titles)) if len(piece) >= _LEAST}

    def left_out(self, answer: str) -> str:
        """Return an answer without the paragraphs that give words of the documents."""
        return "\n\n".join(block for block in answer.split("\n\n") if not self._are_in(block))

    def _are_in(self, block: str) -> bool:
        block = _plain(block)
        if any(mark in block for mark in _marks()):  # a document that was removed since is known by its form alone
            return True
        quoted = (match[1].strip() for match in _QUOTED.finditer(block))
        return any(quote in self._text for quote in quoted if len(quote) >= _LEAST) or any(
            piece in block for piece in self._pieces
        )


def _plain(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def _marks() -> list[str]:
    """How our own answers introduce a quotation from a document, in each language."""
    labels = {code: say(code, "label_document", label="\n") for code in ("en", "zh")}
    quoted = (say(code, "quote_document", label=label, quote="\n", n="\n") for code, label in labels.items())
    return [_plain(text.split("\n")[1]) for text in quoted]
