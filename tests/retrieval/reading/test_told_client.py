"""A surname of whom facts are told is a client's; a case is called one, or it is asked what became of somebody."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import read_question
from retrieval.reading.follow_up import named_cases
from retrieval.request import Request, Turn

TODAY = date(2026, 11, 24)


def cases(index: Index, question: str, history: tuple[Turn, ...] = ()) -> list[str]:
    return named_cases(read_question(Request(question, history), index, TODAY).references, index)


@pytest.mark.parametrize(
    "question",
    [
        "Zhang sold 40 accounts in 2019 when he was 17. Is there a reduction for age?", "Wu sold a VPN for 20,000 yuan. Can he get bail?",
        "My client Zhu resold nodes. What does he face?", "Zhu ran a proxy shop for a year; what is the penalty?",
        "朱某2018年卖了30个账号，当时17岁，能从轻吗", "我的当事人朱某用VPN，会被罚吗",
    ],
)  # fmt: skip
def test_a_client_told_of_by_the_surname_is_no_case(wide_index: Index, question: str) -> None:
    assert cases(wide_index, question) == []


@pytest.mark.parametrize(
    "question",
    [
        "What happened to Zhang?", "How was Zhu punished?", "Zhu case", "朱某案", "Zhu ran a VPN shop. How long did he get?",
        "Zhu of Jingzhou sold VPN accounts. Is that like our case?", "Zhang sold software. What was the outcome?", "朱某卖VPN判了几年",
    ],
)  # fmt: skip
def test_whose_fate_is_asked_is_that_of_a_case(wide_index: Index, question: str) -> None:
    assert cases(wide_index, question)


def test_what_follows_is_still_the_client_s(wide_index: Index) -> None:
    history = (
        Turn("user", "Zhang sold 40 accounts when he was 17. Is there a reduction for age?"),
        Turn("assistant", "Criminal Law art. 17."),
    )
    assert cases(wide_index, "and if he surrenders?", history) == []


@pytest.mark.parametrize("piece", ["Zhang sold ", "朱某卖", "client Zhang"])
def test_a_long_run_is_read_in_no_time(wide_index: Index, piece: str) -> None:
    assert read_question(Request(piece * (4000 // len(piece))), wide_index, TODAY)
