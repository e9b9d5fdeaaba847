"""The parts of meta.yaml that the authority keeps as plain mappings: thresholds, case facts, source."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from retrieval.authority import Bilingual, Kind

FOLDERS = {
    "statutes": Kind.STATUTE,
    "regulations": Kind.REGULATION,
    "interpretations": Kind.INTERPRETATION,
    "rules": Kind.RULE,
    "standards": Kind.STANDARD,
    "notices": Kind.NOTICE,
    "cases": Kind.CASE,
    "penalties": Kind.PENALTY,
    "commentary": Kind.COMMENTARY,
}
SECTIONS = {
    "zh": ["案件事实", "罪名变化", "处理结果", "裁判理由", "对辩护的意义", "来源与可信度"],
    "en": ["Facts", "Path of the charge", "Result", "Reasoning", "Why it matters", "Sources and confidence"],
}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Both(Bilingual):
    """A text that must be there in both languages."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Origin(_Strict):
    """Where the text or the facts come from, and how sure they are."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)
    confidence: Literal["L", "S", "A", "B", "B-"]


class Place(_Strict):
    """Where a threshold stands: an article with paragraph and item, or a section by its Chinese heading."""

    article: str | None = None
    paragraph: int | None = Field(default=None, ge=1)
    item: str | None = None
    section: str | None = None


class Threshold(_Strict):
    """An amount or a count on which a charge or a penalty turns.

    :param charge_article: The Criminal Law's article; None for an administrative penalty.
    :param tier: The circumstances it makes; for an administrative penalty the end of a range that it is, or `condition`:
        an amount on which another rule depends.
    """

    charge_article: str | None
    measure: Both
    unit: Literal[
        "yuan", "times", "days", "years", "person_times", "files", "pieces", "accounts", "clicks", "records",
        "recipients",
    ]  # fmt: skip
    value: int = Field(gt=0)
    inclusive: bool
    tier: Literal[
        "serious", "particularly_serious", "condition", "minimum", "maximum", "heavier_minimum", "heavier_maximum"
    ]
    applies_to: Literal["any", "person", "unit"]
    address: Place


class Charge(_Strict):
    """A charge, by its names and the Criminal Law's article."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)
    article: str | None


class Stage(Charge):
    """The charge at one stage of a case."""

    stage: Literal["detained", "arrested", "indicted", "convicted", "not_prosecuted"]


class Amount(_Strict):
    """A sum of money and what it is the sum of."""

    value: float = Field(ge=0)
    currency: Literal["CNY"]
    what: Both


class CaseFacts(_Strict):
    """What is known of a case or a penalty; unknown facts are None."""

    court: Both | None
    decided: date | str | None
    charge: Charge | None
    charge_path: list[Stage]
    amounts: list[Amount]
    users: int | None
    user_note: Both | None = None
    term_months: int | None = Field(ge=0)
    suspended_months: int | None = Field(ge=0)
    fine: float | None = Field(ge=0)
    defendants: int | None = Field(ge=1)
    outcome: Both
    legal_basis: Both | None = None
    confidence: Literal["A", "B", "B-"]
