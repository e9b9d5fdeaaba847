"""Whose article a number without a law's name is."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import read_question
from retrieval.request import Request

TODAY = date(2026, 11, 24)
INTERIM, MEASURES = "interim-provisions-international-networking", "implementing-measures-international-networking"
CRIMES = "criminal-law"


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("翻墙为什么有的按第六条罚、有的按第十条？", INTERIM), ("为什么有的按第六条罚、有的按第十条？", INTERIM), ("翻墙被罚，依据是第六条吗", INTERIM),
        ("翻墙罚款依据是第十条", INTERIM), ("用梯子被罚五百，说是违反第六条", INTERIM), ("单纯翻墙罚款按第十四条最多多少", INTERIM),
        ("Is a VPN user fined under article 10 or article 6?", INTERIM), ("Why was I fined under article 6 for using a VPN?", INTERIM),
        ("个人翻墙按第二十二条罚多少", MEASURES), ("Does Article 39 hit a developer?", "network-data-security-regulations"),
        ("卖VPN的从犯，第二十七条怎么适用", CRIMES), ("第六十四条追缴违法所得按什么算", CRIMES), ("第六十七条自首", CRIMES),
        ("第六条属地管辖，境外服务器卖VPN适用吗", CRIMES), ("境外注册公司卖VPN，第十条还能再判吗", CRIMES), ("第十二条从旧兼从轻怎么用", CRIMES),
        ("卖VPN能不能适用第三十七条免予刑事处罚", CRIMES), ("个人翻墙第十三条但书不认为是犯罪", CRIMES), ("第285条第三款", CRIMES),
        ("can we argue article 13 for a VPN seller", CRIMES), ("article 72 suspended sentence", CRIMES),
    ],
)  # fmt: skip
def test_a_bare_article_is_of_the_law_that_is_meant(text: str, law: str, wide_index: Index) -> None:
    references = read_question(Request(text), wide_index, TODAY).own_references
    assert {name for reference in references for name in reference.authorities} == {law}
