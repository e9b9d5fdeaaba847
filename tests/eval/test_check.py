import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from eval.check import gold_faults, training_faults
from eval.pairs import GOLD, Pair, load_gold
from retrieval.adapters.adapter import Adapter
from retrieval.adapters.files import save_adapter
from retrieval.adapters.fingerprint import fingerprints
from retrieval.adapters.shelf import own_folder
from retrieval.index import Index
from retrieval.settings import Settings
from tests.eval.builders import pair, unanswerable
from tests.retrieval.adapters.test_adapter import an_about
from tests.support import run_module

TOOLS = {"id": "criminal-law", "article": "第二百八十五条", "paragraph": 3}


def test_sound_pairs_have_no_fault(small_pairs: list[Pair], index: Index) -> None:
    pairs = [p.model_copy(update={"split": "dev" if i % 3 else "test"}) for i, p in enumerate(small_pairs)]
    assert gold_faults(pairs, index) == []


def test_each_planted_fault_is_found(index: Index) -> None:
    def law(article: str, paragraph: int | None = None, item: str | None = None) -> list[dict]:
        return [{"id": "criminal-law", "article": article, "paragraph": paragraph, "item": item}]

    pairs = [
        pair(id="a", authorities=[{"id": "no-such-law"}]),
        pair(id="b", authorities=law("第九百九十九条")),
        pair(id="c", authorities=law("第二百八十五条", 9)),
        pair(id="d", authorities=law("第二百八十六条之一", 1, "（九）")),
        pair(id="e", authorities=[TOOLS], key_facts=[["情节严重"], ["无此说法", "no such saying"]]),
        pair(id="f", authorities=[TOOLS], key_facts=[["no such words", "情节 严重"]], split="test"),
        pair(id="g", authorities=law("第二百八十六条之一", 1, "（一）"), split="test"),
    ]
    assert gold_faults(pairs, index) == [
        "a: the index has no authority no-such-law",
        "b: criminal-law has no 第九百九十九条",
        "c: criminal-law 第二百八十五条 has no paragraph 9",
        "d: criminal-law 第二百八十六条之一 has no paragraph 1, item （九）",
        "e: the key fact 无此说法 / no such saying does not stand in its authorities, nor anywhere else in the index",
    ]


def test_a_fact_of_another_article_does_not_count(index: Index) -> None:
    pairs = [
        pair(authorities=[{"id": "criminal-law", "article": "第十三条"}], key_facts=[["非法控制计算机信息系统"]]),
        unanswerable(split="test"),
        unanswerable(id="other", split="dev"),
    ]
    (fault,) = gold_faults(pairs, index)
    assert re.search(r"does not stand in its authorities, but in \S+ 第\S+条, .* and \d+ other places$", fault), fault


def test_a_fact_that_stands_nowhere_may_say_why(index: Index) -> None:
    reckoned = {"authorities": [TOOLS], "key_facts": [["25,000", "二万五千"]]}
    why = {"25,000": "Five times 5,000, reckoned from Article 3."}
    held_back = [unanswerable(id="u", split="test")]
    assert gold_faults([pair(**reckoned, not_in_text=why), *held_back, pair(id="x", authorities=[TOOLS])], index) == []
    known = pair(authorities=[TOOLS], key_facts=[["情节严重"]], not_in_text={"情节严重": "?"})
    (fault,) = gold_faults([known, *held_back, pair(id="x", authorities=[TOOLS])], index)
    assert "does stand in its authorities" in fault
    with pytest.raises(ValidationError, match="the first alternative of no key fact"):
        pair(**reckoned, not_in_text={"二万五千": "?"})


def test_a_third_must_be_held_back(index: Index) -> None:
    pairs = [unanswerable(id=f"u{i}", split="dev") for i in range(9)]
    assert gold_faults(pairs, index) == ["0% of the pairs are of the split test; a third must be"]


def test_the_command_prints_all_faults_and_fails(index: Index, settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    wrong = pair(authorities=[{"id": "no-such-law"}])
    path.write_text(
        "\n".join([wrong.model_dump_json(), '{"id": "half"}', unanswerable(split="test").model_dump_json()]),
        encoding="utf-8",
    )
    done = run_module("eval", "check-gold", "--gold", path, settings=settings)
    assert done.returncode == 1
    assert "gold.jsonl:2: half: language: Field required" in done.stdout
    assert "no-such-law" in done.stdout


def test_no_adapter_was_trained_on_what_is_held_back(settings: Settings) -> None:
    """Every set of pairs, against the shipped adapters."""
    pairs = [
        pair for name in ("gold", "crosslingual", "blind", "conversations") for pair in load_gold(GOLD.parent / name)
    ]
    assert training_faults(pairs, settings) == []


def test_a_question_that_was_trained_on_is_found(settings: Settings, tmp_path: Path) -> None:
    """One word for word, one nearly so; the one of the split dev may be trained on."""
    own = settings.model_copy(update={"data_dir": tmp_path})
    seen = fingerprints(["卖翻墙软件会构成什么罪？", "May the police search a phone without a warrant?"])
    save_adapter(own_folder(own), "mine", Adapter(), an_about(), seen)
    pairs = [
        pair(id="a", question="卖翻墙软件会构成什么罪呢", split="test"),
        pair(id="b", question="May the police search a phone without any warrant?", split="test"),
        pair(id="c", question="卖翻墙软件会构成什么罪", split="dev"),
        pair(id="d", question="缓刑考验期从哪一天起算", split="test"),
    ]
    assert [fault.split(":")[0] for fault in training_faults(pairs, own)] == ["a", "b"]
    assert "the adapter mine was trained on" in training_faults(pairs, own)[0]
