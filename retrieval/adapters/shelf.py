"""Which adapter maps a question, and by which metric it is compared with phrases: only those made for the model."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from retrieval.adapters.about import About
from retrieval.adapters.adapter import Adapter
from retrieval.adapters.files import read_about, read_adapter, read_order
from retrieval.adapters.metric import METRICS, Metric, read_metric
from retrieval.adapters.order import LearnedOrder
from retrieval.errors import FayanError
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.settings import Settings

SHIPPED = Path(__file__).resolve().parent / "shipped"
ON, OFF = "on", "off"
Direction = tuple[str, str]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Shelf:
    """The adapters in use.

    :param adapters: Question's and passages' language to the adapter.
    :param files: The same to the adapter's .json file.
    :param orders: The same to its learned order, where it has one.
    :param metrics: Purpose of phrases to the metric by which questions are compared with them.
    """

    adapters: Mapping[Direction, Adapter] = field(default_factory=dict)
    files: Mapping[Direction, Path] = field(default_factory=dict)
    orders: Mapping[Direction, LearnedOrder] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)

    @property
    def names(self) -> dict[Direction, str]:
        """Question's and passages' language to the adapter's name."""
        return {direction: path.stem for direction, path in self.files.items()}

    def has(self, question: str, passages: str) -> bool:
        """Return whether questions in one language are mapped for passages in the other."""
        return (question, passages) in self.adapters

    def get(self, question: str, passages: str) -> Adapter:
        """Return the adapter of a direction; the identity if there is none."""
        return self.adapters.get((question, passages), Adapter())

    def apply(self, vectors: np.ndarray, question: str, passages: str) -> np.ndarray:
        """Return the vectors of questions as they are to be compared with passages, shape (n, dimension).

        :param question: The questions' language.
        :param passages: The passages' language.
        """
        return self.get(question, passages).apply(vectors)


def own_folder(settings: Settings) -> Path:
    """Return where the adapters lie that were trained here."""
    return settings.data_dir / "adapters"


def load_shelf(settings: Settings, model: PassageEmbeddings) -> Shelf:
    """Read the adapters that the settings ask for and that were made for this model.

    An own adapter takes the place of a shipped one for the same languages, an own metric of one for the same phrases.

    :raises FayanError: If a named adapter is missing or made for another model, or two of them do the same.
    """
    if settings.adapters == OFF:
        return Shelf()
    metrics = _metrics(settings, model)
    if settings.adapters != ON:
        return replace(_named(settings, model), metrics=metrics)
    chosen: dict[Direction, Path] = {}
    for folder in (SHIPPED, own_folder(settings)):
        here: dict[Direction, Path] = {}
        for path in sorted(folder.glob("*.json")):
            about = read_about(path)
            if about.weights_digest != model.weights_digest:
                _log.info("The adapter %s was made for another model and is not used.", path.stem)
                continue
            _add(here, about, path)
        chosen |= here
    return replace(_read(chosen), metrics=metrics)


def _named(settings: Settings, model: PassageEmbeddings) -> Shelf:
    chosen: dict[Direction, Path] = {}
    for name in (part.strip() for part in settings.adapters.split(",") if part.strip()):
        path = next((p for folder in (own_folder(settings), SHIPPED) if (p := folder / f"{name}.json").is_file()), None)
        if path is None:
            raise FayanError(
                f"FAYAN_ADAPTERS={settings.adapters!r}: there is no adapter {name!r} in {own_folder(settings)} or among "
                "the shipped ones: train it, or write `on` or `off`."
            )
        about = read_about(path)
        if about.weights_digest != model.weights_digest:
            raise FayanError(
                f"FAYAN_ADAPTERS={settings.adapters!r}: the adapter {name!r} was made for {about.model} "
                f"({about.weights_digest}), not {model.name} ({model.weights_digest}): train one for this model."
            )
        _add(chosen, about, path)
    return _read(chosen)


def _add(chosen: dict[Direction, Path], about: About, path: Path) -> None:
    if other := chosen.get(about.direction):
        raise FayanError(
            f"The adapters {other.stem!r} and {path.stem!r} do the same ({' to '.join(about.direction)}): "
            "name the one to use in FAYAN_ADAPTERS, or remove the other."
        )
    chosen[about.direction] = path


def _read(chosen: dict[Direction, Path]) -> Shelf:
    orders = {direction: read_order(path, read_about(path)) for direction, path in chosen.items()}
    return Shelf(
        {direction: read_adapter(path) for direction, path in chosen.items()},
        chosen,
        {direction: order for direction, order in orders.items() if order},
    )


def _metrics(settings: Settings, model: PassageEmbeddings) -> dict[str, Metric]:
    made: dict[str, Metric] = {}
    for path in metric_files(settings):
        about, metric = read_metric(path)
        if about.weights_digest == model.weights_digest:
            made[about.purpose] = metric
        else:
            _log.info("The metric %s was made for another model and is not used.", path.stem)
    return made


def adapter_files(settings: Settings) -> list[Path]:
    """Return the .json files of all adapters on this disk, the shipped ones first."""
    return [path for folder in (SHIPPED, own_folder(settings)) for path in sorted(folder.glob("*.json"))]


def metric_files(settings: Settings) -> list[Path]:
    """Return the files of all metrics on this disk, the shipped ones first."""
    return [path for folder in (SHIPPED, own_folder(settings)) for path in sorted(folder.glob(METRICS))]
