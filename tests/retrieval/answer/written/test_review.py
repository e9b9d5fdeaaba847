"""What a language model wrote is held against its passages: figures with what they measure, and quoted words, sign for sign."""

import pytest

from retrieval.answer.written.review import Material, Sentence, review

# Article 3 of the 2011 Interpretation, in part, and Article 285 of the Criminal Law, as the corpus has them
GAINS_ZH = "（二）提供第（一）项以外的专门用于侵入、非法控制计算机信息系统的程序、工具二十人次以上的；\n（五）违法所得五千元以上或者造成经济损失一万元以上的；"
GAINS_EN = (
    "(2) providing, for 20 person-times or more, programs or tools specially used for intruding into or illegally controlling "
    "computer information systems, other than those in item (1);\n"
    "(5) having illegal gains of 5,000 yuan or more, or causing economic loss of 10,000 yuan or more;"
)
HEAD_ZH = "具有下列情形之一的，应当认定为“情节严重”：非法控制计算机信息系统二十台以上的。"
TERM_ZH = (
    "情节严重的，处三年以下有期徒刑或者拘役，并处或者单处罚金；情节特别严重的，处三年以上七年以下有期徒刑，并处罚金。"
)
TERM_EN = (
    "if the circumstances are serious, be sentenced to fixed-term imprisonment of not more than three years; if the circumstances "
    "are particularly serious, the offender shall be sentenced to not less than three years but not more than seven years. "
    "The fine is two to five times the gains, or 30% of them."
)
MATERIAL = {
    1: Material((GAINS_ZH, GAINS_EN), "法释〔2011〕19号 第三条 2011-09-01"),
    2: Material((TERM_ZH, TERM_EN), "Criminal Law 刑法 第二百八十五条 2015-11-01"),
    3: Material((HEAD_ZH,), "2011 Interpretation 第一条"),
}


def judged(text: str) -> Sentence:
    """The only sentence of a text."""
    (sentence,) = review(text, MATERIAL)
    return sentence


WRONG = [
    "违法所得5万元以上的，应当认定为情节严重[1]。", "违法所得五万元以上的，情节严重[1]。", "违法所得伍万元以上的，情节严重[1]。", "违法所得50万元以上的[1]。",
    "违法所得５０，０００元以上的，情节严重[1]。", "违法所得五百元以上的，情节严重[1]。", "违法所得5千万元以上的，情节严重[1]。", "违法所得5000美元以上的[1]。",
    "造成经济损失100万元以上的，情节严重[1]。", "提供程序、工具一百人次以上的[1]。", "提供程序、工具二百名以上用户的[1]。", "违法所得5000人次以上[1]。",
    "Illegal gains of fifty thousand yuan or more are serious[1].", "Illegal gains of 5 million yuan are serious[1].",
    "Illegal gains of one hundred and five thousand yuan are serious[1].", "Illegal gains of fifty thousand (50,000) yuan are serious[1].",
    "Providing programs or tools for one hundred persons or more[1].", "Providing programs or tools for twenty machines or more[1].",
    "Illegal gains of $5,000 or more are serious circumstances[1].", "Illegal gains of RMB 50k are serious circumstances[1].",
    "Illegal gains of half a million yuan or more are serious[1].", "Illegal gains of 5 wan yuan or more are serious[1].",
    "The offender shall be sentenced to not less than ten years[2].", "The offender shall be sentenced to ten to fifteen years[2].",
    "The offender shall be sentenced to three months of imprisonment[2].", "情节特别严重的，处十年以上有期徒刑[2]。", "情节严重的，处三个月以下有期徒刑[2]。",
    "The fine is fifty percent of the illegal gains[2].", "罚金为违法所得的百分之五十[2]。", "The fine is ten times the illegal gains[2].", "罚金为三十倍[2]。",
    "自2012年9月1日起，违法所得五千元以上的[1]。", "Since 1 October 2011 illegal gains of 5,000 yuan are serious[1].",
    "《解释》第四条：违法所得五千元以上的[1]。", "Under art. 4 illegal gains of 5,000 yuan are serious[1].", "法释〔2011〕20号：违法所得五千元以上的[1]。",
    "非法控制计算机信息系统二百台以上的[3]。", "非法控制计算机信息系统的二十人以上[3]。",
]  # fmt: skip
RIGHT = [
    "违法所得0.5万元以上的，应当认定为情节严重[1]。", "违法所得5000元以上的，情节严重[1]。", "违法所得５，０００元以上的，情节严重[1]。", "违法所得5千元以上的[1]。",
    "违法所得伍仟元以上的，情节严重[1]。", "违法所得五千以上或者经济损失1万以上[1]。", "造成经济损失10,000元以上的[1]。", "提供程序、工具20人次以上的[1]。",
    "《解释》第三条第一款第（五）项：违法所得五千元以上的[1]。", "2011年9月1日起，违法所得五千元以上的[1]。", "法释〔2011〕19号第三条：违法所得五千元[1]。",
    "Illegal gains of five thousand yuan or more are serious circumstances[1].", "Illegal gains of RMB 5,000 or more are serious[1].",
    "Illegal gains of 5k yuan or more are serious circumstances[1].", "Economic loss of ten thousand yuan or more[1].",
    "Providing programs or tools for twenty person-times or more[1].", "Under art. 3(1) item (5) illegal gains of 5,000 yuan or more are serious[1].",
    "Since September 2011 illegal gains of 5,000 yuan or more are serious[1].", "The offender shall be sentenced to not more than 3 years[2].",
    "The offender shall be sentenced to 3 to 7 years of imprisonment[2].", "The offender shall be sentenced to three to seven years[2].",
    "情节特别严重的，处3年以上7年以下有期徒刑[2]。", "情节特别严重的，处3-7年有期徒刑[2]。", "情节特别严重的，处三至七年有期徒刑[2]。",
    "刑法第285条第三款：情节严重的，处三年以下有期徒刑[2]。", "Criminal Law art. 285(3): not more than three years of imprisonment[2].",
    "The fine is 30 per cent of the illegal gains[2].", "The fine is two to five times the gains[2].", "非法控制计算机信息系统20台以上的[3]。",
    "Two of the circumstances are serious: illegal gains of 5,000 yuan, or economic loss[1].", "一般而言，违法所得五千元以上即属情节严重[1]。",
]  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_a_figure_of_another_size_or_of_another_thing_is_not_supported(text: str) -> None:
    assert judged(text).supported == "fail"


