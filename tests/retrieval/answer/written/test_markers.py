"""Citation numbers in a streamed text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.answer.written.markers import CitationMarkers

CASES = {
    "a [1] b【2】c［3］。": ("a [1] b[2]c[3]。", 0),
    "x [1][2], [1-3], [1, 4]": ("x [1][2], [1][2][3], [1][4]", 0),
    "known [1], invented [9], both [2, 77]": ("known [1], invented, both [2]", 2),
    "code ```a[1]``` then 【2】": ("code ```a[1]``` then [2]", 0),
    "art. 3(1) item (5) means (2).": ("art. 3(1) item (5) means [2].", 0),
    "he is liable (1). Then (1) more": ("he is liable [1]. Then (1) more", 0),
    "[^2] [ID:3] [来源1]": ("[2] [3] [1]", 0),
    "never closed [1": ("never closed [1", 0),
    "（一）项和第（2）项。": ("（一）项和第（2）项。", 0),
    "3~5年[ 2 ]": ("3~5年[2]", 0),
    "he got 3 years (1).": ("he got 3 years [1].", 0),
    "情节严重（2）。": ("情节严重[2]。", 0),
    "gains of 5,000 yuan（2）；": ("gains of 5,000 yuan[2]；", 0),
    "gains of at least 5,000 (2).": ("gains of at least 5,000 [2].", 0),
    "《解释》规定(1)。": ("《解释》规定[1]。", 0),
    "the law says so (1,2).": ("the law says so [1][2].", 0),
    "under art. 285(3) (2).": ("under art. 285(3) (2).", 0),  # it could be either: the words stay
}
PINPOINTS = [
    "punished under Criminal Law art. 285(3).", "art. 21(12).", "Article 3(1)(5).", "art. 286-1(1).", "art. 285 (3).", "Art 285 (3);",
    "Articles 25(1) and 27(2).", "item (5).", "paragraph (3).", "para. (3).", "subparagraph (4).", "items (1,2).", "point (2)!", "§ 29(1).",
    "section 29 (1).", "CL 285(3).", "第三条(2)。", "第三条（2）。", "第285条之一(2)。", "第二百八十五条 (3)。", "第三款(5)。", "刑法285(3)。", "第三项（1）；",
    "Art. 3(1) item (5).", "clause (2).",
]  # fmt: skip


def process(text: str, size: int, known: int = 5) -> tuple[str, int]:
    """Feed a text in pieces of a size."""
    markers = CitationMarkers(range(1, known + 1))
    out = "".join(markers.feed(text[at : at + size]) for at in range(0, len(text), size)) + markers.close()
    return out, markers.dropped


@pytest.mark.parametrize(("text", "expected"), CASES.items())
@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_every_form_becomes_one_however_the_text_is_cut(text: str, expected: tuple[str, int], size: int) -> None:
    assert process(text, size) == expected


@pytest.mark.parametrize("text", PINPOINTS)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_place_of_the_law_is_no_marker(text: str, size: int) -> None:
    markers = CitationMarkers(range(1, 9))
    out = "".join(markers.feed(text[at : at + size]) for at in range(0, len(text), size)) + markers.close()
    assert (out, markers.dropped, markers.used) == (text, 0, [])


def test_numbers_of_two_digits() -> None:
    assert process("a [10] b [30] c [31]", 4, known=30) == ("a [10] b [30] c", 1)


def test_used_numbers_come_in_the_order_of_the_text() -> None:
    markers = CitationMarkers(range(1, 9))
    markers.feed("[3] and [1][3] and [2]")
    markers.close()
    assert markers.used == [3, 1, 2]


def test_a_run_of_brackets_and_digits_takes_no_quadratic_time() -> None:
    text = "[" * 20_000 + "1" * 20_000 + "]" * 20_000
    assert process(text, 997)[0] == text


@example("(1)[(", 1)
@example("((1).", 1)
@example("a\n(1).", 1)
@example("a (1)`b", 1)
@given(st.text(alphabet="ab [](（）)【】［］123,-~`.。\n", max_size=60), st.integers(1, 9))
def test_the_result_does_not_depend_on_the_cuts_and_holds_no_unknown_number(text: str, size: int) -> None:
    whole, dropped = process(text, 1000)
    assert process(text, size)[1] == dropped
    assert process(text, size)[0].split() == whole.split()
