"""Fingerprints of training questions: enough to know a question again, near-duplicates too, and not to read it."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

import numpy as np

SIZE = 32  # numbers in a fingerprint
ALIKE = 0.6  # share of equal numbers from which two questions are taken for the same one
_GRAM = 3  # characters
_PRIME = (1 << 61) - 1
_DRAWN = np.random.default_rng(7).integers(1, 1 << 31, size=(2, SIZE), dtype=np.uint64)


def plain_text(text: str) -> str:
    """Return a text's letters and digits alone, in one form, by which two copies of it are known as one."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def fingerprints(texts: Sequence[str]) -> np.ndarray:
    """Return the texts' fingerprints, shape (n, 32), uint16: the least hashes of their runs of three characters.

    The share of equal numbers in two fingerprints estimates the share of runs that the texts have in common.
    """
    return np.array([_fingerprint(plain_text(text)) for text in texts], np.uint16).reshape(len(texts), SIZE)


def _fingerprint(text: str) -> np.ndarray:
    grams = {text[at : at + _GRAM] for at in range(max(1, len(text) - _GRAM + 1))}
    hashes = np.array([int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=4).digest()) for gram in grams])
    scattered = hashes.astype(np.uint64)[:, None] * _DRAWN[0] + _DRAWN[1]
    return (scattered % np.uint64(_PRIME)).min(axis=0).astype(np.uint64) % np.uint64(1 << 16)


def likeness(one: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return the share of equal numbers of a fingerprint, shape (32,), with each of others, shape (n, 32)."""
    return (others == one).mean(axis=1)
