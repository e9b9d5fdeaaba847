"""The optional cross-encoder: off unless set, orders the same passages, leaves what is named by number in front."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

from retrieval.errors import FayanError
from retrieval.index import Index
from retrieval.model.reranker import Reranker, load_reranker
from retrieval.ranking.legs import REFERENCE
from retrieval.ranking.rerank import RERANKED
from retrieval.request import Request
from retrieval.search import search


def write_cross_encoder(folder: Path, tokenizer: Path, outputs: int = 1) -> Path:
    """Write a tiny cross-encoder with fixed random weights."""
    torch.manual_seed(7)
    words = AutoTokenizer.from_pretrained(tokenizer)
    config = BertConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=512, num_labels=outputs, pad_token_id=words.pad_token_id,
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    words.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def cross_encoder(model_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Reranker:
    """A cross-encoder of one output; it keeps nothing of what it scores."""
    return load_reranker(str(write_cross_encoder(tmp_path_factory.mktemp("cross"), model_folder)))


def test_off_by_default(index: Index) -> None:
    assert index.reranker is None


def test_it_orders_what_was_found(index: Index, cross_encoder: Reranker) -> None:
    request = Request("刑法第285条第3款的违法所得怎么计算？")
    plain = search(index, request, RERANKED)
    ranked = search(replace(index, reranker=cross_encoder), request, RERANKED)
    assert {f.passage.id for f in ranked.found} == {f.passage.id for f in plain.found}
    named = [f.passage.id for f in plain.found if REFERENCE in f.ranks]
    assert named
    assert [f.passage.id for f in ranked.found[: len(named)]] == named
    others = [f.passage for f in ranked.found[len(named) :]]
    scores = cross_encoder.scores(ranked.question.understood, [p.text for p in others])
    assert scores == sorted(scores, reverse=True)
    assert [f.score for f in ranked.found] == [f.score for f in plain.found]


def test_fewer_passages_are_the_first_of_more(index: Index, cross_encoder: Reranker) -> None:
    reranked = replace(index, reranker=cross_encoder)
    request = Request("What are illegal gains?")
    few, more = search(reranked, request, 3), search(reranked, request, RERANKED)
    assert [f.passage.id for f in few.found] == [f.passage.id for f in more.found[:3]]


def test_what_is_no_cross_encoder_is_refused(model_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FayanError, match="neither a folder with a cross-encoder"):
        load_reranker(str(tmp_path / "nowhere"))
    with pytest.raises(FayanError, match="has 3 outputs"):
        load_reranker(str(write_cross_encoder(tmp_path / "three", model_folder, 3)))
