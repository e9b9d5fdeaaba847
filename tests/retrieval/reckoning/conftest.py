"""An index with the thresholds of several crimes."""

import pytest

from retrieval.index import Index
from tests.shared import IndexOf


@pytest.fixture(scope="session")
def thresholds_index(index_of: IndexOf) -> Index:
    """The Criminal Law with every instrument on thresholds, and cases decided under several charges; not to be changed."""
    return index_of(
        "thresholds",
        (
            "cao-ganzhou-2021",
            "criminal-law",
            "filing-standards-2010-ii",
            "filing-standards-2022-ii",
            "guiding-case-97-wang-lijun",
            "huang-guanyun-2020-126",
            "interpretation-1998-30-illegal-publications",
            "interpretation-2000-12-telecom-market",
            "interpretation-2011-19-computer-systems",
            "interpretation-2019-15-network-crime",
            "liu-xinye-2017-556",
            "provisions-2017-confiscation",
            "zhu-jingzhou-2018-150",
        ),
    )
