"""How long something takes."""

from collections.abc import Callable
from time import perf_counter


def milliseconds(run: Callable[[], object]) -> float:
    """Run something and return the milliseconds that it took."""
    start = perf_counter()
    run()
    return (perf_counter() - start) * 1000
