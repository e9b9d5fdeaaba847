"""Ingest as a difference: what was added, changed and removed, and nothing else, is embedded."""

import json
import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ingest.documents import add_document, remove_document
from ingest.embed import CHUNK
from ingest.sync import sync
from retrieval.errors import FayanError, IndexUnusableError
from retrieval.index import Index, open_index
from retrieval.model.embeddings import _load
from retrieval.request import Request
from retrieval.search import search
from retrieval.settings import Settings
from retrieval.store.database import connect, read_state, write_state
from retrieval.store.manifest import Manifest, generation_folder
from tests.processes import Running
from tests.support import TIMEOUT_S, copy_corpus, environment, write_law

Workspace = Callable[..., Settings]
CASE = "guiding-case-97-wang-lijun"
OTHER = "ruan-non-prosecution-2021"


def vectors(settings: Settings) -> int:
    with closing(sqlite3.connect(settings.database, timeout=30)) as connection:
        return connection.execute("SELECT count(*) FROM vectors").fetchone()[0]


def first(index: Index, question: str) -> str:
    return search(index, Request(question), 1).found[0].passage.id


def held(settings: Settings) -> set[str]:
    return set(open_index(settings).passages)


def test_a_second_run_embeds_nothing_and_does_not_load_the_model(workspace: Workspace) -> None:
    own = workspace(CASE)
    done = sync(own, progress=False)
    assert done.added == done.passages == done.embedded > 10
    before = _load.cache_info()
    again = sync(own, progress=False)
    assert (again.embedded, again.unchanged, again.passages, again.index_id) == (0, True, done.passages, done.index_id)
    assert _load.cache_info() == before


def test_add_change_and_remove(workspace: Workspace) -> None:
    own = workspace(CASE)
    base = sync(own, progress=False)
    copy_corpus(own.corpus_dir, [OTHER])
    added = sync(own, progress=False)
    assert added.added == added.embedded == added.passages - base.passages > 0
    assert (added.changed, added.removed) == (0, 0)
    text = own.corpus_dir / "cases" / CASE / "zh.md"
    text.write_text(text.read_text(encoding="utf-8").replace("收购玉米后", "收购大豆后"), encoding="utf-8")
    changed = sync(own, progress=False)
    assert (changed.added, changed.changed, changed.removed, changed.embedded) == (0, 1, 0, 1)
    index = open_index(own)
    assert any("收购大豆后" in p.text for p in index.passages.values())
    assert not any("收购玉米后" in p.text for p in index.passages.values())
    assert index.passages[first(index, "王力军收购大豆后卖给国有粮库")].authority == CASE
    shutil.rmtree(own.corpus_dir / "cases" / OTHER)
    removed = sync(own, progress=False)
    assert (removed.added, removed.changed, removed.removed, removed.embedded) == (0, 0, added.added, 0)
    index = open_index(own)
    assert {p.authority for p in index.passages.values()} == set(index.authorities) == {CASE}
    assert sum(map(index.vectors.count, index.vectors.names)) >= removed.passages
    assert all(set(lexical.ids) <= index.passages.keys() for lexical in index.lexical.values())


def test_a_text_that_only_moved_is_not_embedded_again(workspace: Workspace) -> None:
    own = workspace()
    write_law(own.corpus_dir / "regulations" / "own-law", [f"第{n}个短句。" for n in range(5)])
    sync(own, progress=False)
    path = own.corpus_dir / "regulations" / "own-law" / "zh.md"
    path.write_text(path.read_text(encoding="utf-8").replace("# 测试条例\n", "# 测试条例\n\n\n"), encoding="utf-8")
    moved = sync(own, progress=False)
    assert (moved.changed, moved.embedded) == (5, 0)


def test_other_dates_change_the_passages_without_embedding_them(workspace: Workspace) -> None:
    own = workspace()
    folder = write_law(own.corpus_dir / "regulations" / "own-law", ["甲。", "乙。"])
    sync(own, progress=False)
    meta = folder / "meta.yaml"
    meta.write_text(meta.read_text(encoding="utf-8").replace("2020-01-01", "2021-05-05"), encoding="utf-8")
    report = sync(own, progress=False)
    assert (report.changed, report.embedded) == (2, 0)
    assert {str(p.effective_from) for p in open_index(own).passages.values()} == {"2021-05-05"}


def test_a_change_and_its_undoing_give_the_same_passages_under_another_name(workspace: Workspace) -> None:
    own = workspace()
    folder = write_law(own.corpus_dir / "regulations" / "own-law", ["甲方应当登记。", "乙方应当备案。"])
    before = sync(own, progress=False)
    text = (folder / "zh.md").read_text(encoding="utf-8")
    (folder / "zh.md").write_text(text + "\n## 第三条\n丙方应当年检。\n", encoding="utf-8")
    between = sync(own, progress=False)
    (folder / "zh.md").write_text(text, encoding="utf-8")
    after = sync(own, progress=False)
    # whoever has the first one open must not take the third for it
    assert len({before.index_id, between.index_id, after.index_id}) == 3
    assert held(own) == {"own-law:1:zh", "own-law:2:zh"}
    assert first(open_index(own), "备案") == "own-law:2:zh"


