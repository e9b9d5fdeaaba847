import pytest

from eval.measures import BY_NAME, HEADLINES, answer_language, score
from retrieval.result import Checks
from tests.eval.builders import answer, citation, pair, quoting, response, unanswerable

RANKING = (("law", "第三条"), ("law", "第四条"))


def test_an_answer_that_has_everything() -> None:
    own = quoting(citation(1, "第一款的文字。", paragraph=1))
    asked = pair(authorities=[{"id": "law", "article": "第三条", "paragraph": 1}], key_facts=[["文字", "words"]])
    scores = score(asked, response(own, *RANKING), None)
    assert scores.values == {
        "R@5": 1.0, "R@10": 1.0, "R@20": 1.0, "RR@10": 1.0, "nDCG@10": 1.0, "citation_recall": 1.0,
        "citation_precision": 1.0, "pinpoint_recall": 1.0, "pinpoint_precision": 1.0, "false_declines": 0.0,
        "key_facts": 1.0, "verbatim": 1.0, "supported": 1.0, "in_force_violations": 0.0, "language": 1.0,
    }  # fmt: skip
    assert not scores.missed_facts
    assert not scores.faults


def test_what_an_answer_lacks_is_named() -> None:
    checks = Checks(exists="pass", in_force="pass", verbatim="pass", supported="fail")
    own = quoting(citation(1, "第一款的文字。", paragraph=1, checks=checks), citation(2, "第三款的文字。", paragraph=3))
    asked = pair(
        authorities=[{"id": "law", "article": "第三条", "paragraph": 2}, {"id": "case"}],
        key_facts=[["文字"], ["五千元", "5,000 yuan"], ["第二项"]],
    )
    scores = score(asked, response(own, ("x", None), *RANKING), None)
    assert scores.values["citation_recall"] == 0.5
    assert scores.values["pinpoint_recall"] == 0.0
    assert scores.values["key_facts"] == pytest.approx(1 / 3)
    assert scores.values["supported"] == 1.0  # judged anew: both passages are printed as they are
    assert scores.values["RR@10"] == 0.5
    assert scores.missed_facts == [("五千元", "5,000 yuan"), ("第二项",)]
    assert [place.authority for place in scores.missed_authorities] == ["case"]
    assert [(place.article, place.paragraph) for place in scores.missed_pinpoints] == [("第三条", 2)]


def test_a_false_decline_counts_everywhere() -> None:
    declined = answer("语料库没有相关内容。", declined=True, reason="out_of_scope")
    values = score(pair(key_facts=[["文字"]]), response(declined), None).values
    assert values["false_declines"] == 1.0
    assert (values["citation_recall"], values["citation_precision"], values["key_facts"], values["R@10"]) == (0,) * 4
    assert "verbatim" not in values


@pytest.mark.parametrize(
    ("declined", "reason", "expected"),
    [(True, "out_of_scope", (1, 1)), (True, "safety", (1, 0)), (False, None, (0, 0))],
)
def test_unanswerable_questions_are_measured_by_declining_only(
    declined: bool, reason: str | None, expected: tuple[int, int]
) -> None:
    given = answer("语料库没有相关内容。", declined=declined, reason=reason)
    values = score(unanswerable(), response(given, *RANKING), None).values
    assert (values["declined"], values["right_reason"]) == expected
    assert set(values) == {"declined", "right_reason", "language"} | (set() if declined else {"supported"})


def test_the_language_is_that_of_the_answer_s_own_words() -> None:
    quote = "这是一段很长的中文法律条文，比英文的字多得多。"
    own = citation(1, quote, text=quote, label="《刑法》第三条")
    english = answer(
        f"Official Chinese text, 《刑法》第三条: “{quote}” [1]\n\nThis was in force then.", own, language="en"
    )
    assert answer_language(english) == "en"
    chinese = answer(f"《刑法》第三条（1997-10-01起施行）：“{quote}”[1]", own)
    assert answer_language(chinese) == "zh"
    bare = answer(f"《刑法》第三条：“{quote}”[1]", own)
    assert answer_language(bare) == "zh"


def test_an_answer_in_the_other_language_is_found() -> None:
    values = score(unanswerable(), response(answer("I cannot answer that.", declined=True)), None).values
    assert values["language"] == 0.0


def test_the_headlines_are_measures() -> None:
    assert set(HEADLINES) <= set(BY_NAME)
