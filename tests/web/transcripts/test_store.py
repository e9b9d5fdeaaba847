"""Conversations in a real database."""

import sqlite3
import threading

import pytest

from retrieval.settings import Settings
from retrieval.store.database import MIGRATIONS, connect
from tests.web.transcripts.stored import ANSWER, make_reply, say
from web.transcripts.store import Conversations


def test_a_message_comes_back_as_it_was(store: Conversations) -> None:
    reply = make_reply()
    message = say(store, "", "某法第三条？", reply=reply)
    (kept,) = store.read("", message.conversation).messages
    assert kept.question == "某法第三条？"
    assert kept.reply == reply
    assert kept.links == [f"cite-{message.id}-1"]
    assert kept.source(f"cite-{message.id}-1") == reply.sources["cite-1"]
    assert kept.source(f"found-{message.id}-1") == reply.sources["found-1"]
    assert kept.source(f"cite-{message.id}-9") is None


def test_a_conversation_grows_and_is_titled_by_its_first_question(store: Conversations) -> None:
    first = say(store, "", "What does\nArticle 3 say about " + "quite " * 30 + "much?")
    second = say(store, "", "And for units?", first.conversation)
    assert second.conversation == first.conversation
    talk = store.read("", first.conversation)
    assert talk.title.startswith("What does Article 3 say about quite")
    assert talk.title.endswith("…")
    assert len(talk.title) <= 80
    assert [turn.content for turn in talk.history()] == [talk.messages[0].question, ANSWER, "And for units?", ANSWER]
    assert [m.id for m in store.read("", first.conversation, last=1).messages] == [second.id]
    assert store.count(first.conversation) == 2


def test_the_one_asked_in_last_comes_first(store: Conversations) -> None:
    one, two = say(store, "", "eins"), say(store, "", "zwei")
    assert [talk.title for talk in store.list("")] == ["zwei", "eins"]
    say(store, "", "drei", one.conversation)
    assert [talk.id for talk in store.list("")] == [one.conversation, two.conversation]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("翻墙", ["卖翻墙软件怎么判"]), ("翻牆軟件", ["卖翻墙软件怎么判"]), ("墙软", ["卖翻墙软件怎么判"]), ("ILLEGAL gains", ["Illegal gains of 5,000 yuan"]),
        ("有期徒刑", ["Illegal gains of 5,000 yuan", "卖翻墙软件怎么判"]), ("翻墙 yuan", []), ("100%", []), ("_", []), ("  ", ["Illegal gains of 5,000 yuan", "卖翻墙软件怎么判"]),
    ],
)  # fmt: skip
def test_questions_and_answers_are_searched_by_parts_of_words(
    store: Conversations, words: str, found: list[str]
) -> None:
    say(store, "", "卖翻墙软件怎么判")
    say(store, "", "Illegal gains of 5,000 yuan")
    assert [talk.title for talk in store.list("", words)] == found


def test_a_given_title_is_searched_too(store: Conversations) -> None:
    message = say(store, "", "eins")
    assert store.rename("", message.conversation, "  客户\n張三案 ")
    assert [talk.title for talk in store.list("", "张三")] == ["客户 張三案"]
    assert not store.rename("", message.conversation, " \n ")
    assert not store.rename("", "nothing", "x")


def test_another_user_sees_changes_and_deletes_nothing(store: Conversations) -> None:
    message = say(store, "anna", "eins")
    key = message.conversation
    assert store.list("bert") == []
    assert store.list("") == []
    assert store.read("bert", key) is None
    assert store.message("bert", message.id) is None
    assert not store.rename("bert", key, "x")
    assert not store.delete("bert", key)
    store.cut("bert", message.id, before=say(store, "anna", "drei", key).id)
    own = store.begin("bert", key, "zwei")
    assert own.conversation != key
    assert [m.question for m in store.read("anna", key).messages] == ["eins", "drei"]


