import re
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from eval.compare import changes
from eval.report import report_html
from eval.report_questions import lacks
from eval.run import write_json
from retrieval.settings import Settings
from tests.support import run_module

CHROMIUM = "/usr/bin/chromium"


def test_the_report_has_every_question_with_its_answer(run_folder: Path, run_result: dict[str, Any]) -> None:
    page = (run_folder / "report.html").read_text(encoding="utf-8")
    for row in run_result["questions"]:
        assert f'id="q-{row["id"]}"' in page
        assert escape(row["question"]) in page
        assert escape(row["answer"]) in page
        for cited in row["citations"]:
            assert escape(cited["quote"]) in page


def test_the_report_loads_nothing(run_folder: Path) -> None:
    page = (run_folder / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#)|@import|url\(|//[a-z]+\.""", page)
    assert "default-src 'none'" in page


def test_plots_have_axes_and_labels(run_folder: Path) -> None:
    page = (run_folder / "report.html").read_text(encoding="utf-8")
    assert page.count("<svg") >= 7
    for axis in ("mean with its 95 % interval", "milliseconds from the question", "share of errors"):
        assert axis in page


def test_what_is_missed_is_said(run_result: dict[str, Any]) -> None:
    row = next(r for r in run_result["questions"] if r["answerable"])
    row = row | {
        "declined": True, "decline_reason": "safety", "measures": {"language": 0.0},
        "missed": {
            "authorities": ["law 第三条"], "pinpoints": ["law 第三条 (2)"], "key_facts": [["a", "b"]], "faults": ["[1]: bad"]
        },
    }  # fmt: skip
    assert lacks(row) == [
        "Declined (safety), though it can be answered",
        "Not cited: law 第三条",
        "Pinpoint not cited: law 第三条 (2)",
        "Fact not in the answer: a / b",
        "[1]: bad",
        f"Not answered in the question's language ({row['language']})",
    ]


def test_text_is_shown_and_not_run(run_result: dict[str, Any]) -> None:
    evil = "<script>alert(1)</script>"
    rows = [row | {"answer": evil, "question": evil} for row in run_result["questions"]]
    page = report_html(run_result | {"questions": rows})
    assert evil not in page
    assert escape(evil) in page


def test_a_comparison_is_shown(
    run_result: dict[str, Any], run_folder: Path, settings: Settings, tmp_path: Path
) -> None:
    first = run_result["questions"][0]
    rows = [first | {"measures": first["measures"] | {"language": 0.0}}, *run_result["questions"][1:]]
    other = run_result | {"questions": rows, "created": "2020-02-02T00:00:00+00:00"}
    assert changes(other, run_result)
    write_json(tmp_path / "old" / "results.json", other)
    out = tmp_path / "page.html"
    done = run_module("eval", "report", run_folder, "--against", tmp_path / "old", "--out", out, settings=settings)
    assert done.returncode == 0, done.stderr
    page = out.read_text(encoding="utf-8")
    assert "Against the run of 2020-02-02" in page
    assert f'<a href="#q-{first["id"]}">' in page


def test_questions_can_be_searched_and_filtered(run_folder: Path, run_result: dict[str, Any]) -> None:
    rows = run_result["questions"]
    chinese = [row["id"] for row in rows if row["language"] == "zh"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((run_folder / "report.html").as_uri())
        assert page.text_content("#count") == f"{len(rows)} of {len(rows)}"
        page.select_option("#language", "zh")
        shown = page.eval_on_selector_all(".question:not([hidden])", "all => all.map(one => one.id)")
        assert shown == [f"q-{name}" for name in chinese]
        page.select_option("#language", "")
        page.fill("#words", rows[0]["question"][:12])
        assert page.is_visible(f"#q-{rows[0]['id']} summary")
        page.fill("#words", "zzzz no such words")
        assert page.text_content("#count") == f"0 of {len(rows)}"
        browser.close()
    assert asked == [(run_folder / "report.html").as_uri()]
