"""Lines abroad that are let or sold on are international business; tools that are sold over such lines are not."""

import pytest

from retrieval.amounts.international import is_international, tells_of_calls
from retrieval.references.numbers import plain


@pytest.mark.parametrize(
    "text",
    [
        "公司转租国际专线带宽，去年收60万，够非法经营吗",
        "把租来的国际带宽再卖给别的公司，收了80万",
        "专线剩余带宽转租给别的公司，收多少钱够罪",
        "公司租了条国际专线，转租给别的公司，一年90万",
        "把公司IPLC的多余带宽分给别家，收费30万",
        "公司把跨境专线出租给贸易公司收款95万",
        "倒卖国际宽带获利60万",
        "国际专线电路分租给客户，三年收了六百万",
        "IEPL专线对外提供，收费40万",
        "经营国际电信业务数额80万",
        "The sales team resells spare bandwidth on our IPLC to other firms, about 600,000 yuan last year.",
        "resold an IPLC for 800,000 yuan",
        "We sublet our international private line to three firms and took 700,000 yuan",
        "The company rents out its cross-border leased line, 900,000 yuan so far",
        "spare capacity on the international line was resold for 500,000 yuan",
        "we let two neighbouring firms use our IPLC for a fee, 300,000 yuan",
        "sells IPLC bandwidth to companies, turnover 2 million yuan",
    ],
)
def test_lines_abroad_that_are_sold_on(text: str) -> None:
    assert is_international(plain(text))


@pytest.mark.parametrize(
    "text",
    [
        "机场用IPLC专线，卖订阅收了8万",
        "租国际专线花了5万，卖VPN收了20万",
        "卖VPN账号给客户，带宽费花了3万，收了8万",
        "机房出租带宽给机场，收了3万",
        "公司租国际专线给员工用，被罚1万5",
        "转租国内专线收了60万",
        "把国内带宽转租给别的公司",
        "他卖专线机场账号收了8万",
        "租用联通的国际专线，我在上面搭了个代理让全公司上外网",
        "转卖VPN账号收了60万",
        "I rented servers and bandwidth for 20,000 and sold VPN accounts for 80,000 yuan",
        "sold VPN accounts over an IPLC line and made 80,000 yuan",
        "sold bandwidth to proxy sellers and made 30,000 yuan",
        "we leased an international line for 50,000 yuan and sell VPN subscriptions, 90,000 yuan",
    ],
)
def test_what_is_no_international_business(text: str) -> None:
    assert not is_international(plain(text))


def test_calls_and_minutes() -> None:
    assert tells_of_calls("如果是按分钟计费的电话呢")
    assert not tells_of_calls("转租国际专线带宽，按月收费")
