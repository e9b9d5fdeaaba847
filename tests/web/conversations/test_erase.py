"""What is deleted leaves the file."""

import random
import sqlite3
from contextlib import closing

import pytest

from retrieval.settings import Settings
from tests.web.conversations.stored import make_reply, say
from web.ask.conversation import Judgement
from web.conversations.store import Conversations, open_store
from web.feedback.kept import keep_judgement


def bytes_of(settings: Settings) -> bytes:
    """Return everything that the data folder holds, logs included."""
    return b"".join(path.read_bytes() for path in settings.data_dir.rglob("*") if path.is_file())


def test_deleting_leaves_no_byte_behind(store: Conversations, own: Settings) -> None:
    kept = say(store, "", "what stays", reply=make_reply("KEPTANSWER"))
    gone = say(store, "", "SECRETQUESTION", reply=make_reply("SECRETANSWER " * 900))
    half = store.begin("", gone.conversation, "SECRETHALF")
    half.draft = "SECRETDRAFT"
    store.keep_draft(half)
    keep_judgement(own, "", gone.id, Judgement("down", ("other",), "SECRETCOMMENT"))
    store.rename("", gone.conversation, "SECRETTITLE")
    before = bytes_of(own)
    assert all(word in before for word in (b"SECRETQUESTION", b"SECRETANSWER", b"SECRETDRAFT", b"SECRETCOMMENT", b"SECRETTITLE"))
    assert store.delete("", gone.conversation)
    after = bytes_of(own)
    assert b"secret" not in after.lower()
    assert gone.id.encode() not in after
    assert b"KEPTANSWER" in after
    assert store.read("", kept.conversation).messages[0].reply.answer.answer == "KEPTANSWER"


@pytest.mark.parametrize("seed", [1, 2])
def test_of_many_rows_that_moved_between_pages_none_stays(store: Conversations, own: Settings, seed: int) -> None:
    chance = random.Random(seed)
    talks: dict[str, str] = {}
    for number in range(120):
        mark = f"MARK{number}MARK"
        reply = make_reply(f"{mark} " * chance.choice([1, 5, 60, 400]))
        talks[mark] = say(store, "", f"{mark} " * chance.choice([1, 3, 50]), reply=reply).conversation
    with closing(sqlite3.connect(own.database)) as reader:  # another connection is open meanwhile
        reader.execute("SELECT count(*) FROM messages").fetchone()
        for mark in chance.sample(sorted(talks), 60):
            with open_store(own) as connection:  # the cheap way, many times; the last one cleans
                connection.execute("DELETE FROM conversations WHERE id = ?", (talks.pop(mark),))
    store.delete("", talks.pop(next(iter(talks))))
    content = bytes_of(own)
    left = {f"MARK{n}MARK" for n in range(120) if f"MARK{n}MARK".encode() in content}
    assert left == set(talks)


def test_an_interrupted_deletion_is_finished_at_the_next_start(store: Conversations, own: Settings) -> None:
    say(store, "", "what stays")
    gone = say(store, "", "SECRETQUESTION")
    with open_store(own) as connection:  # a kill between the deletion and the cleaning
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("DELETE FROM conversations WHERE id = ?", (gone.conversation,))
        connection.execute("INSERT INTO state VALUES ('erase', '1')")
    assert b"SECRETQUESTION" in bytes_of(own)
    store.clean()
    assert b"SECRETQUESTION" not in bytes_of(own)


def test_all_of_one_user_go_together(store: Conversations, own: Settings) -> None:
    say(store, "anna", "SECRETONE")
    say(store, "anna", "SECRETTWO")
    say(store, "bert", "what stays")
    assert store.forget("anna") == 2
    assert b"SECRET" not in bytes_of(own)
    assert len(store.list("bert")) == 1


def test_nothing_is_made_only_to_be_cleaned(store: Conversations, own: Settings) -> None:
    store.clean()
    assert not own.database.exists()
