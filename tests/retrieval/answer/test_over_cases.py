"""Questions over all cases are reckoned from the fields: unknown ones left out, the grade named."""

import re

import pytest

from retrieval.cases.asked_of_all import Asked, asked_of_cases
from retrieval.cases.endings import Ending
from retrieval.cases.records import Record
from retrieval.cases.regions import Regions
from retrieval.cases.years import Years
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("用户最多的机场案", Asked("users")),
        ("which seller had the most customers", Asked("users", conduct="supply")),
        ("判得最重的是哪个", Asked("term")),
        ("longest sentence ever for a VPN seller", Asked("term", conduct="supply")),
        ("最高罚过多少", Asked("fine")),
        ("highest fine ever imposed on a user", Asked("fine", conduct="use")),
        ("获利最多的案子", Asked("gains")),
        ("不起诉的案例有吗，啥理由", Asked(ends=(Ending("not_prosecuted"),))),
        ("has there been any non-prosecution", Asked(ends=(Ending("not_prosecuted"),))),
        ("有没有罚过公司的", Asked(ends=(Ending("company"),))),
        ("has a company ever been fined", Asked(ends=(Ending("company"),))),
        ("获利几万判缓刑的", Asked(ends=(Ending("suspended"),), bounds=(1e4, 1e5))),
        ("cite a case where the sentence was suspended with over 300k gains", Asked(ends=(Ending("suspended"),), bounds=(3e5 + 0.5, float("inf")))),
        ("any case with the charge changed by the court", Asked(ends=(Ending("changed"),))),
        # the law's own limits, and single cases
        ("285条最高判几年", None),
        ("最高可以罚多少", None),
        ("what is the maximum fine under art. 14", None),
        ("what is the highest sentence under article 285", None),
        ("能判缓刑吗", None), ("哪些人不能判缓刑", None),
        ("can the sentence be suspended", None),
        ("不起诉决定怎么申诉", None),
        ("does a company pay a fine", None),
        # asked of a text, or with a condition that is not reckoned
        ("2022年那篇翻墙案件综述里，刑期超过三年的有几件，是实刑还是缓刑？", None),
        ("which cases in the article ended with a suspended sentence", None),
        ("哪些案子2022年判了缓刑", Asked(ends=(Ending("suspended"),), years=Years(2022, 2022))),
        ("哪些案件可以不起诉", None), ("缓刑的条件有哪些", None), ("非法经营案件有哪些辩点", None),
        ("有没有数额标准相近判缓刑的案例", Asked(ends=(Ending("suspended"),))),
        # which there are
        ("福建的案子有几个，分别怎么处理的", Asked(regions=Regions(("福建",)))),
        ("三年以上实刑的有哪几件", Asked(ends=(Ending("jailed"),), bounds=(36, float("inf")), of="term")),
        ("有没有卖VPN的最后无罪或者不起诉的，几个", Asked(ends=(Ending("cleared"),))),
        ("只给了警告的处罚有几起", Asked(ends=(Ending("warned"),), kind="penalty")),
        ("List the cases from Fujian", Asked(regions=Regions(("福建",)))),
        # what befell others
        ("Has anyone been fined for using a VPN?", Asked(ends=(Ending("fined"),), conduct="use")),
        ("do people really get punished for just using a VPN", Asked(ends=(Ending("punished"),), conduct="use")),
        ("how many people have been convicted for selling VPNs", Asked(ends=(Ending("convicted"),), conduct="supply", kind="case")),
        ("Was anyone in Fujian jailed for selling VPNs?", Asked(ends=(Ending("jailed"),), conduct="supply", regions=Regions(("福建",)))),
        ("有没有人因为用VPN被罚过款？", Asked(ends=(Ending("fined"),), conduct="use")),
        ("有人因为翻墙坐过牢吗？", Asked(ends=(Ending("jailed"),), conduct="use")),
        ("上海有人因为卖梯子被罚过吗", Asked(ends=(Ending("punished"),), conduct="supply", regions=Regions(("上海",)))),
        ("公安抓过用VPN的吗", Asked(ends=(Ending("detained"),), conduct="use")),
        ("how many VPN sellers were convicted in 2018", Asked(ends=(Ending("convicted"),), conduct="supply", kind="case", years=Years(2018, 2018))),
        # by a charge, a province, a bound
        ("Which user was fined the most?", Asked("fine", conduct="use")),
        ("who among the sellers got the longest prison term?", Asked("term", conduct="supply")),
        ("Which sellers were sentenced to more than three years?", Asked(bounds=(36.5, float("inf")), of="term", conduct="supply")),
        ("Which cases had gains under 50,000 yuan?", Asked(bounds=(0, 50_000))),
        ("Which cases had at least 1,000 users?", Asked(bounds=(1000, float("inf")), of="users")),
        ("Are there any cases from Hubei, and how did they end?", Asked(regions=Regions(("湖北",)))),
        ("What do the two Zhejiang cases have in common?", Asked(regions=Regions(("浙江",)))),
        ("which of the cases ended in an acquittal?", Asked(ends=(Ending("acquitted"),))),
        ("哪些案子判了三年以上", Asked(bounds=(36, float("inf")), of="term")),
        ("获利五万以下的案子有哪些", Asked(bounds=(0, 50_000.5))),
        ("用户1万以上的案子有哪些", Asked(bounds=(10_000, float("inf")), of="users")),
        ("Which sellers of drugs were jailed for more than ten years?", None),
        ("which users can be fined under article 14?", None),
        ("how many users make it a crime?", None),
        ("my case is in Hubei, which court has jurisdiction?", None),
        # the least, the average, so much and no more, how often
        ("the shortest sentence anybody got for selling?", Asked("term", order="least")),
        ("Which seller was fined the least?", Asked("fine", conduct="supply", order="least")),
        ("判得最轻的是哪个案子", Asked("term", order="least")),
        ("average fine in the VPN seller cases?", Asked("fine", conduct="supply", order="average")),
        ("which charge has the lowest fine", None), ("最低判几年", None), ("the shortest term the law allows", None),
        ("How many of the sellers got a fine of 10,000?", Asked(bounds=(10_000, 10_000.5), of="fine", conduct="supply")),
        ("Are there cases with more than 1,000 users?", Asked(bounds=(1000.5, float("inf")), of="users")),
        ("Was anyone acquitted for VPN sales?", Asked(ends=(Ending("acquitted"),), conduct="supply")),
        ("How many cases are in your database?", Asked()),
        ("what are my odds of acquittal if I sell VPNs?", Asked(ends=(Ending("cleared"),), conduct="supply", is_rate=True)),
        ("卖翻墙软件被抓，胜诉率有多少", Asked(ends=(Ending("cleared"),), conduct="supply", is_rate=True)),
        ("what share of sentences is suspended", Asked(ends=(Ending("suspended"),), is_rate=True)),
        ("How often must a suspended offender report?", None), ("chances of winning the appeal", None), ("what are my chances of bail?", None), ("自首能减多少比例", None),
        # what may befall, what befell one's own, conditions that no field tells
        ("有没有被罚款的风险？我只是用VPN", None),
        ("我朋友卖梯子被抓了，会判几年？", None),
        ("谁有权处罚翻墙的人？", None),
        ("有没有外国人因为翻墙被罚", None),
        ("Is a seller who was arrested entitled to bail?", None),
        ("Can people be fined for using a VPN?", None),
        ("Have people been punished for sharing VPN links for free?", None),
    ],
)  # fmt: skip
def test_what_is_asked_of_all_cases(text: str, asked: Asked | None) -> None:
    assert asked_of_cases(text) == asked


