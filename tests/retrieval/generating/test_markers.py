"""Citation numbers in a streamed text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.answer.markers import CitationMarkers

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
}


def process(text: str, size: int, known: int = 5) -> tuple[str, int]:
    """Feed a text in pieces of a size."""
    markers = CitationMarkers(range(1, known + 1))
    out = "".join(markers.feed(text[at : at + size]) for at in range(0, len(text), size)) + markers.close()
    return out, markers.dropped


@pytest.mark.parametrize(("text", "expected"), CASES.items())
@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_every_form_becomes_one_however_the_text_is_cut(text: str, expected: tuple[str, int], size: int) -> None:
    assert process(text, size) == expected


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
