"""Fingerprints of training questions: enough to know a question again, near-duplicates too, and not to read it."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

import numpy as np

SIZE = 32  # numbers in a fingerprint, of four bits each: two in a byte
ALIKE = 0.62  # likeness from which two questions are taken for the same one
_VALUES = 16
_GRAM = 3  # characters
_SALTS = np.random.default_rng(7).integers(1, 1 << 63, size=SIZE, dtype=np.uint64)


def plain_text(text: str) -> str:
    """Return a text's letters and digits alone, in one form, by which two copies of it are known as one."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def fingerprints(texts: Sequence[str]) -> np.ndarray:
    """Return the texts' fingerprints, shape (n, 16), uint8: the last bits of the least hashes of their runs of three characters.

    The share of equal numbers in two fingerprints estimates the share of runs that the texts have in common, as in Li
    and König, b-bit minwise hashing (2010).
    """
    return packed(np.array([_numbers(plain_text(text)) for text in texts], np.uint64).reshape(len(texts), SIZE))


def packed(numbers: np.ndarray) -> np.ndarray:
    """Return fingerprints of numbers, shape (n, 32), of which the last four bits are kept: shape (n, 16), uint8."""
    last = (numbers % np.array(_VALUES, numbers.dtype)).astype(np.uint8)
    return last[:, ::2] << 4 | last[:, 1::2]


def _numbers(text: str) -> np.ndarray:
    grams = {text[at : at + _GRAM] for at in range(max(1, len(text) - _GRAM + 1))}
    hashes = [int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=8).digest()) for gram in grams]
    mixed = np.array(hashes, np.uint64)[:, None] ^ _SALTS
    # each salt must give an order of its own: multiply and fold, twice (murmur's last steps)
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        mixed = (mixed ^ (mixed >> np.uint64(33))) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(33)
    return mixed.min(axis=0)


def likeness(one: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return the likeness of a fingerprint, shape (16,), to each of others, shape (n, 16): about 0 for strangers, at most 1.

    Of the numbers of texts that have nothing in common one in sixteen is equal too, for which the share is corrected.
    """
    differing = others ^ one
    equal = ((differing >> 4) == 0).sum(axis=1) + ((differing & (_VALUES - 1)) == 0).sum(axis=1)
    return (equal / SIZE - 1 / _VALUES) / (1 - 1 / _VALUES)
