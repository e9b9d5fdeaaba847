"""An adapter on disk: NAME.safetensors with the weights, NAME.json with what they are."""

from pathlib import Path

import numpy as np
from pydantic import ValidationError
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from retrieval.adapters.about import About
from retrieval.adapters.adapter import Adapter, QueryMap
from retrieval.adapters.asked_words import AskedWords
from retrieval.adapters.fingerprint import SIZE, packed
from retrieval.adapters.known import KnownQuestions
from retrieval.adapters.order import FEATURES, LearnedOrder
from retrieval.errors import FayanError

QUESTIONS = "questions"
_PARTS = ("linear", "up", "bias", "down")
_KNOWN = "known."
_ASKED = "asked."


def save_adapter(
    folder: Path,
    name: str,
    adapter: Adapter,
    about: About,
    questions: np.ndarray,
    known: KnownQuestions | None = None,
    asked: AskedWords | None = None,
) -> Path:
    """Write an adapter, its weights in half precision; return the path of the weights.

    :param questions: The training questions' fingerprints, shape (n, 16).
    :param known: What a learned order knows; its weights stand in `about`.
    :param asked: The words of the training questions, for a learned order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {
        f"{number}.{part}": getattr(own, part).astype(np.float16)
        for number, own in enumerate(adapter.maps)
        for part in _PARTS
    }
    if known:
        tensors |= {f"{_KNOWN}{part}": values for part, values in known.tensors().items()}
    if asked:
        tensors |= {f"{_ASKED}{part}": values for part, values in asked.tensors().items()}
    path = folder / f"{name}.safetensors"
    save_file(tensors | {QUESTIONS: questions}, path)
    (folder / f"{name}.json").write_text(about.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return path


def read_about(path: Path) -> About:
    """Read what an adapter is.

    :param path: Its .json file.
    :raises FayanError: If it cannot be read.
    """
    try:
        return About.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise FayanError(f"The adapter {path} cannot be read: train it again, or remove it.") from error


def read_adapter(path: Path) -> Adapter:
    """Read an adapter's weights, in single precision.

    :param path: Its .json file, beside which the weights lie.
    :raises FayanError: If they cannot be read.
    """
    try:
        tensors = load_file(path.with_suffix(".safetensors"))
        tensors.pop(QUESTIONS, None)
        maps: dict[int, dict[str, np.ndarray]] = {}
        for key, values in tensors.items():
            if key.startswith((_KNOWN, _ASKED)):
                continue
            number, part = key.split(".")
            maps.setdefault(int(number), {})[part] = values.astype(np.float32)
        return Adapter(tuple(QueryMap(**parts) for _, parts in sorted(maps.items())))
    except (OSError, SafetensorError, ValueError, TypeError) as error:
        raise FayanError(
            f"The adapter {path} has no usable weights beside it: train it again, or remove it."
        ) from error


def read_questions(path: Path) -> np.ndarray:
    """Read the fingerprints of an adapter's training questions, shape (n, 16), uint8.

    :param path: Its .json file.
    :raises FayanError: If they cannot be read.
    """
    try:
        kept = load_file(path.with_suffix(".safetensors"))[QUESTIONS]
        # those of an earlier Fayan have a number of more bits in each place, of which the last are what is kept now
        return packed(kept) if kept.shape[1] == SIZE else kept
    except (OSError, SafetensorError, KeyError) as error:
        raise FayanError(f"The adapter {path} does not say what it was trained on: train it again.") from error


def read_order(path: Path, about: About) -> LearnedOrder | None:
    """Read an adapter's learned order; None if it has none. What an order of an earlier Fayan does not know weighs nothing.

    :param path: Its .json file.
    :raises FayanError: If it cannot be read.
    """
    if about.order is None:
        return None
    try:
        tensors = load_file(path.with_suffix(".safetensors"))
        known = KnownQuestions.read(_parts(tensors, _KNOWN))
        asked = _asked(tensors) or AskedWords.none(about.dimension)
        return LearnedOrder(known, asked, {name: about.order.get(name, 0.0) for name in FEATURES})
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise FayanError(f"The adapter {path} has no usable order: train it again, or remove it.") from error


def read_asked(path: Path) -> AskedWords | None:
    """Read the words of an adapter's training questions; None if they were not kept.

    :param path: Its .json file.
    :raises FayanError: If they cannot be read.
    """
    try:
        return _asked(load_file(path.with_suffix(".safetensors")))
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise FayanError(f"The adapter {path} has no usable words: train it again, or remove it.") from error


def _asked(tensors: dict[str, np.ndarray]) -> AskedWords | None:
    own = _parts(tensors, _ASKED)
    return AskedWords.read(own) if own else None


def _parts(tensors: dict[str, np.ndarray], prefix: str) -> dict[str, np.ndarray]:
    return {key.removeprefix(prefix): values for key, values in tensors.items() if key.startswith(prefix)}
