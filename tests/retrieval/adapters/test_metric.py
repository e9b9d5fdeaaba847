"""A metric on disk, and which is used."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.adapters.fingerprint import fingerprints
from retrieval.adapters.metric import AboutMetric, Metric, metric_file, read_metric, save_metric
from retrieval.adapters.shelf import load_shelf, own_folder
from retrieval.errors import FayanError
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.settings import Settings


def an_about(**changes: object) -> AboutMetric:
    usual = {
        "purpose": "topic", "model": "m", "weights_digest": "w", "phrases": 3, "digest": "d", "recipe": {}, "epochs": 1,
        "gains": {},
    }  # fmt: skip
    return AboutMetric.model_validate(usual | changes)


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Settings:
    """Settings with a data folder without adapters of its own."""
    return settings.model_copy(update={"data_dir": tmp_path})


def test_what_is_written_is_read(tmp_path: Path) -> None:
    linear = np.random.default_rng(0).normal(size=(8, 8)).astype(np.float32)
    path = save_metric(tmp_path / "new", Metric(linear), an_about(), fingerprints(["x"]))
    about, read = read_metric(path)
    assert about == an_about()
    vectors = np.eye(8, dtype=np.float32)
    assert np.abs(read.apply(vectors) - Metric(linear).apply(vectors)).max() < 0.002
    assert np.allclose(np.linalg.norm(read.apply(vectors), axis=1), 1)


@pytest.mark.parametrize("content", [b"", b"no weights", None])
def test_a_damaged_one_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = save_metric(tmp_path, Metric(np.eye(2, dtype=np.float32)), an_about(), fingerprints(["x"]))
    path.write_bytes(path.read_bytes()[:-3] if content is None else content)
    with pytest.raises(FayanError, match=f"{path} cannot be read: train it again"):
        read_metric(path)


def test_the_shipped_ones_are_for_the_default_model(own: Settings, model: PassageEmbeddings) -> None:
    assert set(load_shelf(own, model).metrics) == {"topic", "asked"}
    assert set(load_shelf(own.model_copy(update={"adapters": "zh"}), model).metrics) == {"topic", "asked"}
    assert load_shelf(own.model_copy(update={"adapters": "off"}), model).metrics == {}


def test_an_own_one_takes_the_place_of_a_shipped_one(own: Settings, model: PassageEmbeddings) -> None:
    mine = Metric(np.eye(model.dimension, dtype=np.float32))
    save_metric(own_folder(own), mine, an_about(weights_digest=model.weights_digest), fingerprints(["x"]))
    metrics = load_shelf(own, model).metrics
    assert np.array_equal(metrics["topic"].linear, mine.linear)
    assert not np.array_equal(metrics["asked"].linear, mine.linear)


def test_one_of_another_model_is_not_used(own: Settings, model: PassageEmbeddings) -> None:
    shipped = load_shelf(own, model).metrics["topic"]
    save_metric(own_folder(own), Metric(np.eye(2, dtype=np.float32)), an_about(), fingerprints(["x"]))
    assert metric_file(own_folder(own), "topic").is_file()
    assert np.array_equal(load_shelf(own, model).metrics["topic"].linear, shipped.linear)
