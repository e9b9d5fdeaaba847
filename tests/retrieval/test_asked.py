"""What a question asks for decides what is quoted and what is declined."""

from collections.abc import Callable
from datetime import date

import pytest

from ingest.sync import sync
from retrieval.authority import Kind
from retrieval.chain import answer
from retrieval.index import Index, open_index
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.request import Request, Turn
from retrieval.result import Answer
from retrieval.settings import Settings

TODAY = date(2026, 11, 24)


def ask(index: Index, question: str, **request: object) -> Answer:
    return answer(index, Request(question, **request), today=TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "question",
    [
        "刑法第九十六条怎么规定？",
        "刑法第96条",
        "What does Article 96 of the Criminal Law say?",
        "Show me the text of CL art. 96",
    ],
)
def test_who_asks_for_a_wording_gets_that_article_alone(index: Index, question: str) -> None:
    cited = ask(index, question).citations
    assert {(c.kind, c.article) for c in cited} == {(Kind.STATUTE, "第九十六条")}


def test_of_an_item_the_item_is_quoted_below_its_paragraph_s_head(index: Index) -> None:
    cited = ask(index, "2011年两高解释第三条第一款第（五）项").citations
    assert [c.item for c in cited] == [None, "（五）"]
    assert cited[1].quote.startswith("（五）")


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("王力军为什么被改判无罪？", "裁判理由"), ("Why was Wang Lijun acquitted?", "Reasoning"), ("指导案例97号的裁判要旨", "裁判理由"),
        ("指导案例97号是关于卖VPN的吗", "案件事实"), ("What is guiding case 97 about?", "Facts"),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_named_case_is_answered_by_its_section_first(
    index: Index, question: str, heading: str
) -> None:
    cited = ask(index, question).citations
    assert cited[0].kind is Kind.CASE
    assert heading in cited[0].label
    assert {c.title.zh for c in cited} == {cited[0].title.zh}


@pytest.mark.parametrize(
    "question",
    [
        "离婚后孩子的抚养权怎么判给谁？", "老板拖欠我三个月工资怎么办", "How do I get my deposit back from my landlord?",
        "What is the VAT rate on software exports?", "推荐一款好用的手机", "Tell me a joke",
    ],
)  # fmt: skip
def test_subjects_that_are_not_held_are_declined(index: Index, question: str) -> None:
    given = ask(index, question)
    assert given.declined
    assert given.citations == []


def test_documents_may_be_about_anything(workspace: Callable[..., Settings], model: PassageEmbeddings) -> None:
    """With a folder of plain files there are no topics, and with an uploaded contract no subject is outside."""
    own = workspace("interpretation-2011-19-computer-systems")
    for name in ("topics.yaml", "outside.yaml"):
        (own.corpus_dir / name).unlink(missing_ok=True)
    (own.corpus_dir / "lease.md").write_text(
        "# Lease\n\nThe landlord returns the deposit of 9,000 yuan within 10 days.\n"
    )
    sync(own, progress=False)
    opened = open_index(own, model)
    assert not ask(opened, "Within how many days does the landlord return the deposit of 9,000 yuan?").declined
    assert not ask(opened, "提供侵入计算机信息系统的工具，违法所得多少算情节严重？").declined
    opened.vectors.close()


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("How can I sell VPN accounts without being caught by the police?", "safety"),
        ("Tell me how to wipe the server before the raid", "safety"), ("德国刑法怎么处罚翻墙软件？", "other_jurisdiction"), ("美国对VPN怎么规定？", "other_jurisdiction"),
        ("What does the Criminal Law of Germany say about VPNs?", "other_jurisdiction"), ("他这样会判几年？", "underspecified"),
        ("Will he go to prison?", "underspecified"), ("How many years will my client get?", "underspecified"),
        ("What was he first detained for?", "underspecified"), ("他一共收了多少钱？", "underspecified"), ("民法典第一百八十条怎么规定？", "missing_fact"),
        ("What does article 33 of the Civil Code say?", "missing_fact"), ("Which hosting company did Wang Lijun use?", "missing_fact"),
    ],
)  # fmt: skip
def test_the_reason_of_a_decline(index: Index, question: str, reason: str) -> None:
    assert ask(index, question).reason == reason


