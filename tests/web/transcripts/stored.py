"""Conversations made by hand in a real database."""

from datetime import date
from typing import Any

from retrieval.authority import Kind, Status
from retrieval.passage import Passage
from retrieval.settings import Settings
from retrieval.store.database import connect
from retrieval.store.passages import delete_passages, write_passages
from tests.web.transcripts.samples import QUOTE, TEXT, make_answer, make_citation, make_found
from web.transcripts.conversation import Message
from web.transcripts.sources import Reply, ShownSource, Wording
from web.transcripts.store import Conversations

ANSWER = f"《某法》第三条：“{QUOTE}”[1]"


def make_reply(text: str = ANSWER, *citations: Any, **changes: Any) -> Reply:
    """Return a reply with one citation and one source found besides, unless others are given."""
    own = list(citations) or [make_citation()]
    found = make_found()
    sources = {
        f"cite-{c.n}": ShownSource(c, ("第一章",), Wording("zh", c.text, "official"), Wording("en", "Text.", "translation", (0, 4)))
        for c in own
    }  # fmt: skip
    sources["found-1"] = ShownSource(found)
    return Reply(make_answer(text, *own, also_found=[found], **changes), sources, 12, "understood", "abc123")


def say(store: Conversations, user: str, question: str, conversation: str = "", reply: Reply | None = None) -> Message:
    """Ask a question and have it answered."""
    message = store.begin(user, conversation, question)
    store.finish(message, reply or make_reply())
    return message


def hold(settings: Settings, **changes: Any) -> None:
    """Have the database hold the passages that `make_reply` cites; `changes` are those of the cited one."""
    fields: dict[str, Any] = {
        "id": "law:1:zh", "authority": "law", "kind": Kind.STATUTE, "language": "zh", "text": TEXT,
        "status": Status.IN_FORCE, "effective_from": date(2011, 9, 1),
    }  # fmt: skip
    found = Passage(id="case:1:zh", authority="case", kind=Kind.CASE, language="zh", text="事实。")
    connection = connect(settings.database)
    delete_passages(connection, ["law:1:zh", "case:1:zh"])
    write_passages(connection, [Passage(**(fields | changes)), found])
    connection.close()
