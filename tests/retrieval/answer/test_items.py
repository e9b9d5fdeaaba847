"""Of a list too long to be quoted whole, the items that the topics name come before those that share a word."""

from collections.abc import Iterable
from datetime import date

from retrieval.answer.items import worth_of_items
from retrieval.index import Index
from retrieval.parts.spans import Span, paragraphs
from retrieval.passage import Passage
from retrieval.request import Request
from retrieval.search import Search, search

TODAY = date(2026, 11, 24)


def items_of(index: Index, law: str, article: str) -> tuple[Passage, Iterable[Span]]:
    passage = index.units[law, article]["zh"][0]
    return passage, paragraphs(passage)[0].items


def ask(index: Index, question: str) -> Search:
    return search(index, Request(question), today=TODAY)


def test_the_catch_all_is_what_a_seller_s_illegal_business_turns_on(index: Index) -> None:
    passage, items = items_of(index, "criminal-law", "第二百二十五条")
    worth = worth_of_items(passage, ask(index, "房东把屋子租给卖VPN的人"), index)
    assert max(items, key=worth).item == "（四）"


def test_an_item_that_a_near_topic_names_comes_before_the_usual_one(index: Index) -> None:
    passage, items = items_of(index, "interpretation-2011-19-computer-systems", "第三条")
    credentials = worth_of_items(passage, ask(index, "窃取网银、证券账户信息的专用工具几人次入罪"), index)
    assert max(items, key=credentials).item == "（一）"
    users = worth_of_items(passage, ask(index, "机场套餐卖了多少人次算严重"), index)
    assert max(items, key=users).item == "（二）"


def test_of_a_list_that_no_topic_names_every_item_is_worth_the_same(index: Index) -> None:
    passage, items = items_of(index, "criminal-law", "第五十四条")
    assert {worth_of_items(passage, ask(index, "剥夺政治权利"), index)(item) for item in items} == {0.0}
