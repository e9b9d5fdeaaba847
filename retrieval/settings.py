"""The settings, read from the environment with the prefix FAYAN_."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from retrieval.errors import FayanError

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_MODEL = "intfloat/multilingual-e5-small"


class Settings(BaseSettings):
    """Where things lie and what is switched on."""

    model_config = SettingsConfigDict(env_prefix="FAYAN_", extra="ignore")

    embedding_model: str = DEFAULT_MODEL
    reranker_model: str | None = None
    adapters: str = "on"  # or `off`, or the names of those to use, divided by commas
    data_dir: Path = ROOT / "data"
    corpus_dir: Path = ROOT / "corpus"
    laws: Literal["core", "all"] = "core"
    chat_model: str | None = None
    chat_base_url: str | None = None
    chroma_url: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=1, le=65535)
    public_url: str | None = None
    users_file: Path | None = None

    @field_validator("data_dir", "corpus_dir")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        return path.expanduser().resolve()

    @field_validator("users_file", mode="before")
    @classmethod
    def _named(cls, path: object) -> object:
        if isinstance(path, str) and not path.strip():
            raise ValueError("unset it, or name a file")  # empty must not mean: no login
        return Path(path).expanduser().absolute() if isinstance(path, str) else path

    @field_validator("public_url")
    @classmethod
    def _address(cls, url: str | None) -> str | None:
        parts = urlsplit(url or "http://-")
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
            raise ValueError("it must be like https://fayan.example.com")
        return url

    @field_validator("chroma_url")
    @classmethod
    def _server(cls, url: str | None) -> str | None:
        parts = urlsplit(url or "http://-")
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
            raise ValueError("it must be like http://127.0.0.1:8000")
        return url

    @property
    def database(self) -> Path:
        """The SQLite file that holds the truth."""
        return self.data_dir / "fayan.sqlite"

    @property
    def part_vectors(self) -> Path:
        """The folder of what answers need again and can make anew: it may be removed at any time."""
        return self.data_dir / "part-vectors"


@lru_cache
def settings() -> Settings:
    """Return the settings of this process.

    :raises FayanError: If a variable has a value that it cannot have, or the data folder is not to be used.
    """
    try:
        own = Settings()
    except ValidationError as error:
        faults = "; ".join(
            f"FAYAN_{str(fault['loc'][0]).upper()}={fault['input']!r}: {fault['msg']}" for fault in error.errors()
        )
        raise FayanError(f"A setting cannot be used: {faults}.") from error
    _check_folder(own)
    return own


def _check_folder(own: Settings) -> None:
    """Refuse a data folder that cannot be made, read or written; its parents are looked at if it is not there yet."""
    try:
        folder = next(path for path in (own.data_dir, *own.data_dir.parents) if path.exists())
        usable = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
        if usable and own.database.exists():
            usable = os.access(own.database, os.R_OK | os.W_OK)
    except PermissionError:  # one of them may not even be looked into
        usable = False
    if not usable:
        raise FayanError(
            f"FAYAN_DATA_DIR={str(own.data_dir)!r}: this user cannot make, read or write it; name a folder that is yours."
        )
