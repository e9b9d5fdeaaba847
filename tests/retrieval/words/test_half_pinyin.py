"""Words typed in pinyin by half are read as the corpus writes them; English words and names stay."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import read_question
from retrieval.request import Request
from retrieval.words.half_pinyin import HalfPinyin, has_half_pinyin

TODAY = date(2026, 11, 27)
HALF = HalfPinyin(
    ["翻墙会不会坐牢；公安机关冻结银行卡；违法所得；刑诉法；检察院；缓刑；经办；一次；因为加速；参加"] * 3
)


@pytest.mark.parametrize(("typed", "meant"), [
    ("fan墙", "翻墙"), ("翻qiang", "翻墙"), ("会不会zuo牢", "会不会坐牢"), ("gong安", "公安"), ("xing诉法", "刑诉法"), ("一张yinhang卡", "一张银行卡"),
    ("wei法suo得", "违法所得"), ("jiancha院", "检察院"), ("再dong一ci", "再dong一次"),
])  # fmt: skip
def test_the_word_of_the_corpus_is_meant(typed: str, meant: str) -> None:
    few = HalfPinyin(["翻墙坐牢公安银行卡违法所得检察院缓刑一次刑诉法"] * 40)  # fan and gong are English words too
    assert few.read(typed) == meant


@pytest.mark.parametrize("text", [
    "用app翻墙", "下载clash", "公司用vpn", "can加速", "账号被ban了", "line群", "fan 墙", "Gong安", "v2ray节点", "ti", "", "翻墙",
])  # fmt: skip
def test_what_is_no_word_by_half_stays(text: str) -> None:
    assert HALF.read(text) == text


def test_only_letters_that_touch_a_character_are_looked_at() -> None:
    assert has_half_pinyin("fan墙")
    assert has_half_pinyin("翻qiang")
    assert not has_half_pinyin("翻墙 fan qiang VPN")


def test_without_a_corpus_nothing_is_read() -> None:
    assert HalfPinyin([]).read("fan墙") == "fan墙"


def test_a_question_is_read_so(index: Index) -> None:
    asked = read_question(Request("wei法所得5000元，fan墙软件，xing法怎么判"), index, TODAY)
    assert asked.text == "违法所得5000元,翻墙软件,刑法怎么判"


def test_phrases_of_the_topics_are_right(index: Index) -> None:
    phrases = [phrase.text for phrase in index.topics.phrases("zh")]
    assert [index.half_pinyin.read(phrase) for phrase in phrases] == phrases
