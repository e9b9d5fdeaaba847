"""The cases and penalties with what their meta files say as data."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from retrieval.authority import Authority, Bilingual, Kind
from retrieval.cases.regions import region_in, regions
from retrieval.references.numbers import plain

KINDS = (Kind.CASE, Kind.PENALTY)
AMOUNT_KINDS = ("gains", "turnover", "recovered", "involved", "price", "fine")
# what an amount is by its Chinese name; the first that fits
_CALLED = (
    ("fine", re.compile("罚款")),
    ("recovered", re.compile("退缴|追缴|没收")),
    ("gains", re.compile("违法所得|获利|所得|共得")),
    ("turnover", re.compile("营业|经营数额|流水|收款|充值|收入")),
    ("price", re.compile("价款")),
)
_YEAR = re.compile(r"\((\d{4})\)")
# a judgment told only as suspended; whether it was, 是否缓刑, is not
_SUSPENDED = re.compile("(?<!是否)缓刑")


@dataclass(frozen=True)
class Amount:
    """A sum of money in a case.

    :param value: In yuan.
    :param kind: One of `AMOUNT_KINDS`.
    """

    value: float
    what: Bilingual
    kind: str


@dataclass(frozen=True)
class Record:
    """A case or penalty; None is not known."""

    authority: Authority

    @property
    def facts(self) -> dict[str, Any]:
        """Everything as meta.yaml gives it."""
        return self.authority.case or {}

    @property
    def is_penalty(self) -> bool:
        """Whether this is an administrative penalty."""
        return self.authority.kind is Kind.PENALTY

    @cached_property
    def court(self) -> Bilingual | None:
        """The court, or whoever decided or published the case."""
        court = self.facts.get("court")
        return Bilingual(zh=court.get("zh") or "", en=court.get("en") or "") if court else self.authority.issuer

    @property
    def decided(self) -> str | None:
        """The day or year of the decision."""
        decided = self.facts.get("decided")
        return str(decided) if decided else None

    @cached_property
    def year(self) -> int | None:
        """The year of the decision or, where that is not known, the one in the case number."""
        if self.decided:
            return int(self.decided[:4])
        found = _YEAR.search(plain(self.authority.number or ""))
        return int(found[1]) if found else None

    @property
    def year_from(self) -> str | None:
        """Where the year is taken from: decision or number."""
        return None if self.year is None else "decision" if self.decided else "number"

    @cached_property
    def region(self) -> str | None:
        """The province, by its Chinese name."""
        court = (self.court.zh if self.court else "").removeprefix("原")
        own = next((name for name in regions() if court.startswith(name)), None)
        # of a case without a court its name tells: 曹某……案（江西赣州）, 湖北刘某某案
        return own or region_in(" ".join((self.authority.titles.zh, *self.authority.short.zh)))

    @property
    def charge(self) -> dict[str, Any] | None:
        """The charge with its names and article, if there is one."""
        return self.facts.get("charge")

    @property
    def charge_article(self) -> str | None:
        """The article of the charge as meta.yaml gives it."""
        return (self.charge or {}).get("article")

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount, the one that the case turns on first."""
        return tuple(
            Amount(float(amount["value"]), Bilingual(**amount["what"]), amount_kind(amount["what"]["zh"]))
            for amount in self.facts.get("amounts") or ()
        )

    @property
    def conduct(self) -> str | None:
        """What was done with the software: use or supply; None in a case on something else."""
        return self.facts.get("conduct")

    @property
    def users(self) -> int | None:
        """How many users."""
        return self.facts.get("users")

    @property
    def term(self) -> int | None:
        """The term in months."""
        return self.facts.get("term_months")

    @property
    def suspended(self) -> str | None:
        """yes, no or unknown; None for a penalty, which knows no suspension."""
        if self.is_penalty:
            return None
        months = self.facts.get("suspended_months")
        if months is None:
            outcome = (self.facts.get("outcome") or {}).get("zh") or ""
            # the sentence of a judgment that was set aside is none
            return "yes" if self.charge and _SUSPENDED.search(outcome) else "unknown"
        return "yes" if months else "no"

    @property
    def confidence(self) -> str | None:
        """How sure the facts are: A, B or B-."""
        return self.facts.get("confidence")

    @property
    def names_company(self) -> bool:
        """Whether a company gave it its name."""
        return any("公司" in name for name in (self.authority.titles.zh, *self.authority.short.zh))


def records_of(authorities: Iterable[Authority]) -> list[Record]:
    """Return the cases and penalties among authorities, the cases first."""
    own = [Record(authority) for authority in authorities if authority.kind.is_decision and authority.case]
    return sorted(own, key=lambda record: (record.is_penalty, record.authority.id))


def amount_kind(name: str) -> str:
    """Return what kind of amount a Chinese name stands for; `involved` if it does not say."""
    return next((kind for kind, pattern in _CALLED if pattern.search(name)), "involved")
