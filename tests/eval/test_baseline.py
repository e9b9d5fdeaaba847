import re
from pathlib import Path
from typing import Any

import pytest

from eval.baseline import WATCHED, baseline_of, baseline_text, read_baseline, verdicts, write_baseline
from retrieval.errors import FayanError
from retrieval.settings import Settings
from tests.support import run_module


def result(split: str = "dev", **questions: dict[str, float]) -> dict[str, Any]:
    rows = [{"id": name, "split": split, "measures": measures} for name, measures in questions.items()]
    return {"created": "then", "index": {"id": "i"}, "gold_digest": "g", "versions": {}, "questions": rows}


@pytest.fixture(scope="module")
def kept(run_folder: Path, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The baseline that the command makes of the run over the small corpus."""
    path = tmp_path_factory.mktemp("baseline") / "baseline.json"
    done = run_module("eval", "baseline", "--run", run_folder, "--out", path, settings=settings)
    assert done.returncode == 0, done.stderr
    assert "Key facts in the answer" in done.stdout
    return path


def test_a_baseline_has_the_dev_questions_of_the_run_a_line_each(kept: Path, run_result: dict[str, Any]) -> None:
    dev = [row for row in run_result["questions"] if row["split"] == "dev"]
    made = read_baseline(kept)
    assert [q["id"] for q in made["questions"]] == [row["id"] for row in dev]
    assert made["index"] == run_result["index"]["id"]
    for question, row in zip(made["questions"], dev, strict=True):
        assert question["measures"] == {k: v for k, v in row["measures"].items() if k in WATCHED}
    values = [row["measures"]["R@10"] for row in dev if "R@10" in row["measures"]]
    assert made["measures"]["R@10"]["mean"] == pytest.approx(sum(values) / len(values))
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert all(sum(f'"{row["id"]}"' in line for line in lines) == 1 for row in dev)


def test_the_same_system_passes(kept: Path, small_gold: Path, settings: Settings, tmp_path: Path) -> None:
    done = run_module(
        "eval", "run", "--baseline", kept, "--gold", small_gold, "--out", tmp_path / "run", settings=settings
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FALLEN" not in done.stdout
    assert "do not count" not in done.stdout  # without --split the dev questions are asked, and no others
    assert (tmp_path / "run" / "results.json").exists()


def test_a_worse_search_fails_and_its_questions_are_named(
    kept: Path, small_gold: Path, settings: Settings, tmp_path: Path, run_result: dict[str, Any]
) -> None:
    done = run_module(
        "eval", "run", "--baseline", kept, "--gold", small_gold, "--legs", "reference", "--out", tmp_path / "run",
        settings=settings,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    assert "FALLEN" in done.stdout
    _, _, fallen = done.stdout.partition(": the questions that fell\n")
    dev = {row["id"] for row in run_result["questions"] if row["split"] == "dev"}
    named = re.match(r"  (\S+): (\S+) -> (\S+)", fallen)
    assert named, done.stdout
    assert named[1] in dev
    assert named[2] != named[3]
    assert "python -m eval baseline" in fallen


def test_a_fall_inside_the_interval_passes_and_one_beyond_it_fails() -> None:
    values = {f"q{i:02d}": {"key_facts": float(i % 2)} for i in range(40)}
    before = baseline_of(result(**values))
    (slight,) = verdicts(before, result(**values | {"q01": {"key_facts": 0.0}}))
    assert not slight.has_fallen
    assert slight.change.worse == [("q01", 1.0, 0.0)]
    worse = values | {f"q{i:02d}": {"key_facts": 0.0} for i in range(1, 20)}
    (clear,) = verdicts(before, result(**worse))
    assert clear.has_fallen


def test_a_measure_that_was_perfect_may_not_fall_at_all() -> None:
    values = {f"q{i}": {"verbatim": 1.0} for i in range(9)}
    before = baseline_of(result(**values))
    (verdict,) = verdicts(before, result(**values | {"q3": {"verbatim": 0.9}}))
    assert verdict.has_fallen
    text = baseline_text([verdict], before, result(**values))
    assert "Quotations verbatim: the questions that fell\n  q3: 1.00 -> 0.90" in text


def test_more_declined_questions_are_a_fall() -> None:
    values = {f"q{i}": {"false_declines": 0.0} for i in range(9)}
    (verdict,) = verdicts(baseline_of(result(**values)), result(**values | {"q1": {"false_declines": 1.0}}))
    assert verdict.has_fallen
    (back,) = verdicts(baseline_of(result(**{name: {"false_declines": 1.0} for name in values})), result(**values))
    assert not back.has_fallen


def test_questions_that_only_one_side_has_do_not_count_and_are_named() -> None:
    before = baseline_of(result(a={"R@10": 1.0}, gone={"R@10": 1.0}))
    after = result(a={"R@10": 1.0}, fresh={"R@10": 0.0})
    found = verdicts(before, after)
    assert [(v.baseline.n, v.change.after, v.has_fallen) for v in found] == [(1, 1.0, False)]
    text = baseline_text(found, before, after)
    assert "1 questions are not in the baseline, and do not count: fresh" in text
    assert "1 questions of the baseline were not asked, and do not count: gone" in text


def test_a_run_without_dev_questions_makes_no_baseline() -> None:
    with pytest.raises(FayanError, match="no question of the split 'dev'"):
        baseline_of(result("test", a={"R@10": 1.0}))


def test_a_baseline_is_read_as_written(tmp_path: Path) -> None:
    made = baseline_of(result(a={"R@10": 1.0, "R@5": 0.5}, b={"declined": 0.0}))
    assert made["questions"] == [{"id": "a", "measures": {"R@10": 1.0}}, {"id": "b", "measures": {"declined": 0.0}}]
    write_baseline(tmp_path / "new" / "b.json", made)
    assert read_baseline(tmp_path / "new" / "b.json") == made


@pytest.mark.parametrize("content", [None, "{", "{}", "[]", '{"format": 0, "questions": []}'])
def test_another_file_is_refused_with_a_way_out(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "b.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(FayanError, match="python -m eval baseline"):
        read_baseline(path)
