"""What was typed and chosen is put back after a reload, which Gradio does by itself once a lost network is back."""

from typing import Any, Literal

import gradio as gr
from pydantic import BaseModel, Field, ValidationError

from retrieval.authority import Kind
from retrieval.result import Mode
from web.ask.chat import Scope
from web.ask.events import PRIVATE
from web.ask.parts import Parts
from web.ask.reader import Reader


class _Kept(BaseModel):
    """What `kept.js` kept; it comes from a browser and is checked like all that does.

    The consent to send documents is not among it: it is given anew.
    """

    user: str = ""
    question: str = ""
    as_of: str | None = Field("", max_length=40)
    kinds: list[Kind] = Field(default_factory=list)
    language: Literal["", "en", "zh"] = ""
    mode: Mode | None = None
    scope: Scope = "all"
    documents: list[str] = Field(default_factory=list, max_length=1000)


def connect_kept(page: gr.Blocks, parts: Parts, modes: list[str]) -> None:
    """Connect what keeps them and what puts them back.

    :param modes: Those that there are to choose from.
    """
    own = parts.controls
    chosen = [own.as_of, own.kinds, own.language, own.mode, own.scope]
    gr.on([part.change for part in chosen], None, chosen, None, js="window.fayanChosen", **PRIVATE)
    kept = gr.Textbox("", visible="hidden", elem_id="fy-kept", show_label=False, container=False)

    def put_back(text: str, typed: str, request: gr.Request) -> tuple[Any, ...]:
        try:
            held = _Kept.model_validate_json(text)
        except ValidationError:
            return (gr.skip(),) * 7
        if held.user != Reader.of(request).user:
            return (gr.skip(),) * 7
        question = held.question if held.question and not typed else gr.skip()  # who is quick has begun to write anew
        mode = held.mode if held.mode in modes else gr.skip()
        kinds = [str(kind) for kind in held.kinds]
        return question, held.as_of or "", kinds, held.language, mode, held.scope, held.documents

    page.load(
        put_back, [kept, parts.box], [parts.box, *chosen, own.picked], queue=False,
        js="(kept, typed) => [window.fayanKept(), typed]", **PRIVATE,
    )  # fmt: skip
