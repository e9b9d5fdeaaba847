"""The same question with the same index gives the same answer in every process."""

import json
import subprocess
import sys

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
FOLLOW_UPS = {
    "And for units?": "What does Article 285(3) of the Criminal Law punish?",
    "那特别严重的呢？": "2011年解释中，违法所得多少算情节严重？",
}
# the last digits of a sum depend on its order, and a set's order on the process
PROGRAM = """
import json, sys
from datetime import date
from retrieval.answer.relevance import Relevance
from retrieval.chain import answer
from retrieval.question import Request, Turn, read_question
from retrieval.settings import settings
from retrieval.store.index import open_index
index, today = open_index(settings()), date(2026, 11, 24)
for question, before in json.load(sys.stdin):
    history = (Turn("user", before), Turn("assistant", "Article 285")) if before else ()
    given = answer(index, Request(question, history), today=today)
    print(given.model_copy(update={"timings_ms": {}}).model_dump_json())
    relevance = Relevance(read_question(Request(question), index, today), index)
    print([relevance.score(p.text, p.language) for p in list(index.passages.values())[:400]])
index.vectors.close()
"""


def run(settings: Settings, seed: str) -> list[bytes]:
    """Answer the questions in a process of its own; return the answers, after each the scores of 400 texts."""
    asked = [*((question, "") for question in QUESTIONS), *FOLLOW_UPS.items()]
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment(settings, PYTHONHASHSEED=seed), cwd=ROOT, check=True,
        input=json.dumps(asked).encode(), stdout=subprocess.PIPE, timeout=TIMEOUT_S,
    )  # fmt: skip
    return ended.stdout.splitlines()


def test_another_process_gives_the_same_bytes(settings: Settings, index: Index) -> None:
    assert index.passages
    first = run(settings, "1")
    assert len(first) == 2 * (len(QUESTIONS) + len(FOLLOW_UPS))
    assert run(settings, "4294967295") == first
