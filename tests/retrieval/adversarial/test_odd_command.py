"""Odd input on the command line: an answer or one sentence, never a trace."""

import json
import os

import pytest

from retrieval.index import Index
from retrieval.settings import Settings
from tests.support import run_module


@pytest.mark.parametrize(
    "question", [b"\xff\xfe \xe5\x88\x91\xe6\xb3\x95\xe7\xac\xac285\xe6\x9d\xa1", "第".encode() * 300]
)
def test_bytes_that_are_no_text_do_not_matter(settings: Settings, index: Index, question: bytes) -> None:
    assert index.passages
    ended = run_module("retrieval", "ask", "--json", os.fsdecode(question), settings=settings)
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr
    assert json.loads(ended.stdout)["answer"].strip()


@pytest.mark.parametrize("question", [b"\xff\xfe", "\u200b \u202e".encode(), b" \t "])
def test_a_question_of_nothing_that_can_be_seen_is_empty(settings: Settings, question: bytes) -> None:
    ended = run_module("retrieval", "ask", os.fsdecode(question), settings=settings)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("The question is empty")
    assert len(ended.stderr.splitlines()) == 1
