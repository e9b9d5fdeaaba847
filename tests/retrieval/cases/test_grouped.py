"""Cases counted by province, year, court or charge; and those of a list that have not been named yet."""

import re
from collections import Counter

import pytest

from prompts import say
from retrieval.cases.further import asks_for_further
from retrieval.cases.grouped import grouped_by
from retrieval.cases.records import records_of
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("in which provinces were cases?", "region"), ("按省份列出案例", "region"), ("各省有几件", "region"), ("哪几个省有处罚？", "region"),
        ("List the cases by province", "region"), ("按年份统计案例", "year"), ("How many cases per year?", "year"), ("每年有多少件案子", "year"),
        ("Which courts decided the cases?", "court"), ("哪些法院判过？", "court"), ("各法院各判了几件", "court"), ("按罪名列出案例", "charge"),
        ("How many convictions under each charge?", "charge"), ("各地区分别有多少起案件", "region"), ("案件按年度怎样分布", "year"),
        ("哪些省有判缓刑的案子", "region"), ("In which provinces were sellers jailed?", "region"), ("number of judgments by court", "court"),
        # asked of a rule, of one case, or of what is thought
        ("哪些法院有管辖权？", None), ("Which courts have jurisdiction over VPN cases?", None), ("各地法院对翻墙软件怎么定性？", None),
        ("各省的处罚标准是什么", None), ("What year was the Zhu case decided?", None), ("哪个法院判的朱某案", None), ("构成哪些罪名", None),
        ("每年罚款多少", None), ("In what year did the law enter into force?", None), ("按哪个省的标准处罚", None), ("卖VPN判几年", None),
        ("How many years does a seller get?", None), ("which courts can review a penalty decision", None),
    ],
)  # fmt: skip
def test_by_what_cases_are_counted_apart(text: str, by: str | None) -> None:
    assert grouped_by(text) == by


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("还有别的案子吗?", True), ("any others?", True), ("more cases?", True), ("还有其他案例吗", True), ("再给我几个案例", True), ("其他的呢", True),
        ("Are there any other cases?", True), ("另外还有哪些案例?", True), ("还有吗?", True), ("Any more examples like these?", True),
        ("what about the rest?", True), ("还有类似的判例吗", True), ("再来几个", True), ("剩下的案子也列出来", True), ("more?", True),
        ("还有别的罪名吗", False), ("any other crimes?", False), ("还有什么证据可以提交", False), ("Is there any other defence?", False),
        ("还有缓刑吗", False), ("其他人呢，会被处罚吗", False), ("one more question", False), ("more than three years?", False),
        ("还有一个案子，当事人卖了三年VPN", False), ("what else should I argue?", False),
    ],
)  # fmt: skip
def test_who_asks_for_what_has_not_been_named(text: str, asked: bool) -> None:
    assert asks_for_further(text) is asked


def talk(index: Index, *questions: str) -> str:
    history: tuple[Turn, ...] = ()
    said = ""
    for question in questions:
        said = answer(index, Request(question, history)).answer
        history = (*history, Turn("user", question), Turn("assistant", said))
    return said


def test_the_counts_are_those_of_the_fields(wide_index: Index) -> None:
    records = records_of(wide_index.authorities.values())
    said = talk(wide_index, "按省份列出案例")
    told = Counter({name: int(count) for name, count in re.findall(r"^- (\w+)：(\d+)件", said, re.MULTILINE)})
    assert told == Counter(record.region for record in records if record.region)


def test_what_was_named_is_not_named_again(wide_index: Index) -> None:
    records = records_of(wide_index.authorities.values())
    first, then = talk(wide_index, "列出案例"), talk(wide_index, "列出案例", "还有别的案子吗？")
    lines = re.findall(r"^- (.+?)：", first, re.MULTILINE)
    assert len(lines) == min(8, len(records))
    if len(records) <= len(lines):
        assert say("zh", "over_cases_all_named", what=say("zh", "over_cases_asked_cases"), fitting=len(records)) in then
    assert not set(lines) & set(re.findall(r"^- (.+?)：", then, re.MULTILINE))


@pytest.mark.parametrize("word", ["再", "还有", "any more "])
def test_a_word_that_goes_on_for_ever_is_read_in_no_time(word: str) -> None:
    assert asks_for_further(word * 4000) is (word == "any more ")
