"""An index with the thresholds of several crimes."""

import pytest

from retrieval.index import Index
from tests.shared import IndexOf


@pytest.fixture(scope="module")
def telecom(index_of: IndexOf) -> Index:
    """An index of the Criminal Law with every instrument on thresholds, and of cases decided under Article 285(3)."""
    return index_of(
        "telecom",
        (
            "criminal-law",
            "filing-standards-2022-ii",
            "huang-guanyun-2020-126",
            "interpretation-2000-12-telecom-market",
            "interpretation-2011-19-computer-systems",
            "interpretation-2019-15-network-crime",
            "liu-xinye-2017-556",
        ),
    )
