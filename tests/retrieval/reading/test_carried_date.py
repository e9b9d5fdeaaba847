"""The date of the conduct goes on governing in the questions that lean on it."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.question import Question, read_question
from retrieval.request import Request, Turn

TODAY = date(2026, 11, 26)


def read(index: Index, question: str, *before: str, as_of: date | None = None) -> Question:
    """Read a question after others, whose answers say nothing of a date."""
    turns = [turn for text in before for turn in (Turn("user", text), Turn("assistant", "……"))]
    return read_question(Request(question, tuple(turns), as_of=as_of), index, TODAY)


@pytest.mark.parametrize(
    ("before", "question", "day"),
    [
        (["他2014年卖VPN，怎么判？"], "那帮信罪呢？", date(2014, 12, 31)),
        (["他2014年卖VPN，怎么判？", "那帮信罪呢？"], "最多判几年？", date(2014, 12, 31)),
        (["他2014年卖VPN，怎么判？"], "那刑法第二百八十七条之二呢？", date(2014, 12, 31)),
        (["他去年卖VPN，怎么判？"], "那行政处罚呢？", date(2025, 12, 31)),
        (["He sold VPNs in 2014. Is that a crime?"], "And what is the penalty?", date(2014, 12, 31)),
        (
            ["He sold VPNs in 2014. Is that a crime?"],
            "What about Article 287-2 of the Criminal Law?",
            date(2014, 12, 31),
        ),
        (["He sold VPNs last year. Is that a crime?", "And the penalty?"], "Can he get bail?", date(2025, 12, 31)),
        # the latest date counts
        (["2014年卖VPN怎么判？", "那2020年卖的呢？"], "罚金呢？", date(2020, 12, 31)),
    ],
)
def test_a_follow_up_is_read_as_of_the_conduct(index: Index, before: list[str], question: str, day: date) -> None:
    asked = read(index, question, *before)
    assert (asked.as_of, asked.date_carried) == (day, True)


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (["他2014年卖VPN，怎么判？"], "那现在呢？"),
        (["他2014年卖VPN，怎么判？"], "那现行规定呢？"),
        (["He sold VPNs in 2014. Is that a crime?"], "And is it still a crime?"),
        (["He sold VPNs in 2014. Is that a crime?"], "And today?"),
        (["他2014年卖VPN，怎么判？"], "电信条例第七条怎么规定？"),
        (["He sold VPNs in 2014. Is that a crime?"], "What does Article 14 of the Interim Provisions set?"),
        (["他2014年卖VPN，怎么判？"], "我朋友装了翻墙软件，他违法吗？"),
        # only the day of a decision: the conduct was earlier, and its law is not known
        (["他2020年被判刑，适用什么法律？"], "那罚金呢？"),
        ([], "那罚金呢？"),
    ],
)
def test_what_does_not_lean_on_it_or_asks_of_today(index: Index, before: list[str], question: str) -> None:
    asked = read(index, question, *before)
    assert (asked.as_of, asked.date_carried) == (TODAY, False)


def test_an_own_date_counts_first(index: Index) -> None:
    asked = read(index, "那2020年呢？", "他2014年卖VPN，怎么判？")
    assert (asked.as_of, asked.date_carried) == (date(2020, 12, 31), False)
    asked = read(index, "那罚金呢？", "他2014年卖VPN，怎么判？", as_of=date(2021, 5, 1))
    assert (asked.as_of, asked.date_carried) == (date(2021, 5, 1), False)


def test_the_decision_s_date_joins_that_of_the_conduct(index: Index) -> None:
    asked = read(index, "那他2026年3月被判刑，适用哪个法律？", "他2025年卖VPN，怎么处罚？")
    assert (asked.as_of, asked.decided, asked.is_decision) == (date(2025, 12, 31), date(2026, 3, 31), False)


@pytest.mark.parametrize(
    ("first", "question", "says"),
    [
        ("他2014年卖VPN，怎么判？", "那帮信罪呢？", "按先前问题中的行为日期2014回答"),
        (
            "He sold VPNs in 2014. Is that a crime?",
            "And assisting information network criminal activities?",
            "Read as of 2014",
        ),
    ],
)
def test_the_answer_says_whence_its_date_is(index: Index, first: str, question: str, says: str) -> None:
    request = Request(question, (Turn("user", first), Turn("assistant", "……")))
    made = answer(index, request, today=TODAY)
    assert made.answer.startswith(says)
    late = [one for one in made.citations if one.article == "第二百八十七条之二"]
    assert late
    assert {one.checks.in_force for one in late} == {"fail"}
    assert "2015-11-01" in made.answer


@pytest.mark.parametrize(
    ("before", "question", "day"),
    [
        ("What does the Cybersecurity Law say on intrusion tools?", "And the previous law?", date(2025, 12, 31)),
        ("网络安全法对提供侵入工具怎么规定", "旧的那部呢？", date(2025, 12, 31)),
        ("网络安全法对提供侵入工具怎么规定", "以前那部怎么罚？", date(2025, 12, 31)),
        # no law with an earlier text was spoken of, or it is not asked for
        ("刑法第285条怎么规定", "以前那部呢？", TODAY),
        ("网络安全法对提供侵入工具怎么规定", "那个部门管？", TODAY),
    ],
)
def test_the_earlier_text_of_the_law_spoken_of_is_that_of_its_last_day(
    procedure_index: Index, before: str, question: str, day: date
) -> None:
    assert read(procedure_index, question, before).as_of == day


def test_a_decision_s_date_that_is_left_is_said(procedure_index: Index) -> None:
    asked = read(procedure_index, "那罚金呢？", "他2020年被判刑，适用什么法律？")
    assert asked.decision_before is not None
    assert asked.decision_before.day == date(2020, 12, 31)
    assert read(procedure_index, "那罚金呢？", "他2020年卖VPN，适用什么法律？").decision_before is None
    assert read(procedure_index, "那现在呢？", "他2020年被判刑，适用什么法律？").decision_before is None


@pytest.mark.parametrize("year", ["2018", "2019"])
def test_the_date_in_the_question_beats_the_one_before(index: Index, year: str) -> None:
    asked = read(index, f"And the 2011 interpretation, is it for acts of {year}?", "He sold VPNs in 2014. A crime?")
    assert asked.as_of == date(int(year), 12, 31)