def test_a_stopped_answer_is_kept_as_far_as_it_came(store: Conversations) -> None:
    message = store.begin("", "", "eins")
    message.draft = "half an answ"
    store.keep_draft(message)
    (kept,) = store.read("", message.conversation).messages
    assert (kept.draft, kept.reply) == ("half an answ", None)
    assert store.read("", message.conversation).history() == ()
    assert [talk.title for talk in store.list("", "half")] == ["eins"]


def test_a_whole_answer_is_never_altered(store: Conversations, own: Settings) -> None:
    message = say(store, "", "eins")
    message.draft = "later"
    store.keep_draft(message)
    store.finish(message, make_reply("another"))
    assert store.message("", message.id).reply.answer.answer == ANSWER
    with pytest.raises(sqlite3.IntegrityError, match="never altered"):
        connect(own.database).execute("UPDATE messages SET answer = '{}'")


def test_a_message_deleted_while_it_is_answered_does_not_come_back(store: Conversations) -> None:
    message = store.begin("", "", "eins")
    assert store.delete("", message.conversation)
    store.finish(message, make_reply())
    assert store.list("") == []
    assert store.message("", message.id) is None


def test_a_question_asked_otherwise_takes_the_place_of_what_followed(store: Conversations) -> None:
    first = say(store, "", "eins")
    second = say(store, "", "zwei", first.conversation)
    say(store, "", "drei", first.conversation)
    instead = say(store, "", "vier", first.conversation)
    say(store, "", "fünf", first.conversation)
    store.cut("", second.id, before=instead.id)
    assert [m.question for m in store.read("", first.conversation).messages] == ["eins", "vier", "fünf"]


@pytest.mark.parametrize(
    ("given", "edited", "title"), [("", 0, "vier"), ("Akte 7", 0, "Akte 7"), ("", 1, "eins")],
    ids=["first", "named-by-the-reader", "a-later-one"],
)  # fmt: skip
def test_a_conversation_is_called_after_its_first_question_also_when_that_is_edited(
    store: Conversations, given: str, edited: int, title: str
) -> None:
    first = say(store, "", "eins")
    asked = [first, say(store, "", "zwei", first.conversation)]
    store.rename("", first.conversation, given)
    store.cut("", asked[edited].id, before=say(store, "", "vier", first.conversation).id)
    assert store.read("", first.conversation).title == title


def test_a_question_without_an_answer_can_be_dropped_an_answered_one_cannot(store: Conversations) -> None:
    first = say(store, "", "eins")
    waiting = store.begin("", first.conversation, "zwei")
    store.drop(first)
    store.drop(waiting)
    assert [m.question for m in store.read("", first.conversation).messages] == ["eins"]


def test_two_tabs_at_once_lose_and_mix_up_nothing(own: Settings) -> None:
    key = say(Conversations(own), "", "start").conversation

    def ask(name: str) -> None:
        for number in range(12):
            say(Conversations(own), "", f"{name} {number}", key, make_reply(f"answer to {name} {number}"))

    tabs = [threading.Thread(target=ask, args=(name,)) for name in ("left", "right")]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    messages = Conversations(own).read("", key).messages[1:]
    assert all(m.reply.answer.answer == f"answer to {m.question}" for m in messages)
    for name in ("left", "right"):
        assert [m.question for m in messages if m.question.startswith(name)] == [f"{name} {n}" for n in range(12)]


def test_an_older_database_gets_the_tables(own: Settings) -> None:
    own.data_dir.mkdir(parents=True)
    with sqlite3.connect(own.database) as old:
        MIGRATIONS[0](old)
        old.execute("INSERT INTO state VALUES ('index_id', 'kept')")
        old.execute("PRAGMA user_version = 1")
    say(Conversations(own), "", "eins")
    connection = connect(own.database)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    assert connection.execute("SELECT value FROM state WHERE key = 'index_id'").fetchone()[0] == "kept"
