"""An index for questions on procedure, on penalties and on what is done with a judgment."""

import pytest

from retrieval.index import Index
from tests.shared import IndexOf
from tests.support import SMALL

PROCEDURE = (
    *SMALL,
    "administrative-penalty-law",
    "criminal-procedure-law",
    "electronic-data-provisions-2016-22",
    "interpretation-2019-15-network-crime",
    "interpretation-2021-1-criminal-procedure",
    "notice-2011-155-state-provisions",
    "penalty-gong-shouning-2024",
    "prosecutors-cybercrime-rules-2021",
    "provisions-2014-property-execution",
    "provisions-2017-confiscation",
    "public-security-punishments-law",
    "public-security-punishments-law-2012",
    "telecom-licence-measures-2017",
)


@pytest.fixture(scope="session")
def procedure_index(index_of: IndexOf) -> Index:
    """The small corpus with the laws on procedure and penalties; not to be changed."""
    return index_of("procedure", PROCEDURE)
