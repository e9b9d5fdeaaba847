"""HTML: the text of the blocks, without scripts, styles, navigation and forms."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.readers.text import decode
from ingest.readers.unreadable import UnreadableFileError

_DROPPED = ["script", "style", "noscript", "template", "nav", "form", "iframe", "svg", "button", "select", "head"]
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {"p", "div", "li", "tr", "section", "article", "blockquote", "pre", "td", "th", "br", "table", "ul",
                       "ol", "dl", "dt", "dd", "main", "header", "footer", "aside", "body", "figure", "hr"}  # fmt: skip


def read_html(content: bytes) -> tuple[str | None, list[tuple[str | None, str]]]:
    """Read a page; headings begin sections."""
    declared = re.search(rb"charset=[\"']?\s*(gb2312|gbk|gb18030|big5)", content[:2000], re.IGNORECASE)
    text = (
        content.decode("big5" if b"big5" in declared[1].lower() else "gb18030", errors="replace")
        if declared
        else decode(content)
    )
    if "<" not in text:
        raise UnreadableFileError("no_html")
    tree = LexborHTMLParser(text)
    title_node = tree.css_first("title")
    title = title_node.text().strip() if title_node else None
    tree.strip_tags(_DROPPED, recursive=True)
    sections: list[tuple[str | None, list[str]]] = [(None, [""])]
    if tree.body:
        _walk(tree.body, sections)
    read = [
        (heading, "\n".join(line for line in (_tidy(line) for line in lines) if line)) for heading, lines in sections
    ]
    first = next((heading for heading, _ in read if heading), None)
    return title or first, read


def _tidy(line: str) -> str:
    return re.sub(r"[ \t\r\n\xa0]+", " ", line).strip()


def _walk(node: LexborNode, sections: list[tuple[str | None, list[str]]]) -> None:
    """Read what is below a node; a stack of its own, because a page may be nested deeper than Python's."""
    open_nodes = [(node.iter(include_text=True), False)]
    while open_nodes:
        children, is_block = open_nodes[-1]
        child = next(children, None)
        if child is None:
            open_nodes.pop()
            if is_block:
                sections[-1][1].append("")
        elif child.tag == "-text":
            sections[-1][1][-1] += child.text(deep=False)
        elif child.tag in _HEADINGS:
            sections.append((_tidy(child.text()), [""]))
        else:
            if child.tag in _BLOCKS:
                sections[-1][1].append("")
            open_nodes.append((child.iter(include_text=True), child.tag in _BLOCKS))
