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
    """What is known of a case or a penalty; unknown facts are None.

    :param conduct: What was done with the circumvention software: its use alone, or its supply; None in a case on
        something else.
    """

    conduct: Literal["use", "supply"] | None = None
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
