"""The same question with the same index gives the same answer in every process."""

import json
import subprocess
import sys

import pytest

from retrieval.settings import ROOT, Settings
from retrieval.store.index import Index
from tests.support import TIMEOUT_S, environment

QUESTIONS = [
    "提供翻墙软件构成什么罪？", "刑法第285条第3款怎么规定？", "违法所得多少算情节特别严重？", "王力军案为什么改判无罪？",
    "2023年网络安全法第二十七条怎么规定？", "52个案件中有多少违法所得在25,000元以上？", "红烧排骨要炖多长时间？", "刑法第999条规定了什么？",
    "What does Article 285(3) of the Criminal Law punish?", "Why was Wang Lijun acquitted?",
    "What is the difference between serious and particularly serious circumstances?", "Compare the Zhu case with the Wang Lijun case.",
    "Which courts convict of illegal business operations, and why?", "How do I bake sourdough bread?",
]  # fmt: skip
PROGRAM = """
import json, sys
from datetime import date
from retrieval.chain import answer
from retrieval.question import Request
from retrieval.settings import settings
from retrieval.store.index import open_index
index = open_index(settings())
for question in json.load(sys.stdin):
    given = answer(index, Request(question), today=date(2026, 11, 24))
    sys.stdout.write(given.model_copy(update={"timings_ms": {}}).model_dump_json() + chr(10))
index.vectors.close()
"""


def run(settings: Settings, seed: str) -> bytes:
    """Answer the questions in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment(settings, PYTHONHASHSEED=seed), cwd=ROOT, check=True,
        input=json.dumps(QUESTIONS).encode(), stdout=subprocess.PIPE, timeout=TIMEOUT_S,
    )  # fmt: skip
    return ended.stdout


@pytest.fixture(scope="module")
def first(settings: Settings, index: Index) -> bytes:
    assert index.passages
    return run(settings, "1")


@pytest.mark.parametrize("seed", ["2", "4294967295"])
def test_another_process_gives_the_same_bytes(settings: Settings, first: bytes, seed: str) -> None:
    assert len(first.splitlines()) == len(QUESTIONS)
    assert run(settings, seed).splitlines() == first.splitlines()


def test_a_score_is_summed_in_one_order(settings: Settings, index: Index) -> None:
    """The last digits of a sum depend on its order; a set's order on the process."""
    program = (
        "from datetime import date\nfrom retrieval.answer.relevance import Relevance\nfrom retrieval.question import Request, read_question\n"
        "from retrieval.settings import settings\nfrom retrieval.store.index import open_index\nindex = open_index(settings())\n"
        f"for text in {QUESTIONS!r}:\n"
        "    relevance = Relevance(read_question(Request(text), index, date(2026, 11, 24)), index)\n"
        "    for p in list(index.passages.values())[:400]:\n"
        "        print(repr(relevance.score(p.text, p.language)))\nindex.vectors.close()\n"
    )
    assert index.passages
    printed = [
        subprocess.run(
            [sys.executable, "-c", program], env=environment(settings, PYTHONHASHSEED=seed), cwd=ROOT, check=True,
            stdout=subprocess.PIPE, timeout=TIMEOUT_S,
        ).stdout.splitlines()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert len(printed[0]) == 400 * len(QUESTIONS)
    assert printed[0] == printed[1]
