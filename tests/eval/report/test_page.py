import re
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from eval.compare import changes
from eval.measures import MEASURES
from eval.report.headlines import percent
from eval.report.page import report_html
from eval.report.questions import lacks, question_section
from eval.run import write_json
from prompts import say, sentences
from retrieval.settings import Settings
from tests.support import run_module


def test_the_report_has_every_question_with_its_answer(run_folder: Path, run_result: dict[str, Any]) -> None:
    page = (run_folder / "report.html").read_text(encoding="utf-8")
    for row in run_result["questions"]:
        assert f'id="q-{row["id"]}"' in page
        assert escape(row["question"]) in page
        for cited in row["citations"]:
            assert escape(cited["quote"]) in page


def test_the_report_loads_nothing(run_folder: Path) -> None:
    page = (run_folder / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#)|@import|url\(|//[a-z]+\.""", page)
    assert "default-src 'none'" in page


def test_the_first_page_has_the_headlines_with_their_intervals(run_folder: Path, run_result: dict[str, Any]) -> None:
    page = (run_folder / "report.html").read_text(encoding="utf-8")
    measures = run_result["summary"]["all"]["measures"]
    assert page.index(say("en", "report_group_declines")) < page.index('<section id="kinds">')
    for name in ("citation_recall", "key_facts", "declined", "false_declines"):
        own = measures[name]
        for language in ("en", "zh"):
            low, high = (f"{percent(own[end])}%" for end in ("low", "high"))
            assert say(language, "report_interval", low=low, high=high, n=own["n"]) in page
            assert say(language, f"measure_{name}") in page


def test_every_plot_is_there(run_folder: Path) -> None:
    page = (run_folder / "report.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 2
    assert page.count('class="dots"') >= 7
    for name in ("measures_note", "time_caption", "risk_caption"):
        assert escape(say("zh", f"report_{name}")) in page


def test_what_is_missed_is_said(run_result: dict[str, Any]) -> None:
    row = next(r for r in run_result["questions"] if r["answerable"])
    row = row | {
        "declined": True, "decline_reason": "safety", "measures": {"language": 0.0},
        "authorities": [
            {"id": "law", "article": "第三条", "paragraph": None, "item": None},
            {"id": "law", "article": "第四条", "paragraph": 2, "item": None},
            {"id": "case", "article": None, "paragraph": None, "item": None},
        ],
        "key_facts": [["a", "b"], ["c"]],
        "missed": {
            "authorities": ["law 第三条"], "pinpoints": ["law 第四条 (2)"], "key_facts": [["a", "b"]], "faults": ["[1]: bad"]
        },
    }  # fmt: skip
    assert lacks(row) == [
        ("lack_declined", {"reason": "safety"}),
        ("lack_authority", {"place": "law 第三条"}),
        ("lack_pinpoint", {"place": "law 第四条 (2)"}),
        ("lack_fact", {"fact": "a / b"}),
        ("lack_fault", {"fault": "[1]: bad"}),
        ("lack_language", {"asked": row["language"]}),
    ]
    section = question_section(row)
    assert [(m[1], re.sub("<[^>]+>", "", m[2])) for m in re.finditer(r'<li class="(yes|no)">(.*?)</li>', section)] == [
        ("no", "law 第三条"), ("no", "law 第四条 (2)"), ("yes", "case"), ("no", "a / b"), ("yes", "c")
    ]  # fmt: skip
    assert say("zh", "lack_authority", place="law 第三条") in section


def test_every_word_is_there_in_both_languages() -> None:
    english, chinese = sentences("en"), sentences("zh")
    names = [name for name in english if name.startswith(("report_", "measure_", "lack_", "check_", "kind_"))]
    assert {f"measure_{measure.name}" for measure in MEASURES} <= set(names)
    for name in names:
        assert set(re.findall(r"\{(\w+)\}", english[name])) == set(re.findall(r"\{(\w+)\}", chinese[name])), name


def test_a_table_of_amounts_is_a_table_and_numbers_lead_to_citations(run_result: dict[str, Any]) -> None:
    row = next(r for r in run_result["questions"] if r["citations"])
    n = row["citations"][0]["n"]
    section = question_section(row | {"answer": f"| A | B |\n| --- | --- |\n| 1 | 2 [{n}] |\n\nSee [{n}] and [998]."})
    assert "<td>1</td>" in section
    assert section.count(f'<a href="#c-{row["id"]}-{n}">[{n}]</a>') == 2
    assert f'id="c-{row["id"]}-{n}"' in section
    assert "[998]" in section
    assert "---" not in section


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


def test_questions_can_be_searched_and_filtered(run_folder: Path, run_result: dict[str, Any], browser: Browser) -> None:
    rows = run_result["questions"]
    chinese = [row["id"] for row in rows if row["language"] == "zh"]
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((run_folder / "report.html").as_uri())
    assert page.text_content("#count") == f"{len(rows)} / {len(rows)}"
    page.select_option("#language", "zh")
    shown = page.eval_on_selector_all(".question:not([hidden])", "all => all.map(one => one.id)")
    assert shown == [f"q-{name}" for name in chinese]
    page.select_option("#language", "")
    page.fill("#words", rows[0]["question"][:12])
    assert page.is_visible(f"#q-{rows[0]['id']} summary")
    page.fill("#words", "zzzz no such words")
    assert page.text_content("#count") == f"0 / {len(rows)}"
    page.fill("#words", "")
    page.click("#open")
    assert page.eval_on_selector_all(".question[open]", "all => all.length") == len(rows)
    page.click("#close")
    assert page.eval_on_selector_all(".question[open]", "all => all.length") == 0
    for language, other in (("zh", "en"), ("en", "zh")):
        page.click(f"button[data-ui={language}]")
        assert say(language, "report_short") in page.inner_text("main")
        assert say(other, "report_short") not in page.inner_text("main")
        assert page.inner_text("#kind option") == say(language, "report_all_kinds")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto((run_folder / "report.html").as_uri() + f"#q-{chinese[0]}")
    assert page.is_visible(f"#q-{chinese[0]} .answer")
    page.close()
    assert {url.partition("#")[0] for url in asked} == {(run_folder / "report.html").as_uri()}
