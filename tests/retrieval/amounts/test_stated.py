"""Amounts are read with what they are amounts of; other numbers are none."""

import pytest

from retrieval.amounts.stated import read_amounts, read_unnamed
from retrieval.amounts.unread import unread_sums
from retrieval.references.numbers import plain


def read(text: str) -> list[tuple[int, str, str | None]]:
    return [(a.value, a.unit, a.role.name if a.role else None) for a in read_amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Receipts 30,000, rental 12,000", [(30000, "yuan", "gross"), (12000, "yuan", "cost")]),
        ("He earned 30,000 yuan and paid 12,000 for servers in 2023", [(30000, "yuan", "earned"), (12000, "yuan", "cost")]),
        ("30,000 in receipts and 12,000 in rental", [(30000, "yuan", "gross"), (12000, "yuan", "cost")]),
        ("违法所得6万元，服务器租金2万元", [(60000, "yuan", "gains"), (20000, "yuan", "cost")]),
        ("违法所得两万五千元", [(25000, "yuan", "gains")]),
        ("收入3万，成本1.2万", [(30000, "yuan", "gross"), (12000, "yuan", "cost")]),
        ("卖给25人，收款4900元", [(25, "people", None), (4900, "yuan", "gross")]),
        ("提供给19人次", [(19, "person_times", None)]),
        ("sold to 25 people for 600 yuan each", [(25, "people", None), (15000, "yuan", "gross")]),
        ("经营数额4万元，违法所得8千元", [(40000, "yuan", "turnover"), (8000, "yuan", "gains")]),
        ("profit 18k", [(18000, "yuan", "net")]),
        ("he made two grand from accounts", [(2000, "yuan", "earned")]),
        ("47 buyers, 15 yuan each. abt 2 grand all told", [(47, "people", None), (2000, "yuan", "gross")]),
        ("卖梯子加起来两千多块", [(2000, "yuan", "gross")]), ("fined 500 in total", []),
        ("WeChat shows 21,400 yuan in, 7,800 went on servers", [(21400, "yuan", "gross"), (7800, "yuan", "cost")]),
        ("threshold of gains for 285(3)", []),
        ("convicted under 285", []),
        ("income of 1.5 million yuan", [(1_500_000, "yuan", "gross")]),
        ("违法所得24999元和25000元有区别吗", [(24999, "yuan", "gains"), (25000, "yuan", "gains")]),
        ("He made 30,000 yuan from 3 servers", [(30000, "yuan", "earned")]),
        ("提供过三十多人次", [(30, "person_times", None)]),
        ("收了2万5，30个人", [(25000, "yuan", "gross"), (30, "people", None)]),
        ("违法所得2万5千元", [(25000, "yuan", "gains")]),
        ("收了3万7500元", [(37500, "yuan", "gross")]),
        ("收了2千万元", [(20_000_000, "yuan", "gross")]),
        ("违法所得24,999.6元", [(24999, "yuan", "gains")]),
        ("收了1.2万手续费 通道流水25万", [(12000, "yuan", "gains"), (250_000, "yuan", "settlement")]),
        ("付费用户数一百二十人，收款近三万元", [(120, "people", None), (29999, "yuan", "gross")]),
        ("获利0.57万元", [(5700, "yuan", "gains")]),
        ("违法所得贰万伍仟元", [(25000, "yuan", "gains")]),
        ("收款12,3456元", [(123_456, "yuan", "gross")]),
        ("earned 10,000 yuan in 2019 and 15,000 yuan in 2020", [(10000, "yuan", "earned"), (15000, "yuan", "earned")]),
        ("2018年获利2万2019年获利3万", [(20000, "yuan", "gains"), (30000, "yuan", "gains")]),
        ("1月获利2万3月获利3万", [(20000, "yuan", "gains"), (30000, "yuan", "gains")]),
        ("获利6千，2万5个人", [(6000, "yuan", "gains")]),
        ("赚了1.2w，成本3k", [(12000, "yuan", "earned"), (3000, "yuan", "cost")]),
        ("收入十二万元，用户一百零二人", [(120_000, "yuan", "gross"), (102, "people", None)]),
        ("一共卖了300单，利润3000块", [(300, "person_times", None), (3000, "yuan", "net")]),
        ("he took 37,000 yuan from 45 people", [(37000, "yuan", "gross"), (45, "people", None)]),
        ("45 customers paid 37,000 yuan", [(45, "people", None), (37000, "yuan", "gross")]),
        ("She charged 45 people 37,000 yuan", [(45, "people", None), (37000, "yuan", "gross")]),
        ("He paid 12,000 yuan for servers", [(12000, "yuan", "cost")]),
        ("earned 30,000 yuan, of which 22,000 went on server rent", [(30000, "yuan", "earned"), (22000, "yuan", "cost")]),
        ("Turnover of 37,000 yuan from 45 VPN subscribers", [(37000, "yuan", "gross"), (45, "people", None)]),
        ("gains of 9,999 or 10,000 yuan", [(9999, "yuan", "gains"), (10000, "yuan", "gains")]),
        # hundreds of ten thousands with 多 between
        ("机场流水600多万，会判几年", [(6_000_000, "yuan", "gross")]),
        ("卖梯子收了一百二十多万，扣掉服务器成本四十来万", [(1_200_000, "yuan", "gross"), (400_000, "yuan", "cost")]),
        ("卖梯子赚了三百多万", [(3_000_000, "yuan", "earned")]),
        ("卖梯子流水一千多万", [(10_000_000, "yuan", "gross")]),
        ("收了1万2", [(12000, "yuan", "gross")]),
        ("赚了2万来块", [(20000, "yuan", "earned")]),
        ("获利3千多块", [(3000, "yuan", "gains")]),
        ("违法所得30余万元", [(300_000, "yuan", "gains")]),
        ("收了十来万", [(100_000, "yuan", "gross")]),
        ("赚了一百万出头", [(1_000_000, "yuan", "earned")]),
        # limits and ranges
        ("违法所得不到5000元", [(4999, "yuan", "gains")]),
        ("赚了将近2.5万", [(24999, "yuan", "earned")]),
        ("收入小10万", [(99_999, "yuan", "gross")]),
        ("获利近百万", [(999_999, "yuan", "gains")]),
        ("违法所得超过2万", [(20000, "yuan", "gains")]),
        ("赚了2到3万", [(20000, "yuan", "earned"), (30000, "yuan", "earned")]),
        ("获利三五千", [(3000, "yuan", "gains"), (5000, "yuan", "gains")]),
        ("made less than 5,000 yuan", [(4999, "yuan", "earned")]),
        ("made nearly 5,000 yuan", [(4999, "yuan", "earned")]),
        ("made up to 5,000 yuan", [(5000, "yuan", "earned")]),
        ("made between 20,000 and 30,000 yuan", [(20000, "yuan", "earned"), (30000, "yuan", "earned")]),
        ("made no more than 5,000 yuan", [(5000, "yuan", "earned")]),
        # so much a month or a head, with how many
        ("卖梯子每个月收入8000，做了两年", [(192_000, "yuan", "gross")]),
        ("卖vpn每月净赚3000，干了10个月", [(30_000, "yuan", "net")]),
        ("月租20元，用户1500个，干了2年", [(720_000, "yuan", "gross"), (1500, "people", None)]),
        ("月租15块，800个用户，卖了一年半", [(216_000, "yuan", "gross"), (800, "people", None)]),
        ("卖了80个人，每人收200元", [(80, "people", None), (16_000, "yuan", "gross")]),
        ("got 12k a month for 10 months", [(120_000, "yuan", "gross")]),
        ("sold 50 accounts at 100 yuan each", [(50, "person_times", None), (5_000, "yuan", "gross")]),
        ("15 yuan a month to 200 users for a year", [(36_000, "yuan", "gross"), (200, "people", None)]),
        # the noun before its number; what was only sampled
        ("卖vpn注册用户3000多", [(3000, "people", None)]),
        ("会员3000个", [(3000, "people", None)]),
        ("只抽了20个客户做笔录", []),
        ("2万注册用户", [(20000, "people", None)]),
        ("300 registered users, 61 paying", [(300, "people", None), (61, "people", None)]),
        # what is left, given back, paid out
        ("卖机场收了26万，交给上家20万，自己留6万", [(260_000, "yuan", "gross"), (60_000, "yuan", "net")]),
        ("卖机场收了26万，到手6万", [(260_000, "yuan", "gross"), (60_000, "yuan", "net")]),
        ("违法所得超过两万五，案发后家属退了全部18万", [(25_000, "yuan", "gains")]),
        ("流水21万，其中四万多是退款", [(210_000, "yuan", "gross"), (40_000, "yuan", "cost")]),
        ("收入50万元，其中退款8万", [(500_000, "yuan", "gross"), (80_000, "yuan", "cost")]),
        ("gross 200k yuan minus 150k refunds", [(200_000, "yuan", "gross"), (150_000, "yuan", "cost")]),
        ("turnover RMB 300,000, salary of helper 60,000", [(300_000, "yuan", "gross"), (60_000, "yuan", "cost")]),
        ("帮机场收款走账25万，手续费拿了2000", [(250_000, "yuan", "settlement"), (2000, "yuan", "gains")]),
        ("卖梯子收了一百二十多万，扣掉服务器成本剩四十来万", [(1_200_000, "yuan", "gross"), (400_000, "yuan", "net")]),
        ("老板给他每月1.5万，做了一年，机场流水600多万", [(180_000, "yuan", "gains"), (6_000_000, "yuan", "gross")]),
        ("he made 2,000 yuan a month for a year and a half", [(36_000, "yuan", "earned")]),
        ("2,000 yuan per month for a year and a half", [(36_000, "yuan", "gains")]),
        ("三次各收入2000元", [(6000, "yuan", "gross")]),
        ("分三次收款，每次收入2000元", [(6000, "yuan", "gross")]),
        ("received 2,000 yuan each time, three times", [(6000, "yuan", "gross")]),
        ("每个账号25元，卖了300个", [(7500, "yuan", "gross")]),
        ("账号每个25元，卖了三百个", [(7500, "yuan", "gross")]),
        ("25 yuan per account, sold 300", [(7500, "yuan", "gross")]),
        ("第一次收入2000元，第二次收入3000元", [(2000, "yuan", "gross"), (3000, "yuan", "gross")]),
        # ten thousand and more; what somebody got, not what the law says
        ("收了上万元", [(10_000, "yuan", "gross")]),
        ("违法所得上百万元", [(1_000_000, "yuan", "gains")]),
        ("他违法所得5000元以上", [(5000, "yuan", "gains")]),
        ("he made 5,000 yuan or more", [(5000, "yuan", "earned")]),
        # what the two sides say
        ("公诉人说他赚了5万，我们说只有8千", [(50_000, "yuan", "earned"), (8_000, "yuan", "earned")]),
        ("the indictment says he made 120,000 yuan, we say 20,000", [(120_000, "yuan", "earned"), (20_000, "yuan", "earned")]),
        ("sold VPN, turnover 400,000 RMB - 225 threshold for companies?", [(400_000, "yuan", "gross")]),
        ("he made two hundred thousand yuan", [(200_000, "yuan", "earned")]),
        # without the currency, and in words
        ("He made 40k selling VPN", [(40_000, "yuan", "earned")]),
        ("40k profit, 500 customers", [(40_000, "yuan", "net"), (500, "people", None)]),
        ("500k turnover", [(500_000, "yuan", "gross")]),
        ("gains 0.5m RMB", [(500_000, "yuan", "gains")]),
        ("he made half a million yuan", [(500_000, "yuan", "earned")]),
        ("he made a hundred and fifty thousand", [(150_000, "yuan", "earned")]),
        ("he made six thousand yuan", [(6000, "yuan", "earned")]),
        ("sold to two dozen users", [(24, "people", None)]),
        ("income CNY 30,000", [(30_000, "yuan", "gross")]),
        ("income of 30.000 yuan", [(30_000, "yuan", "gross")]),
    ],
)  # fmt: skip
def test_amounts_and_their_roles(text: str, expected: list[tuple[int, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "刑法第285条第3款怎么规定",
        "违法所得五千元以上怎么处罚",
        "illegal gains of 5,000 yuan or more",
        "最高可以判七年，对吗",
        "3人合伙，2019年被抓",
        "28 cases above 25,000",
        "He received 3 years in 2019",
        "income of $5,000",
        "收入5000美元",
        "法释〔2011〕19号第三条",
        "租用3台服务器",
        "He sold 30,000 subscriptions",
        "He rented 250 machines",
        "3 persons were involved and he is charged under Article 285",
        "每月20元",
        "获利几万元",
        "获利几十万元",
        "违法所得数千元",
        "赚了万把块",
        "每个账号25元",
        # charges, fines, fees
        "surrender by a VPN seller charged under 285(3)",
        "my client was charged under 225 for selling VPN, what now",
        "VPN seller charged with 285(3), surrender?",
        "can he be charged under 225 or 285?",
        "I got a 500 yuan fine for VPN use",
        "our lawyer charges 50,000 RMB for a VPN case",
        "he was fined 5,000 yuan",
        "翻墙被罚款5000元",
        "交了3万元保证金",
        # a rate of which it is not told how many
        "卖vpn日入300元",
        "每月收入8000元",
        "charged 30 yuan a month",
        # what he was sentenced to is no time of selling
        "每月收入8000元，判了三年",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("spelt", "value"),
    [
        ("one hundred and twenty thousand", 120_000), ("one hundred twenty thousand", 120_000), ("a hundred and twenty-five thousand", 125_000),
        ("twenty-five thousand", 25_000), ("ninety-nine thousand nine hundred and ninety-nine", 99_999), ("twelve thousand three hundred", 12_300),
        ("one million two hundred thousand", 1_200_000), ("one million, two hundred thousand", 1_200_000), ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000), ("twenty-five hundred", 2_500), ("five hundred and one", 501), ("ten wan", 100_000), ("5 wan", 50_000),
        ("half a million", 500_000), ("two hundred thousand", 200_000), ("3 hundred thousand", 300_000), ("One Hundred And Twenty Thousand", 120_000),
        ("1.2 million", 1_200_000), ("120 thousand", 120_000), ("fifty", 50), ("two thousand", 2_000),
    ],
)  # fmt: skip
def test_english_amounts_are_read_whole(spelt: str, value: int) -> None:
    assert read(f"illegal gains of {spelt} yuan") == [(value, "yuan", "gains")]


@pytest.mark.parametrize(
    ("spelt", "value"),
    [
        ("一百二十万", 1_200_000), ("十二万三千", 123_000), ("两千五", 2_500), ("壹万贰仟元整", 12_000), ("十二万", 120_000), ("三万五", 35_000),
        ("拾贰万叁仟", 123_000), ("一千二百万", 12_000_000), ("十万零五百", 100_500), ("贰萬伍仟圓整", 25_000), ("１２万", 120_000), ("12 万", 120_000),
        ("12万3千", 123_000), ("1万2", 12_000), ("二万五", 25_000), ("0.5万", 5_000), ("四千九百九十九", 4_999), ("兩萬五千", 25_000),
        ("一亿二千万", 120_000_000), ("120,000", 120_000),
    ],
)  # fmt: skip
def test_chinese_amounts_are_read_whole(spelt: str, value: int) -> None:
    assert read(plain(f"违法所得{spelt if '整' in spelt else spelt + '元'}")) == [(value, "yuan", "gains")]


@pytest.mark.parametrize(
    "spelt",
    [
        "several hundred thousand", "a few hundred", "three quarters of a million", "a quarter of a million", "tens of thousands of",
        "point five million", "10 ten thousand", "1 million 200 thousand", "5 hundred and twenty thousand", "thousands of",
    ],
)  # fmt: skip
def test_of_what_is_no_name_of_one_number_nothing_is_read_and_that_is_said(spelt: str) -> None:
    assert read(f"illegal gains of {spelt} yuan") == []
    assert unread_sums(f"illegal gains of {spelt} yuan") == [spelt.removesuffix(" of")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("违法所得几十万元", ["几十万"]), ("收了上万元", []), ("赚了万把块", ["万把"]), ("数千块", ["数千"]), ("违法所得五千元以上十万元以下", []), ("造成十万元损失", []),
        ("gains of 120 thousand yuan and two million yuan", []), ("gains of 5,000 yuan", []), ("a hundred users paid thousands", []),
        ("between twenty and thirty thousand yuan", []), ("1.2 million yuan", []), ("人数百人", []),
    ],
)  # fmt: skip
def test_sums_of_which_no_figure_is_read(text: str, words: list[str]) -> None:
    assert unread_sums(text) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sold to twenty-five people", [(25, "people", None)]),
        ("造成十万元经济损失", [(100_000, "yuan", "loss")]),
        ("卖给用户人数十五人", [(15, "people", None)]),
        ("made two to three thousand yuan", [(2_000, "yuan", "earned"), (3_000, "yuan", "earned")]),
        ("made between twenty and thirty thousand yuan", [(20_000, "yuan", "earned"), (30_000, "yuan", "earned")]),
        ("one of the two sellers was charged with three others", []),
        ("he got eighteen months for it", []),
    ],
)  # fmt: skip
def test_counts_and_ranges(text: str, expected: list[tuple[int, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The indictment says 120,000, we say 20,000", [120_000, 20_000]),
        ("起诉书认定12万，我们认为只有2万", [120_000, 20_000]),
        ("100,000 yuan of outgoing traffic is serious, and we have 300,000", []),
        ("10万元的货和5万", []),
        ("it took 3 years and 5 months", []),
    ],
)
def test_sums_of_which_nothing_is_said(text: str, values: list[int]) -> None:
    assert [amount.value for amount in read_unnamed(text)] == values
