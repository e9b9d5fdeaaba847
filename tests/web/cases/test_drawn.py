"""Plots, table, file and the article's figures."""

import csv
import io
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from ingest.corpus import Source
from prompts import say
from retrieval.authority import Authority
from retrieval.cases.records import Record, records_of
from web.cases.download import FIELDS, csv_bytes, safe
from web.cases.plots import plots_html
from web.cases.points import scatter
from web.cases.scatter import scatter_svg
from web.cases.table import ARTICLE, ARTICLE_FIGURES, article_html, bar_html, count_html, table_html

EVIL = "<script>x</script>\"'&"


@pytest.fixture(scope="session")
def records(sources: dict[str, Source]) -> list[Record]:
    """All cases and penalties of the project's corpus."""
    return records_of(source.authority for source in sources.values())


def rows_of(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def hostile() -> Record:
    names = {"zh": EVIL, "en": EVIL}
    case = {
        "court": names, "decided": "2018", "charge": {**names, "article": EVIL}, "amounts": [{"value": 5, "currency": "CNY", "what": names}],
        "users": 1, "term_months": 12, "suspended_months": 0, "fine": 3, "outcome": {"zh": "=cmd|' /C calc'!A0", "en": EVIL},
        "confidence": EVIL,
    }  # fmt: skip
    meta = {"id": 'x"><b>', "kind": "case", "titles": names, "number": "@SUM(1)", "case": case}
    return Record(Authority.model_validate(meta))


@pytest.mark.parametrize("months", [6, 35, 36, 120])
def test_the_line_of_terms_that_can_be_suspended_is_within_the_frame(months: int) -> None:
    short = hostile()
    case = short.authority.case | {"term_months": months}
    plot = scatter([Record(short.authority.model_copy(update={"case": case}))])
    limit = LexborHTMLParser(scatter_svg(plot, 760, "en")).css_first("line.fy-limit")
    assert 0 < float(limit.attributes["y1"] or -1) < 340


@pytest.mark.parametrize("width", [280, 340, 760, 1300])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_point_is_a_link_within_the_frame(records: list[Record], width: int, language: str) -> None:
    page = LexborHTMLParser(plots_html(records, width, language))
    plot = page.css_first(".fy-cases-scatter svg.fy-plot")
    links = plot.css("a.fy-mark")
    points = scatter(records).points
    assert [
        f"authority={point.record.authority.id}" in (link.attributes["href"] or "")
        for link, point in zip(links, points, strict=True)
    ]
    assert all(link.attributes["aria-label"] for link in links)
    for node in plot.css("circle"):
        assert 40 < float(node.attributes["cx"] or 0) < width
    for text in plot.css("text"):
        assert 0 <= float(text.attributes["x"] or -1) <= width
    years = page.css(".fy-cases-years a.fy-mark")
    assert len(years) == sum(1 for record in records if record.year)
    blocks = page.css(".fy-labels a.fy-mark")
    assert len(blocks) == len({(r.authority.id, a.kind) for r in records for a in r.amounts})


def test_marks_say_charge_amount_and_suspension(records: list[Record]) -> None:
    page = LexborHTMLParser(plots_html(records, 760, "en"))

    def mark(key: str) -> str:
        return page.css_first(f'.fy-cases-scatter svg.fy-plot a[href*="authority={key}"]').html or ""

    assert re.search(r"<circle[^>]*fy-c1 fy-fill-yes", mark("liu-xinye-2017-556"))
    assert re.search(r"<rect[^>]*fy-c3 fy-fill-unknown", mark("zhu-jingzhou-2018-150"))
    assert re.search(r"<polygon[^>]*fy-c1 fy-fill-no", mark("kaijiang-2025"))
    assert (
        "Zhu case (Jingzhou): 1,741,620 yuan, Alipay turnover since 2016; 1 y 4 m, not known whether suspended; art. 286-1"
        in mark("zhu-jingzhou-2018-150")
    )


def test_what_is_left_out_is_said(records: list[Record]) -> None:
    plot = scatter(records)
    text = LexborHTMLParser(plots_html(records, 760, "en")).text()
    assert f"{plot.both} of the {plot.cases} criminal cases" in text
    assert f"{plot.no_amount} without an amount, {plot.no_term} without a term" in text


def test_nothing_to_draw_is_no_fault() -> None:
    html = plots_html([], 400, "zh")
    assert "<svg" not in html
    assert say("zh", "cases_none") in table_html([], "", False, "zh")


def test_the_table_has_a_row_a_case_and_leaves_the_unknown_empty(records: list[Record]) -> None:
    page = LexborHTMLParser(table_html(records, "term", True, "en"))
    rows = page.css("tbody tr")
    assert len(rows) == len(records)
    assert page.css_first('th[aria-sort="descending"]').text().startswith("Term")
    for row, record in zip(rows, records, strict=True):
        assert record.authority.short_title("en") in row.text()
        assert (row.css_first("td.fy-col-term").text() == "") == (record.term is None)
        assert (row.css_first("td.fy-col-fine").text() == "") == (record.facts.get("fine") is None)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_file_holds_what_the_table_shows(records: list[Record], language: str) -> None:
    head, *rows = rows_of(csv_bytes(records, language))
    assert len(head) == len(FIELDS)
    assert head[0] == "编号 / Id"
    assert [row[0] for row in rows] == [record.authority.id for record in records]
    column = {field: number for number, field in enumerate(FIELDS)}
    for row, record in zip(rows, records, strict=True):
        assert row[column["term"]] == ("" if record.term is None else str(record.term))
        assert row[column["title_zh"]] == record.authority.titles.zh
        assert row[column["amounts"]].count(";") == max(0, len(record.amounts) - 1)
        assert row[column["users"]] == ("" if record.users is None else str(record.users))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert safe(text) == "'" + text
    assert safe("(2018)鄂1003刑初150号") == "(2018)鄂1003刑初150号"
    assert safe(-3) == -3


def test_hostile_facts_stay_text() -> None:
    record = hostile()
    html = (
        table_html([record], "", False, "en") + plots_html([record], 400, "en") + bar_html([record], "en")
        + count_html([record], 1, {"charge": EVIL, "sort": '"><i>'}, "en")
    )  # fmt: skip
    page = LexborHTMLParser(html)
    assert page.css("script, b, i") == []
    assert EVIL in page.text()
    row = rows_of(csv_bytes([record], "en"))[1]
    assert "'=cmd|' /C calc'!A0" in row
    assert "'@SUM(1)" in row


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_articles_figures_stand_in_the_article(sources: dict[str, Source], language: str) -> None:
    blocks = [block.text for block in sources[ARTICLE].blocks[language]]
    aside = LexborHTMLParser(article_html(language))
    for name, section in ARTICLE_FIGURES.items():
        text = blocks[int(section[1:]) - 1].replace(",", "")
        figure = say(language, f"article_value_{name}").replace(",", "")
        number = re.search(r"[\d.]+%?", figure)
        words = figure if name != "over_three" else {"en": "only two", "zh": "只有两件"}[language]
        assert number
        assert words in text or number[0] in text, (name, figure, text)
        assert aside.css_first(f'a[href*="authority={ARTICLE}&article={section}"]') is not None
    assert ("28" in aside.text()) == ("28" in blocks[5])
