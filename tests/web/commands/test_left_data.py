"""What a removed user leaves: all of it goes, also if the first attempt fails."""

from collections.abc import Callable
from contextlib import closing

import pytest

from ingest.documents import add_document
from ingest.sync import sync
from retrieval.errors import FayanError
from retrieval.settings import Settings
from retrieval.store.database import connect
from retrieval.store.passages import read_passages
from tests.support import write_law
from web.commands.left_data import left_data
from web.transcripts.store import Conversations


def owners(settings: Settings) -> set[str | None]:
    """Return whose passages the index holds."""
    with closing(connect(settings.database)) as connection:
        return {passage.owner for passage in read_passages(connection)}


def test_what_an_ingest_that_failed_left_goes_the_next_time(workspace: Callable[..., Settings]) -> None:
    own = workspace()
    law = write_law(own.corpus_dir / "regulations" / "own-law", ["网站应当备案。"])
    with closing(connect(own.database)) as connection:
        for owner in ("anna", "bo"):
            add_document(connection, "note.txt", b"Plover\n\nThe Plover clause.", owner)
    sync(own, progress=False)
    talks = Conversations(own)
    for owner in ("anna", "bo"):
        talks.begin(owner, "", "What is punished?")
    meta = (law / "meta.yaml").read_text(encoding="utf-8")
    (law / "meta.yaml").write_text("kind: nonsense", encoding="utf-8")
    with pytest.raises(FayanError):
        left_data(own, "anna", remove=True)
    assert (len(talks.list("anna")), len(talks.list("bo"))) == (0, 1)
    (law / "meta.yaml").write_text(meta, encoding="utf-8")
    assert "anna" in owners(own)
    assert len(left_data(own, "anna", remove=True)[0]) == 1
    assert owners(own) == {None, "bo"}
    assert left_data(own, "anna", remove=True) == ([], 0)
    assert len(talks.list("bo")) == 1
