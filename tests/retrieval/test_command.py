"""How a command ends: nobody reads its output to its end, something stops it; and whose words it prints."""

import json
import subprocess
import sys

import pytest

from retrieval.__main__ import main
from retrieval.command import run
from retrieval.errors import FayanError
from retrieval.index import Index
from retrieval.settings import Settings
from tests.retrieval.answer.written.scripted_server import Script, scripted_server
from tests.support import ROOT, TIMEOUT_S, environment


@pytest.mark.parametrize("arguments", [("ingest", "status"), ("retrieval", "search", "VPN")])
def test_a_reader_who_stops_is_no_fault(settings: Settings, index: Index, arguments: tuple[str, ...]) -> None:
    assert index.passages
    started = subprocess.Popen(
        [sys.executable, "-m", *arguments], env=environment(settings), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, cwd=ROOT,
    )  # fmt: skip
    assert started.stdout
    assert started.stderr
    started.stdout.close()  # before it has written anything
    assert started.wait(TIMEOUT_S) == 0
    assert started.stderr.read() == ""


def test_a_question_is_answered_by_the_model_that_is_configured(
    settings: Settings, index: Index, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert index.passages
    with scripted_server(Script(["Providing such tools is punished [1]."])) as url:
        for name, value in environment(settings, FAYAN_CHAT_MODEL="openai:scripted", FAYAN_CHAT_BASE_URL=url).items():
            if name.startswith("FAYAN_"):
                monkeypatch.setenv(name, value)
        assert main(["ask", "--json", "What does Article 285(3) of the Criminal Law punish?"]) == 0
    given = json.loads(capsys.readouterr().out)
    assert (given["mode"], given["answer"]) == ("generating", "Providing such tools is punished [1].")


@pytest.mark.parametrize(
    ("fault", "status", "said"), [(FayanError("Run it again."), 1, "Run it again.\n"), (KeyboardInterrupt(), 130, "")]
)
def test_what_stops_a_command_is_said_without_a_trace(
    capsys: pytest.CaptureFixture[str], fault: BaseException, status: int, said: str
) -> None:
    def main() -> int:
        raise fault

    assert run(main) == status
    assert capsys.readouterr() == ("", said)
