"""How a running app bears many people at once: each has a page, asks, reads the answer for a while, asks again."""

import random
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter, sleep
from typing import Any

import httpx

from eval.speed.page_client import TIMEOUT_S, Asking, ask, read_asking
from eval.statistics import quantile
from eval.table import table
from retrieval.errors import FayanError
from retrieval.statistics import SEED

MOST_TIMES = 5.0  # what the 95th percentile together may be of the median alone
_MS = 1000


@dataclass(frozen=True)
class Asked:
    """One question and what came of it.

    :param shown: The answer as the page shows it; None if there was an error.
    :param seconds: From sending the question to the end of the answer.
    """

    question: str
    shown: str | None
    seconds: float
    error: str = ""


class Crowd:
    """People at the page of a running app.

    :param url: Of the app.
    :param people: How many.
    :param pause_s: How long each reads an answer, on average.
    """

    def __init__(self, url: str, people: int, pause_s: float) -> None:
        limits = httpx.Limits(max_connections=4 * people, max_keepalive_connections=4 * people)
        self._client = httpx.Client(base_url=url, timeout=TIMEOUT_S, limits=limits)
        self._people, self._pause_s = people, pause_s
        try:
            self._asking: Asking = read_asking(self._client)
        except (httpx.HTTPError, KeyError, ValueError) as error:
            raise FayanError(f"{url} does not answer ({error}): start the app with `make run`.") from error

    def alone(self, questions: Sequence[str]) -> list[Asked]:
        """One person asks all questions, one after another."""
        return [self._ask(question) for question in questions]

    def together(self, questions: Sequence[str]) -> list[Asked]:
        """The people share the questions; each begins at a moment of the first pause and reads between two of them."""

        def work(number: int) -> list[Asked]:
            own = random.Random(SEED + number)
            sleep(own.uniform(0, self._pause_s))
            asked = []
            for question in questions[number :: self._people]:
                asked.append(self._ask(question))
                sleep(own.uniform(0.5, 1.5) * self._pause_s)
            return asked

        return self._all(work)

    def burst(self, questions: Sequence[str]) -> list[Asked]:
        """All people ask at the same moment, one question each."""
        start = threading.Barrier(self._people)

        def work(number: int) -> list[Asked]:
            start.wait()
            return [self._ask(questions[number % len(questions)])]

        return self._all(work)

    def _all(self, work: Callable[[int], list[Asked]]) -> list[Asked]:
        with ThreadPoolExecutor(self._people) as threads:
            return [one for own in threads.map(work, range(self._people)) for one in own]

    def _ask(self, question: str) -> Asked:
        start = perf_counter()
        try:
            shown, error = ask(self._client, self._asking, question), ""
        except (FayanError, httpx.HTTPError) as failure:
            shown, error = None, f"{type(failure).__name__}: {failure}"
        return Asked(question, shown, perf_counter() - start, error)


def measure_load(crowd: Crowd, questions: Sequence[str], alone: int, burst: int) -> dict[str, Any]:
    """Measure, and hold every answer against the one that the same question gets when nobody else asks.

    No question is timed twice: what the first asking leaves behind would speed the second one up.

    :param alone: How many of the questions are asked by one person alone.
    :param burst: How many are asked at the same moment.
    """
    crowd.alone(questions[:1])
    first = crowd.alone(questions[1 : 1 + alone])
    at_once = crowd.burst(questions[1 + alone : 1 + alone + burst])
    together = crowd.together(questions[1 + alone + burst :])
    expected = {
        one.question: one.shown for one in crowd.alone(list(dict.fromkeys(a.question for a in at_once + together)))
    }
    median = quantile([one.seconds for one in first], 0.5) or 0.0
    rows = {"alone": first, "together": together, "burst": at_once}
    return {
        "rows": {name: _summary(asked, median) for name, asked in rows.items()},
        "errors": [f"{one.question}: {one.error}" for asked in rows.values() for one in asked if one.error],
        "mixed_up": [
            one.question for one in at_once + together if one.shown is not None and one.shown != expected[one.question]
        ],
    }


def _summary(asked: Sequence[Asked], alone: float) -> dict[str, float]:
    times = [one.seconds for one in asked]
    median, p95 = quantile(times, 0.5) or 0.0, quantile(times, 0.95) or 0.0
    return {
        "questions": len(asked), "median_ms": median * _MS, "p95_ms": p95 * _MS, "times_alone": p95 / alone if alone else 0.0,
    }  # fmt: skip


def load_text(result: dict[str, Any]) -> str:
    """Return the measures as a table, and what went wrong."""
    rows = [
        [name, str(row["questions"]), f"{row['median_ms']:.0f}", f"{row['p95_ms']:.0f}", f"{row['times_alone']:.1f}"]
        for name, row in result["rows"].items()
    ]
    text = table(["", "questions", "median ms", "95 % within ms", "times the median alone"], rows)
    faults = [f"error: {line}" for line in result["errors"]] + [f"another answer: {q}" for q in result["mixed_up"]]
    return "\n".join([text, *faults]) if faults else f"{text}\n\nno error, every answer is its question's"


def has_passed(result: dict[str, Any]) -> bool:
    """Return whether there was no fault, and people together waited less than five times as long as one alone."""
    quick = result["rows"]["together"]["times_alone"] < MOST_TIMES
    return quick and not result["errors"] and not result["mixed_up"]
