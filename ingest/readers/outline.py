"""From a file's (heading, text) pairs to blocks: articles where the text is a law, else sections of fair length."""

import re

from langchain_text_splitters import RecursiveCharacterTextSplitter

from ingest.blocks import Block, division_level
from retrieval.address import article_numbers, format_article
from retrieval.language import detect_language
from retrieval.numerals import NUMERAL

SECTION_CHARACTERS = {"zh": 450, "en": 1400}  # about 300 tokens
_LAW_FROM = 3  # so many lines that begin an article make a text a law
# at the start of a line, followed by a blank or the line's end: 依照第X条 within a sentence is no heading
_ARTICLE_LINE = re.compile(rf"第(?:{NUMERAL}|\d+)条(?:之(?:{NUMERAL}|\d+))?(?=[\s\u3000]|$)")

Sections = list[tuple[str | None, str]]


def guess_language(sections: Sections) -> str:
    """Return the language that most of the text is in."""
    return detect_language("\n".join(text for _, text in sections)[:20_000])


def blocks_of(sections: Sections) -> list[Block]:
    """Return the blocks of a document."""
    lines = [line.strip() for _, text in sections for line in text.split("\n") if line.strip()]
    if sum(bool(_ARTICLE_LINE.match(line)) for line in lines) >= _LAW_FROM:
        return _law(lines)
    return _prose(sections)


def _law(lines: list[str]) -> list[Block]:
    """Divide a law at its articles; the source is the lines joined."""
    blocks: list[Block] = []
    path: list[tuple[int, str]] = []
    article: str | None = None
    text: list[str] = []
    start = place = 0

    def close() -> None:
        if text:
            blocks.append(Block(article, None, tuple(name for _, name in path), "\n".join(text), start))

    for line in lines:
        match = _ARTICLE_LINE.match(line)
        numbers = article_numbers(match[0]) if match else None
        level = division_level(line) if len(line) < 40 else None
        kept = line
        if match and numbers:
            close()
            text, article = [], format_article(*numbers)
            kept = line[match.end() :].lstrip()
        elif level is not None:
            close()
            text, article = [], None
            path = [pair for pair in path if pair[0] < level] + [(level, line)]
            kept = ""
        if kept:
            if not text:
                start = place + len(line) - len(kept)
            text.append(kept)
        place += len(line) + 1
    close()
    return blocks


def _prose(sections: Sections) -> list[Block]:
    blocks = []
    language = guess_language(sections)
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=SECTION_CHARACTERS[language], chunk_overlap=0, add_start_index=True, keep_separator="end",
        separators=["\n\n", "\n", "。", "！", "？", ". ", "；", "; ", "，", ", ", " ", ""],
    )  # fmt: skip
    place = 0
    for heading, text in sections:
        for piece in splitter.create_documents([text]):
            blocks.append(Block(None, heading, (), piece.page_content, place + piece.metadata["start_index"]))
        place += len(text) + 1
    return blocks
