"""Questions that repeat one word up to the longest question allowed: what reads them must not take the square of it."""

from collections.abc import Sequence
from typing import Any

from eval.speed.timing import milliseconds
from eval.statistics import quantile
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.reading.follow_up import READ
from retrieval.request import Request

# words with which patterns begin, go on or end: of sums, of bounds, of what is sold, of crimes by their numbers
WORDS = (
    " ", "a", "1", "“285”", "流水", "给人用", "银行卡", "必须", "the law says ", "lent ", "退", "净", "如果", "and ", "of ",
    "卖", "用户信息", "色情", "sold the ", "videos ", "porn ", "卖VPN", "他赚了5000元，", "he made 5,000 yuan, ", "第3条", "art. 3 ",
)  # fmt: skip


def bench_repeated(index: Index, words: Sequence[str] = WORDS) -> dict[str, Any]:
    """Measure the answers to questions of one word each, again and again, with a question behind it.

    :return: The median in ms, the slowest, and its word.
    """
    took = {word: milliseconds(lambda word=word: answer(index, Request(repeated(word)))) for word in words}
    slowest = max(took, key=lambda word: took[word])
    return {
        "repeated_ms_p50": quantile(list(took.values()), 0.5),
        "repeated_ms_slowest": took[slowest],
        "repeated_slowest": slowest.strip() or "blank",
    }


def repeated(word: str) -> str:
    """Return a question of the greatest length that repeats a word."""
    end = "VPN?"
    return word * ((READ - len(end)) // len(word)) + end
