"""A reply as it is stored: the answer, and what the panel shows of its sources besides."""

from dataclasses import asdict
from typing import Any

from pydantic import BaseModel, Field

from retrieval.result import Answer, Titles
from web.transcripts.sources import Reply, ShownSource, Wording


class _Wording(BaseModel):
    """A text in one language; `text` is None where it is the source's own."""

    language: str
    text: str | None
    origin: str
    same: tuple[int, int] | None = None


class _Shown(BaseModel):
    path: tuple[str, ...] = ()
    wording: _Wording | None = None
    other: _Wording | None = None
    authority: str = ""
    usual: Titles | None = None


class _Besides(BaseModel):
    """The column `shown`; a key is that of `Reply.sources`."""

    searched: int
    understood: str = ""
    index_id: str = ""
    sources: dict[str, _Shown] = Field(default_factory=dict)


def pack(reply: Reply) -> tuple[str, str]:
    """Return the JSON of the answer, and of what is shown besides."""
    sources = {key: _pack_source(shown) for key, shown in reply.sources.items()}
    besides = _Besides(searched=reply.searched, understood=reply.understood, index_id=reply.index_id, sources=sources)
    return reply.answer.model_dump_json(), besides.model_dump_json()


def unpack(answer_json: str, shown_json: str) -> Reply:
    """Return what `pack` was given."""
    answer = Answer.model_validate_json(answer_json)
    besides = _Besides.model_validate_json(shown_json)
    own: dict[str, Any] = {f"cite-{c.n}": c for c in answer.citations}
    own |= {f"found-{s.rank}": s for s in answer.also_found}
    sources = {}
    for key, shown in besides.sources.items():
        source = own[key]
        wording = _unpack_wording(shown.wording, source.text)
        other = _unpack_wording(shown.other, "")
        sources[key] = ShownSource(source, shown.path, wording, other, shown.authority, shown.usual)
    return Reply(answer, sources, besides.searched, besides.understood, besides.index_id)


def _pack_source(shown: ShownSource) -> _Shown:
    return _Shown(
        path=shown.path,
        wording=_pack_wording(shown.wording, shown.source.text),
        other=_pack_wording(shown.other, None),
        authority=shown.authority,
        usual=shown.usual,
    )


def _pack_wording(wording: Wording | None, own: str | None) -> _Wording | None:
    if wording is None:
        return None
    return _Wording(**asdict(wording) | {"text": None if wording.text == own else wording.text})


def _unpack_wording(stored: _Wording | None, own: str) -> Wording | None:
    if stored is None:
        return None
    return Wording(stored.language, own if stored.text is None else stored.text, stored.origin, stored.same)
