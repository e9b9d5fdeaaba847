"""Crimes named by parts of their names."""

import pytest

from retrieval.index import Index
from retrieval.reading.short_names import charges_named_in_short, shortened

TOOLS = "提供侵入、非法控制计算机信息系统程序、工具"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (TOOLS, "非法经营和提供侵入工具哪个轻", "提供侵入工具"), (TOOLS, "提供侵入、非法控制程序罪怎么判", "提供侵入、非法控制程序"),
        (TOOLS, "提供的工具", "提供的工具"), ("拒不履行信息网络安全管理义务", "拒不履行义务还是帮信", "拒不履行义务"), ("诈骗", "诈骗和盗窃", "诈骗"),
        (TOOLS, "提供服务", None), ("非法获取计算机信息系统数据", "非法经营", None), (TOOLS, "", None),
    ],
)  # fmt: skip
def test_a_name_may_leave_characters_out(name: str, text: str, said: str | None) -> None:
    span = shortened(name, text)
    assert (text[slice(*span)] if span else None) == said


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("非法经营和提供侵入工具哪个轻", ["第二百二十五条", "第二百八十五条"]), ("提供工具和拒不履行义务哪个重", ["第二百八十五条", "第二百八十六条之一"]),
        ("罚款和罚金有什么不同", []), ("上诉和申诉的区别", []),
    ],
)  # fmt: skip
def test_the_crimes_of_a_text_come_in_its_order(index: Index, text: str, articles: list[str]) -> None:
    assert [charge.unit[1] for charge in charges_named_in_short(text, index)] == articles
