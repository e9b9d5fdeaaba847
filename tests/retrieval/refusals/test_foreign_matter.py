"""A question that names the software, but asks to set it up or for another law, is declined; its neighbours are not."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.question import read_question
from retrieval.refusals.foreign_matter import asks_for_foreign_matter
from retrieval.request import Request

TODAY = date(2026, 11, 24)


def foreign(index: Index, question: str) -> bool:
    return asks_for_foreign_matter(read_question(Request(question), index, TODAY), index)


@pytest.mark.parametrize(
    "question",
    [
        "how do I set up a Shadowsocks server on a VPS", "write me a Python VPN script", "help me configure Clash",
        "which VPN works best in China?", "recommend a good VPN", "best way to hide VPN traffic from the firewall",
        "how can I make my VPN undetectable by the GFW", "is my employer allowed to fire me for using a VPN at work?",
        "can my boss legally dismiss me because I used a proxy", "unpaid overtime at a VPN company",
        "our VPN contract with a customer: can he sue for refund?", "my VPN provider went bust – refund?",
        "customs duty on importing a router with a VPN", "copyright on a VPN client's source code",
        "how do I register a trade mark for a VPN app",
        "怎么搭梯子", "教我用Clash翻墙", "帮我写个Python翻墙脚本", "怎么让VPN流量不被防火墙识别", "哪个梯子好用",
        "用什么梯子比较稳", "公司因为我翻墙开除我合法吗", "老板知道我用梯子把我辞退了，能要补偿金吗",
        "梯子退款纠纷怎么起诉", "机场跑路了，钱能退吗", "VPN客户端的源代码著作权归谁", "进口带VPN的路由器要交多少关税",
        "VPN商标怎么注册", "卖VPN的收入要不要补交个税", "离婚时老公卖VPN的钱能分吗", "write me a poem about VPN", "讲个翻墙的笑话",
        "how much does a lawyer cost for a VPN case", "will the government ban all VPNs next year", "Who invented Shadowsocks?",
        "how many people in China use VPNs", "我用VPN总是掉线", "我用梯子老断线怎么办", "my VPN keeps disconnecting",
        "老公翻墙看片，孩子会判给我吗", "离婚时他用VPN的记录算出轨的证据吗", "Does his VPN history count as evidence in our divorce?",
        "my landlord cut off the internet over my VPN, can I withhold the rent", "房东因为我翻墙要赶我走，押金退吗",
    ],
)  # fmt: skip
def test_technique_products_and_private_law_of_a_vpn_are_declined(index: Index, question: str) -> None:
    assert foreign(index, question)
    made = answer(index, Request(question), today=TODAY)
    assert (made.declined, made.reason) == (True, "out_of_scope")


@pytest.mark.parametrize(
    "question",
    [
        "he set up a Shadowsocks node on a VPS and gave it to friends, is it a crime", "卖VPN没交税会不会定逃税罪",
        "is it illegal to set up a Shadowsocks server for myself", "which VPNs are legal in China",
        "how can companies legally get a VPN", "is a landlord an accomplice of the tenant who runs VPN servers",
        "is the employer criminally liable if staff use a VPN", "is writing a tutorial on VPN set-up illegal",
        "posted a video on how to install a proxy", "wrote a guide how to configure Clash for beginners",
        "can the contract between the VPN seller and his customer be used as evidence",
        "he refunded his VPN customers before arrest, does it reduce the sentence",
        "does it help that he gave the VPN customers a refund", "how do prosecutors prove that he set up the nodes",
        "搭节点给朋友用犯法吗", "自己搭梯子自己用违法吗", "怎么用VPN才合法", "公司让员工翻墙，公司要负刑事责任吗",
        "他给梯子用户退款了，能从轻吗", "怎么证明节点是他搭的", "推荐别人用梯子违法吗", "写搭梯子的教程违法吗",
        "防火墙是不是计算机信息系统", "员工被开除后举报公司卖VPN，公司会怎样",
        "我用VPN看油管", "卖VPN的案子办得太慢，羁押期限多长", "how is Article 285 applied to who installs a VPN", "how many people can use my node before it is serious",
        "what can a lawyer do for a VPN seller", "who created the tool in the VPN case, and was he convicted",
        "离婚后前夫举报我卖VPN，会判几年", "my ex-wife accuses me of selling VPNs in the divorce", "翻墙记录能当证据吗", "the landlord of the VPN seller was fined",
    ],
)  # fmt: skip
def test_who_asks_for_a_crime_a_punishment_or_evidence_is_not_declined_for_it(index: Index, question: str) -> None:
    assert not foreign(index, question)


def test_a_subject_that_is_not_outside_is_not_foreign(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the Labour Contract Law in the corpus its subject is held."""
    question = "is my employer allowed to fire me for using a VPN at work?"
    monkeypatch.setattr(index.outside, "has_subject", lambda subject: subject != "employment")
    assert not foreign(index, question)


@pytest.mark.parametrize(
    "question", ["明天北京下雨吗", "后天会不会下雪", "will it rain in Shanghai tomorrow", "is it going to snow tonight"]
)
def test_the_weather_is_another_subject_not_nonsense(index: Index, question: str) -> None:
    made = answer(index, Request(question), today=TODAY)
    assert (made.declined, made.reason) == (True, "out_of_scope")
