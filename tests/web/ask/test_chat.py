"""A question that is asked again: what it takes the place of is kept until something has come instead."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import gradio as gr
import pytest

from retrieval.errors import FayanError, StoreError
from retrieval.request import Request
from retrieval.settings import Settings
from tests.web.transcripts.stored import make_reply, say
from web.ask.chat import Chat, Controls
from web.ask.place import Place
from web.ask.reader import Reader
from web.engine import StartingError
from web.private import UnexpectedError
from web.transcripts.sources import Reply
from web.transcripts.store import Conversations

CONTROLS, READER = Controls(None, None, None), Reader("", "en")


@pytest.fixture
def store(tmp_path: Path) -> Conversations:
    return Conversations(Settings(data_dir=tmp_path))


def chat(store: Conversations, *pieces: str | Reply | FayanError) -> Chat:
    """The chat with an engine that gives these pieces, or fails."""

    def reply(*_: object) -> Iterator[str | Reply]:
        for piece in pieces:
            if isinstance(piece, FayanError):
                raise piece
            yield piece

    return Chat(SimpleNamespace(wait=lambda: SimpleNamespace(reply=reply)), store)


def conversation(store: Conversations) -> tuple[str, str]:
    """Three answered questions; the conversation and the last message."""
    first = say(store, "", "eins")
    say(store, "", "zwei", first.conversation)
    return first.conversation, say(store, "", "drei", first.conversation).id


def kept(store: Conversations, key: str) -> list[tuple[str, str | None]]:
    return [(m.question, m.reply.answer.answer if m.reply else None) for m in store.read("", key).messages]


def test_what_is_asked_again_gives_way_to_the_new_answer(store: Conversations) -> None:
    key, last = conversation(store)
    list(chat(store, "new", make_reply("new answer")).ask("drei", Place(key, last), CONTROLS, READER))
    assert kept(store, key)[2:] == [("drei", "new answer")]


def test_what_is_searched_is_what_is_kept(store: Conversations) -> None:
    """Characters that nobody sees would divide words; they come along when text is copied."""
    asked: list[str] = []

    def reply(request: Request, _: object) -> Iterator[Reply]:
        asked.append(request.question)
        yield make_reply("new answer")

    talk = Chat(SimpleNamespace(wait=lambda: SimpleNamespace(reply=reply)), store)
    for question in ("出售\u200b翻墙\u200b软件", "selling V\u200bP\x07N software"):
        *_, (_, place) = talk.ask(question, Place(), CONTROLS, READER)
        assert kept(store, place.conversation)[0][0] == asked[-1]
    assert asked == ["出售翻墙软件", "selling VPN software"]


def test_if_the_engine_fails_the_old_answer_stays(store: Conversations) -> None:
    key, last = conversation(store)
    before = kept(store, key)
    with pytest.raises(gr.Error, match="engine down"):
        list(chat(store, FayanError("engine down")).ask("drei", Place(key, last), CONTROLS, READER))
    assert kept(store, key) == before


def test_stopped_before_a_word_has_come_the_old_answer_stays(store: Conversations) -> None:
    key, last = conversation(store)
    before = kept(store, key)
    own = chat(store, "", make_reply("never"))
    steps = own.ask("drei", Place(key, last), CONTROLS, READER)
    next(steps)
    own.stop(Place(key), READER)
    steps.close()
    assert kept(store, key) == before


def test_stopped_later_what_has_come_takes_its_place(store: Conversations) -> None:
    key, last = conversation(store)
    own = chat(store, "half an", make_reply("never"))
    steps = own.ask("drei", Place(key, last), CONTROLS, READER)
    next(steps)
    next(steps)
    own.stop(Place(key), READER)
    steps.close()
    assert kept(store, key)[2:] == [("drei", None)]
    assert store.read("", key).messages[-1].draft == "half an"


def test_what_comes_before_an_edited_question_is_all_that_the_new_one_is_read_beside(store: Conversations) -> None:
    key, _ = conversation(store)
    second = store.read("", key).messages[1].id
    seen: list[int] = []

    def reply(request: object, *_: object) -> Iterator[Reply]:
        seen.append(len(request.history))
        yield make_reply("new answer")

    own = Chat(SimpleNamespace(wait=lambda: SimpleNamespace(reply=reply)), store)
    list(own.ask("zwei, otherwise", Place(key, second), CONTROLS, READER))
    assert seen == [2]
    assert [question for question, _ in kept(store, key)] == ["eins", "zwei, otherwise"]


def test_only_the_last_question_can_be_asked_again(store: Conversations) -> None:
    """A tab that was drawn before another one went on still offers it for an earlier question."""
    key, last = conversation(store)
    own = chat(store)
    messages = store.read("", key).messages
    assert [bool(own.last_message(message.id, READER)) for message in messages] == [False, False, True]
    assert messages[-1].id == last
    assert own.last_message("nothing", READER) is None


@pytest.mark.parametrize(
    ("error", "english", "chinese"),
    [
        (StartingError("Starting."), "still opening its index", "^法眼仍在打开索引"),
        (UnexpectedError("Broken."), "Something went wrong inside", "^法眼内部出错"),
        (StoreError("The disk is full: free some space."), "^The disk is full: free some space.$", "^索引暂时无法读取.*disk is full"),
        (FayanError("Another."), "^Another.$", "^Another.$"),
    ],
)  # fmt: skip
def test_what_went_wrong_is_told_in_the_pages_language(
    store: Conversations, error: FayanError, english: str, chinese: str
) -> None:
    for language, words in (("en", english), ("zh", chinese)):
        with pytest.raises(gr.Error) as raised:
            list(chat(store, error).ask("eins", Place(), CONTROLS, Reader("", language)))
        assert re.search(words, raised.value.message)
