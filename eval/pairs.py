"""The gold pairs: questions with the places and facts that their answers must have."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from retrieval.address import Address, article_numbers, item_number
from retrieval.errors import FayanError
from retrieval.request import Request, Turn
from retrieval.result import Reason

GOLD = Path(__file__).resolve().parent / "gold"
SPLITS = ("dev", "test")
DRAFT = "draft"  # marks a line that nobody has finished yet

Text = Annotated[str, Field(min_length=1)]


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(_Frozen):
    """A place that the answer must cite; without an article, the whole authority.

    :param article: In Chinese form, 第二百八十五条.
    :param item: In Chinese form, （五）.
    """

    id: Text
    article: str | None = None
    paragraph: int | None = Field(default=None, ge=1)
    item: str | None = None

    @field_validator("article")
    @classmethod
    def _is_article(cls, article: str | None) -> str | None:
        if article is not None and article_numbers(article) is None:
            raise ValueError(f"{article!r} is not an article in Chinese form, as 第二百八十五条 is")
        return article

    @field_validator("item")
    @classmethod
    def _is_item(cls, item: str | None) -> str | None:
        if item is not None and item_number(item) is None:
            raise ValueError(f"{item!r} is not an item in Chinese form, as （五） is")
        return item

    @model_validator(mode="after")
    def _is_nested(self) -> "Place":
        if self.article is None and (self.paragraph or self.item):
            raise ValueError("a paragraph or an item needs its article")
        return self

    @property
    def address(self) -> Address:
        """The place as an address."""
        return Address(self.id, self.article, self.paragraph, self.item)


class Message(_Frozen):
    """A message of the conversation before the question."""

    role: Literal["user", "assistant"]
    content: Text


class Pair(_Frozen):
    """A question with what its answer must have.

    :param key_facts: For each fact its alternatives, of which the answer must have one.
    :param not_in_text: Why a fact does not stand in its authorities, by its first alternative: reckoned from them, say.
    :param reason: Why an unanswerable question must be declined.
    :param why: The ground for this pair, for the person who reads the report.
    """

    id: Text
    language: Literal["en", "zh"]
    kind: str = Field(pattern="^[a-z][a-z_]*$")
    question: Text
    history: tuple[Message, ...] = ()
    as_of: date | None = None
    key_facts: tuple[Annotated[tuple[Text, ...], Field(min_length=1)], ...] = ()
    not_in_text: dict[str, Text] = Field(default_factory=dict)
    authorities: tuple[Place, ...] = ()
    answerable: bool
    reason: Reason | None = None
    why: Text
    split: Literal["dev", "test"]

    @model_validator(mode="after")
    def _fits_answerable(self) -> "Pair":
        if self.answerable and not self.authorities:
            raise ValueError("an answerable question needs at least one authority")
        if self.answerable and self.reason:
            raise ValueError("an answerable question has no reason to decline")
        if not self.answerable and self.reason is None:
            raise ValueError("an unanswerable question needs the reason to decline")
        if not self.answerable and (self.authorities or self.key_facts):
            raise ValueError("an unanswerable question has neither authorities nor key facts")
        if unknown := set(self.not_in_text) - {fact[0] for fact in self.key_facts}:
            raise ValueError(f"not_in_text explains {min(unknown)!r}, which is the first alternative of no key fact")
        return self

    @property
    def addresses(self) -> tuple[Address, ...]:
        """The places as addresses."""
        return tuple(place.address for place in self.authorities)

    def request(self) -> Request:
        """Return what the system is asked."""
        return Request(self.question, tuple(Turn(m.role, m.content) for m in self.history), as_of=self.as_of)


def read_gold(path: Path) -> tuple[list[Pair], list[str]]:
    """Read a file of pairs, or all *.jsonl files of a folder.

    :return: The pairs that could be read, and a sentence for each fault.
    :raises FayanError: If there is no file.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files or not all(file.is_file() for file in files):
        raise FayanError(f"There are no gold pairs at {path}: give a .jsonl file or a folder of them with --gold.")
    pairs: list[Pair] = []
    faults: list[str] = []
    for file in files:
        for number, line in read_lines(file):
            content = _content(line)
            name = f"{file.name}:{number}: " + (f"{content['id']}: " if "id" in content else "")
            if DRAFT in content:
                faults.append(name + _draft_fault(content))
                continue
            try:
                pairs.append(Pair.model_validate_json(line))
            except ValidationError as error:
                faults.append(name + _faults(error))
    seen: set[str] = set()
    for pair in pairs:
        if pair.id in seen:
            faults.append(f"{pair.id}: the id occurs twice")
        seen.add(pair.id)
    return pairs, faults


def read_lines(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a .jsonl file that are not blank, with their numbers.

    :raises FayanError: If it cannot be read.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FayanError(f"{file} cannot be read: {error}.") from error
    # not by splitlines' other separators: a text may have a U+2028 in it
    yield from ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _content(line: str) -> dict[str, Any]:
    try:
        content = json.loads(line)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def unfinished(draft: dict[str, Any]) -> list[str]:
    """Return the fields of a pair that a draft still lacks."""
    lacking = [name for name in ("kind", "question", "answerable", "why", "split") if draft.get(name) in (None, "")]
    if draft.get("answerable") is not False:
        lacking += [name for name in ("authorities", "key_facts") if not draft.get(name)]
    elif not draft.get("reason"):
        lacking.append("reason")
    return lacking


def _draft_fault(draft: dict[str, Any]) -> str:
    lacking = ", ".join(unfinished(draft))
    besides = ", ".join(name for name in draft if name not in Pair.model_fields)
    return f"is a draft, no pair{f': it lacks {lacking}' if lacking else ''}; when it is finished, take out {besides}"


def _faults(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, fault['loc'])) or 'pair'}: {fault['msg'].removeprefix('Value error, ')}"
        for fault in error.errors()
    )


def load_gold(path: Path, split: str = "all") -> list[Pair]:
    """Read the pairs of a split.

    :param split: `dev`, `test` or `all`.
    :raises FayanError: If a pair is faulty or none is left.
    """
    pairs, faults = read_gold(path)
    if faults:
        raise FayanError("The gold pairs cannot be used:\n" + "\n".join(faults))
    kept = [pair for pair in pairs if split in ("all", pair.split)]
    if not kept:
        raise FayanError(f"{path} has no pairs of the split {split!r}.")
    return kept
