"""The embedding model as LangChain's `Embeddings`, with the prefixes that it was trained with.

torch and sentence-transformers are imported when a model is loaded: together they take seconds, and a run of
`python -m ingest` that finds nothing to do needs neither.
"""

import os
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings

from retrieval.model.convert import PASSAGE_PREFIX, QUERY_PREFIX
from retrieval.model.locate import best_precision, model_digest, model_folder, weights_digest
from retrieval.settings import Settings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 32  # texts in a batch at most
BATCH_TOKENS = 2048  # and tokens: what a layer makes of more no longer fits the processor's cache


class PassageEmbeddings(Embeddings):
    """Vectors of unit length from a sentence-transformers model; many threads may ask at once.

    :param model: The loaded model.
    :param name: The name under which the settings ask for it.
    :param digest: A digest of all that decides the vectors.
    :param weights_digest: A digest of the weights alone.
    """

    def __init__(self, model: "SentenceTransformer", name: str, digest: str, weights_digest: str) -> None:
        self.model, self.name, self.digest, self.weights_digest = model, name, digest, weights_digest
        # a tokenizer keeps how it pads: two threads at once would pad each other's texts
        self._tokenizing = threading.Lock()
        prompts = model.prompts or {}
        e5 = "e5" in name.lower()
        self.query_prefix = prompts.get("query") or (QUERY_PREFIX if e5 else "")
        self.passage_prefix = prompts.get("passage") or prompts.get("document") or (PASSAGE_PREFIX if e5 else "")

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self.model.get_embedding_dimension() or 0)

    @property
    def window(self) -> int:
        """How many tokens of a text the model reads."""
        return int(self.model.max_seq_length or 512)

    def encode_passages(self, texts: list[str]) -> np.ndarray:
        """Return the vectors of passages, shape (len(texts), dimension), float32."""
        return self._encode([self.passage_prefix + text for text in texts])

    def encode_queries(self, texts: list[str]) -> np.ndarray:
        """Return the vectors of questions, shape (len(texts), dimension), float32."""
        # a question without terms is the same text for each language
        once = {text: row for row, text in enumerate(dict.fromkeys(texts))}
        vectors = self._encode([self.query_prefix + text for text in once])
        return vectors[[once[text] for text in texts]]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of passages (LangChain's form)."""
        return self.encode_passages(texts).tolist()

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question (LangChain's form)."""
        return self.encode_queries([text])[0].tolist()

    def token_counts(self, texts: list[str]) -> list[int]:
        """Return how many tokens each passage has, the prefix and the two marks included."""
        return self._lengths([self.passage_prefix + text for text in texts])

    def _lengths(self, texts: list[str]) -> list[int]:
        with self._tokenizing:
            return [len(ids) for ids in self.model.tokenizer(texts, verbose=False)["input_ids"]]

    def _encode(self, texts: list[str]) -> np.ndarray:
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        import torch

        vectors = np.empty((len(texts), self.dimension), np.float32)
        with torch.inference_mode():
            for batch in self._batches(texts):
                with self._tokenizing:
                    features = self.model.preprocess([texts[at] for at in batch])
                made = self.model(features)["sentence_embedding"]
                # in float32: a norm taken in bfloat16 is off by up to .3 %
                vectors[batch] = torch.nn.functional.normalize(made.float(), dim=1).cpu().numpy()
        return vectors

    def _batches(self, texts: list[str]) -> Iterator[list[int]]:
        """Yield the texts' positions, neighbours in length together: nothing is spent on padding."""
        if len(texts) == 1:
            yield [0]
            return
        lengths = [min(length, self.window) for length in self._lengths(texts)]
        batch: list[int] = []
        for at in sorted(range(len(texts)), key=lambda at: -lengths[at]):
            if batch and (len(batch) == BATCH or (len(batch) + 1) * lengths[batch[0]] > BATCH_TOKENS):
                yield batch
                batch = []
            batch.append(at)
        yield batch


@lru_cache(maxsize=2)
def _load(name: str, folder: Path, precision: str) -> PassageEmbeddings:
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    import torch
    from sentence_transformers import SentenceTransformer
    from threadpoolctl import threadpool_limits
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    # numpy's threads wait spinning after each product and take the processors from torch's: a search took three times as
    # long (98 ms to 34 ms on two cores); one thread is enough for what numpy multiplies here
    threadpool_limits(1, user_api="blas")
    model = SentenceTransformer(
        str(folder), device="cpu", model_kwargs={"dtype": getattr(torch, precision)}, local_files_only=True
    )
    return PassageEmbeddings(model.eval(), name, model_digest(folder, precision), weights_digest(folder))


def load_embeddings(settings: Settings, precision: str | None = None) -> PassageEmbeddings:
    """Load the model that the settings name; converted first if it is the default and not on this disk.

    :param settings: The model's name and the data folder.
    :param precision: `float32` or `bfloat16`; by default the faster one of this processor.
    :raises FayanError: If the model is nowhere to be found.
    """
    folder = model_folder(settings.embedding_model, settings.data_dir).resolve()
    return _load(settings.embedding_model, folder, precision or best_precision())
