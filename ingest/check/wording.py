"""Is the Chinese of the instruments whose digests are held the official wording, line by line?

A digest is made of a line's letters and figures alone, full-width and half-width forms alike: what it tells apart is the
wording and the division into paragraphs and items, not spacing or punctuation.
"""

import hashlib
import json
import unicodedata
from pathlib import Path

from ingest.check.entry import Entry, Text
from ingest.check.findings import Findings
from retrieval.authority import Coverage

DIGESTS = Path(__file__).with_name("official_wording.json")
_DIGITS = 16


def line_digest(line: str) -> str:
    """Return the digest of a line's letters and figures."""
    kept = "".join(char for char in unicodedata.normalize("NFKC", line) if char.isalnum())
    return hashlib.sha256(kept.encode()).hexdigest()[:_DIGITS]


def read_digests() -> dict[str, dict[str, list[str]]]:
    """Return authority id to article to the digests of its lines."""
    content = json.loads(DIGESTS.read_text(encoding="utf-8"))
    return {
        name: {article: [part[1] for part in entry["parts"]] for article, entry in articles.items()}
        for name, articles in content.items()
    }


def check_wording(entry: Entry, digests: dict[str, dict[str, list[str]]], findings: Findings) -> None:
    """Compare one authority's zh.md with its digests."""
    official, text = digests.get(entry.id), entry.texts.get("zh")
    if official is None or text is None or text.path is None:
        return
    held = set()
    for block in text.blocks:
        name = block.article or block.section or ""
        held.add(name)
        if name not in official:
            findings.fault(text.path, text.line(block), f"{name} is not an article of this instrument")
        else:
            lines = block.text.split("\n")
            _compare(text, name, text.line(block), [line_digest(line) for line in lines], official[name], findings)
    if (
        entry.authority
        and entry.authority.coverage == Coverage.WHOLE
        and (missing := [n for n in official if n not in held])
    ):
        findings.fault(text.path, 1, f"coverage is whole, yet these are missing: {'、'.join(missing)}")


def _compare(text: Text, name: str, line: int, found: list[str], official: list[str], findings: Findings) -> None:
    if found == official:
        return
    wrong = [number for number, digest in enumerate(found) if digest not in official]
    for number in wrong:
        findings.fault(text.path or Path(), line + number, f"{name}: this line is not the official wording")
    if not wrong:
        findings.fault(
            text.path or Path(), line,
            f"{name} has {len(found)} lines, the official text {len(official)}, or they are in another order",
        )  # fmt: skip
