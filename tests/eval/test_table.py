from eval.table import markdown, number, table, width


def test_columns_are_aligned_in_both_scripts() -> None:
    shown = table(["by", "n"], [["刑法", "1"], ["law", "20"]])
    assert shown == "by     n\n刑法   1\nlaw   20"
    assert len({width(line) for line in shown.split("\n")}) == 1


def test_markdown_has_a_line_for_each_row() -> None:
    assert markdown(["a", "b"], [["c", "d"]]) == "| a | b |\n| --- | ---: |\n| c | d |"


def test_numbers_have_three_places() -> None:
    assert (number(0.12345), number(None)) == ("0.123", "-")
