"""Do the figures of a Chinese line stand in its English line?"""

import re

from ingest.blocks import Block
from ingest.check.entry import Entry, Text
from ingest.check.findings import Findings

# 12 and 3月 may be written out in English; 万 and 亿 are multiplied out there
_CHINESE = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)(?![\d.,]*\d)(?!\s*[万亿])")
_ENGLISH = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LONG = 3


def check_figures(entry: Entry, findings: Findings) -> None:
    """Check that every Chinese figure of three digits or more stands in the English line beside it."""
    chinese, english = entry.chinese, entry.texts.get("en")
    if chinese is None or english is None or english.path is None:
        return
    for position, block in enumerate(english.blocks):
        other = _beside(chinese, block, position)
        lines = zip(other.text.split("\n") if other else (), block.text.split("\n"), strict=False)
        for number, (zh, en) in enumerate(lines):
            missing = sorted(_long_figures(zh) - {_plain(match[0]) for match in _ENGLISH.finditer(en)})
            if missing:
                findings.fault(
                    english.path, english.line(block, number),
                    f"the Chinese line has {', '.join(missing)}, the English one has not",
                )  # fmt: skip


def _beside(chinese: Text, block: Block, position: int) -> Block | None:
    if block.article:
        return chinese.find(block.article)
    return chinese.blocks[position] if position < len(chinese.blocks) else None


def _long_figures(line: str) -> set[str]:
    figures = {_plain(match[1]) for match in _CHINESE.finditer(line)}
    return {figure for figure in figures if len(figure) >= _LONG}


def _plain(figure: str) -> str:
    return figure.replace(",", "")
