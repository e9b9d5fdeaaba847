"""Convert the packed 4-bit model once into a sentence-transformers folder."""

import json
import shutil
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from retrieval.model.packed import PackedModel, read_packed
from retrieval.model.tokenizer import build_tokenizer

QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "

_LAYER = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "ao": "attention.output.dense", "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense", "fo": "output.dense", "oln": "output.LayerNorm",
}  # fmt: skip
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


def convert(source: Path, folder: Path) -> Path:
    """Write the model in `source` as a sentence-transformers model.

    The folder appears whole or not at all: it is written beside its place and moved there.

    :param source: The packed file.
    :param folder: Where the model shall lie.
    :return: `folder`.
    """
    packed = read_packed(source)
    draft = folder.with_name(folder.name + ".part")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    save_file(_state(packed), draft / "model.safetensors", metadata={"format": "pt"})
    tokenizer = build_tokenizer(packed)
    tokenizer.save(str(draft / "tokenizer.json"))
    for name, content in _descriptions(packed, _added(tokenizer)).items():
        path = draft / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    draft.rename(folder)
    return folder


def _state(packed: PackedModel) -> dict[str, np.ndarray]:
    state = {}
    for name, values in packed.tensors.items():
        if name in _EMBEDDINGS:
            target = _EMBEDDINGS[name]
        else:
            layer, part, kind = name.split(".")
            target = f"encoder.layer.{layer[1:]}.{_LAYER[part]}.{'weight' if kind == 'w' else 'bias'}"
        state[target] = values.reshape(_shape(target, packed))
    # the architecture has a pooler that sentence embeddings do not use; without weights each start would warn
    state["pooler.dense.weight"] = np.zeros((packed.hidden, packed.hidden), np.float32)
    state["pooler.dense.bias"] = np.zeros(packed.hidden, np.float32)
    return state


def _shape(name: str, packed: PackedModel) -> tuple[int, ...]:
    hidden, wide = packed.hidden, packed.intermediate
    if "LayerNorm" in name:
        return (hidden,)
    if name.startswith("embeddings"):
        return (-1, hidden)
    if "intermediate" in name:
        return (wide, hidden) if name.endswith("weight") else (wide,)
    if ".output.dense" in name and "attention" not in name:
        return (hidden, wide) if name.endswith("weight") else (hidden,)
    return (hidden, hidden) if name.endswith("weight") else (hidden,)


def _added(tokenizer: Tokenizer) -> dict[str, dict[str, object]]:
    """Return the special tokens as transformers keeps them; without them it reads all of tokenizer.json in Python."""
    return {
        str(at): {
            "content": token.content, "lstrip": token.lstrip, "normalized": token.normalized, "rstrip": token.rstrip,
            "single_word": token.single_word, "special": token.special,
        }
        for at, token in tokenizer.get_added_tokens_decoder().items()
    }  # fmt: skip


def _descriptions(packed: PackedModel, added: dict[str, dict[str, object]]) -> dict[str, object]:
    token = [piece for piece, _ in packed.pieces[:4]]
    return {
        "config.json": {
            "architectures": ["BertModel"], "model_type": "bert", "hidden_act": "gelu",
            "hidden_size": packed.hidden, "num_hidden_layers": packed.layers,
            "num_attention_heads": packed.heads, "intermediate_size": packed.intermediate,
            "vocab_size": packed.vocabulary, "max_position_embeddings": packed.positions,
            "type_vocab_size": packed.types, "layer_norm_eps": packed.epsilon, "pad_token_id": packed.pad,
            "hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0, "torch_dtype": "float32",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": packed.positions,
            "bos_token": token[packed.bos], "cls_token": token[packed.bos], "eos_token": token[packed.eos],
            "sep_token": token[packed.eos], "pad_token": token[packed.pad], "unk_token": token[packed.unk],
            "mask_token": "<mask>", "clean_up_tokenization_spaces": False, "added_tokens_decoder": added,
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "sentence_bert_config.json": {"max_seq_length": packed.positions, "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": packed.hidden, "pooling_mode_mean_tokens": True},
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": {"query": QUERY_PREFIX, "passage": PASSAGE_PREFIX},
            "default_prompt_name": None, "similarity_fn_name": "cosine",
        },
    }  # fmt: skip
