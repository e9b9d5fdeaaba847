"""Where the model is looked for, and how this processor runs it."""

import shutil
from pathlib import Path

import pytest

from retrieval.errors import FayanError
from retrieval.model.embeddings import load_embeddings
from retrieval.model.locate import best_precision, model_digest, model_folder
from retrieval.settings import DEFAULT_MODEL, Settings


@pytest.mark.parametrize(
    ("flags", "precision"),
    [
        ("fpu sse avx2 avx512f avx512_bf16", "bfloat16"),
        ("fpu amx_tile amx_bf16", "bfloat16"),
        ("fpu sse avx2 avx512f avx512_vnni", "float32"),
        ("", "float32"),
    ],
)
def test_bfloat16_only_where_the_processor_multiplies_it(flags: str, precision: str) -> None:
    assert best_precision(lambda: flags) == precision


def test_an_unknown_model_is_refused_with_the_way_out(tmp_path: Path) -> None:
    own = Settings(data_dir=tmp_path, embedding_model="nobody/no-such-model")
    with pytest.raises(FayanError) as caught:
        load_embeddings(own)
    sentence = str(caught.value)
    assert "'nobody/no-such-model'" in sentence
    assert "FAYAN_EMBEDDING_MODEL" in sentence
    assert "\n" not in sentence


def test_a_folder_is_a_model_name(model_folder_copy: Path, tmp_path: Path) -> None:
    assert model_folder(str(model_folder_copy), tmp_path) == model_folder_copy


def test_the_converted_default_is_found_in_the_data_folder(settings: Settings) -> None:
    found = model_folder(DEFAULT_MODEL, settings.data_dir)
    assert (found / "modules.json").is_file()
    assert not list(found.parent.glob("*.part"))


def test_the_digest_tells_weights_and_precision_apart(model_folder_copy: Path) -> None:
    digest = model_digest(model_folder_copy, "float32")
    assert digest == model_digest(model_folder_copy, "float32")
    assert digest != model_digest(model_folder_copy, "bfloat16")
    weights = model_folder_copy / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    assert digest != model_digest(model_folder_copy, "float32")


@pytest.fixture
def model_folder_copy(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A model folder with small files, which a test may change."""
    source: Path = request.getfixturevalue("model_folder")
    own = tmp_path / "model"
    own.mkdir()
    for name in ("modules.json", "config.json", "tokenizer_config.json"):
        shutil.copy(source / name, own / name)
    (own / "model.safetensors").write_bytes(bytes(3 << 20))
    return own
