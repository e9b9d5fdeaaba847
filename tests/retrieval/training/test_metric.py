"""Training a metric, with the real model's vectors of the small corpus's phrases."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.sync import sync
from retrieval.adapters.adapter import unit
from retrieval.adapters.metric import Metric, metric_file
from retrieval.adapters.shelf import own_folder
from retrieval.errors import FayanError
from retrieval.index import Index, open_index
from retrieval.language import LANGUAGES
from retrieval.settings import Settings
from retrieval.training.metric import encoded_phrases, train_metric
from retrieval.training.metric_loop import RANK, SHORT, MetricRecipe, Phrases, learn, subject_ranks
from retrieval.training.options import add_metric_arguments
from tests.support import borrow_vectors, copy_corpus, run_module, settings_in

SHORTLY = MetricRecipe(epochs=3, batch=128)


def options(*arguments: str | Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_metric_arguments(parser)
    return parser.parse_args([*map(str, arguments), "--quiet"])


@pytest.fixture(scope="module")
def own(settings: Settings, index: Index, model_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an index of two laws with their topics."""
    assert index.passages  # its vectors are there
    root = tmp_path_factory.mktemp("two-laws")
    corpus = copy_corpus(root / "corpus", ("cybersecurity-law", "telecommunications-regulations"), topics=True)
    made = settings_in(root, corpus, model_folder)
    borrow_vectors(made, settings.database)
    sync(made, progress=False)
    return made


@pytest.fixture(scope="module")
def two_laws(own: Settings, index: Index) -> Iterator[Index]:
    """That index, with what is trained by nobody yet; not to be changed."""
    opened = open_index(own, index.model)
    yield opened
    opened.vectors.close()


@pytest.fixture(scope="module")
def phrases(two_laws: Index) -> Phrases:
    """The phrases of its topics, with the model's vectors."""
    return encoded_phrases(two_laws.topics, two_laws.model)


def test_phrases_are_encoded_in_both_forms(two_laws: Index, phrases: Phrases) -> None:
    held = [phrase for language in LANGUAGES for phrase in two_laws.topics.phrases(language)]
    assert len(phrases.texts) == len(held)
    some = slice(None, None, len(phrases.texts) // 5)
    texts = list(phrases.texts[some])
    assert (unit(two_laws.model.encode_passages(texts)) * phrases.vectors[some]).sum(axis=1).min() > 0.99
    assert (unit(two_laws.model.encode_queries(texts)) * phrases.questions[some]).sum(axis=1).min() > 0.99
    assert (phrases.vectors[some] * phrases.questions[some]).sum(axis=1).max() < 0.99
    first = held[0]
    number = phrases.subjects[phrases.texts.index(first.text)]
    alike = {text for text, own in zip(phrases.texts, phrases.subjects, strict=True) if own == number}
    assert alike == {phrase.text for phrase in held if phrase.subject == first.subject}


def test_phrases_of_a_subject_come_nearer_and_the_same_again(phrases: Phrases) -> None:
    metric, epochs, gains, judged = learn(phrases, SHORTLY, False)
    assert 1 <= epochs <= SHORTLY.epochs
    assert judged > 50
    for name in (SHORT, RANK):
        assert gains[name].after > gains[name].before
    again = learn(phrases, SHORTLY, False)
    assert np.array_equal(again[0].linear, metric.linear)
    assert again[1:] == (epochs, gains, judged)


def test_where_nothing_is_alike_nothing_is_gained(phrases: Phrases) -> None:
    shuffled = replace(phrases, subjects=np.random.default_rng(0).permutation(phrases.subjects))
    _, _, gains, _ = learn(shuffled, SHORTLY, False)
    assert gains[RANK].low <= 0.01


def test_a_subject_s_rank_is_that_of_its_nearest_phrase() -> None:
    vectors = unit(np.array([[1.0, 0, 0], [0.9, 0.4, 0], [0, 1, 0], [0, 0, 1]], np.float32))
    nowhere = np.zeros(
        (4, 3), np.float32
    )  # neither the questions' form as held nor the held form as a question is looked at
    held = Phrases(vectors, nowhere, np.array([0, 1, 1, 2]), np.zeros(4, np.int64), ("a", "b", "c", "d"))
    asked = Phrases(nowhere[:3], vectors[[0, 0, 0]], np.array([0, 1, 2]), np.zeros(3, np.int64), ("x", "y", "z"))
    assert subject_ranks(asked, held, Metric(np.eye(3, dtype=np.float32))).tolist() == [1, 2, 3]
    elsewhere = replace(asked, languages=np.ones(3, np.int64))
    assert subject_ranks(elsewhere, held, Metric(np.eye(3, dtype=np.float32))).tolist() == [5, 5, 5]


def test_what_is_trained_is_used(own: Settings, two_laws: Index) -> None:
    report = train_metric(options("topic", "--epochs", "12"), own)
    after = open_index(own, two_laws.model)
    assert "held out" in report
    assert str(metric_file(own_folder(own), "topic")) in report
    assert not np.array_equal(after.shelf.metrics["topic"].linear, two_laws.shelf.metrics["topic"].linear)
    after.vectors.close()


def test_too_few_phrases_are_refused(workspace: Callable[..., Settings], tmp_path: Path) -> None:
    few = workspace("state-council-decision-1997-218")
    sync(few, progress=False)
    with pytest.raises(FayanError, match=r"There are \d+ phrases of the kind 'topic' .* training wants 100 at least"):
        train_metric(options("topic", "--folder", tmp_path), few)
    assert not list(tmp_path.glob("*.safetensors"))


def test_a_wrong_purpose_is_wrong_usage(settings: Settings) -> None:
    done = run_module("retrieval", "train-metric", "subjects", settings=settings)
    assert done.returncode == 2
    assert "invalid choice: 'subjects'" in done.stderr
