"""The four checks, each with each of its outcomes."""

from datetime import date

import pytest

from retrieval.answer.sources import missing_citation
from retrieval.authority import Kind, Status
from retrieval.checks import check_in_force, judge
from retrieval.passage import Passage
from retrieval.result import Answer, Checks, Citation, Titles

TEXT = "违法所得五千元以上的，应当认定为“情节严重”。数额达到二万五千元的，为情节特别严重。"
QUOTE = "违法所得五千元以上的，应当认定为“情节严重”。"
DAY = date(2026, 11, 24)


def cited(quote: str = QUOTE, start: int | None = 0, text: str = TEXT, n: int = 1) -> Citation:
    checks = Checks(exists="pass", in_force="pass", verbatim="unknown", supported="unknown")
    return Citation(
        n=n, passage_id="own:3:zh", kind=Kind.INTERPRETATION, title=Titles(zh="解释", en="Interpretation"),
        number="法释〔2011〕19号", article="第三条", label="《解释》第三条", text=text, quote=quote, start=start,
        end=None if start is None else start + len(quote), effective_from=date(2011, 9, 1), checks=checks,
    )  # fmt: skip


def judged(line: str, citation: Citation | None = None) -> Checks:
    own = citation or cited()
    return judge(Answer(answer=line, language="zh", as_of=DAY, citations=[own])).citations[0].checks


def test_words_printed_as_they_stand_are_verbatim_and_supported() -> None:
    checks = judged(f"《解释》第三条（2011-09-01起施行）：“{QUOTE}”[1]")
    assert checks == Checks(exists="pass", in_force="pass", verbatim="pass", supported="pass")


@pytest.mark.parametrize(
    "line",
    [
        f"《解释》第三条：“{QUOTE.replace('五千', '五万')}”[1]",
        f"《解释》第三条：“{QUOTE[:-1]}，”[1]",
        f"《解释》第三条：{QUOTE}[1]",
        "《解释》第三条规定了数额[1]",
        "没有编号的回答",
    ],
)
def test_other_words_are_not_verbatim(line: str) -> None:
    assert judged(line).verbatim == "fail"


def test_a_quote_that_is_not_at_its_place_is_not_verbatim() -> None:
    assert judged(f"《解释》第三条：“{QUOTE}”[1]", cited(start=1)).verbatim == "fail"
    assert judged(f"《解释》第三条：“{QUOTE}”[1]", cited(text=TEXT.replace("五千", "六千"))).verbatim == "fail"


@pytest.mark.parametrize(
    "added", ["违法所得5,000元", "违法所得5千元", "25,000元以上更重", "2.5万元以上更重", "法释〔2011〕19号", "第三条"]
)
def test_figures_that_the_passage_or_its_address_has_are_supported(added: str) -> None:
    assert judged(f"{added}：“{QUOTE}”[1]").supported == "pass"


@pytest.mark.parametrize(
    "added",
    [
        "违法所得3,000元以上",
        "违法所得3万元以上",
        "违法所得八千以上",
        "二十台",
        "十万元以上",
        "第285条",
        "处七年",
        "占53.85%",
    ],
)
def test_figures_that_the_passage_lacks_are_not_supported(added: str) -> None:
    assert judged(f"{added}：“{QUOTE}”[1]").supported == "fail"


def test_a_citation_that_no_line_carries_fails() -> None:
    assert judged("回答没有提到它").verbatim == "fail"


def test_each_citation_is_judged_by_its_own_line() -> None:
    other = cited("数额达到二万五千元的，为情节特别严重。", len(QUOTE), n=2)
    text = f"《解释》第三条：“{QUOTE}”[1]\n\n九万元：“{other.quote}”[2]"
    result = judge(Answer(answer=text, language="zh", as_of=DAY, citations=[cited(), other]))
    assert [c.checks.supported for c in result.citations] == ["pass", "fail"]
    assert [c.checks.verbatim for c in result.citations] == ["pass", "pass"]


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
    assert check_in_force(AMENDED, day, paragraph) == outcome


def test_of_such_an_article_something_is_the_law_from_the_first_paragraph_on() -> None:
    assert AMENDED.in_force_on(date(2012, 1, 1)) == "pass"
    assert AMENDED.in_force_on(date(1997, 9, 30)) == "fail"
    assert AMENDED.is_law_in_part(date(2012, 1, 1))
    assert not AMENDED.is_law_in_part(date(2016, 1, 1))


def test_before_its_last_revision_it_is_not_known_what_a_text_said() -> None:
    own = Passage(
        "own:1:zh", "own", Kind.REGULATION, "zh", TEXT, status=Status.IN_FORCE, effective_from=date(2000, 9, 25),
        revised=date(2016, 2, 6),
    )  # fmt: skip
    assert [check_in_force(own, date(year, 6, 1)) for year in (1999, 2013, 2016)] == ["fail", "unknown", "pass"]


def test_what_is_in_force_since_an_unknown_day_is_the_law_today() -> None:
    own = passage(begin=None)
    assert check_in_force(own, date.today()) == "pass"
    assert check_in_force(own, date(2015, 1, 1)) == "unknown"


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
        (passage(begin=None), DAY, "unknown"),
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
    assert check_in_force(own, day) == outcome
