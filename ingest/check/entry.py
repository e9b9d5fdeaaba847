"""An authority's folder as the checks see it: read as far as it can be read."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import ValidationError

from ingest.blocks import Block, parse_markdown
from ingest.check.findings import Findings
from ingest.check.yaml_lines import Located, load_located
from ingest.corpus import Source
from ingest.national_laws import add_national_laws, read_laws
from retrieval.authority import Authority
from retrieval.language import LANGUAGES


@dataclass
class Text:
    """One language of an authority.

    :param path: None for Chinese that comes from the data file.
    """

    path: Path | None
    source: str
    title: str | None
    blocks: list[Block]

    def line(self, block: Block, number: int = 0) -> int:
        """Return the line in the file of a block's line, both headings and blank lines counted."""
        return self.source.count("\n", 0, block.start) + 1 + number

    def find(self, place: str) -> Block | None:
        """Return the article or section of that name."""
        return next((block for block in self.blocks if place in (block.article, block.section)), None)


@dataclass
class Entry:
    """An authority's folder.

    :param authority: None where meta.yaml is not valid.
    """

    folder: Path
    meta: Located
    authority: Authority | None
    texts: dict[str, Text] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The folder's name."""
        return self.folder.name

    @property
    def meta_path(self) -> Path:
        """The file with the fields."""
        return self.folder / "meta.yaml"

    @property
    def chinese(self) -> Text | None:
        """The Chinese text, from wherever it comes."""
        return self.texts.get("zh")

    def where(self, language: str) -> Path:
        """Return the file to which a finding on a text of that language belongs."""
        text = self.texts.get(language)
        return text.path if text and text.path else self.meta_path

    def source(self) -> Source | None:
        """Return the authority with its texts as ingest takes them."""
        if self.authority is None:
            return None
        return Source(self.authority, {name: text.blocks for name, text in self.texts.items()})


def read_entries(corpus: Path, findings: Findings) -> list[Entry]:
    """Read every folder with a meta.yaml; what cannot be read becomes a fault."""
    entries = []
    for path in sorted(corpus.rglob("meta.yaml")):
        try:
            meta = load_located(path.read_text(encoding="utf-8"))
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            findings.fault(path, mark.line + 1 if mark else 1, f"this is not YAML: {' '.join(str(error).split())}")
            continue
        if not isinstance(meta.content, dict):
            findings.fault(path, 1, "the file holds no fields")
            continue
        entry = Entry(path.parent, meta, _authority(path, meta, findings))
        _read_texts(entry, findings)
        entries.append(entry)
    _add_chinese_of_national_laws(entries, findings)
    return entries


def _authority(path: Path, meta: Located, findings: Findings) -> Authority | None:
    try:
        return Authority.model_validate({**meta.content, "id": path.parent.name})
    except ValidationError as error:
        for fault in error.errors():
            place = ".".join(map(str, fault["loc"]))
            findings.fault(path, meta.line(*fault["loc"]), f"{place}: {fault['msg']}, not {fault['input']!r:.80}")
    return None


def _read_texts(entry: Entry, findings: Findings) -> None:
    for language in LANGUAGES:
        path = entry.folder / f"{language}.md"
        if path.is_file():
            try:
                source = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError as error:
                findings.fault(path, 1, f"this is not UTF-8: {error.reason} at byte {error.start}")
                continue
            title, blocks = parse_markdown(source)
            entry.texts[language] = Text(path, source, title, blocks)


def _add_chinese_of_national_laws(entries: list[Entry], findings: Findings) -> None:
    wanted = {e.authority.data_law_id: e for e in entries if e.authority and e.authority.data_law_id}
    held = read_laws(list(wanted)) if wanted else {}
    for law_id, entry in wanted.items():
        if law_id not in held:
            line = entry.meta.line("data_law_id")
            findings.fault(
                entry.meta_path, line, f"data_law_id {law_id}: the data file of national laws holds no such law"
            )
        elif entry.chinese:
            findings.fault(entry.folder / "zh.md", 1, "the Chinese of this law comes from the data file: remove zh.md")
        elif source := entry.source():
            blocks = add_national_laws([source], everything=False)[0].blocks["zh"]
            entry.texts["zh"] = Text(None, "", None, blocks)
