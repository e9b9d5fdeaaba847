"""What the routes and the page ask of the index. Imports the model's libraries: `web.engine` loads it in a thread."""

import os
import threading
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from itertools import pairwise
from time import perf_counter
from typing import Any

from langchain_core.language_models import BaseChatModel

from retrieval.address import Address
from retrieval.answer.sources import ranked_source
from retrieval.chain import answer, stream
from retrieval.dates.clock import today
from retrieval.index import Index
from retrieval.labels import as_cited, shown_section
from retrieval.language import other_language
from retrieval.live_index import LiveIndex
from retrieval.model.chat import load_chat_model
from retrieval.passage import Passage
from retrieval.question import read_question
from retrieval.references.numbers import plain
from retrieval.request import Request
from retrieval.result import Answer, Citation, Mode, Source, Titles
from retrieval.search import search
from retrieval.settings import Settings
from retrieval.usual_form import usual_form
from web.documents.store import Documents
from web.paced import paced
from web.private import privately
from web.transcripts.sources import Reply, ShownSource, Wording
from web.transcripts.store import Conversations

# answers computed at the same time: more than there are processors only get into each other's way
AT_ONCE = max(2, os.cpu_count() or 2)


class Service:
    """Answers, searches and keeps documents.

    :param settings: Where the index lies.
    """

    def __init__(self, settings: Settings) -> None:
        self._chat_name = settings.chat_model
        self._chat_model = load_chat_model(settings)
        self.live = LiveIndex(settings)
        self.documents = Documents(settings, self.live)
        Conversations(settings).clean()
        self._slots = threading.BoundedSemaphore(AT_ONCE)
        self.answer(
            Request("刑法第二百八十五条 Article 285"), "quoting"
        )  # the first pass through the model is a slow one

    @property
    def can_generate(self) -> bool:
        """Whether a language model is configured."""
        return self._chat_model is not None

    def answer(self, request: Request, mode: Mode | None = None) -> Answer:
        """Answer a request from the index of this moment.

        :param mode: By default `generating` if a language model is configured.
        """
        model = self._model(mode)
        # a model is waited for, which others need not wait for
        with privately(), nullcontext() if model else self._slots:
            return answer(self._seen_by(request), request, today=today(), model=model)

    def reply(self, request: Request, mode: Mode | None = None) -> Iterator[str | Reply]:
        """Yield an answer's text as a model writes it, and at last the answer with what the panel will show of its sources.

        An answer of quotations is there at once: it comes as a whole.
        """
        model, index, day = self._model(mode), self._seen_by(request), today()
        if model is None:
            with privately(), self._slots:
                made = _reply(index, answer(index, request, today=day), _understood(index, request, day))
            yield made
            return
        with privately():
            understood = _understood(index, request, day)
            for piece in paced(stream(index, request, today=day, model=model)):
                yield piece if isinstance(piece, str) else _reply(index, piece, understood)

    def _model(self, mode: Mode | None) -> BaseChatModel | None:
        return None if mode == "quoting" else self._chat_model

    def _seen_by(self, request: Request) -> Index:
        """What of the index of this moment the asker may see."""
        return self.live.current().seen_by(request.user)

    def search(self, request: Request, k: int) -> dict[str, Any]:
        """Return the passages found, as the route gives them."""
        start = perf_counter()
        with privately(), self._slots:
            index = self._seen_by(request)
            result = search(index, request, k, today=today())
        passages = [ranked_source(index, found, rank, result.question) for rank, found in enumerate(result.found, 1)]
        timings = {name: round(value, 1) for name, value in result.timings_ms.items()}
        timings["total"] = round((perf_counter() - start) * 1000, 1)
        return {"passages": [p.model_dump(mode="json") for p in passages], "timings_ms": timings}

    def health(self) -> dict[str, Any]:
        """Return what /healthz says; documents of single users are not counted, since anybody may ask."""
        index = self.live.current().seen_by(None)
        return {
            "status": "ok", "passages": len(index.passages), "model": index.manifest.model, "chat_model": self._chat_name,
            "index_id": index.index_id,
        }  # fmt: skip

    def count_tokens(self, texts: list[str]) -> list[int]:
        """Return how many tokens of the embedding model each text has."""
        return self.live.current().model.token_counts(texts)


def _understood(index: Index, request: Request, day: date) -> str:
    """Return the question as it was read, if that is not what was typed."""
    read = read_question(request, index, day)
    return "" if read.in_one_language == plain(request.question).strip() else read.in_one_language


def _reply(index: Index, made: Answer, understood: str) -> Reply:
    sources: dict[str, ShownSource] = {f"cite-{c.n}": show(index, c) for c in made.citations}
    sources |= {f"found-{s.rank}": show(index, s) for s in made.also_found}
    return Reply(made, sources, len(index.passages), understood, index.index_id)


def show(index: Index, source: Source) -> ShownSource:
    """Return a source with its path, its usual form, and the other language's text."""
    passage = index.passages.get(source.passage_id or "")
    if passage is None:
        return ShownSource(source)
    authority = index.authorities[passage.authority]
    own = Wording(passage.language, passage.text, authority.origin(passage.official))
    parallel = index.units[passage.unit].get(other_language(passage.language), [])
    other = None
    if parallel:
        text = "\n".join(p.text for p in parallel)
        other = Wording(
            parallel[0].language, text, authority.origin(parallel[0].official), _same_lines(passage, source, parallel)
        )
    return ShownSource(source, passage.path, own, other, passage.authority, _usual(index, passage, source))


def _usual(index: Index, passage: Passage, source: Source) -> Titles:
    authority = index.authorities[passage.authority]
    address = Address(passage.authority, source.article, source.paragraph, source.item)
    address = as_cited(authority, address, index.units[passage.unit][passage.language])
    zh, en = (
        usual_form(authority, passage, address, language, shown_section(index, passage, language), source.status)
        for language in ("zh", "en")
    )
    return Titles(zh=zh, en=en)


def _same_lines(passage: Passage, source: Source, parallel: list[Passage]) -> tuple[int, int] | None:
    """Return where the other language has the paragraphs and items that are quoted, if it has them in one piece."""
    if not isinstance(source, Citation) or source.start is None or source.end is None or not passage.article:
        return None
    quoted = {li.number for li in passage.lines if li.start < source.end and source.start < li.end}
    found, at = [], 0
    for other in parallel:
        found += [(at + li.start, at + li.end) for li in other.lines if li.number in quoted]
        at += len(other.text) + 1
    if len(found) != len(quoted) or any(b[0] != a[1] + 1 for a, b in pairwise(found)):
        return None
    return found[0][0], found[-1][1]
