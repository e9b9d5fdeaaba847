"""What a follow-up takes up again: a paragraph of the article spoken of, an earlier question, a text before its change."""

import pytest

from retrieval.reading.bare_paragraphs import names_bare_paragraph, of_the_article_before
from retrieval.reading.changed import asks_for_change
from retrieval.reading.in_language import in_language
from retrieval.reading.returning import returned
from retrieval.references.find import Reference
from retrieval.request import Request, Turn

BEFORE = (Reference("刑法第285条", ("criminal-law",), (285, 0), named="刑法"),)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("第四款呢", [(4, None)]), ("第三款和第2款的量刑一样吗", [(3, None), (2, None)]), ("第一款第(三)项呢", [(1, 3)]), ("第二项", [(None, 2)]),
        ("and paragraph 4?", [(4, None)]), ("what about item (2)", [(None, 2)]), ("前款规定的罚金呢", []), ("那罚金呢", []),
    ],
)  # fmt: skip
def test_a_paragraph_is_of_the_article_before(text: str, places: list[tuple[int | None, int | None]]) -> None:
    found = of_the_article_before(text, BEFORE, ())
    assert [(r.paragraph, r.item) for r in found] == places
    assert all((r.authorities, r.article) == (("criminal-law",), (285, 0)) for r in found)
    assert names_bare_paragraph(text, ()) is bool(places)


def test_without_an_article_before_it_is_of_none() -> None:
    assert of_the_article_before("第四款呢", (), ()) == []
    assert of_the_article_before("第四款呢", (), BEFORE)


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("回到第一个问题，有没有新规定", 1), ("说回最初的问题", 1), ("back to my second question", 2), ("back to my first question: and for a company?", 1),
        ("第一个问题是什么", 3), ("回到第九个问题", 3), ("他会回到看守所吗", 3),
    ],
)  # fmt: skip
def test_going_back_leaves_the_turns_between_out(question: str, left: int) -> None:
    turns = tuple(Turn(role, f"{role} {n}") for n in range(3) for role in ("user", "assistant"))
    assert len(returned(Request(question, turns)).history) == 2 * left


def test_the_language_asked_for_last_is_the_answer_s() -> None:
    turns = (Turn("user", "what is 285?"), Turn("assistant", "..."), Turn("user", "用中文说"), Turn("assistant", "..."))
    again = in_language(Request("in English again please", turns))
    assert (again.question, again.language) == ("what is 285?", "en")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("网络安全法修改后对提供工具的处罚有什么变化", True), ("新旧治安管理处罚法有什么区别", True), ("第六十六条改了什么", True),
        ("What has been changed in the Cybersecurity Law?", True), ("How does the old article differ from the new one, what changed?", True),
        ("修法前后的罚款是多少", True), ("网络安全法新旧两个版本的罚款", True), ("提供工具的罚款现在和以前一样吗", True), ("the old and new fines under the Cybersecurity Law", True),
        ("before and after the amendment, which fine?", True), ("他卖给新老客户的价格不同吗", False), ("before and after dinner", False),
        ("网络安全法第29条怎么规定", False), ("非法经营和帮信有什么区别", False), ("罪名变了吗，判了几年", False), ("what is the new penalty?", False),
    ],
)  # fmt: skip
def test_a_change_is_asked_about(text: str, asked: bool) -> None:
    assert asks_for_change(text) is asked


@pytest.mark.parametrize(
    ("question", "asked", "language"),
    [
        ("in English please", "before", "en"), ("用中文再说一遍", "before", "zh"), ("translate that into Chinese, please", "before", "zh"),
        ("请用英文回答：取保候审的条件是什么", "取保候审的条件是什么", "en"), ("能不能申请中文翻译", "能不能申请中文翻译", None),
        ("Is there a Chinese law on VPN?", "Is there a Chinese law on VPN?", None), ("翻译" * 20, "翻译" * 20, None),
        ("and in English, please?", "before", "en"), ("中文和英文哪个有效", "中文和英文哪个有效", None),
    ],
)  # fmt: skip
def test_another_language_is_asked_for(question: str, asked: str, language: str | None) -> None:
    turns = (Turn("user", "before"), Turn("assistant", "answer"))
    read = in_language(Request(question, turns))
    assert (read.question, read.language, len(read.history)) == (asked, language, 0 if asked == "before" else 2)


def test_what_follows_a_wish_for_a_language_follows_what_was_before_it() -> None:
    turns = tuple(Turn("user", text) for text in ("What is the threshold?", "用中文回答"))
    assert in_language(Request("第二档呢", turns)).history == turns[:1]
