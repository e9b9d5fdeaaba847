"""The questions written for training and for the corpus's places: none like those that judge the search."""

import json
from pathlib import Path

import numpy as np
import pytest

from retrieval.adapters.fingerprint import ALIKE, fingerprints, likeness
from retrieval.language import detect_language
from retrieval.store.asked import FOLDER
from tests.support import ROOT

WRITTEN = ROOT / "retrieval" / "training" / "questions"


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def held_back(*names: str) -> list[dict]:
    files = [path for name in names for path in (ROOT / "eval" / name).glob("*.jsonl")]
    return [pair for path in files for pair in lines(path) if pair["split"] == "test"]


def not_alike(questions: list[str]) -> None:
    prints = fingerprints(questions)
    for pair in held_back("gold", "crosslingual", "blind", "conversations"):
        own = fingerprints([pair["question"]])[0]
        alike = int(np.argmax(likeness(own, prints)))
        assert likeness(own, prints)[alike] < ALIKE, (pair["question"], questions[alike])


@pytest.mark.parametrize(("name", "language"), [("en", "en"), ("zh", "zh"), ("zh-public", "zh")])
def test_written_questions(name: str, language: str) -> None:
    written = lines(WRITTEN / f"{name}.jsonl")
    assert len(written) > 3_000
    assert len({one["question"] for one in written}) == len(written)
    assert {detect_language(one["question"]) for one in written} == {language}
    places = {(place["id"], place["article"]) for one in written for place in one["authorities"]}
    if name == "zh-public":
        assert len(places) > 3_000
    else:
        assert len(places) == len(written)
    judging = {
        (place["id"], place.get("article"))
        for pair in held_back("gold", "crosslingual")
        for place in pair["authorities"]
    }
    assert len(judging) > 100
    assert not places & judging
    not_alike([one["question"] for one in written])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_questions_of_the_corpus(language: str) -> None:
    files = (ROOT / "corpus" / FOLDER).glob("*.jsonl")
    written = [question for path in files for one in lines(path) for question in one[language]]
    assert len(written) > 5_000
    not_alike(written)
