"""The thresholds that meta.yaml gives as data."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from retrieval.authority import Bilingual

Tier = Literal[
    "serious", "particularly_serious", "condition", "minimum", "maximum", "heavier_minimum", "heavier_maximum"
]
Unit = Literal[
    "yuan", "times", "days", "years", "person_times", "users", "files", "pieces", "accounts", "clicks", "records",
    "recipients", "machines", "sets", "websites", "groups",
]  # fmt: skip

Crime = tuple[
    str | None, tuple[int, ...]
]  # an article of the Criminal Law, and the paragraphs that make one crime of it


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


class Beside(BaseModel):
    """What must be reached besides a threshold's own value: one hour out of service."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    unit: Literal["hours"]
    value: int = Field(gt=0)


class Threshold(BaseModel):
    """An amount or a count on which a charge or a penalty turns.

    :param charge_article: The Criminal Law's article; None for an administrative penalty.
    :param charge_paragraph: Its paragraph, where the article has several offences; several where they share the standard.
    :param only_if: Words of which a question must hold one for the threshold to be what it is about; none: always.
    :param value: In `unit`; yuan are whole yuan.
    :param inclusive: Whether the value itself reaches the threshold.
    :param also: What must be reached besides.
    :param result: Whether the law calls the tiers serious circumstances or serious consequences.
    :param tier: The circumstances it makes; for a penalty the end of a range that it is, or `condition`: an amount on
        which another rule depends.
    """

    model_config = ConfigDict(extra="forbid")

    charge_article: str | None
    charge_paragraph: int | tuple[int, ...] | None = None
    only_if: list[str] = Field(default_factory=list)
    measure: Measure
    unit: Unit
    value: int = Field(gt=0)
    inclusive: bool
    also: Beside | None = None
    tier: Tier
    result: Literal["circumstances", "consequences"] = "circumstances"
    applies_to: Literal["any", "person", "unit"]
    address: Place

    @property
    def charge_paragraphs(self) -> tuple[int, ...]:
        """The paragraphs of its crime; empty where the article has one crime alone."""
        if self.charge_paragraph is None:
            return ()
        return self.charge_paragraph if isinstance(self.charge_paragraph, tuple) else (self.charge_paragraph,)

    @property
    def crime(self) -> Crime:
        """The crime that it is of."""
        return self.charge_article, self.charge_paragraphs

    @property
    def tier_name(self) -> str:
        """The tier as the law calls it, as prompts are named for it."""
        return self.tier if self.result == "circumstances" else f"{self.tier}_{self.result}"
