"""What is told of a part of a count or a sum: that it was free, came again, or is no gain."""

import pytest

from retrieval.amounts.bases import Base, read_bases, stated_last
from retrieval.amounts.portions import Portion, portion_last, read_portion
from retrieval.references.numbers import plain


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("and if eight of those 23 were free test accounts?", 8, "less"),
        ("what if half of them never paid?", None, "less"),
        ("sold to 23 people, eight of them free test accounts", 8, "less"),
        ("Suppose 3 users were the same person", 3, "less"),
        ("without the eight free ones?", 8, "less"),
        ("not counting the 8 test accounts", 8, "less"),
        ("what if twelve of them were gifts", 12, "less"),
        ("那如果其中有8个是免费试用的呢", 8, "less"),
        ("如果一半是没付钱的呢", None, "less"),
        ("其中一半是免费的", None, "less"),
        ("里面有三个是我自己的小号呢", 3, "less"),
        ("19个人里有两个是测试号", 2, "less"),
        ("但有3个人是没给钱的", 3, "less"),
        ("扣掉8个免费的呢", 8, "less"),
        ("除去五个测试号", 5, "less"),
        ("那如果其中两个人续过费呢？", 2, "more"),
        ("其中五个人买了两次", 5, "more"),
        ("加上两次续费呢", 2, "more"),
        ("and two of the 19 renewed?", 2, "more"),
        ("five of the customers bought twice", 5, "more"),
        ("plus two renewals?", 2, "more"),
    ],
)
def test_a_part_of_a_count(text: str, number: int | None, change: str) -> None:
    assert read_portion(plain(text))[0] == Portion(number, change)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["其中3万是借款", "what if 30,000 of it was a loan repayment", "其中3万元是代收的"])
def test_a_part_of_a_sum(text: str) -> None:
    assert read_portion(plain(text))[0] == Portion(30_000, "less", "yuan")


@pytest.mark.parametrize(
    "text",
    [
        "earned 30,000 yuan, of which 22,000 went on server rent",
        "其中22000元付了服务器",
        "其中两个人是从犯",
        "two of them were arrested",
        "其中一个人判了缓刑",
        "给30个免费用户提供节点",
        "我免费分享给20人",
        "其中第三款怎么理解",
        "three of the defendants paid fines",
        "其中有10个账号是2019年卖的",
        "less 8,000 yuan of costs",
        "免费试用3天，卖给25人",
    ],
)
def test_no_part_of_a_count(text: str) -> None:
    assert read_portion(plain(text))[0] is None


def compared(*questions: str) -> list[tuple[str, int, int]]:
    asked = [plain(question) for question in questions]
    bases: list[Base] = read_bases(stated_last(asked), None, portion_last(asked))
    return [(base.name, base.value, base.portion) for base in bases]


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        (("sold to 23 people", "and if eight of those 23 were free?"), [("people", 23, 0), ("people", 15, -8)]),
        (("卖给了19个人", "那如果其中两个人续过费呢？"), [("people", 19, 0), ("person_times", 21, 2)]),
        (("卖给25人", "如果一半是没付钱的呢"), [("people", 25, 0), ("people", 13, -12)]),
        (("收入8万元", "其中3万是借款呢"), [("gross", 80_000, 0), ("gross", 50_000, -30_000)]),
        (("卖给了19个人，其中两个续过费",), [("people", 19, 0), ("person_times", 21, 2)]),
        # so many paid: these are counted
        (("sold to 130 people", "And if only 15 of them paid?"), [("people", 15, 0)]),
        (("卖给23人", "只有15个付了钱"), [("people", 15, 0)]),
        (("卖给23人，只有15个付了钱",), [("people", 23, 0), ("people", 15, 0)]),
        (("sold to 130 people", "15 of them never paid"), [("people", 130, 0), ("people", 115, -15)]),
        # more than there were, or of nothing that was counted
        (("卖给3个人", "其中8个是免费的呢"), [("people", 3, 0)]),
        (("收入8万元", "其中8个是免费的呢"), [("gross", 80_000, 0)]),
    ],
)
def test_both_counts_are_compared(questions: tuple[str, ...], expected: list[tuple[str, int, int]]) -> None:
    assert compared(*questions) == expected
