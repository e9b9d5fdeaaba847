"""Train on four fifths of the pairs, five times; every question is held out once, and judges a map that never saw it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from tqdm import tqdm

from retrieval.adapters.adapter import QueryMap, merged
from retrieval.training.loop import Trainer
from retrieval.training.nearest import DEPTH, nearest, recalls, reciprocal_ranks
from retrieval.training.recipe import FOLDS, Examples, Recipe

JUDGED = 1500  # questions at most that judge an epoch; each is held against every passage


@dataclass(frozen=True)
class Values:
    """Measures, question by question.

    :param recall: Shape (n,), the share of a question's passages among the first ten.
    :param reciprocal_rank: Shape (n,).
    """

    recall: np.ndarray
    reciprocal_rank: np.ndarray

    @property
    def mean(self) -> float:
        """What the best epoch is chosen by: the mean of both."""
        return float((self.recall.mean() + self.reciprocal_rank.mean()) / 2)


@dataclass(frozen=True)
class Outcome:
    """What training made.

    :param map: The five maps in one.
    :param epochs: After how many epochs they were kept.
    :param before: Without the new maps.
    :param after: Each question by the map that was trained without its fifth.
    :param folds: The rows of each fifth.
    :param members: The map that was trained without each.
    """

    map: QueryMap
    epochs: int
    before: Values
    after: Values
    folds: list[list[int]]
    members: list[QueryMap]

    def mapped(self, questions: np.ndarray) -> np.ndarray:
        """Return the questions that were trained on, each by the map that never saw it, shape (n, dimension)."""
        vectors = np.empty_like(questions)
        for rows, member in zip(self.folds, self.members, strict=True):
            vectors[rows] = member.apply(questions[rows])
        return vectors


def judge(questions: np.ndarray, examples: Examples, passages: np.ndarray) -> Values:
    """Measure how well questions' vectors find their passages."""
    found = nearest(questions, passages, DEPTH)
    return Values(recalls(found, examples.gold), reciprocal_ranks(found, examples.gold))


def split(groups: Sequence[str], seed: int) -> list[list[int]]:
    """Return the rows of each fifth, drawn by the seed; a group stays together."""
    names = list(dict.fromkeys(groups))
    order = np.random.default_rng(seed).permutation(len(names))
    fold_of = {names[at]: place % FOLDS for place, at in enumerate(order)}
    return [[row for row, group in enumerate(groups) if fold_of[group] == fold] for fold in range(FOLDS)]


def _shuffled(folds: list[list[int]], seed: int) -> list[list[int]]:
    draw = np.random.default_rng(seed)
    return [draw.permutation(rows).tolist() for rows in folds]


def train_folds(
    examples: Examples, passages: np.ndarray, recipe: Recipe, first_judged: int = 0, progress: bool = True
) -> Outcome:
    """Train the five maps side by side and stop when the held-out fifths, all together, get no better.

    One number of epochs is chosen for all five, so that the choice learns next to nothing from the questions that
    judge it.

    :param examples: At least five groups; the questions as the new map is to see them.
    :param first_judged: The first of the passages among which questions are judged; those with an answer there are.
    """
    held_out = split(examples.groups, recipe.seed)
    answers = sorted({row for gold in examples.gold for row in gold})
    negatives = np.arange(len(passages)) if recipe.any_negative else np.array(answers)
    trainers = []
    for fold, rows in enumerate(held_out):
        out = set(rows)
        seen = [row for row in range(len(examples.gold)) if row not in out]
        trainers.append(Trainer(examples.part(seen), passages, replace(recipe, seed=recipe.seed + fold), negatives))
    answered = [any(passage >= first_judged for passage in gold) for gold in examples.gold]
    judged = [
        sorted([row for row in rows if answered[row]][: JUDGED // FOLDS]) for rows in _shuffled(held_out, recipe.seed)
    ]
    place = {row: at for at, row in enumerate(sorted(row for rows in judged for row in rows))}
    every = examples.part(list(place)).among(first_judged)
    choice = passages[first_judged:]
    before = judge(every.questions, every, choice)
    best = _outcome(trainers, 0, before, before, held_out)
    with tqdm(range(1, recipe.epochs + 1), desc="Training", unit="epoch", disable=not progress) as bar:
        for epoch in bar:
            mapped = np.empty_like(every.questions)
            for trainer, rows in zip(trainers, judged, strict=True):
                trainer.epoch()
                mapped[[place[row] for row in rows]] = trainer.member().apply(examples.questions[rows])
            after = judge(mapped, every, choice)
            bar.set_postfix(recall=f"{after.recall.mean():.3f}", rank=f"{after.reciprocal_rank.mean():.3f}")
            if after.mean > best.after.mean:
                best = _outcome(trainers, epoch, before, after, held_out)
            elif epoch - best.epochs >= recipe.patience:
                break
    return best


def _outcome(trainers: list[Trainer], epoch: int, before: Values, after: Values, folds: list[list[int]]) -> Outcome:
    members = [trainer.member() for trainer in trainers]
    return Outcome(merged(members), epoch, before, after, folds, members)
