"""A store in a folder of its own."""

from pathlib import Path

import pytest

from retrieval.settings import Settings
from web.transcripts.store import Conversations


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """Settings of a database that is not there yet."""
    return Settings(data_dir=tmp_path / "data", corpus_dir=tmp_path / "corpus")


@pytest.fixture
def store(own: Settings) -> Conversations:
    """An empty store."""
    return Conversations(own)
