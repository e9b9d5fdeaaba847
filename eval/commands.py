"""What the commands do; each returns the text to print and the exit status."""

import logging
import random
from argparse import Namespace
from collections import Counter
from time import perf_counter
from typing import Any

from langchain_core.language_models import BaseChatModel

from eval.ablate import ablate, ablation_markdown, ablation_rows
from eval.baseline import (
    SPLIT,
    baseline_of,
    baseline_text,
    read_baseline,
    verdicts,
    write_baseline,
    written_text,
)
from eval.beir.measure import measure_data_set
from eval.calibrate import calibration_json, calibration_text, scope_surenesses, surenesses
from eval.check import gold_faults, training_faults
from eval.compare import changes, comparison_json, comparison_text
from eval.environment import described_index, described_settings, gold_digest, machine, now, versions
from eval.pairs import load_gold, read_gold
from eval.report.page import report_html
from eval.responders import Library
from eval.run import FORMAT, evaluate, last_result, read_result, stamp, summarise, write_json
from eval.scope import read_scope
from eval.server import Server
from eval.speed.bench import bench_ingest, bench_questions, bench_text
from eval.speed.load import Crowd, has_passed, load_text, measure_load
from eval.speed.repeated import bench_repeated
from eval.summary import all_tables
from eval.table import number, table
from retrieval.dates import clock
from retrieval.errors import FayanError
from retrieval.index import Index, open_index
from retrieval.model.chat import load_chat_model
from retrieval.settings import Settings
from retrieval.statistics import RESAMPLES, SEED

Outcome = tuple[str, int]
ALONE = 30  # questions that one person asks alone, before the many
_log = logging.getLogger(__name__)


def _about(settings: Settings, index: Index | None, health: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "created": now(),
        "versions": versions(),
        "machine": machine(),
        "settings": described_settings(settings),
        "index": described_index(index) if index else {"id": (health or {}).get("index_id"), **(health or {})},
    }


def _measured(options: Namespace, settings: Settings, split: str) -> dict[str, Any]:
    """Ask the gold questions of a split, and return everything that results.json has."""
    pairs = load_gold(options.gold, split)
    start, today = perf_counter(), clock.today()
    index, health = None, None
    if options.url:
        server = Server(options.url, options.mode)
        health = server.health()
        rows = evaluate(pairs, server, None)
    else:
        index = open_index(settings)
        index.tuned = not options.untrained
        rows = evaluate(pairs, Library(index, options.legs, today, _chat_model(options, settings)), index)
    questions = [row.to_json() for row in rows]
    return {
        "format": FORMAT, **_about(settings, index, health), "gold": str(options.gold), "gold_digest": gold_digest(pairs),
        "split": split, "url": options.url, "mode": options.mode, "legs": None if options.url else list(options.legs),
        "untrained": options.untrained,
        "today": today.isoformat(), "seed": SEED, "resamples": RESAMPLES, "seconds": round(perf_counter() - start, 1),
        "summary": summarise(questions), "questions": questions,
    }  # fmt: skip


def _chat_model(options: Namespace, settings: Settings) -> BaseChatModel | None:
    """The model that writes the answers: the configured one, unless quotations are asked for."""
    if options.mode == "quoting":
        return None
    model = load_chat_model(settings)
    if options.mode == "generating" and model is None:
        raise FayanError("--mode generating needs a language model: name one in FAYAN_CHAT_MODEL.")
    return model


def run(options: Namespace, settings: Settings) -> Outcome:
    """Ask the gold questions and write results.json and report.html; hold them against the baseline if asked."""
    kept = read_baseline(options.baseline) if options.baseline else None
    result = _measured(options, settings, options.split or (SPLIT if kept else "all"))
    out = options.out or settings.data_dir / "eval" / stamp()
    write_json(out / "results.json", result)
    last = last_result(out.parent, out)
    (out / "report.html").write_text(_page(result, last), encoding="utf-8")
    text = f"{all_tables(result['summary'])}\n\n{out / 'results.json'}\n{out / 'report.html'}"
    if kept is None:
        return text, 0
    found = verdicts(kept, result)
    return f"{text}\n\n{baseline_text(found, kept, result)}", int(any(verdict.has_fallen for verdict in found))


def baseline(options: Namespace, settings: Settings) -> Outcome:
    """Keep the dev set's headline measures as the baseline."""
    result = read_result(options.run) if options.run else _measured(options, settings, SPLIT)
    made = baseline_of(result)
    write_baseline(options.out, made)
    return f"{written_text(made)}\n\n{options.out}", 0


def _page(result: dict[str, Any], other: dict[str, Any] | None) -> str:
    """The report; compared with another run if that one asked some of the same questions."""
    shared = other and {row["id"] for row in other["questions"]} & {row["id"] for row in result["questions"]}
    if not (other and shared):
        return report_html(result)
    return report_html(result, changes(other, result), other["created"])


