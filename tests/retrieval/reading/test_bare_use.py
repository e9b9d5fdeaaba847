"""Which questions are about using the software alone, whoever uses it."""

import pytest

from retrieval.language import detect_language
from retrieval.reading.bare_use import is_of_use_alone


@pytest.mark.parametrize(
    "question",
    [
        "翻墙会坐牢吗", "看外网要坐牢不", "大学生挂梯子打游戏会怎样", "用VPN看球违法吗", "老师用了个翻墙软件被举报",
        "watching youtube through vpn, is it a crime", "is ChatGPT with a VPN illegal",
        "is Shadowsocks illegal", "are VPN apps allowed", "is using a VPN a crime", "can you go to prison for getting past the firewall",
    ],
)  # fmt: skip
def test_use_alone_is_asked_about(question: str) -> None:
    assert is_of_use_alone(question, detect_language(question))


@pytest.mark.parametrize(
    "question",
    [
        "卖翻墙软件判几年", "翻墙软件是不是专门工具", "教人翻墙违法吗", "把梯子给同学用犯法吗", "帮人翻墙收费", "翻墙上推特骂人会怎么判", "用VPN诈骗判多久",
        "sold routers with a VPN on them",
        "is an airport legal", "is selling a VPN a crime", "what is a specially used tool", "using a VPN to post insults, which crime",
    ],
)  # fmt: skip
def test_supply_and_other_conduct_are_no_use_alone(question: str) -> None:
    assert not is_of_use_alone(question, detect_language(question))