def test_the_words_of_a_language_in_which_nothing_changed_are_taken_over(workspace: Workspace) -> None:
    own = workspace(CASE)
    write_law(own.corpus_dir / "regulations" / "own-law", ["网站应当备案。"])

    def written() -> list[int]:
        folder = generation_folder(own.data_dir, sync(own, progress=False).index_id)
        return [(folder / f"lexical-{language}" / "ids.json").stat().st_mtime_ns for language in ("en", "zh")]

    before = written()
    write_law(own.corpus_dir / "regulations" / "own-law", ["网站应当备案。", "渡轮应当在正午离港。"])
    after = written()
    assert (after[0] == before[0], after[1] == before[1]) == (True, False)
    with closing(connect(own.database)) as connection:  # as after a change of the rules
        manifest = json.loads(read_state(connection, "manifest") or "")
        write_state(connection, "manifest", json.dumps(manifest | {"passage_rules": 0}))
        write_state(connection, "fingerprint", "")
    assert not set(written()) & set(after)
    assert first(open_index(own), "渡轮何时离港") == "own-law:2:zh"
    assert first(open_index(own), "Why was the accused acquitted?").startswith(CASE)


def test_kill_9_while_embedding_keeps_the_vectors(workspace: Workspace) -> None:
    own = workspace()
    write_law(own.corpus_dir / "regulations" / "own-law", [f"第{n}类单位应当在{n}日内备案。" for n in range(2 * CHUNK)])
    process = Running(["-m", "ingest"], environment(own), Path(os.devnull))
    while process.poll() is None:
        if own.database.is_file() and _kept(own) >= CHUNK:
            process.send_signal(signal.SIGKILL)
            break
        time.sleep(0.01)
    assert process.wait(TIMEOUT_S) == -signal.SIGKILL
    kept = vectors(own)
    assert CHUNK <= kept < 2 * CHUNK
    with pytest.raises(IndexUnusableError, match="python -m ingest"):
        open_index(own)
    report = sync(own, progress=False)
    assert report.embedded == 2 * CHUNK - kept
    index = open_index(own)
    assert len(index.passages) == 2 * CHUNK == index.vectors.count("zh-rule")
    assert first(index, "第333类单位应当在几日内备案？") == "own-law:334:zh"


def _kept(settings: Settings) -> int:
    try:
        return vectors(settings)
    except sqlite3.OperationalError:  # the tables are just being made
        return 0


def test_what_a_kill_left_half_built_is_removed(workspace: Workspace) -> None:
    own = workspace(CASE)
    report = sync(own, progress=False)
    half = generation_folder(own.data_dir, "0123456789abcdef.part")
    (half / "chroma").mkdir(parents=True)
    copy_corpus(own.corpus_dir, [OTHER])
    newer = sync(own, progress=False)
    left = {path.name for path in half.parent.iterdir()}
    assert left == {report.index_id, newer.index_id}


def test_no_index_is_refused_with_the_command(workspace: Workspace) -> None:
    with pytest.raises(IndexUnusableError, match="run `python -m ingest`"):
        open_index(workspace(CASE))


@pytest.mark.parametrize(
    "change",
    [{"model_digest": "another"}, {"dimension": 768}, {"passage_rules": 0}, {"model": "other/model", "model_digest": "x"}],
)  # fmt: skip
def test_an_index_that_does_not_fit_is_refused(workspace: Workspace, change: dict[str, object]) -> None:
    own = workspace()
    write_law(own.corpus_dir / "regulations" / "own-law", ["甲。"])
    sync(own, progress=False)
    index = open_index(own)
    other = Manifest(**(index.manifest.__dict__ | change))
    with closing(connect(own.database)) as connection:
        write_state(connection, "manifest", other.to_json())
    with pytest.raises(IndexUnusableError, match="python -m ingest rebuild"):
        open_index(own)
    sync(own, progress=False, rebuild=True)
    assert held(own) == {"own-law:1:zh"}


def test_rebuild_keeps_documents_and_embeds_everything(workspace: Workspace) -> None:
    own = workspace()
    write_law(own.corpus_dir / "regulations" / "own-law", ["甲。", "乙。"])
    with closing(connect(own.database)) as connection:
        document, new = add_document(connection, "memo.txt", "客户出售账号三百个。".encode())
    assert new
    before = sync(own, progress=False)
    after = sync(own, progress=False, rebuild=True)
    assert after.embedded == after.passages == before.passages == 3
    assert document.id in {p.authority for p in open_index(own).passages.values()}


