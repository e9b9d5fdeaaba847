"""The project's corpus has no faults."""

from pathlib import Path

from ingest.check.run import check_corpus
from ingest.check.wording import line_digest, read_digests
from retrieval.settings import ROOT


def test_the_real_corpus_passes() -> None:
    findings, entries = check_corpus(ROOT / "corpus")
    assert [fault.shown(ROOT) for fault in findings.faults] == []
    assert len(entries) >= 100


def test_at_least_400_articles_have_the_official_wording() -> None:
    digests, exact = read_digests(), 0
    for entry in check_corpus(ROOT / "corpus")[1]:
        text = entry.texts.get("zh")
        for block in text.blocks if text and text.path else ():
            official = digests.get(entry.id, {}).get(block.article or block.section or "")
            exact += official == [line_digest(line) for line in block.text.split("\n")]
    assert exact >= 400


def test_digests_see_words_and_not_spacing() -> None:
    assert line_digest("５０００ 元，以上。") == line_digest("5000元以上")
    assert line_digest("5000元以上") != line_digest("5000元以下")


def test_official_wording_is_held_for_folders_that_exist() -> None:
    folders = {path.parent.name for path in Path(ROOT / "corpus").rglob("zh.md")}
    assert set(read_digests()) <= folders
