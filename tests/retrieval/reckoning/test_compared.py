"""What is compared, and in which place the table stands, through whole answers."""

import pytest

from prompts import say
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn
from retrieval.result import Answer
from tests.retrieval.reckoning.test_reckoned_answer import charges, rows

TELECOM = "interpretation-2000-12-telecom-market"


def ask(index: Index, *questions: str) -> Answer:
    history: tuple[Turn, ...] = ()
    for question in questions:
        made = answer(index, Request(question, history))
        history += (Turn("user", question), Turn("assistant", made.answer))
    return made


def telecom_articles(made: Answer, index: Index) -> set[str]:
    cited = (index.passages[c.passage_id] for c in made.citations if c.passage_id)
    return {str(passage.article) for passage in cited if passage.authority == TELECOM}


@pytest.mark.parametrize(
    ("question", "tier"),
    [
        ("公司转租国际专线带宽，去年收60万，够非法经营吗", "未达到起点"),
        ("转租国际专线收了90万元，构成犯罪吗", "未达到起点"),
        ("倒卖国际专线收了120万元，构成非法经营罪吗", "情节严重"),
        ("Our sales team resells spare bandwidth on our IPLC to other firms, about 600,000 yuan last year. Is that illegal business?", "below the threshold"),
        ("resold an IPLC for 800,000 yuan, what am I looking at", "below the threshold"),
    ],
)  # fmt: skip
def test_lines_that_are_sold_on_have_amounts_of_their_own(thresholds_index: Index, question: str, tier: str) -> None:
    made = ask(thresholds_index, question)
    assert {row[3] for row in rows(made)} == {tier}
    assert "1,000,000" in made.answer
    assert "50,000元以上" not in made.answer
    assert "from 50,000 yuan" not in made.answer
    near = {"第三条"} if "below" in tier or "未" in tier else set()
    assert {"第二条", "第十条"} | near <= telecom_articles(made, thresholds_index)
    assert say(made.language, "reckon_by_minutes") in made.answer


def test_calls_are_counted_by_minutes_without_saying_that_it_is_open(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "非法经营国际电话业务，收入150万元，算情节严重吗")
    assert "情节严重" in {row[3] for row in rows(made)}
    assert say("zh", "reckon_by_minutes") not in made.answer


def test_a_charge_of_which_the_figure_is_the_threshold_is_compared(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "Prosecution says 5,000 of gross receipts is enough for illegal gains.")
    assert rows(made)[0][3] == "serious"
    assert "Criminal Law art. 285(3)" in charges(made)
    assert say("en", "reckon_none") not in made.answer


def test_rebates_are_held_against_what_the_helper_may_be_charged_with(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "我就是在群里发了几个机场的推广链接，拿了返利3000块，算犯罪吗")
    assert {"刑法第二百八十五条第三款", "刑法第二百八十七条之二"} <= charges(made)


@pytest.mark.parametrize("question", ["one act, two charges: 225 and 285(3)", "charges 285 and 286"])
def test_numbers_of_charges_are_not_reckoned(thresholds_index: Index, question: str) -> None:
    assert rows(ask(thresholds_index, question)) == []


@pytest.mark.parametrize(
    ("questions", "counts"),
    [
        (
            ("My client sold Shadowsocks accounts to 23 people and earned 3,800 yuan in all. Does that reach 285(3)?", "and if eight of those 23 were free test accounts?"),
            {"23 persons": "serious", "15 persons (23 − 8)": "below the threshold"},
        ),
        (
            ("当事人卖梯子，违法所得4999元，卖给了19个人，还能定285条第三款吗？", "那如果其中两个人续过费呢？"),
            {"19人": "未达到起点", "21人次（19 + 2）": "情节严重"},
        ),
    ],
)  # fmt: skip
def test_both_counts_stand_in_the_table(
    thresholds_index: Index, questions: tuple[str, ...], counts: dict[str, str]
) -> None:
    made = ask(thresholds_index, *questions)
    found = {row[0]: row[3] for row in rows(made)}
    assert counts.items() <= found.items()
    assert any(say(made.language, f"reckon_portion_{name}") in made.answer for name in ("less", "more"))


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("Is a suspended sentence availble when the gains were 64k?", "第七十二条"),
        ("Receipts of 64,000 yuan: suspended sentence or prison?", "第七十二条"),
        ("获利6万能判缓刑吗", "第七十二条"),
        ("违法所得6万，够判缓刑吗", "第七十二条"),
    ],
)
def test_the_rule_comes_first_then_the_case_nearest_in_amount_then_the_table(
    thresholds_index: Index, question: str, rule: str
) -> None:
    made = ask(thresholds_index, question)
    assert made.citations[0].article == rule
    cited = [c for c in made.citations if c.passage_id and c.passage_id.startswith("cao-ganzhou-2021")]
    assert any("64,116.97" in c.quote for c in cited)
    assert max(made.answer.rindex(f"[{c.n}]\n\n") for c in cited) < made.answer.index("| ---")


@pytest.mark.parametrize(
    "question", ["我一共收了八万，租服务器花了六万，违法所得怎么算", "他赚了6万，判多少年", "违法所得6万，够判刑吗"]
)
def test_who_asks_what_the_sum_comes_to_reads_the_table_first(thresholds_index: Index, question: str) -> None:
    made = ask(thresholds_index, question)
    assert made.answer.index("| ---") < made.answer.index("[1]\n") if "[1]\n" in made.answer else rows(made)
    assert "数额最接近" not in made.answer


def test_authorities_asked_for_stand_before_the_table(thresholds_index: Index) -> None:
    made = ask(
        thresholds_index,
        "Prosecution says 5,000 of gross receipts is enough. Best authorities for deducting server costs?",
    )
    assert made.answer.index("| ---") > made.answer.index("[1]")


@pytest.mark.parametrize("question", ["卖VPN赚了两万，够不够立案", "卖VPN挣了两万够立案", "卖梯子收了三万，能不能立案"])
def test_to_open_a_case_is_not_to_ask_for_one(thresholds_index: Index, question: str) -> None:
    assert rows(ask(thresholds_index, question))
