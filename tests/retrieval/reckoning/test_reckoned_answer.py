"""An answer to a question with amounts: the table, inclusive bounds, five-fold tiers, fines, and quoted provisions."""

import re
from datetime import date

import pytest

from eval.citations import in_force_violations
from prompts import say
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn
from retrieval.result import Answer


def ask(index: Index, question: str, **more: object) -> Answer:
    return answer(index, Request(question, **more))


def rows(made: Answer) -> list[list[str]]:
    lines = [line for line in made.answer.split("\n") if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_gross_and_net_reach_different_tiers(index: Index) -> None:
    made = ask(index, "Receipts 30,000, rental 12,000: which tier under Article 285(3)?")
    assert [(row[0], row[3]) for row in rows(made)] == [
        ("30,000 yuan, gross", "particularly serious"),
        ("18,000 yuan net (30,000 less 12,000)", "serious"),
    ]
    assert "25,000 yuan (5 × 5,000)" in made.answer
    assert "whether the costs are deducted" in made.answer


def test_a_sum_told_beside_a_question_for_a_rule_is_reckoned_behind_it(index: Index) -> None:
    made = ask(index, "卖节点赚了6万元，自首能减多少")
    assert made.citations[0].article in ("第一条", "第三条", "第六十七条")
    assert made.answer.index("| ---") > made.answer.index("[1]")
    assert rows(ask(index, "卖节点赚了6万元，够判刑吗"))


def test_who_names_the_article_of_a_threshold_names_its_charge(index: Index) -> None:
    made = ask(index, "违法所得24,800元，2011年解释第三条第二款的线是两万五还是五万？")
    assert {c.article for c in made.citations} & {"第二百二十五条"} == set()


def test_every_number_of_the_table_is_a_checked_quotation(index: Index) -> None:
    made = ask(index, "卖翻墙软件收入6万元，服务器租金4万元，构成情节特别严重吗？")
    table = next(block for block in made.answer.split("\n\n") if block.startswith("| "))
    cited = {c.n: c for c in made.citations}
    numbers = {int(n) for n in re.findall(r"\[(\d+)\]", table)}
    assert numbers
    for n in numbers:
        assert cited[n].checks.model_dump() == {k: "pass" for k in ("exists", "in_force", "verbatim", "supported")}
    assert any(cited[n].item == "（五）" and "五千元" in cited[n].quote for n in numbers)


@pytest.mark.parametrize(
    ("amount", "tier"),
    [("4999", "未达到起点"), ("5000", "情节严重"), ("24999", "情节严重"), ("25000", "情节特别严重")],
)
def test_bounds_include_the_figure_itself(index: Index, amount: str, tier: str) -> None:
    made = ask(index, f"刑法第二百八十五条第三款，违法所得{amount}元，到哪一档？")
    assert {row[3] for row in rows(made)} == {tier}


def test_person_times_without_the_financial_items(index: Index) -> None:
    made = ask(index, "刑法第285条第3款，提供给100人次，情节特别严重吗？")
    assert {row[3] for row in rows(made)} == {"情节特别严重"}
    assert "金融" not in "".join(cell for row in rows(made) for cell in row)


def test_the_fine_of_illegal_business_is_one_to_five_times_the_gains(index: Index) -> None:
    made = ask(index, "非法经营罪，违法所得3万元，罚金最高多少？")
    assert "30,000元至150,000元" in made.answer


@pytest.mark.parametrize(
    ("gains", "span"),
    [("8万元", "240,000元至400,000元"), ("4万元", "100,000元至1,000,000元"), ("5万元", "150,000元至250,000元")],
)
def test_an_administrative_fine_by_multiples_or_by_sums(index: Index, gains: str, span: str) -> None:
    made = ask(index, f"擅自经营VPN业务违法所得{gains}，按电信条例第六十九条罚款多少？")
    assert span in made.answer
    assert rows(made) == []  # an administrative fine was asked for, not a crime


def test_only_thresholds_in_force_on_the_date(index: Index) -> None:
    """In January 2009 Article 285(3) was no law yet."""
    before = ask(index, "刑法第285条第3款，违法所得3万元，到哪一档？", as_of=date(2009, 1, 31))
    assert rows(before) == []


def test_a_later_interpretation_is_applied_where_there_was_none(index: Index) -> None:
    """2001 Provisions on temporal effect, point 2; what is quoted of it was not in force then, and that is said once an article."""
    made = ask(index, "刑法第285条第3款，违法所得3万元，到哪一档？", as_of=date(2010, 1, 31))
    assert [row[3] for row in rows(made)] == ["情节特别严重"]
    quoted = [c for c in made.citations if c.article == "第三条"]
    assert {c.checks.in_force for c in quoted} == {"fail"}
    note = say("zh", "warn_interpretation", begin="2011-09-01", as_of="2010-01-31")
    assert made.answer.count(note) == len({c.article for c in made.citations if c.checks.in_force == "fail"})
    assert in_force_violations(made) == []


def test_a_decided_case_is_not_reckoned(index: Index) -> None:
    assert rows(ask(index, "(2018)鄂1003刑初150号案的违法所得8万元判了多久？")) == []


def test_a_question_of_another_subject_is_still_declined(index: Index) -> None:
    assert ask(index, "I sold homemade cakes for an income of 30,000 yuan, how do I bake better bread?").declined


def test_costs_decide_only_where_gross_and_net_differ_by_the_same_measure(index: Index) -> None:
    made = ask(index, "刑法第285条第3款，收入6万元，成本2万元，到哪一档？")
    assert {row[3] for row in rows(made)} == {"情节特别严重"}
    assert "是否扣除成本决定档次" not in made.answer


def test_a_later_question_on_something_else_is_not_reckoned(index: Index) -> None:
    history = (Turn("user", "刑法第285条第3款，违法所得3万元，到哪一档？"), Turn("assistant", "…"))
    assert rows(ask(index, "那缓刑的考验期呢？", history=history)) == []
    assert rows(ask(index, "那情节特别严重的呢？", history=history))


def charges(made: Answer) -> set[str]:
    return {row[1].split("：")[0].split(":")[0] for row in rows(made)}


def test_a_sum_that_one_charge_does_not_reach_is_held_against_the_subject_s_other_charges(index: Index) -> None:
    """Receipts of 5,100 yuan are below what illegal business takes, and enough for Article 285(3)."""
    made = ask(index, "卖VPN赚了5100元")
    assert "刑法第二百八十五条第三款" in charges(made)
    assert "情节严重" in {row[3] for row in rows(made)}


def test_where_nothing_is_reached_it_is_said_that_this_clears_nobody(index: Index) -> None:
    below, above = ask(index, "卖VPN赚了4900元"), ask(index, "卖VPN赚了5100元")
    assert {row[3] for row in rows(below)} == {"未达到起点"}
    assert "不能仅凭这一点认定不构成犯罪" in below.answer
    assert "不能仅凭这一点认定不构成犯罪" not in above.answer
    assert "计算的罚金：" not in below.answer


def test_an_administrative_fine_is_reckoned_alone_where_only_that_is_asked_for(index: Index) -> None:
    made = ask(index, "没有电信业务经营许可证经营VPN，通信管理局罚多少？违法所得8万")
    assert rows(made) == []
    assert made.answer.count("计算的罚款：") == 1
    assert "240,000元至400,000元" in made.answer


def test_figures_of_a_follow_up_are_not_added_to_the_earlier_ones(index: Index) -> None:
    asked = "He received 4,000 yuan from VPN sales. Is that a crime under Article 285(3)?"
    history = (Turn("user", asked), Turn("assistant", ask(index, asked).answer))
    made = ask(index, "What if he had received 4,500 yuan instead?", history=history)
    assert [(row[0], row[3]) for row in rows(made)] == [("4,500 yuan, gross", "below the threshold")]


def test_conduct_between_two_amendments_is_reckoned_by_the_article_of_its_day(thresholds_index: Index) -> None:
    made = ask(
        thresholds_index,
        "My client sold Shadowsocks subscriptions in 2014 and got about 6,000 yuan. Which law applied?",
    )
    assert [tier for _, tier in first_cells(made)] == ["serious"]
    quoted = [c for c in made.citations if c.article == "第三条"]
    assert quoted
    assert {c.checks.in_force for c in quoted} == {"pass"}


def test_own_sums_after_a_question_about_a_case_are_reckoned(index: Index) -> None:
    asked = "(2018)鄂1003刑初150号案判了多久？"
    history = (Turn("user", asked), Turn("assistant", ask(index, asked).answer))
    made = ask(index, "我的当事人卖VPN收了3万元，他会怎么判？", history=history)
    assert "情节特别严重" in {row[3] for row in rows(made)}
    assert rows(ask(index, "那案里收了多少钱？", history=history)) == []


def first_cells(made: Answer) -> list[tuple[str, str]]:
    return [(row[0], row[3]) for row in rows(made) if "285" in row[1] or "二百八十五" in row[1]]


@pytest.mark.parametrize(
    ("question", "cell", "tier"),
    [
        ("卖梯子每个月收入8000，做了两年，285三款到哪一档？", "总收入192,000元（8,000 × 24）", "情节特别严重"),
        ("刑法第285条第3款，违法所得不到5000元，到哪一档？", "所得不到5,000元（按问题所述）", "未达到起点"),
        ("刑法第285条第3款，违法所得600多万，到哪一档？", "所得至少6,000,000元（按问题所述）", "情节特别严重"),
        (
            "Article 285(3): he made nearly 5,000 yuan selling VPNs. Which tier?",
            "less than 5,000 yuan made, as stated",
            "below the threshold",
        ),
        (
            "Article 285(3): 15 yuan a month to 200 VPN users for a year, which tier?",
            "36,000 yuan, gross (15 × 12 × 200)",
            "particularly serious",
        ),
    ],
)
def test_products_and_bounds_are_shown_as_such(index: Index, question: str, cell: str, tier: str) -> None:
    assert (cell, tier) in first_cells(ask(index, question))


def test_a_share_is_reckoned_beside_the_whole(index: Index) -> None:
    made = ask(index, "流水40万，他分成5%，285三款算情节特别严重吗？")
    assert ("总收入400,000元", "情节特别严重") in first_cells(made)
    assert ("分得20,000元（400,000元的5%）", "情节严重") in first_cells(made)
    assert say("zh", "reckon_share_decides") in made.answer
    made = ask(index, "He got a 20% share of 1.2 million yuan of VPN revenue. Serious under 285(3)?")
    assert ("240,000 yuan, a share of 20 % of 1,200,000", "particularly serious") in first_cells(made)


def test_two_sums_to_compare_are_no_gross_and_net(index: Index) -> None:
    made = ask(index, "VPN seller made between 20,000 and 30,000 yuan: which tier of Article 285(3)?")
    assert {tier for _, tier in first_cells(made)} == {"serious", "particularly serious"}
    assert say("en", "reckon_costs_decide") not in made.answer


def test_sums_of_which_nothing_is_said_are_taken_for_gains_and_that_is_said(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "The indictment says 120,000, we say 20,000. Which tier of Article 285(3) applies?")
    assert first_cells(made) == [("120,000 yuan", "particularly serious"), ("20,000 yuan", "serious")]
    assert say("en", "reckon_unnamed") in made.answer
    made = ask(thresholds_index, "起诉书认定12万，我们认为只有2万，285三款属于哪一档？")
    assert first_cells(made) == [("120,000元", "情节特别严重"), ("20,000元", "情节严重")]


def test_a_rate_alone_reaches_no_tier(index: Index) -> None:
    made = ask(index, "卖vpn日入300元，够285三款的标准吗？")
    assert rows(made) == []
    assert say("zh", "reckon_rate", value="300") in made.answer


def test_foreign_money_is_not_converted_and_that_is_said(index: Index) -> None:
    made = ask(index, "VPN seller made $15,000. Which tier of Article 285(3)?")
    assert rows(made) == []
    assert say("en", "reckon_foreign") in made.answer


@pytest.mark.parametrize(
    ("spelt", "tier"),
    [
        ("one hundred and twenty thousand", "particularly serious"), ("twenty-five thousand", "particularly serious"),
        ("twenty thousand", "serious"), ("four thousand nine hundred and ninety-nine", "below the threshold"),
    ],
)  # fmt: skip
def test_a_sum_in_words_reaches_the_tier_that_all_of_it_reaches(index: Index, spelt: str, tier: str) -> None:
    made = ask(index, f"VPN seller, illegal gains of {spelt} yuan. Which tier of Article 285(3)?")
    assert [reached for _, reached in first_cells(made)] == [tier]


def test_a_sum_that_is_no_exact_figure_is_not_reckoned_and_that_is_said(index: Index) -> None:
    made = ask(index, "VPN seller, illegal gains of several hundred thousand yuan. Which tier of Article 285(3)?")
    assert rows(made) == []
    assert say("en", "reckon_unread", words="several hundred thousand") in made.answer
    made = ask(index, "卖VPN违法所得几十万元，够285三款的标准吗？")
    assert rows(made) == []
    assert say("zh", "reckon_unread", words="几十万") in made.answer


@pytest.mark.parametrize(
    ("question", "below"),
    [
        ("公司流水48万元，利润9万元，没有许可证，非法经营够立案吗？", True), ("公司卖VPN，经营数额60万元，非法经营罪够数了吗？", False),
        ("公司2019年卖VPN，经营数额60万元，非法经营罪够数了吗？", False),
    ],
)  # fmt: skip
def test_the_sums_of_a_company_are_held_against_the_figures_for_units(
    thresholds_index: Index, question: str, below: bool
) -> None:
    made = ask(thresholds_index, question)
    of_225 = [row for row in rows(made) if "非法经营" in row[1] or "illegal business" in row[1]]
    assert of_225
    assert all("单位" in row[1] or "of a unit" in row[1] for row in of_225)
    assert {row[3] for row in of_225} == {
        say(made.language, "reckon_below") if below else say(made.language, "reckon_tier_serious")
    }


def test_that_the_figures_of_2022_for_units_were_not_checked_is_quoted(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "公司卖VPN，经营数额60万元，非法经营罪够数了吗？")
    assert "2022年文本中单位的数额，本条目未能核对" in made.answer


@pytest.mark.parametrize(
    "question",
    [
        "张某卖VPN，经营数额60万元，非法经营罪够数了吗？",
        "他在公司上班，业余卖VPN，经营数额60万元，非法经营罪够数了吗？",
    ],
)
def test_who_sells_himself_is_held_against_the_figures_for_individuals(thresholds_index: Index, question: str) -> None:
    made = ask(thresholds_index, question)
    assert any("个人" in row[1] and row[3] == "情节严重" for row in rows(made))


def test_of_a_charge_that_had_no_figures_yet_no_other_is_reckoned(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "刑法第285条第3款，违法所得3万元，到哪一档？", as_of=date(2009, 1, 31))
    assert rows(made) == []


def test_by_how_much_asks_for_no_tier_of_earlier_sums(index: Index) -> None:
    asked = "He received 900,000 yuan from VPN sales. Which tier of Article 285(3)?"
    history = (Turn("user", asked), Turn("assistant", ask(index, asked).answer))
    assert rows(ask(index, "And surrender lowers it by how much?", history=history)) == []


def test_what_a_helper_was_paid_is_reckoned_beside_the_whole(index: Index) -> None:
    made = ask(index, "The boss made 300,000 yuan from VPN accounts, my client was paid 4,000 yuan. Which tier?")
    cells = [row[0] for row in rows(made)]
    assert any(cell.startswith("4,000 yuan") for cell in cells)
    assert not any("296,000" in cell for cell in cells)
    assert "whole sum or the share" in made.answer
    assert all(cell.startswith(("4,000 yuan", "The boss: ")) for cell in cells)


def test_nobody_is_fined_by_what_the_employer_took(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "VPN客服一个月四千，干了半年，老板赚了三十万，非法经营罪哪一档？")
    assert any(row[0].startswith("客服：") and "24,000" in row[0] for row in rows(made))
    assert any(row[0].startswith("老板：") for row in rows(made))
    assert not any("300,000" in block for block in made.answer.split("\n\n") if "罚金" in block and "|" not in block)


def test_a_follow_up_that_denies_one_sum_is_reckoned_with_the_other(index: Index) -> None:
    asked = "Article 285(3): illegal gains of 28,000 yuan, which tier?"
    history = (Turn("user", asked), Turn("assistant", "…"))
    made = ask(index, "What if the amount were not 28,000 but 4,000?", history=history)
    assert [(row[0], row[3]) for row in rows(made)] == [("4,000 yuan of gains as stated", "below the threshold")]


def test_sums_of_two_persons_are_labelled_and_not_added(index: Index) -> None:
    made = ask(index, "刑法第285条第三款，甲违法所得3000元，乙28000元，各属哪一档？")
    assert first_cells(made) == [
        ("甲：所得3,000元（按问题所述）", "未达到起点"),
        ("乙：所得28,000元（按问题所述）", "情节特别严重"),
    ]
    assert say("zh", "reckon_apart") in made.answer


def follow(index: Index, *questions: str) -> Answer:
    """The answer to the last of several questions in one conversation."""
    turns: list[Turn] = []
    for question in questions[:-1]:
        turns += [Turn("user", question), Turn("assistant", ask(index, question, history=tuple(turns)).answer)]
    return ask(index, questions[-1], history=tuple(turns))


@pytest.mark.parametrize(
    ("question", "sums"),
    [
        ("个人无证卖VPN流水4万6利润9千，非法经营立得了案吗", {"总收入46,000元", "净额9,000元（按问题所述）"}),
        ("A man sold VPNs without a licence, revenue 46,000 profit 9,000. Is that enough for illegal business?", {"46,000 yuan, gross", "9,000 yuan, net as stated"}),
    ],
)  # fmt: skip
def test_turnover_and_profit_without_a_comma_are_two_sums(
    thresholds_index: Index, question: str, sums: set[str]
) -> None:
    assert {row[0] for row in rows(ask(thresholds_index, question))} == sums


@pytest.mark.parametrize(
    ("question", "of_gains", "of_turnover"),
    [
        ("卖VPN赚了2万，构成非法经营罪吗", "情节严重", "不能确定（没有说明经营数额）"), ("卖VPN赚了6万，构成非法经营罪吗", "情节严重", "情节严重"),
        ("卖VPN收入2万，构成非法经营罪吗", "情节严重", "未达到起点"),
        ("He made 20,000 yuan selling VPNs, is that illegal business?", "serious", "not known: the turnover is not told"),
    ],
)  # fmt: skip
def test_what_was_made_is_no_turnover(thresholds_index: Index, question: str, of_gains: str, of_turnover: str) -> None:
    told = {
        ("turnover" if re.search("经营数额|turnover", row[1]) else "gains"): row[3]
        for row in rows(ask(thresholds_index, question))
    }
    assert told == {"gains": of_gains, "turnover": of_turnover}


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("卖VPN违法所得至少5000元，构成非法经营罪吗", "不能确定（只知道下限）"), ("卖VPN违法所得5000元，构成非法经营罪吗", "未达到起点"),
        ("刑法第285条第3款，违法所得超过2万元，哪一档", "至少情节严重（只知道下限）"), ("刑法第285条第3款，违法所得2万4千多，哪一档", "情节严重"),
        ("Article 285(3), gains of at least 20,000 yuan: which tier?", "at least serious: only a minimum is told"),
    ],
)  # fmt: skip
def test_of_a_lower_bound_it_is_not_said_that_more_is_not_reached(
    thresholds_index: Index, question: str, result: str
) -> None:
    assert {row[3] for row in rows(ask(thresholds_index, question))} == {result}


