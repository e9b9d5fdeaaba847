"""A memo as a Markdown file with footnotes; every character of a text is shown as it is."""

from collections.abc import Sequence

from prompts import say
from web.export.memo import Block, Memo, Note, Run
from web.transcripts.markdown import escape_markdown, escape_piece

_BREAK = "\\\n"  # a line ends here, the paragraph does not


def to_markdown_file(memo: Memo) -> str:
    """Return the file's text."""
    language = memo.language
    parts = [f"# {_line(memo.title)}", _line(say(language, "export_exported", time=memo.exported))]
    for answer in memo.answers:
        parts += [f"## {_line(answer.question)}", f"*{_line(answer.facts)}*"]
        parts += [_block(block) for block in answer.blocks]
    parts += [f"## {_line(say(language, 'export_authorities'))}", _authorities(memo)]
    parts += [f"## {_line(say(language, 'export_disclaimer'))}", _line(memo.disclaimer)]
    parts += [_note(note, language) for note in memo.notes]
    return "\n\n".join(part for part in parts if part) + "\n"


def _line(text: str) -> str:
    return escape_markdown(" ".join(text.split()))


def _lines(text: str) -> str:
    return _BREAK.join(escape_markdown(line) for line in text.split("\n"))


def _block(block: Block) -> str:
    if block.rows:
        return _table([[_runs(cell) for cell in row] for row in block.rows])
    items = "\n".join(f"- {_runs(item)}" for item in block.items)
    return "\n\n".join(part for part in (_runs(block.runs), items) if part)


def _runs(runs: Sequence[Run]) -> str:
    return "".join(
        f"[^{run.note.number}]" if run.note else escape_piece(run.piece.text).replace("\n", _BREAK) for run in runs
    )


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *others = rows
    lines = [head, ["---"] * len(head), *others]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _note(note: Note, language: str) -> str:
    first = say(language, "export_quote", label=note.label, quote=note.quote) if note.quote else note.label
    text = _BREAK.join(_lines(part) for part in (first, *note.facts))
    return f"[^{note.number}]: " + text.replace("\n", "\n    ")


def _authorities(memo: Memo) -> str:
    if not memo.authorities:
        return _line(say(memo.language, "export_none"))
    names = ["authority", "number", "force", "cited", *(["notes"] if memo.notes else [])]
    rows = [[_line(say(memo.language, f"export_col_{name}")) for name in names]]
    for row in memo.authorities:
        titles = [row.title] if row.other_title in ("", row.title) else [row.title, row.other_title]
        cells = [titles, [row.number], row.force, row.cited, [", ".join(map(str, row.notes))]]
        rows.append(["<br>".join(map(_line, cell)) for cell in cells[: len(names)]])
    return _table(rows)
