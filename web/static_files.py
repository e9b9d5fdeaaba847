"""The style sheets and scripts of the page."""

from pathlib import Path

STATIC = Path(__file__).parent / "static"


def read_static(*names: str) -> str:
    """Return the text of files under static/, joined."""
    return "\n".join((STATIC / name).read_text(encoding="utf-8") for name in names)
