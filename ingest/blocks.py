"""A text's blocks: articles, or sections under headings."""

import re
from dataclasses import dataclass

from retrieval.address import article_numbers, format_article

_ARTICLE_EN = re.compile(r"Article ([1-9]\d{0,3})(?:-(\d{1,3}))?")
_DIVISION = re.compile(r"(第[一二三四五六七八九十百]+|Part|Chapter|Section|Book)\s*([编章节]?)")
_DIVISION_LEVEL = {"编": 0, "Part": 0, "Book": 0, "章": 1, "Chapter": 1, "节": 2, "Section": 2}


@dataclass(frozen=True)
class Block:
    """An article or a section.

    :param article: In Chinese form, or None.
    :param section: The heading of a section, or None.
    :param path: The divisions above it.
    :param text: The lines, joined by line feeds.
    :param start: Where the text begins in the source, in code points.
    """

    article: str | None
    section: str | None
    path: tuple[str, ...]
    text: str
    start: int


def division_level(heading: str) -> int | None:
    """Return 0 for 编 (Part), 1 for 章 (Chapter), 2 for 节 (Section), None for another heading."""
    match = _DIVISION.match(heading)
    return _DIVISION_LEVEL.get(match[2] or match[1]) if match else None


def article_of(heading: str) -> str | None:
    """Return the article in Chinese form that a heading names: `第三条`, `Article 286-1`; None if it names none."""
    if numbers := article_numbers(heading):
        return format_article(*numbers)
    match = _ARTICLE_EN.fullmatch(heading)
    return format_article(int(match[1]), int(match[2] or 0)) if match else None


def parse_markdown(source: str) -> tuple[str | None, list[Block]]:
    """Divide a Markdown text at its headings.

    :return: The title (the first heading of level one) and the blocks that have text.
    """
    title: str | None = None
    blocks: list[Block] = []
    path: list[tuple[int, str]] = []
    article = section = None
    lines: list[str] = []
    start = at = 0

    def close() -> None:
        text = "\n".join(lines).rstrip("\n")
        if text.strip():
            blocks.append(Block(article, section, tuple(name for _, name in path), text, start))

    for line in re.findall(r"[^\n]*\n|[^\n]+", source):  # not splitlines, which also divides at form feeds
        heading = re.match(r"(#{1,6})\s+(.*\S)", line)
        if heading:
            close()
            lines, name = [], heading[2]
            if len(heading[1]) == 1 and title is None:
                title = name
                article = section = None
            elif found := article_of(name):
                article, section = found, None
            elif (level := division_level(name)) is not None:
                path = [pair for pair in path if pair[0] < level] + [(level, name)]
                article = section = None
            else:
                article, section = None, name
        elif lines or line.strip():
            if not lines:
                start = at
            lines.append(line.rstrip("\n"))
        at += len(line)
    close()
    return title, blocks
