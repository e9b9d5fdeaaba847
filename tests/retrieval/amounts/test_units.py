"""Whether it is a company that sells and earns."""

import pytest

from retrieval.amounts.units import is_of_unit


@pytest.mark.parametrize(
    "text",
    [
        "公司流水38万,利润7万", "我们公司卖VPN,一年收入60万", "某公司无证经营VPN", "公司2019年卖VPN,经营数额60万元", "以公司名义卖梯子,收入30万", "Our company sold VPN lines, turnover 420,000 yuan",
        "the company's turnover was 420,000 yuan", "A firm received 300,000 yuan for VPN accounts",
    ],
)  # fmt: skip
def test_a_company_earns(text: str) -> None:
    assert is_of_unit(text)


@pytest.mark.parametrize(
    "text",
    [
        "他在公司卖VPN,赚了3万", "公司员工卖VPN赚了3万", "卖VPN给公司,收入3万", "公司流水38万,老板个人拿了20万", "He works for a company and sold VPNs for 30,000 yuan",
        "An employee of a company sold VPNs", "sold VPNs to a company, made 30,000 yuan",
    ],
)  # fmt: skip
def test_somebody_earns_himself(text: str) -> None:
    assert not is_of_unit(text)
