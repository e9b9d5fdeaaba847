"""Folds, nearest passages and the measures."""

import numpy as np

from retrieval.training.folds import split
from retrieval.training.nearest import nearest, recalls, reciprocal_ranks


def test_each_row_is_held_out_once_and_a_group_stays_together() -> None:
    groups = [f"g{row // 3}" for row in range(60)]
    folds = split(groups, seed=1)
    assert sorted(row for fold in folds for row in fold) == list(range(60))
    assert len(folds) == 5
    for fold in folds:
        assert all((row // 3 * 3 + at) in fold for row in fold for at in range(3))
    assert split(groups, seed=1) == folds
    assert split(groups, seed=2) != folds


def test_the_nearest_come_first() -> None:
    passages = np.eye(6, dtype=np.float32)
    questions = np.array([[0.1, 0.9, 0.3, 0, 0, 0], [0, 0, 0, 0, 0.2, 0.8]], np.float32)
    assert nearest(questions, passages, 3).tolist()[0] == [1, 2, 0]
    assert nearest(questions, passages, 2).tolist()[1] == [5, 4]
    assert nearest(questions, passages, 99).shape == (2, 6)


def test_the_measures() -> None:
    found = np.array([[4, 7, 1], [2, 3, 5]])
    gold = [(7, 9), (8,)]
    assert recalls(found, gold).tolist() == [0.5, 0.0]
    assert reciprocal_ranks(found, gold).tolist() == [0.5, 0.0]