@pytest.mark.parametrize("text", RIGHT)
def test_a_figure_in_another_form_is_supported(text: str) -> None:
    assert judged(text).supported == "pass"


SECOND = "违法所得一亿元的，免除处罚。"
INVENTED = [
    f"规定“违法所得五千元以上或者造成经济损失一万元以上的；{SECOND}”[1]。",  # two sentences: half of it is the passage's
    "规定“具有下列情形之一的，应当认定为“情节严重”，处无期徒刑。”[3]", "规定“情节“严重”一律没收”[3]。",
    f"规定“{TERM_ZH * 9}死刑”[2]。", f"“{'违法所得五千元以上，' * 60}”[1]。", "规定『违法所得一律没收』[1]。", "规定「违法所得一律没收」[1]。",
    "规定‘违法所得一律没收’[1]。", "规定'违法所得一律没收'[1]。", '规定"违法所得五千元以上。一律没收。"[1]', "规定＂违法所得一律没收＂[1]。",
    "It says “having illegal gains of 5,000 yuan or more. All of it is confiscated.”[1]", "It says 'illegal gains are confiscated' [1].",
    "It says ‘illegal gains are always confiscated’ [1].", 'It says "gains. They are confiscated. Always." [1]',
    "It says “the seller’s gains” and “illegal profit”[1].", "规定“违法所得五千元以上的；\n一律没收”[1]。", "规定“违法所得一律没收[1]。",
    "It says ‘having illegal gains’ and ‘no defence’ [1].", "“「情节严重」者死刑”[3]。",
]  # fmt: skip
VERBATIM = [
    "规定“违法所得五千元以上或者造成经济损失一万元以上的；”[1]。", "规定“应当认定为“情节严重”：非法控制计算机信息系统二十台以上的。”[3]", f"规定“{TERM_ZH}”[2]",
    "规定『违法所得五千元以上』[1]。", "规定「违法所得五千元以上」[1]。", "规定‘违法所得五千元以上’[1]。", "规定'违法所得五千元以上'[1]。", '规定"违法所得五千元以上"[1]。',
    "规定“工具二十人次以上的；\n（五）违法所得五千元以上”[1]。", "It says “having illegal gains of 5,000 yuan or more,”[1] and no more.",
    "The fine: “not less than three years but not more than seven years. The fine is two to five times the gains”[2].",
    "The defendants' illegal gains of 5,000 yuan or more are the seller's[1].", "The seller’s ‘illegal gains of 5,000 yuan or more’ [1].",
    "It's 'illegal gains of 5,000 yuan or more' that the sellers' case turns on [1].", "项目“A”违法所得五千元以上[1]。",
]  # fmt: skip


@pytest.mark.parametrize("text", INVENTED)
def test_invented_words_in_any_quotation_marks_are_not_verbatim(text: str) -> None:
    assert [(s.verbatim, s.supported) for s in review(text, MATERIAL)] == [("fail", "fail")]


@pytest.mark.parametrize("text", VERBATIM)
def test_the_passage_s_own_words_are_verbatim(text: str) -> None:
    assert {(s.verbatim, s.supported) for s in review(text, MATERIAL)} == {("pass", "pass")}


def test_each_sentence_is_judged_by_its_own_passages() -> None:
    text = f"违法所得五千元以上的，情节严重[1]。违法所得五万元以上的，情节严重[1]。\n- 规定“{TERM_ZH}”[2]\n这一行为构成诈骗罪并数罪并罚。"
    sentences = review(text, MATERIAL)
    assert [(s.supported, s.numbers, s.cited) for s in sentences] == [
        ("pass", [1], True),
        ("fail", [1], True),
        ("pass", [2], True),
        ("fail", [], False),
    ]
    assert [text[: s.end].endswith(s.text) for s in sentences] == [True] * 4


@pytest.mark.parametrize("mark", ["[1]", " [1]", "[1][3]", " [1] [3]"])
def test_markers_belong_to_the_sentence_before_them(mark: str) -> None:
    first, second = review(f"规定“违法所得五千元以上”。{mark}情节特别严重的，处三年以上七年以下有期徒刑[2]。", MATERIAL)
    assert (first.numbers[0], second.numbers) == (1, [2])


def test_what_has_nothing_in_common_with_its_passage_is_unknown() -> None:
    assert judged("网络运营者应当制定内部安全管理制度和操作规程[1]。").supported == "unknown"
