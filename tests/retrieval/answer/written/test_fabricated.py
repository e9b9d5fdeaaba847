"""Answers that a model might write about Article 285, wrong ones and right ones, in both languages: none that is wrong passes."""

from collections.abc import Callable, Iterator

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.model.chat import load_chat_model
from retrieval.request import Request
from retrieval.result import Answer
from retrieval.settings import Settings
from tests.retrieval.answer.written.scripted_server import Script, scripted_server

ZH, EN = "刑法第285条第3款怎么规定？", "What does Article 285(3) of the Criminal Law punish?"
TOOLS_ZH = "提供专门用于侵入、非法控制计算机信息系统的程序、工具"
TOOLS = (
    "provides programs or tools specially used for intruding into or illegally controlling computer information systems"
)
# an altered quotation, however it is set
FALSE_ZH, FALSE = (
    "提供翻墙软件给他人使用的，依照前款的规定处罚",
    "whoever provides a VPN to others shall be punished for it",
)
ALTERED = [
    f"第三款规定：\n\n> {FALSE_ZH}[1]", f"第三款规定[1]：\n\n> {FALSE_ZH}", f"> {FALSE_ZH}\n\n[1]", f"规定如下：\n```\n{FALSE_ZH}\n```\n[1]", f"第三款规定：*{FALSE_ZH}*[1]。",
    f"第三款规定：**{FALSE_ZH}**[1]。", f"第三款规定`{FALSE_ZH}`[1]。", f"| 条 | 内容 |\n|---|---|\n| 285 | “{FALSE_ZH}”[1] |", f"要点：\n- “{FALSE_ZH}”[1]",
    f"<blockquote>{FALSE_ZH}</blockquote>[1]", f"第三款规定「{FALSE_ZH}」【1】。", f"第三款规定｢{FALSE_ZH}｣（资料1）。", f"**“{FALSE_ZH}”**[1]", f"第三款规定〝{FALSE_ZH}〞¹。",
    f"Article 285(3) says:\n\n> {FALSE}\n\n[1]", f"> {FALSE}\n>\n> — Criminal Law art. 285(3) [1]", f"It reads: *{FALSE}* [1].", f"It reads: `{FALSE}` [1].",
    f"It punishes ``{FALSE}'' [1].", f"It punishes &ldquo;{FALSE}&rdquo; [1].", f"It punishes <q>{FALSE}</q> [1].", f"It punishes «{FALSE}» [passage 1].", f"It says <i>{FALSE}</i> [1].",
]  # fmt: skip
FAILING = [
    f"第二百八十五条并未规定“{TOOLS_ZH}”[1]。", f"刑法第二百八十五条没有提到“{TOOLS_ZH}”[1]。", f"刑法第二百八十五条不处罚“{TOOLS_ZH}”的行为[1]。",
    f"刑法第二百八十五条第一款规定“{TOOLS_ZH}”[1]。", f"第二百八十六条规定“{TOOLS_ZH}”[1]。", f"《刑法》第二百八十五条第二款：“{TOOLS_ZH}”[1]。",
    "情节严重的，处三年以上有期徒刑[1]。", "情节特别严重的，处三年以下有期徒刑[1]。", "处七年以上有期徒刑[1]。", "情节严重的，处5年以下有期徒刑[1]。",
    "- 情节严重：三年以上有期徒刑[1]\n", "| 情节 | 刑罚 |\n|:-|-:|\n| 情节严重 | 三年以上有期徒刑[1] |", "处罚有两档[1]：\n- 情节严重的，处三年以上有期徒刑",
    f"Article 285 does not punish ‘{TOOLS}’ [1].", f"Article 285(3) does not state that whoever “{TOOLS}” is punished [1].",
    f"Article 285(1) of the Criminal Law punishes whoever “{TOOLS}” [1].", f"Article 286 of the Criminal Law punishes whoever “{TOOLS}” [1].",
    "Where the circumstances are serious, the sentence is 3 years or more [1].", "Where the circumstances are particularly serious, it is 3 years or less [1].",
    "At least seven years of imprisonment are imposed [1].", "The lone thought [7].</think>It is punished by 9 years [1].",
]  # fmt: skip
NOT_KNOWN = [
    "刑法第二百八十五条第三款不处罚提供侵入计算机信息系统程序、工具的行为[1]。", "Providing such programs or tools is not punished [1].",
    "Whoever provides programs or tools may not be punished in accordance with the preceding paragraph [1].", "提供程序、工具的，不得依照前款的规定处罚[1]。",
]  # fmt: skip
RIGHT = [
    f"第三款规定：\n\n> {TOOLS_ZH}[1]", f"第二百八十五条第三款规定[1]：\n\n> {TOOLS_ZH}", f"规定如下：\n```\n{TOOLS_ZH}\n```\n[1]", f"第三款规定：*{TOOLS_ZH}*[1]。",
    f"刑法第二百八十五条第三款规定“{TOOLS_ZH}”[1]。", "刑法第二百八十五条没有使用“翻墙”一词[1]。",
    "**结论：**情节严重的，处三年以下有期徒刑或者拘役[1]。", "## 法律规定\n\n情节特别严重的，处三年以上七年以下有期徒刑，并处罚金[1]。", "处三年以下有期徒刑或者拘役 [1](https://a.com/x)。",
    "| 情形 | 刑罚 |\n|---|---|\n| 情节严重 | 三年以下有期徒刑或者拘役 [1] |\n| 情节特别严重 | 三年以上七年以下有期徒刑 [1] |",
    "处罚分为两档[1]：\n1. 情节严重的，处三年以下有期徒刑或者拘役；\n2. 情节特别严重的，处三年以上七年以下有期徒刑。", "情节严重的，处三年以下有期徒刑<sup>1</sup>。",
    "<think>用户问第285条[7]，要“乱写”。</think>情节严重的，处三年以下有期徒刑或者拘役[1]。", "情节严重的，处三年以下有期徒刑[1]。\n\n参考资料：\n[1] 《刑法》第二百八十五条",
    f"It punishes whoever “{TOOLS}”, where the circumstances are serious [1].", f"Article 285(3) of the Criminal Law punishes:\n\n> {TOOLS}\n\n[1]",
    f"### Short answer\n\n**Yes.** Under **Article 285(3)**, whoever *{TOOLS}* is punished where the circumstances are serious [1].",
    "### Sentence\n\n* Serious: 3 years or less, or short-term detention [1]\n* Particularly serious: 3 years or more but not more than 7 years, and a fine [1]",
    "Article 285(3) does not mention “VPN” [1].", "| Tier | Sentence | Source |\n|:-|:-:|-:|\n| Serious | 3 years or less, or short-term detention | [1] |",
    "Where a unit commits the crime, the unit is fined and the persons directly responsible are punished [1].", "Serious circumstances: up to 3 years [passage 1].",
    "It also covers whoever knows that another person is committing the unlawful act and provides programs or tools for that person [1].",
]  # fmt: skip
Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def write(index: Index) -> Iterator[Ask]:
    """Have a model write an answer whose first passage is Article 285."""
    script = Script()
    with scripted_server(script) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))

        def written(text: str) -> Answer:
            script.pieces = [text[at : at + 9] for at in range(0, len(text), 9)]
            is_chinese = any("一" <= sign <= "鿿" for sign in text)
            return answer(index, Request(ZH if is_chinese else EN), model=model)

        yield written


