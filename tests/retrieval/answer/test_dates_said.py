"""A date in a question decides which law is quoted, or the answer says that it was not understood."""

from datetime import date

import pytest

from prompts import say
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request
from retrieval.result import Answer

TODAY = date(2026, 11, 24)
RULE = "What did the Cybersecurity Law say about providing programs for intrusion"
RULE_ZH = "网络安全法对提供侵入网络的程序、工具怎么规定"


def asked(index: Index, question: str, as_of: date | None = None) -> Answer:
    return answer(index, Request(question, as_of=as_of), today=TODAY)


def in_force(made: Answer) -> set[str]:
    """The cybersecurity laws that are cited as in force on the date asked about."""
    cited = (c.passage_id or "" for c in made.citations if c.checks.in_force == "pass")
    return {name.split(":")[0] for name in cited if name.startswith("cybersecurity-law")}


@pytest.mark.parametrize(
    "when",
    [
        f"{RULE} on 31/12/2018?", f"{RULE} on 1.6.2018?", f"{RULE} for the 2018 sales?", f"{RULE} in early 2019?", f"{RULE} in FY2019?",
        f"{RULE_ZH}？19年3月卖的", f"{RULE_ZH}？2019年上半年卖的", f"{RULE_ZH}？2018年3月至2020年5月", f"{RULE_ZH}？2018.3-2020.5卖的",
    ],
)  # fmt: skip
def test_the_law_of_the_date_is_quoted(index: Index, when: str) -> None:
    made = asked(index, when)
    assert in_force(made) == {"cybersecurity-law-2016"}
    assert made.as_of.year in (2018, 2019, 2020)


@pytest.mark.parametrize(
    ("question", "said", "read"),
    [
        (f"{RULE}, as of 1.6.2018?", "1.6.2018", "2018-06-01"),
        (f"{RULE} in early 2019?", "early 2019", "2019-01-01 to 2019-03-31"),
        (f"{RULE_ZH}？19年3月卖的", "19年3月", "2019-03-01至2019-03-31"),
    ],
)
def test_how_a_date_was_read_is_said(index: Index, question: str, said: str, read: str) -> None:
    made = asked(index, question)
    assert say(made.language, "date_read", said=said, as_of=read) in made.answer
    assert say(made.language, "date_read", said=said, as_of=read) not in asked(index, question, date(2018, 6, 1)).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [(f"{RULE}, 30 February 2019?", "30 February 2019"), (f"{RULE_ZH}？2024年13月卖的", "2024年13月")],
)
def test_a_date_that_was_not_understood_is_said(index: Index, question: str, said: str) -> None:
    made = asked(index, question)
    sentence = say(made.language, "date_unread_today", said=said, as_of=TODAY)
    assert made.answer.startswith(sentence)
    assert made.as_of == TODAY
    assert sentence not in asked(index, question, date(2019, 2, 28)).answer


@pytest.mark.parametrize("question", [f"{RULE} from 2018 to 2026?", f"{RULE_ZH}？2018年至今一直在卖"])
def test_where_the_law_changed_in_between_both_are_quoted_that_of_the_end_first(index: Index, question: str) -> None:
    made = asked(index, question)
    begin = date(2018, 1, 1)
    assert say(made.language, "warn_changed_between", begin=begin, as_of=made.as_of) in made.answer
    laws = [(c.passage_id or "").split(":")[0] for c in made.citations]
    assert laws.index("cybersecurity-law") < laws.index("cybersecurity-law-2016")


@pytest.mark.parametrize(
    "question", [f"{RULE} from 2018 to 2019?", f"{RULE_ZH}？2018年至2019年", f"{RULE}?", f"{RULE_ZH}？"]
)
def test_where_it_did_not_change_nothing_is_said(index: Index, question: str) -> None:
    made = asked(index, question)
    for sentence in ("warn_changed_between", "date_unread", "date_unread_today", "date_read"):
        head = say(made.language, sentence, begin="|", as_of="|", said="|").split("|")[0]
        assert head not in made.answer


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Was the Cybersecurity Law in force on 1.6.2016?", "On 2016-06-01 it was not the law."),
        ("Was the Cybersecurity Law in force on 1 June 2018?", "it was not; the law was Cybersecurity Law (2016)"),
        ("Was the Cybersecurity Law in force on 1 June 2026?", "On 2026-06-01 it was the law."),
        ("网络安全法在2018年6月1日有效吗？", "它在2018-06-01不是有效的法律，当时有效的是"),
    ],
)
def test_whether_a_law_was_in_force_is_said_of_the_date(index: Index, question: str, sentence: str) -> None:
    assert sentence in asked(index, question).answer


@pytest.mark.parametrize(
    ("today", "status", "other"),
    [(date(2025, 6, 1), "in_force", "not_yet_in_force"), (TODAY, "superseded", "in_force"), (date(2030, 6, 1), "superseded", "in_force")],
)  # fmt: skip
def test_the_status_is_that_of_the_day_that_counts_as_today(index: Index, today: date, status: str, other: str) -> None:
    made = answer(index, Request(f"{RULE_ZH}？", as_of=date(2025, 12, 31)), today=today)
    own = {s.passage_id.split(":")[0]: s.status for s in (*made.citations, *made.also_found) if s.passage_id}
    assert own["cybersecurity-law-2016"] == status
    assert own.get("cybersecurity-law", other) == other
    assert {c.checks.in_force for c in made.citations if (c.passage_id or "").startswith("cybersecurity-law-2016")} == {
        "pass"
    }
