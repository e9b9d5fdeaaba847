"""The training of a metric: phrases of one subject are drawn together, those of others pushed apart.

For the model two questions are near to each other if they are alike in form; by the metric, if they ask for the same.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import normalize
from tqdm import tqdm

from retrieval.adapters.about import Gain
from retrieval.adapters.metric import Metric
from retrieval.language import LANGUAGES
from retrieval.training.recipe import FOLDS
from retrieval.training.report import gain_of

SHORT, RANK = "R@5", "RR"  # whether a phrase's subject is among the nearest five; 1 by its rank


@dataclass(frozen=True)
class MetricRecipe:
    """How to train.

    :param epochs: At most. Held-out phrases gain by more of them, questions of the dev splits do not.
    :param rate: AdamW's.
    :param temperature: What cosine similarities are divided by.
    :param pull: Weight of the mean squared distance of the map's rows from the identity's.
    :param patience: Epochs without a better held-out value after which it ends.
    """

    epochs: int = 12
    batch: int = 512
    rate: float = 1e-3
    temperature: float = 0.05
    pull: float = 0.1
    patience: int = 3
    seed: int = 20_260_101


@dataclass(frozen=True)
class Phrases:
    """The phrases of both languages.

    :param vectors: As what is found, the form in which an index holds them; shape (n, dimension), unit length.
    :param questions: As questions, the form in which they are asked; shape (n, dimension), unit length.
    :param subjects: Shape (n,): the number of what each asks for.
    :param languages: Shape (n,): the place of its language in `LANGUAGES`.
    """

    vectors: np.ndarray
    questions: np.ndarray
    subjects: np.ndarray
    languages: np.ndarray
    texts: tuple[str, ...]

    def part(self, rows: np.ndarray) -> "Phrases":
        """Return some of the phrases."""
        texts = tuple(self.texts[row] for row in rows)
        return Phrases(self.vectors[rows], self.questions[rows], self.subjects[rows], self.languages[rows], texts)


def learn(phrases: Phrases, recipe: MetricRecipe, progress: bool) -> tuple[Metric, int, dict[str, Gain], int]:
    """Train on four fifths until the held-out fifth is found no better, then on all for as many epochs.

    :return: The metric, the epochs, the gains on the held-out fifth, and of how many phrases that is.
    """
    order = np.random.default_rng(recipe.seed).permutation(len(phrases.texts))
    held_out, rest = order[: len(order) // FOLDS], np.sort(order[len(order) // FOLDS :])
    kept = phrases.part(rest)
    # a subject whose every phrase is held out cannot be found
    judged = phrases.part(np.sort(held_out[np.isin(phrases.subjects[held_out], kept.subjects)]))
    trainer = _Trainer(kept, recipe)
    before = subject_ranks(judged, kept, trainer.metric())
    best, after = 0, before
    with tqdm(range(1, recipe.epochs + 1), desc="Training", unit="epoch", disable=not progress) as bar:
        for epoch in bar:
            trainer.epoch()
            ranks = subject_ranks(judged, kept, trainer.metric())
            bar.set_postfix(rank=f"{np.mean(1 / ranks):.3f}")
            if np.mean(1 / ranks) > np.mean(1 / after):
                best, after = epoch, ranks
            elif epoch - best >= recipe.patience:
                break
    final = _Trainer(phrases, recipe)
    for _ in tqdm(range(best), desc="Training on all", unit="epoch", disable=not progress):
        final.epoch()
    gains = {
        SHORT: gain_of((before <= 5).astype(float).tolist(), (after <= 5).astype(float).tolist()),
        RANK: gain_of((1 / before).tolist(), (1 / after).tolist()),
    }
    return final.metric(), best, gains, len(judged.texts)


def subject_ranks(asked: Phrases, held: Phrases, metric: Metric) -> np.ndarray:
    """Return the rank of each phrase's own subject among those of its language, by the nearest phrase; shape (n,)."""
    ranks = np.full(len(asked.texts), float(len(held.texts) + 1))
    for language in range(len(LANGUAGES)):
        rows, own = np.flatnonzero(asked.languages == language), np.flatnonzero(held.languages == language)
        if not len(rows) or not len(own):
            continue
        own = own[np.argsort(held.subjects[own], kind="stable")]
        subjects, first = np.unique(held.subjects[own], return_index=True)
        near = metric.apply(asked.questions[rows]) @ metric.apply(held.vectors[own]).T
        nearest = np.maximum.reduceat(near, first, axis=1)
        column = np.searchsorted(subjects, asked.subjects[rows]).clip(max=len(subjects) - 1)
        there = subjects[column] == asked.subjects[rows]  # perhaps in the other language alone
        wanted = nearest[np.arange(len(rows)), column]
        ranks[rows[there]] = 1 + (nearest > wanted[:, None]).sum(axis=1)[there]
    return ranks


class _Trainer:
    """Trains one map, an epoch at a time: each phrase against all others, those of its subject are wanted.

    A batch's phrases are asked in one of the two forms, drawn by lot; what they are compared with is as the index holds it.
    """

    def __init__(self, phrases: Phrases, recipe: MetricRecipe) -> None:
        self._recipe = recipe
        self._vectors = torch.from_numpy(phrases.vectors)
        self._asked = (torch.from_numpy(phrases.questions), self._vectors)
        self._subjects = torch.from_numpy(phrases.subjects)
        self._identity = torch.eye(phrases.vectors.shape[1])
        self._linear = torch.nn.Parameter(self._identity.clone())
        self._optimizer = torch.optim.AdamW(
            [self._linear], lr=recipe.rate, weight_decay=0.0
        )  # the pull takes its place
        self._draw = np.random.default_rng(recipe.seed)

    def metric(self) -> Metric:
        """Return the metric as it is now."""
        return Metric(self._linear.detach().numpy().copy())

    def epoch(self) -> None:
        """Go through the phrases once."""
        order = self._draw.permutation(len(self._subjects))
        for at in range(0, len(order), self._recipe.batch):
            form = self._asked[self._draw.integers(len(self._asked))]
            self._step(form, torch.from_numpy(order[at : at + self._recipe.batch]))

    def _step(self, form: torch.Tensor, rows: torch.Tensor) -> None:
        mapped = normalize(self._vectors @ self._linear, dim=1)
        asked = normalize(form[rows] @ self._linear, dim=1)
        near = asked @ mapped.T / self._recipe.temperature
        itself = (torch.arange(len(rows)), rows)
        near[itself] = -torch.inf
        alike = self._subjects[rows][:, None] == self._subjects[None, :]
        alike[itself] = False
        answered = alike.any(dim=1)  # a subject may have one phrase alone
        wanted = near[answered].masked_fill(~alike[answered], -torch.inf)
        if not answered.any():
            return
        loss = (torch.logsumexp(near[answered], dim=1) - torch.logsumexp(wanted, dim=1)).mean()
        loss = loss + self._recipe.pull * (self._linear - self._identity).square().sum() / len(self._identity)
        self._optimizer.zero_grad()
        loss.backward()
        self._optimizer.step()
