"""A question for what somebody was punished, without who, leans on the turns before; one that says more does not."""

import pytest

from retrieval.index import Index
from retrieval.language import detect_language
from retrieval.reading.pointing_back import points_back
from retrieval.references.find import find_references


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("是因为翻墙判的还是因为发的内容", True), ("到底是因为翻墙抓的还是因为卖软件", True), ("判的是翻墙还是发帖", True), ("罚的是用VPN还是发言", True),
        ("因为翻墙判的吗", True), ("主要是因为翻墙定罪的吗", True), ("是因为用VPN罚的吗", True),
        ("Was it for the VPN or for the posts?", True), ("Convicted for the VPN or for the content?", True),
        ("Because of the VPN or because of the tweets?", True), ("Was it because of the VPN?", True), ("Was it over the VPN or the content?", True),
        ("因为翻墙被罚款怎么办", False), ("因为翻墙被拘留了，能申诉吗", False), ("有人因为翻墙被判刑吗", False), ("是否因为翻墙会被判刑", False),
        ("因为卖VPN判了三年的有哪些案例", False), ("为什么翻墙会被罚", False), ("Is it a crime to use a VPN?", False),
        ("Was it a crime to sell VPNs in 2016?", False), ("Is it illegal for a company to use a VPN?", False),
        ("Because of the amendment, is selling a VPN app still a crime?", False), ("fined for using a VPN, what can I do", False),
    ],
)  # fmt: skip
def test_for_what_somebody_was_punished_is_asked_of_whom_was_spoken_of(text: str, leans: bool, index: Index) -> None:
    assert points_back(text, detect_language(text), find_references(text, index.registry), index) == leans
