"""Issues beside the charges, in the words of lawyers and clients: the rule that answers them comes first, none is declined."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn
from retrieval.result import Citation

TODAY = date(2026, 11, 24)
LAW, PROCEDURE, PENALTIES = "criminal-law", "criminal-procedure-law", "administrative-penalty-law"
INTERPRETATION = "interpretation-2021-1-criminal-procedure"
EXECUTION, SECURITY = "provisions-2014-property-execution", "public-security-punishments-law"
INTERIM, MEASURES = "interim-provisions-international-networking", "implementing-measures-international-networking"

SELLER, BUSINESS = "他是技术，帮人维护翻墙服务器", "My client was the technician of a VPN business"
SUPPLY = ("中华人民共和国刑法", "第二百八十五条")


def asked(index: Index, question: str) -> list[Citation]:
    made = answer(index, Request(question), today=TODAY)
    assert not made.declined
    return made.citations


@pytest.mark.parametrize("question", ["can we get bail?", "could he get bail?", "现在还能取保吗", "还能保释吗"])
def test_bail_is_asked_for_without_a_charge(procedure_index: Index, question: str) -> None:
    assert asked(procedure_index, question)[0].article == "第六十七条"


@pytest.mark.parametrize("question", ["will he go to prison?", "is that legal?", "那会判几年"])
def test_who_names_no_rule_still_points_nowhere(procedure_index: Index, question: str) -> None:
    assert answer(procedure_index, Request(question), today=TODAY).reason == "underspecified"


@pytest.mark.parametrize(
    ("question", "law", "article"),
    [
        ("翻墙是2020年的事2024年才查到还能罚吗", PENALTIES, "第三十六条"),
        ("帮信罪和提供工具罪的入罪金额差多少", "interpretation-2019-15-network-crime", "第十二条"), ("电信条例是国家规定吗", LAW, "第九十六条"), ("Are the Telecommunications Regulations State provisions?", LAW, "第九十六条"),
        ("怎么证明节点是他搭的", PROCEDURE, "第五十条"), ("does a suspended sentence leave a record", LAW, "第一百条"),
        ("is Shadowsocks illegal", MEASURES, "第二十二条"),
        ("what happens to uncharged earlier sales", "interpretation-2019-15-network-crime", "第十六条"),
        ("will this leave him with a criminal record", LAW, "第一百条"),
        ("大学生挂梯子被学校发现", MEASURES, "第二十二条"), ("去年卖的账号，今年的新法管得着吗", LAW, "第十二条"),
        ("赚的钱早花光了，退不出来", LAW, "第六十四条"), ("警察拿走我的笔记本电脑，多久能还", PROCEDURE, "第一百四十五条"),
        ("民警打电话叫我去派出所，说我翻墙，会被罚吗", MEASURES, "第二十二条"),
        # a warning is no complaint; an age that is told; a rule before the sum that is told beside it
        ("派出所因为我手机装了VPN给了个警告，依据是什么", INTERIM, "第十四条"), ("他才17岁，卖VPN赚了两万", LAW, "第十七条"),
        ("My client is 16 and resold VPN accounts for 9,000 yuan.", LAW, "第十七条"), ("卖账号收了9万，想请个取保，符合条件吗", PROCEDURE, "第六十七条"),
        # the stages of a case, the papers of a penalty, and what becomes of the house
        ("开庭开到一半想换律师，法院让换吗", PROCEDURE, "第四十五条"), ("The last day for the appeal falls on a public holiday", PROCEDURE, "第一百零五条"),
        ("住院错过了上诉期，还能补救吗", PROCEDURE, "第一百零六条"), ("must he give the police the passcode of his phone?", PROCEDURE, "第一百二十条"),
        ("Who pays the travel costs of a witness?", PROCEDURE, "第六十五条"), ("治安处罚哪些情形要从重", SECURITY, "第二十二条"),
    ],
)  # fmt: skip
def test_the_rule_comes_first(procedure_index: Index, question: str, law: str, article: str) -> None:
    first = asked(procedure_index, question)[0]
    assert (first.title.zh, first.article) == (procedure_index.authorities[law].titles.zh, article)


@pytest.mark.parametrize(
    "question",
    [
        "他卖梯子赚了三万，怎么判",
        "We resell Astrill gift cards in our shop",
        "is it 20 computers or 20 people",
        "我用VPN看油管",
        "the police found Astrill on her phone",
    ],
)
def test_what_is_told_is_enough_to_be_answered(procedure_index: Index, question: str) -> None:
    assert asked(procedure_index, question)


@pytest.mark.parametrize(
    ("before", "question", "article"),
    [
        (SELLER, "那老板呢", "第二十六条"), (SELLER, "那客服呢", "第二十七条"), (BUSINESS, "and the owner?", "第二十六条"),
        (BUSINESS, "what about the accountant?", "第二十七条"),
        (None, "I'm the technician, I only kept the servers up for a fixed wage. What am I facing?", "第二十七条"),
    ],
)  # fmt: skip
def test_the_part_of_another_is_told_apart(
    procedure_index: Index, before: str | None, question: str, article: str
) -> None:
    turns = (Turn("user", before), Turn("assistant", "…")) if before else ()
    assert answer(procedure_index, Request(question, turns), today=TODAY).citations[0].article == article


@pytest.mark.parametrize("question", ["给机场做客服会判刑吗", "机场主跑路了，代理会怎么判"])
def test_slang_does_not_bring_the_law_on_what_else_bears_its_name(procedure_index: Index, question: str) -> None:
    assert not [c.label for c in asked(procedure_index, question) if "航空" in c.quote]


@pytest.mark.parametrize(
    ("question", "law", "article"),
    [
        ("detained for using a VPN, how many days", MEASURES, "第二十二条"), ("没收违法所得跟罚金，哪一样先执行", EXECUTION, "第十三条"), ("上外网会被抓去坐牢吗", LAW, "第三条"),
        ("公司内网用WireGuard连国外办公室违规不", MEASURES, "第二十一条"), ("he was fined 15k and now the prosecutor charges him", PENALTIES, "第三十五条"),
        ("how can they show that the server was run by him", INTERPRETATION, "第一百一十条"),
        ("used a VPN in 2020, caught in 2024, is a fine still possible", PENALTIES, "第三十六条"),
        ("police fine paid, now a prosecution for the same acts", PENALTIES, "第八条"),
        ("does a penalty by the police give me a criminal record", SECURITY, "第一百三十六条"),
        ("was I rightly fined by the police for using a VPN", INTERIM, "第十四条"),
        ("人刚被抓，家属先做什么", PROCEDURE, "第三十四条"), ("what should the family do first after an arrest", PROCEDURE, "第三十四条"),
        # the second of two questions
        ("Detained 12 October, family cannot see him. By what day must the procuratorate decide on the arrest and on what ground can I apply for guarantee pending trial?", PROCEDURE, "第六十七条"),
        ("He did not sell for long. Is he an accessory, and has the limitation period expired?", LAW, "第八十七条"),
        ("I am the landlord of a VPN seller, can I be punished", LAW, "第二十五条"), ("I keep the books for a man who sells VPN, am I liable", LAW, "第二十七条"),
    ],
)  # fmt: skip
def test_the_rule_is_quoted(procedure_index: Index, question: str, law: str, article: str) -> None:
    title = procedure_index.authorities[law].titles.zh
    assert (title, article) in {(c.title.zh, c.article) for c in asked(procedure_index, question)}


@pytest.mark.parametrize(
    "question", ["翻墙被派出所罚了1000块，合法吗", "used a VPN at home and was fined, is that legal"]
)
def test_of_the_penalties_of_the_implementing_measures_that_of_a_user_is_quoted(
    procedure_index: Index, question: str
) -> None:
    title = procedure_index.authorities[MEASURES].titles.zh
    quoted = [c.paragraph for c in asked(procedure_index, question) if (c.title.zh, c.article) == (title, "第二十二条")]
    assert quoted[0] in (1, 3)


def test_a_fine_that_was_imposed_is_held_against_both_texts_on_it(procedure_index: Index) -> None:
    quoted = list(
        dict.fromkeys((c.title.zh, c.article) for c in asked(procedure_index, "翻墙被派出所罚了1000块，合法吗"))
    )
    fines = {
        (procedure_index.authorities[law].titles.zh, article)
        for law, article in ((INTERIM, "第十四条"), (MEASURES, "第二十二条"))
    }
    assert set(quoted[:2]) == fines


@pytest.mark.parametrize(
    "question", ["I am an expat at home using Astrill, is it illegal", "我在家用VPN看油管，会不会坐牢"]
)
def test_who_only_uses_the_software_is_not_shown_a_supplier_s_crime(wide_index: Index, question: str) -> None:
    quoted = [(c.title.zh, c.article) for c in asked(wide_index, question)]
    assert quoted[0][0].startswith("中华人民共和国计算机信息网络国际联网管理暂行规定")
    assert SUPPLY not in quoted


def test_who_sold_it_is(wide_index: Index) -> None:
    quoted = asked(wide_index, "我用VPS搭梯子卖给同学，会不会坐牢")
    assert SUPPLY in {(c.title.zh, c.article) for c in quoted}


@pytest.mark.parametrize(
    "question",
    [
        "What is the penalty for selling a VPN?", "how many years for providing VPN access?", "卖VPN会判几年",
        "卖梯子犯什么罪", "出售VPN账号涉嫌何罪", "what crime is selling vpn",
    ],
)  # fmt: skip
def test_what_selling_is_punished_with_begins_with_the_crime(wide_index: Index, question: str) -> None:
    quoted = asked(wide_index, question)
    assert (quoted[0].title.zh, quoted[0].article, quoted[0].paragraph) == (*SUPPLY, 3)
