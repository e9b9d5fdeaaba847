"""Which articles that matter have no English yet? A remark, not a fault."""

from pathlib import Path

import yaml

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from retrieval.address import arabic_article
from retrieval.settings import ROOT

NAMED = ROOT / "tests" / "data" / "named_articles.yaml"


def read_named(path: Path = NAMED) -> dict[str, list[str]]:
    """Return authority id to the articles, 285 or 286-1, that should be there in English."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: [str(article) for article in articles] for name, articles in content.items()}


def remark_untranslated(entries: list[Entry], named: dict[str, list[str]], findings: Findings) -> None:
    """Note the articles of national laws that are named, by the list or by a meta.yaml's notes, and have no English."""
    wanted = {name: dict.fromkeys(articles) for name, articles in named.items()}
    for entry in entries:
        for note in entry.authority.notes if entry.authority else ():
            if note.authority and note.authority.article:
                wanted.setdefault(note.authority.id, {})[arabic_article(note.authority.article)] = None
            if note.section:
                wanted.setdefault(entry.id, {})[arabic_article(note.section)] = None
    for entry in entries:
        if entry.authority is None or not entry.authority.data_law_id or entry.id not in wanted:
            continue
        english = entry.texts.get("en")
        have = {arabic_article(block.article) for block in (english.blocks if english else ()) if block.article}
        if missing := [article for article in wanted[entry.id] if article not in have]:
            findings.remark(entry.folder / "en.md", 1, f"named, yet not in English: articles {', '.join(missing)}")
