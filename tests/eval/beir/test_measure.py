import json
import os
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from eval.beir.data_set import read_data_set
from eval.beir.measure import COLLECTION, data_set_folder, fill_chroma, measure_data_set
from retrieval.adapters.adapter import Adapter
from retrieval.adapters.asked_words import AskedWords
from retrieval.adapters.files import save_adapter
from retrieval.adapters.fingerprint import fingerprints
from retrieval.adapters.known import KnownQuestions, law_mark, text_mark
from retrieval.adapters.order import FEATURES
from retrieval.adapters.shelf import own_folder
from retrieval.errors import FayanError
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.settings import Settings
from retrieval.words.tokens import tokenize
from tests.processes import Running
from tests.retrieval.adapters.test_adapter import an_about
from tests.support import TIMEOUT_S, environment, run_module

DOCUMENTS = {
    "d1": ("Foxes", "The red fox hunts mice in the meadow at dusk."),
    "d2": ("", "Bread rises because yeast turns sugar into gas."),
    "d3": ("罚金", "罚金应当根据犯罪情节决定数额。"),
    "d4": ("Tides", "The moon pulls the water of the oceans."),
    "q2": ("", "What does the moon pull?"),
}
QUERIES = {"q1": "What does a fox hunt?", "q2": "What does the moon pull?", "q3": "罚金的数额怎么决定？", "other": "x"}
QRELS = [("q1", "d1", 1), ("q2", "d4", 1), ("q3", "d3", 1), ("q3", "not-there", 1)]


def write_data_set(folder: Path, documents: dict[str, tuple[str, str]] = DOCUMENTS) -> Path:
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    (folder / "corpus.jsonl").write_text(
        "\n".join(json.dumps({"_id": key, "title": title, "text": text}) for key, (title, text) in documents.items()),
        encoding="utf-8",
    )
    (folder / "queries.jsonl").write_text(
        "\n".join(json.dumps({"_id": key, "text": text}) for key, text in QUERIES.items()), encoding="utf-8"
    )
    lines = ["query-id\tcorpus-id\tscore", *("\t".join(map(str, line)) for line in QRELS)]
    (folder / "qrels" / "test.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_reads_a_data_set(tmp_path: Path) -> None:
    data = read_data_set(write_data_set(tmp_path), "test")
    assert data.documents["d1"] == "Foxes The red fox hunts mice in the meadow at dusk."
    assert list(data.queries) == ["q1", "q2", "q3"]
    assert data.qrels["q3"] == {"d3": 1, "not-there": 1}


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("corpus.jsonl", "{}", 'corpus.jsonl:1 is not a JSON object with an "_id"'),
        ("corpus.jsonl", "", "has no documents"),
        ("queries.jsonl", '{"_id": "q1", "text": "x"}', "lacks the query 'q2'"),
        ("qrels/test.tsv", "q1\td1\n", "test.tsv:1 is not query, document and grade"),
        ("qrels/test.tsv", "", "judges nothing"),
    ],
)
def test_names_what_is_wrong_with_a_data_set(tmp_path: Path, name: str, content: str, fault: str) -> None:
    (write_data_set(tmp_path) / name).write_text(content, encoding="utf-8")
    with pytest.raises(FayanError, match=fault):
        read_data_set(tmp_path, "test")


def test_a_split_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FayanError, match=r"dev\.tsv cannot be read"):
        read_data_set(write_data_set(tmp_path), "dev")


def test_measures_are_of_all_judged_queries(tmp_path: Path, workspace: Callable[..., Settings]) -> None:
    """Two queries find their document first; the third judges two, one of which there is not: 1, 1 and a half."""
    own = workspace()
    result = measure_data_set(own, write_data_set(tmp_path / "set"), "test", progress=False)
    assert result["measures"]["R@10"] == pytest.approx((1 + 1 + 0.5) / 3)
    assert result["measures"]["RR@10"] == 1.0
    assert (result["documents"], result["queries"], result["embedded"]) == (5, 3, 5)
    assert set(result["legs"]) == {"dense", "lexical"}
    assert not own.database.exists()  # the app's index is another one


def test_a_second_run_embeds_only_what_is_new(tmp_path: Path, workspace: Callable[..., Settings]) -> None:
    own, folder = workspace(), tmp_path / "set"
    first = measure_data_set(own, write_data_set(folder), "test", progress=False)
    second = measure_data_set(own, folder, "test", progress=False)
    assert second["embedded"] == 0
    assert second["measures"] == first["measures"]
    write_data_set(
        folder, {key: text for key, text in DOCUMENTS.items() if key != "d1"} | {"d9": ("", "Snow is cold.")}
    )
    third = measure_data_set(own, folder, "test", progress=False)
    assert third["embedded"] == 1
    assert third["measures"]["R@10"] == pytest.approx((0 + 1 + 0.5) / 3)


