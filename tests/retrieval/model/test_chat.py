"""The language model that the settings name."""

import socket

import pytest

from retrieval.settings import Settings
from tests.processes import run
from tests.retrieval.answer.written.scripted_server import Script, scripted_server
from tests.support import environment

ASK = """
from langchain_core.tracers.langchain import wait_for_all_tracers
from retrieval.model.chat import load_chat_model
from retrieval.settings import settings
print("".join(str(piece.content) for piece in load_chat_model(settings()).stream("privileged")))
wait_for_all_tracers()
"""


def test_what_it_is_asked_goes_to_nobody_else(settings: Settings) -> None:
    """LangSmith's tracing may be switched on in the environment, for other work."""
    with scripted_server(Script(pieces=["an answer"])) as url, socket.create_server(("127.0.0.1", 0)) as tracer:
        tracer.settimeout(0.2)
        traced = {
            "LANGSMITH_TRACING": "true", "LANGSMITH_API_KEY": "key",
            "LANGSMITH_ENDPOINT": f"http://127.0.0.1:{tracer.getsockname()[1]}",
        }  # fmt: skip
        own = environment(settings, FAYAN_CHAT_MODEL="openai:scripted", FAYAN_CHAT_BASE_URL=url, **traced)
        asked = run(["-c", ASK], own)
        assert asked.stdout.strip() == "an answer", asked.stderr
        with pytest.raises(TimeoutError):
            tracer.accept()
