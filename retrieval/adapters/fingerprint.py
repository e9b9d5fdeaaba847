"""Fingerprints of training questions: enough to know a question again, near-duplicates too, and not to read it."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

import numpy as np

SIZE = 32  # numbers in a fingerprint
ALIKE = 0.6  # share of equal numbers from which two questions are taken for the same one
_GRAM = 3  # characters
_SALTS = np.random.default_rng(7).integers(1, 1 << 63, size=SIZE, dtype=np.uint64)


def plain_text(text: str) -> str:
    """Return a text's letters and digits alone, in one form, by which two copies of it are known as one."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def fingerprints(texts: Sequence[str]) -> np.ndarray:
    """Return the texts' fingerprints, shape (n, 32), uint8: the last bits of the least hashes of their runs of three characters.

    The share of equal numbers in two fingerprints estimates the share of runs that the texts have in common, as in Li
    and König, b-bit minwise hashing (2010); texts that have none in common agree in one number of 256.
    """
    return np.array([_fingerprint(plain_text(text)) for text in texts], np.uint8).reshape(len(texts), SIZE)


def _fingerprint(text: str) -> np.ndarray:
    grams = {text[at : at + _GRAM] for at in range(max(1, len(text) - _GRAM + 1))}
    hashes = [int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=8).digest()) for gram in grams]
    mixed = np.array(hashes, np.uint64)[:, None] ^ _SALTS
    # each salt must give an order of its own: multiply and fold, twice (murmur's last steps)
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        mixed = (mixed ^ (mixed >> np.uint64(33))) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(33)
    return mixed.min(axis=0) % np.uint64(1 << 8)


def likeness(one: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return the share of equal numbers of a fingerprint, shape (32,), with each of others, shape (n, 32)."""
    return (others == one).mean(axis=1)
