"""Asked for the basis of a fine for use, the rule that was broken is quoted too."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.reading.basis_of_fine import with_ban_asked
from retrieval.request import Request, Turn


@pytest.mark.parametrize(
    ("questions", "text"),
    [
        (["用梯子会被罚款吗", "罚多少"], "依据是哪一条？"),
        (["Can one be fined for using a VPN?"], "Under which article?"),
    ],
)
def test_the_ban_comes_with_the_fine(wide_index: Index, questions: list[str], text: str) -> None:
    history = tuple(turn for asked in questions for turn in (Turn("user", asked), Turn("assistant", "…")))
    made = answer(wide_index, Request(text, history))
    quoted = {((c.passage_id or "").split(":")[0], c.article) for c in made.citations}
    assert ("interim-provisions-international-networking", "第六条") in quoted


@pytest.mark.parametrize(
    ("questions", "text"),
    [
        (["卖VPN判几年"], "依据的是哪一条？"), (["用VPN会被罚款吗"], "谁来决定？"), ([], "依据的是哪一条？"),
        (["用VPN会被罚款吗"], "我卖VPN赚了三万，依据的是哪一条规定可以没收呢"),
    ],
)  # fmt: skip
def test_another_basis_is_that_of_what_was_asked(questions: list[str], text: str) -> None:
    assert with_ban_asked(text, "zh", questions) == text
