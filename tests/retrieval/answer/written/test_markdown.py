"""A model's Markdown and HTML as plain text; what it sets as a quotation is put into quotation marks."""

import pytest

from retrieval.answer.written.markdown import plain_markdown, plain_text

PLAIN = [
    ("# Head\n\n**Answer:** *yes*, __b__ and ***c*** [1].", "Head\n\nAnswer: yes, b and c [1]."),
    ("snake_case_word, 3*4*5, 5 < 6, ~3 years, a ** b", "snake_case_word, 3*4*5, 5 < 6, ~3 years, a ** b"),
    ("* a [1]\n+ b\n  - c\n1. d\n   2. e", "- a [1]\n- b\n- c\n1. d\n2. e"),
    ("a\n\n---\n\n***\nb", "a\n\nb"),
    ("| A | B |\n|---|:-:|\n| x [1] | y\n| **z** | [2] |\n\nend", "| A | B |\n| --- | --- |\n| x [1] | y |\n| z | [2] |\n\nend"),
    ("A | B\n:-|-\nx | y", "| A | B |\n| --- | --- |\n| x | y |"),
    ("a \\[1\\] \\*b\\* [[2]]", "a [1] b [2]"),
    ("[1](http://a.com/x) [c](javascript:alert(1)) ![p](http://e.com/p.png) [d](data:text/html;base64,x)", "[1] c p d"),
    ("a<br>b<sup>1</sup> <img src=x onerror=y><script>alert(1)</script>c", "a\nb[1] c"),
    ("a\u200b\u202eb &amp; &lt;b&gt;c", "ab & c"),
    ("`FAYAN_HOST` is short", "FAYAN_HOST is short"),
    ("**Threshold**: illegal gains of 5,000 yuan or more [1].", "Threshold: illegal gains of 5,000 yuan or more [1]."),
    ("**违法所得五千元以上的，情节严重[1]。**", "违法所得五千元以上的，情节严重[1]。"),
    ("text[^1]\n\n[^1]: http://a.com", "text[^1]"),
]  # fmt: skip
QUOTED = [
    ("规定：\n\n> 甲，乙[1]", "规定： “甲，乙”[1]"), ("规定[1]：\n> 甲\n> 乙", "规定[1]： “甲\n乙”[1]"), ("> 甲\n\n[1]", "“甲”[1]"), ("＞ 甲[1]", "“甲”[1]"),
    ("> a\n>\n> b\n\n— art. 5 [1]", "“a”[1]\n\n“b”[1] — art. 5 [1]"), ("> a\n> — art. 5 [1]", "“a”[1] — art. 5 [1]"), ("> “a” [1]", "“a”[1]"),
    (">> a [1]", "“a”[1]"), ("> **a** *b* [1]", "“a b”[1]"), ("> a [1]. b [2].", "“a. b.”[1][2]"), ("- item:\n  > a [1]\n- next", "- item: “a”[1]\n\n- next"),
    ("```text\na b\n```\n[1]", "“a b”[1]"), ("It says:\n~~~\na\n~~~", "It says: “a”"), ("<blockquote>a b</blockquote>", "“a b”"), ("<q>a</q>[1]", "“a”[1]"),
    ("``a b''[1]", "“a b”[1]"), ("&ldquo;a&rdquo;[1]", "“a”[1]"), ("It reads: *one two three four five six* [1]", "It reads: “one two three four five six” [1]"),
    ("It states `one two three four five six` [1]", "It states “one two three four five six” [1]"), ("规定：**甲乙丙丁戊己庚辛壬癸**[1]。", "规定：“甲乙丙丁戊己庚辛壬癸”[1]。"),
    ("It says <i>one two three four five six</i>", "It says “one two three four five six”"), ("> [!NOTE]\n> a [1]", "“a”[1]"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "plain"), PLAIN)
def test_markup_becomes_words(written: str, plain: str) -> None:
    assert plain_text(plain_markdown(written)) == plain


@pytest.mark.parametrize(("written", "plain"), QUOTED)
def test_what_is_set_as_a_quotation_is_in_quotation_marks(written: str, plain: str) -> None:
    assert plain_text(plain_markdown(written)) == plain


@pytest.mark.parametrize(
    "sign",
    ["*", "`", "> ", "|", "<blockquote>", "[x](", "**a ", "\n> x\n\n", "“", "_a", "```\n", "<sup>", "\\", "- - -"],
)
def test_many_signs_take_no_quadratic_time(sign: str) -> None:
    plain_text(plain_markdown(sign * (30_000 // len(sign))))
