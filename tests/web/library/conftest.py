"""The small corpus as the library sees it."""

from datetime import date

import pytest

from retrieval.index import Index
from web.library.shelf import Shelf

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def shelf(index: Index) -> Shelf:
    """The shelf of the shared index."""
    return Shelf(index, TODAY)
