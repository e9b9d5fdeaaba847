"""`python -m eval`: measure answers, search and speed; prove the gold pairs; compare runs."""

import argparse
import logging
import sys
from datetime import date
from pathlib import Path

from eval import commands
from eval.baseline import BASELINE
from eval.feedback import from_feedback
from eval.gold import GOLD
from eval.judging import judge_command
from eval.labelled import LABELLED
from eval.scope import SCOPE
from retrieval.adapters.shelf import OFF
from retrieval.command import run
from retrieval.errors import FayanError
from retrieval.private import make_private
from retrieval.ranking.legs import LEGS
from retrieval.settings import Settings, settings

MOST = 200  # people, or questions of each
SPLITS = ("dev", "test", "all")
MODES = ("quoting", "generating")


def _legs(text: str) -> tuple[str, ...]:
    try:
        return commands.checked_legs(text, LEGS)
    except FayanError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= MOST:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    verbs = parser.add_subparsers(dest="command", required=True)

    gold = argparse.ArgumentParser(add_help=False)
    gold.add_argument("--gold", type=Path, default=GOLD, help="a .jsonl file of pairs, or a folder of them")
    split = argparse.ArgumentParser(add_help=False)
    split.add_argument("--split", choices=SPLITS, default="all", help="which pairs (all)")

    adapters = argparse.ArgumentParser(add_help=False)
    adapters.add_argument("--no-adapters", action="store_true", help="search with the questions' vectors as they are")

    run = verbs.add_parser("run", parents=[gold, adapters], help="ask every question, measure every answer")
    run.add_argument("--split", choices=SPLITS, help="which pairs (all; with --baseline dev)")
    run.add_argument("--out", type=Path, metavar="DIR", help="for results.json and report.html (data/eval/TIME)")
    run.add_argument(
        "--untrained",
        action="store_true",
        help="without the adapters, and every leg and kind of the search weighs the same",
    )
    run.add_argument("--url", help="ask a running server, as http://127.0.0.1:7860, instead of the library")
    run.add_argument("--mode", choices=MODES, help="how answers are made (as configured)")
    run.add_argument("--legs", type=_legs, default=LEGS, metavar="A,B", help=f"the search's legs: {', '.join(LEGS)}")
    run.add_argument(
        "--baseline", type=Path, nargs="?", const=BASELINE, metavar="FILE",
        help="ask the dev set, and exit 1 if a headline measure falls below this file (eval/baseline.json)",
    )  # fmt: skip
    run.set_defaults(do=commands.run)

    baseline = verbs.add_parser("baseline", parents=[gold], help="keep the dev set's headline measures")
    baseline.add_argument("--run", type=Path, metavar="RUN", help="of this run, instead of asking the dev set now")
    baseline.add_argument("--out", type=Path, default=BASELINE, metavar="FILE", help="(eval/baseline.json)")
    baseline.set_defaults(do=commands.baseline, untrained=False, url=None, mode=None, legs=LEGS)

    report = verbs.add_parser("report", help="write a run's HTML report again")
    report.add_argument("result", type=Path, metavar="RUN", help="results.json, or its folder")
    report.add_argument("--against", type=Path, metavar="RUN", help="compare with this run")
    report.add_argument("--out", type=Path, metavar="FILE")
    report.set_defaults(do=commands.report)

    check = verbs.add_parser("check-gold", parents=[gold], help="prove the pairs against the index")
    check.set_defaults(do=commands.check_gold)

    compare = verbs.add_parser("compare", help="compare two runs, question by question")
    compare.add_argument("before", type=Path)
    compare.add_argument("after", type=Path)
    compare.add_argument("--out", type=Path, metavar="FILE", help="write the differences as JSON too")
    compare.set_defaults(do=commands.compare)

    ablate = verbs.add_parser(
        "ablate", parents=[gold, split, adapters], help="switch each leg of the search off in turn"
    )
    ablate.add_argument("--out", type=Path, metavar="FILE.md")
    ablate.set_defaults(do=commands.ablation)

    calibrate = verbs.add_parser("calibrate", parents=[gold], help="what the declining threshold does")
    # a threshold is chosen by what this prints, and never on the split test
    calibrate.add_argument("--split", choices=SPLITS, default="dev", help="which pairs (dev)")
    calibrate.add_argument(
        "--scope",
        type=Path,
        default=SCOPE,
        metavar="DIR",
        help="questions of which only the scope is known (eval/scope)",
    )
    calibrate.add_argument("--out", type=Path, metavar="FILE")
    calibrate.set_defaults(do=commands.calibrate)

    retrieval = verbs.add_parser(
        "retrieval", parents=[adapters], help="measure the search on a data set in BEIR's form"
    )
    retrieval.add_argument("--dataset", type=Path, required=True, metavar="DIR")
    retrieval.add_argument("--split", default="test", help="which qrels/SPLIT.tsv (test)")
    retrieval.add_argument("--out", type=Path, required=True, metavar="FILE")
    retrieval.set_defaults(do=commands.retrieval)

    judge = verbs.add_parser("judge", help="a language model's verdicts, and how far it agrees with a person")
    judge.add_argument("run", type=Path, nargs="?", metavar="RUN", help="judge this run's answers too")
    judge.add_argument("--model", help="a LangChain name, as openai:NAME or ollama:NAME (FAYAN_CHAT_MODEL)")
    judge.add_argument("--base-url", help="of any server in OpenAI's form (FAYAN_CHAT_BASE_URL)")
    judge.add_argument("--labelled", type=Path, default=LABELLED, metavar="FILE", help="(eval/labelled/answers.jsonl)")
    judge.add_argument("--out", type=Path, metavar="DIR", help="for verdicts.json and replies.jsonl (data/eval/judge)")
    judge.set_defaults(do=judge_command)

    feedback = verbs.add_parser("from-feedback", parents=[gold], help="readers' thumbs and comments as drafts of pairs")
    feedback.add_argument("--thumb", choices=("up", "down", "all"), default="all", help="which thumbs (all)")
    feedback.add_argument("--since", type=date.fromisoformat, metavar="DATE", help="given on this day or later")
    feedback.add_argument("--out", type=Path, metavar="FILE", help="(data/eval/feedback-TIME.jsonl)")
    feedback.set_defaults(do=from_feedback)

    bench = verbs.add_parser("bench", parents=[gold], help="speed of ingest, search and answers")
    bench.add_argument("--out", type=Path, metavar="FILE")
    bench.set_defaults(do=commands.bench)

    load = verbs.add_parser("load", parents=[gold], help="many people at the page of a running app at once")
    load.add_argument("--url", help="of the app (http://127.0.0.1 and FAYAN_PORT)")
    load.add_argument("--people", type=_count, default=20, help="how many (20)")
    load.add_argument("--rounds", type=_count, default=4, help="questions that each of them asks (4)")
    load.add_argument("--pause", type=float, default=5.0, metavar="S", help="seconds that each reads an answer (5)")
    load.add_argument("--out", type=Path, metavar="FILE")
    load.set_defaults(do=commands.load)
    return parser


def main(arguments: list[str] | None = None, own: Settings | None = None) -> int:
    """Run a command; return its exit status: 0 done, 1 failed or faults found, 2 wrong usage.

    :param own: The settings, instead of the environment's.
    """
    make_private()
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    logging.getLogger("eval").setLevel(logging.INFO)
    try:
        own = own or settings()
        if getattr(options, "no_adapters", False) or getattr(options, "untrained", False):
            own = own.model_copy(update={"adapters": OFF})
        text, status = options.do(options, own)
    except FayanError as error:
        print(error, file=sys.stderr)
        return 1
    print(text)
    return status


if __name__ == "__main__":
    sys.exit(run(main))
