from pathlib import Path
from typing import Any

import pytest

from eval.pairs import Pair
from eval.responders import Library
from eval.run import evaluate, summarise
from retrieval.index import Index
from retrieval.settings import Settings
from tests.eval.builders import pair
from tests.support import run_module


def test_every_question_is_in_the_result(run_result: dict[str, Any], small_pairs: list[Pair], index: Index) -> None:
    assert [row["id"] for row in run_result["questions"]] == [p.id for p in small_pairs]
    assert run_result["index"]["id"] == index.index_id
    assert run_result["index"]["model_digest"] == index.model.digest
    assert run_result["versions"]["chromadb"]
    assert run_result["settings"]["laws"] == "core"
    assert isinstance(run_result["seed"], int)
    for row in run_result["questions"]:
        assert row["answer"]
        assert row["total_ms"] > 0


def test_the_answers_are_measured(run_result: dict[str, Any]) -> None:
    everything = run_result["summary"]["all"]
    assert everything["questions"] == 10
    assert everything["measures"]["verbatim"]["mean"] == 1.0
    assert everything["measures"]["R@10"]["n"] == everything["measures"]["declined"]["n"] == 5
    assert everything["measures"]["R@10"]["mean"] > 0.5
    assert 0 < everything["times"]["first_ms"]["p50"] <= everything["times"]["total_ms"]["p50"]
    assert 0 < everything["times"]["total_ms"]["p50"] <= everything["times"]["total_ms"]["p95"]


def test_the_tables_are_printed(run_folder: Path, run_result: dict[str, Any]) -> None:
    text = (run_folder / "stdout.txt").read_text(encoding="utf-8")
    for heading in ("by kind", "by language", "by split", "Citation recall, by pinpoint", "95 % interval"):
        assert heading in text
    for kind in run_result["summary"]["kind"]:
        assert kind in text
    assert str(run_folder / "results.json") in text


def test_averages_are_of_the_questions_that_a_measure_applies_to() -> None:
    rows = [
        {
            "split": "dev",
            "language": "en",
            "kind": "a",
            "measures": {"key_facts": 1.0},
            "first_ms": 1,
            "total_ms": 1,
            "search_ms": 1,
        },
        {
            "split": "dev",
            "language": "zh",
            "kind": "a",
            "measures": {"key_facts": 0.0},
            "first_ms": 2,
            "total_ms": 3,
            "search_ms": 1,
        },
        {
            "split": "test",
            "language": "zh",
            "kind": "b",
            "measures": {"declined": 1.0},
            "first_ms": 4,
            "total_ms": 5,
            "search_ms": 1,
        },
    ]
    summary = summarise([row | {"citations": []} for row in rows])
    assert summary["all"]["measures"]["key_facts"]["mean"] == 0.5
    assert summary["all"]["measures"]["key_facts"]["n"] == 2
    assert summary["all"]["times"]["total_ms"]["p50"] == 3
    assert summary["split"]["test"]["measures"]["key_facts"] is None
    assert summary["language"]["en"]["measures"]["key_facts"]["mean"] == 1.0


def test_legs_that_are_off_find_nothing(index: Index) -> None:
    asked = pair(
        question="哪些程序属于专门用于侵入计算机信息系统的工具？",
        authorities=[{"id": "interpretation-2011-19-computer-systems", "article": "第二条"}],
    )
    (without,) = evaluate([asked], Library(index, ("reference",)), index, progress=False)
    assert without.scores.values["R@10"] == 0.0
    (whole,) = evaluate([asked], Library(index), index, progress=False)
    assert whole.scores.values["R@10"] == 1.0


@pytest.mark.parametrize(
    "arguments",
    [(), ("walk",), ("run", "--legs", "left"), ("run", "--split", "train"), ("retrieval",), ("compare", "one.json")],
)
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...], settings: Settings) -> None:
    done = run_module("eval", *arguments, settings=settings)
    assert done.returncode == 2
    assert "usage: python -m eval" in done.stderr


def test_a_gold_folder_that_is_not_there_is_named_without_a_trace(settings: Settings, tmp_path: Path) -> None:
    done = run_module("eval", "run", "--gold", tmp_path / "none", settings=settings)
    assert done.returncode == 1
    assert done.stderr.strip().startswith("There are no gold pairs at")
