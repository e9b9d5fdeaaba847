"""Which language a text is in, and Traditional characters."""

import pytest

from retrieval.language import detect_language, simplify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("提供翻墙软件构成什么罪？", "zh"),
        ("VPN怎么判", "zh"),
        ("卖VPN账号判几年", "zh"),
        ("刑法285(3)", "zh"),
        ("What is the penalty for selling VPN accounts?", "en"),
        ("What does 刑法第二百八十五条 say about tools?", "en"),
        ("Is 翻墙 illegal under the Cybersecurity Law?", "en"),
        ("", "en"),
        ("285(3)", "en"),
        ("網絡安全法第二十七條規定了甚麼", "zh"),
        ("voluntary surrender怎么认定", "zh"),
        ("release on guarantee能不能申请", "zh"),
        ("What is 取保候审?", "en"),
        ("How does 刑法 answer 怎么判?", "en"),
    ],
)
def test_the_language_of_a_question(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_traditional_becomes_simplified() -> None:
    assert simplify("刑法第二百八十五條第三款規定的計算機信息系統") == "刑法第二百八十五条第三款规定的计算机信息系统"


@pytest.mark.parametrize("text", ["", "Article 285(3)", "刑法第二百八十五条", "（五）违法所得五千元以上"])
def test_other_text_stays(text: str) -> None:
    assert simplify(text) == text
