"""Which articles that matter have no English yet? A remark, not a fault."""

from pathlib import Path

import yaml

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from retrieval.address import arabic_article
from retrieval.authority import Coverage, Kind

_NAMED = Path(__file__).with_name("named_articles.yaml")


def read_named() -> dict[str, list[str]]:
    """Return authority id to the articles, 285 or 286-1, that should be there in English."""
    content = yaml.safe_load(_NAMED.read_text(encoding="utf-8"))
    return {name: [str(article) for article in articles] for name, articles in content.items()}


def remark_untranslated(entries: list[Entry], named: dict[str, list[str]], findings: Findings) -> None:
    """Note the articles of national laws without English that are named, by the list or by a meta.yaml's notes.

    Of those on the list, the articles before and after are wanted as well.
    """
    wanted = {
        entry.id: dict.fromkeys(_with_neighbours(entry, named[entry.id])) for entry in entries if entry.id in named
    }
    for entry in entries:
        for note in entry.authority.notes if entry.authority else ():
            if note.authority and note.authority.article:
                wanted.setdefault(note.authority.id, {})[arabic_article(note.authority.article)] = None
            if note.section:
                wanted.setdefault(entry.id, {})[arabic_article(note.section)] = None
    for entry in entries:
        if entry.authority is None or entry.authority.kind is not Kind.STATUTE or entry.id not in wanted:
            continue
        if entry.authority.coverage == Coverage.RESTATED:
            continue
        english = entry.texts.get("en")
        have = {arabic_article(block.article) for block in (english.blocks if english else ()) if block.article}
        if missing := [article for article in wanted[entry.id] if article not in have]:
            findings.remark(
                entry.folder / "en.md",
                1,
                f"named or next to one named, yet not in English: articles {', '.join(missing)}",
            )


def _with_neighbours(entry: Entry, articles: list[str]) -> list[str]:
    order = [
        arabic_article(block.article) for block in (entry.chinese.blocks if entry.chinese else ()) if block.article
    ]
    at = [order.index(article) for article in articles if article in order]
    near = sorted({place for here in at for place in (here - 1, here, here + 1) if 0 <= place < len(order)})
    return [order[place] for place in near] + [article for article in articles if article not in order]
