"""The parts that many tests share: one converted model, one small corpus, one index; and copies that a test may change."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

import pytest
import torch
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from ingest.corpus import Source, read_corpus
from ingest.national_laws import add_national_laws
from ingest.sync import sync
from retrieval.index import Index, open_index
from retrieval.model.convert import convert
from retrieval.model.embeddings import PassageEmbeddings, load_embeddings
from retrieval.model.packed import packed_file
from retrieval.references.registry import Registry
from retrieval.settings import Settings
from tests.conftest import MODELS
from tests.support import CORPUS, MODEL, WIDE, borrow_vectors, copy_corpus, settings_in
from tests.web.site import CHROMIUM, CHROMIUM_ARGUMENTS

IndexOf = Callable[[str, tuple[str, ...]], Index]


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this run, which the workers have in common; what is made there is made under a lock."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def model_folder(common: Path) -> Path:
    """The default model, converted once from the wheel for all workers."""
    folder = common / MODELS / MODEL
    with FileLock(common / "model.lock"):
        return folder if folder.is_dir() else convert(packed_file(), folder)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory, model_folder: Path) -> Settings:
    """Settings whose data folder belongs to this worker and whose corpus is a small copy; not to be changed."""
    root = tmp_path_factory.mktemp("fayan")
    return settings_in(root, copy_corpus(root / "corpus", topics=True), model_folder)


@pytest.fixture(scope="session")
def model(settings: Settings) -> PassageEmbeddings:
    """The default model, loaded as this processor runs it best."""
    return load_embeddings(settings)


@pytest.fixture(scope="session")
def index(settings: Settings, model: PassageEmbeddings, common: Path) -> Iterator[Index]:
    """The index of the small corpus; not to be changed."""
    _sync_once_for_all(settings, common / "small")
    opened = open_index(settings, model)
    yield opened
    opened.vectors.close()


@pytest.fixture(scope="session")
def index_of(
    index: Index,
    settings: Settings,
    model: PassageEmbeddings,
    model_folder: Path,
    common: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[IndexOf]:
    """Open an index of some authorities with the topics, under a name that all workers know it by."""
    assert index.passages  # its vectors are there
    opened: list[Index] = []

    def open_named(name: str, authorities: tuple[str, ...]) -> Index:
        root = tmp_path_factory.mktemp(name)
        own = settings_in(root, copy_corpus(root / "corpus", authorities, topics=True), model_folder)
        # one name for two sets of authorities would give the second the first one's index
        made_of = crc32("\n".join(authorities).encode())
        _sync_once_for_all(own, common / f"{name}-{made_of:08x}", settings.database)
        opened.append(open_index(own, model))
        return opened[-1]

    yield open_named
    for made in opened:
        made.vectors.close()


@pytest.fixture(scope="session")
def wide_index(index_of: IndexOf) -> Index:
    """The small corpus with more laws, every case and every penalty; not to be changed."""
    return index_of("wide", WIDE)


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
        return settings_in(root, copy_corpus(root / "corpus", ids), model_folder)

    return make


def _sync_once_for_all(settings: Settings, made: Path, *lenders: Path) -> None:
    """Make an index; only the first worker does, the others take a copy.

    Each has a data folder of its own: no two processes may write into one folder of Chroma's.

    :param made: Where the first worker leaves a copy of its data folder, which nobody opens.
    :param lenders: Databases that hold some of the vectors already; the developer's is asked too.
    """
    in_common = shutil.ignore_patterns(MODELS, settings.part_vectors.name)
    with FileLock(made.with_suffix(".lock")):
        if made.is_dir():
            shutil.copytree(made, settings.data_dir, ignore=in_common, dirs_exist_ok=True)
            return
        for lender in lenders:
            borrow_vectors(settings, lender)
        borrow_vectors(settings)
        with _every_processor():
            sync(settings, progress=False)
        shutil.copytree(settings.data_dir, made, ignore=in_common)


@contextmanager
def _every_processor() -> Iterator[None]:
    """Let the model use all processors: the other workers wait for what is made."""
    before = torch.get_num_threads()
    torch.set_num_threads(os.cpu_count() or 1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
