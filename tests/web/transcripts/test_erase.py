"""What is deleted leaves the file."""

import random
import sqlite3
from contextlib import closing

import pytest

from retrieval.settings import Settings
from retrieval.store.database import transaction
from tests.web.transcripts.stored import make_reply, say
from web.feedback.store import keep_judgement
from web.transcripts.conversation import Judgement
from web.transcripts.erase import erase, must_erase
from web.transcripts.store import Conversations, open_store


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
    assert all(
        word in before
        for word in (b"SECRETQUESTION", b"SECRETANSWER", b"SECRETDRAFT", b"SECRETCOMMENT", b"SECRETTITLE")
    )
    assert store.delete("", gone.conversation)
    after = bytes_of(own)
    assert b"secret" not in after.lower()
    assert gone.id.encode() not in after
    assert b"KEPTANSWER" in after
    assert store.read("", kept.conversation).messages[0].reply.answer.answer == "KEPTANSWER"


@pytest.mark.parametrize("seed", [1, 6])
def test_of_rows_that_moved_between_pages_none_stays(store: Conversations, own: Settings, seed: int) -> None:
    """Asking and deleting in turn has SQLite move rows, and leave copies behind that secure_delete does not see."""
    chance = random.Random(seed)
    talks: dict[str, str] = {}
    with open_store(own) as connection:  # another connection is open meanwhile
        for number in range(500):
            mark = f"MARK{number}MARK"
            message = store.begin("", "", f"{mark} " * chance.choice([1, 3, 20, 200]))
            talks[mark] = message.conversation
            message.draft = f"{mark} " * chance.choice([1, 3, 20, 200])
            store.keep_draft(message)
            if chance.random() < 0.6:
                gone = talks.pop(chance.choice(sorted(talks)))
                connection.execute("DELETE FROM conversations WHERE id = ?", (gone,))
    store.delete("", talks.pop(min(talks)))
    content = bytes_of(own)
    left = {mark for mark in (f"MARK{number}MARK" for number in range(500)) if mark.encode() in content}
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


def test_what_another_process_deletes_meanwhile_is_cleaned_too(store: Conversations, own: Settings) -> None:
    """It deletes between the cleaning and its end, and is killed before its own."""
    first, second = say(store, "", "what goes"), say(store, "", "SECRETQUESTION")

    class Interrupted(sqlite3.Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            if sql.startswith("DELETE FROM state"):
                with open_store(own) as other, transaction(other):
                    other.execute("PRAGMA secure_delete = OFF")
                    other.execute("DELETE FROM conversations WHERE id = ?", (second.conversation,))
                    must_erase(other)
            return super().execute(sql, *values)

    with open_store(own) as connection, transaction(connection):
        connection.execute("DELETE FROM conversations WHERE id = ?", (first.conversation,))
        must_erase(connection)
    with closing(sqlite3.connect(own.database, isolation_level=None, factory=Interrupted)) as connection:
        connection.row_factory = sqlite3.Row
        erase(connection)
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
