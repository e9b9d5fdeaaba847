"""Which questions leave the decided case that was spoken of, and which stay on it."""

import pytest

from retrieval.language import detect_language
from retrieval.reading.own_matter import asks_for_exposure, asks_for_fact, lets_go


@pytest.mark.parametrize(
    "question",
    [
        "我们这个赚了4万，能判缓吗", "那要退赃吗", "检察院会建议几年", "我客户只有90个用户，会低一档吗", "按什么标准算情节特别严重", "那能罚15000吗",
        "我想告派出所，怎么告", "依据是哪条", "法定刑最高是多少", "当事人没有赚钱", "如果是150个呢",
        "My own client sold accounts. Which article would he be charged under?", "how long can they detain him?",
        "what is the statutory maximum?", "can he get parole?", "does repayment help my client?", "compare with Wu of Pingnan",
        "and our client?", "must he repay the money?",
    ],
)  # fmt: skip
def test_ones_own_matter_and_a_rule_leave_the_case(question: str) -> None:
    assert lets_go(question, detect_language(question))


@pytest.mark.parametrize(
    "question",
    [
        "他获利多少", "为什么改判", "缓刑多久", "原来判了多少", "哪个法院判的", "这个案子能不能援引", "告诉我判决日期", "辩护人怎么说",
        "how much did he earn?", "why was the sentence suspended?", "what was the fine?", "can we cite it?", "which court?",
        "Could he have been convicted of illegal business?", "does that case help my client?", "What did the appeal court say?",
    ],
)  # fmt: skip
def test_what_happened_in_the_case_stays_on_it(question: str) -> None:
    assert not lets_go(question, detect_language(question))


@pytest.mark.parametrize(
    ("question", "asked"), [("他获利多少", True), ("没有赚钱", False), ("what was the fine?", True)]
)
def test_a_fact_is_asked_for_of_somebody(question: str, asked: bool) -> None:
    assert asks_for_fact(question, detect_language(question)) is asked


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Client, 34, wrote a proxy client and sold it. Exposure?", True),
        ("我弟弟卖梯子，会面临什么后果", True),
        ("我翻墙会有什么后果", False),
        ("What did Deng, who sold a proxy client, risk?", False),
        ("What is the penalty for selling a VPN?", True),
        ("punishment for VPN sellers in China", True),
        ("出售翻墙软件怎么处罚", True),
        ("what is the penalty for using a VPN", False),
        ("他卖了梯子，罚款怎么处罚", False),
    ],
)
def test_exposure_is_asked_for_of_who_sells(question: str, asked: bool) -> None:
    assert asks_for_exposure(question, detect_language(question)) is asked
