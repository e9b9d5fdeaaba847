"""Pairs of the project's own gold set that the small corpus can answer, and one run over them."""

from pathlib import Path
from typing import Any

import pytest

from eval.pairs import GOLD, Pair, load_gold
from eval.run import read_result
from retrieval.index import Index
from retrieval.settings import Settings
from tests.support import run_module

PAIRS = 5  # of the answerable and of the unanswerable ones each


@pytest.fixture(scope="session")
def small_pairs(index: Index) -> list[Pair]:
    """Five pairs that the small corpus answers, and five that it must decline."""
    pairs = load_gold(GOLD)
    held = [p for p in pairs if p.answerable and all(place.id in index.authorities for place in p.authorities)]
    declined = [p for p in pairs if not p.answerable]
    return [p for group in (held, declined) for p in group[:: len(group) // PAIRS][:PAIRS]]  # of many kinds


@pytest.fixture(scope="session")
def small_gold(small_pairs: list[Pair], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of those pairs."""
    path = tmp_path_factory.mktemp("gold") / "small.jsonl"
    path.write_text("\n".join(p.model_dump_json() for p in small_pairs), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def run_folder(small_gold: Path, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `python -m eval run` wrote for those pairs, and `stdout.txt`, what it printed."""
    folder = tmp_path_factory.mktemp("runs") / "first"
    done = run_module("eval", "run", "--gold", small_gold, "--out", folder, settings=settings)
    assert done.returncode == 0, done.stderr
    (folder / "stdout.txt").write_text(done.stdout, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def run_result(run_folder: Path) -> dict[str, Any]:
    """That run's JSON."""
    return read_result(run_folder)
