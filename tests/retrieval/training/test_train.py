"""Training, with the real model and the small corpus."""

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ingest.sync import sync
from retrieval.adapters.adapter import Adapter, QueryMap
from retrieval.adapters.asked_words import AskedWords
from retrieval.adapters.files import read_about, read_adapter, read_order, read_questions, save_adapter
from retrieval.adapters.fingerprint import ALIKE, fingerprints, likeness
from retrieval.adapters.known import KnownQuestions
from retrieval.adapters.order import FEATURES
from retrieval.adapters.shelf import own_folder
from retrieval.authority import Kind
from retrieval.errors import FayanError
from retrieval.index import Index, open_index
from retrieval.settings import Settings
from retrieval.training.command import train
from retrieval.training.corpus_pairs import asked_pairs
from retrieval.training.documents import Document
from retrieval.training.layout import Layout
from retrieval.training.material import gather
from retrieval.training.options import add_arguments
from retrieval.training.pairs import TrainingPair, read_pairs
from retrieval.words.tokens import tokenize
from tests.retrieval.adapters.test_adapter import an_about
from tests.support import borrow_vectors, copy_corpus, run_module, settings_in

SHORT = 120  # characters of an article that is soon embedded
PAIRS = 150
LAWS = (
    "cybersecurity-law",
    "interpretation-2011-19-computer-systems",
    "interim-provisions-international-networking",
    "implementing-measures-international-networking",
    "telecommunications-regulations",
    "zhu-jingzhou-2018-150",
)


