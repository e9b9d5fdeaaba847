"""An authority: a statute, an interpretation, a case, a commentary; what meta.yaml says of it."""

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

CRIMINAL_LAW = "criminal-law"  # the law that crimes are in, and what an article without a name is usually of
FIRST_CRIME = 102  # the article of its special part: what stands before it holds for every crime
LONGEST_SUSPENDED_TERM = 36  # months; Criminal Law art. 72


class Kind(StrEnum):
    """What an authority is; in the order of its weight in an answer."""

    STATUTE = "statute"
    REGULATION = "regulation"
    INTERPRETATION = "interpretation"
    RULE = "rule"
    STANDARD = "standard"
    NOTICE = "notice"
    CASE = "case"
    PENALTY = "penalty"
    COMMENTARY = "commentary"
    DOCUMENT = "document"

    @property
    def is_law(self) -> bool:
        """Whether texts of this kind come into and go out of force."""
        return not self.is_decision and self not in (Kind.COMMENTARY, Kind.DOCUMENT)

    @property
    def is_decision(self) -> bool:
        """Whether it is what a court or an authority decided in one matter: a judgment or a penalty."""
        return self in (Kind.CASE, Kind.PENALTY)


class Status(StrEnum):
    """Whether a text is the law on a day; meta.yaml records it of the day on which that was written."""

    IN_FORCE = "in_force"
    AMENDED = "amended"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    DRAFT = "draft"
    UNKNOWN = "unknown"


def status_on(recorded: Status, begin: date | None, end: date | None, day: date) -> Status:
    """Return what the status of a text is on a day: what was recorded, but for what its own dates say of the day.

    :param begin: Its first day as the law; None if that is not known, or there is none.
    :param end: Its last one.
    """
    if recorded is Status.DRAFT:
        return recorded
    if begin and day < begin:
        return Status.NOT_YET_IN_FORCE
    if end:
        over = Status.SUPERSEDED if recorded in (Status.IN_FORCE, Status.NOT_YET_IN_FORCE) else recorded
        known = begin is not None and recorded is not Status.UNKNOWN
        return over if day > end else Status.IN_FORCE if known else Status.UNKNOWN
    return Status.IN_FORCE if begin and recorded is Status.NOT_YET_IN_FORCE else recorded


class Coverage(StrEnum):
    """How much of a text's own wording is held."""

    WHOLE = "whole"
    EXCERPT = "excerpt"
    RESTATED = "restated"


class Severity(StrEnum):
    """How much an editor's note weighs, the weightiest first."""

    HIGH = "H"
    MIDDLE = "M"
    TRIFLE = "T"


def severity_rank(severity: object) -> int:
    """Return a number to sort notes by, the weightiest first; what is no severity comes last."""
    return list(Severity).index(Severity(severity)) if severity in set(Severity) else len(Severity)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Bilingual(_Strict):
    """The same in Chinese and English."""

    zh: str = ""
    en: str = ""

    def in_language(self, language: str) -> str:
        """Return the text in `language`, or in the other one where it is missing."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)


class BilingualNames(_Strict):
    """Names in Chinese and English, the most usual first."""

    zh: list[str] = Field(default_factory=list)
    en: list[str] = Field(default_factory=list)


class NoteAuthority(_Strict):
    """The place that an editor's note points to."""

    id: str
    article: str | None = None
    paragraph: int | None = None
    item: str | None = None


class Note(_Strict):
    """An editor's note on a section, or on the whole."""

    section: str | None = None
    severity: Severity = Severity.MIDDLE
    zh: str
    en: str
    authority: NoteAuthority | None = None


class ArticleDates(_Strict):
    """What is different for a single article.

    :param effective: Since when it has had the whole of its present wording.
    :param reworded: Whether an earlier wording was the law before, one that is not held; else the article was inserted.
    :param paragraphs: Since when single paragraphs have been the law as they stand, where that is earlier.
    """

    effective: date | None = None
    ended: date | None = None
    status: Status | None = None
    reworded: bool = False
    paragraphs: dict[int, date] = Field(default_factory=dict)


class Authority(BaseModel):
    """What meta.yaml says; unknown facts are None."""

    model_config = ConfigDict(extra="forbid")

    id: str
    kind: Kind
    titles: Bilingual
    short: BilingualNames = Field(default_factory=BilingualNames)
    number: str | None = None
    issuer: Bilingual | None = None
    adopted: date | None = None
    published: date | None = None
    effective: date | None = None
    ended: date | None = None
    status: Status = Status.UNKNOWN
    replaced_by: str | None = None
    amended_by: str | None = None
    version_of: str | None = None
    coverage: Coverage = Coverage.WHOLE
    source: dict[str, Any] = Field(default_factory=dict)
    used_for: Bilingual | None = None
    thresholds: list[dict[str, Any]] = Field(default_factory=list)
    notes: list[Note] = Field(default_factory=list)
    articles: dict[str, ArticleDates] = Field(default_factory=dict)
    text_as_of: date | None = None
    revised: date | None = None
    chapters_en: dict[str, str] = Field(default_factory=dict)
    data_law_id: str | None = None
    case: dict[str, Any] | None = None

    def short_title(self, language: str) -> str:
        """Return the name that labels print."""
        names = self.short.zh if language == "zh" else self.short.en
        return names[0] if names else self.titles.in_language(language)

    def origin(self, official: bool) -> str:
        """Return whose words a text of it is in: `official`, `translation`, `restated` or `document`.

        :param official: Whether the text is the promulgated wording.
        """
        if self.kind is Kind.DOCUMENT:
            return "document"
        if official:
            return "official"
        return "restated" if self.coverage == Coverage.RESTATED or not self.kind.is_law else "translation"

    def status_on(self, day: date) -> Status:
        """Return whether it is the law on a day."""
        return status_on(self.status, self.effective, self.ended, day)

    def may_be_in_force(self, day: date) -> bool:
        """Return whether nothing is known that keeps the authority from being the law on a day."""
        if self.status is Status.DRAFT or (self.effective is not None and day < self.effective):
            return False
        return self.ended is None or day <= self.ended

    def applies_to_earlier(self, day: date) -> bool:
        """Return whether it is an interpretation that came later and may be applied to what was done on a day."""
        later = self.effective is not None and day < self.effective
        return self.kind is Kind.INTERPRETATION and self.status is not Status.DRAFT and later

    def notes_on(self, section: str | None) -> list[Note]:
        """Return the notes on the whole and on `section`."""
        return [note for note in self.notes if note.section is None or note.section == section]
