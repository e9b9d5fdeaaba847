"""`python -m ingest` as a user runs it: exit statuses, ids on stdout, sentences on stderr."""

import re
from pathlib import Path

import pytest

from retrieval.index import open_index
from retrieval.settings import Settings
from tests.files import half_scanned_pdf, pdf, png, word, zipped
from tests.support import run_module, write_law

ID = re.compile(r"doc-[0-9a-f]{12}")


def empty(root: Path, shared: Settings) -> Settings:
    """Return settings with a law and without an index."""
    (root / "data").mkdir()
    (root / "data" / "models").symlink_to(shared.data_dir / "models")
    write_law(root / "corpus" / "regulations" / "own-law", ["经营者应当登记。", "网站应当备案。"])
    return Settings(data_dir=root / "data", corpus_dir=root / "corpus")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Files that can be read."""
    folder = tmp_path_factory.mktemp("good")
    contents = {
        "memo.md": b"# Memo\n\n## Facts\nThe ferry left Bergen at noon.\n",
        "笔记.txt": "会议纪要\n\n渡轮于正午离开。\n".encode("gb18030"),
        "page.html": b"<html><head><title>Page</title></head><body><p>A cable car stops in wind.</p></body></html>",
        "file.pdf": half_scanned_pdf(["The tram runs every ten minutes."], 2, "Trams"),
        "意见.docx": word("辩护意见", [("事实", ["当事人出售账号。"])]),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, settings: Settings, good: list[Path]) -> Settings:
    """Settings with an index of the law and the good files; what a test adds it takes away, so that any may come first."""
    made = empty(tmp_path_factory.mktemp("command"), settings)
    assert run_module("ingest", "add", *good, settings=made).returncode == 0
    return made


def test_wrong_usage_is_two(own: Settings) -> None:
    for arguments in (["frobnicate"], ["add"], ["remove"]):
        result = run_module("ingest", *arguments, settings=own)
        assert result.returncode == 2
        assert result.stdout == ""
        assert "usage: python -m ingest" in result.stderr


def test_status_without_an_index_says_what_to_do(settings: Settings, tmp_path: Path) -> None:
    result = run_module("ingest", "status", settings=empty(tmp_path, settings))
    assert result.returncode == 1
    assert "python -m ingest" in result.stdout + result.stderr


def test_add_prints_the_ids_and_names_what_cannot_be_read(settings: Settings, good: list[Path], tmp_path: Path) -> None:
    own = empty(tmp_path, settings)
    bad = {
        "scan.pdf": pdf([[]]),
        "picture.pdf": png(),
        "empty.txt": b"",
        "archive.docx": zipped(a="x"),
        "t.xlsx": zipped(a="x"),
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    paths = [good[0], *(tmp_path / name for name in bad), *good[1:], tmp_path / "missing.txt", tmp_path]
    result = run_module("ingest", "add", *paths, settings=own)
    assert result.returncode == 1
    ids = result.stdout.split()
    assert len(ids) == len(set(ids)) == len(good)
    assert all(ID.fullmatch(key) for key in ids)
    for name, reason in (("scan.pdf", "no text layer"), ("picture.pdf", "not a PDF"), ("empty.txt", "empty"),
                         ("archive.docx", "not a DOCX"), ("t.xlsx", ".xlsx"), ("missing.txt", "No such file")):  # fmt: skip
        (line,) = [line for line in result.stderr.splitlines() if line.startswith(f"{tmp_path / name}: ")]
        assert reason in line
    assert "file.pdf: not read because it is a picture: p. 3–4; run text recognition" in result.stderr
    assert "Traceback" not in result.stderr
    index = open_index(own)
    assert {p.authority for p in index.passages.values()} == {"own-law", *ids}
    assert all(index.authorities[key].titles.zh for key in ids)


def test_the_same_file_again_is_the_same_id_and_nothing_new(own: Settings, good: list[Path]) -> None:
    before = open_index(own)
    result = run_module("ingest", "add", good[0], settings=own)
    assert result.returncode == 0
    (key,) = result.stdout.split()
    assert before.authorities[key].titles.zh == "Memo"
    assert "up to date" in result.stderr
    assert open_index(own).index_id == before.index_id


def test_status_lists_what_the_index_holds(own: Settings) -> None:
    result = run_module("ingest", "status", settings=own)
    index = open_index(own)
    assert result.returncode == 0
    assert index.index_id in result.stdout
    assert f"{len(index.passages)} passages" in result.stdout
    documents = [key for key in index.authorities if key.startswith("doc-")]
    assert sorted(ID.findall(result.stdout)) == sorted(documents)
    assert "p. 3–4" in next(line for line in result.stdout.splitlines() if "file.pdf" in line)


def test_rebuild_keeps_the_documents(own: Settings) -> None:
    before = open_index(own)
    result = run_module("ingest", "rebuild", settings=own)
    assert result.returncode == 0
    assert f"{len(before.passages)} embedded" in result.stderr
    assert open_index(own).passages == before.passages


def test_remove_forgets_a_document(own: Settings, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("The lift was shut on Sunday.", encoding="utf-8")
    key = run_module("ingest", "add", tmp_path / "brief.txt", settings=own).stdout.strip()
    assert key in open_index(own).authorities
    result = run_module("ingest", "remove", key, settings=own)
    assert result.returncode == 0
    assert key not in open_index(own).authorities
    again = run_module("ingest", "remove", key, settings=own)
    assert again.returncode == 1
    assert f"There is no document '{key}'" in again.stderr


def test_a_setting_that_cannot_be_is_one_sentence(own: Settings, tmp_path: Path) -> None:
    missing = own.model_copy(update={"corpus_dir": tmp_path / "nowhere"})
    result = run_module("ingest", settings=missing)
    assert result.returncode == 1
    assert "nowhere" in result.stderr
    assert "FAYAN_CORPUS_DIR" in result.stderr
    assert "Traceback" not in result.stderr


def test_plain_ingest_is_done_and_says_so(own: Settings) -> None:
    result = run_module("ingest", settings=own)
    assert result.returncode == 0
    assert "up to date" in result.stderr
    assert result.stdout == ""
