"""The shared index with every attack planted in it."""

import shutil
from collections.abc import Iterator

import pytest

from ingest.documents import add_document
from ingest.sync import sync
from retrieval.index import Index, open_index
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.settings import Settings
from retrieval.store.database import connect
from tests.retrieval.adversarial.attacks import ATTACKS

ALICE = "The Alice file shows that KITEALICE pays 9,876 yuan of subscription income."


@pytest.fixture(scope="session")
def poisoned(
    settings: Settings, index: Index, model: PassageEmbeddings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Index]:
    """A copy of the shared index and its corpus, with the documents of the attacks and one that belongs to Alice."""
    assert index.passages
    root = tmp_path_factory.mktemp("poisoned")
    shutil.copytree(settings.data_dir, root / "data", symlinks=True)
    shutil.copytree(settings.corpus_dir, root / "corpus")
    own = Settings(data_dir=root / "data", corpus_dir=root / "corpus")
    connection = connect(own.database)
    for attack in ATTACKS:
        if attack.place == "corpus":
            (root / "corpus" / f"{file_name(attack.name)}.md").write_text(attack.memo, encoding="utf-8")
        elif attack.place == "upload":
            add_document(connection, f"{file_name(attack.name)}.md", attack.memo.encode())
    add_document(connection, "alice.txt", f"The private Alice file KITEALICE\n\n{ALICE}".encode(), owner="alice")
    connection.close()
    sync(own, progress=False)
    opened = open_index(own, model)
    yield opened
    opened.vectors.close()


def file_name(name: str) -> str:
    """Return an attack's name as a file's."""
    return name.replace(" ", "-").replace("'", "")
