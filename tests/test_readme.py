"""What README shows is what the program prints."""

import re
import shlex

import pytest

from retrieval.settings import ROOT, Settings
from tests.support import run_module

OWN = Settings(data_dir=ROOT / "data", corpus_dir=ROOT / "corpus")


@pytest.mark.skipif(
    not (OWN.data_dir / "index").is_dir(), reason="needs the index of the whole corpus: run `python -m ingest`"
)
def test_the_example_is_what_is_printed() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^    \$ python -m (.+)\n((?:    .+\n)+)", text, re.MULTILINE)
    module, *arguments = shlex.split(shown[0])
    printed = run_module(module, *arguments, settings=OWN)
    assert not printed.returncode, printed.stderr
    assert [line.strip() for line in printed.stdout.splitlines()] == [line.strip() for line in shown[1].splitlines()]


def test_every_link_leads_somewhere() -> None:
    for page in (
        ROOT / "README.md",
        ROOT / "eval" / "README.md",
        ROOT / "corpus" / "README.md",
        *(ROOT / "docs").glob("*.md"),
    ):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
