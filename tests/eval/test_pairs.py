import json
from pathlib import Path

import pytest

from eval.pairs import GOLD, load_gold, read_gold
from retrieval.address import Address
from retrieval.errors import FayanError
from tests.eval.builders import pair, unanswerable


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_reads_pairs_of_a_file_and_asks_as_they_say(tmp_path: Path) -> None:
    one = pair(history=[{"role": "user", "content": "刑法？"}], as_of="2023-06-30")
    path = write(tmp_path / "a.jsonl", one.model_dump_json(), "")
    (read,) = load_gold(path)
    assert read == one
    assert read.request().history[0].content == "刑法？"
    assert read.request().as_of.isoformat() == "2023-06-30"
    assert read.addresses == (Address("law", "第三条"),)


def test_reads_only_the_split_that_is_asked_for(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl", pair().model_dump_json(), pair(id="lookup-zh-02", split="test").model_dump_json()
    )
    assert [p.id for p in load_gold(path, "test")] == ["lookup-zh-02"]
    with pytest.raises(FayanError, match="no pairs of the split 'other'"):
        load_gold(path, "other")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"language": "fr"}, "language"),
        ({"kind": "Look up"}, "kind"),
        ({"split": "train"}, "split"),
        ({"surprise": 1}, "surprise"),
        ({"question": ""}, "question"),
        ({"key_facts": [[]]}, "key_facts.0"),
        ({"as_of": "2023-02-30"}, "as_of"),
        ({"authorities": []}, "needs at least one authority"),
        ({"authorities": [{"id": "law", "article": "285"}]}, "'285' is not an article"),
        ({"authorities": [{"id": "law", "article": "第三条", "item": "5"}]}, "'5' is not an item"),
        ({"authorities": [{"id": "law", "paragraph": 1}]}, "needs its article"),
        ({"reason": "safety"}, "has no reason"),
        ({"answerable": False, "authorities": []}, "needs the reason"),
        ({"answerable": False, "reason": "safety"}, "neither authorities nor key facts"),
    ],
)
def test_names_the_fault_of_a_pair(tmp_path: Path, change: dict, fault: str) -> None:
    values = pair().model_dump(mode="json") | change
    pairs, faults = read_gold(write(tmp_path / "a.jsonl", json.dumps(values)))
    assert pairs == []
    assert len(faults) == 1
    assert faults[0].startswith("a.jsonl:1: ")
    assert fault in faults[0]


def test_finds_an_id_that_occurs_twice_in_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", pair().model_dump_json())
    write(tmp_path / "b.jsonl", pair().model_dump_json(), unanswerable().model_dump_json())
    pairs, faults = read_gold(tmp_path)
    assert len(pairs) == 3
    assert faults == ["lookup-zh-01: the id occurs twice"]
    with pytest.raises(FayanError, match="occurs twice"):
        load_gold(tmp_path)


def test_a_path_without_pairs_is_named(tmp_path: Path) -> None:
    with pytest.raises(FayanError, match=str(tmp_path)):
        load_gold(tmp_path)


def test_the_gold_set_has_both_languages_and_what_must_be_declined() -> None:
    pairs = load_gold(GOLD)
    assert len(pairs) >= 40
    assert {p.language for p in pairs} == {"en", "zh"}
    assert sum(not p.answerable for p in pairs) >= 6
