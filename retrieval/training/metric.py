"""`python -m retrieval train-metric PURPOSE`: from the phrases in which people ask to a metric that tells them apart."""

import argparse
import hashlib
from dataclasses import asdict

import numpy as np

from retrieval.adapters.fingerprint import fingerprints
from retrieval.adapters.metric import AboutMetric, save_metric
from retrieval.adapters.shelf import own_folder
from retrieval.errors import FayanError
from retrieval.index import Index, open_index
from retrieval.language import LANGUAGES
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.settings import Settings
from retrieval.store.asked import PURPOSE as ASKED
from retrieval.store.phrases import PhraseIndex
from retrieval.store.topics import PURPOSE as TOPIC
from retrieval.training.metric_loop import RANK, MetricRecipe, Phrases, learn
from retrieval.training.report import report_text

LEAST_PHRASES = 100


def train_metric(options: argparse.Namespace, settings: Settings) -> str:
    """Train a metric, write it, and return the report.

    :raises FayanError: If there are too few phrases, or the training did not help.
    """
    index = open_index(settings)
    try:
        phrases = encoded_phrases(_of(index, options.purpose), index.model)
    finally:
        index.vectors.close()
    if len(phrases.texts) < LEAST_PHRASES:
        raise FayanError(
            f"There are {len(phrases.texts)} phrases of the kind {options.purpose!r} in {settings.data_dir}; training wants "
            f"{LEAST_PHRASES} at least: add some to the corpus, and run `python -m ingest`."
        )
    recipe = MetricRecipe(seed=options.seed, epochs=options.epochs or MetricRecipe.epochs)
    metric, epochs, gains, judged = learn(phrases, recipe, not options.quiet)
    if gains[RANK].low <= 0:
        raise FayanError(
            f"The training did not help and nothing was written: on {judged} held-out phrases the reciprocal rank went from "
            f"{gains[RANK].before:.3f} to {gains[RANK].after:.3f}: add phrases to the corpus."
        )
    about = AboutMetric(
        purpose=options.purpose, model=index.model.name, weights_digest=index.model.weights_digest,
        phrases=len(phrases.texts), digest=_digest(phrases), recipe=asdict(recipe), epochs=epochs, gains=gains,
    )  # fmt: skip
    path = save_metric(options.folder or own_folder(settings), metric, about, fingerprints(list(phrases.texts)))
    return f"{report_text(gains, judged, 'a metric')}\n{epochs} epochs\n\n{path}"


def _of(index: Index, purpose: str) -> PhraseIndex:
    return {TOPIC: index.topics, ASKED: index.asked}[purpose]


def encoded_phrases(index: PhraseIndex, model: PassageEmbeddings) -> Phrases:
    """Return what an index of phrases holds, and encode it as questions too.

    :param model: Made the index's vectors.
    """
    number: dict[str, int] = {}
    vectors, subjects, languages, texts = [], [], [], []
    for at, language in enumerate(LANGUAGES):
        keys, own = index.vectors(language)
        phrase_of = {phrase.key: phrase for phrase in index.phrases(language)}
        for key, vector in zip(keys, own, strict=True):
            phrase = phrase_of[key]
            vectors.append(vector)
            subjects.append(number.setdefault(phrase.subject, len(number)))
            languages.append(at)
            texts.append(phrase.text)
    made = np.asarray(vectors, np.float32) if vectors else np.zeros((0, 0), np.float32)
    asked = model.encode_queries(texts) if texts else made
    return Phrases(made, asked, np.asarray(subjects, np.int64), np.asarray(languages, np.int64), tuple(texts))


def _digest(phrases: Phrases) -> str:
    seen = list(zip(phrases.texts, phrases.subjects.tolist(), strict=True))
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]
