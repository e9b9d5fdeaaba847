"""The training itself: a contrastive loss on the question's vector; passages' vectors stay as they are."""

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy, gelu, normalize

from retrieval.adapters.adapter import QueryMap
from retrieval.training.nearest import nearest
from retrieval.training.recipe import Examples, Recipe


class _Module(nn.Module):
    """A linear map that begins as the identity, and a two-layer map beside it that begins at nothing."""

    def __init__(self, dimension: int, recipe: Recipe) -> None:
        super().__init__()
        self.generator = torch.Generator().manual_seed(recipe.seed)
        self.dropout = recipe.dropout
        self.linear = nn.Parameter(torch.eye(dimension))
        spread = 2.0 / dimension**0.5
        self.up = nn.Parameter(torch.randn(dimension, recipe.hidden, generator=self.generator) * spread)
        self.bias = nn.Parameter(torch.zeros(recipe.hidden))
        self.down = nn.Parameter(torch.zeros(recipe.hidden, dimension))

    def forward(self, vectors: torch.Tensor) -> torch.Tensor:
        """Return the mapped vectors, unit length."""
        between = gelu(vectors @ self.up + self.bias, approximate="tanh")
        kept = torch.rand(between.shape, generator=self.generator) >= self.dropout
        return normalize(vectors @ self.linear + between * kept / (1 - self.dropout) @ self.down, dim=1)

    def distance(self) -> torch.Tensor:
        """Return the squared distance of the linear map from the identity."""
        return (self.linear - torch.eye(len(self.linear))).square().sum()


class Trainer:
    """Trains one map, an epoch at a time.

    :param examples: The questions to train on.
    :param passages: Shape (n, dimension).
    :param negatives: The rows that can be hard negatives, of a question to which they are not gold.
    """

    def __init__(self, examples: Examples, passages: np.ndarray, recipe: Recipe, negatives: np.ndarray) -> None:
        self.examples, self.passages, self.recipe = examples, passages, recipe
        self.negatives, self.choice = negatives, passages[negatives]
        self.map = _Module(passages.shape[1], recipe)
        self.draw = np.random.default_rng(recipe.seed)
        self.hard = np.empty((0, 0), np.int64)
        self.epochs = 0
        self.optimizer = torch.optim.AdamW(
            [
                {"params": [self.map.linear], "weight_decay": 0.0},  # the pull takes its place
                {"params": [self.map.up, self.map.bias, self.map.down], "weight_decay": recipe.decay},
            ],
            lr=recipe.rate,
        )

    def member(self) -> QueryMap:
        """Return the map as it is now."""
        own = (self.map.linear, self.map.up, self.map.bias, self.map.down)
        return QueryMap(*(values.detach().numpy().copy() for values in own))

    def epoch(self) -> None:
        """Go through the questions once."""
        if self.epochs % self.recipe.refresh == 0:
            mapped = self.member().apply(self.examples.questions)
            self.hard = self.negatives[nearest(mapped, self.choice, self.recipe.pool)]
        order = self.draw.permutation(len(self.examples.gold))
        for at in range(0, len(order), self.recipe.batch):
            self._step(order[at : at + self.recipe.batch])
        self.epochs += 1

    def _step(self, rows: np.ndarray) -> None:
        """Each question against all passages of the step; of its own passages one is wanted, the others are masked."""
        gold = [self.examples.gold[row] for row in rows]
        wanted = [int(self.draw.choice(own)) for own in gold]
        count = min(self.recipe.hard, self.hard.shape[1])
        negatives = [int(one) for row in rows for one in self.draw.choice(self.hard[row], count, replace=False)]
        column = {passage: at for at, passage in enumerate(dict.fromkeys([*wanted, *negatives]))}
        masked = np.zeros((len(rows), len(column)), bool)
        for at, own in enumerate(gold):
            masked[at, [column[one] for one in own if one in column and one != wanted[at]]] = True
        mapped = self.map(torch.from_numpy(self.examples.questions[rows]))
        scores = mapped @ torch.from_numpy(self.passages[list(column)]).T / self.recipe.temperature
        scores = scores.masked_fill(torch.from_numpy(masked), -torch.inf)
        loss = cross_entropy(scores, torch.tensor([column[one] for one in wanted]))
        loss = loss + self.recipe.pull * self.map.distance()
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
