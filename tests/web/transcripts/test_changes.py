"""A stored answer stays as it was; what the corpus holds otherwise is flagged."""

from datetime import date
from typing import Any

import pytest

from prompts import say as sentence
from retrieval.authority import Status
from retrieval.settings import Settings
from retrieval.store.database import connect
from retrieval.store.passages import delete_passages
from tests.web.transcripts.stored import hold, make_reply, say
from web.ask.panel import panel_html
from web.ask.render import render
from web.transcripts.sources import Changed
from web.transcripts.store import Conversations


def test_what_is_as_it_was_is_not_flagged(store: Conversations, own: Settings) -> None:
    hold(own)
    message = say(store, "", "eins")
    assert store.message("", message.id).changed == {}


@pytest.mark.parametrize(
    ("now", "what"),
    [
        ({"text": "别的文字。"}, ("text",)), ({"status": Status.REPEALED}, ("status",)), ({"effective_to": date(2025, 12, 31)}, ("status", "dates")),
        ({"effective_from": None}, ("dates",)), ({"text": "x", "status": Status.AMENDED, "effective_to": date(2025, 1, 1)}, ("text", "status", "dates")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_change_is_flagged_beside_the_source_and_in_the_panel(
    store: Conversations, own: Settings, now: dict[str, Any], what: tuple[str, ...], language: str
) -> None:
    hold(own)
    reply = make_reply()
    message = say(store, "", "eins", reply=reply)
    hold(own, **now)
    kept = store.message("", message.id)
    assert kept.reply == reply
    changed = kept.changed["law:1:zh"]
    assert changed.what == what
    assert set(kept.changed) == {"law:1:zh"}
    shown = render([kept], language)[1]["content"]
    assert shown.count("fy-changed") == 1
    row = next(line for line in shown.split("<li>") if "fy-changed" in line)
    assert f"#cite-{message.id}-1" in row
    assert sentence("zh", "changed_badge") in row  # the answer is in Chinese
    panel = panel_html(kept.source(f"cite-{message.id}-1"), language, kept.reply.answer.as_of, (), "", changed)
    assert sentence(language, "changed_title") in panel
    for name in ("text", "status", "dates"):
        assert (sentence(language, f"changed_{name}", status="|", dates="|").split("|")[0] in panel) is (name in what)


def test_a_text_that_was_removed_is_flagged(store: Conversations, own: Settings) -> None:
    hold(own)
    message = say(store, "", "eins")
    connection = connect(own.database)
    delete_passages(connection, ["law:1:zh"])
    connection.close()
    assert store.message("", message.id).changed == {"law:1:zh": Changed(("removed",))}
