"""Lay questions on roles, free supply and own use reach the articles that answer them, and are not declined."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request

TODAY = date(2026, 11, 24)
LAW, DECREE, RULES, TOOLS = (
    "criminal-law",
    "implementing-measures-international-networking",
    "interim-provisions-international-networking",
    "interpretation-2011-19-computer-systems",
)


@pytest.mark.parametrize(
    ("question", "authority", "article"),
    [
        ("我老婆是机场的客服，月薪5千", LAW, "第二十七条"), ("股东只出钱不管事", LAW, "第二十五条"),
        ("给机场投了10万占股20%", LAW, "第二十五条"), ("公司法人挂名", LAW, "第三十一条"), ("老板跑了只抓了我", LAW, "第二十七条"),
        ("my wife does customer support for a VPN seller, 5k a month", LAW, "第二十七条"),
        ("boss fled, only I was arrested", LAW, "第二十七条"), ("is the head of finance a directly responsible person", LAW, "第三十一条"),
        ("学生在宿舍搭节点给同学", TOOLS, "第三条"),
        ("he gave it free to 24 friends", TOOLS, "第三条"), ("student runs a node in the dorm for classmates", TOOLS, "第三条"),
        ("公司名义卖的，单位犯罪起点是不是高一些", TOOLS, "第八条"), ("sold in the company's name, is the threshold for a unit higher", TOOLS, "第八条"),
        ("买了梯子自己用会不会坐牢", DECREE, "第二十二条"), ("自己的vps自己用", DECREE, "第二十二条"),
        ("my own vps just for myself", DECREE, "第二十二条"), ("police summoned me for reading news through a VPN", DECREE, "第二十二条"),
        ("翻墙被派出所罚了1000块，合法吗", RULES, "第十四条"), ("the police fined me 1,000 yuan for using a VPN, was that lawful", DECREE, "第二十二条"),
        ("just a sub-agent of an airport", LAW, "第二十七条"), ("programmer of an airport, accessory?", LAW, "第二十七条"),
        ("I want to turn myself in", LAW, "第六十七条"), ("sold one VPN login to a mate", TOOLS, "第三条"),
        ("sharing my vpn password with family", TOOLS, "第三条"), ("wrote a tutorial how to set up a vps proxy", TOOLS, "第三条"),
        ("is ChatGPT with a VPN illegal", RULES, "第十四条"), ("pupil caught with a VPN", RULES, "第十四条"),
        ("在国外被判无罪，回国还能再审吗", LAW, "第十条"), ("acquitted abroad, can he be tried again in China", LAW, "第十条"),
    ],
)  # fmt: skip
def test_lay_questions_reach_their_articles(index: Index, question: str, authority: str, article: str) -> None:
    made = answer(index, Request(question), today=TODAY)
    assert not made.declined
    assert index.authorities[authority].titles.zh in {c.title.zh for c in made.citations if c.article == article}


@pytest.mark.parametrize(
    "question",
    [
        "我老婆怀孕了，公司要辞退她", "股东不分红怎么办", "借钱给朋友当股东，他不还钱", "房东要涨租", "外国游客怎么办签证", "免费送货上门吗",
        "my wife is pregnant, how long is maternity leave", "landlord wants to sell the flat", "a tourist lost his passport in Beijing",
        "会被引渡回国吗", "extradition of a VPN seller from Thailand", "看守所里伙食怎么样", "can we send food to the detention centre",
        "外国人被抓会通知大使馆吗", "consular notification after arrest of a foreigner", "exit ban during investigation, can he leave China",
    ],
)  # fmt: skip
def test_neighbouring_subjects_stay_declined(index: Index, question: str) -> None:
    assert answer(index, Request(question), today=TODAY).declined
