"""Which of two laws applies to conduct of before: the rule on that comes first, and no text for the year in its title."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request

CRIMES = ("criminal-law", "第十二条")
PENALTIES = ("administrative-penalty-law", "第三十七条")
INTERPRETATIONS = ("provisions-2001-temporal-effect", "s3")


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("The conduct was in 2019 — which law applies, the old or the new one?", CRIMES),
        ("He did it in 2023 and the law changed in 2026; which version applies?", CRIMES),
        ("He was sentenced under the old law and the new one is lighter. Which version applies now?", CRIMES),
        ("他2023年做的，2026年法律改了，适用哪个版本？", CRIMES),
        ("He was fined in 2026 for what he did in 2023: does the old or the new law govern?", PENALTIES),
        ("行为在2024年，处罚在2026年，按新治安管理处罚法还是旧法？", PENALTIES),
        ("行为发生在2019年，旧解释还是新解释？", INTERPRETATIONS),
    ],
)
def test_the_rule_comes_first(procedure_index: Index, asked: str, first: tuple[str, str]) -> None:
    given = answer(procedure_index, Request(asked))
    assert procedure_index.passages[given.citations[0].passage_id or ""].unit == first


@pytest.mark.parametrize(
    "asked",
    [
        "Which law applies to a company in Hong Kong?",
        "Does it matter whether the phone he sold access from was old or new?",
        "Is selling the old or the new version of the app a crime?",
        "用新号码登录算不算犯罪？",
        "卖旧版本的翻墙软件还是新版本，有区别吗？",
        "他用新方法搭梯子卖，违法吗？",
        "2019年的解释第七条怎么写的",
    ],
)
def test_who_asks_of_no_change_gets_no_such_rule(procedure_index: Index, asked: str) -> None:
    given = answer(procedure_index, Request(asked))
    passages = [procedure_index.passages[c.passage_id or ""] for c in given.citations[:1]]
    assert CRIMES not in [passage.unit for passage in passages]
    assert PENALTIES not in [passage.unit for passage in passages]
