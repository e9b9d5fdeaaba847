"""The questions written for training: one an article and language, none of the places or the wording that judge the search."""

import json
from pathlib import Path

import numpy as np
import pytest

from retrieval.adapters.fingerprint import ALIKE, fingerprints, likeness
from retrieval.language import detect_language
from tests.support import ROOT

WRITTEN = ROOT / "retrieval" / "training" / "questions"


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def held_back() -> list[dict]:
    files = [*(ROOT / "eval" / "gold").glob("*.jsonl"), *(ROOT / "eval" / "crosslingual").glob("*.jsonl")]
    return [pair for path in files for pair in lines(path) if pair["split"] == "test"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_written_questions(held_back: list[dict], language: str) -> None:
    written = lines(WRITTEN / f"{language}.jsonl")
    assert len(written) > 3_000
    assert len({one["question"] for one in written}) == len(written)
    assert {detect_language(one["question"]) for one in written} == {language}
    places = {(place["id"], place["article"]) for one in written for place in one["authorities"]}
    assert len(places) == len(written)
    judging = {(place["id"], place.get("article")) for pair in held_back for place in pair["authorities"]}
    assert len(judging) > 100
    assert not places & judging
    prints = fingerprints([one["question"] for one in written])
    for pair in held_back:
        own = fingerprints([pair["question"]])[0]
        alike = int(np.argmax(likeness(own, prints)))
        assert likeness(own, prints)[alike] < ALIKE, (pair["question"], written[alike]["question"])
