"""The arguments of `python -m eval`: what can be asked of it, and what does it."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from eval import commands
from eval.baseline import BASELINE
from eval.feedback import from_feedback
from eval.judges.command import judge_command
from eval.judges.labelled import LABELLED
from eval.pairs import GOLD
from eval.scope import SCOPE
from retrieval.errors import FayanError
from retrieval.ranking.legs import LEGS

MOST = 200  # people, or questions of each
SPLITS = ("dev", "test", "all")
MODES = ("quoting", "generating")
Verbs = Any  # argparse has no public name for what `add_subparsers` returns


def read_arguments(description: str | None, arguments: list[str] | None) -> argparse.Namespace:
    """Return the arguments; `do` takes them and the settings, and returns a text and the exit status.

    :param arguments: Instead of those of this process.
    """
    parser = argparse.ArgumentParser(prog="python -m eval", description=description)
    verbs = parser.add_subparsers(dest="command", required=True)
    in_order = (
        _run, _baseline, _report, _check, _compare, _ablate, _calibrate, _retrieval, _judge, _feedback,
        _bench, _load,
    )  # fmt: skip
    for add in in_order:
        add(verbs)
    return parser.parse_args(arguments)


def _gold() -> argparse.ArgumentParser:
    own = argparse.ArgumentParser(add_help=False)
    own.add_argument("--gold", type=Path, default=GOLD, help="a .jsonl file of pairs, or a folder of them")
    return own


def _split() -> argparse.ArgumentParser:
    own = argparse.ArgumentParser(add_help=False)
    own.add_argument("--split", choices=SPLITS, default="all", help="which pairs (all)")
    return own


def _adapters() -> argparse.ArgumentParser:
    own = argparse.ArgumentParser(add_help=False)
    own.add_argument("--no-adapters", action="store_true", help="search with the questions' vectors as they are")
    return own


def _run(verbs: Verbs) -> None:
    own = verbs.add_parser("run", parents=[_gold(), _adapters()], help="ask every question, measure every answer")
    own.add_argument("--split", choices=SPLITS, help="which pairs (all; with --baseline dev)")
    own.add_argument("--out", type=Path, metavar="DIR", help="for results.json and report.html (data/eval/TIME)")
    own.add_argument(
        "--untrained",
        action="store_true",
        help="without the adapters, and every leg and kind of the search weighs the same",
    )
    own.add_argument("--url", help="ask a running server, as http://127.0.0.1:7860, instead of the library")
    own.add_argument("--mode", choices=MODES, help="how answers are made (as configured)")
    own.add_argument("--legs", type=_legs, default=LEGS, metavar="A,B", help=f"the search's legs: {', '.join(LEGS)}")
    own.add_argument(
        "--baseline", type=Path, nargs="?", const=BASELINE, metavar="FILE",
        help="ask the dev set, and exit 1 if a headline measure falls below this file (eval/baseline.json)",
    )  # fmt: skip
    own.set_defaults(do=commands.run)


def _baseline(verbs: Verbs) -> None:
    own = verbs.add_parser("baseline", parents=[_gold()], help="keep the dev set's headline measures")
    own.add_argument("--run", type=Path, metavar="RUN", help="of this run, instead of asking the dev set now")
    own.add_argument("--out", type=Path, default=BASELINE, metavar="FILE", help="(eval/baseline.json)")
    own.set_defaults(do=commands.baseline, untrained=False, url=None, mode=None, legs=LEGS)


def _report(verbs: Verbs) -> None:
    own = verbs.add_parser("report", help="write a run's HTML report again")
    own.add_argument("result", type=Path, metavar="RUN", help="results.json, or its folder")
    own.add_argument("--against", type=Path, metavar="RUN", help="compare with this run")
    own.add_argument("--out", type=Path, metavar="FILE")
    own.set_defaults(do=commands.report)


def _check(verbs: Verbs) -> None:
    own = verbs.add_parser("check-gold", parents=[_gold()], help="prove the pairs against the index")
    own.set_defaults(do=commands.check_gold)


def _compare(verbs: Verbs) -> None:
    own = verbs.add_parser("compare", help="compare two runs, question by question")
    own.add_argument("before", type=Path)
    own.add_argument("after", type=Path)
    own.add_argument("--out", type=Path, metavar="FILE", help="write the differences as JSON too")
    own.set_defaults(do=commands.compare)


def _ablate(verbs: Verbs) -> None:
    own = verbs.add_parser(
        "ablate", parents=[_gold(), _split(), _adapters()], help="switch each leg of the search off in turn"
    )
    own.add_argument("--out", type=Path, metavar="FILE.md")
    own.set_defaults(do=commands.ablation)


def _calibrate(verbs: Verbs) -> None:
    own = verbs.add_parser("calibrate", parents=[_gold()], help="what the declining threshold does")
    # a threshold is chosen by what this prints, and never on the split test
    own.add_argument("--split", choices=SPLITS, default="dev", help="which pairs (dev)")
    own.add_argument(
        "--scope",
        type=Path,
        default=SCOPE,
        metavar="DIR",
        help="questions of which only the scope is known (eval/scope)",
    )
    own.add_argument("--out", type=Path, metavar="FILE")
    own.set_defaults(do=commands.calibrate)


def _retrieval(verbs: Verbs) -> None:
    own = verbs.add_parser("retrieval", parents=[_adapters()], help="measure the search on a data set in BEIR's form")
    own.add_argument("--dataset", type=Path, required=True, metavar="DIR")
    own.add_argument("--split", default="test", help="which qrels/SPLIT.tsv (test)")
    own.add_argument("--out", type=Path, required=True, metavar="FILE")
    own.set_defaults(do=commands.retrieval)


def _judge(verbs: Verbs) -> None:
    own = verbs.add_parser("judge", help="a language model's verdicts, and how far it agrees with a person")
    own.add_argument("run", type=Path, nargs="?", metavar="RUN", help="judge this run's answers too")
    own.add_argument("--model", help="a LangChain name, as openai:NAME or ollama:NAME (FAYAN_CHAT_MODEL)")
    own.add_argument("--base-url", help="of any server in OpenAI's form (FAYAN_CHAT_BASE_URL)")
    own.add_argument("--labelled", type=Path, default=LABELLED, metavar="FILE", help="(eval/labelled/answers.jsonl)")
    own.add_argument("--out", type=Path, metavar="DIR", help="for verdicts.json and replies.jsonl (data/eval/judge)")
    own.set_defaults(do=judge_command)


def _feedback(verbs: Verbs) -> None:
    own = verbs.add_parser("from-feedback", parents=[_gold()], help="readers' thumbs and comments as drafts of pairs")
    own.add_argument("--thumb", choices=("up", "down", "all"), default="all", help="which thumbs (all)")
    own.add_argument("--since", type=date.fromisoformat, metavar="DATE", help="given on this day or later")
    own.add_argument("--out", type=Path, metavar="FILE", help="(data/eval/feedback-TIME.jsonl)")
    own.set_defaults(do=from_feedback)


def _bench(verbs: Verbs) -> None:
    own = verbs.add_parser("bench", parents=[_gold()], help="speed of ingest, search and answers")
    own.add_argument("--out", type=Path, metavar="FILE")
    own.set_defaults(do=commands.bench)


def _load(verbs: Verbs) -> None:
    own = verbs.add_parser("load", parents=[_gold()], help="many people at the page of a running app at once")
    own.add_argument("--url", help="of the app (http://127.0.0.1 and FAYAN_PORT)")
    own.add_argument("--people", type=_count, default=20, help="how many (20)")
    own.add_argument("--rounds", type=_count, default=4, help="questions that each of them asks (4)")
    own.add_argument("--pause", type=float, default=5.0, metavar="S", help="seconds that each reads an answer (5)")
    own.add_argument("--out", type=Path, metavar="FILE")
    own.set_defaults(do=commands.load)


def _legs(text: str) -> tuple[str, ...]:
    try:
        return commands.checked_legs(text, LEGS)
    except FayanError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= MOST:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST}")
