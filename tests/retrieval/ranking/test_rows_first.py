"""Which provision comes first: the row that was written for what is asked, and not one that shares its words."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request

CRIMINAL, PROCEDURAL, COURT = "criminal-law", "criminal-procedure-law", "interpretation-2021-1-criminal-procedure"
POLICE, RECONSIDERATION = "public-security-punishments-law", "administrative-reconsideration-law"


def cited(index: Index, question: str) -> list[tuple[str, str | None]]:
    """The authorities and articles that an answer cites, each once, in their order."""
    made = answer(index, Request(question))
    return list(dict.fromkeys((c.passage_id.split(":")[0], c.article) for c in made.citations if c.passage_id))


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("被刑拘了最长要关几天", (PROCEDURAL, "第九十一条")),
        ("How many days may the police keep him before his arrest is decided?", (PROCEDURAL, "第九十一条")),
        ("被派出所罚了，多少天内提复议、交到哪里", (RECONSIDERATION, "第二十条")),
        ("The police fined me. What is the last day for reconsideration, and where does it go?", (RECONSIDERATION, "第二十条")),
        ("签了认罪认罚，法官能不能判得比检察院建议的重", (PROCEDURAL, "第二百零一条")),
        ("He pleads guilty. May the judge give more than the prosecutor's offer?", (PROCEDURAL, "第二百零一条")),
        ("签过认罪认罚具结书，判决后能不能上诉", (PROCEDURAL, "第二百二十七条")),
        ("认罪认罚了又后悔怎么办", (PROCEDURAL, "第二百零一条")),
        ("检察院不起诉了，公安还能罚他钱吗", (PROCEDURAL, "第一百七十七条")),
        ("批捕之后还能不能换成取保候审", (PROCEDURAL, "第九十七条")),
        ("检举别人能减几成", ("sentencing-guidance-2021-21", None)),
        ("自首大概能减百分之几", ("sentencing-guidance-2021-21", None)),
        ("Does Article 285(3) need an expert opinion?", ("interpretation-2011-19-computer-systems", "第十条")),
        ("Does the catch-all clause of art. 225 cover VPNs?", (CRIMINAL, "第二百二十五条")),
        ("买了几百条别人的个人信息犯什么罪", (CRIMINAL, "第二百五十三条之一")),
        # neighbours, which the new rows leave alone
        ("拘役最长多久", (CRIMINAL, "第四十二条")),
        ("行政拘留最长多少天", (POLICE, "第十六条")),
        ("不服罚款想去法院起诉，多少天内", ("administrative-litigation-law", "第四十六条")),
        ("认罪认罚从宽是什么意思", (PROCEDURAL, "第十五条")),
        ("立功怎么认定", (CRIMINAL, "第六十八条")),
    ],
)  # fmt: skip
def test_the_row_for_what_is_asked_comes_first(
    procedure_index: Index, question: str, place: tuple[str, str | None]
) -> None:
    assert cited(procedure_index, question)[0] == place


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("被公安局罚了，复议多少天内提，找谁", {(RECONSIDERATION, "第二十条"), (RECONSIDERATION, "第二十四条")}),
        ("Was a salary ever confiscated over a VPN?", {("penalty-ma-chengde-2023", None)}),
        ("我弟弟的车和老婆名下的房子都被查封了", {(COURT, "第二百七十九条"), (PROCEDURAL, "第一百四十五条")}),
        ("His phone was seized and opened, nobody showed a warrant", {(PROCEDURAL, "第一百三十八条"), (POLICE, "第一百零五条")}),
        ("冻结的存款里只有一部分是卖VPN赚的", {(PROCEDURAL, "第一百四十五条")}),
        ("远程勘验没找见证人，也没录像", {("electronic-data-provisions-2016-22", None)}),
        ("硬盘没封存，哈希值也没有", {(COURT, "第一百一十三条")}),
        ("公司租了国际专线，外企员工上国外网站合法吗", {("miit-notice-2017-32", None)}),
        ("What is the top fine for supplying tools under the Network Data Regulations?", {("network-data-security-regulations", "第五十八条"), ("network-data-security-regulations", "第三十九条")}),
        ("Free trial accounts of a VPN: counted or not?", {("guangzhou-baiyun-2021-41", None)}),
        ("推广返佣的人算不算同伙", {("interpretation-2011-19-computer-systems", "第九条")}),
    ],
)  # fmt: skip
def test_what_answers_is_cited(procedure_index: Index, question: str, places: set[tuple[str, str | None]]) -> None:
    assert places <= set(cited(procedure_index, question))


def test_each_paragraph_on_custody_before_arrest_is_quoted(procedure_index: Index) -> None:
    made = answer(procedure_index, Request("How long can they hold him until an arrest is decided?"))
    assert {1, 2, 3} <= {c.paragraph for c in made.citations if c.article == "第九十一条"}


def test_an_item_over_several_lines_keeps_its_head(procedure_index: Index) -> None:
    made = answer(procedure_index, Request("警察打电话叫他去，他自己去了，算自首吗"))
    quotes = [
        c.quote for c in made.citations if c.passage_id and c.passage_id.startswith("interpretation-1998-surrender")
    ]
    assert any(quote.startswith("（一）自动投案，是指") for quote in quotes)


def test_a_note_that_is_asked_about_is_shown_beside_the_weightiest(procedure_index: Index) -> None:
    made = answer(procedure_index, Request("文章说违法所得按净额算，靠得住吗"))
    assert "“大多采净额说”的归纳有选择性" in made.answer
