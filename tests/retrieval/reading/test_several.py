"""The things that a message asks are told apart, numbered or not, with their marks or without."""

import pytest

from retrieval.reading.several import asked_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("taken yesterday, 1. how long can they hold him, 2. when can the lawyer see him", ["how long can they hold him", "when can the lawyer see him"]),
        ("Police say he helped. 1) is he an accomplice? 2) minor role?", ["is he an accomplice", "minor role"]),
        ("收了3万。问:退的钱能扣吗?能不能缓?", ["退的钱能扣吗", "能不能缓"]),
        ("公司会被罚吗,老板会坐牢吗", ["公司会被罚吗", "老板会坐牢吗"]),
        ("separate crime? does it make the sentence worse", ["separate crime", "does it make the sentence worse"]),
        ("must he? and what if they clone it", ["must he", "what if they clone it"]),
        ("Which tier are we in, and does opening the door count?", ["Which tier are we in", "does opening the door count"]),
        # in a row, each with what is told before it
        ("罪名285条第三款。问：量刑档次、法定刑，乙能争取什么？", ["量刑档次", "法定刑", "乙能争取什么"]),
        ("我想复议，多长时间内，找谁", ["我想复议,多长时间内", "找谁"]),
        ("两个问题：出差用vpn会不会被罚，公司要不要留存日志？？", ["出差用vpn会不会被罚", "公司要不要留存日志"]),
        ("如果他自首，能不能缓刑，罚金多少？", ["如果他自首,能不能缓刑", "罚金多少"]),
        ("What tier, what range, and what can the helper hope for?", ["What tier", "what range", "what can the helper hope for"]),
        ("can I challenge it in court, and by when?", ["can I challenge it in court", "by when"]),
        ("Who seizes it, and for how long?", ["Who seizes it", "for how long"]),
        ("pls, two things: is he punishable, and must we keep logs??", ["is he punishable", "must we keep logs"]),
        # one thing with a list in it, or with what is told before it
        ("提供侵入、非法控制计算机信息系统程序、工具罪怎么判？", ["提供侵入、非法控制计算机信息系统程序、工具罪怎么判"]),
        ("卖给几十个人、收了几千块，算犯罪吗？", ["卖给几十个人、收了几千块，算犯罪吗"]),
        ("根本查不清他们是不是犯罪，这样还追究吗？", ["根本查不清他们是不是犯罪，这样还追究吗"]),
        ("电子数据没有扣押原始介质，能不能采信？", ["电子数据没有扣押原始介质，能不能采信"]),
        ("When a firm installs it, who gets fined?", ["When a firm installs it, who gets fined"]),
        # what is told, and articles, are none
        ("When the police came, he ran.", []),
        ("What is art. 285(3)?", ["What is art. 285(3)"]),
    ],
)  # fmt: skip
def test_what_is_asked(text: str, parts: list[str]) -> None:
    assert asked_parts(text) == parts
