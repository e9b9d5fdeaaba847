"""A change of the law that is yet to come gives no date of conduct."""

from datetime import date

import pytest

from retrieval.dates.reading import read_dates, supposes_law_to_come

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "day", "year"),
    [
        ("She was convicted in 2019 under Article 286. Should the crime be abolished in 2030, must she be freed?", date(2019, 12, 31), 2030),
        ("If in 2029 the article is repealed, what becomes of his sentence of 2020?", None, 2029),
        ("2019年判的刑，要是2031年把这个罪取消了，还要坐牢吗", date(2019, 12, 31), 2031),
        ("如果2027年刑法修改不再是犯罪呢", None, 2027),
        # what was changed already is a date like others
        ("2021年修改以后卖的呢", date(2021, 12, 31), None),
        ("Sold in 2018, before it was amended", date(2018, 12, 31), None),
    ],
)  # fmt: skip
def test_it_is_told_from_the_date_of_the_conduct(text: str, day: date | None, year: int | None) -> None:
    read = read_dates(text, [], TODAY)
    if day:
        assert read is not None
        assert read.day == day
    assert supposes_law_to_come(text, [], TODAY) == year


def test_conduct_that_is_yet_to_come_has_its_date() -> None:
    read = read_dates("If he sells accounts in 2029, is it a crime?", [], TODAY)
    assert read is not None
    assert read.day == date(2029, 12, 31)
    assert supposes_law_to_come("If he sells accounts in 2029, is it a crime?", [], TODAY) is None
