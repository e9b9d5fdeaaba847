"""Where the model lies, what it is, and how this processor runs it best; without loading it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from huggingface_hub import snapshot_download
from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

from retrieval.errors import FayanError
from retrieval.settings import DEFAULT_MODEL

_WEIGHTS = {".safetensors", ".bin"}


def best_precision(read_flags: Callable[[], str] | None = None) -> str:
    """Return `bfloat16` where the processor multiplies it in hardware, else `float32`."""
    flags = (read_flags or _processor_flags)()
    return "bfloat16" if "avx512_bf16" in flags or "amx_bf16" in flags else "float32"


def _processor_flags() -> str:
    info = Path("/proc/cpuinfo")
    return info.read_text(encoding="utf-8", errors="replace") if info.is_file() else ""


def model_folder(name: str, data_dir: Path) -> Path:
    """Look for the model: a folder, the hub's cache, for the default the wheel.

    :raises FayanError: If it is nowhere.
    """
    if Path(name).expanduser().is_dir():
        return Path(name).expanduser()
    if cached := _hub_cache(name):
        return cached
    if name == DEFAULT_MODEL:
        folder = data_dir / "models" / "multilingual-e5-small"
        return folder if (folder / "modules.json").is_file() else _convert(folder)
    raise FayanError(
        f"The embedding model {name!r} is neither a folder nor in the hub's cache on this machine: download it where "
        "a hub is reachable, or unset FAYAN_EMBEDDING_MODEL to take the default."
    )


def _hub_cache(name: str) -> Path | None:
    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError):
        return None


def model_digest(folder: Path, precision: str) -> str:
    """Digest what decides the vectors: the weights' size, head and tail, the tokenizer, the precision.

    The weights are hundreds of megabytes; their beginning holds the table of tensors, and a start must stay short.
    """
    own = [p for p in folder.rglob("*") if p.suffix in _WEIGHTS or p.name in {"tokenizer.json", "modules.json"}]
    return _digest(own, precision)


def weights_digest(folder: Path) -> str:
    """Digest the weights alone, as above: what holds for them holds in either precision."""
    return _digest([p for p in folder.rglob("*") if p.suffix in _WEIGHTS], "")


def _digest(paths: list[Path], beginning: str) -> str:
    state = hashlib.sha256(beginning.encode())
    for path in sorted(paths):
        size = path.stat().st_size
        state.update(f"{path.name} {size}".encode())
        with path.open("rb") as file:
            state.update(file.read(1 << 20))
            file.seek(max(0, size - (1 << 20)))
            state.update(file.read())
    return state.hexdigest()[:16]


def _convert(folder: Path) -> Path:
    # imported here: conversion happens once, and a start without it need not pay for what it loads
    from retrieval.model.convert import convert
    from retrieval.model.packed import packed_file

    return convert(packed_file(), folder)