@pytest.mark.parametrize("titled", [True, False])
def test_what_answered_a_known_question_is_found_again(
    tmp_path: Path, workspace: Callable[..., Settings], model: PassageEmbeddings, titled: bool
) -> None:
    """The document has nothing to do with the question, but is known to have answered it, whatever its layout."""
    own = workspace()
    question, name, text = "谁喜欢喝牛奶？", "刑法第五十二条", "判处罚金，应当根据犯罪情节决定罚金数额。"
    order = {feature: 0.0 for feature in FEATURES} | {"similarity": 1.0, "known": 9.0}
    known = KnownQuestions.of(model.encode_queries([question]), [{text_mark(text): law_mark(name)}])
    about = an_about(
        question_language="zh",
        weights_digest=model.weights_digest,
        model=model.name,
        dimension=model.dimension,
        order=order,
    )
    save_adapter(own_folder(own), "mine", Adapter(), about, fingerprints([question]), known)
    milk = {f"m{at}": (f"民法典第{at}条", f"小猫第{at}次喝牛奶，牛奶好喝。") for at in range(1, 6)}
    folder = write_data_set(tmp_path / "set", milk | {"d1": (name, text) if titled else ("", f"{name} {text}")})
    (folder / "queries.jsonl").write_text(json.dumps({"_id": "q", "text": question}), encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text("q\td1\t1\n", encoding="utf-8")
    result = measure_data_set(own, folder, "test", progress=False)
    assert result["adapter"] == "mine"
    assert result["legs"]["dense"]["RR@10"] < 0.5
    assert result["measures"]["RR@10"] == 1.0


def test_the_words_that_an_article_was_asked_with_find_it(
    tmp_path: Path, workspace: Callable[..., Settings], model: PassageEmbeddings
) -> None:
    """No word of the question stands in the article; those of earlier questions that it answered do in this one."""
    own = workspace()
    question, text = "狗咬人谁赔？", "饲养的动物造成他人损害的，动物饲养人或者管理人应当承担侵权责任。"
    other = "第九条所称的人，谁也不必赔。"
    asked = ["狗咬人了谁来赔钱？", "被狗咬了找谁赔？", "第九条说的是什么？", "第九条在哪里？"]
    answers = model.encode_passages([text, other])
    words = AskedWords.of([tokenize(own) for own in asked], [[0], [0], [1], [1]], answers)
    known = KnownQuestions.of(model.encode_queries([question])[:0], [])
    order = {feature: 0.0 for feature in FEATURES} | {"likelihood": 1.0}
    about = an_about(
        question_language="zh",
        weights_digest=model.weights_digest,
        model=model.name,
        dimension=model.dimension,
        order=order,
    )
    save_adapter(own_folder(own), "mine", Adapter(), about, fingerprints(asked), known, words)
    others = {f"m{at}": ("", f"第{at}条所称的人，谁也不必赔。") for at in range(1, 6)}
    folder = write_data_set(tmp_path / "set", others | {"d1": ("", text)})
    (folder / "queries.jsonl").write_text(json.dumps({"_id": "q", "text": question}), encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text("q\td1\t1\n", encoding="utf-8")
    result = measure_data_set(own, folder, "test", progress=False)
    assert result["legs"]["lexical"]["RR@10"] < 0.5
    assert result["measures"]["RR@10"] == 1.0


def test_the_collection_is_filled_from_where_it_was_left(tmp_path: Path) -> None:
    keys = [f"k{i:04}" for i in range(1500)]
    random = np.random.default_rng(1).normal(size=(len(keys), 16)).astype(np.float32)
    vectors = dict(zip(keys, random / np.linalg.norm(random, axis=1, keepdims=True), strict=True))
    digests = {key: key for key in keys}
    index = fill_chroma(tmp_path, vectors, digests, "model", progress=False)
    index.delete(COLLECTION, keys[1100:])
    index.close()
    again = fill_chroma(tmp_path, vectors, digests, "model", progress=False)
    assert again.count(COLLECTION) == 1500
    assert again.query(COLLECTION, vectors["k1400"], 1)[0][0] == "k1400"
    again.close()


def test_the_command_goes_on_after_a_kill(tmp_path: Path, workspace: Callable[..., Settings]) -> None:
    own = workspace()
    many = {f"m{i}": ("", f"Note {i} on the harvest of plot {i * 7} in the year {1500 + i}.") for i in range(600)}
    folder, out = write_data_set(tmp_path / "set", DOCUMENTS | many), tmp_path / "out.json"
    arguments = ("retrieval", "--dataset", str(folder), "--split", "test", "--out", str(out))
    process = Running(["-m", "eval", *arguments], environment(own), Path(os.devnull))
    kept = wait_for_vectors(data_set_folder(own, folder) / "vectors.sqlite", process)
    process.send_signal(signal.SIGKILL)
    process.wait(TIMEOUT_S)
    assert not out.exists()

    done = run_module("eval", *arguments, settings=own)
    assert done.returncode == 0, done.stderr
    result = json.loads(out.read_text(encoding="utf-8"))
    assert 0 < result["embedded"] <= len(many) + len(DOCUMENTS) - kept
    assert result["measures"]["RR@10"] == 1.0
    assert result["seconds"] > 0
    assert result["cpu_seconds"] > 0
    assert "Embedding" in done.stderr  # the progress
    assert "fused" in done.stdout


def wait_for_vectors(path: Path, process: Running) -> int:
    """Wait until the process has kept some vectors, and return how many."""
    end = time.monotonic() + TIMEOUT_S
    while time.monotonic() < end:
        assert process.poll() is None
        if path.is_file():
            connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)
            try:
                count = connection.execute("SELECT count(*) FROM vectors").fetchone()[0]
            except sqlite3.OperationalError:  # the table is not there yet
                count = 0
            finally:
                connection.close()
            if count:
                return count
        time.sleep(0.02)
    raise AssertionError("no vectors were kept")
