"""The four checks, each with each of its outcomes."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import cast

import pytest

from retrieval.answer.sources import missing_citation
from retrieval.authority import Authority, Bilingual, BilingualNames, Kind, Status
from retrieval.chain import answer
from retrieval.checks import check_in_force, judge
from retrieval.index import Index
from retrieval.passage import Passage
from retrieval.request import Request
from retrieval.result import Answer, Checks, Citation, Titles

TEXT = "违法所得五千元以上的，应当认定为“情节严重”。\n数额达到二万五千元的，为情节特别严重。"
QUOTE = "违法所得五千元以上的，应当认定为“情节严重”。"
DAY = date(2026, 11, 24)
LAW = Authority(
    id="own", kind=Kind.INTERPRETATION, titles=Bilingual(zh="解释", en="Interpretation"), number="法释〔2011〕19号",
    short=BilingualNames(zh=["解释"], en=["Interpretation"]),
)  # fmt: skip
HELD = Passage(
    "own:3:zh", "own", Kind.INTERPRETATION, "zh", TEXT, article="第三条", status=Status.IN_FORCE,
    effective_from=date(2011, 9, 1),
)  # fmt: skip
ONLY = cast(
    Index, SimpleNamespace(passages={HELD.id: HELD}, authorities={"own": LAW}, units={HELD.unit: {"zh": [HELD]}})
)
LABEL = "《解释》第三条第一款"


def cited(quote: str = QUOTE, start: int | None = 0, text: str = TEXT, n: int = 1) -> Citation:
    checks = Checks(exists="pass", in_force="pass", verbatim="unknown", supported="unknown")
    return Citation(
        n=n, passage_id="own:3:zh", kind=Kind.INTERPRETATION, title=Titles(zh="解释", en="Interpretation"),
        number="法释〔2011〕19号", article="第三条", label=LABEL, text=text, quote=quote, start=start,
        end=None if start is None else start + len(quote), effective_from=date(2011, 9, 1), checks=checks,
    )  # fmt: skip


def judged(line: str, citation: Citation | None = None) -> Checks:
    own = citation or cited()
    return judge(Answer(answer=line, language="zh", as_of=DAY, citations=[own]), ONLY).citations[0].checks


@pytest.mark.parametrize("label", [LABEL, "Interpretation art. 3(1)"])
def test_words_printed_as_they_stand_are_verbatim_and_supported(label: str) -> None:
    checks = judged(f"{label}（2011-09-01起施行）：“{QUOTE}”[1]")
    assert checks == Checks(exists="pass", in_force="pass", verbatim="pass", supported="pass")


@pytest.mark.parametrize(
    "line",
    [
        f"{LABEL}：“{QUOTE.replace('五千', '五万')}”[1]",
        f"{LABEL}：“{QUOTE[:-1]}，”[1]",
        f"{LABEL}：{QUOTE}[1]",
        f"{LABEL}：“{QUOTE}”[1]“一律没收”[1]",
        f"{LABEL}：“一律没收”[1]“{QUOTE}”[1]",
        f"{LABEL}规定了数额[1]",
        "没有编号的回答",
    ],
)
def test_other_words_are_not_verbatim(line: str) -> None:
    assert judged(line).verbatim == "fail"


def test_a_quote_that_is_not_at_its_place_is_not_verbatim() -> None:
    assert judged(f"{LABEL}：“{QUOTE}”[1]", cited(start=1)).verbatim == "fail"
    assert judged(f"{LABEL}：“{QUOTE}”[1]", cited(text=TEXT.replace("五千", "六千"))).verbatim == "fail"


def test_words_that_answer_and_citation_share_and_the_index_has_not_fail() -> None:
    forged = QUOTE.replace("五千", "五万")
    own = cited(forged, text=TEXT.replace("五千", "五万"))
    assert judged(f"{LABEL}：“{forged}”[1]", own).verbatim == "fail"


@pytest.mark.parametrize("added", ["违法所得5,000元", "25,000元以上更重", "法释〔2011〕19号", "第三条", "2011年起", ""])
def test_figures_that_the_passage_or_its_address_has_are_supported(added: str) -> None:
    assert judged(f"{LABEL}，{added}：“{QUOTE}”[1]").supported == "pass"


@pytest.mark.parametrize(
    "added",
    ["违法所得3,000元以上", "十万元以上", "第285条", "处七年", "占53.85%", "2011-09-02起施行", "2012年起", "法释〔2011〕20号", "5万元"],
)  # fmt: skip
def test_figures_that_the_passage_lacks_are_not_supported(added: str) -> None:
    assert judged(f"{LABEL}，{added}：“{QUOTE}”[1]").supported == "fail"


@pytest.mark.parametrize(
    "label", ["《解释》第四条第一款", "《解释》第三条第二款", "《规定》第三条第一款", "Interpretation art. 3(2)", ""]
)
def test_another_place_s_label_is_not_supported(label: str) -> None:
    own = cited().model_copy(update={"label": label})
    assert judged(f"{label}：“{QUOTE}”[1]", own).supported == "fail"


def test_what_the_index_has_not_does_not_exist() -> None:
    checks = judged(f"{LABEL}：“{QUOTE}”[1]", cited().model_copy(update={"passage_id": "own:4:zh"}))
    assert (checks.exists, checks.verbatim, checks.supported) == ("fail", "fail", "fail")


def test_a_citation_that_no_line_carries_fails() -> None:
    assert judged("回答没有提到它").verbatim == "fail"


def test_each_citation_is_judged_by_its_own_line() -> None:
    other = cited("数额达到二万五千元的，为情节特别严重。", len(QUOTE) + 1, n=2)
    text = f"{LABEL}：“{QUOTE}”[1]\n\n《解释》第三条第二款，九万元：“{other.quote}”[2]"
    result = judge(Answer(answer=text, language="zh", as_of=DAY, citations=[cited(), other]), ONLY)
    assert [c.checks.supported for c in result.citations] == ["pass", "fail"]
    assert [c.checks.verbatim for c in result.citations] == ["pass", "pass"]


@pytest.mark.parametrize(
    ("question", "right", "wrong", "check"),
    [
        ("刑法第二百八十五条第三款", "提供专门用于", "提供主要用于", "verbatim"),
        ("刑法第二百八十五条第三款", "第二百八十五条第三款", "第二百八十六条第三款", "supported"),
        ("刑法第二百八十五条第三款", "2009-02-28", "2009-02-27", "supported"),
        ("刑法第二百八十五条第三款", "《刑法》", "《网络安全法》", "supported"),
        ("Article 285(3) of the Criminal Law", "specially used", "mainly used", "verbatim"),
        ("Article 285(3) of the Criminal Law", "art. 285(3)", "art. 285(2)", "supported"),
        ("Article 285(3) of the Criminal Law", "2009-02-28", "2011-02-28", "supported"),
    ],
)
def test_what_is_changed_in_a_composed_answer_is_seen(
    index: Index, question: str, right: str, wrong: str, check: str
) -> None:
    given = answer(index, Request(question), today=DAY)
    named = [c for c in given.citations if c.article == "第二百八十五条" and c.paragraph == 3]
    assert named
    assert all(c.checks.verbatim == c.checks.supported == "pass" for c in named)
    assert right in given.answer
    given.answer = given.answer.replace(right, wrong)
    seen = [getattr(c.checks, check) for c in judge(given, index).citations if c.n in {n.n for n in named}]
    assert "fail" in seen


def test_an_authority_that_is_not_held_does_not_exist() -> None:
    missing = missing_citation("《海商法》", "第十条", "《海商法》第十条", 1)
    assert (missing.passage_id, missing.start, missing.end, missing.quote, missing.text) == (None, None, None, "", "")
    checks = judged("语料库没有收录《海商法》。[1]", missing)
    assert checks.exists == "fail"
    assert checks.verbatim != "pass"
    assert checks.supported != "pass"


AMENDED = Passage(  # as Article 285: one paragraph from the beginning, two added, then a fourth
    "own:1:zh", "own", Kind.STATUTE, "zh", "甲\n乙\n丙\n丁", article="第一条", status=Status.IN_FORCE,
    effective_from=date(2015, 11, 1),
    paragraph_dates=((1, date(1997, 10, 1)), (2, date(2009, 2, 28)), (3, date(2009, 2, 28))),
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "paragraph", "outcome"),
    [
        (date(2012, 1, 1), 3, "pass"),
        (date(2009, 2, 27), 3, "fail"),
        (date(2009, 2, 27), 1, "pass"),
        (date(1997, 9, 30), 1, "fail"),
        (date(2012, 1, 1), 4, "fail"),
        (date(2012, 1, 1), None, "fail"),
        (date(2015, 11, 1), 4, "pass"),
        (date(2015, 11, 1), None, "pass"),
    ],
)
def test_a_paragraph_may_be_the_law_longer_than_the_whole(day: date, paragraph: int | None, outcome: str) -> None:
    assert check_in_force(AMENDED, day, DAY, paragraph) == outcome


def test_of_such_an_article_something_is_the_law_from_the_first_paragraph_on() -> None:
    assert AMENDED.in_force_on(date(2012, 1, 1), DAY) == "pass"
    assert AMENDED.in_force_on(date(1997, 9, 30), DAY) == "fail"
    assert AMENDED.is_law_in_part(date(2012, 1, 1), DAY)
    assert not AMENDED.is_law_in_part(date(2016, 1, 1), DAY)


def test_before_its_last_revision_it_is_not_known_what_a_text_said() -> None:
    own = Passage(
        "own:1:zh", "own", Kind.REGULATION, "zh", TEXT, status=Status.IN_FORCE, effective_from=date(2000, 9, 25),
        revised=date(2016, 2, 6),
    )  # fmt: skip
    assert [check_in_force(own, date(year, 6, 1), DAY) for year in (1999, 2013, 2016)] == ["fail", "unknown", "pass"]


def test_what_is_in_force_since_an_unknown_day_is_the_law_today() -> None:
    own = passage(begin=None)
    assert check_in_force(own, DAY, DAY) == "pass"
    assert check_in_force(own, DAY - timedelta(days=1), DAY) == "unknown"
    assert check_in_force(own, DAY, DAY + timedelta(days=1)) == "unknown"


def passage(
    kind: Kind = Kind.STATUTE,
    status: Status = Status.IN_FORCE,
    begin: date | None = date(2017, 6, 1),
    end: date | None = None,
) -> Passage:
    return Passage("own:1:zh", "own", kind, "zh", TEXT, status=status, effective_from=begin, effective_to=end)


@pytest.mark.parametrize(
    ("own", "day", "outcome"),
    [
        (passage(), date(2017, 6, 1), "pass"),
        (passage(), date(2017, 5, 31), "fail"),
        (passage(end=date(2025, 12, 31), status=Status.SUPERSEDED), date(2025, 12, 31), "pass"),
        (passage(end=date(2025, 12, 31), status=Status.SUPERSEDED), date(2026, 1, 1), "fail"),
        (passage(status=Status.NOT_YET_IN_FORCE, begin=date(2030, 1, 1)), DAY, "fail"),
        (passage(status=Status.NOT_YET_IN_FORCE, begin=date(2030, 1, 1)), date(2030, 1, 1), "pass"),
        (passage(status=Status.DRAFT), date(2022, 1, 1), "fail"),
        (passage(status=Status.DRAFT, begin=None), date(2022, 1, 1), "fail"),
        (passage(begin=None), date(2026, 11, 23), "unknown"),
        (passage(status=Status.UNKNOWN), date(2018, 1, 1), "unknown"),
        (passage(status=Status.AMENDED), date(2018, 1, 1), "unknown"),
        (passage(status=Status.REPEALED), date(2999, 1, 1), "fail"),
        (passage(Kind.CASE, begin=None), DAY, None),
        (passage(Kind.PENALTY, begin=None), DAY, None),
        (passage(Kind.COMMENTARY, begin=None), DAY, None),
        (passage(Kind.DOCUMENT, begin=None), DAY, None),
    ],
)
def test_in_force_on_a_day(own: Passage, day: date, outcome: str | None) -> None:
    assert check_in_force(own, day, DAY) == outcome


NEW = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("own", "today", "status"),
    [
        (passage(begin=NEW), date(2025, 12, 31), Status.NOT_YET_IN_FORCE),
        (passage(begin=NEW), NEW, Status.IN_FORCE),
        (passage(begin=NEW, status=Status.NOT_YET_IN_FORCE), date(2025, 12, 31), Status.NOT_YET_IN_FORCE),
        (passage(begin=NEW, status=Status.NOT_YET_IN_FORCE), NEW, Status.IN_FORCE),
        (passage(end=date(2025, 12, 31), status=Status.SUPERSEDED), date(2025, 12, 31), Status.IN_FORCE),
        (passage(end=date(2025, 12, 31), status=Status.SUPERSEDED), NEW, Status.SUPERSEDED),
        (passage(end=date(2025, 12, 31), status=Status.AMENDED), NEW, Status.AMENDED),
        (passage(end=date(2025, 12, 31), status=Status.REPEALED), date(2016, 1, 1), Status.NOT_YET_IN_FORCE),
        (passage(end=date(2025, 12, 31)), NEW, Status.SUPERSEDED),
        (passage(begin=None, end=date(2025, 12, 31), status=Status.REPEALED), date(2025, 1, 1), Status.UNKNOWN),
        (passage(status=Status.UNKNOWN), NEW, Status.UNKNOWN),
        (passage(status=Status.SUPERSEDED), NEW, Status.SUPERSEDED),
        (passage(status=Status.DRAFT, begin=None), NEW, Status.DRAFT),
        (passage(begin=None), date(2010, 1, 1), Status.IN_FORCE),
        (AMENDED, date(2012, 1, 1), Status.IN_FORCE),
        (AMENDED, date(1997, 9, 30), Status.NOT_YET_IN_FORCE),
    ],
)
def test_the_status_is_that_of_the_day(own: Passage, today: date, status: Status) -> None:
    assert own.status_on(today) is status
