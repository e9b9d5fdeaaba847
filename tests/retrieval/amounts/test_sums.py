"""Sums that are no yuan or none of the conduct's, and thousands with spaces."""

import pytest

from retrieval.amounts.bases import read_bases
from retrieval.amounts.chosen import chosen
from retrieval.amounts.stated import read_all, read_amounts
from retrieval.references.numbers import plain


@pytest.mark.parametrize(
    "text",
    [
        "违法所得港币3万元", "违法所得3万元港币", "违法所得3万元（港币）", "违法所得３万港元", "违法所得美元30000", "违法所得美金3万元", "违法所得日元30000元", "违法所得台币3万元",
        "违法所得新台币30000元", "违法所得3万卢布", "违法所得欧元3万", "违法所得30000元澳门币", "gains of JPY 30,000", "gains of SGD 30,000", "gains of AUD 30,000",
        "gains of HKD 30,000", "gains of HK$30,000", "gains of 30,000 Hong Kong dollars", "gains of 30,000 pounds", "gains of 30,000 CAD", "gains of €30,000",
    ],
)  # fmt: skip
def test_foreign_money_is_no_yuan(text: str) -> None:
    read = read_all(plain(text))
    assert (read.stated, read.foreign) == ((), True)


@pytest.mark.parametrize(
    "text",
    [
        "违法所得3万元人民币", "违法所得折合人民币3万元", "卖币赚了3万元", "增加元旦收入3万元", "1月1日元旦后赚了3万元", "he won the trial and made 30,000 yuan",
        "gains of RMB 30,000", "gains of CNY 30,000", "gains of ¥30,000", "违法所得¥30,000元",
    ],
)  # fmt: skip
def test_yuan_are_no_foreign_money(text: str) -> None:
    read = read_all(plain(text))
    assert ([amount.value for amount in read.stated], read.foreign) == ([30_000], False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gains were 5 000 yuan", 5000), ("gains were 25 000", 25_000), ("gains were 5.000,00 yuan", 5000), ("gains were 1 200 000 yuan", 1_200_000),
        ("获利5 000元", 5000), ("违法所得24 999元", 24_999), ("gains were 24\u00a0999 RMB", 24_999), ("gains of 24.999,50 yuan", 24_999),
    ],
)  # fmt: skip
def test_thousands_with_spaces_are_one_number(text: str, value: int) -> None:
    assert [amount.value for amount in read_amounts(plain(text))] == [value]


@pytest.mark.parametrize(
    "other",
    [
        "合法工资收入6000元", "年薪收入6万元", "年薪6万元", "其他合法收入6万元", "房租收入6万元", "妻子收入6万元", "老婆的工资6万元", "his salary at his day job was 6,000 yuan",
        "lawful salary income of 60,000 yuan", "his wife earned 60,000 yuan as a teacher", "his annual salary was 60,000 yuan", "rental income of 60,000 yuan",
    ],
)  # fmt: skip
def test_what_is_lawfully_earned_or_another_s_is_not_counted(other: str) -> None:
    told = "违法所得4000元，" if other[0] > "z" else "gains of 4,000 yuan; "
    assert [(base.name, base.value) for base in read_bases(read_amounts(plain(told + other)))] == [("gains", 4000)]


@pytest.mark.parametrize(
    ("text", "net"),
    [
        ("收入10万元，付员工工资3万元", 70_000), ("收入10万元，工资3万元", 70_000), ("receipts of 100,000 yuan, wages of 30,000 paid to staff", 70_000),
        ("turnover RMB 100,000, salary of helper 30,000", 70_000),
    ],
)  # fmt: skip
def test_wages_that_were_paid_out_are_costs(text: str, net: int) -> None:
    assert [base.value for base in read_bases(read_amounts(plain(text))) if base.name == "net_of_costs"] == [net]


def named(text: str) -> list[tuple[int, str]]:
    return [(amount.value, amount.role.name if amount.role else amount.unit) for amount in read_amounts(plain(text))]


