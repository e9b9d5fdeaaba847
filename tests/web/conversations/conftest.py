"""Every test of conversations begins with none."""

import pytest

from retrieval.settings import Settings
from web.transcripts.store import Conversations


@pytest.fixture(autouse=True)
def emptied(copied: Settings) -> None:
    """No conversation of another test is in the list."""
    Conversations(copied).forget("")
