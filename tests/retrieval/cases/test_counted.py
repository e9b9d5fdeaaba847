"""How many cases are counted is what the fields of the corpus say: denied endings, years, kinds, places, charges."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from retrieval.asked_over_cases import asks_only_of_cases, asks_over_cases
from retrieval.cases.records import Record, records_of
from retrieval.cases.table import Selected, select
from retrieval.index import Index
from retrieval.question import read_question
from retrieval.request import Request

TODAY = date(2026, 11, 27)
Rule = Callable[[Record], bool]
ENDED_WITHOUT_SENTENCE = {"guiding-case-97-wang-lijun", "ruan-non-prosecution-2021"}
TOLD_WITHOUT_FINE = {
    "penalty-chen-jinshi-2020", "penalty-pang-jiang-suining-2019", "penalty-seller-tool-3000",
    "penalty-zhang-dinghai-2020", "penalty-zhang-jiangsu-2018",
}  # fmt: skip


def every(_: Record) -> bool:
    return True


def is_suspended(record: Record) -> bool:
    # of the last the sentence is known to be suspended, but not for how long
    return bool(record.facts.get("suspended_months")) or record.authority.id == "sun-henan-doubi"


def is_not_suspended(record: Record) -> bool:
    return record.facts.get("suspended_months") == 0


def is_not_jailed(record: Record) -> bool:
    return is_suspended(record) or record.authority.id in ENDED_WITHOUT_SENTENCE


def is_not_fined(record: Record) -> bool:
    return record.authority.id in ENDED_WITHOUT_SENTENCE | TOLD_WITHOUT_FINE


def is_penalty(record: Record) -> bool:
    return record.authority.id.startswith("penalty-")


def is_case_without(record: Record) -> bool:
    return not is_penalty(record) and is_not_fined(record)


def under(place: str) -> Rule:
    return lambda record: place in ((record.facts.get("charge") or {}).get("article") or "")


def decided(first: int, last: int) -> Rule:
    def holds(record: Record) -> bool:
        found = re.match(r"\d{4}", str(record.facts.get("decided") or "")) or re.search(
            r"(?<=[(\[])\d{4}", record.authority.number or ""
        )
        return bool(found) and first <= int(found[0]) <= last

    return holds


def among(*ids: str) -> Rule:
    return lambda record: record.authority.id in ids


def both(*rules: Rule) -> Rule:
    return lambda record: all(rule(record) for rule in rules)


def in_zhejiang(record: Record) -> bool:
    return record.region == "浙江"


def outside_zhejiang(record: Record) -> bool:
    return record.region not in ("浙江", None)


def supplied(record: Record) -> bool:
    return record.conduct == "supply"


def used(record: Record) -> bool:
    return record.conduct == "use"


def counted(question: str, index: Index) -> Selected | None:
    records = records_of(index.authorities.values())
    asked = asks_over_cases(read_question(Request(question), index, TODAY), index)
    return select(asked, records) if asked else None


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        # not so, of those of which it is known
        ("哪些案件没有判处罚金", is_case_without),
        ("How many defendants were not fined?", is_not_fined),
        ("How many cases ended without a fine?", is_not_fined),
        ("没有被罚款的行政处罚有哪些？", both(is_penalty, is_not_fined)),
        ("Which users were not fined?", both(used, is_not_fined)),
        ("哪些案件没有判缓刑？", is_not_suspended),
        ("哪些案件沒有判處緩刑", is_not_suspended),
        ("缓刑以外的案件有哪些", is_not_suspended),
        ("How many cases were not suspended?", is_not_suspended),
        ("How many cases had real prison without suspension?", is_not_suspended),
        ("Which cases ended with an unsuspended sentence?", is_not_suspended),
        ("没有判实刑的案件有哪些", is_not_jailed),
        ("Which cases did not end in prison?", is_not_jailed),
        ("How many cases avoided prison?", is_not_jailed),
        ("How many sellers were not sentenced to prison?", both(supplied, is_not_jailed)),
        ("哪些卖家没坐牢", both(supplied, is_not_jailed)),
        ("卖家没有坐牢的案件有哪些", both(supplied, is_not_jailed)),
        ("哪些案件没有定罪？", among(*ENDED_WITHOUT_SENTENCE)),
        ("Which cases ended in an acquittal or no conviction?", among(*ENDED_WITHOUT_SENTENCE)),
        ("有多少行政处罚没有罚款只有警告？", both(is_penalty, among("penalty-chen-jinshi-2020", "penalty-pang-jiang-suining-2019", "penalty-zhang-dinghai-2020"))),
        ("哪些VPN案件的被告人没被判罚金", is_case_without),
        ("Which criminal cases ended with neither a fine nor prison?", among(*ENDED_WITHOUT_SENTENCE)),
        ("Which cases were not fined or jailed?", among(*ENDED_WITHOUT_SENTENCE)),
        # nothing is denied by the name of a charge, nor by whether or not
        ("拒不履行义务罪判缓刑的案件有几件", both(under("第二百八十六条之一"), is_suspended)),
        ("以非法经营罪定罪的案件有哪些", under("第二百二十五条")),
        ("有没有判缓刑的案件", is_suspended),
        ("有多少案件判了缓刑？", is_suspended),
        ("How many cases ended in a suspended sentence?", is_suspended),
        # years
        ("2019年以前判的案件有几件", decided(0, 2018)),
        ("二〇一九年以前的案件有几件", decided(0, 2018)),
        ("２０１９年及以前的案件有几件", decided(0, 2019)),
        ("How many cases were decided before 2019?", decided(0, 2018)),
        ("Which cases were decided no later than 2018?", decided(0, 2018)),
        ("How many cases were decided in 2020 or later?", decided(2020, 9999)),
        ("2020年以后的案件有哪些", decided(2020, 9999)),
        ("Which penalties were imposed after 2020?", both(is_penalty, decided(2021, 9999))),
        ("List the cases decided since 2021", decided(2021, 9999)),
        ("Which cases were decided between 2018 and 2020?", decided(2018, 2020)),
        ("2018-2020年判的案件有哪些", decided(2018, 2020)),
        ("Which administrative penalties were imposed in 2020?", both(is_penalty, decided(2020, 2020))),
        # the kind and the place
        ("浙江以外的处罚有哪些", both(is_penalty, outside_zhejiang)),
        ("除浙江外判了缓刑的案件", both(is_suspended, outside_zhejiang)),
        ("List all penalties except those in Zhejiang.", both(is_penalty, outside_zhejiang)),
        ("What were the penalties other than in Zhejiang?", both(is_penalty, outside_zhejiang)),
        ("Penalties in Zhejiang", both(is_penalty, in_zhejiang)),
        ("浙江和江苏的案件有哪些", lambda record: record.region in ("浙江", "江苏")),
        ("有多少行政处罚是针对使用者的？", both(is_penalty, used)),
        ("语料库里有多少案件和处罚？", every),
        # the charge, with its paragraph and by a part of its name
        ("How many cases were under article 285(3)?", under("第二百八十五条第三款")),
        ("以285条第三款定罪的有几件", under("第二百八十五条第三款")),
        ("刑法第二百八十五条第二款的案件有几件", under("第二百八十五条第二款")),
        ("How many cases under article 285?", under("第二百八十五条")),
        ("有几件提供侵入工具罪案件判了缓刑", both(under("第二百八十五条第三款"), is_suspended)),
        ("285条第三款的案件有几件没判缓刑", both(under("第二百八十五条第三款"), is_not_suspended)),
        # two conditions
        ("How many cases had gains under 25,000 yuan and were sentenced?", among("deng-dongguan-2017")),
        ("获利不到25000元而且被判刑的案件有几件", among("deng-dongguan-2017")),
        ("判了缓刑又判处罚金的案件有几件", both(is_suspended, lambda record: record.facts.get("fine") is not None)),
        ("How many penalties exceeded 5,000 yuan?", among("penalty-hu-shanghai-2016")),
        ("Which cases had between 1,000 and 5,000 users?", lambda record: 1000 <= (record.users or 0) <= 5000),
    ],
)  # fmt: skip
def test_as_many_are_counted_as_the_fields_say(wide_index: Index, question: str, rule: Rule) -> None:
    chosen = counted(question, wide_index)
    assert chosen
    own = [record for record in records_of(wide_index.authorities.values()) if rule(record)]
    assert chosen.fitting == len(own)
    assert {record.authority.id for record in chosen.records} <= {record.authority.id for record in own}


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("罚款最高的行政处罚是哪一个？", "penalty-hu-shanghai-2016"),
        ("Which penalty had the largest fine?", "penalty-hu-shanghai-2016"),
        ("罚款最低的行政处罚", "penalty-ma-chengde-2023"),
        ("How many users did the case with most users have?", "zhu-hangzhou-taobao-2019"),
        ("缓刑案件中罚金最高的是哪个", "liu-xinye-2017-556"),
        ("Which seller outside Guangxi got the longest sentence?", "kaijiang-2025"),
    ],
)
def test_the_first_in_order_keeps_the_conditions_too(wide_index: Index, question: str, first: str) -> None:
    chosen = counted(question, wide_index)
    assert chosen
    assert chosen.records[0].authority.id == first


@pytest.mark.parametrize("question", ["罚款平均多少", "平均罚金是多少？", "What is the average fine?", "平均刑期多长"])
def test_an_average_is_asked_of_the_cases(wide_index: Index, question: str) -> None:
    chosen = counted(question, wide_index)
    assert chosen
    assert chosen.mean


def test_what_is_left_out_for_its_year_or_place_is_counted(wide_index: Index) -> None:
    records = records_of(wide_index.authorities.values())
    dated = counted("2019年以前判的案件有几件", wide_index)
    placed = counted("浙江以外的处罚有哪些", wide_index)
    assert dated
    assert dated.undated == sum(record.year is None for record in records)
    assert placed
    assert placed.unplaced == sum(is_penalty(record) and record.region is None for record in records)


@pytest.mark.parametrize(
    "question",
    [
        "哪些情形不能判缓刑", "哪些案件不适用缓刑", "缓刑的条件是什么", "罚款的上限是多少", "行政处罚的种类有哪些",
        "哪些处罚可以申请听证", "2019年以前的行为适用什么法律", "我没有被罚款，会留案底吗", "怎么才能不坐牢", "提供侵入工具罪怎么判",
        "Has anyone been arrested for using drugs?", "How many drug sellers were jailed?",
        "Conduct before 2019: which law applies?", "Which penalties apply to VPN sellers?", "Can a fine be waived?",
        "What is the maximum fine under article 14?", "If no fine is imposed, is there a record?",
        "How many years for article 285(3)?", "My client was not fined, can he still be prosecuted?",
        # what no field tells is not reckoned without it
        "Which penalties were imposed in March 2020?", "2020年以外的处罚有哪些", "近三年的案件有哪些", "2018年和2020年的案件有哪些",
    ],
)  # fmt: skip
def test_a_rule_or_what_no_field_tells_is_not_counted(wide_index: Index, question: str) -> None:
    assert counted(question, wide_index) is None


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("哪些案件判了缓刑", True), ("哪些案件判了缓刑？", True), ("我在河南。哪些案件判了缓刑？", True),
        ("哪些案件判了缓刑。卖VPN获利三万怎么判", False), ("哪些案件判了缓刑？卖VPN获利三万怎么判？", False), ("卖VPN获利三万怎么判", False),
        ("Which cases ended with a suspended sentence?", True), ("Which cases were suspended? What is the threshold?", False),
    ],
)  # fmt: skip
def test_all_is_asked_of_cases_or_not(index: Index, text: str, only: bool) -> None:
    question = read_question(Request(text), index, TODAY)
    assert asks_only_of_cases(question, index) is only
