"""The events of the controls: which documents there are to choose from, what is chosen, all of it taken back."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from web.ask.chat import Scope
from web.ask.controls import GONE, ControlParts, chosen_html, cleared
from web.ask.events import PRIVATE
from web.engine import Engine
from web.identity import user_of
from web.texts import request_language


def connect_controls(controls: ControlParts, tab: gr.Tab, engine: Engine) -> Callable[..., tuple[Any, ...]]:
    """Connect the controls.

    :param tab: The view's; what was removed in another one is no longer to choose from when it is opened again.
    :return: What restricts them to one document, for the list of documents: an event's function whose outputs are
        the scope, the choice of documents and what is picked of them.
    """

    def choices(request: gr.Request) -> list[tuple[str, str]]:
        if not engine.is_open:
            return []
        return [(title, key) for key, title in engine.service().documents.titles(user_of(request)).items()]

    def refresh(scope: Scope, picked: list[str], request: gr.Request) -> tuple[Any, list[str]]:
        if not engine.is_open:  # what is there is not known yet
            return gr.update(visible=scope == "documents"), picked
        held = choices(request)
        kept = [key for key in picked if any(key == own for _, own in held)]
        # without any of them the search would go through all that are left, which nobody chose
        return gr.update(choices=held, value=kept, visible=scope == "documents"), kept or [GONE] * bool(picked)

    def tell(
        as_of: str | None, kinds: list[str], wanted: str, scope: Scope, documents: list[str], request: gr.Request
    ) -> str:
        return chosen_html(as_of, kinds, wanted, scope, documents, request_language(request))

    def only(event: gr.EventData, request: gr.Request) -> tuple[Any, ...]:
        picked = [str(event.value)]
        return "documents", gr.update(choices=choices(request), value=picked, visible=True), picked

    chosen, shown = [controls.scope, controls.picked], [controls.documents, controls.picked]
    for event in (controls.scope.change, controls.drawer.expand, tab.select):
        event(refresh, chosen, shown, **PRIVATE)
    controls.documents.input(lambda ids: ids or [], [controls.documents], [controls.picked], **PRIVATE)
    gr.on([part.change for part in controls.restricting], tell, controls.restricting, [controls.chosen], **PRIVATE)
    controls.chosen.click(cleared, None, controls.restricting, **PRIVATE)
    return only
