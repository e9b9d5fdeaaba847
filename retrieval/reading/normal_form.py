"""The form in which all that reads a question takes it."""

from retrieval.index import Index
from retrieval.language import simplify
from retrieval.references.numbers import plain
from retrieval.words.everyday_words import without_everyday_words
from retrieval.words.half_pinyin import has_half_pinyin
from retrieval.words.letter_spacing import without_letter_spacing
from retrieval.words.trade_words import without_trade_words


def as_meant(text: str, index: Index) -> str:
    """Return a question in the form in which all that reads it takes it: Simplified, plain signs, whole words, rightly spelt."""
    whole = simplify(without_letter_spacing(plain(text))).strip()
    # what reads it is made of the whole corpus, and only for who types so
    spelt = index.spelling.correct(index.half_pinyin.read(whole) if has_half_pinyin(whole) else whole)
    return without_everyday_words(without_trade_words(spelt))
