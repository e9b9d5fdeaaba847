"""`python -m eval judge`: a language model's verdicts on a run, and how far it agrees with a person."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from eval.environment import now, versions
from eval.judges.agreement import Agreement, agreement
from eval.judges.judge import judge
from eval.judges.labelled import Judged, Labelled, Verdict, read_labelled
from eval.run import GROUPINGS, read_result, write_json
from eval.table import shown, table
from retrieval.errors import FayanError
from retrieval.model.chat import load_chat_model
from retrieval.settings import Settings
from retrieval.statistics import RESAMPLES, SEED, estimate

SCALES = {"answers": ("yes", "partly", "no"), "to_the_point": ("yes", "no")}
WORTH = {"yes": 1.0, "partly": 0.5, "no": 0.0}
UNREADABLE = "unreadable"
LEAST_KAPPA = 0.6  # below it a judge's figures are shown with a warning


def said(verdict: Verdict | None, scale: str) -> str:
    """Return what a verdict says on a scale."""
    return getattr(verdict, scale) if verdict else UNREADABLE


def agreements(labelled: Sequence[Labelled], verdicts: Sequence[Verdict | None]) -> dict[str, Agreement]:
    """Return scale to the agreement of a person and the judge."""
    return {
        name: agreement([getattr(row.verdict, name) for row in labelled], [said(v, name) for v in verdicts], scale)
        for name, scale in SCALES.items()
    }


def judge_command(options: Namespace, settings: Settings) -> tuple[str, int]:
    """Judge the labelled answers and, if given, a run's; report the agreement and the verdicts."""
    own = settings.model_copy(
        update={
            "chat_model": options.model or settings.chat_model, "chat_base_url": options.base_url or settings.chat_base_url
        }
    )  # fmt: skip
    model = load_chat_model(own)
    if model is None:
        raise FayanError("A judge is a language model: name one with --model, as openai:NAME or ollama:NAME.")
    name = str(own.chat_model)
    out = options.out or settings.data_dir / "eval" / "judge"
    labelled = read_labelled(options.labelled)
    result = read_result(options.run) if options.run else None
    verdicts = judge(model, name, [row.judged for row in labelled], out / "replies.jsonl")
    agreed = agreements(labelled, verdicts)
    content: dict[str, Any] = {
        "created": now(), "model": name, "base_url": own.chat_base_url, "versions": versions(), "seed": SEED,
        "resamples": RESAMPLES, "agreement": {key: asdict(value) for key, value in agreed.items()},
        "labelled": [
            {"id": row.judged.id, "person": row.verdict.model_dump(), "judge": verdict and verdict.model_dump()}
            for row, verdict in zip(labelled, verdicts, strict=True)
        ],
    }  # fmt: skip
    text = [agreement_text(name, labelled, verdicts, agreed)]
    if result:
        rows = [Judged.from_row(row) for row in result["questions"]]
        judged = judge(model, name, rows, out / "replies.jsonl")
        content["run"] = {"created": result["created"], "index": result["index"].get("id")}
        content["questions"] = [
            {"id": row["id"], **{key: row[key] for key in GROUPINGS}, "judge": verdict and verdict.model_dump()}
            for row, verdict in zip(result["questions"], judged, strict=True)
        ]
        text.append(verdicts_text(content["questions"]))
    write_json(out / "verdicts.json", content)
    return "\n\n".join([*text, str(out / "verdicts.json")]), 0


def agreement_text(
    name: str, labelled: Sequence[Labelled], verdicts: Sequence[Verdict | None], agreed: dict[str, Agreement]
) -> str:
    """Return the agreement as tables, and the answers on which the two differ."""
    rows = [
        [key, str(len(labelled)), shown(value.share), shown(value.kappa)] for key, value in agreed.items()
    ]  # fmt: skip
    head = [f"{name} and a person", "n", "same verdict [95 % interval]", "Cohen's kappa [95 % interval]"]
    parts = [table(head, rows)]
    for key, value in agreed.items():
        head = [f"{key}: person \\ judge", *value.scale]
        parts.append(table(head, [[a, *map(str, line)] for a, line in zip(value.scale, value.counts, strict=True)]))
    differing = [
        f"  {row.judged.id}: {', '.join(gaps)} ({verdict.because if verdict else 'no verdict in the reply'})"
        for row, verdict in zip(labelled, verdicts, strict=True)
        if (gaps := _gaps(row, verdict))
    ]
    if differing:
        parts.append("\n".join(["They differ on", *differing]))
    if weak := [key for key, value in agreed.items() if value.kappa is None or value.kappa.mean < LEAST_KAPPA]:
        parts.append(f"Kappa below {LEAST_KAPPA}: do not rely on this judge for {', '.join(weak)}.")
    return "\n\n".join(parts)


def _gaps(row: Labelled, verdict: Verdict | None) -> list[str]:
    return [
        f"{scale} {getattr(row.verdict, scale)} / {said(verdict, scale)}"
        for scale in SCALES
        if getattr(row.verdict, scale) != said(verdict, scale)
    ]


def verdicts_text(questions: Sequence[dict[str, Any]]) -> str:
    """Return the mean verdicts on a run's answers, in all and by group; a reply without a verdict counts as no."""
    groups = {"all": list(questions)}
    for grouping in GROUPINGS:
        for name in sorted({row[grouping] for row in questions}):
            groups[f"{grouping} {name}"] = [row for row in questions if row[grouping] == name]
    rows = [
        [name, str(len(own)), *(shown(estimate([_worth(row["judge"], scale) for row in own])) for scale in SCALES)]
        for name, own in groups.items()
    ]
    unread = sum(row["judge"] is None for row in questions)
    note = f"\n{unread} replies held no verdict and count as no." if unread else ""
    return table(["the judge's verdicts (yes 1, partly .5, no 0)", "n", *SCALES], rows) + note


def _worth(verdict: dict[str, str] | None, scale: str) -> float:
    return WORTH[verdict[scale]] if verdict else 0.0
