"""Build the fast tokenizer that treats a text as the packed model's own engine does."""

import io
import tempfile
from pathlib import Path

import sentencepiece
from sentencepiece import sentencepiece_model_pb2
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from retrieval.model.packed import PackedModel


def build_tokenizer(packed: PackedModel) -> Tokenizer:
    """Build a unigram tokenizer: code points replaced, runs of blanks joined, one leading mark, `<s> ... </s>`."""
    tokenizer = Tokenizer(models.Unigram(packed.pieces, unk_id=packed.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Precompiled(_character_map(packed.replacements)),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    # split=False: the engine looks for the best pieces over the whole text, not word by word
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
    tokenizer.decoder = decoders.Metaspace()
    begin, end = packed.pieces[packed.bos][0], packed.pieces[packed.eos][0]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, packed.bos), (end, packed.eos)],
    )
    tokenizer.add_special_tokens([begin, end, packed.pieces[packed.pad][0], packed.pieces[packed.unk][0], "<mask>"])
    return tokenizer


def _character_map(replacements: dict[int, tuple[int, ...]]) -> bytes:
    """Compile the map into SentencePiece's form; only its trainer does that, so it is given a text of no weight."""
    rules = "".join(
        f"{point:X}\t{' '.join(f'{other:X}' for other in others)}\n" for point, others in sorted(replacements.items())
    )
    trained = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rules.tsv")
        path.write_text(rules, encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(["a b c"] * 10),
            model_writer=trained,
            model_type="char",
            vocab_size=8,
            hard_vocab_limit=False,
            normalization_rule_tsv=str(path),
            minloglevel=2,
        )
    model = sentencepiece_model_pb2.ModelProto()
    model.ParseFromString(trained.getvalue())
    return model.normalizer_spec.precompiled_charsmap