def report(options: Namespace, settings: Settings) -> Outcome:
    """Write the report of a run again, compared with another one if asked."""
    result = read_result(options.result)
    other = read_result(options.against) if options.against else None
    folder = options.result if options.result.is_dir() else options.result.parent
    out = options.out or folder / "report.html"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(_page(result, other), encoding="utf-8")
    return str(out), 0


def check_gold(options: Namespace, settings: Settings) -> Outcome:
    """Prove the gold pairs against the index."""
    pairs, faults = read_gold(options.gold)
    faults += gold_faults(pairs, open_index(settings)) + training_faults(pairs, settings)
    if faults:
        return "\n".join([*faults, f"{len(faults)} faults in {len(pairs)} pairs"]), 1
    facts = sum(len(pair.key_facts) for pair in pairs)
    beyond = [f"{pair.id}: {fact}: {why}" for pair in pairs for fact, why in pair.not_in_text.items()]
    counts = Counter(pair.kind for pair in pairs)
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
    return "\n".join([f"{len(pairs)} pairs, {facts} key facts, no fault ({kinds})", *beyond]), 0


def compare(options: Namespace, settings: Settings) -> Outcome:
    """Compare two runs."""
    found = changes(read_result(options.before), read_result(options.after))
    if options.out:
        write_json(options.out, comparison_json(found))
    return comparison_text(found), 0


def ablation(options: Namespace, settings: Settings) -> Outcome:
    """Switch each leg off in turn."""
    pairs = load_gold(options.gold, options.split)
    index = open_index(settings)
    found = ablate(pairs, index)
    if options.out:
        about = {"index": index.index_id, "passages": len(index.passages), "model": index.manifest.model,
                 "split": options.split, "measured": now()}  # fmt: skip
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(ablation_markdown(found, about), encoding="utf-8")
    return table(*ablation_rows(found)), 0


def calibrate(options: Namespace, settings: Settings) -> Outcome:
    """Show what the declining threshold does at each value."""
    pairs = load_gold(options.gold, options.split)
    index = open_index(settings)
    found = [*surenesses(pairs, index), *scope_surenesses(read_scope(options.scope), index)]
    out = options.out or settings.data_dir / "eval" / f"calibration-{stamp()}.json"
    write_json(out, {**_about(settings, index), "split": options.split, **calibration_json(found)})
    return f"{calibration_text(found)}\n\n{out}", 0


def retrieval(options: Namespace, settings: Settings) -> Outcome:
    """Measure the search on a data set in BEIR's form."""
    result = measure_data_set(settings, options.dataset, options.split)
    write_json(options.out, {**result, "created": now(), "versions": versions(), "machine": machine()})
    names = list(result["measures"])
    legs = {**result["legs"], "fused": result["measures"]}
    rows = [[leg, *(number(values[name]) for name in names)] for leg, values in legs.items()]
    times = f"{result['seconds']:.0f} s ({result['cpu_seconds']:.0f} s of processor)"
    head = f"{result['documents']} documents, {result['queries']} queries, {times}"
    return f"{table([head, *names], rows)}\n\n{options.out}", 0


def bench(options: Namespace, settings: Settings) -> Outcome:
    """Measure the speed of ingest, search and answers."""
    pairs = load_gold(options.gold)
    index = open_index(settings)
    questions = bench_questions(pairs, index) | bench_repeated(index)
    about = _about(settings, index)
    _log.info("Bare encoder and ingest: some minutes")
    ingest = bench_ingest(settings)
    out = options.out or settings.data_dir / "eval" / f"bench-{stamp()}.json"
    write_json(out, {**about, "ingest": ingest, "questions": questions})
    return f"{bench_text(ingest, questions)}\n\n{out}", 0


def load(options: Namespace, settings: Settings) -> Outcome:
    """Let many people ask a running app at once."""
    url = options.url or f"http://127.0.0.1:{settings.port}"
    questions = [pair.question for pair in load_gold(options.gold) if not pair.history]
    random.Random(SEED).shuffle(questions)
    wanted = 1 + ALONE + options.people * (1 + options.rounds)
    if len(questions) < wanted:
        raise FayanError(f"{options.gold} has {len(questions)} first questions, and {wanted} are needed: ask for less.")
    crowd = Crowd(url, options.people, options.pause)
    result = measure_load(crowd, questions[:wanted], ALONE, options.people)
    out = options.out or settings.data_dir / "eval" / f"load-{stamp()}.json"
    write_json(out, {**result, "people": options.people, "rounds": options.rounds, "pause_s": options.pause,
                     "url": url, "measured": now(), "machine": machine()})  # fmt: skip
    return f"{load_text(result)}\n\n{out}", int(not has_passed(result))


def checked_legs(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the legs that a comma-separated text names.

    :raises FayanError: If there is no such leg.
    """
    legs = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [leg for leg in legs if leg not in known]
    if unknown or not legs:
        raise FayanError(f"There is no leg {', '.join(map(repr, unknown or ['']))}: the legs are {', '.join(known)}.")
    return legs
