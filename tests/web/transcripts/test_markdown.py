"""Markdown that shows exactly the answer's characters."""

import re

import pytest

from retrieval.result import Checks
from tests.web.transcripts.samples import QUOTE, TEXT, make_answer, make_citation, make_found
from web.transcripts.markdown import escape_markdown, message_markdown, sources_html, to_markdown
from web.transcripts.sources import Reply

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def shown(markdown: str) -> str:
    """Undo backslash escapes as a Markdown reader does."""
    return _ESCAPE.sub(r"\1", markdown)


@pytest.mark.parametrize(
    "text",
    [
        "处3~5年有期徒刑，1~2年", "**bold** _it_ `code`", "$x$ $$y$$", "# 标题", "a | b", "<img src=http://x.example/y>",
        "[1](http://x.example)", "![x](y)", "- item", "1. item", "12) item", "+ item", "http://x.example/a_b", "www.x.example",
        "a@b.example", "&lt;", "a\\b", "=====", "《a<b>c》", "{x}",
    ],
)  # fmt: skip
def test_every_special_character_is_escaped_and_shown(text: str) -> None:
    markdown = escape_markdown(text)
    assert shown(markdown) == text
    bare = re.sub(r"\\.", "x", markdown)
    assert not re.search(r"[`*_~$#|<>\[\]&]|://|^\s*[-+=]|^\d+[.)]|www\.|@", bare)


def test_leading_blanks_make_no_code_block_and_chinese_indents_stay() -> None:
    assert escape_markdown("    甲\n\t乙\n　　丙") == "甲\n乙\n　　丙"


def test_control_characters_are_not_shown() -> None:
    assert escape_markdown("a\x00b\x1bc\ud800d") == "a b c d"


def test_a_known_number_is_a_link_of_its_own_message() -> None:
    markdown = to_markdown("见该条[1]。", "m1", {1: make_citation()})
    assert markdown == "见该条[\\[1\\]](#cite-m1-1)。"


def test_an_unknown_number_stays_text() -> None:
    markdown = to_markdown("见该条[7]和[0]", "m1", {1: make_citation()})
    assert "#cite" not in markdown
    assert shown(markdown) == "见该条[7]和[0]"


def test_a_number_within_a_quotation_is_not_ours() -> None:
    citation = make_citation(quote="见注[1]。", text="见注[1]。", start=0, end=6)
    markdown = to_markdown("《某法》第三条：“见注[1]。”[1]", "m1", {1: citation})
    assert markdown.count("#cite-m1-1") == 1
    assert markdown.endswith("[\\[1\\]](#cite-m1-1)")


def test_label_and_quotation_are_set_apart_without_losing_a_character() -> None:
    citation = make_citation()
    line = f"{citation.label}（2011-09-01起施行）：“{QUOTE}”[1]"
    markdown = to_markdown(line, "m1", {1: citation})
    assert '<span class="fy-label" lang="zh">《某法》第三条</span>' in markdown
    assert shown(re.sub(r"</?span[^>]*>|\(#cite[^)]*\)|(?<!\\)[\[\]]", "", markdown)) == line


def test_notes_and_warnings_have_their_own_look() -> None:
    markdown = to_markdown("编者注：核对。\n\n注意：这是草案，并未成为法律。\n\n正文", "m1", {}, "zh")
    assert re.findall(r'class="(fy-\w+)"', markdown) == ["fy-note", "fy-warn"]


def test_a_message_lists_what_it_cites_apart_from_what_it_found() -> None:
    answer = make_answer(f"“{QUOTE}”[1]", make_citation(), also_found=[make_found()], timings_ms={"total": 12.4})
    markdown = message_markdown(Reply(answer, {}, 1234), "m1")
    cited, _, found = markdown.partition("<details")
    assert "1,234个段落" in cited
    assert "12毫秒" in cited
    assert cited.count("#cite-m1-1") == 2
    assert "现行有效" in cited
    assert "#found-m1-1" in found
    assert "案例" in found


def test_a_decline_looks_different() -> None:
    answer = make_answer("语料库中没有。", declined=True, reason="out_of_scope")
    assert 'class="fy-decline"' in message_markdown(Reply(answer, {}, 1), "m1")
    assert "fy-decline" not in message_markdown(Reply(make_answer("有。"), {}, 1), "m1")


def test_the_checks_that_a_source_fails_stand_beside_its_status() -> None:
    checks = Checks(exists="pass", in_force="fail", verbatim="pass", supported="fail")
    failed, held = make_citation(1, checks=checks), make_citation(2)
    first, second = re.findall(r"<li>.*?</li>", sources_html(make_answer("", failed, held), "m1"))
    assert re.findall(r"✗ (\w+)", first) == ["有效", "支持"]
    assert 'title="在2026-01-31不是有效法律"' in first
    assert "✗" not in second
    assert "✗" not in sources_html(make_answer("", make_citation(passage_id=None, checks=checks)), "m1")


def test_hostile_labels_do_not_leave_their_place() -> None:
    hostile = '</ul></div>\n\n<script>alert(1)</script> <img src="http://x.example">'
    html = sources_html(make_answer("", make_citation(label=hostile, text=TEXT)), "m1")
    assert "<script" not in html
    assert "<img" not in html
    assert "\n" not in html


def test_a_list_stays_a_list_and_its_items_are_escaped() -> None:
    markdown = to_markdown("Fined:\n- 1~2 <b> [1]\n- *Ma*", "m1", {1: make_citation(1)})
    assert markdown == "Fined:\n\n- 1\\~2 \\<b\\> [\\[1\\]](#cite-m1-1)\n- \\*Ma\\*"


def test_dashes_within_a_quotation_make_no_list() -> None:
    own = make_citation(1, text="Steps:\n- first\n- last", quote="Steps:\n- first\n- last")
    assert "\n\\- first" in to_markdown("Memo: “Steps:\n- first\n- last” [1]", "m1", {1: own})


def test_a_table_stays_a_table_and_its_cells_are_escaped() -> None:
    text = "| Amount | Reached |\n| --- | --- |\n| 1~2 <b> [1] | *serious* |"
    markdown = to_markdown(text, "m1", {1: make_citation(1)})
    head, rule, row = markdown.split("\n")
    assert (head, rule) == ("| Amount | Reached |", "| --- | --- |")
    assert row == "| 1\\~2 \\<b\\> [\\[1\\]](#cite-m1-1) | \\*serious\\* |"
