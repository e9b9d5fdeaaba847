"""What a command of `python -m web` is made of."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from retrieval.settings import Settings


@dataclass(frozen=True)
class Command:
    """A command.

    :param add_arguments: Adds its arguments to a parser.
    :param run: Does it and returns what is printed; a `FayanError` is its failure.
    """

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Settings], str]