def is_marked(given: Answer) -> bool:
    """Whether a sentence is marked as not supported by what it cites."""
    return "（所引资料不支持）" in given.answer or "(not supported by the passages cited)" in given.answer


@pytest.mark.parametrize("text", ALTERED)
def test_an_altered_quotation_is_not_verbatim_however_it_is_set(write: Ask, text: str) -> None:
    given = write(text)
    checks = given.citations[0].checks
    assert (given.mode, checks.verbatim, checks.supported, is_marked(given)) == ("generating", "fail", "fail", True)


@pytest.mark.parametrize("text", FAILING)
def test_what_is_not_so_is_marked(write: Ask, text: str) -> None:
    given = write(text)
    assert (given.mode, given.citations[0].checks.supported, is_marked(given)) == ("generating", "fail", True)


@pytest.mark.parametrize("text", NOT_KNOWN)
def test_a_denial_that_no_words_carry_does_not_pass(write: Ask, text: str) -> None:
    assert write(text).citations[0].checks.supported == "unknown"


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_passes_and_nothing_is_marked(write: Ask, text: str) -> None:
    given = write(text)
    (citation,) = given.citations
    assert citation.checks.model_dump() == dict.fromkeys(("exists", "in_force", "verbatim", "supported"), "pass")
    assert "资料不支持" not in given.answer
    assert "未引用" not in given.answer
    assert "(no" not in given.answer
    assert given.dropped == 0
