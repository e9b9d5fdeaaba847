"""Read back what a run or a baseline was written into."""

import json
from pathlib import Path
from typing import Any

from retrieval.errors import FayanError


def read_saved(file: Path, form: int, what: str, remedy: str) -> dict[str, Any]:
    """Return the content of a JSON file with questions.

    :param form: The number of the form that it must have.
    :param what: What it is taken for, with its article: "no baseline".
    :param remedy: How to make one.
    :raises FayanError: If it is no such file.
    """
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FayanError(f"{file} is {what} ({error}): {remedy}.") from error
    if not isinstance(content, dict) or content.get("format") != form or "questions" not in content:
        raise FayanError(f"{file} is {what} of this form: {remedy}.")
    return content
