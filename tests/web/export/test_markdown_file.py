"""The Markdown file: footnotes, and every character shown as it is."""

import re

import pytest
from markdown_it import MarkdownIt

from tests.web.export.memos import make_conversation
from tests.web.transcripts.samples import QUOTE
from web.export.markdown_file import to_markdown_file
from web.export.memo import make_memo


def made(language: str = "en", citations: bool = True) -> str:
    conversation = make_conversation()
    return to_markdown_file(make_memo(conversation, conversation.messages, language, citations))


def test_every_note_is_defined_once_and_used() -> None:
    text = made()
    defined = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    used = re.findall(r"(?<!\\)\[\^(\d+)\](?!:)", text)
    assert defined == ["1", "2", "3"]
    assert used == ["1", "1", "2", "1", "3"]
    assert f"“{QUOTE}”".replace("~", "\\~") in text


def test_without_citations_there_are_no_notes() -> None:
    assert not re.search(r"(?<!\\)\[\^", made(citations=False))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_markdown_reader_shows_the_characters_and_makes_nothing_of_them(language: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(made(language, citations=False))
    assert "&lt;b&gt;x&lt;/b&gt; &amp; &quot;y&quot; [^9] **z** ![p](http://x.example/q.png) 3~5年" in html
    assert not re.search(r"<(?:b|img|a|del|s)\b", html)
    assert "<td>5,000元以上；25,000元以上</td>" in html
    assert "<h1>翻墙软件案</h1>" in html
    assert "<li>马某</li>\n<li>*李*某</li>" in html
