"""`python -m retrieval train PAIRS... --out NAME`: from pairs to an adapter."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from retrieval.adapters.about import About
from retrieval.adapters.asked_words import AskedWords
from retrieval.adapters.files import read_about, read_asked, read_questions, save_adapter
from retrieval.adapters.fingerprint import fingerprints
from retrieval.adapters.shelf import own_folder
from retrieval.errors import FayanError
from retrieval.index import Index, open_index
from retrieval.language import detect_language, main_language
from retrieval.settings import Settings
from retrieval.training.corpus_pairs import OF_THE_CORPUS
from retrieval.training.folds import Outcome, train_folds
from retrieval.training.layout import lay_out
from retrieval.training.material import Material, gather
from retrieval.training.ordering import Ordering, asked_words, learn_order
from retrieval.training.pairs import TrainingPair, read_pairs
from retrieval.training.recipe import CROSSING, FOLDS, Examples, Recipe
from retrieval.training.report import gains, helps, refuse_useless, report_text
from retrieval.words.tokens import tokenize

LEAST_PAIRS = 2 * FOLDS
MOSTLY = 0.8  # share of translated places from which the recipe for pairs across languages is the better one


def train(options: argparse.Namespace, settings: Settings) -> str:
    """Train an adapter, write it, and return the report.

    It goes on from the adapter that is in use for these languages (FAYAN_ADAPTERS=off: from none), and must do better.

    :raises FayanError: If the pairs cannot be used, or the training did not help.
    """
    index = open_index(settings)
    try:
        return _train(options, settings, index)
    finally:
        index.vectors.close()


def _train(options: argparse.Namespace, settings: Settings, index: Index) -> str:
    pairs, asked, wanted = _pairs(options, index)
    current = index.shelf.get(asked, wanted)
    layout = lay_out(index, settings, pairs, wanted, options.order or options.by_name)
    usable = [row for row, gold in enumerate(layout.gold) if gold]
    by_articles = sum(any(row >= layout.first_document for row in layout.gold[at]) for at in usable)
    _require_enough(options, f"{asked} questions with {wanted} passages", len(usable), by_articles)
    material = gather(layout, index.model, settings, pairs, not options.quiet)
    examples = replace(material.examples, questions=current.apply(material.examples.questions))
    usual = CROSSING if asked != wanted and _translated(pairs, index, asked) > MOSTLY else Recipe()
    recipe = replace(usual, seed=options.seed, epochs=options.epochs or usual.epochs)
    first_judged = material.first_document if by_articles >= LEAST_PAIRS else 0
    outcome = train_folds(examples.part(usable), material.passages, recipe, first_judged, not options.quiet)
    refuse_useless(outcome)
    file = index.shelf.files.get((asked, wanted))
    earlier = read_about(file) if file else None
    sources = [path if path in OF_THE_CORPUS else Path(path).name for path in options.pairs]
    about = About(
        question_language=asked, passage_language=wanted, model=index.model.name,
        weights_digest=index.model.weights_digest, dimension=index.model.dimension, pairs=len(usable) + (earlier.pairs if earlier else 0),
        pairs_digest=material.digest, passages=len(material.passages),
        sources=(*(earlier.sources if earlier else ()), *sources),
        recipe=asdict(recipe), epochs=outcome.epochs, gains=gains(outcome),
        order=earlier.order if earlier else None, order_gains=earlier.order_gains if earlier else None,
    )  # fmt: skip
    report = report_text(about.gains, len(outcome.before.recall))
    order = index.shelf.orders.get((asked, wanted))
    earlier_words = words = read_asked(file) if file else None
    texts = [pair.question for pair in pairs]
    if material.documents:
        words = _words(material, texts, earlier_words)
    if options.order:
        ordering = _ordering(material, examples, outcome, texts, usable, earlier_words)
        if helps(ordering):
            order = ordering.order
            about = about.model_copy(update={"order": dict(order.weights), "order_gains": gains(ordering)})
        text = report_text(gains(ordering), len(ordering.before.recall), "an order")
        report += f"\n\n{text}\n{'' if helps(ordering) else 'it does not help and is left out; '}before: fused by rank"
    seen = fingerprints([pairs[row].question for row in usable])
    if file:  # what the adapter before was trained on is in this one too
        seen = np.concatenate([read_questions(file), seen])
    folder = options.folder or own_folder(settings)
    path = save_adapter(
        folder, options.out, current.followed_by(outcome.map), about, seen, order.known if order else None, words
    )
    return f"{report}\n{outcome.epochs} epochs\n\n{path}"


def _pairs(options: argparse.Namespace, index: Index) -> tuple[list[TrainingPair], str, str]:
    """Return the pairs to train on, and the languages of their questions and passages."""
    files = [Path(name) for name in options.pairs if name not in OF_THE_CORPUS]
    read = [pair for path in files for pair in read_pairs(path, index)]
    asked = options.questions or main_language(pair.question for pair in read)
    wanted = options.passages or asked
    pairs = [pair for pair in read if detect_language(pair.question) == asked]
    for name in options.pairs:
        if name in OF_THE_CORPUS:
            pairs += OF_THE_CORPUS[name](index, asked, wanted)
    return list(dict.fromkeys(pairs)), asked, wanted


def _require_enough(options: argparse.Namespace, wanted: str, usable: int, by_articles: int) -> None:
    """Refuse to train on a handful.

    :param wanted: What a pair must be.
    :param usable: How many pairs are so.
    :param by_articles: How many of these are answered by articles of laws.
    :raises FayanError: With what there is and what it takes.
    """
    named = ", ".join(options.pairs)
    if usable < LEAST_PAIRS:
        raise FayanError(
            f"There are {usable} pairs of {wanted} in {named}; "
            f"training wants {LEAST_PAIRS} at least, and gains little from fewer than a few hundred."
        )
    if options.order and by_articles < LEAST_PAIRS:
        raise FayanError(
            f"{by_articles} of the pairs in {named} are answered by articles of laws; an order is learned "
            f"from {LEAST_PAIRS} such pairs at least: add some, or leave out --order."
        )


def _words(material: Material, texts: Sequence[str], earlier: AskedWords | None) -> AskedWords:
    """Return the words of the questions that documents answer, after those of the adapter before."""
    first = material.first_document
    gold = material.examples.among(first).gold
    answered = [row for row, own in enumerate(gold) if own]
    return asked_words(
        [tokenize(texts[row]) for row in answered], [gold[row] for row in answered], material.passages[first:], earlier
    )


def _ordering(
    material: Material,
    mapped: Examples,
    outcome: Outcome,
    texts: Sequence[str],
    usable: Sequence[int],
    earlier: AskedWords | None,
) -> Ordering:
    """Learn the order on the questions that documents answer, each in the fifth in which it was held out."""
    first = material.first_document
    questions = material.examples.part(usable).among(first)
    answered = [row for row, gold in enumerate(questions.gold) if gold]
    place = {row: at for at, row in enumerate(answered)}
    return learn_order(
        questions.questions[answered],
        outcome.mapped(mapped.part(usable).questions)[answered],
        [texts[usable[row]] for row in answered],
        [questions.gold[row] for row in answered],
        [[place[row] for row in rows if row in place] for rows in outcome.folds],
        material.documents,
        material.passages[first:],
        earlier,
    )


def _translated(pairs: Sequence[TrainingPair], index: Index, language: str) -> float:
    """The share of the pairs with places in the index whose places are held in the questions' language too."""
    placed = [pair for pair in pairs if pair.units]
    both = sum(all(index.units[unit].get(language) for unit in pair.units) for pair in placed)
    return both / len(placed) if placed else 1.0
