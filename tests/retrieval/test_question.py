"""Follow-up questions mean what the turns before named; questions that stand by themselves do not."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.question import read_question
from retrieval.request import Request, Turn
from retrieval.search import Search, search

TODAY = date(2026, 11, 24)


def follow_up(index: Index, question: str, *before: str) -> Search:
    """Search with the turns before, user and assistant by turns."""
    turns = tuple(Turn("assistant" if number % 2 else "user", text) for number, text in enumerate(before))
    return search(index, Request(question, history=turns), 5, today=TODAY)


@pytest.mark.parametrize(
    ("before", "question", "unit"),
    [
        (["刑法第二百八十五条第三款怎么规定？", "提供专门用于侵入的程序、工具的……"], "单位犯罪呢？", ("criminal-law", "第二百八十五条")),
        (["What does Article 285(3) of the Criminal Law punish?", "Providing programs …"], "And for units?", ("criminal-law", "第二百八十五条")),
        (["暂行规定第十四条的罚款是多少？", "15000元以下"], "第六条呢？", ("interim-provisions-international-networking", "第六条")),
        (["What fine does Article 14 of the Interim Provisions set?", "15,000 yuan or less"], "And Article 6?", ("interim-provisions-international-networking", "第六条")),
        (["2011年解释中，违法所得多少算情节严重？", "五千元以上"], "那特别严重的呢？", ("interpretation-2011-19-computer-systems", "第三条")),
        (["What illegal gains are serious under the 2011 Interpretation?", "5,000 yuan"], "And particularly serious?", ("interpretation-2011-19-computer-systems", "第三条")),
    ],
)  # fmt: skip
def test_an_article_is_carried_over(index: Index, before: list[str], question: str, unit: tuple[str, str]) -> None:
    found = follow_up(index, question, *before).found
    assert unit in [one.passage.unit for one in found[:3]]


@pytest.mark.parametrize(
    ("before", "question", "authority"),
    [
        (["(2018)鄂1003刑初150号是什么案件？", "朱某案……"], "他最初因什么罪名被拘留？", "zhu-jingzhou-2018-150"),
        (["Tell me about (2018) E 1003 Xing Chu No. 150.", "It is the Zhu case."], "What was he first detained for?", "zhu-jingzhou-2018-150"),
        (["Why was Wang Lijun acquitted?", "The retrial court held …"], "How much was his turnover?", "guiding-case-97-wang-lijun"),
        (["王力军案为什么改判无罪？", "再审法院认为……"], "那他获利多少？", "guiding-case-97-wang-lijun"),
        (["阮某某案的结果？", "不起诉"], "为什么？", "ruan-non-prosecution-2021"),
    ],
)  # fmt: skip
def test_a_case_is_carried_over(index: Index, before: list[str], question: str, authority: str) -> None:
    assert follow_up(index, question, *before).found[0].passage.authority == authority


def test_two_turns_back(index: Index) -> None:
    found = follow_up(index, "罚金多少？", "王力军案的经营数额是多少？", "218,288.6元", "那获利呢？", "6,000元").found
    assert found[0].passage.authority == "guiding-case-97-wang-lijun"


def test_a_conversation_that_goes_on_does_not_drown_its_last_question(index: Index) -> None:
    """The question is read beside the last one, not beside all that were asked."""
    asked = follow_up(
        index, "And if he reports to the police of his own accord?",
        "What does Article 285(3) of the Criminal Law punish?", "Providing programs or tools for intruding.",
        "My client only answered messages for the man who rented the servers. Is he punished as hard as him?",
        "No: an accessory is punished less, Article 27.",
    )  # fmt: skip
    assert asked.question.context.startswith("My client only")
    assert ("criminal-law", "第六十七条") in [one.passage.unit for one in asked.found[:3]]


@pytest.mark.parametrize(
    ("before", "question", "unit"),
    [
        (["Can he stay out of prison?", "Perhaps: Criminal Law Article 72 lets the court suspend a sentence of three years or less."],
         "How long would he have to behave himself in that case?", ("criminal-law", "第七十三条")),
        (["能不能不坐牢？", "刑法第七十二条：被判处拘役、三年以下有期徒刑的，可以宣告缓刑。"],
         "那段时间有多长，从哪天算起？", ("criminal-law", "第七十三条")),
    ],
)  # fmt: skip
def test_what_the_answer_said_can_be_meant(
    index: Index, before: list[str], question: str, unit: tuple[str, str]
) -> None:
    assert unit in [one.passage.unit for one in follow_up(index, question, *before).found[:3]]


def test_a_question_that_only_seems_to_point_back_is_answered_for_itself(index: Index) -> None:
    question = "My client says the officers beat his statement out of him at the station. What becomes of it?"
    before = [
        "My client sold a proxy tool six years ago and stopped. Too late to charge it?",
        "Five years, Criminal Law Article 87.",
    ]
    units = [one.passage.unit for one in follow_up(index, question).found[:2]]
    assert set(units) & {one.passage.unit for one in follow_up(index, question, *before).found[:5]}


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("What does Article 285(3) of the Criminal Law punish?", "Convert 5 feet 11 to centimetres."),
        ("What does Article 285(3) of the Criminal Law punish?", "Which dynasty moved the capital to Kaifeng?"),
        ("刑法第285条第3款怎么规定？", "猫为什么总在睡觉"),
        ("刑法第285条第3款怎么规定？", "Python怎么读取文件"),
    ],
)
def test_a_question_of_another_subject_is_declined_after_one_on_this(index: Index, before: str, question: str) -> None:
    made = answer(
        index, Request(question, (Turn("user", before), Turn("assistant", "Article 285 punishes intrusion.")))
    )
    assert (made.declined, made.reason) == (True, "out_of_scope")


@pytest.mark.parametrize(
    "question", ["What does Article 6 of the Interim Provisions forbid?", "暂行规定第六条禁止什么行为？"]
)
def test_a_question_that_stands_by_itself_is_not_changed_by_the_turns_before(index: Index, question: str) -> None:
    alone = follow_up(index, question)
    after = follow_up(index, question, "Why was Wang Lijun acquitted?", "The retrial court …")
    assert alone.found == after.found
    assert after.question.context == ""


def test_a_named_law_in_a_follow_up_wins(index: Index) -> None:
    found = follow_up(index, "那网络安全法第二十九条呢？", "刑法第285条第3款怎么规定？", "……").found
    assert found[0].passage.unit == ("cybersecurity-law", "第二十九条")


def test_a_first_question_has_no_context(index: Index) -> None:
    asked = follow_up(index, "And for units?").question
    assert (asked.context, asked.references) == ("", ())


def test_the_answers_language_is_the_questions_or_the_requests(index: Index) -> None:
    def language(question: str, wanted: str | None = None) -> str:
        return search(index, Request(question, language=wanted), 1, today=TODAY).question.answer_language

    assert [language("怎么处罚？"), language("How is it punished?"), language("怎么处罚？", "en")] == ["zh", "en", "en"]


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("没有缴款凭证，口供能不能单独定罪？", "初犯、退赃能判缓刑吗？"),
        ("What does Article 286 bis say?", "Is a seller an accessory if he only collected money for the boss?"),
    ],
)
def test_a_question_that_says_itself_what_it_is_about_points_nowhere(index: Index, before: str, question: str) -> None:
    history = (Turn("user", before), Turn("assistant", "…"))
    assert read_question(Request(question, history), index, TODAY).context == ""


@pytest.mark.parametrize(
    "question", ["And what would he get as an accessory?", "那从犯、缓刑呢？", "Is he an accessory?"]
)
def test_one_that_leans_on_the_turn_before_does(index: Index, question: str) -> None:
    history = (Turn("user", "刑法第285条第3款怎么规定？"), Turn("assistant", "…"))
    assert read_question(Request(question, history), index, TODAY).context
