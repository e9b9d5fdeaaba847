"""Another place's law is declined; a place where only somebody or something is, is not."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import read_question
from retrieval.refusals.jurisdiction import other_jurisdiction, place_name
from retrieval.request import Request

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("What is the penalty in Germany for selling a VPN?", "Germany"),
        ("迪拜用VPN会被罚多少钱", "the United Arab Emirates"),
        ("新加坡对VPN有没有限制", "Singapore"),
        ("在伊朗卖VPN什么罪", "Iran"),
        ("Is VPN use legal in Russia?", "Russia"),
        ("Is using a VPN in Hong Kong a crime?", "Hong Kong"),
        ("Compare German law and Chinese law on selling VPNs", "Germany"),
        ("What do English courts say about VPNs?", "the United Kingdom"),
        ("Does the GDPR cover proxy logs?", "the European Union"),
        ("香港卖VPN违法吗？", "Hong Kong"),
        ("在台湾卖VPN怎么处罚", "Taiwan"),
        ("德国法和中国法对卖VPN有什么不同", "Germany"),
        ("俄罗斯禁止VPN的法律是怎么规定的", "Russia"),
        ("伊朗最近封VPN封得厉害，抓到怎么办", "Iran"),
        ("美国Stored Communications Act怎么说", "the United States"),
        ("can i use a vpn in Dubai", "the United Arab Emirates"),
        ("香港人在香港卖VPN犯法吗", "Hong Kong"), ("美国人在美国卖VPN违法吗", "the United States"), ("俄罗斯人在俄罗斯用VPN违法吗", "Russia"),
        ("カナダのVPNは合法ですか", "Canada"), ("カナダでVPNを販売するのは違法ですか", "Canada"), ("日本でVPNを使うのは違法ですか", "Japan"),
        ("アメリカではVPNの販売は犯罪ですか", "the United States"), ("美国法律对卖VPN给中国人怎么规定", "the United States"),
        ("will I be fined for a VPN on my phone in Turkey?", "Turkey"),
    ],
)  # fmt: skip
def test_the_law_of_another_place(index: Index, question: str, place: str) -> None:
    assert other_jurisdiction(read_question(Request(question), index, TODAY)) == place


@pytest.mark.parametrize(
    "question",
    [
        "香港人在深圳卖VPN犯法吗？", "台湾人在厦门卖翻墙软件怎么判？", "美国人在上海卖VPN违法吗", "澳门人在珠海卖VPN会坐牢吗",
        "在美国卖VPN给中国人犯法吗", "中国公民在日本卖VPN给国内的人，犯罪吗？", "在加拿大卖梯子给大陆用户会被判刑吗", "新加坡公司向中国用户卖VPN违法吗",
        "Is it a crime in Canada to sell VPN accounts to people in China?", "中国でVPNを売るのは違法ですか", "日本人が中国でVPNを売るのは違法ですか",
        "当事人在泰国被抓，卖VPN什么罪",
        "在日本买的服务器，卖VPN什么罪",
        "My client rented servers in Japan and sold accounts in China; is that punishable under Chinese law?",
        "My client lives in the United States and sells to people at home. Is that a crime?",
        "He ran servers in Hong Kong, which law covers that?",
        "Are connections to servers in Hong Kong or Taiwan covered by the rules on international networking?",
        "Is there an English translation of the law?",
        "Can I use a VPN server in Japan?",
        "May I sell VPN accounts to customers in Singapore?",
        "客户在日本租服务器卖给国内用户，按中国法律会怎么处罚？",
        "他人在美国，向国内卖梯子，适用我国刑法吗？",
        "租用香港服务器翻墙违反哪条规定",
        "日本节点被封了，客户要退钱，我算犯罪吗",
        "A US court has subpoenaed logs that sit on a machine in Shanghai. May the local company just send them?",
        "美国法院要求我们提供存在上海的服务器日志，能直接给吗？",
    ],
)  # fmt: skip
def test_where_somebody_or_something_is(index: Index, question: str) -> None:
    assert other_jurisdiction(read_question(Request(question), index, TODAY)) is None


def test_a_place_s_name() -> None:
    assert (place_name("Germany", "zh"), place_name("Germany", "en")) == ("德国", "Germany")