def test_what_ran_through_a_code_lent_to_three_is_held_against_the_settlement(thresholds_index: Index) -> None:
    made = follow(thresholds_index, "帮别人推广机场拿返利，算帮信吗？", "转给三个人用过收款码，流水25万")
    assert [(row[0], row[3]) for row in rows(made)] == [
        ("支付结算250,000元", "情节严重"),
        ("被帮助的对象3个", "情节严重"),
    ]


@pytest.mark.parametrize(
    ("first", "then", "sums"),
    [
        ("卖梯子收了3万8，租服务器花了1万6，算哪一档？", "如果只算净的呢？", {"净额22,000元（38,000元扣除16,000元）"}),
        ("He sold VPN accounts, took in 38,000 and paid 16,000 for servers. Which tier?", "and net only?", {"22,000 yuan net (38,000 less 16,000)"}),
        ("He sold VPN accounts to 130 people. Is that a crime?", "And if only 15 of them paid?", {"15 persons"}),
    ],
)  # fmt: skip
def test_a_follow_up_that_chooses_a_sum_or_a_count(index: Index, first: str, then: str, sums: set[str]) -> None:
    made = follow(index, first, then)
    assert {row[0] for row in rows(made)} == sums
    if "net" in then or "净" in then:
        assert not {c.article for c in made.citations} & {"第十二条", "第四十八条", "第八十五条"}


def test_a_claim_about_the_law_is_answered_by_it_and_not_reckoned(thresholds_index: Index) -> None:
    made = ask(thresholds_index, "The article says gains must exceed 5,000 for conviction. Correct?")
    assert not rows(made)
    assert "5,000" in made.answer
