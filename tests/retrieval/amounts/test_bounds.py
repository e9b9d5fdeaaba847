"""Bounds and denials: at least is not less than, not reached is under, what is not so is no amount."""

import pytest

from retrieval.amounts.stated import read_amounts
from retrieval.references.numbers import plain


def told(text: str) -> list[tuple[int, str]]:
    return [(amount.value, amount.bound) for amount in read_amounts(plain(text))]


FROM, UP_TO, UNDER, EXACT = [(5000, "from")], [(5000, "up_to")], [(4999, "under")], [(5000, "")]


@pytest.mark.parametrize(
    ("words", "plainly", "denied"),
    [
        ("少于", UNDER, FROM), ("低于", UNDER, FROM), ("小于", UNDER, FROM), ("超过", FROM, UP_TO), ("高于", FROM, UP_TO),
        ("大于", FROM, UP_TO), ("多于", FROM, UP_TO), ("超出", FROM, UP_TO), ("达到", EXACT, UNDER), ("到", EXACT, UNDER),
    ],
)  # fmt: skip
@pytest.mark.parametrize("denial", ["", "不", "没有", "没", "未", "并未", "尚未", "从未", "不会", "不可能"])
def test_a_denied_bound_is_the_other_one(words: str, plainly: list, denied: list, denial: str) -> None:
    assert told(f"违法所得{denial}{words}5000元") == (denied if denial else plainly)
    assert told(f"违法所得{denial}{words}人民币５０００元") == (denied if denial else plainly)


@pytest.mark.parametrize(
    ("words", "plainly", "denied"),
    [
        ("less than", UNDER, FROM), ("under", UNDER, FROM), ("below", UNDER, FROM), ("fewer than", UNDER, FROM), ("short of", UNDER, FROM),
        ("more than", FROM, UP_TO), ("over", FROM, UP_TO), ("above", FROM, UP_TO), ("in excess of", FROM, UP_TO),
        ("greater than", FROM, UP_TO), ("exceeding", FROM, UP_TO), ("as much as", EXACT, UNDER),
    ],
)  # fmt: skip
@pytest.mark.parametrize("denial", ["", "not ", "n't ", "never ", "not in fact ", "not even "])
def test_a_denied_bound_is_the_other_one_in_english(words: str, plainly: list, denied: list, denial: str) -> None:
    be = "were" if denial.startswith("n't") else "were "
    assert told(f"his gains {be}{denial}{words} 5,000 yuan") == (denied if denial else plainly)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("违法所得不得少于5000元", FROM), ("违法所得不下5000元", FROM), ("违法所得不下于5000元", FROM), ("违法所得不止5000元", FROM),
        ("违法所得至少5000元", FROM), ("违法所得起码有5000元", EXACT), ("违法所得最多5000元", UP_TO), ("违法所得不到5000元", UNDER),
        ("违法所得没到5000元", UNDER), ("违法所得未满5000元", UNDER), ("违法所得不足5000元", UNDER), ("违法所得达不到5000元", UNDER),
        ("违法所得5000元不到", UNDER), ("违法所得5000元都不到", UNDER), ("违法所得够不够5000元", EXACT), ("违法所得有没有超过5000元", FROM),
        ("违法所得五千多元", FROM), ("赚了没有超过5000元", UP_TO), ("没有赚到超过5000元", UP_TO), ("没达到5000元的违法所得", UNDER),
        ("gains of at least 5,000 yuan", FROM), ("gains of no less than 5,000 yuan", FROM), ("gains of no more than 5,000 yuan", UP_TO),
        ("gains did not reach 5,000 yuan", UNDER), ("gains didn't even reach 5,000 yuan", UNDER), ("gains had not yet reached RMB 5,000", UNDER),
        ("gains failed to reach 5,000 yuan", UNDER), ("gains fell short of 5,000 yuan", UNDER), ("gains never exceeded 5,000 yuan", UP_TO),
        ("gains did not exceed 5,000 yuan", UP_TO), ("gains reached 5,000 yuan", EXACT), ("gains were not quite 5,000 yuan", UNDER),
        ("gains were not even 5,000 yuan", UNDER), ("he did not earn more than 5,000 yuan", UP_TO), ("gains were 5,000 yuan at most", UP_TO),
    ],
)  # fmt: skip
def test_bounds_as_they_are_said(text: str, expected: list) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "违法所得不是28000元而是2800元", "违法所得并非28000元，而是2800元", "违法所得非28000元，应为2800元", "违法所得是2800元，不是28000元",
        "违法所得是2800元而非28000元", "违法所得应为2800元，而不是28000元", "他并没有获利28000元，只有2800元", "违法所得不是２８０００元，而是２８００元",
        "违法所得2800元，没有造成经济损失1万元", "违法所得2800元，并未造成损失1万元", "gains were not 28,000 yuan but 2,800", "gains weren't 28,000 yuan but 2,800 yuan",
        "gains of 2,800 yuan rather than 28,000 yuan", "gains were 2,800 yuan, not 28,000 yuan", "gains of 2,800 yuan instead of 28,000 yuan",
        "he did not earn 28,000 yuan but 2,800 yuan", "His gains were 2,800 yuan and he did not cause a loss of 10,000 yuan",
    ],
)  # fmt: skip
def test_what_is_not_so_gives_way_to_what_is(text: str) -> None:
    assert told(text) == [(2800, "")]


@pytest.mark.parametrize(
    "text", ["没有赚到28000元", "没有造成经济损失1万元", "违法所得不是28000元", "he did not earn 28,000 yuan", "no loss of 10,000 yuan was caused"]
)  # fmt: skip
def test_what_is_not_so_is_no_amount(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "未经许可经营VPN违法所得3万元", "没有许可证卖VPN收入3万元", "非法获利3万元", "他没有退出违法所得3万元", "无证经营收入3万元", "他不服，收入3万元",
        "没收违法所得3万元", "不知道犯法，卖VPN赚了3万元", "最近3万元收入", "未成年人赚了3万元", "he had no licence and earned 30,000 yuan", "without a licence he made 30,000 yuan",
        "he did not know the law and earned 30,000 yuan", "whether or not he made 30,000 yuan", "he never had a licence but made 30,000 yuan",
    ],
)  # fmt: skip
def test_what_is_denied_of_something_else_stays(text: str) -> None:
    assert told(text) == [(30_000, "")]
