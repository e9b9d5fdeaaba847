"""The settings: from the environment, checked once, in one sentence."""

import os
import tempfile
from pathlib import Path

import pytest

from retrieval.settings import Settings
from tests.processes import run
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


def read(own: Settings, code: str = CODE, **variables: str) -> str:
    result = run(["-c", code], environment(own, **variables))
    assert result.returncode == 0, result.stderr
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


@pytest.mark.parametrize("url", ["nonsense", "http://127.0.0.1:99999", "ftp://127.0.0.1"])
def test_an_address_of_chroma_that_cannot_be_is_refused(tmp_path: Path, url: str) -> None:
    sentence = read(Settings(data_dir=tmp_path, corpus_dir=tmp_path), FAYAN_CHROMA_URL=url)
    assert sentence.startswith(f"refused: A setting cannot be used: FAYAN_CHROMA_URL={url!r}")


def test_a_data_folder_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    """Not even root can make one below a file."""
    (tmp_path / "file").touch()
    wrong = tmp_path / "file" / "data"
    sentence = read(Settings(data_dir=wrong, corpus_dir=tmp_path))
    assert (
        sentence
        == f"refused: FAYAN_DATA_DIR={str(wrong)!r}: this user cannot make, read or write it; name a folder that is yours."
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
@pytest.mark.parametrize(("mode", "file_mode"), [(0o700, 0o600), (0o755, 0o644), (0o777, 0o644)])
def test_a_data_folder_of_somebody_else_is_refused(mode: int, file_mode: int) -> None:
    """As after `sudo make run`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        folder.mkdir()
        (folder / "fayan.sqlite").touch()
        Path(name).chmod(0o755)
        folder.chmod(mode)
        (folder / "fayan.sqlite").chmod(file_mode)
        code = CODE.replace("try:", "import os; os.setuid(65534)\ntry:")
        assert read(Settings(data_dir=folder, corpus_dir=folder), code).startswith("refused: FAYAN_DATA_DIR=")
