"""The table of contents in the corpus's README.md, made from the meta files."""

from collections.abc import Sequence
from pathlib import Path

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from ingest.check.schemas import FOLDERS
from retrieval.authority import Authority, Coverage, Kind

BEGIN = "<!-- table: made from the meta files by `python -m ingest.check --write-table` -->"
END = "<!-- end of the table -->"
_COMMAND = "run `python -m ingest.check --write-table`"
_HEADS = {
    Kind.CASE: ("Folder", "Title", "Number", "Decided", "Charge", "Confidence"),
    Kind.PENALTY: ("Folder", "Title", "Number", "Decided", "Confidence"),
    Kind.COMMENTARY: ("Folder", "Title", "Chinese", "English"),
}
_LAW = ("Folder", "Title", "Number", "In force", "Status", "Chinese", "English")


def render_table(entries: list[Entry]) -> str:
    """Return the table, with a part for each kind."""
    parts = []
    for folder, kind in FOLDERS.items():
        head = _HEADS.get(kind, _LAW)
        rows = [_row(e, head) for e in sorted(entries, key=lambda e: e.id) if e.authority and e.authority.kind is kind]
        if rows:
            parts.append(
                "\n".join([f"### {folder} ({len(rows)})", "", _line(head), f"|{'---|' * len(head)}", *map(_line, rows)])
            )
    return "\n\n".join(parts)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ") if text else ""


def _row(entry: Entry, head: Sequence[str]) -> list[str]:
    authority = entry.authority
    assert authority is not None  # the table leaves out what has no valid meta.yaml
    facts = authority.case or {}
    cells = {
        "Folder": f"[{entry.id}]({entry.folder.parent.name}/{entry.id}/)",
        "Title": f"{_cell(authority.short_title('zh'))}<br>{_cell(authority.short_title('en'))}",
        "Number": _cell(authority.number),
        "In force": _force(authority),
        "Status": authority.status.replace("_", " "),
        "Chinese": _count(entry, "zh") + ("" if authority.coverage == Coverage.WHOLE else f", {authority.coverage}"),
        "English": _count(entry, "en"),
        "Decided": _cell(facts.get("decided")),
        "Charge": _cell((facts.get("charge") or {}).get("article")),
        "Confidence": _cell(facts.get("confidence")),
    }
    return [cells[name] for name in head]


def _force(authority: Authority) -> str:
    if authority.effective is None:
        return ""
    return f"{authority.effective} to {authority.ended}" if authority.ended else f"from {authority.effective}"


def _count(entry: Entry, language: str) -> str:
    text = entry.texts.get(language)
    if text is None:
        return "none"
    articles = sum(block.article is not None for block in text.blocks)
    return f"{articles} articles" if articles else f"{len(text.blocks)} sections"


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
