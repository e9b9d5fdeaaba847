"""The leg of the questions that are written for the corpus's places."""

import copy
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ingest.corpus import Source
from ingest.sync import sync
from retrieval.authority import Kind
from retrieval.errors import FayanError
from retrieval.index import Index, open_index
from retrieval.ranking.legs import ASKED, LEGS
from retrieval.ranking.tuning import ASKED_SIMILARITY, WEIGHTS, leg_weights
from retrieval.request import Request
from retrieval.search import Search, search
from retrieval.settings import Settings
from retrieval.store.asked import FOLDER, read_asked
from tests.support import CORPUS

TODAY = date(2026, 11, 24)


def ask(index: Index, question: str, **request: object) -> Search:
    return search(index, Request(question, **request), today=TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_written_question_finds_its_place(index: Index, language: str) -> None:
    phrases = index.asked.phrases(language)[::120]
    assert len(phrases) > 10
    for phrase in phrases:
        found = {one.passage.unit: one.ranks.get(ASKED) for one in ask(index, phrase.text).found}
        assert found.get(phrase.units[0]) == 1, phrase.text


def test_other_words_find_it_too(index: Index) -> None:
    for question in ("He went to the station by himself and told them everything", "他自己走进派出所全说了，能轻点不"):
        found = {one.passage.unit: one.ranks.get(ASKED) for one in ask(index, question).found}
        assert found.get(("criminal-law", "第六十七条")) == 1


def test_without_the_leg_or_the_kind_it_is_not_there(index: Index) -> None:
    phrase = index.asked.phrases("en")[0]
    rest = tuple(leg for leg in LEGS if leg != ASKED)
    assert all(ASKED not in one.ranks for one in search(index, Request(phrase.text), legs=rest).found)
    only = ask(index, phrase.text, kinds=frozenset({Kind.CASE})).found
    assert {one.passage.kind for one in only} == {Kind.CASE}


def test_far_from_all_of_them_it_weighs_nothing(index: Index) -> None:
    question = ask(index, "Who may keep a parrot?").question
    far, near = ASKED_SIMILARITY["en"]
    assert leg_weights(index, question, 1.0, far)[ASKED] == 0.0
    assert leg_weights(index, question, 1.0, near)[ASKED] == WEIGHTS[ASKED]


def test_an_untuned_search_does_not_hear_it(index: Index) -> None:
    phrase = index.asked.phrases("en")[0]
    own = copy.copy(index)
    own.tuned = False
    rest = tuple(leg for leg in LEGS if leg != ASKED)
    with_leg, without = ask(own, phrase.text).found, search(own, Request(phrase.text), legs=rest, today=TODAY).found
    assert [one.passage.id for one in with_leg[:5]] == [one.passage.id for one in without[:5]]


def test_questions_are_read_for_what_is_held_and_follow_the_file(workspace: Callable[..., Settings]) -> None:
    settings = workspace("interpretation-2011-19-computer-systems")
    folder = settings.corpus_dir / FOLDER
    folder.mkdir()
    line = '{"place": "第二条", "zh": ["哪些软件算黑客工具？"], "en": ["What is a hacking tool?"]}\n'
    (folder / "interpretation-2011-19-computer-systems.jsonl").write_text(line, encoding="utf-8")
    (folder / "not-held.jsonl").write_text(line, encoding="utf-8")
    sync(settings, progress=False)
    first = open_index(settings)
    assert [phrase.text for phrase in first.asked.phrases("zh")] == ["哪些软件算黑客工具？"]
    assert first.asked.has(("interpretation-2011-19-computer-systems", "第二条"))
    (folder / "interpretation-2011-19-computer-systems.jsonl").unlink()
    sync(settings, progress=False)
    second = open_index(settings)
    assert second.asked.phrases("zh") == []
    assert second.index_id != first.index_id
    first.vectors.close()
    second.vectors.close()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"place": "第二条", "zh": [], "en": ["What?"]}', "zh: List should have at least 1 item"),
        ('{"place": "第二条", "zh": ["什么？"]}', "en: Field required"), ("place: 第二条", "line: Invalid JSON"),
    ],
)  # fmt: skip
def test_a_line_in_another_form_is_refused_with_its_place(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / FOLDER / "some-law.jsonl"
    path.parent.mkdir()
    path.write_text(f'{{"place": "第一条", "zh": ["为何？"], "en": ["Why?"]}}\n\n{line}\n', encoding="utf-8")
    with pytest.raises(FayanError, match=re.escape(f"{path}:3: {fault}")):
        read_asked(tmp_path, {})


def test_the_corpus_has_questions_for_all_that_is_not_superseded(sources: dict[str, Source]) -> None:
    superseded = {"cybersecurity-law-2016", "public-security-punishments-law-2012"}
    for name, source in sources.items():
        path = CORPUS / FOLDER / f"{name}.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        held = {block.article or block.section for block in source.blocks["zh"]}
        assert {json.loads(line)["place"] for line in lines} == (set() if name in superseded else held)
