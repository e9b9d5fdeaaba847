"""What `python -m retrieval train` takes."""

import argparse
import re
from pathlib import Path

from retrieval.language import LANGUAGES
from retrieval.store.topics import PURPOSE as TOPIC
from retrieval.training.corpus_pairs import ASKED, PARALLEL
from retrieval.training.recipe import Recipe

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def _name(text: str) -> str:
    if _NAME.fullmatch(text):
        return text
    raise argparse.ArgumentTypeError(f"{text!r} is no name: use letters, digits, - and _")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser what the command takes."""
    parser.add_argument(
        "pairs", nargs="+", metavar="PAIRS",
        help=f"a .jsonl file of pairs or a folder of them; `{PARALLEL}`: what the corpus holds in both languages; `{ASKED}`: "
        "the questions written for its places",
    )  # fmt: skip
    parser.add_argument("--out", type=_name, required=True, metavar="NAME", help="the adapter's name")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where it is written (adapters/ in the data folder)")
    parser.add_argument("--questions", choices=LANGUAGES, help="the questions' language (that of most of them)")
    parser.add_argument("--passages", choices=LANGUAGES, help="the language of the passages (the questions' own)")
    parser.add_argument(
        "--order", action="store_true",
        help="learn also the order of what words and meaning find; the questions' vectors and words are kept for it",
    )  # fmt: skip
    parser.add_argument(
        "--by-name", action="store_true",
        help="train and judge beside the articles as a data set lays them out too, below their full names; the words of the "
        "questions are kept for an order",
    )  # fmt: skip
    _add_running(parser)


def add_metric_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser what the command for a metric takes."""
    parser.add_argument(
        "purpose", choices=(TOPIC, ASKED),
        help=f"`{TOPIC}`: the phrases of the topics; `{ASKED}`: the questions written for places",
    )  # fmt: skip
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where it is written (adapters/ in the data folder)")
    _add_running(parser)


def _add_running(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=Recipe.seed, help=f"({Recipe.seed})")
    parser.add_argument("--epochs", type=int, help="at most (the recipe's)")
    parser.add_argument("--quiet", action="store_true", help="no progress bars")