@pytest.mark.parametrize(
    ("text", "first", "grade"),
    [
        ("用户最多的机场案是哪个？", "杭州朱某某案：29,000名用户", "可信度B"),
        ("判得最重的是哪个案子？", "平南吴某案：66个月", "可信度B"),
        ("What is the longest sentence ever for a VPN seller?", "Wu case (Pingnan): 66 months", "confidence B"),
        ("获利几万判缓刑的有哪些？", "赣州曹某案：64,117元", "可信度B"),
        ("有没有不起诉的案例？", "阮某某案：不起诉", "可信度B"),
        ("Has anyone been fined for using a VPN?", "Zhang and Wu penalties (2024): one warned", "confidence B"),
        ("多少人因为卖VPN被判刑", "广州白云VPN案：", "可信度B"),
        ("How many of the cases were tried as illegal business operation?", "Ji'an County case: ", "confidence B"),
        ("Which sellers were sentenced to more than three years?", "Liu case (Minqing): 39 months", "confidence B"),
        ("Which cases were brought under 286-1?", "Hu case (Shanghai): ", "confidence B"),
        ("福建的案子有几个？", "寿宁龚某某处罚：", "可信度B"),
        ("以非法经营罪定罪的案件有哪些，金额各多少？", "吉安VPN案：79,695元", "可信度B"),
    ],
)
def test_the_cases_are_listed_with_figure_and_grade(wide_index: Index, text: str, first: str, grade: str) -> None:
    given = answer(wide_index, Request(text))
    block = next(block for block in given.answer.split("\n\n") if block.count("\n- "))
    line = block.split("\n- ")[1]
    assert line.startswith(first)
    assert grade in line
    assert not given.declined
    assert given.citations
    assert all(c.checks.verbatim == "pass" for c in given.citations)
    assert re.search(r"\[\d+\]$", line.split("\n")[0])


def test_what_is_not_known_is_left_out_and_counted(wide_index: Index) -> None:
    given = answer(wide_index, Request("用户最多的是哪个案子？"))
    known = [a for a in wide_index.authorities.values() if a.case and a.case.get("users") is not None]
    every = [a for a in wide_index.authorities.values() if a.case]
    assert f"{len(every)}件中{len(known)}件" in given.answer


def test_what_else_is_asked_is_answered_too(wide_index: Index) -> None:
    question = "怎么论证VPN不是“专门用于侵入、非法控制计算机信息系统的程序、工具”？有没有不起诉的先例可以援引？"
    cited = {citation.passage_id for citation in answer(wide_index, Request(question)).citations}
    assert any(key and key.startswith("ruan-non-prosecution") for key in cited)
    assert any(key and key.startswith("interpretation-2011-19-computer-systems") for key in cited)


