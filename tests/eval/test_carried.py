import pytest

from eval.carried import is_carried, judged_sentences, shown_text
from prompts import say
from retrieval.result import Answer
from tests.eval.builders import answer, citation, quoting

FINE = "销售额五千元以上的，处三年以下有期徒刑。情节严重的，处三年以上有期徒刑。"


def verdicts(given: Answer) -> list[bool]:
    return [is_carried(sentence) for sentence in judged_sentences(given, None)]


def fine(n: int = 1, quote: str = FINE) -> Answer:
    return citation(n, quote, text=FINE)


def test_a_printed_passage_is_one_sentence_and_carried() -> None:
    assert verdicts(quoting(fine())) == [True]


def test_a_label_with_full_stops_is_no_sentence() -> None:
    own = citation(1, FINE, text=FINE, label="2022 Article, 2. Courts differ. What now")
    assert verdicts(quoting(own)) == [True]


@pytest.mark.parametrize(
    ("sentence", "carried"),
    [
        ("销售额五千元以上的处三年以下有期徒刑[1]。", True),
        ("销售额五万元以上的处三年以下有期徒刑[1]。", False),  # a figure that the passage has not
        ("销售额五千元以上的，处“十年以下有期徒刑”[1]。", False),  # words that the passage has not
        ("网络运营者应当制定内部安全管理制度和操作规程[1]。", False),  # nothing in common with the passage
        ("销售额五千元以上的处三年以下有期徒刑。", False),  # cites nothing
    ],
)
def test_written_sentences_are_held_against_their_passages(sentence: str, carried: bool) -> None:
    assert verdicts(answer(sentence, fine(), mode="generating")) == [carried]


def test_the_system_s_own_verdict_is_not_believed() -> None:
    passed = answer("销售额九万元以上的处三年以下有期徒刑[1]。", fine(), mode="generating")
    assert passed.citations[0].checks.supported == "pass"
    assert verdicts(passed) == [False]
    warned = answer(f"这一行为构成诈骗罪并应当数罪并罚。 {say('zh', 'uncited')}", mode="generating")
    (sentence,) = judged_sentences(warned, None)
    assert not is_carried(sentence)
    assert say("zh", "uncited") not in sentence.text


def test_notes_warnings_and_the_table_of_amounts_claim_nothing() -> None:
    notes = [
        say("zh", "note", note="本条2026年1月1日起已经修正，新的数额是六万元。"),
        say("zh", "warn_draft"),
        "| 金额 | 档次 |\n|---|---|\n| 60,000元 | 情节严重 [1] |",
        say("zh", "missing_article", authority="刑法", article="九百九十九", first="1", last="452") + say("zh", "suggest", label="第99条") + " [1]",
    ]  # fmt: skip
    given = answer("\n\n".join(notes), fine())
    assert verdicts(given) == []


def test_what_is_printed_is_shown_shortly() -> None:
    own = answer(f"法律规定：“{FINE}”[1]所以一定判处九年。", fine())
    assert [shown_text(s) for s in judged_sentences(own, None) if not is_carried(s)] == [
        "法律规定：“…”[1]所以一定判处九年。"
    ]
