from pathlib import Path

from eval.check import gold_faults
from eval.gold import Pair
from retrieval.settings import Settings
from retrieval.store.index import Index
from tests.eval.builders import pair, unanswerable
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
        pair(id="e", authorities=[TOOLS], key_facts=[["情节严重"], ["判处死刑", "death penalty"]]),
        pair(id="f", authorities=[TOOLS], key_facts=[["no such words", "情节 严重"]], split="test"),
        pair(id="g", authorities=law("第二百八十六条之一", 1, "（一）"), split="test"),
    ]
    assert gold_faults(pairs, index) == [
        "a: the index has no authority no-such-law",
        "b: criminal-law has no 第九百九十九条",
        "c: criminal-law 第二百八十五条 has no paragraph 9",
        "d: criminal-law 第二百八十六条之一 has no paragraph 1, item （九）",
        "e: the key fact 判处死刑 / death penalty does not stand in its authorities",
    ]


def test_a_fact_of_another_article_does_not_count(index: Index) -> None:
    pairs = [
        pair(authorities=[{"id": "criminal-law", "article": "第十三条"}], key_facts=[["非法控制计算机信息系统"]]),
        unanswerable(split="test"),
        unanswerable(id="other", split="dev"),
    ]
    assert len(gold_faults(pairs, index)) == 1


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
