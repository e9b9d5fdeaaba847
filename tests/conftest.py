"""The parts that many tests share: one converted model, one small corpus, one index; and copies that a test may change."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each process that a test starts would compile 3,000 modules: 7 s
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # the tests run side by side already
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # threads that wait spinning are six times slower beside other work

from ingest.corpus import Source, read_corpus
from ingest.national_laws import add_national_laws
from ingest.sync import sync
from retrieval.model.convert import convert
from retrieval.model.embeddings import PassageEmbeddings, load_embeddings
from retrieval.model.packed import packed_file
from retrieval.references.registry import Registry
from retrieval.settings import Settings
from retrieval.store.index import Index, open_index
from tests.support import CORPUS, WIDE, borrow_vectors, copy_corpus
from tests.web.site import CHROMIUM, CHROMIUM_ARGUMENTS

MODEL = "multilingual-e5-small"


def pytest_configure() -> None:
    """Forget the settings of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("FAYAN_")]:
        del os.environ[name]


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The default model, converted once from the wheel; removed afterwards, because pytest keeps its folders."""
    folder = convert(packed_file(), tmp_path_factory.mktemp("models") / MODEL)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory, model_folder: Path) -> Settings:
    """Settings whose data folder belongs to this run and whose corpus is a small copy; not to be changed."""
    root = tmp_path_factory.mktemp("fayan")
    return _settings(root, copy_corpus(root / "corpus", topics=True), model_folder)


@pytest.fixture(scope="session")
def model(settings: Settings) -> PassageEmbeddings:
    """The default model, loaded as this processor runs it best."""
    return load_embeddings(settings)


@pytest.fixture(scope="session")
def index(settings: Settings, model: PassageEmbeddings) -> Iterator[Index]:
    """The index of the small corpus; not to be changed."""
    borrow_vectors(settings)
    sync(settings, progress=False)
    opened = open_index(settings, model)
    yield opened
    opened.vectors.close()


@pytest.fixture(scope="session")
def wide_index(
    index: Index,
    settings: Settings,
    model: PassageEmbeddings,
    model_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Index]:
    """The small corpus with more laws, every case and every penalty; not to be changed."""
    root = tmp_path_factory.mktemp("wide")
    wide = _settings(root, copy_corpus(root / "corpus", WIDE, topics=True), model_folder)
    borrow_vectors(wide, settings.database)
    sync(wide, progress=False)
    opened = open_index(wide, model)
    yield opened
    opened.vectors.close()


@pytest.fixture(scope="session")
def sources() -> dict[str, Source]:
    """Every authority of the project's corpus, by id, the national laws with their text."""
    read, unread = read_corpus(CORPUS)
    assert not unread
    return {source.authority.id: source for source in add_national_laws(read, everything=False)}


@pytest.fixture(scope="session")
def registry(sources: dict[str, Source]) -> Registry:
    """The names and articles of the whole corpus."""
    articles = {
        key: {block.article for blocks in source.blocks.values() for block in blocks if block.article}
        for key, source in sources.items()
    }
    return Registry((source.authority for source in sources.values()), articles)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser without a window; Playwright runs but once in a process."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def workspace(tmp_path: Path, model_folder: Path) -> Callable[..., Settings]:
    """Make settings with an empty data folder and an own corpus of some authorities, which the test may change."""

    def make(*ids: str, name: str = "own") -> Settings:
        root = tmp_path / name
        (root / "corpus").mkdir(parents=True)
        return _settings(root, copy_corpus(root / "corpus", ids), model_folder)

    return make


def _settings(root: Path, corpus: Path, model_folder: Path) -> Settings:
    models = root / "data" / "models"
    models.mkdir(parents=True)
    (models / MODEL).symlink_to(model_folder)  # 470 MB: shared, not copied
    return Settings(data_dir=root / "data", corpus_dir=corpus, embedding_model="intfloat/multilingual-e5-small")
