"""`python -m ingest.check`: what it prints, and its exit status."""

import os
import subprocess
from pathlib import Path

from tests import processes


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a reader would."""
    return processes.run(["-m", "ingest.check", *arguments], os.environ)


def test_without_faults_it_ends_with_0(corpus: Path) -> None:
    result = run(str(corpus))
    assert (result.returncode, result.stdout.splitlines()[-1]) == (0, "5 authorities, 0 faults")


def test_faults_are_lines_with_file_and_line_and_end_with_1(corpus: Path) -> None:
    path = corpus / "regulations" / "rules-a" / "meta.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 5000", "value: 7000"), encoding="utf-8")
    result = run(str(corpus))
    assert result.returncode == 1
    assert f"{path}:20: thresholds: 7000 元 does not stand in the Chinese text there" in result.stdout.splitlines()


def test_named_articles_without_english_are_information(corpus: Path) -> None:
    lines = run(str(corpus)).stdout.splitlines()
    remarks = [line for line in lines if line.endswith("(information)")]
    assert len(remarks) == 1
    assert "285" in remarks[0]
    assert " 99," not in remarks[0]


def test_the_table_is_renewed(corpus: Path) -> None:
    path = corpus / "regulations" / "rules-a" / "meta.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("zh: [甲规定]", "zh: [甲规]"), encoding="utf-8")
    assert run(str(corpus)).returncode == 1
    assert run(str(corpus), "--write-table").returncode == 0
    assert run(str(corpus)).returncode == 0
    assert "甲规<br>Rules A" in (corpus / "README.md").read_text(encoding="utf-8")


def test_a_table_without_marks_is_not_written(corpus: Path) -> None:
    (corpus / "README.md").write_text("# A corpus\n", encoding="utf-8")
    assert run(str(corpus), "--write-table").returncode == 1
    assert (corpus / "README.md").read_text(encoding="utf-8") == "# A corpus\n"


def test_a_folder_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    assert run(str(tmp_path / "none")).returncode == 2
