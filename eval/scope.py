"""Questions of which is only known whether the corpus is about them: what the declining threshold is fitted to."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from retrieval.errors import FayanError

SCOPE = Path(__file__).parent / "scope"


class ScopeQuestion(BaseModel):
    """A line of eval/scope/.

    :param in_scope: Whether the corpus answers it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    language: Literal["en", "zh"]
    question: str
    in_scope: bool


def read_scope(folder: Path = SCOPE) -> dict[str, ScopeQuestion]:
    """Return the questions of a folder's .jsonl files by id: the file's name and the line.

    :raises FayanError: If there is none, or a line is not one.
    """
    read: dict[str, ScopeQuestion] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                read[f"scope-{path.stem}-{number:03}"] = ScopeQuestion.model_validate_json(line)
            except ValidationError as error:
                raise FayanError(f"{path}, line {number}: {error.errors()[0]['msg']}.") from error
    if not read:
        raise FayanError(f"There are no questions in {folder}: its .jsonl files hold them, one a line.")
    return read