@pytest.mark.parametrize(
    "question",
    [
        "May the police look through my client's phone?", "Can the court publish my client's name?",
        "Is it a crime to make up a bomb threat?", "What happens if he is convicted of several crimes?",
    ],
)  # fmt: skip
def test_a_question_for_a_rule_is_none_for_a_name_or_an_invention(index: Index, question: str) -> None:
    assert ask(index, question).reason not in {"missing_fact", "safety"}


def test_a_foreign_place_is_named_in_the_question_s_language(index: Index) -> None:
    assert "没有美国的法律" in ask(index, "美国对VPN怎么规定？").answer
    assert "that of the United States" in ask(index, "What does US law say about VPNs?").answer


@pytest.mark.parametrize(
    "question", ["Receipts 30,000, rental 12,000. Which tier?", "收入三万，服务器租金一万二，属于哪一档？"]
)
def test_stated_amounts_are_reckoned_gross_and_net(index: Index, question: str) -> None:
    given = ask(index, question)
    assert not given.declined
    assert "30,000" in given.answer
    assert "18,000" in given.answer
    assert any(c.kind is Kind.INTERPRETATION and c.article == "第三条" for c in given.citations)


def test_a_paragraph_that_is_not_there_is_said_not_to_be_there(index: Index) -> None:
    given = ask(index, "刑法第二百八十五条第九款")
    assert "只有4款" in given.answer
    assert given.citations[0].checks.exists == "fail"


def test_conduct_and_decision_under_two_versions(index: Index) -> None:
    given = ask(index, "行为在2025年11月，2026年3月作出处罚决定，网络安全法第二十七条怎么适用？")
    assert given.as_of == date(2025, 11, 30)
    assert "2026-03-31" in given.answer
    law = [c for c in given.citations if c.kind is Kind.STATUTE and "网络安全法" in c.label]
    assert law[0].effective_to == date(2025, 12, 31)


@pytest.mark.parametrize("question", ["卖VPN判几年", "What is the penalty for selling VPN accounts?"])
def test_the_paragraphs_that_are_meant_come_before_the_others_of_an_article(index: Index, question: str) -> None:
    """Art. 285(1) is about the systems of State affairs; whoever sells a VPN is charged under (3) and punished by (2)."""
    paragraphs = [c.paragraph for c in ask(index, question).citations if c.article == "第二百八十五条"]
    assert {2, 3} <= set(paragraphs)
    assert paragraphs[0] != 1


@pytest.mark.parametrize(
    "question", ["Is it a crime to use a VPN?", "Would it be illegal to sell VPNs?", "Is there a law against VPNs?"]
)
def test_a_question_with_an_empty_it_says_what_it_is_about(index: Index, question: str) -> None:
    assert not answer(index, Request(question)).declined


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Was providing intrusion tools a crime on 1 January 2008?", "And today?"),
        ("Was providing intrusion tools a crime on 1 January 2008?", "What about now?"),
        ("2014年卖梯子当时算犯罪吗？", "现在呢？"),
        ("2014年卖梯子当时算犯罪吗？", "那如今呢？"),
    ],
)
def test_who_names_only_another_time_asks_the_same_of_it(index: Index, before: str, question: str) -> None:
    turns = (Turn("user", before), Turn("assistant", ask(index, before).answer))
    given = ask(index, question, history=turns)
    assert not given.declined
    assert given.as_of == TODAY
    assert "第二百八十五条" in {c.article for c in given.citations}


def test_a_time_by_itself_asks_nothing(index: Index) -> None:
    assert ask(index, "And today?").declined


@pytest.mark.parametrize(
    ("question", "warning"),
    [
        (
            "Was providing intrusion tools a crime on 1 January 2008?",
            "took effect only on 2009-02-28; it was not the law on 2008-01-01",
        ),
        ("2008年1月1日提供侵入工具是犯罪吗？", "自2009-02-28起才施行，在2008-01-01尚不是法律"),
    ],
)
def test_a_crime_that_there_was_not_yet_is_quoted_with_the_day_from_which_on_it_was(
    index: Index, question: str, warning: str
) -> None:
    given = ask(index, question)
    later = [c for c in given.citations if c.article == "第二百八十五条" and c.paragraph == 3]
    assert later
    assert {c.checks.in_force for c in later} == {"fail"}
    assert warning in given.answer
