"""Limitation is reckoned where date, crime and range are known; what is not known is said; other periods are left alone."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.reading.limitation import asks_for_limitation
from retrieval.request import Request, Turn
from retrieval.result import Answer

TODAY = date(2026, 11, 28)
EXCEPT = {"zh": "例外：立案侦查", "en": "Exceptions: there is no limit"}


def ask(index: Index, question: str, *before: str) -> Answer:
    turns = tuple(turn for text in before for turn in (Turn("user", text), Turn("assistant", "……")))
    return answer(index, Request(question, turns), today=TODAY)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Time-barred? Sales ended on 10 March 2016, charge under 285(3), gains 60,000, nothing was filed until May 2026.",
            ["art. 285(3), particularly serious", "7 years' imprisonment", "period is 10 years", "on 2026-03-10", "time for prosecution is over"],
        ),
        (
            "2014年5月卖VPN，获利2万，涉嫌285条第三款，2026年才立案，过没过追诉时效",
            ["第二百八十五条第三款，情节严重", "3年有期徒刑", "追诉期限5年", "2019-05-31届满", "已过追诉期限", "没有说明具体哪一天"],
        ),
        ("帮信罪，2020年5月1日的事，过追诉时效没有", ["只有一档", "追诉期限5年", "2025-05-01届满", "已经届满；在届满以前是否立案，问题没有说明"]),
        ("拒不履行信息网络安全管理义务罪，行为2021年12月31日结束，追诉时效哪天届满", ["2026-12-31届满", "尚未届满"]),
        ("2018年6月1日到2019年3月5日卖VPN，违法所得8000元，涉嫌285条第三款，追诉时效过了吗", ["自2019-03-05起", "2024-03-05届满"]),
        ("2012年提供侵入工具，情节特别严重，285条第三款，追诉期限到什么时候", ["追诉期限10年", "2022-12-31届满"]),
        ("285条第三款，违法所得6万，2024年2月29日停止卖的，追诉时效到哪天", ["追诉期限10年", "2034-02-28届满"]),
        ("从2018年至今一直在卖，违法所得3万，285条第三款，追诉时效怎么算", ["追诉期限10年", "还没有开始"]),
        ("285条第三款的追诉时效是几年", ["追诉期限5年", "追诉期限10年"]),
        ("He stopped on 5 June 2019, gains of 8,000 yuan, 285(3). Is there a statute of limitations problem?", ["on 2024-06-05", "it is over"]),
        ("285条第三款，违法所得6万，2015年5月31日停止卖的，2025年5月1日立案，追诉时效过了吗", ["2025-05-31届满", "未过追诉期限"]),
        ("285条第三款，违法所得6万，2015年5月31日停止卖的，2025年5月立案，追诉时效过了吗", ["须查明从哪一天起算、哪一天立案"]),
        ("帮信罪，2021年卖的，过追诉时效没有", ["2026-12-31届满", "取决于从所述时间的哪一天起算"]),
        ("帮信罪，2020年卖的，2025年8月立案，过追诉时效没有", ["2025-12-31届满", "须查明从哪一天起算"]),
        ("Charge 287-2, conduct ended 1 June 2020, case opened 3 July 2025: limitation?", ["on 2025-06-01", "time for prosecution is over"]),
    ],
)  # fmt: skip
def test_the_day_is_reckoned(index: Index, question: str, said: list[str]) -> None:
    made = ask(index, question)
    for words in said:
        assert words in made.answer
    assert EXCEPT[made.language] in made.answer
    assert {"第八十七条", "第八十八条", "第八十九条"} <= {c.article for c in made.citations}
    assert all(c.checks.verbatim == "pass" for c in made.citations)


def test_a_range_without_figures_may_apply_besides(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "非法经营罪，收入60万，2023年5月31日停止的，追诉时效到哪天")
    assert "情节严重：法定最高刑为5年有期徒刑" in made.answer
    assert "2033-05-31届满" in made.answer
    assert "如认定为情节特别严重（语料库没有收录该档的数额）：法定最高刑为15年" in made.answer
    assert {"第四十五条"} <= {c.article for c in made.citations}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("追诉时效过了吗，2019年停止卖的", "问题没有说明：哪一罪名"),
        ("285条第三款，违法所得6万，过追诉时效了吗", "问题没有说明：行为终了的日期"),
        ("Is it time-barred? He stopped in 2019, charge 285(3).", "does not tell: which range of punishment"),
        ("2026年5月立案，285条第三款，违法所得6万，过追诉时效了吗", "问题没有说明：行为终了的日期"),
    ],
)
def test_what_is_not_told_is_said_and_no_day_is_reckoned(index: Index, question: str, said: str) -> None:
    made = ask(index, question)
    assert said in made.answer
    assert "届满。" not in made.answer.split("\n\n", 2)[1]
    assert "it ended or ends on" not in made.answer


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("卖VPN赚了30万，2015年底停手，285条第三款，现在还能追诉吗？", "如果是8000呢？"), "追诉期限5年"),
        (("Sold VPNs, made 8,000 yuan, stopped on 5 January 2017, 285(3). Can he still be prosecuted?", "And if it was 60,000?"), "the period is 10 years"),
        (("2016年卖VPN赚了8000,2017年1月停的,285第三款,追诉期过了吗",), "2022-01-31届满"), (("2016年卖VPN赚了8000,2017年1月停, 285条3款还能追究吗",), "2022-01-31届满"),
    ],
)  # fmt: skip
def test_it_is_reckoned_with_the_sum_that_is_told(index: Index, questions: tuple[str, ...], said: str) -> None:
    assert said in ask(index, questions[-1], *questions[:-1]).answer


@pytest.mark.parametrize("follow_up", ["那能取保候审吗？", "8000元罚多少？"])
def test_another_question_is_not_one_on_limitation(index: Index, follow_up: str) -> None:
    made = ask(index, follow_up, "卖VPN赚了30万，2015年底停手，285条第三款，现在还能追诉吗？")
    assert EXCEPT["zh"] not in made.answer


def test_a_follow_up_takes_date_crime_and_amount_from_before(index: Index) -> None:
    before = "2018年3月5日卖VPN，违法所得3万，285条第三款怎么判"
    assert "2028-03-05届满" in ask(index, "过追诉时效了吗", before).answer


@pytest.mark.parametrize(
    "question",
    [
        "翻墙的行政处罚时效是几年", "违反治安管理的处罚时效", "What is the limitation period for an administrative fine?", "立案追诉标准是多少", "刑法的时间效力",
        "诉讼时效", "申请复议的时效", "the limits of art. 225", "limit of liability", "达到追诉标准了吗", "他还能被追究责任吗", "2020年3月已经被罚款,还能追究刑责吗", "还要追究老板的责任吗", "How long may the prosecution review the file?", "How long does the prosecutor have to decide?",
    ],
)  # fmt: skip
def test_other_periods_are_no_limitation_of_a_crime(question: str) -> None:
    assert not asks_for_limitation(question)


@pytest.mark.parametrize(
    "question",
    [
        "2014年5月卖的，现在还能追究吗", "现在还会追责吗", "Can I still be prosecuted for sales in 2012?", "For how long can they prosecute the sale?",
        "追究的期限是几年",
    ],
)  # fmt: skip
def test_other_words_for_it(question: str) -> None:
    assert asks_for_limitation(question)


@pytest.mark.parametrize("question", ["追诉期限怎么计算", "How is the limitation period for prosecution counted?"])
def test_who_asks_for_the_rule_reads_the_rule(index: Index, question: str) -> None:
    made = ask(index, question)
    assert "算不出来" not in made.answer
    assert "cannot be reckoned" not in made.answer
    assert "第八十九条" in {c.article for c in made.citations}


def test_it_is_no_crime_before_it_was_one(index: Index) -> None:
    made = ask(index, "2008年3月5日提供侵入工具，获利3万，285条第三款，追诉时效过了吗")
    assert "届满" not in made.answer
    assert "哪一罪名" not in made.answer
