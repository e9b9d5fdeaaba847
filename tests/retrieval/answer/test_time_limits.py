"""Time limits and set-off of administrative penalties, where the text held is younger than what was done."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request
from retrieval.result import Answer

APL = "administrative-penalty-law"


def articles(index: Index, made: Answer) -> list[tuple[str, str | None]]:
    cited = [index.passages[c.passage_id] for c in made.citations if c.passage_id]
    return list(dict.fromkeys((p.authority, p.article) for p in cited))


@pytest.mark.parametrize(
    "question",
    ["2020年5月翻墙，公安2023年6月才发现，还可以处罚吗", "I used a VPN in May 2020, the police found out in June 2023; can they still fine me?"],
)  # fmt: skip
def test_the_limit_that_holds_at_the_finding_is_quoted(procedure_index: Index, question: str) -> None:
    made = answer(procedure_index, Request(question))
    assert (APL, "第三十六条") in articles(procedure_index, made)
    assert any(words in made.answer for words in ("该条修改前的文字", "an earlier wording of the article"))


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("2020年5月翻墙，公安2023年6月才发现，还可以处罚吗", "第七十九条"),
        ("Cybersecurity Law, November 2025 and February 2026", "第八十一条"),
        ("2026年的治安管理处罚法新增了什么规定", "第一百四十四条"),
    ],
)
def test_when_a_law_began_is_not_quoted_unasked(procedure_index: Index, question: str, article: str) -> None:
    quoted = articles(procedure_index, answer(procedure_index, Request(question)))
    assert quoted
    assert article not in [own for _, own in quoted]


@pytest.mark.parametrize("question", ["治安管理处罚法新文本从哪天起施行？", "治安管理处罚法第144条"])
def test_who_asks_when_it_began_is_told(procedure_index: Index, question: str) -> None:
    quoted = articles(procedure_index, answer(procedure_index, Request(question)))
    assert ("public-security-punishments-law", "第一百四十四条") in quoted
