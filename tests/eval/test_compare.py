from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from eval.compare import changes, comparison_text
from eval.run import read_result, write_json
from retrieval.errors import FayanError
from retrieval.settings import Settings
from tests.support import run_module


def rows(**values: dict[str, float]) -> dict[str, Any]:
    return {"questions": [{"id": name, "measures": measures} for name, measures in values.items()]}


def test_only_shared_questions_are_compared() -> None:
    before = rows(a={"key_facts": 0.0}, b={"key_facts": 0.5}, gone={"key_facts": 1.0})
    after = rows(a={"key_facts": 1.0}, b={"key_facts": 0.5}, fresh={"key_facts": 0.0})
    (change,) = changes(before, after)
    assert (change.before, change.after, change.difference.mean, change.difference.n) == (0.25, 0.75, 0.5, 2)
    assert change.better == [("a", 0.0, 1.0)]
    assert change.worse == []


def test_a_false_decline_more_is_worse() -> None:
    (change,) = changes(rows(a={"false_declines": 0.0}), rows(a={"false_declines": 1.0}))
    assert change.worse == [("a", 0.0, 1.0)]
    assert change.is_sure  # of this one question


def test_the_text_names_the_questions() -> None:
    before, after = rows(a={"key_facts": 1.0}, b={"R@5": 0.0}), rows(a={"key_facts": 0.25}, b={"R@5": 1.0})
    text = comparison_text(changes(before, after))
    assert "a: key_facts 1.00 -> 0.25" in text
    assert "b: R@5 0.00 -> 1.00" in text
    assert text.index("got worse: 1") < text.index("a: key_facts") < text.index("got better: 1")


def test_runs_without_a_common_question_are_refused() -> None:
    with pytest.raises(FayanError, match="no question in common"):
        changes(rows(a={}), rows(b={}))


def test_the_command(run_folder: Path, run_result: dict[str, Any], settings: Settings, tmp_path: Path) -> None:
    other = deepcopy(run_result)
    other["questions"][0]["measures"]["language"] = 0.0
    write_json(tmp_path / "b.json", other)
    done = run_module(
        "eval", "compare", run_folder, tmp_path / "b.json", "--out", tmp_path / "gap.json", settings=settings
    )
    assert done.returncode == 0, done.stderr
    assert "Questions that got worse: 1" in done.stdout
    assert run_result["questions"][0]["id"] in done.stdout
    assert '"worse"' in (tmp_path / "gap.json").read_text(encoding="utf-8")


def test_another_file_is_refused_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    with pytest.raises(FayanError, match="python -m eval run"):
        read_result(tmp_path / "a.json")