def test_a_rebuild_leaves_the_index_of_a_running_app_alone(workspace: Workspace) -> None:
    """Until the new index is read, the old one answers: its files must stay."""
    own = workspace(CASE)
    sync(own, progress=False)
    old = open_index(own)
    sync(own, progress=False, rebuild=True)
    assert generation_folder(own.data_dir, old.index_id).is_dir()
    assert old.passages[first(old, "王力军收购玉米")].authority == CASE
    new = open_index(own)
    assert new.passages.keys() == old.passages.keys()
    assert first(new, "王力军收购玉米") == first(old, "王力军收购玉米")


def test_the_same_bytes_are_the_same_document(workspace: Workspace) -> None:
    own = workspace()
    with closing(connect(own.database)) as connection:
        one, new = add_document(connection, "a.txt", b"The client sold accounts.")
        other, newer = add_document(connection, "b.txt", b"The client sold accounts.")
        mine, mine_new = add_document(connection, "a.txt", b"The client sold accounts.", owner="li")
        assert (one, new, newer, mine_new) == (other, True, False, True)
        assert mine.id != one.id
        assert remove_document(connection, one.id)
        assert not remove_document(connection, one.id)
        again, once_more = add_document(connection, "c.txt", b"The client sold accounts.")
    assert (again.id, once_more) == (one.id, True)


def test_a_plain_folder_is_a_corpus(workspace: Workspace) -> None:
    own = workspace()
    shutil.rmtree(own.corpus_dir)
    (own.corpus_dir / "notes").mkdir(parents=True)
    (own.corpus_dir / "memo.md").write_text("# Memo\n\n## Facts\nThe ferry left Bergen at noon.\n", encoding="utf-8")
    (own.corpus_dir / "notes" / "笔记.txt").write_text("会议纪要\n\n渡轮于正午离开卑尔根。\n", encoding="utf-8")
    (own.corpus_dir / "broken.pdf").write_bytes(b"no pdf")
    (own.corpus_dir / ".hidden.txt").write_text("secret", encoding="utf-8")
    report = sync(own, progress=False)
    assert report.unread == [f"{own.corpus_dir / 'broken.pdf'}: the content is not a PDF"]
    index = open_index(own)
    assert {(str(a.kind), a.titles.zh, str(a.status)) for a in index.authorities.values()} == {
        ("document", "Memo", "unknown"),
        ("document", "会议纪要", "unknown"),
    }
    assert index.passages[first(index, "When did the ferry leave Bergen?")].text == "The ferry left Bergen at noon."


def test_a_file_that_cannot_be_read_is_named_each_time(workspace: Workspace) -> None:
    own = workspace(CASE)
    (own.corpus_dir / "broken.pdf").write_bytes(b"no pdf")
    assert sync(own, progress=False).unread == sync(own, progress=False).unread != []


def test_an_empty_corpus_is_an_index_without_passages(workspace: Workspace) -> None:
    own = workspace()
    assert sync(own, progress=False).passages == 0
    assert search(open_index(own), Request("刑法第二百八十五条"), 3).found == []


def test_a_text_of_marks_only_can_be_indexed(workspace: Workspace) -> None:
    own = workspace()
    write_law(own.corpus_dir / "regulations" / "own-law", ["……", "——"])
    assert sync(own, progress=False).passages == 2
    assert open_index(own).passages.keys() == {"own-law:1:zh", "own-law:2:zh"}


def test_faults_of_meta_files_are_all_named(workspace: Workspace) -> None:
    own = workspace()
    one = write_law(own.corpus_dir / "regulations" / "own-law", ["甲。"])
    other = write_law(own.corpus_dir / "regulations" / "other-law", ["乙。"])
    (one / "meta.yaml").write_text("kind: regulation\ntitles: {zh: 甲}\neffective: soon\n", encoding="utf-8")
    (other / "meta.yaml").write_text("kind: novel\ntitles: {zh: 乙}\n", encoding="utf-8")
    with pytest.raises(FayanError) as caught:
        sync(own, progress=False)
    text = str(caught.value)
    assert all(part in text for part in ("own-law", "effective", "other-law", "kind"))


def test_a_corpus_folder_that_is_not_there_is_named(workspace: Workspace) -> None:
    own = workspace()
    shutil.rmtree(own.corpus_dir)
    with pytest.raises(FayanError, match="FAYAN_CORPUS_DIR"):
        sync(own, progress=False)


def test_the_data_folder_is_its_owners_alone(workspace: Workspace) -> None:
    own = workspace()
    fresh = own.model_copy(
        update={
            "data_dir": own.data_dir.parent / "fresh",
            "embedding_model": str(own.data_dir / "models" / "multilingual-e5-small"),
        }
    )
    sync(fresh, progress=False)
    assert os.stat(fresh.data_dir).st_mode & 0o077 == 0
