"""`python -m retrieval search|ask "..."`: find passages, or answer a question; `train`, `train-metric`: what is learned."""

import argparse
import json
import logging
import os
import sys
from datetime import date

os.environ.setdefault("HF_HUB_OFFLINE", "1")

from langchain_core.language_models import BaseChatModel

from retrieval.answer.sources import ranked_source
from retrieval.authority import Kind
from retrieval.chain import PASSAGES, answer
from retrieval.command import run
from retrieval.dates.clock import today
from retrieval.index import open_index
from retrieval.language import visible
from retrieval.request import Request
from retrieval.result import Answer, RankedSource
from retrieval.search import search
from retrieval.settings import Settings, settings
from retrieval.training.options import add_arguments, add_metric_arguments

MAX_RESULTS = 100
WIDTH = 160


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date: write it as 2026-01-31") from error


def _count(text: str) -> int:
    if text.isdigit() and 1 <= int(text) <= MAX_RESULTS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MAX_RESULTS}")


def _kinds(text: str) -> frozenset[Kind]:
    try:
        return frozenset(Kind(name.strip()) for name in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}: the kinds are {', '.join(Kind)}") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m retrieval", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="search|ask|train|train-metric")
    for name, text in (("search", "list the passages found"), ("ask", "answer a question, every quotation checked")):
        command = commands.add_parser(name, help=text)
        command.add_argument("question")
        command.add_argument("--json", action="store_true", help="print JSON as the HTTP route gives it")
        usual = 10 if name == "search" else PASSAGES
        command.add_argument("-k", type=_count, default=usual, help=f"how many passages (1 to 100, {usual} by default)")
        command.add_argument("--as-of", type=_date, metavar="DATE", help="the law as it stood on this day")
        command.add_argument("--kinds", type=_kinds, metavar="KIND,...", help=f"only these: {', '.join(Kind)}")
    add_arguments(commands.add_parser("train", help="train an adapter of the search from questions and their places"))
    metric = commands.add_parser("train-metric", help="train what tells which phrases a question is like")
    add_metric_arguments(metric)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status: 0 done, 2 wrong usage; what fails is a `FayanError`."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    if options.command == "train":
        return _train(options)
    if options.command == "train-metric":
        return _train_metric(options)
    question = visible(options.question).strip()  # bytes that are no UTF-8 arrive as half characters
    if not question:
        print("The question is empty: write it in quotation marks behind the command.", file=sys.stderr)
        return 2
    request = Request(question, as_of=options.as_of, kinds=options.kinds)
    own = settings()
    index = open_index(own)
    if options.command == "ask":
        result = answer(index, request, today=today(), model=_chat_model(own), passages=options.k)
        print(result.model_dump_json(indent=1) if options.json else _readable(result))
        return 0
    found = search(index, request, options.k, today=today())
    passages = [ranked_source(index, one, rank, found.question) for rank, one in enumerate(found.found, 1)]
    if options.json:
        timings = {name: round(value, 1) for name, value in found.timings_ms.items()}
        print(
            json.dumps(
                {"passages": [p.model_dump(mode="json") for p in passages], "timings_ms": timings},
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        print("\n".join(_line(passage) for passage in passages))
    return 0


def _chat_model(own: Settings) -> BaseChatModel | None:
    if not own.chat_model:
        return None
    # imported here: it loads what the providers share, which nobody needs without one
    from retrieval.model.chat import load_chat_model

    return load_chat_model(own)


def _train(options: argparse.Namespace) -> int:
    # imported here: it loads torch, which no other command needs before its index is open
    from retrieval.training.command import train

    print(train(options, settings()))
    return 0


def _train_metric(options: argparse.Namespace) -> int:
    from retrieval.training.metric import train_metric

    print(train_metric(options, settings()))
    return 0


def _line(passage: RankedSource) -> str:
    text = " ".join(passage.text.split())
    return (
        f"{passage.rank:>3}  {passage.label}  ({passage.status})\n     {text[:WIDTH]}{'…' if len(text) > WIDTH else ''}"
    )


def _readable(result: Answer) -> str:
    lines = [result.answer, ""]
    for citation in result.citations:
        checks = ", ".join(f"{name} {outcome}" for name, outcome in citation.checks.model_dump().items() if outcome)
        lines.append(f"[{citation.n}] {citation.label}: {checks}")
    lines.append(f"{result.timings_ms.get('total', 0):.0f} ms")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(run(main))
