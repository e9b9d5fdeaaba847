"""`make clean` removes what can be made again, and nothing else."""

import shutil
import subprocess
from pathlib import Path

from retrieval.settings import ROOT

KEPT = (
    "data/fayan.sqlite",
    "data/fayan-before-1.sqlite",
    "data/secret",
    "data/adapters/own.json",
    "users.yaml",
    "app.py",
)
GONE = (
    ".venv/bin/python",
    "data/index/a/topics.yaml",
    "data/models/m/config.json",
    "web/__pycache__/a.pyc",
    ".ruff_cache/a",
)


def test_clean_keeps_what_cannot_be_made_again(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in (*KEPT, *GONE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
    left = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {*KEPT, "Makefile"}
