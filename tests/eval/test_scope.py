"""The questions that the declining threshold is fitted to."""

from collections import Counter
from pathlib import Path

import pytest

from eval.scope import read_scope
from retrieval.errors import FayanError


def test_both_languages_have_questions_in_scope_and_out_of_it() -> None:
    read = read_scope().values()
    counted = Counter((question.language, question.in_scope) for question in read)
    assert len(counted) == 4
    assert min(counted.values()) >= 150
    assert len({question.question for question in read}) == len(read)


def test_a_faulty_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "some.jsonl").write_text('{"language": "en", "question": "Why?"}\n', encoding="utf-8")
    with pytest.raises(FayanError, match=r"some\.jsonl, line 1"):
        read_scope(tmp_path)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FayanError, match="no questions"):
        read_scope(tmp_path)
