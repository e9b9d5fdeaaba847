"""The same question with the same index gives the same answer in every process."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import product

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.parts.relevance import Relevance
from retrieval.question import read_question
from retrieval.request import Request, Turn
from retrieval.settings import ROOT, Settings
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
DAYS = (date(2026, 3, 1), date(2031, 6, 1))  # none is today
PROGRAM = """
from retrieval.settings import settings
from retrieval.index import open_index
from tests.retrieval.adversarial.test_same_bytes import answers
index = open_index(settings())
print(*answers(index), sep="\\n")
index.vectors.close()
"""


def answers(index: Index) -> Iterator[str]:
    """Yield the answers, after each the scores of 40 texts."""
    asked = [*((question, "") for question in QUESTIONS), *FOLLOW_UPS.items()]
    for (question, before), today in product(asked, DAYS):
        history = (Turn("user", before), Turn("assistant", "Article 285")) if before else ()
        given = answer(index, Request(question, history), today=today)
        yield given.model_copy(update={"timings_ms": {}}).model_dump_json()
        relevance = Relevance(read_question(Request(question), index, today), index)
        yield repr([relevance.score(p.text, p.language) for p in list(index.passages.values())[:40]])


def test_another_process_gives_the_same_bytes(settings: Settings, index: Index) -> None:
    """The last digits of a sum depend on its order, and a set's order on the process: on its seed for hashes."""
    own = environment(settings, PYTHONHASHSEED="1")
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], env=own, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as other:
        try:
            ours = list(answers(index))  # meanwhile
            theirs, _ = other.communicate(timeout=TIMEOUT_S)
        finally:
            other.kill()
    assert other.returncode == 0
    assert len(ours) == 2 * len(DAYS) * (len(QUESTIONS) + len(FOLLOW_UPS))
    assert theirs.splitlines() == ours
