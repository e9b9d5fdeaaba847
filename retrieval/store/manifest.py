"""What an index was made by, and where it lies. Loads no library: a look at what is there must be quick."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import IndexUnusableError

if TYPE_CHECKING:
    from retrieval.model.embeddings import PassageEmbeddings
    from retrieval.settings import Settings

PASSAGE_RULES = (
    5  # raise when the cutting of texts changes, what is embedded, what is taken for a word or what it weighs
)


@dataclass(frozen=True)
class Manifest:
    """What an index was made by; written with it and compared when it is opened."""

    model: str
    model_digest: str
    dimension: int
    prefix: str
    passage_rules: int
    corpus_digest: str
    passages: int

    def to_json(self) -> str:
        """Return the manifest as JSON."""
        return json.dumps(self.__dict__, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Manifest":
        """Read what `to_json` wrote.

        :raises IndexUnusableError: If another version of the program wrote it.
        """
        try:
            return cls(**json.loads(text))
        except (TypeError, ValueError) as error:
            raise IndexUnusableError(
                "The index was made by another version of Fayan: run `python -m ingest rebuild`."
            ) from error

    def made_alike(self, other: "Manifest") -> bool:
        """Return whether what two indexes have in common was made in the same way: by one model and the same rules."""
        return (self.model_digest, self.passage_rules) == (other.model_digest, other.passage_rules)

    def check(self, model: "PassageEmbeddings") -> None:
        """Refuse an index that another model or other rules made.

        :raises IndexUnusableError: With the command that rebuilds it.
        """
        if self.passage_rules != PASSAGE_RULES:
            fault = f"was cut by passage rules {self.passage_rules}, not {PASSAGE_RULES}"
        elif (self.model_digest, self.dimension) != (model.digest, model.dimension):
            fault = f"was made with the model {self.model} ({self.model_digest}), not {model.name} ({model.digest})"
        else:
            return
        raise IndexUnusableError(f"The index {fault}: run `python -m ingest rebuild`.")


def require_index(settings: "Settings") -> None:
    """Refuse where nothing was ingested: to be called before anything is loaded that takes seconds.

    :raises IndexUnusableError: With the command that makes an index.
    """
    if not settings.database.is_file():
        raise IndexUnusableError(f"There is no index in {settings.data_dir}: run `python -m ingest`.")


def generation_folder(data_dir: Path, index_id: str) -> Path:
    """Return where a generation's Chroma and lexical index lie."""
    return data_dir / "index" / index_id
