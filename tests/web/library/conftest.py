"""The small corpus as the library sees it."""

import pytest

from retrieval.index import Index
from web.library.shelf import Shelf


@pytest.fixture(scope="session")
def shelf(index: Index) -> Shelf:
    """The shelf of the shared index."""
    return Shelf(index)
