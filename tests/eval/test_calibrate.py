import json
from pathlib import Path

import pytest

from eval.calibrate import Sureness, at_threshold, surenesses, sweep
from eval.pairs import Pair
from retrieval.index import Index
from retrieval.settings import Settings
from retrieval.sufficiency import LEAST_CONFIDENCE
from tests.eval.builders import pair, unanswerable
from tests.support import run_module


def sure(confidence: float, answerable: bool = True, found: bool = True, decided: str = "threshold") -> Sureness:
    return Sureness("x", "zh", answerable, 0.9, 0.01, confidence, found, decided)


def test_risk_and_declines_at_a_threshold_computed_by_hand() -> None:
    questions = [
        sure(0.95), sure(0.90, found=False), sure(0.80), sure(0.92, answerable=False), sure(0.70, answerable=False),
        sure(0.99, answerable=False, decided="declined"), sure(0.10, decided="answered"),
    ]  # fmt: skip
    point = at_threshold(questions, 0.85)
    assert point.answered == pytest.approx(4 / 7)
    assert point.risk == pytest.approx(2 / 4)
    assert point.declined == pytest.approx(2 / 3)
    assert point.false_declines == pytest.approx(1 / 4)


def test_nothing_answered_has_no_risk() -> None:
    assert at_threshold([sure(0.5)], 0.9).risk is None


def test_a_higher_threshold_answers_less() -> None:
    points = sweep([sure(0.8 + i / 100) for i in range(10)], 0.85)
    assert [p.answered for p in points] == sorted((p.answered for p in points), reverse=True)
    assert points[0].answered > points[-1].answered
    assert 0.85 in [p.threshold for p in points]


def test_what_other_rules_decide_is_told_apart(index: Index) -> None:
    named = pair(question="刑法第二百八十五条", authorities=[{"id": "criminal-law", "article": "第二百八十五条"}])
    place = unanswerable(id="b", question="按照日本法律，卖VPN账号最高判几年？", reason="other_jurisdiction")
    open_question = pair(
        id="c", question="缓刑的条件是什么？", authorities=[{"id": "criminal-law", "article": "第七十二条"}]
    )
    found = surenesses([named, place, open_question], index, progress=False)
    assert [question.decided for question in found] == ["answered", "declined", "threshold"]
    assert found[0].found
    assert not found[1].found


def test_the_command_writes_the_curve(
    index: Index, small_pairs: list[Pair], small_gold: Path, settings: Settings, tmp_path: Path
) -> None:
    out, scope = tmp_path / "calibration.json", tmp_path / "scope"
    scope.mkdir()
    (scope / "few.jsonl").write_text(
        '{"language": "en", "question": "What is the penalty for illegal control of a computer?", "in_scope": true}\n'
        '{"language": "zh", "question": "今天下雨吗？", "in_scope": false}\n',
        encoding="utf-8",
    )
    done = run_module("eval", "calibrate", "--gold", small_gold, "--scope", scope, "--out", out, settings=settings)
    assert done.returncode == 0, done.stderr
    content = json.loads(out.read_text(encoding="utf-8"))
    assert content["in_use"] == LEAST_CONFIDENCE
    asked = {p.id for p in small_pairs if p.split == "dev"}  # no threshold is chosen on the split test
    assert 0 < len(asked) < len(small_pairs)
    assert {q["id"] for q in content["questions"] if not q["id"].startswith("scope-few-")} == asked
    assert [q["answerable"] for q in content["questions"] if q["id"].startswith("scope-few-")] == [True, False]
    for language, points in content["sweeps"].items():
        assert LEAST_CONFIDENCE[language] in [point["threshold"] for point in points]
    assert "false declines" in done.stdout