def options(*arguments: str | Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return parser.parse_args([*map(str, arguments), "--quiet"])


def write_pairs(path: Path, pairs: list[TrainingPair]) -> Path:
    """Write pairs in the gold pairs' form."""
    lines = [
        {
            "question": pair.question, "answerable": True, "split": "dev",
            "authorities": [{"id": name, "article": place} for name, place in pair.units],
        }
        for pair in pairs
    ]  # fmt: skip
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def untrained(
    settings: Settings, index: Index, model_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Settings:
    """Settings of an index of some laws, without adapters: a training embeds every article anew, and every question."""
    assert index.passages  # its vectors are there
    root = tmp_path_factory.mktemp("laws")
    own = settings_in(root, copy_corpus(root / "corpus", LAWS, topics=True), model_folder)
    borrow_vectors(own, settings.database)
    sync(own, progress=False)
    return own.model_copy(update={"adapters": "off"})


@pytest.fixture(scope="module")
def laws(untrained: Settings) -> Iterator[Index]:
    """That index."""
    opened = open_index(untrained)
    yield opened
    opened.vectors.close()


@pytest.fixture(scope="module")
def english(laws: Index) -> list[TrainingPair]:
    """All English phrasings of some topics, whose answers are articles held in Chinese."""
    pairs = [
        TrainingPair(phrase.text, articles)
        for phrase in laws.topics.phrases("en")
        if (articles := tuple(unit for unit in phrase.units if unit[1].startswith("第")))
    ]
    return pairs[:PAIRS]


def test_it_helps_and_does_the_same_again(english: list[TrainingPair], untrained: Settings, tmp_path: Path) -> None:
    """What was trained on English questions finds more, is described beside it, and comes out alike a second time."""
    file = write_pairs(tmp_path / "pairs.jsonl", english)
    common = (file, "--passages", "zh", "--out", "mine", "--epochs", "6")
    texts = [train(options(*common, "--folder", tmp_path / name), untrained) for name in ("one", "two")]
    about = read_about(tmp_path / "one" / "mine.json")
    assert about.direction == ("en", "zh")
    assert about.pairs == len(english)
    assert about.sources == ("pairs.jsonl",)
    gain = about.gains["R@10"]
    assert gain.after > gain.before
    assert gain.difference == pytest.approx(gain.after - gain.before, abs=1e-3)
    assert f"{gain.before:.3f}" in texts[0]
    for name in ("mine.json", "mine.safetensors"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    seen = read_questions(tmp_path / "one" / "mine.json")
    asked = fingerprints([english[0].question])[0]
    assert likeness(asked, seen).max() >= ALIKE


def test_a_further_training_goes_on(
    english: list[TrainingPair], untrained: Settings, laws: Index, tmp_path: Path
) -> None:
    """The new adapter is the one in use with a map more, and knows the questions of both trainings."""
    own = untrained.model_copy(update={"data_dir": tmp_path / "data", "adapters": "first"})
    shutil.copytree(untrained.data_dir, own.data_dir, symlinks=True)
    size = laws.model.dimension
    nothing = np.zeros((size, 1), np.float32)
    same = Adapter((QueryMap(np.eye(size, dtype=np.float32), nothing, np.zeros(1, np.float32), nothing.T),))
    about = an_about(
        weights_digest=laws.model.weights_digest, model=laws.model.name, dimension=size, pairs=7, sources=("before",)
    )
    known = KnownQuestions.of(np.eye(1, size, dtype=np.float32), [{5: 6}])
    older = FEATURES[:-2]  # what the order of an earlier Fayan knew of
    about = about.model_copy(update={"order": dict.fromkeys(older, 0.25)})
    words = AskedWords.of([["fence", "high"], ["fence", "high"]], [[0], [0]], np.eye(1, size, dtype=np.float32))
    save_adapter(own_folder(own), "first", same, about, fingerprints(["how high may the fence be"]), known, words)
    file = write_pairs(tmp_path / "pairs.jsonl", english)
    train(options(file, "--passages", "zh", "--out", "second", "--epochs", "6", "--folder", tmp_path / "out"), own)
    path = tmp_path / "out" / "second.json"
    after = read_about(path)
    assert (after.pairs, after.sources) == (7 + len(english), ("before", "pairs.jsonl"))
    assert len(read_adapter(path).maps) == 2
    order = read_order(path, after)
    assert order
    assert order.weights == dict.fromkeys(older, 0.25) | dict.fromkeys(FEATURES[-2:], 0.0)
    assert order.asked.rows(["fence", "high", "wall"]).keys() == {"fence", "high"}
    assert order.known.answers.tolist() == [5]
    for question in ("how high may the fence be", english[0].question):
        assert likeness(fingerprints([question])[0], read_questions(path)).max() >= ALIKE


def test_the_order_of_what_is_found_is_learned_too(
    english: list[TrainingPair], untrained: Settings, tmp_path: Path
) -> None:
    """Topics have many phrasings each: what answered one of them answers the others."""
    file = write_pairs(tmp_path / "pairs.jsonl", english)
    asked = options(file, "--passages", "zh", "--out", "mine", "--epochs", "4", "--order", "--folder", tmp_path / "out")
    report = train(asked, untrained)
    path = tmp_path / "out" / "mine.json"
    about = read_about(path)
    order = read_order(path, about)
    assert order
    assert list(order.weights) == list(FEATURES)
    assert about.order_gains
    assert about.order_gains["R@10"].after > about.order_gains["R@10"].before
    assert len(order.known.vectors) == len(english)
    assert order.asked.rows(tokenize(english[0].question))
    assert "each judged by an order trained without it" in report


def test_what_was_embedded_is_kept_for_the_next_training(
    index: Index, untrained: Settings, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Also after one that was cut short: each chunk is kept at once."""
    pairs = [TrainingPair(f"Which rule is number {at}?", (unit,)) for at, unit in enumerate(list(index.units)[:3])]
    document = Document("测试条例第一条", "经营者应当登记。")
    layout = Layout(
        np.zeros((0, index.model.dimension), np.float32), ("用户应当实名。",), (document,), ((0,), (1,), ())
    )
    own = untrained.model_copy(update={"data_dir": tmp_path})
    first = gather(layout, index.model, own, pairs)
    assert capfd.readouterr().err.count("passage/s") > 0
    more = Layout(layout.passages, (*layout.texts, "网站应当备案。"), layout.documents, layout.gold)
    second = gather(more, index.model, own, pairs)
    assert "1/1" in capfd.readouterr().err
    assert np.array_equal(second.passages[[0, 2]], first.passages)
    assert np.allclose(np.linalg.norm(second.passages, axis=1), 1, atol=1e-3)
    gather(layout, index.model, own, pairs)
    assert "passage" not in capfd.readouterr().err


def test_the_questions_of_the_corpus_are_pairs(index: Index) -> None:
    for asked, held in (("en", "zh"), ("zh", "zh"), ("en", "en")):
        pairs = asked_pairs(index, asked, held)
        assert len(pairs) > 100
        assert all(index.units[pair.units[0]].get(held) for pair in pairs)
        assert {pair.question for pair in pairs} <= {phrase.text for phrase in index.asked.phrases(asked)}
        assert all(pair.group == repr(pair.units[0]) for pair in pairs)  # those of a place are held out together
    assert len(asked_pairs(index, "en", "en")) < len(asked_pairs(index, "en", "zh"))  # less is held in English


def test_they_are_trained_on_beside_articles_laid_out_by_name(laws: Index, untrained: Settings, tmp_path: Path) -> None:
    common = ("asked", "--questions", "en", "--passages", "zh", "--epochs", "8", "--out", "mine", "--folder", tmp_path)
    report = train(options(*common, "--by-name"), untrained)
    assert str(tmp_path / "mine.safetensors") in report
    about = read_about(tmp_path / "mine.json")
    passages = [passage for passage in laws.passages.values() if passage.language == "zh" and passage.owner is None]
    articles = {
        "".join(passage.text for passage in held["zh"])
        for held in laws.units.values()
        if held.get("zh") and held["zh"][0].article and held["zh"][0].kind.is_law
    }
    assert about.passages == len(passages) + len(articles)
    assert about.sources == ("asked",)
    assert about.pairs == len(set(asked_pairs(laws, "en", "zh")))


def test_what_does_not_help_is_refused(index: Index, settings: Settings, tmp_path: Path) -> None:
    """The words of an article find it without being taught: nothing is left to gain."""
    own = settings.model_copy(update={"adapters": "off"})
    articles = [passage for passage in index.passages.values() if passage.language == "zh" and passage.article]
    short = sorted((a for a in articles if len(a.text) <= SHORT), key=lambda article: article.id)[:PAIRS]
    words = [TrainingPair(article.text, (article.unit,), group=repr(article.unit)) for article in short]
    file = write_pairs(tmp_path / "words.jsonl", words)
    asked = options(file, "--passages", "zh", "--out", "words", "--epochs", "3", "--folder", tmp_path / "out")
    with pytest.raises(FayanError, match="did not help and nothing was written"):
        train(asked, own)
    assert not (tmp_path / "out").exists()


def test_too_few_pairs_are_refused(english: list[TrainingPair], untrained: Settings, tmp_path: Path) -> None:
    file = write_pairs(tmp_path / "few.jsonl", english[:3])
    with pytest.raises(FayanError, match="There are 3 pairs of en questions"):
        train(options(file, "--passages", "zh", "--out", "few", "--folder", tmp_path), untrained)


def test_an_order_wants_articles(
    laws: Index, untrained: Settings, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Cases have no articles to be known by. It is said before anything is embedded."""
    case = next(unit for unit in laws.units if laws.authorities[unit[0]].kind is Kind.CASE)
    file = write_pairs(tmp_path / "cases.jsonl", [TrainingPair(f"案子{at}怎么判的", (case,)) for at in range(12)])
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(json.dumps(case[1], ensure_ascii=False), "null"), encoding="utf-8")
    asked = options(file, "--passages", "zh", "--out", "mine", "--order", "--folder", tmp_path / "out")
    asked.quiet = False
    with pytest.raises(FayanError, match=r"0 of the pairs in .* are answered by articles of laws"):
        train(asked, untrained)
    assert "Embedding" not in capfd.readouterr().err
    assert not (tmp_path / "out").exists()


def test_pairs_held_back_are_never_read(index: Index, tmp_path: Path) -> None:
    place = {"id": "criminal-law", "article": "第二百八十五条"}
    sound = {"question": "q", "authorities": [place], "answerable": True, "split": "dev"}
    lines = [
        sound,
        {**sound, "split": "test"},
        {**sound, "answerable": False},
        {**sound, "history": [{"role": "user", "content": "before"}]},
        {"question": "卖假药怎么判", "articles": [{"name": "某法第一条", "text": "某法的文字。"}]},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    pairs = read_pairs(path, index)
    assert [pair.question for pair in pairs] == ["q", "卖假药怎么判"]
    assert pairs[0].units == (("criminal-law", "第二百八十五条"),)
    assert [text.name for text in pairs[1].texts] == ["某法第一条"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", r"pairs\.jsonl:1 is not JSON"),
        ('{"question": "q"}', r"pairs\.jsonl:1 is no training pair"),
        ('{"question": "q", "articles": []}', r"pairs\.jsonl:1 is no training pair"),
        (
            '{"question": "q", "answerable": true, "split": "dev", "authorities": [{"id": "no-such-law"}]}',
            r"pairs\.jsonl:1: the index holds none of the places",
        ),
    ],
)
def test_a_line_that_cannot_be_used_is_named(index: Index, tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(FayanError, match=fault):
        read_pairs(path, index)


def test_the_command_says_what_is_wrong_in_a_sentence(settings: Settings, tmp_path: Path) -> None:
    done = run_module("retrieval", "train", tmp_path / "none.jsonl", "--out", "mine", settings=settings)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith("There are no training pairs at")
    assert run_module("retrieval", "train", "x", "--out", "../mine", settings=settings).returncode == 2
