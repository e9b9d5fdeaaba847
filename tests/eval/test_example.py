"""The example of eval/README.md: one's own documents, with one's own pairs."""

import shutil
from collections.abc import Callable
from pathlib import Path

from eval.run import read_result
from retrieval.settings import ROOT, Settings
from tests.support import run_module

EXAMPLE = ROOT / "eval" / "example"


def test_the_example_works(workspace: Callable[..., Settings], tmp_path: Path) -> None:
    own = workspace()
    shutil.copytree(EXAMPLE / "documents", own.corpus_dir, dirs_exist_ok=True)
    for name in ("glossary.yaml", "topics.yaml"):
        (own.corpus_dir / name).unlink(missing_ok=True)  # one's own folder has none
    pairs, out = EXAMPLE / "pairs.jsonl", tmp_path / "run"
    for command in (
        ("ingest",),
        ("eval", "check-gold", "--gold", pairs),
        ("eval", "run", "--gold", pairs, "--out", out),
    ):
        done = run_module(*command, settings=own)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    measures = read_result(out)["summary"]["all"]["measures"]
    assert {measures[name]["mean"] for name in ("citation_recall", "key_facts", "verbatim", "declined")} == {1.0}
    assert measures["false_declines"]["mean"] == 0.0


def test_the_readme_names_the_example_s_files() -> None:
    text = (ROOT / "eval" / "README.md").read_text(encoding="utf-8")
    for path in ("eval/example/documents", "eval/example/pairs.jsonl"):
        assert path in text
        assert (ROOT / path).exists()
