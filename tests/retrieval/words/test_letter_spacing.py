"""Letters that stand apart come together, and nothing else does."""

import pytest

from retrieval.index import Index
from retrieval.request import Request
from retrieval.search import search
from retrieval.words.letter_spacing import without_letter_spacing


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("I s   i t   a   c r i m e   t o   s e l l   a   V P N ?", "Is it a crime to sell a VPN?"),
        ("1 6 - y e a r - o l d   c l i e n t,   f i r s t   o f f e n c e", "16-year-old client, first offence"),
        ("卖 翻 墙 软 件 是 犯 罪 吗 ？", "卖翻墙软件是犯罪吗？"),
        ("提 供 VPN 怎 么 判", "提供VPN怎么判"),
    ],
)
def test_letters_come_together(apart: str, together: str) -> None:
    assert without_letter_spacing(apart) == together


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Is it a crime to sell a VPN?",
        "Article 285, paragraph 3, items a b c d",
        "卖翻墙软件 是 犯罪 吗",
        "刑 法",
        "I s i t a c r i m e t o s e l l",  # nothing tells where words end
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert without_letter_spacing(text) == text


@pytest.mark.parametrize("question", ["What does Article 285 of the Criminal Law say?", "刑法第二百八十五条怎么规定？"])
def test_the_same_is_found(index: Index, question: str) -> None:
    apart = "   ".join(" ".join(word) for word in question.split())
    found, wanted = ([f.passage.id for f in search(index, Request(text)).found] for text in (apart, question))
    assert found == wanted
