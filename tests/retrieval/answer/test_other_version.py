"""A number that is meant as in another version of a law brings that version's article, what stands for it, and says so."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request

CSL, OLD = "cybersecurity-law", "cybersecurity-law-2016"
PSAPL, PSAPL_OLD = "public-security-punishments-law", "public-security-punishments-law-2012"


def places(index: Index, question: str) -> list[str]:
    """Return what is cited, each article once."""
    cited = [index.passages[c.passage_id] for c in answer(index, Request(question)).citations if c.passage_id]
    return list(dict.fromkeys(f"{p.authority} {p.article}" for p in cited))


@pytest.mark.parametrize(
    ("question", "asked", "twin"),
    [
        ("2025年11月的行为，治安管理处罚法第三十三条第五项能适用吗", f"{PSAPL} 第三十三条", f"{PSAPL_OLD} 第二十九条"),
        ("2024年的行为，治安管理处罚法第33条第（5）项", f"{PSAPL} 第三十三条", f"{PSAPL_OLD} 第二十九条"),
        ("Conduct in November 2025: PSAPL art. 33 item (5)?", f"{PSAPL} 第三十三条", f"{PSAPL_OLD} 第二十九条"),
        ("治安管理处罚法第29条 侵入计算机信息系统怎么罚", f"{PSAPL_OLD} 第二十九条", f"{PSAPL} 第三十三条"),
        ("Penalty under Article 63 of the Cybersecurity Law for intrusion tools", f"{OLD} 第六十三条", f"{CSL} 第六十六条"),
        ("网络安全法第63条对提供侵入工具怎么处罚", f"{OLD} 第六十三条", f"{CSL} 第六十六条"),
        ("网络安全法第六十三条对明知他人侵入网络而提供技术支持的处罚", f"{OLD} 第六十三条", f"{CSL} 第六十六条"),
        ("网络安全法第27条 提供专门用于侵入网络的程序", f"{OLD} 第二十七条", f"{CSL} 第二十九条"),
        ("网络安全法第24条实名制", f"{OLD} 第二十四条", f"{CSL} 第二十六条"),
    ],
)  # fmt: skip
def test_what_is_meant_leads(procedure_index: Index, question: str, asked: str, twin: str) -> None:
    assert places(procedure_index, question)[:2] == [asked, twin]
    said = answer(procedure_index, Request(question)).answer
    assert ("另一事项" if "法" in question else "on another matter") in said


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("网络安全法第66条对侵入工具怎么罚", f"{CSL} 第六十六条"), ("网络安全法第63条", f"{CSL} 第六十三条"),
        ("网络安全法第63条 网络关键设备 安全认证", f"{CSL} 第六十三条"), ("网络安全法第27条应急预案", f"{CSL} 第二十七条"),
        ("What does Article 27 of the Cybersecurity Law say?", f"{CSL} 第二十七条"), ("网络安全法第二十九条规定了什么？", f"{CSL} 第二十九条"),
        ("2024年的行为 网络安全法第63条 侵入工具", f"{OLD} 第六十三条"), ("治安管理处罚法第33条第5项", f"{PSAPL} 第三十三条"),
        ("2024年的行为，治安管理处罚法第29条第四项", f"{PSAPL_OLD} 第二十九条"),
        ("刑法第285条第三款 侵入工具", "criminal-law 第二百八十五条"),
    ],
)  # fmt: skip
def test_what_bears_the_number_on_the_day_stays(procedure_index: Index, question: str, first: str) -> None:
    assert places(procedure_index, question)[0] == first
    assert "另一事项" not in answer(procedure_index, Request(question)).answer


@pytest.mark.parametrize(
    "question",
    [
        "2015年的行为，已立案后逃跑，还追诉吗？", "提供翻墙软件追诉时效多久", "What is the limitation period for 285(3)?",
        "已经立案了，还能主张过了追诉时效吗", "追诉期限怎么算？",
    ],
)  # fmt: skip
def test_limitation_is_not_told_without_its_exception(procedure_index: Index, question: str) -> None:
    cited = places(procedure_index, question)
    assert {"criminal-law 第八十七条", "criminal-law 第八十八条"} <= set(cited)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Cybersecurity Law Article 63", "is Cybersecurity Law art. 66 in the present text"),
        ("网络安全法第二十四条怎么规定", "在现行文本中为《网络安全法》第二十六条"),
        ("Article 27 of the Cybersecurity Law in 2018", ""),
        ("Cybersecurity Law (2016) art. 27", ""),
        ("Article 29 of the Cybersecurity Law", ""),
    ],
)
def test_an_earlier_text_s_article_of_that_number_is_named_by_its_present_one(
    procedure_index: Index, question: str, says: str
) -> None:
    made = answer(procedure_index, Request(question)).answer
    assert says in made if says else not any(own in made for own in ("in the present text.", "在现行文本中为"))


@pytest.mark.parametrize(
    ("question", "second"),
    [
        ("What is the penalty for breach of Article 27 of the Cybersecurity Law?", f"{CSL} 第六十一条"),
        ("违反网络安全法第二十九条罚多少", f"{CSL} 第六十六条"),
    ],
)
def test_the_penalty_for_a_named_article_stands_behind_it(procedure_index: Index, question: str, second: str) -> None:
    assert places(procedure_index, question)[1] == second
