"""Read a corpus folder: authorities with meta.yaml, and plain files."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import ValidationError

from ingest.blocks import Block, parse_markdown
from ingest.readers import READABLE, UnreadableFileError, read_file
from retrieval.authority import Authority, Bilingual, BilingualNames, Coverage, Kind
from retrieval.errors import CorpusUnreadableError, FayanError
from retrieval.language import LANGUAGES
from retrieval.yaml_file import read_yaml

_SKIPPED = {"glossary.yaml", "README.md"}


@dataclass
class Source:
    """An authority with its texts.

    :param blocks: Language to blocks, in the order of the text.
    :param official: The languages whose wording is official.
    """

    authority: Authority
    blocks: dict[str, list[Block]] = field(default_factory=dict)
    official: frozenset[str] = frozenset()
    owner: str | None = None


def require_folder(folder: Path) -> None:
    """Refuse a corpus folder that is not there.

    :raises CorpusUnreadableError: If it is not.
    """
    if not folder.is_dir():
        raise CorpusUnreadableError(
            f"The corpus folder {folder} does not exist: set FAYAN_CORPUS_DIR to a folder with documents."
        )


def read_corpus(folder: Path) -> tuple[list[Source], list[str]]:
    """Read every authority and every plain file of a corpus.

    :return: The sources by id, and a line for each plain file that could not be read.
    :raises CorpusUnreadableError: With all faults of the meta files, one a line.
    """
    require_folder(folder)
    sources, faults, unread = [], [], []
    metas = sorted(folder.rglob("meta.yaml"))
    for meta in metas:
        try:
            sources.append(_read_authority(meta))
        except (ValidationError, yaml.YAMLError, UnicodeDecodeError, FayanError) as error:
            faults.append(f"{meta}: {_one_line(error)}")
    ids = [source.authority.id for source in sources]
    faults += [
        f"The folder name {name} occurs twice; it is the authority's id"
        for name in {i for i in ids if ids.count(i) > 1}
    ]
    if faults:
        raise CorpusUnreadableError("The corpus cannot be read:\n" + "\n".join(faults))
    folders = {meta.parent for meta in metas}
    for path in _plain_files(folder, folders):
        try:
            sources.append(_read_plain(path, folder))
        except UnreadableFileError as error:
            unread.append(f"{path}: {error}")
    return sorted(sources, key=lambda source: source.authority.id), unread


def _plain_files(folder: Path, authorities: set[Path]) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and path.parent not in authorities and path.name not in _SKIPPED and not hidden:
            if path.suffix.lower() in READABLE:
                yield path


def _read_plain(path: Path, folder: Path) -> Source:
    extracted = read_file(path.name, path.read_bytes())
    name = str(path.relative_to(folder))
    authority = Authority(
        id=f"file-{name}", kind=Kind.DOCUMENT, titles=Bilingual(zh=extracted.title, en=extracted.title),
        short=BilingualNames(zh=[extracted.title], en=[extracted.title]),
    )  # fmt: skip
    return Source(authority, {extracted.language: extracted.blocks})


def _read_authority(meta: Path) -> Source:
    content = read_yaml(meta)
    if not isinstance(content, dict):
        raise FayanError("the file holds no fields")
    source = Source(Authority.model_validate({**content, "id": meta.parent.name}))
    for language in LANGUAGES:
        path = meta.with_name(f"{language}.md")
        if path.is_file():
            source.blocks[language] = parse_markdown(path.read_text(encoding="utf-8"))[1]
    if "zh" in source.blocks and source.authority.kind.is_law and source.authority.coverage != Coverage.RESTATED:
        source.official = frozenset({"zh"})
    if not source.blocks and not source.authority.data_law_id:
        raise FayanError("there is neither zh.md nor en.md beside it, and no data_law_id")
    return source


def _one_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
    return " ".join(str(error).split())
