"""Which adapter is used."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.adapters.adapter import Adapter, QueryMap
from retrieval.adapters.files import save_adapter
from retrieval.adapters.fingerprint import fingerprints
from retrieval.adapters.shelf import SHIPPED, Shelf, load_shelf, own_folder
from retrieval.errors import FayanError
from retrieval.index import Index, open_index
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.request import Request
from retrieval.search import search
from retrieval.settings import Settings
from tests.retrieval.adapters.test_adapter import an_about


def turned(dimension: int) -> Adapter:
    """A map that turns every vector round: what was nearest is farthest."""
    nothing = np.zeros((dimension, 1), np.float32)
    return Adapter((QueryMap(-np.eye(dimension, dtype=np.float32), nothing, np.zeros(1, np.float32), nothing.T),))


def put(own: Settings, name: str, model: PassageEmbeddings, **changes: object) -> None:
    about = an_about(
        **{"weights_digest": model.weights_digest, "model": model.name, "dimension": model.dimension, **changes}
    )
    save_adapter(own_folder(own), name, turned(model.dimension), about, fingerprints(["x"]))


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Settings:
    """Settings with a data folder without adapters of its own."""
    return settings.model_copy(update={"data_dir": tmp_path})


def test_the_shipped_ones_are_for_the_default_model(own: Settings, model: PassageEmbeddings) -> None:
    shelf = load_shelf(own, model)
    assert shelf.names == {("zh", "zh"): "zh", ("en", "zh"): "en"}
    assert not shelf.has("en", "en")
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 9_000_000


def test_off_means_none(own: Settings, model: PassageEmbeddings) -> None:
    assert load_shelf(own.model_copy(update={"adapters": "off"}), model) == Shelf()


def test_an_own_one_takes_the_place_of_a_shipped_one(own: Settings, model: PassageEmbeddings) -> None:
    put(own, "mine", model)
    assert load_shelf(own, model).names == {("zh", "zh"): "zh", ("en", "zh"): "mine"}


def test_one_of_another_model_is_not_used(own: Settings, model: PassageEmbeddings) -> None:
    put(own, "mine", model, weights_digest="another")
    assert load_shelf(own, model).names[("en", "zh")] == "en"
    with pytest.raises(FayanError, match=r"'mine' was made for .*another"):
        load_shelf(own.model_copy(update={"adapters": "mine"}), model)


def test_named_ones_alone_are_used(own: Settings, model: PassageEmbeddings) -> None:
    put(own, "mine", model)
    assert load_shelf(own.model_copy(update={"adapters": "mine"}), model).names == {("en", "zh"): "mine"}
    with pytest.raises(FayanError, match="no adapter 'yours'"):
        load_shelf(own.model_copy(update={"adapters": "mine, yours"}), model)


def test_two_for_the_same_languages_are_refused(own: Settings, model: PassageEmbeddings) -> None:
    put(own, "mine", model)
    put(own, "other", model)
    with pytest.raises(FayanError, match="'mine' and 'other' do the same"):
        load_shelf(own, model)
    assert load_shelf(own.model_copy(update={"adapters": "other"}), model).names == {("en", "zh"): "other"}


def test_the_search_maps_the_question_for_one_leg_and_judges_by_what_the_model_read(
    index: Index, settings: Settings, model: PassageEmbeddings
) -> None:
    """Turned round, English questions find other Chinese passages; the similarity that decides stays the same."""
    request = Request("Is selling VPN software without a licence a crime?")
    mapped = open_index(settings, model)
    mapped.shelf = Shelf({("en", "zh"): turned(model.dimension)})
    plain = open_index(settings, model)
    plain.shelf = Shelf()
    found = {name: search(one, request, 5, ("dense-zh",)) for name, one in (("mapped", mapped), ("plain", plain))}
    assert found["mapped"].similarity == pytest.approx(found["plain"].similarity)
    assert not {f.passage.id for f in found["mapped"].found} & {f.passage.id for f in found["plain"].found}
    same = [[f.passage.id for f in search(one, request, 5, ("dense-en",)).found] for one in (mapped, plain)]
    assert same[0] == same[1]
    for one in (mapped, plain):
        one.vectors.close()
