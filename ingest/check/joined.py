"""Are the passages of a text, joined, the text; and has every passage an id of its own?"""

from ingest.check.entry import Entry, Text
from ingest.check.findings import Findings
from ingest.passages import cut
from retrieval.passage import Passage

_WINDOW = 512


def _estimate(texts: list[str]) -> list[int]:
    """Count tokens without the model: near enough to cut long articles into parts as ingest does."""
    return [sum(1 if ord(char) > 0x2E80 else 0.25 for char in text).__ceil__() for text in texts]


def check_joined(entries: list[Entry], findings: Findings) -> None:
    """Check the passages of every authority."""
    seen: dict[str, str] = {}
    for entry in entries:
        source = entry.source()
        if source is None:
            continue
        passages = list(cut(source, _estimate, _WINDOW))
        for passage in passages:
            if passage.id in seen:
                findings.fault(entry.where(passage.language), 1, f"two passages have the id {passage.id}")
            seen[passage.id] = entry.id
        for language, text in entry.texts.items():
            own = [passage for passage in passages if passage.language == language]
            wrong = _in_file(text, own) if text.path else _in_blocks(text, own)
            if wrong:
                findings.fault(entry.where(language), *wrong)


def _in_file(text: Text, passages: list[Passage]) -> tuple[int, str] | None:
    """Walk through the file: between passages there may only be headings and blank lines."""
    at = 0
    for passage in passages:
        line = text.source.count("\n", 0, passage.start) + 1
        if text.source[passage.start : passage.start + len(passage.text)] != passage.text:
            return line, f"the passage {passage.id} is not the text that stands here"
        if rest := _left(text.source[at : passage.start]):
            return line, f"the passages leave out {rest!r:.60}"
        at = passage.start + len(passage.text)
    rest = _left(text.source[at:])
    return (text.source.count("\n", 0, at) + 1, f"the passages leave out {rest!r:.60}") if rest else None


def _left(between: str) -> str:
    return "".join(line for line in between.splitlines() if line.strip() and not line.startswith("#"))


def _in_blocks(text: Text, passages: list[Passage]) -> tuple[int, str] | None:
    """Compare text that has no file with the articles that it came in."""
    whole = "\n".join(block.text for block in text.blocks)
    joined = "\n".join(passage.text for passage in passages)
    return None if joined == whole else (1, "the passages of the data file's text, joined, are not that text")
