"""The cases as data, against the meta files counted by themselves."""

from collections import Counter
from typing import Any

import pytest
import yaml

from ingest.corpus import Source
from retrieval.cases.records import AMOUNT_KINDS, Record, amount_kind, records_of
from retrieval.cases.regions import regions
from tests.support import CORPUS
from web.cases.filters import CHOICES, COLUMNS, NONE, Filters, ordered, values
from web.cases.points import labels, scatter, years

FILES = [*CORPUS.glob("cases/*/meta.yaml"), *CORPUS.glob("penalties/*/meta.yaml")]


@pytest.fixture(scope="session")
def metas() -> dict[str, dict[str, Any]]:
    """Authority id to its meta file as it stands."""
    return {path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}


@pytest.fixture(scope="session")
def records(sources: dict[str, Source]) -> list[Record]:
    """All cases and penalties of the project's corpus."""
    return records_of(source.authority for source in sources.values())


def ids(records: list[Record]) -> set[str]:
    return {record.authority.id for record in records}


def test_every_case_is_there_with_its_facts(records: list[Record], metas: dict[str, dict[str, Any]]) -> None:
    assert ids(records) == set(metas)
    for record in records:
        case = metas[record.authority.id]["case"]
        assert record.term == case["term_months"]
        assert record.users == case["users"]
        assert [amount.value for amount in record.amounts] == [amount["value"] for amount in case["amounts"]]
        assert record.charge_article == (case["charge"] or {}).get("article")
        assert record.decided == (str(case["decided"]) if case["decided"] else None)


def test_suspension_is_unknown_where_meta_is_silent(records: list[Record], metas: dict[str, dict[str, Any]]) -> None:
    for record in records:
        case = metas[record.authority.id]["case"]
        months = case["suspended_months"]
        expected = "unknown" if months is None else "yes" if months > 0 else "no"
        if case["outcome"]["zh"].startswith("缓刑"):
            expected = "yes"  # for how long is not known
        assert record.suspended == (None if record.authority.id.startswith("penalty-") else expected)


@pytest.mark.parametrize(("key", "year", "source", "region"), [
    ("zhu-jingzhou-2018-150", 2018, "decision", "湖北"), ("xue-taishun-2018-46", 2018, "number", "浙江"),
    ("guiding-case-97-wang-lijun", 2017, "decision", "内蒙古"), ("lu-370000", None, None, None),
    ("penalty-zhu-shaoguan-2018", 2018, "decision", "广东"), ("ruan-non-prosecution-2021", 2021, "decision", None),
    ("spp-case-36-wei-menglong", None, None, None),
])  # fmt: skip
def test_years_and_regions(
    records: list[Record], key: str, year: int | None, source: str | None, region: str | None
) -> None:
    (record,) = (record for record in records if record.authority.id == key)
    assert (record.year, record.year_from, record.region) == (year, source, region)


def test_the_regions_are_the_provinces_of_the_mainland() -> None:
    assert len(regions()) == len(set(regions())) == 31


@pytest.mark.parametrize(("name", "kind"), [
    ("违法所得", "gains"), ("获利（约数）", "gains"), ("营业收入", "turnover"), ("2016年起的支付宝交易流水", "turnover"), ("经营数额", "turnover"),
    ("退缴金额", "recovered"), ("行政处罚没收的违法所得", "recovered"), ("没收的收入", "recovered"), ("行政罚款", "fine"),
    ("金额，性质不明", "involved"), ("涉案金额（20,000余元）", "involved"), ("工具价款", "price"), ("叶源星、张剑秋从谭房妹处共得（40,000余元）", "gains"),
])  # fmt: skip
def test_what_an_amount_is(name: str, kind: str) -> None:
    assert amount_kind(name) == kind


def test_the_filters_agree_with_the_meta_files(records: list[Record], metas: dict[str, dict[str, Any]]) -> None:
    def let(**chosen: str) -> set[str]:
        return ids([record for record in records if Filters(**chosen).lets_through(record)])

    def having(test: Any) -> set[str]:
        return {key for key, meta in metas.items() if test(meta, meta["case"])}

    assert let() == set(metas)
    assert let(kind="penalty") == having(lambda meta, _: meta["kind"] == "penalty")
    article = "第二百八十五条第三款"
    assert let(charge=article) == having(lambda _, case: (case["charge"] or {}).get("article") == article)
    assert let(charge=NONE) == having(lambda _, case: not case["charge"] or not case["charge"]["article"])
    assert let(conduct="use") == having(lambda _, case: case.get("conduct") == "use")
    assert let(amount="known") == having(lambda _, case: case["amounts"])
    assert let(confidence="B-") == having(lambda _, case: case["confidence"] == "B-")
    assert let(suspended="no", kind="case") == having(
        lambda meta, case: meta["kind"] == "case" and case["suspended_months"] == 0
    )
    for name in CHOICES:
        shares = [let(**{name: value}) for value in values(records, name)]
        assert sum(map(len, shares)) <= len(records)
        assert all(shares)
    assert let(year="1066") == set()


@pytest.mark.parametrize("column", COLUMNS)
def test_order(records: list[Record], column: str) -> None:
    up, down = (ordered(records, column, turned, "en") for turned in (False, True))
    assert ids(up) == ids(down) == ids(records)
    if column == "term":
        known = sorted(record.term for record in records if record.term is not None)
        assert [record.term for record in up] == known + [None] * (len(records) - len(known))
        assert [record.term for record in down][: len(known)] == known[::-1]


def test_the_points_are_the_cases_with_both_figures(records: list[Record], metas: dict[str, dict[str, Any]]) -> None:
    plot = scatter(records)
    cases = {key: meta["case"] for key, meta in metas.items() if meta["kind"] == "case"}
    real = {
        key: [amount for amount in case["amounts"] if "罚款" not in amount["what"]["zh"]] for key, case in cases.items()
    }
    both = {key for key in cases if real[key] and cases[key]["term_months"]}
    assert {point.record.authority.id for point in plot.points} == both
    assert (plot.cases, plot.both) == (len(cases), len(both))
    assert plot.no_amount == sum(1 for key in cases if not real[key])
    assert plot.both + plot.no_amount + plot.no_term == plot.cases
    drawn = Counter((point.record.authority.id, point.amount.value, point.term) for point in plot.points)
    assert drawn == Counter((key, float(a["value"]), cases[key]["term_months"]) for key in both for a in real[key])


def test_the_years_hold_every_case_once(records: list[Record]) -> None:
    plot = years(records)
    assert [year for year, _ in plot.columns] == list(range(plot.columns[0][0], plot.columns[-1][0] + 1))
    placed = [record for _, own in plot.columns for record in own]
    assert len(placed) == len(ids(placed)) == plot.decided + plot.number == len(records) - plot.unknown
    assert all(record.year == year for year, own in plot.columns for record in own)


def test_the_labels_count_cases(records: list[Record], metas: dict[str, dict[str, Any]]) -> None:
    found = labels(records)
    assert [label.kind for label in found] == list(AMOUNT_KINDS)
    assert sum(times for label in found for _, times in label.names) == sum(
        len(meta["case"]["amounts"]) for meta in metas.values()
    )
    for label in found:
        assert len(label.records) == len(ids(label.records))
    assert ids([r for label in found for r in label.records]) == {k for k, m in metas.items() if m["case"]["amounts"]}
