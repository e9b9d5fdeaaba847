"""A command whose output nobody reads to its end."""

import subprocess
import sys

import pytest

from retrieval.settings import Settings
from retrieval.store.index import Index
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
