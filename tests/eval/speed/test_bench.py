from collections.abc import Callable

from eval.pairs import Pair
from eval.speed.bench import bench_ingest, bench_questions, bench_text, corpus_texts
from eval.speed.repeated import WORDS, bench_repeated, repeated
from retrieval.index import Index
from retrieval.model.embeddings import load_embeddings
from retrieval.reading.follow_up import READ
from retrieval.settings import Settings
from tests.support import write_law


def test_ingest_is_measured_on_the_encoder_s_texts(workspace: Callable[..., Settings], index: Index) -> None:
    own = workspace("zhu-jingzhou-2018-150")
    write_law(own.corpus_dir / "regulations" / "own-law", [f"经营者应当每{days}日登记。" for days in range(1, 25)])
    texts = corpus_texts(own, load_embeddings(own))
    result = bench_ingest(own, progress=False)
    assert result["embedded"] == len(texts) == len(set(texts)) > 20
    assert result["ratio"] == result["ingest_passages_per_second"] / result["bare_passages_per_second"]
    assert result["second_start_seconds"] > 0
    assert not own.database.exists()  # it worked in a folder of its own


def test_latencies_are_of_every_question(index: Index, small_pairs: list[Pair]) -> None:
    words = ("第3条", " ")
    result = bench_questions(small_pairs[:3], index) | bench_repeated(index, words)
    assert result["questions"] == 3
    assert 0 < result["search_ms_p50"] <= result["search_ms_p95"]
    for name in ("embedding", "kinds", "date"):
        assert 0 < result[f"{name}_ms_p50"] <= result[f"{name}_ms_p95"]
    assert 0 < result["total_ms_p50"] <= result["total_ms_p95"]
    assert 0 < result["repeated_ms_p50"] <= result["repeated_ms_slowest"]
    assert result["repeated_slowest"] == "第3条"  # of nothing but blanks nothing is left to read
    ingest = dict.fromkeys(
        ("bare_passages_per_second", "ingest_passages_per_second", "ratio", "ingest_seconds", "second_start_seconds"),
        2.0,
    )
    text = bench_text(ingest | {"passages": 7}, result)
    assert "answer, ms, p95" in text
    assert f"the slowest of them ({result['repeated_slowest']})" in text
    assert "ingest of 7 passages" in text


def test_repeated_questions_are_as_long_as_may_be_and_no_longer() -> None:
    for word in WORDS:
        question = repeated(word)
        assert question.startswith(word * 3)
        assert READ - len(word) < len(question) <= READ
