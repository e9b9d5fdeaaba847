"""The passage panel, made by a pure function."""

from datetime import date

import pytest

from retrieval.authority import Status
from retrieval.result import Checks, Titles
from tests.web.transcripts.samples import QUOTE, TEXT, make_citation, make_found
from web.ask.panel import empty_panel, gone_panel, panel_html
from web.transcripts.sources import Changed, ShownSource, Wording

DAY = date(2026, 1, 31)
LINKS = ["cite-m1-1", "cite-m1-2", "cite-m1-3"]


def test_the_quoted_words_are_marked_within_the_whole_passage() -> None:
    html = panel_html(ShownSource(make_citation()), "zh", DAY)
    assert f'第一款。\n<mark id="hit">{QUOTE}</mark></div>' in html


def test_label_titles_number_path_status_dates_and_origin_are_said() -> None:
    shown = ShownSource(
        make_citation(), ("第一编", "第二章"), Wording("zh", TEXT, "official"), Wording("en", "Text.", "translation")
    )
    html = panel_html(shown, "en", DAY)
    for words in ("《某法》第三条", "某法", "Some Law", "令第1号", "第一编 › 第二章", "in force", "In force since 2011-09-01",
                  "official text", "unofficial translation", ">Text.<"):  # fmt: skip
        assert words in html


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        (("pass", "pass", "pass", "pass"), ("held in the corpus", "was the law on 2026-01-31", "character for character", "and its figures")),
        (("fail", "unknown", "fail", "fail"), ("not in the corpus", "not known for 2026-01-31", "words differ", "does not carry")),
        (("pass", "fail", "pass", "unknown"), ("held in the corpus", "was not the law on", "character for character", "could not be checked")),
        (("pass", None, "pass", "pass"), ("held in the corpus", "does not apply", "character for character", "and its figures")),
    ],
)  # fmt: skip
def test_each_check_is_said_in_words(checks: tuple[str | None, ...], words: tuple[str, ...]) -> None:
    names = ("exists", "in_force", "verbatim", "supported")
    citation = make_citation(checks=Checks(**dict(zip(names, checks, strict=True))))
    html = panel_html(ShownSource(citation), "en", DAY)
    for outcome, word in zip(checks, words, strict=True):
        assert word in html
        assert f"fy-check-{outcome or 'none'}" in html


@pytest.mark.parametrize(("what", "words"), [
    ("removed", "was held in the corpus then, and no longer is"), ("status", "held in the corpus"),
])  # fmt: skip
def test_the_checks_of_what_has_changed_are_said_to_be_those_made_then(what: str, words: str) -> None:
    html = panel_html(ShownSource(make_citation()), "en", DAY, changed=Changed((what,)))
    assert html.index("As checked when the answer was given") < html.index(f"</b> {words}</li>")
    assert "As checked" not in panel_html(ShownSource(make_citation()), "en", DAY)


def test_words_that_are_not_there_are_not_marked() -> None:
    html = panel_html(ShownSource(make_citation(quote="别的文字")), "en", DAY)
    assert "<mark" not in html
    assert "not found letter for letter" in html


def test_a_text_that_is_not_held_says_so() -> None:
    missing = make_citation(passage_id=None, kind=None, text="", quote="", start=None, end=None)
    html = panel_html(ShownSource(missing), "en", DAY)
    assert "The corpus does not hold this text." in html
    assert "not in the corpus" in html


def test_the_first_has_no_previous_and_the_last_no_next() -> None:
    first, middle, last = (panel_html(ShownSource(make_citation()), "en", DAY, LINKS, link) for link in LINKS)
    assert "disabled>Previous" in first
    assert 'data-cite="cite-m1-2">Next' in first
    assert 'data-cite="cite-m1-1">Previous' in middle
    assert 'data-cite="cite-m1-3">Next' in middle
    assert "disabled>Next" in last
    assert "Citation 2 of 3" in middle


def test_notes_are_shown_in_the_pages_language_the_weightiest_first() -> None:
    notes = [
        {"section": None, "severity": "T", "zh": "小", "en": "small"},
        {"section": "x", "severity": "H", "zh": "大", "en": "great"},
    ]
    html = panel_html(ShownSource(make_citation(notes=notes)), "en", DAY)
    assert html.index("great") < html.index("small")
    assert "大" not in html


def test_what_is_no_citation_has_no_checks_and_no_mark() -> None:
    html = panel_html(ShownSource(make_found()), "en", DAY, LINKS, "found-m1-1")
    assert "not cited" in html
    assert "fy-checks" not in html
    assert "<mark" not in html


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_badge_with_words(status: Status) -> None:
    html = panel_html(ShownSource(make_citation(status=status)), "zh", DAY)
    assert f'class="fy-badge fy-{status}"' in html


def test_hostile_text_stays_text() -> None:
    evil = '<script>x</script><img src=http://x.example onerror="x">"\'&'
    citation = make_citation(
        label=evil, title=Titles(zh=evil, en=evil), number=evil, text=evil, quote=evil, start=0, end=len(evil),
        notes=[{"section": None, "severity": evil, "zh": evil, "en": evil}],
    )  # fmt: skip
    shown = ShownSource(citation, (evil,), Wording(evil, evil, "official"), Wording("en", evil, "translation"))
    html = panel_html(shown, "en", DAY, [f"cite-{evil}-1", "cite-a-2"], "cite-a-2")
    assert "<script" not in html
    assert "<img" not in html
    assert 'onerror="x"' not in html


def test_the_empty_panel_and_the_lost_source_speak_both_languages() -> None:
    assert "Click a number" in empty_panel("en")
    assert "点击" in empty_panel("zh")
    assert "ask the question again" in gone_panel("en")
