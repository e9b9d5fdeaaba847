"""Judgements in a real database, and as the rows that the eval reads."""

from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.settings import Settings
from retrieval.store.feedback import read_feedback
from tests.web.transcripts.stored import ANSWER, make_reply, say
from web.feedback.store import MAX_COMMENT, keep_judgement, withdraw_judgement
from web.transcripts.conversation import Judgement
from web.transcripts.store import Conversations


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """Settings of a database that is not there yet."""
    return Settings(data_dir=tmp_path / "data", corpus_dir=tmp_path / "corpus")


@pytest.fixture
def judge(own: Settings) -> Callable[..., bool]:
    """Keep a judgement of user anna."""
    return lambda message, *what, user="anna": keep_judgement(own, user, message, Judgement(*what))


def test_a_thumb_is_a_row_with_all_that_is_needed_to_ask_again(own: Settings, judge: Callable[..., bool]) -> None:
    store = Conversations(own)
    first = say(store, "anna", "卖翻墙软件怎么判？")
    half = store.begin("anna", first.conversation, "stopped")
    second = say(store, "anna", "And for units?", first.conversation)
    assert judge(second.id, "down", ("not_in_force", "wrong_citation"), " see [1] ")
    (row,) = read_feedback(own)
    assert (row.user, row.conversation, row.message) == ("anna", first.conversation, second.id)
    assert (row.question, row.language, row.as_of) == ("And for units?", "en", "2026-01-31")
    assert row.history == [
        {"role": "user", "content": "卖翻墙软件怎么判？"}, {"role": "assistant", "content": ANSWER},
    ]  # fmt: skip
    assert row.answer == make_reply().answer.model_dump(mode="json")
    assert (row.thumb, row.reasons, row.comment) == ("down", ["not_in_force", "wrong_citation"], "see [1]")
    assert row.created.endswith("+00:00")
    assert row.id
    assert not judge(half.id, "up")  # a stopped answer was never checked


def test_a_judgement_is_changed_not_doubled(own: Settings, judge: Callable[..., bool]) -> None:
    store = Conversations(own)
    message = say(store, "anna", "eins")
    judge(message.id, "down", ("other",), "why")
    (before,) = read_feedback(own)
    judge(message.id, "up", ("other",), "x" * (MAX_COMMENT + 9))
    (after,) = read_feedback(own)
    assert (after.id, after.created) == (before.id, before.created)
    assert (after.thumb, after.reasons, len(after.comment)) == ("up", [], MAX_COMMENT)
    assert store.message("anna", message.id).judgement.thumb == "up"
    assert withdraw_judgement(own, "anna", message.id)
    assert list(read_feedback(own)) == []
    assert not withdraw_judgement(own, "anna", message.id)


def test_nobody_judges_for_another(own: Settings, judge: Callable[..., bool]) -> None:
    message = say(Conversations(own), "anna", "eins")
    assert not judge(message.id, "up", user="bert")
    assert not judge("nothing", "up")
    judge(message.id, "down")
    assert not withdraw_judgement(own, "bert", message.id)
    assert [row.thumb for row in read_feedback(own)] == ["down"]


def test_a_judged_answer_that_is_asked_again_keeps_its_judgement(own: Settings, judge: Callable[..., bool]) -> None:
    store = Conversations(own)
    message = say(store, "anna", "eins")
    judge(message.id, "down", ("does_not_answer",))
    again = say(store, "anna", "eins", message.conversation)
    store.cut("anna", message.id, before=again.id)
    assert [m.id for m in store.read("anna", message.conversation).messages] == [again.id]
    assert store.message("anna", message.id) is None
    assert [row.message for row in read_feedback(own)] == [message.id]
    assert store.delete("anna", message.conversation)
    assert list(read_feedback(own)) == []


def test_without_a_database_there_is_no_feedback(own: Settings) -> None:
    assert list(read_feedback(own)) == []
    assert not own.database.exists()
