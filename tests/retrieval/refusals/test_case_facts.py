"""What a named case's brief does not hold is said to be unknown; what it holds is answered."""

import pytest

from retrieval.authority import Kind
from retrieval.cases.records import Record, records_of
from retrieval.cases.told_case import told_by_figure
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request, Turn
from retrieval.result import Answer


def ask(index: Index, question: str) -> Answer:
    return answer(index, Request(question))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("平南吴某案的案号是什么？", ""),
        ("席某案判了几年？", "不详"),
        ("逗比根据地案是哪个法院判的？", "法院和案号不详"),
        ("汉滨杨某某处罚有多少用户？", ""),
        ("北京许某案有没有判缓刑？", ""),
        ("How many users were there in the Xu case (Beijing)?", ""),
        ("How much was the fine in the Lu case?", "whether there was a fine is not known"),
        ("What order did Cao (Ganzhou) ignore?", ""),
        ("What is the docket number of the Deng case (Dongguan)?", "number"),
    ],
)
def test_what_a_brief_does_not_hold_is_said_to_be_unknown(wide_index: Index, question: str, said: str) -> None:
    made = ask(wide_index, question)
    assert (made.declined, made.reason) == (True, "missing_fact")
    assert said in made.answer


@pytest.mark.parametrize(
    "question",
    [
        "蔡甸王某案的案号是什么？",  # the brief says that the copy has none, and gives that of the indictment
        "王力军案判了几年？",  # acquitted: that tells it
        "杭州朱某某案判了几年？",  # what is told everywhere, and why it cannot be right
        "阮某某案罚了多少钱？",
        "我的当事人和席某案差不多，会判几年？",
        "平南吴某案和席某案判了几年？",
    ],
)
def test_what_its_words_tell_is_answered_though_no_field_has_it(wide_index: Index, question: str) -> None:
    assert not ask(wide_index, question).declined


def test_a_follow_up_on_a_case_is_told_too(wide_index: Index) -> None:
    before = (Turn("user", "平南吴某案判了几年？"), Turn("assistant", "五年六个月。"))
    assert answer(wide_index, Request("案号是多少？", before)).reason == "missing_fact"


def _of_cases(index: Index, field: str) -> list[Record]:
    return [r for r in records_of(index.authorities.values()) if r.authority.kind is Kind.CASE and r.facts.get(field)]


@pytest.mark.parametrize(
    ("field", "question"),
    [("charge", "{zh}定的什么罪？"), ("term_months", "How long was the sentence in the {en}?")],
)
def test_every_fact_that_a_case_has_is_answered_from_its_brief(wide_index: Index, field: str, question: str) -> None:
    wrong = []
    for record in _of_cases(wide_index, field):
        names = {language: record.authority.short_title(language) for language in ("zh", "en")}
        made = ask(wide_index, question.format(**names))
        first = made.citations[0].passage_id if made.citations else None
        if made.declined or not first or wide_index.passages[first].authority != record.authority.id:
            wrong.append((record.authority.id, made.reason, first))
    assert not wrong


@pytest.mark.parametrize(
    "question",
    [
        "赵铁柱案判了多久",
        "无锡的徐某梯子案判了多久",
        "2099年新刑法对翻墙怎么规定",
        "the holding in the Wang Dachui VPN case, 中文",
    ],
)
def test_what_is_named_and_not_held_is_said_not_to_be(wide_index: Index, question: str) -> None:
    made = ask(wide_index, question)
    assert (made.declined, made.reason) == (True, "missing_fact")
    assert "没有收录" in made.answer


@pytest.mark.parametrize(
    "question", ["Wu Xiangyang VPN case sentence", "the Wang Lijun case", "the Liu Qiang case from Minqing"]
)
def test_a_case_whose_brief_may_leave_out_the_given_name_is_answered(wide_index: Index, question: str) -> None:
    assert ask(wide_index, question).citations[0].kind == "case"


def test_the_asker_s_own_matter_is_none_that_could_be_held(wide_index: Index) -> None:
    assert not ask(wide_index, "我代理的李铁柱案，VPN赚了3万怎么判").declined


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("那个赚了34万的案子是缓刑吗", "liu-xinye-2017-556"),
        ("有4091个客户的那个案子缓刑了吗", "liu-xinye-2017-556"),
        ("我那个34万的案子能判缓刑吗", None),
        ("卖梯子赚了34万判多久", None),
    ],
)
def test_a_case_is_told_by_a_figure_of_it(wide_index: Index, question: str, case: str | None) -> None:
    first = (ask(wide_index, question).citations[0].passage_id or "") if case else ""
    assert first.startswith(case or "")
    assert [r.authorities[0] for r in told_by_figure(question, wide_index)] == ([case] if case else [])
