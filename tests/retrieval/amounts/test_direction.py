"""To which side a figure is a bound."""

import pytest

from retrieval.amounts.direction import directed, directions_agree

TEXTS = [
    "情节严重的，处三年以下有期徒刑或者拘役，并处或者单处罚金；情节特别严重的，处三年以上七年以下有期徒刑，并处罚金。"
    "违法所得五千元以上或者造成经济损失一万元以上的；提供二十人次以上的；不满十八周岁的；十日以内提出。",
    "where the circumstances are serious, be sentenced to fixed-term imprisonment of not more than three years; where the circumstances "
    "are particularly serious, the offender shall be sentenced to not less than three years but not more than seven years. "
    "having illegal gains of 5,000 yuan or more, or causing economic loss of 10,000 yuan or more; for 20 person-times or more; within 10 days.",
]  # fmt: skip
SIDES = {
    "三年以下": "down", "三年以上": "up", "三年及以上": "up", "三年或以上": "up", "三年以内": "down", "不满三年": "down", "未满十八周岁": "down", "不超过三年": "down",
    "不得超过三年": "down", "不低于三年": "up", "不少于三年": "up", "至少三年": "up", "最高三年": "down", "超过五千元": "up", "五千元起": "up", "二十人次以上": "up",
    "伍仟元以上": "up", "５０００元以上": "up", "三年以下，": "down", "3 years or less": "down", "3 years or more": "up", "3 years and above": "up", "five years or longer": "up",
    "at least three years": "up", "not less than three years": "up", "no less than 3 years": "up", "not more than 3 years": "down", "up to three years": "down",
    "a maximum of 3 years": "down", "under 3 years": "down", "less than 3 years": "down", "more than 3 years": "up", "over 5,000 yuan": "up", "exceeding 5,000 yuan": "up",
    "within 10 days": "down", "three years": "", "三年": "", "三年的": "", "5,000 yuan, and more": "", "三年，以上的规定": "", "3 years or a fine": "",
}  # fmt: skip
AGREE = [
    "情节严重的，处三年以下有期徒刑", "情节特别严重的，处三年以上七年以下", "情节特别严重的，处3年以上", "违法所得5000元以上的", "违法所得不低于五千元", "至少5000元", "损失一万元以上",
    "三年以内", "提供给二十人次以上", "Illegal gains of at least 5,000 yuan", "illegal gains of 5,000 yuan or more", "sentenced to up to three years",
    "If the circumstances are particularly serious, not less than three years but not more than seven years", "serious: 3 years or less",
    "at most three years if serious", "3 to 7 years", "处三年以下有期徒刑", "within 10 days",
]  # fmt: skip
TURNED = [
    "情节严重的，处三年以上有期徒刑", "情节特别严重的，处三年以下有期徒刑", "违法所得五千元以下的", "违法所得不满五千元的", "违法所得不超过5000元", "经济损失一万元以内", "二十人次以下的",
    "处七年以上有期徒刑", "Illegal gains of less than 5,000 yuan", "illegal gains of up to 5,000 yuan", "illegal gains of 5,000 yuan or less",
    "If the circumstances are particularly serious, up to three years", "If the circumstances are serious, three years or more", "at least seven years",
    "no more than 20 person-times", "not less than 10 days",
]  # fmt: skip


@pytest.mark.parametrize(("text", "side"), SIDES.items())
def test_the_side_of_a_figure(text: str, side: str) -> None:
    assert {one.side for one in directed(text)} == {side}


@pytest.mark.parametrize("claim", AGREE)
def test_the_same_side_agrees(claim: str) -> None:
    assert directions_agree(claim, TEXTS) == "pass"


@pytest.mark.parametrize("claim", TURNED)
def test_the_other_side_does_not(claim: str) -> None:
    assert directions_agree(claim, TEXTS) == "fail"


@pytest.mark.parametrize(
    "claim",
    [
        "违法所得超过5000元的",
        "Illegal gains of more than 5,000 yuan",
        "imprisonment of under 3 years",
        "违法所得高于五千元",
    ],
)
def test_a_bound_that_leaves_the_figure_out_is_not_the_one_that_has_it(claim: str) -> None:
    assert directions_agree(claim, TEXTS) == "unknown"


def test_a_bound_of_which_the_text_says_nothing_is_not_known() -> None:
    assert directions_agree("判处三年以上有期徒刑", ["判处有期徒刑三年。"]) == "unknown"
