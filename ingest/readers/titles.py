"""Titles that programs write into files by themselves, which name nothing."""

import re

_NO_TITLE = re.compile(
    r"about:\S*|[a-z]+://\S*|file:\S*|www\.\S+|microsoft (?:word|excel|powerpoint) - .*"
    r"|(?:untitled|no title|无标题|未命名)(?:[ -]?(?:document|文档|文件))?[ -]?\(?\d*\)?",
    re.IGNORECASE,
)


def names_something(title: str | None) -> bool:
    """Return whether a title says what a file is: not `about:blank`, a bare address, or the name of its program."""
    return bool(title) and not _NO_TITLE.fullmatch(str(title).strip())
