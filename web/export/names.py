"""The name of an exported file: safe on every system, in the title's own script."""

import re
from urllib.parse import quote

from retrieval.language import visible

_FORBIDDEN = re.compile(r'[\\/:*?"<>|%#\n\t]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_LENGTH = 60


def file_name(title: str, suffix: str) -> str:
    """Return a file's name, such as `Fayan - 刑法第二百八十五条.docx`."""
    name = " ".join(_FORBIDDEN.sub(" ", visible(title)).split())[:_LENGTH].strip(" .")
    return f"Fayan - {name}.{suffix}" if name and not _RESERVED.fullmatch(name) else f"Fayan.{suffix}"


def disposition(title: str, suffix: str) -> str:
    """Return the header that has a browser save a file under its name."""
    return f"attachment; filename=\"fayan.{suffix}\"; filename*=UTF-8''{quote(file_name(title, suffix), safe='')}"
