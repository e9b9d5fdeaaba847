from datetime import date

import pytest

from eval.citations import cited_places, in_force_violations, recall_and_precision, verbatim_faults
from prompts import say
from retrieval.address import Address
from retrieval.authority import Kind, Status
from retrieval.index import Index
from retrieval.result import Checks
from tests.eval.builders import TEXT, answer, citation, quoting

SECOND = "第二款有下列情形之一的：\n（一）第一项；\n（二）第二项。"


def test_a_citation_of_a_whole_paragraph_covers_its_items() -> None:
    cited = cited_places(citation(1, SECOND, paragraph=2))
    assert [(place.paragraph, place.item) for place in cited] == [(2, None), (2, "（一）"), (2, "（二）")]


def test_a_citation_of_the_first_line_does_not() -> None:
    (place,) = cited_places(citation(1, "第二款有下列情形之一的：", paragraph=2))
    assert (place.paragraph, place.item) == (2, None)


def test_a_text_that_begins_with_a_later_paragraph_is_counted_from_there() -> None:
    part = "第四款。\n第五款。"
    (place,) = cited_places(citation(1, "第五款。", text=part, paragraph=5))
    assert place == Address("law", "第三条", 5)


def test_recall_and_precision_by_authority_and_by_pinpoint() -> None:
    gold = [Address("law", "第三条", 2, "（二）"), Address("law", "第九条"), Address("case")]
    cited = [
        citation(1, "第一款的文字。", paragraph=1),
        citation(2, SECOND, paragraph=2),
        citation(3, SECOND, paragraph=2, passage_id="law:3:en"),  # the translation: one citation with the original
        citation(4, "案情。", text="案情。", article=None, passage_id="case:s1:zh", kind=Kind.CASE),
        citation(5, "理由。", text="理由。", article=None, passage_id="case:s2:zh", kind=Kind.CASE),
        citation(6, "别的。", text="别的。", article=None, passage_id="other:s1:zh", kind=Kind.CASE),
    ]
    recall, precision, missed = recall_and_precision(gold, cited, pinpoint=False)
    assert recall == pytest.approx(2 / 3)
    assert precision == pytest.approx(2 / 3)  # article 3 and the case of three
    assert missed == [Address("law", "第九条")]
    recall, precision, missed = recall_and_precision(gold, cited, pinpoint=True)
    assert recall == pytest.approx(2 / 3)
    assert precision == pytest.approx(2 / 4)  # paragraph 2 and the case; paragraph 1 and the other case are none
    assert missed == [Address("law", "第九条")]


def test_the_wrong_paragraph_is_the_right_authority_only() -> None:
    cited = [citation(1, "第一款的文字。", paragraph=1)]
    gold = [Address("law", "第三条", 3)]
    assert recall_and_precision(gold, cited, pinpoint=False)[:2] == (1.0, 1.0)
    assert recall_and_precision(gold, cited, pinpoint=True)[:2] == (0.0, 0.0)


def test_no_citation_is_worth_nothing() -> None:
    gold = [Address("case")]
    assert recall_and_precision(gold, [], pinpoint=True) == (0.0, 0.0, gold)


def test_verbatim_quotations_have_no_fault() -> None:
    nested = "称为“罪”的行为"
    assert verbatim_faults(quoting(citation(1, SECOND), citation(2, nested, text=nested)), None) == {}
    english = citation(1, "The word.", text="The word.")
    assert verbatim_faults(answer("Law: “The word.” [1]", english), None) == {}


def test_a_range_that_is_not_the_quotation_is_found_whatever_the_checks_say() -> None:
    moved = citation(1, "第一款的文字。").model_copy(update={"start": 1, "end": 8})
    assert verbatim_faults(quoting(moved), None) == {1: "the quotation is not the text's range"}


def test_printed_words_that_are_not_the_passage_s_are_found() -> None:
    own = citation(1, "第一款的文字。")
    assert verbatim_faults(answer("《法》：“第一款的新文字。”[1]", own), None) == {
        1: "the words printed are not the passage's"
    }
    assert verbatim_faults(answer("《法》：“第一款”[1]", own), None) == {}  # words of its text
    assert verbatim_faults(answer("《法》：“第一款”[7]", own), None) == {
        7: "the words are printed as a quotation of nothing"
    }


@pytest.mark.parametrize(
    "printed",
    [
        "“第一款的文字。一律没收。”[1]",
        "“称为“罪”，处死刑”[1]",
        "「一律没收」[1]",
        "『一律没收』 [1]",
        '"一律没收" [1]',
        "‘一律没收’[1]",
        "一律没收”[1]",
    ],
)
def test_invented_words_in_marks_of_any_kind_are_found(printed: str) -> None:
    own = citation(1, "第一款的文字。")
    assert verbatim_faults(answer(f"《法》：{printed}", own), None) == {1: "the words printed are not the passage's"}


def test_a_passage_with_a_single_mark_is_printed_as_it_stands() -> None:
    own = [citation(n, words, text=words) for n, words in ((1, "称为“罪的行为。"), (2, "罪”的行为。"))]
    assert verbatim_faults(quoting(*own), None) == {}


def test_a_text_that_is_not_the_index_s_is_found(index: Index) -> None:
    passage = next(p for p in index.passages.values() if p.authority == "criminal-law" and len(p.text) > 40)
    own = citation(1, passage.text[:20], text=passage.text, passage_id=passage.id)
    assert verbatim_faults(quoting(own), index) == {}
    forged = citation(1, passage.text[:20], text=passage.text[:20] + "不", passage_id=passage.id)
    assert verbatim_faults(quoting(forged), index) == {1: "the text is not the passage's"}


def _old(n: int, quote: str, **more: object) -> object:
    checks = Checks(exists="pass", in_force="fail", verbatim="pass", supported="pass")
    return citation(n, quote, checks=checks, effective_to=date(2024, 1, 1), **more)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_law_out_of_force_needs_a_warning_of_its_own(language: str) -> None:
    old, valid = _old(1, "第一款的文字。"), citation(2, "甲。", text="甲。", passage_id="new:1:zh")
    warning = say(language, "warn_not_in_force", as_of="2025-06-30", status="x")
    quoted = [f"《法》：“{c.quote}”[{c.n}]" for c in (old, valid)]
    warned = answer("\n\n".join([quoted[0], warning, quoted[1]]), old, valid, language=language)
    assert in_force_violations(warned) == []
    silent = answer("\n\n".join(quoted), old, valid, language=language)
    assert in_force_violations(silent) == [old]
    elsewhere = answer("\n\n".join([*quoted, warning]), old, valid, language=language)
    assert in_force_violations(elsewhere) == [old]


def test_dates_and_drafts_are_judged_by_themselves() -> None:
    """A citation whose own check says pass is held against its dates all the same."""
    late = citation(1, "第一款的文字。", effective_from=date(2026, 1, 1))
    ended = citation(2, "第三款的文字。", passage_id="b:1:zh", effective_to=date(2025, 6, 29))
    draft = citation(3, TEXT[:4], passage_id="c:1:zh", status=Status.DRAFT)
    last_day = citation(4, TEXT[:5], passage_id="d:1:zh", effective_to=date(2025, 6, 30))
    case = citation(5, TEXT[:6], passage_id="e:1:zh", kind=Kind.CASE, effective_from=date(2026, 1, 1))
    found = in_force_violations(quoting(late, ended, draft, last_day, case))
    assert [c.n for c in found] == [1, 2, 3]
