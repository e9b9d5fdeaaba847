"""Take out of a written answer what would make a reader's program load or link to another place."""

import re

# bounded runs: a text full of brackets must not take quadratic time
_LINK = re.compile(
    r"!?\[(?P<text>[^\[\]\n]{0,200})\]\(\s{0,5}(?=[^()\s]{0,300}[:/.#?])(?:[^()\n]|\([^()\n]{0,100}\)){1,500}\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,200}\]:[^\n]*$", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,500}>")


def without_links(text: str) -> str:
    """Return the text without tags, and with links and pictures as the words that they show; [1] stays [1]."""
    return _TAG.sub("", _DEFINITION.sub("", _LINK.sub(_shown, text)))


def _shown(match: re.Match[str]) -> str:
    shown = match["text"]
    return f"[{shown}]" if shown.strip().isdigit() else shown


_LIVE = re.compile(r"(?<=!)\[|(?<=\])[(:]|<(?=[A-Za-z!/?])")


def as_words(text: str) -> str:
    """Return a text that reads the same in Markdown and makes a reader's program load or link to nothing.

    A quotation of a document may hold pictures, links and tags: their signs are escaped, the words stay as they are.
    """
    return _LIVE.sub(lambda match: "&lt;" if match[0] == "<" else f"\\{match[0]}", text)
