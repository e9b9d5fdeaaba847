"""The paragraph and the item of each line, by the order in which the items are numbered."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.numbering import number_lines
from retrieval.request import Request


def _shown(*lines: str) -> str:
    return " ".join(f"{one.paragraph or '?'}{one.item or ''}" for one in number_lines(lines))


@pytest.mark.parametrize(
    ("lines", "numbered"),
    [
        (("甲。", "乙。"), "1 2"),
        (("下列：", "（一）甲；", "（二）乙。", "丙。", "丁。"), "1 1（一） 1（二） 2 3"),
        (("下列：", "（一）甲；", "（二）乙。", "又下列：", "（一）丙；", "丁。"), "1 1（一） 1（二） 2 2（一） 3"),
        (("下列：", "（一）甲：", "1.乙；", "2.丙。", "（二）丁。", "戊。"), "1 1（一） 1（一） 1（一） 1（二） 2"),
        (("下列：", "（一）甲。", "乙。", "（二）丙。"), "1 1（一） 1（一） 1（二）"),
        # whether the last item goes on too cannot be told
        (("下列：", "（一）甲。", "乙。", "（二）丙。", "丁。"), "1 1（一） 1（一） 1（二） ?"),
        (("甲。", "附件一", "乙。", "1.丙"), "1 ? ? ?"),
        (("甲。", "附加刑也可以独立适用。"), "1 2"),
        (("Any of:", "(1) a:", "1. b;", "2. c;", "(2) d.", "Then e."), "1 1（一） 1（一） 1（一） 1（二） 2"),
        (("下列：", "（一）甲：", "（1）乙；", "（2）丙；", "（二）丁。"), "1 1（一） 1（一） 1（一） 1（二）"),
    ],
)
def test_a_line_is_the_paragraph_or_item_that_the_numbers_around_it_tell(lines: tuple[str, ...], numbered: str) -> None:
    assert _shown(*lines) == numbered


@pytest.mark.parametrize(
    ("asked", "words", "label"),
    [
        ("自动投案后又逃跑的，还算自首吗？", "又逃跑的，不能认定为自首", "《自首立功解释》第一条第一款第（一）项"),
        ("自首后又翻供，还算自首吗？", "后又翻供的，不能认定为自首", "《自首立功解释》第一条"),
        (
            "法释〔2019〕15号第十条第一款第（四）项",
            "4.利用关注人员账号数",
            "《信息网络犯罪刑案解释》第十条第（四）项",
        ),
        (
            "Does he keep voluntary surrender if he flees again after giving himself up?",
            "flees again after giving himself",
            "1998 Voluntary Surrender Interpretation art. 1(1) item (1)",
        ),
        (
            "Article 10(1) item (4) of Fa Shi [2019] No. 15",
            "4. disseminating relevant information",
            "2019 Network Crime Interpretation art. 10 item (4)",
        ),
    ],
)
def test_a_sentence_or_part_of_an_item_is_cited_as_the_item(
    wide_index: Index, asked: str, words: str, label: str
) -> None:
    labels = [
        citation.label for citation in answer(wide_index, Request(asked)).citations if words in (citation.quote or "")
    ]
    assert labels == [label]


def test_no_quotation_joins_the_end_of_an_item_with_the_next_one(wide_index: Index) -> None:
    given = answer(wide_index, Request("犯罪后又逃跑、翻供、隐瞒同案犯的，还能认定自首吗？"))
    assert not [
        c.quote for c in given.citations if "又逃跑的，不能认定为自首" in (c.quote or "") and "（二）" in c.quote
    ]