@pytest.mark.parametrize(
    "text",
    [
        "流水4万6利润9千", "流水4万6，利润9千", "利润9千流水4万6", "4万6流水9千利润", "流水46000元利润9000元", "个人卖VPN流水有4万6利润是9千", "流水4万6其中利润9千",
        "revenue 46,000 profit 9,000", "46k revenue 9k profit", "revenue of 46,000 profit of 9,000", "turnover 46,000, profit 9,000", "revenue 46,000 of which profit 9,000",
    ],
)  # fmt: skip
def test_a_word_between_two_sums_is_that_of_one_of_them(text: str) -> None:
    assert sorted(named(text)) == [(9_000, "net"), (46_000, "gross")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4万6流水9千利润2万成本", [(46_000, "gross"), (9_000, "net"), (20_000, "cost")]), ("46k revenue 9k profit 3k costs", [(46_000, "gross"), (9_000, "net"), (3_000, "cost")]),
        ("收入3万成本1万", [(30_000, "gross"), (10_000, "cost")]), ("收入10万退了2万", [(100_000, "gross"), (20_000, "cost")]),
        # of two words at one sum the one behind says what it is
        ("made 46,000 profit", [(46_000, "net")]), ("收了1.2万手续费", [(12_000, "gains")]), ("earned 9,000 in commissions", [(9_000, "gains")]),
        # but what was given back is what was got
        ("违法所得3万退了", [(30_000, "gains")]), ("违法所得3万全退了", [(30_000, "gains")]), ("违法所得3万全部退缴", [(30_000, "gains")]),
        ("违法所得3万已经退了", [(30_000, "gains")]), ("违法所得3万家属退了", [(30_000, "gains")]), ("违法所得3万，全退了", [(30_000, "gains")]),
    ],
)  # fmt: skip
def test_which_of_two_words_says_what_a_sum_is(text: str, expected: list[tuple[int, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("违法所得2万5整", [(25_000, "gains")]), ("违法所得2万5千整", [(25_000, "gains")]), ("违法所得2万5千元整", [(25_000, "gains")]),
        ("gains 24,900 plus 100 person-times", [(24_900, "gains"), (100, "person_times")]), ("gains 24,900 because he sold VPNs", [(24_900, "gains")]),
        ("2016年收入8000,2017年1月停了", [(8_000, "gross")]), ("收入8000，2017年停了", [(8_000, "gross")]), ("收款12,3456元", [(123_456, "gross")]),
        # what goes on is what is counted
        ("he received 30,000 subscriptions", []), ("收到3000整箱", []), ("卖了300就被抓", []),
    ],
)  # fmt: skip
def test_where_a_sum_without_its_currency_ends(text: str, expected: list[tuple[int, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("转给三个人用过收款码，流水25万", [(3, "recipients"), (250_000, "settlement")]), ("银行卡借给朋友，流水25万", [(250_000, "settlement")]),
        ("帮朋友收VPN的钱，用我的支付宝走了23万", [(230_000, "settlement")]), ("我的银行卡流水25万，算帮信吗", [(250_000, "settlement")]),
        ("he lent his bank card to 3 friends and 250,000 yuan went through it", [(3, "recipients"), (250_000, "settlement")]),
        ("收款码借给别人，流水25万，手续费2000", [(250_000, "settlement"), (2_000, "gains")]),
        ("he let two friends use his Alipay account, turnover 250,000 yuan", [(2, "recipients"), (250_000, "settlement")]),
        # a seller's own account: that was taken
        ("卖VPN给他用支付宝收款，流水5万", [(50_000, "gross")]), ("支付宝收款后给客户用VPN，流水5万", [(50_000, "gross")]),
        ("he let customers pay by Alipay, turnover 50,000 yuan", [(50_000, "gross")]),
        ("sold VPNs, turnover of 50,000 yuan on his Alipay, is that assisting?", [(50_000, "gross")]),
        ("卖VPN，支付宝走了23万", [(230_000, "gross")]), ("机场卖家，微信流水21万", [(210_000, "gross")]), ("卖VPN账号给三个人用，流水5万", [(3, "people"), (50_000, "gross")]),
        ("帮别人翻墙收钱，流水5万", [(50_000, "gross")]), ("VPN seller, 250,000 yuan went through his Alipay", [(250_000, "gross")]),
        ("his bank card shows turnover of 250,000 from selling VPNs", [(250_000, "gross")]),
    ],
)  # fmt: skip
def test_what_runs_through_an_account_lent_to_others_is_settled(text: str, expected: list[tuple[int, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The article says gains must exceed 5,000 for conviction. Correct?", "this text claims that gains of 5,000 yuan are a crime", "gains must be at least 5,000 yuan, right?",
        "gains have to reach 5,000 yuan for a conviction", "文章说违法所得要超过5000元才定罪，对吗", "违法所得要超过5000元才能判刑吗", "违法所得必须达到5000元吗", "违法所得满5000元才能立案吗", "违法所得5000元才够立案吗",
        "司法解释规定违法所得5000元就是情节严重",
    ],
)  # fmt: skip
def test_what_the_law_is_said_to_demand_is_no_sum_of_the_case(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "his gains exceed 5,000 yuan", "违法所得超过5000元", "他的违法所得要超过5000元了", "the article says so, but his gains were 5,000 yuan", "文章说要超过2万元才定罪，他违法所得5000元",
        "检察院说违法所得5000元", "违法所得5000元才判了半年", "the gains should be 5,000 yuan, not 28,000", "违法所得应为5000元", "the indictment says the gains were 5,000 yuan",
    ],
)  # fmt: skip
def test_what_was_found_is_a_sum_of_the_case(text: str) -> None:
    assert named(text) == [(5_000, "gains")]


@pytest.mark.parametrize(
    "piece", ["流水", "给人用", "银行卡", "必须", "the law says ", "lent ", "退", "净", "如果", "and ", "of "]
)
def test_behind_a_long_run_of_these_words_the_sum_is_read(piece: str) -> None:
    text = piece * (4_000 // len(piece))
    assert [stated.value for stated in read_amounts(f"{text}，违法所得5000元")][-1:] == [5_000]
    bases = read_bases(read_amounts("收入3万，成本1万"))
    assert all(base in bases for base in chosen(text, bases))
