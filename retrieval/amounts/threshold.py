"""The thresholds that meta.yaml gives as data."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from retrieval.authority import Bilingual

Tier = Literal[
    "serious", "particularly_serious", "condition", "minimum", "maximum", "heavier_minimum", "heavier_maximum"
]
Unit = Literal[
    "yuan", "times", "days", "years", "person_times", "files", "pieces", "accounts", "clicks", "records", "recipients"
]


class Place(BaseModel):
    """Where a threshold stands: an article with paragraph and item, or a section by its Chinese heading."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: str | None = None
    paragraph: int | None = Field(default=None, ge=1)
    item: str | None = None
    section: str | None = None


class Measure(Bilingual):
    """What is counted, in both languages."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Threshold(BaseModel):
    """An amount or a count on which a charge or a penalty turns.

    :param charge_article: The Criminal Law's article; None for an administrative penalty.
    :param charge_paragraph: Its paragraph, where the article has several offences.
    :param only_if: Words of which a question must hold one for the threshold to be what it is about; none: always.
    :param value: In `unit`; yuan are whole yuan.
    :param inclusive: Whether the value itself reaches the threshold.
    :param tier: The circumstances it makes; for a penalty the end of a range that it is, or `condition`: an amount on
        which another rule depends.
    """

    model_config = ConfigDict(extra="forbid")

    charge_article: str | None
    charge_paragraph: int | None = Field(default=None, ge=1)
    only_if: list[str] = Field(default_factory=list)
    measure: Measure
    unit: Unit
    value: int = Field(gt=0)
    inclusive: bool
    tier: Tier
    applies_to: Literal["any", "person", "unit"]
    address: Place
