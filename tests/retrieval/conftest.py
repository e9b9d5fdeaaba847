"""An index for questions on procedure, on penalties and on what is done with a judgment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.index import Index, open_index
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.settings import Settings
from tests.conftest import sync_once_for_all
from tests.support import SMALL, borrow_vectors, copy_corpus, settings_in

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
def procedure_index(
    index: Index,
    settings: Settings,
    model: PassageEmbeddings,
    model_folder: Path,
    common: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Index]:
    """The small corpus with the laws on procedure and penalties; not to be changed."""
    root = tmp_path_factory.mktemp("procedure")
    own = settings_in(root, copy_corpus(root / "corpus", PROCEDURE, topics=True), model_folder)
    borrow_vectors(own, settings.database)
    sync_once_for_all(own, common / "procedure")
    opened = open_index(own, model)
    yield opened
    opened.vectors.close()
