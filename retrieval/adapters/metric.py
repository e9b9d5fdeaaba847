"""A learned metric: a linear map under which questions that ask for the same lie near to one another."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from retrieval.adapters.about import Gain
from retrieval.adapters.adapter import unit
from retrieval.adapters.files import QUESTIONS
from retrieval.errors import FayanError

_ABOUT, _LINEAR = "about", "linear"
_NAME = "metric-{purpose}.safetensors"
METRICS = _NAME.format(purpose="*")  # all of a folder


class AboutMetric(BaseModel):
    """What stands with a metric's weights.

    :param purpose: Of which phrases it is: `topic`, `asked`.
    :param weights_digest: Digest of the embedding model's weights: with other weights the metric means nothing.
    :param phrases: How many it was trained on.
    :param digest: Of those phrases and their subjects.
    :param recipe: How it was trained, the seed included.
    :param gains: Measure to its gain on held-out phrases.
    """

    model_config = ConfigDict(frozen=True)

    purpose: str
    model: str
    weights_digest: str
    phrases: int
    digest: str
    recipe: dict[str, Any]
    epochs: int
    gains: dict[str, Gain]


@dataclass(frozen=True)
class Metric:
    """A linear map of a question's vector and of the phrases that it is compared with.

    :param linear: Shape (dimension, dimension).
    """

    linear: np.ndarray

    def apply(self, vectors: np.ndarray) -> np.ndarray:
        """Return the mapped vectors, shape (n, dimension), float32, unit length."""
        return unit(vectors @ self.linear).astype(np.float32, copy=False)


def metric_file(folder: Path, purpose: str) -> Path:
    """Return the file of a purpose's metric in a folder of adapters."""
    return folder / _NAME.format(purpose=purpose)


def save_metric(folder: Path, metric: Metric, about: AboutMetric, questions: np.ndarray) -> Path:
    """Write a metric, its weights in half precision; return the path.

    :param questions: The fingerprints of the phrases that it was trained on, shape (n, 16).
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = metric_file(folder, about.purpose)
    tensors = {_LINEAR: metric.linear.astype(np.float16), QUESTIONS: questions}
    save_file(tensors, path, metadata={_ABOUT: about.model_dump_json()})
    return path


def read_metric(path: Path) -> tuple[AboutMetric, Metric]:
    """Read a metric, its weights in single precision.

    :raises FayanError: If it cannot be read.
    """
    try:
        with safe_open(path, framework="numpy") as file:
            about = AboutMetric.model_validate_json((file.metadata() or {}).get(_ABOUT, ""))
            return about, Metric(file.get_tensor(_LINEAR).astype(np.float32))
    except (OSError, SafetensorError, ValidationError) as error:
        raise FayanError(f"The metric {path} cannot be read: train it again, or remove it.") from error
