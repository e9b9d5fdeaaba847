"""Named places against what the corpus holds: paragraphs, items, texts that are only restated."""

import pytest

from retrieval.held import fitted, is_held, lacks_paragraph
from retrieval.references import find_references
from retrieval.store.index import Index


def read(text: str, index: Index) -> list:
    return [fitted(reference, index) for reference in find_references(text, index.registry)]


@pytest.mark.parametrize(
    ("text", "paragraph", "item"),
    [
        ("Article 225(4) of the Criminal Law", 1, 4), ("刑法第225条第四项", 1, 4), ("clause 3 of Article 285", 3, None),
        ("刑法第285条第三款", 3, None), ("2011年两高解释第三条第一款第（五）项", 1, 5),
    ],
)  # fmt: skip
def test_paragraph_and_item_fit_the_article(text: str, paragraph: int, item: int | None, index: Index) -> None:
    (reference,) = read(text, index)
    assert (reference.paragraph, reference.item) == (paragraph, item)
    assert lacks_paragraph(reference, index) is None


def test_a_paragraph_that_is_not_there_is_noticed(index: Index) -> None:
    (reference,) = read("刑法第285条第九款", index)
    assert is_held(reference, index)
    assert lacks_paragraph(reference, index) == 4
