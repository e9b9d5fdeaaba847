"""The optional cross-encoder that orders what was found once more: FAYAN_RERANKER_MODEL."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import FayanError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

BATCH = 8


class Reranker:
    """Scores passages against a question.

    :param model: A sentence-transformers cross-encoder with one output.
    """

    def __init__(self, model: "CrossEncoder") -> None:
        self.model = model

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return a score for each text; higher is nearer to the question."""
        pairs = [(question, text) for text in texts]
        return [float(score) for score in self.model.predict(pairs, batch_size=BATCH, show_progress_bar=False)]


@lru_cache(maxsize=1)
def load_reranker(name: str) -> Reranker:
    """Load a cross-encoder from a folder or the hub's cache on this machine.

    :raises FayanError: If it is neither, or has more outputs than one.
    """
    # imported here: it takes seconds, and without the setting nothing of it is needed
    from sentence_transformers import CrossEncoder

    try:
        model = CrossEncoder(str(Path(name).expanduser()), device="cpu", local_files_only=True)
    except (OSError, ValueError) as error:
        raise FayanError(
            f"The reranker {name!r} is neither a folder with a cross-encoder nor in the hub's cache on this machine: "
            "download it where a hub is reachable, or unset FAYAN_RERANKER_MODEL."
        ) from error
    if model.num_labels != 1:
        raise FayanError(
            f"The reranker {name!r} has {model.num_labels} outputs, but must have one: set FAYAN_RERANKER_MODEL to a "
            "cross-encoder trained for relevance, or unset it."
        )
    return Reranker(model)
