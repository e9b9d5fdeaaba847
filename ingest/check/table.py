"""The table of contents in the corpus's README.md, made from the meta files."""

from pathlib import Path

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from ingest.check.schemas import FOLDERS
from retrieval.authority import Authority, Kind

BEGIN = "<!-- table: made from the meta files by `python -m ingest.check --write-table` -->"
END = "<!-- end of the table -->"
_COMMAND = "run `python -m ingest.check --write-table`"
_LAW_HEAD = "| Folder | Title | Number | In force | Status | Chinese | English |\n|---|---|---|---|---|---|---|"
_CASE_HEAD = "| Folder | Title | Number | Decided | Charge | Confidence |\n|---|---|---|---|---|---|"


def render_table(entries: list[Entry]) -> str:
    """Return the table, with a part for each kind."""
    parts = []
    for folder, kind in FOLDERS.items():
        own = sorted((e for e in entries if e.authority and e.authority.kind is kind), key=lambda e: e.id)
        if own:
            row, head = (_law, _LAW_HEAD) if kind.is_law or kind is Kind.COMMENTARY else (_case, _CASE_HEAD)
            parts.append("\n".join([f"### {folder} ({len(own)})", "", head, *map(row, own)]))
    return "\n\n".join(parts)


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ") if text else ""


def _title(authority: Authority) -> str:
    return f"{_cell(authority.short_title('zh'))}<br>{_cell(authority.short_title('en'))}"


def _law(entry: Entry) -> str:
    authority = entry.authority
    assert authority is not None  # the table leaves out what has no valid meta.yaml
    force = f"{authority.effective or '?'} – {authority.ended or ''}".rstrip(" –") if authority.effective else ""
    status = authority.status.replace("_", " ") if authority.kind.is_law else ""
    counts = [_count(entry, language) for language in ("zh", "en")]
    counts[0] += {"restated": ", restated", "excerpt": ", excerpt"}.get(authority.coverage, "")
    cells = [_link(entry), _title(authority), _cell(authority.number), force, status, *counts]
    return f"| {' | '.join(cells)} |"


def _count(entry: Entry, language: str) -> str:
    text = entry.texts.get(language)
    if text is None:
        return "none"
    articles = sum(block.article is not None for block in text.blocks)
    return f"{articles} articles" if articles else f"{len(text.blocks)} sections"


def _case(entry: Entry) -> str:
    authority = entry.authority
    assert authority is not None  # as above
    facts = authority.case or {}
    charge = (facts.get("charge") or {}).get("article") or ""
    cells = [_link(entry), _title(authority), _cell(authority.number), _cell(facts.get("decided")), _cell(charge), _cell(facts.get("confidence"))]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _link(entry: Entry) -> str:
    return f"[{entry.id}]({entry.folder.parent.name}/{entry.id}/)"


def _divide(text: str) -> tuple[str, str, str] | None:
    begin, end = text.find(BEGIN), text.find(END)
    if begin < 0 or end < begin:
        return None
    return text[: begin + len(BEGIN)], text[begin + len(BEGIN) : end], text[end:]


def check_table(corpus: Path, entries: list[Entry], findings: Findings) -> None:
    """Check that README.md holds the table as the meta files give it."""
    path = corpus / "README.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    divided = _divide(text)
    if divided is None:
        findings.fault(path, 1, f"the lines {BEGIN} and {END} are missing; add them and {_COMMAND}")
    elif divided[1].strip() != render_table(entries):
        findings.fault(path, text[: text.find(BEGIN)].count("\n") + 1, f"the table is out of date: {_COMMAND}")


def write_table(corpus: Path, entries: list[Entry]) -> bool:
    """Put the table between its marks in README.md; return False where they are missing."""
    path = corpus / "README.md"
    divided = _divide(path.read_text(encoding="utf-8")) if path.is_file() else None
    if divided is None:
        return False
    path.write_text(f"{divided[0]}\n\n{render_table(entries)}\n\n{divided[2]}", encoding="utf-8")
    return True
