"""The settings: from the environment, checked once, in one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from retrieval.settings import ROOT, Settings
from tests.support import environment

CODE = """
from retrieval.settings import settings
from retrieval.errors import FayanError
try:
    own = settings()
    print(own.port, own.laws, own.data_dir)
except FayanError as error:
    print("refused:", error)
"""


def read(own: Settings, **variables: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", CODE],
        env=environment(own, **variables),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return result.stdout.strip()


def test_the_environment_sets_them(tmp_path: Path) -> None:
    own = Settings(data_dir=tmp_path, corpus_dir=tmp_path)
    assert read(own, FAYAN_PORT="8123", FAYAN_LAWS="all") == f"8123 all {tmp_path}"


@pytest.mark.parametrize(("name", "value"), [("FAYAN_PORT", "0"), ("FAYAN_PORT", "many"), ("FAYAN_LAWS", "some")])
def test_a_value_that_cannot_be_is_refused_by_name(tmp_path: Path, name: str, value: str) -> None:
    sentence = read(Settings(data_dir=tmp_path, corpus_dir=tmp_path), **{name: value})
    assert sentence.startswith("refused:")
    assert name in sentence
    assert repr(value) in sentence
    assert "\n" not in sentence
