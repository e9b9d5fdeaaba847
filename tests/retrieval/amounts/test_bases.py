"""Gross and net both where costs are given; each counts towards what the thresholds measure."""

import pytest

from retrieval.amounts.bases import Base, concerns, read_bases, stated_last
from retrieval.amounts.chosen import chosen
from retrieval.amounts.stated import read_amounts
from retrieval.amounts.threshold import Measure, Place, Threshold


def bases(text: str) -> list[tuple[str, int]]:
    return [(base.name, base.value) for base in read_bases(read_amounts(text))]


def threshold(measure: str, unit: str = "yuan", applies_to: str = "any", only_if: tuple[str, ...] = ()) -> Threshold:
    return Threshold(
        charge_article="第二百八十五条", measure=Measure(zh=measure, en="x"), unit=unit, value=5000, inclusive=True,
        tier="serious", applies_to=applies_to, address=Place(article="第三条"), only_if=list(only_if),
    )  # fmt: skip


def test_costs_make_a_net_sum_beside_the_gross_one() -> None:
    assert bases("Receipts 30,000, rental 12,000") == [("gross", 30000), ("net_of_costs", 18000)]


def test_gains_with_costs_are_receipts() -> None:
    assert bases("违法所得6万元，服务器租金2万元") == [("gross", 60000), ("net_of_costs", 40000)]


def test_a_stated_net_sum_stays_as_stated() -> None:
    assert bases("收入3万元，成本1万元，净利润1.5万元") == [("gross", 30000), ("net", 15000)]


def test_sums_of_one_kind_are_added_unless_compared() -> None:
    assert bases("2022年收入3万元，2023年收入2万元") == [("gross", 50000)]
    assert bases("He earned 10,000 yuan in 2019 and 15,000 yuan in 2020") == [("earned", 25000)]
    assert bases("收入3万元还是5万元") == [("gross", 30000), ("gross", 50000)]
    assert bases("违法所得两万和违法所得三万，量刑差多少") == [("gains", 20000), ("gains", 30000)]
    assert bases("账号收入两万和教程收入三万，一共算多少，有区别吗") == [("gross", 50000)]


def last(*questions: str) -> list[tuple[str, int]]:
    return [(base.name, base.value) for base in read_bases(stated_last(questions))]


def test_a_later_question_puts_its_figures_in_the_place_of_the_earlier_ones() -> None:
    assert last("He received 37,000 yuan from 45 customers", "Suppose he made 9,000 yuan") == [
        ("earned", 9000),
        ("people", 45),
    ]
    assert last("收入3万元，成本2万元", "要是只赚了9千元呢") == [("earned", 9000)]
    assert last("卖给25人，收款4900元", "如果卖给15人呢") == [("gross", 4900), ("people", 15)]


def test_a_later_question_on_something_else_leaves_them() -> None:
    assert last("He received 30,000 yuan", "And if servers cost 22,000 yuan?") == [
        ("gross", 30000),
        ("net_of_costs", 8000),
    ]
    assert last("违法所得3万元", "会判缓刑吗") == [("gains", 30000)]


def test_costs_above_receipts_leave_nothing() -> None:
    assert bases("收入1万元，成本3万元") == [("gross", 10000), ("net_of_costs", 0)]


def test_what_counts_towards_what() -> None:
    assert Base("gross", 1, "yuan").counts_towards(threshold("违法所得"))
    assert Base("gross", 1, "yuan").counts_towards(threshold("其他非法经营活动中个人的非法经营数额"))
    assert not Base("net", 1, "yuan").counts_towards(threshold("其他非法经营活动中个人的非法经营数额"))
    assert not Base("gross", 1, "yuan").counts_towards(threshold("经济损失"))
    assert Base("people", 1, "people").counts_towards(threshold("人次", "person_times"))
    assert not Base("clicks", 1, "clicks").counts_towards(threshold("账号", "accounts"))


def test_thresholds_for_units_and_for_other_matters() -> None:
    assert concerns(threshold("违法所得", applies_to="unit"), "公司收入3万元")
    assert concerns(threshold("违法所得", applies_to="person"), "公司收入3万元")
    assert not concerns(threshold("违法所得", applies_to="unit"), "他收入3万元")
    assert not concerns(threshold("人次", only_if=("金融",)), "提供给25人次")
    assert concerns(threshold("人次", only_if=("金融",)), "网络金融服务，提供给25人次")


