"""Chinese names in pinyin are known in every spelling, and questions with them find what the names would find."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import read_question
from retrieval.references.find import find_references
from retrieval.references.registry import Registry
from retrieval.request import Request
from retrieval.search import search
from retrieval.words.pinyin import spellings, without_tones

TODAY = date(2026, 11, 25)


def test_a_name_is_spelled_in_one_word_by_syllables_and_by_pairs() -> None:
    assert spellings("刑事拘留") == ["xingshijuliu", "xing shi ju liu", "xingshi juliu"]
    assert spellings("帮信罪") == ["bangxinzui", "bang xin zui", "bangxin zui"]
    assert spellings("律师") == ["lushi", "lu shi"]


@pytest.mark.parametrize("name", ["", "罚", "VPN账号", "法释〔2011〕19号", "违法所得一万元以上的"])
def test_what_is_no_short_chinese_name_is_not_spelled(name: str) -> None:
    assert spellings(name) == []


@pytest.mark.parametrize(("text", "bare"), [
    ("qǔbǎo hòushěn", "qubao houshen"), ("lǜshī", "lushi"), ("café", "cafe"), ("取保候审 – İ", "取保候审 – I"), ("", ""),
])  # fmt: skip
def test_tones_are_taken_off_in_place(text: str, bare: str) -> None:
    assert without_tones(text) == bare
    assert len(text) == len(bare)


@pytest.mark.parametrize(("question", "law"), [
    ("xingfa 285", "criminal-law"), ("Xing Fa art. 27", "criminal-law"), ("Xíngfǎ Article 64", "criminal-law"),
    ("wangluo anquan fa article 27", "cybersecurity-law"), ("xingzheng chufa fa article 33", "administrative-penalty-law"),
])  # fmt: skip
def test_a_law_in_pinyin_is_that_law(registry: Registry, question: str, law: str) -> None:
    (reference,) = find_references(question, registry)
    assert reference.authorities == (law,)


def test_two_laws_of_one_spelling_are_both_meant(registry: Registry) -> None:
    (reference,) = find_references("xingsufa article 82", registry)
    assert set(reference.authorities) == {"administrative-litigation-law", "criminal-procedure-law"}


@pytest.mark.parametrize(("question", "article"), [
    ("When is zishou recognised?", "第六十七条"), ("What is the huǎnxíng requirement?", "第七十二条"),
    ("Is a congfan punished less?", "第二十七条"), ("xie cong fan punishment", "第二十八条"),
    ("feifa jingying zui elements", "第二百二十五条"), ("voluntary surrender怎么认定", "第六十七条"),
    ("suspended sentence的条件是什么", "第七十二条"), ("statute of limitations是几年", "第八十七条"),
])  # fmt: skip
def test_foreign_names_find_what_they_name(index: Index, question: str, article: str) -> None:
    found = search(index, Request(question), 3, today=TODAY).found
    assert ("criminal-law", article) in [one.passage.unit for one in found]


@pytest.mark.parametrize(("question", "language", "read"), [
    ("Is juyi a daibu?", "en", "Is short-term detention a formal arrest?"),
    ("我client能申请bail吗", "zh", "我client能申请取保候审吗"),
    ("Is a cong fan punished, and is Cong Fan?", "en", "Is a accessory punished, and is Cong Fan?"),
    ("Qubao Houshen or Xingshi Juliu", "en", "release on guarantee pending trial or police detention"),
    ("GFW是什么，VPS呢", "zh", "GFW是什么,VPS呢"),  # abbreviations that Chinese texts use
    ("卖VPN账号判几年", "zh", "卖VPN账号判几年"),
    ("Is release on guarantee pending trial granted?", "en", "Is release on guarantee pending trial granted?"),
    ("Fa Shi [2011] No. 19 art. 3", "en", "Fa Shi (2011) No. 19 art. 3"),  # a number, though 法释 is a term
])  # fmt: skip
def test_foreign_names_are_read_in_the_questions_language(
    index: Index, question: str, language: str, read: str
) -> None:
    own = read_question(Request(question), index, TODAY)
    assert (own.language, own.in_one_language) == (language, read)
