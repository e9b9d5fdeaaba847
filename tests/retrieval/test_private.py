"""Files for their owner alone, written whole."""

from pathlib import Path

import pytest

from retrieval.private import write_whole


@pytest.mark.parametrize("lasting", [True, False])
def test_a_file_is_replaced_whole_and_for_its_owner_alone(tmp_path: Path, lasting: bool) -> None:
    path = tmp_path / "名.txt"
    write_whole(path, b"old", lasting=lasting)
    with path.open("rb") as reading:
        write_whole(path, "新".encode(), lasting=lasting)
        assert reading.read() == b"old"  # who reads it goes on with what was there
    assert path.read_text(encoding="utf-8") == "新"
    assert path.stat().st_mode & 0o077 == 0
    assert [held.name for held in tmp_path.iterdir()] == ["名.txt"]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "held").mkdir()
    (tmp_path / "held" / "file").touch()
    with pytest.raises(OSError, match="held"):
        write_whole(tmp_path / "held", b"new")  # a folder cannot be replaced by a file
    assert [held.name for held in tmp_path.iterdir()] == ["held"]
