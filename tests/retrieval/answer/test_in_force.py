"""Who asks whether a law is in force gets one sentence with its dates, and what amended it."""

import re

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn

DECISION = "state-council-decision-2024-777"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("国际联网暂行规定现在有效吗？", "已被修改"),
        ("暂行规定六条十四条现在还能不能用来罚", "已被修改"),
        ("《国际联网暂行规定》废止了没有？", "已被修改"),
        ("Are the 1996 Interim Provisions still in force?", "has been amended since"),
        ("have the Interim Provisions been repealed", "has been amended since"),
    ],
)
def test_of_an_amended_regulation_the_amendment_is_cited(wide_index: Index, asked: str, said: str) -> None:
    given = answer(wide_index, Request(asked))
    first = given.answer.split("\n\n")[0]
    assert said in first
    assert "2024-05-01" in first
    sections = {c.label for c in given.citations if (c.passage_id or "").startswith(DECISION)}
    assert len(sections) >= 3
    assert all(c.checks.verbatim == "pass" for c in given.citations)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("旧网络安全法还有效吗？", "2017-06-01至2025-12-31有效"),
        ("2011年计算机解释是不是已经被2025年的新解释废止了", "现行有效（2011-09-01起施行）"),
        ("Is the 2016 CSL still in force?", "in force 2017-06-01 to 2025-12-31"),
        ("刑法第285条现在有效吗？", "现行有效"),
        ("计算机解释是几号文", "法释〔2011〕19号"),
        ("计算机解释是哪天公布、哪天施行的", "2011-08-01公布"),
        ("网络安全法是什么时候修改的", "2026-01-01起施行"),
        # said in passing, and wrong
        ("Since article 285 was repealed, can the conviction be reopened?", "art. 285 is law today"),
        ("285条已经废止了，还能判吗", "第二百八十五条"),
    ],
)
def test_a_law_s_standing_is_said_first(index: Index, asked: str, said: str) -> None:
    assert said in answer(index, Request(asked)).answer.split("\n\n")[0]


@pytest.mark.parametrize(
    "asked", ["Was Article 27 of the Cybersecurity Law in force in 2019?", "2019年网络安全法第二十七条有效吗？"]
)
def test_of_a_day_the_article_of_that_day_s_law_comes_first(index: Index, asked: str) -> None:
    given = answer(index, Request(asked))
    units = [index.passages[c.passage_id or ""].unit for c in given.citations]
    assert units[0] == ("cybersecurity-law-2016", "第二十七条")
    assert given.citations[0].checks.in_force == "pass"
    assert ("cybersecurity-law", "第二十七条") in units  # what bears the number today is shown beside it


@pytest.mark.parametrize(
    "asked", ["2008年刑法第二百八十五条第三款有效吗？", "Was Article 285(3) of the Criminal Law in force in 2008?"]
)
def test_an_article_that_was_no_law_on_the_day_comes_first_with_a_warning(index: Index, asked: str) -> None:
    given = answer(index, Request(asked))
    assert re.search(
        "但《?刑法》?第二百八十五条第三款在2008-12-31不是|285\\(3\\) was not the law on 2008-12-31", given.answer[:400]
    )
    first = given.citations[0]
    assert index.passages[first.passage_id or ""].unit == ("criminal-law", "第二百八十五条")
    assert first.paragraph == 3
    assert first.checks.in_force == "fail"


@pytest.mark.parametrize(
    "asked",
    ["国际联网暂行规定第六条怎么写的", "刑法285条第三款判几年", "What does art. 6 of the 1996 Interim Provisions say?"],
)
def test_who_asks_for_the_words_gets_no_such_sentence(index: Index, asked: str) -> None:
    assert not answer(index, Request(asked)).answer.startswith(("据语料库", "As the corpus"))


def test_an_article_asked_for_next_is_that_law_s(wide_index: Index) -> None:
    before = answer(wide_index, Request("国际联网暂行规定现在有效吗"))
    turns = (Turn("user", "国际联网暂行规定现在有效吗"), Turn("assistant", before.answer))
    given = answer(wide_index, Request("第14条怎么写的", history=turns))
    law = [c.passage_id.split(":")[0] for c in given.citations if c.passage_id and c.article == "第十四条"]
    assert law
    assert set(law) == {"interim-provisions-international-networking"}


@pytest.mark.parametrize("asked", ["is the Telecommunications Regulations still in force?", "电信条例现在还有效吗"])
def test_the_law_whose_standing_is_asked_for_is_quoted_first(procedure_index: Index, asked: str) -> None:
    given = answer(procedure_index, Request(asked))
    assert (given.citations[0].passage_id or "").startswith("telecommunications-regulations:")
