"""Nothing of a question gets into a log; files are for their owner alone."""

import io
import logging
import stat
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from retrieval.errors import FayanError
from retrieval.settings import Settings
from retrieval.store.database import connect
from tests.support import run_module, write_law
from tests.web.accounts.people import UsersSite, log_in
from tests.web.site import Site
from web.private import PrivateFormatter, UnexpectedError, privately

SECRET = "zanzibarquestion"


def fail() -> None:
    """Fail with a message that holds a question, because of another error that does."""
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError(f"cannot read {SECRET}\nsecond line {SECRET}") from error


def test_errors_are_logged_by_place_and_kind() -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(PrivateFormatter())
    log = logging.Logger("apart")
    log.addHandler(handler)
    try:
        fail()
    except ValueError:
        log.exception("Exception in ASGI application")
    text = written.getvalue()
    assert SECRET not in text
    for part in ("KeyError", "ValueError", "test_private.py", "in fail", "Exception in ASGI application"):
        assert part in text


def test_an_unexpected_error_is_told_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(UnexpectedError) as raised, privately():
        fail()
    assert SECRET not in str(raised.value)
    assert raised.value.__cause__ is None
    assert SECRET not in caplog.text
    assert "in fail" in caplog.text


def test_our_own_sentences_pass() -> None:
    with pytest.raises(FayanError, match="a sentence"), privately():
        raise FayanError("a sentence")


def test_no_question_gets_into_the_log(client: httpx.Client, site: Site) -> None:
    ask = {"question": f"刑法第二百八十五条 {SECRET}"}
    assert client.post("/api/chat", json=ask).status_code == 200
    client.post("/api/chat", json={**ask, "as_of": SECRET})
    client.post("/api/search", content=f'{{"query": "{SECRET}')
    client.post("/v1/chat/completions", json={"messages": [{"role": "user", "content": SECRET}]})
    client.get(f"/api/{SECRET}", params={"q": SECRET})
    client.get(f"/?q={SECRET}")
    client.post("/gradio_api/queue/join", json={"data": [SECRET], "fn_index": 0, "session_hash": "x"})
    client.post("/gradio_api/run/predict", json={"data": [SECRET], "fn_index": 0})
    client.post("/api/documents", files={"file": (f"{SECRET}.pdf", SECRET.encode())})
    assert SECRET not in site.log.read_text(encoding="utf-8")


def test_no_password_gets_into_the_log_or_the_data(users_site: UsersSite) -> None:
    with users_site.client() as stranger:
        log_in(stranger, SECRET, SECRET)
    assert SECRET not in users_site.site.log.read_text(encoding="utf-8")
    data = users_site.site.settings.data_dir
    assert stat.S_IMODE((data / "session-secret").stat().st_mode) == 0o600


def test_an_index_is_for_its_owner_alone(workspace: Callable[..., Settings]) -> None:
    own = workspace()
    write_law(own.corpus_dir / "regulations" / "test", ["第一条的内容。"])
    own.data_dir.chmod(0o755)
    (own.data_dir / "models").chmod(0o700)  # not made by the command
    (own.corpus_dir / "glossary.yaml").chmod(0o644)
    assert run_module("ingest", settings=own).returncode == 0
    assert open_to_others(own.data_dir) == []


def test_what_was_open_is_shut(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    (folder / "fayan.sqlite").touch(mode=0o644)
    connection = connect(folder / "fayan.sqlite")
    connection.execute("CREATE TABLE x (y)")
    assert open_to_others(folder) == []
    connection.close()


def open_to_others(folder: Path) -> list[Path]:
    """Return the folder and what lies in it, as far as others may get at it."""
    inside = [path for path in folder.rglob("*") if not path.is_symlink()]
    return [path for path in (folder, *inside) if path.stat().st_mode & 0o077]