@pytest.mark.parametrize(
    ("first", "then", "value"),
    [
        ("卖给了90个用户会判多久", "如果是150个呢", ("people", 150)), ("卖给了90个用户会判多久", "要是19人呢", ("people", 19)),
        ("违法所得4千元够立案吗", "那5千呢", ("gains", 5000)), ("He had 90 users, how serious is that?", "and if it were 150?", ("people", 150)),
        ("illegal gains of 4,000 yuan, is that a crime?", "what if it was 6,000 yuan", ("gains", 6000)),
    ],
)  # fmt: skip
def test_a_bare_figure_takes_the_place_of_the_last_amount(first: str, then: str, value: tuple[str, int]) -> None:
    assert last(first, then) == [value]


@pytest.mark.parametrize(
    "then", ["如果是150元呢", "那第285条呢", "如果判了3年呢", "2019年呢", "what about article 225?"]
)
def test_a_figure_of_something_else_does_not(then: str) -> None:
    assert last("卖给了90个用户会判多久", then) == [("people", 90)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The boss made 300,000 yuan, my client was paid 4,000 yuan", "earned"),
        ("老板卖VPN赚了30万元，我只拿了4000元工资", "earned"),
        ("机场老板收入30万元，发给我工资4000元", "gross"),
    ],
)
def test_what_a_helper_was_paid_is_no_cost_of_the_whole(text: str, whole: str) -> None:
    assert bases(text) == [(whole, 300_000), ("pay", 4000)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("卖VPN赚了2万", [("earned", 20_000)]), ("He made 20,000 yuan selling VPNs", [("earned", 20_000)]),
        # before costs it is what was taken; beside what was taken it is what was left
        ("赚了3万，服务器成本1万", [("gross", 30_000), ("net_of_costs", 20_000)]),
        ("流水10万，赚了3万", [("gross", 100_000), ("net", 30_000)]), ("turnover 100,000, he made 30,000", [("gross", 100_000), ("net", 30_000)]),
        ("净赚2万", [("net", 20_000)]), ("纯赚了2万", [("net", 20_000)]), ("收入2万", [("gross", 20_000)]),
    ],
)  # fmt: skip
def test_what_was_made_is_what_was_taken_or_what_was_left(text: str, expected: list[tuple[str, int]]) -> None:
    assert bases(text) == expected


def test_what_was_made_says_that_the_turnover_is_no_less() -> None:
    turnover = threshold("其他非法经营活动中个人的非法经营数额")
    assert Base("earned", 1, "yuan").may_reach(5000, turnover)
    assert not Base("gross", 1, "yuan").may_reach(5000, turnover)
    assert not Base("earned", 1, "yuan").may_reach(5000, threshold("违法所得"))


@pytest.mark.parametrize(
    ("text", "value", "may_be"),
    [
        ("违法所得至少5000元", 10_000, True), ("gains of at least 5,000 yuan", 10_000, True), ("违法所得超过2万", 25_000, True),
        ("违法所得2万多", 25_000, True), ("违法所得2万多", 30_000, False), ("违法所得2万4千多", 25_000, False), ("违法所得600多万元", 7_000_000, False),
        ("违法所得5000元", 10_000, False), ("违法所得不到5000元", 10_000, False), ("违法所得最多5000元", 10_000, False),
    ],
)  # fmt: skip
def test_a_lower_bound_may_reach_more(text: str, value: int, may_be: bool) -> None:
    (base,) = read_bases(read_amounts(text))
    assert base.may_reach(value, threshold("违法所得")) is may_be


@pytest.mark.parametrize(
    ("first", "then", "names"),
    [
        ("收入3万8，成本1万6", "如果只算净的呢？", ["net_of_costs"]), ("收入3万8，成本1万6", "那扣除成本后呢", ["net_of_costs"]),
        ("took in 38,000 yuan, paid 16,000 for servers", "and net only?", ["net_of_costs"]), ("流水4万6，利润9千", "按净额算呢", ["net"]),
        ("流水4万6，利润9千", "那按流水算呢", ["gross"]), ("revenue 46,000, profit 9,000, 23 users", "what if only the net counts?", ["net", "people"]),
        # no choice, or more than one
        ("违法所得3万", "如果只算净的呢？", []), ("收入3万8，成本1万6", "净额怎么证明", []), ("收入3万8，成本1万6", "扣除成本有依据吗", []),
        ("收入3万8，成本1万6", "那他最多判几年？", []), ("took in 38,000 yuan, paid 16,000 for servers", "which cases counted net gains?", []),
    ],
)  # fmt: skip
def test_a_follow_up_chooses_one_of_the_sums(first: str, then: str, names: list[str]) -> None:
    assert [base.name for base in chosen(then, read_bases(stated_last([first])))] == names


@pytest.mark.parametrize(
    "text", ["收入3万元，发工资1万元", "He earned 30,000 yuan and paid 10,000 in wages", "收入3万元，发给他工资1万元"]
)
def test_wages_that_the_seller_pays_are_a_cost(text: str) -> None:
    assert bases(text) == [("gross", 30_000), ("net_of_costs", 20_000)]
