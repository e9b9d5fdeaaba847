"""The sentences of a question, and those that ask."""

import pytest

from retrieval.words.sentences import asking, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Has anyone been acquitted under Art. 225? I sold 3.5 GB.", ["Has anyone been acquitted under Art. 225?", "I sold 3.5 GB."]),
        ("See sec. 8, para. 2. Is it a crime?", ["See sec. 8, para. 2.", "Is it a crime?"]),
        ("哪些案件判了缓刑。卖VPN获利三万怎么判", ["哪些案件判了缓刑。", "卖VPN获利三万怎么判"]),
        ("1.5万元；够罪吗？", ["1.5万元；", "够罪吗？"]), ("first line\nsecond line", ["first line", "second line"]), (" \n ", []), ("...", []),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He sold VPNs. Is it a crime?", ["Is it a crime?"]),
        ("卖VPN犯法吗？获利三万。", ["卖VPN犯法吗？"]),
        ("no mark", []),
    ],
)
def test_what_asks(text: str, expected: list[str]) -> None:
    assert asking(text) == expected


def test_a_long_run_takes_no_quadratic_time() -> None:
    assert len(sentences("art. " * 20_000)) == 1