@pytest.mark.parametrize("question", ["Has anyone been fined for using a VPN?", "用VPN的，有人被罚款过吗"])
def test_only_cases_on_the_conduct_count(wide_index: Index, question: str) -> None:
    users = [a for a in wide_index.authorities.values() if a.case and a.case.get("conduct") == "use"]
    given = answer(wide_index, Request(question))
    listed = {citation.title.en for citation in given.citations if citation.kind in ("case", "penalty")}
    assert listed
    assert listed <= {a.titles.en for a in users}
    assert f" {len(users)} " in given.answer or f"{len(users)}件" in given.answer


@pytest.mark.parametrize("question", ["How many VPN sellers were convicted in 2018?", "2018年有多少人因为卖VPN被判刑"])
def test_only_cases_of_the_year_count(wide_index: Index, question: str) -> None:
    listed = {
        c.title.zh
        for c in answer(wide_index, Request(question)).citations
        if "处理结果" in c.label or "Result" in c.label
    }
    own = [a for a in wide_index.authorities.values() if a.titles.zh in listed]
    assert own
    assert {Record(authority).year for authority in own} == {2018}


def test_how_many_were_convicted_of_nothing_is_not_reckoned(wide_index: Index) -> None:
    assert answer(wide_index, Request("how many were convicted in 2024")).reason == "underspecified"


def test_a_follow_up_asks_for_the_conduct_before(wide_index: Index) -> None:
    before = (Turn("user", "用VPN违法吗？"), Turn("assistant", "《国际联网暂行规定》第六条。"))
    assert "因使用翻墙软件被处罚款" in answer(wide_index, Request("那真有人被罚过款吗？", before)).answer


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (("能不能取保", "福建的案子有几个"), "福建地区各案"),
        (("福建的案子有几个", "河南的呢", "那判了缓刑的呢"), "河南地区宣告缓刑的"),
        (("Are there cases with more than 1,000 users?", "and more than 10,000?"), "users more than 10,000"),
        (("list the cases with a suspended sentence", "under 225?"), "under the Criminal Law's article 225"),
    ],
)
def test_a_list_is_read_by_itself_and_goes_on_with_another_condition(
    wide_index: Index, questions: tuple[str, ...], told: str
) -> None:
    turns = tuple(turn for text in questions[:-1] for turn in (Turn("user", text), Turn("assistant", "…")))
    given = answer(wide_index, Request(questions[-1], turns))
    assert told in given.answer.split("\n\n")[0]
    assert "第六十七条" not in {citation.article for citation in given.citations}


@pytest.mark.parametrize(
    ("question", "first"),
    [("Was anyone acquitted for VPN sales?", "Ruan"), ("which sellers got more than ten years?", "Wu case")],
)
def test_if_none_is_so_the_nearest_are_listed(wide_index: Index, question: str, first: str) -> None:
    given = answer(wide_index, Request(question))
    assert "None of them is so. The nearest" in given.answer
    assert given.citations[0].label.startswith(first)


def test_the_nearest_by_the_sum_ended_as_is_asked(wide_index: Index) -> None:
    given = answer(wide_index, Request("有没有获利10万到20万还判缓刑的案子"))
    head, *lines = given.answer.split("\n\n")[0].split("\n")
    assert "其中没有符合的。最接近的，宣告缓刑的" in head
    assert lines
    assert all("缓刑" in line for line in lines)
    sums = [int(re.findall(r"：([\d,]+)元", line)[0].replace(",", "")) for line in lines]
    assert sums == sorted(sums, key=lambda value: max(100_000 - value, value - 200_000))


def test_a_rate_is_said_to_be_none(wide_index: Index) -> None:
    given = answer(wide_index, Request("what percentage of VPN sellers is acquitted?"))
    assert "That is no rate" in given.answer
    assert not given.declined


def test_if_none_is_held_so_it_says_and_the_law_follows(wide_index: Index) -> None:
    given = answer(wide_index, Request("有人因为翻墙坐过牢吗？"))
    assert "其中没有符合的" in given.answer.split("\n\n")[0]
    assert given.citations


def test_what_befell_on_another_subject_is_not_reckoned(wide_index: Index) -> None:
    assert "16" not in answer(wide_index, Request("Has anyone been arrested for using drugs?")).answer[:200]


@pytest.mark.parametrize("question", ["List the cases in Tibet", "西藏有哪些案件"])
def test_of_a_place_without_cases_it_says_so_and_cites_nothing(wide_index: Index, question: str) -> None:
    given = answer(wide_index, Request(question))
    assert "there are none" in given.answer or "没有这样的" in given.answer
    assert given.citations == []


def test_both_kinds_are_said_and_what_is_left_out(wide_index: Index) -> None:
    assert "31件，行政处罚19件" in answer(wide_index, Request("语料库里有多少案件和处罚？")).answer
    assert "年份不详" in answer(wide_index, Request("2019年以前判的案件有几件")).answer
