"""One person at the page: what the browser sends when a question is typed, and what comes back."""

import json
import re
import uuid
from dataclasses import dataclass
from typing import Any

import httpx

from retrieval.errors import FayanError

TIMEOUT_S = 300
_ID = re.compile(r"\b[0-9a-f]{16}\b")
_STEP = re.compile(r'<div class="fy-step[^"]*">.*?</div>', re.DOTALL)


@dataclass(frozen=True)
class Asking:
    """How the page asks, read from its configuration.

    :param function: The number of the event.
    :param trigger: The number of the component that the question is typed into.
    :param defaults: What the controls hold as long as nobody touches them.
    """

    function: int
    trigger: int
    defaults: tuple[Any, ...]


def read_asking(client: httpx.Client) -> Asking:
    """Return how the page of a running app asks.

    :raises FayanError: If there is no such page.
    """
    config = _json(client.get("/config"))
    components = {part["id"]: part["props"] for part in config["components"]}
    boxes = [number for number, props in components.items() if props.get("elem_id") == "fy-box"]
    for event in config["dependencies"]:
        if boxes and [boxes[0], "submit"] in event["targets"] and event["inputs"][:1] == boxes:
            defaults = tuple(components[number].get("value") for number in event["inputs"][1:])
            return Asking(event["id"], boxes[0], defaults)
    raise FayanError(f"{client.base_url} has no page with a box for questions.")


def ask(client: httpx.Client, asking: Asking, question: str) -> str:
    """Ask on a page of one's own, wait for the end, and return what the last message shows.

    :raises FayanError: If there is an error in place of an answer.
    """
    session = uuid.uuid4().hex
    body = {
        "data": [question, *asking.defaults], "event_data": None, "fn_index": asking.function,
        "trigger_id": asking.trigger, "session_hash": session,
    }  # fmt: skip
    _json(client.post("/gradio_api/queue/join", json=body))
    with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": session}) as lines:
        for line in lines.iter_lines():
            event = json.loads(line.removeprefix("data:")) if line.startswith("data:") else {}
            if event.get("msg") == "process_completed":
                return _shown(event, question)
    raise FayanError(f"The page ended without an answer to {question!r}.")


def _shown(event: dict[str, Any], question: str) -> str:
    if not event.get("success"):
        raise FayanError(f"The page shows an error in place of an answer to {question!r}: {event.get('output')}")
    asked, answered = event["output"]["data"][0][-2:]
    return f"{_text(asked)}\n\n{same_every_time(_text(answered))}"


def _text(message: dict[str, Any]) -> str:
    content = message["content"]
    return content if isinstance(content, str) else "".join(part.get("text", "") for part in content)


def same_every_time(shown: str) -> str:
    """Return what is shown without what differs each time: the ids of message and conversation, the milliseconds."""
    return _STEP.sub("", _ID.sub("", shown))


def _json(response: httpx.Response) -> Any:
    if response.status_code != 200:
        raise FayanError(f"{response.url} answered {response.status_code}: {response.text[:300]}")
    return response.json()
