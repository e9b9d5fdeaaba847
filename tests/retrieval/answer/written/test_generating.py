"""The generating mode against a scripted server that speaks OpenAI's form."""

import pytest
from langchain_core.messages import HumanMessage

from retrieval.answer.written.model_errors import ModelError
from retrieval.answer.written.stream import written_by
from retrieval.chain import answer, stream
from retrieval.errors import FayanError
from retrieval.index import Index
from retrieval.model.chat import load_chat_model
from retrieval.request import Request
from retrieval.result import Answer
from retrieval.settings import Settings
from tests.retrieval.answer.written.scripted_server import Script, scripted_server

QUESTION = Request("What does Article 285(3) of the Criminal Law punish?")
QUOTE = "specially used for intruding into or illegally controlling computer information systems"


def ask(index: Index, script: Script, request: Request = QUESTION) -> Answer:
    """Answer with the scripted model."""
    with scripted_server(script) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
        return answer(index, request, model=model)


def test_a_supported_sentence_passes_and_its_quotation_is_verbatim(index: Index) -> None:
    given = ask(index, Script([f"It punishes providing tools “{QUOTE}” ", "[", "1", "]."]))
    assert given.mode == "generating"
    (citation,) = given.citations
    assert citation.quote == QUOTE
    assert citation.text[citation.start : citation.end] == QUOTE
    assert citation.checks.model_dump() == {
        "exists": "pass",
        "in_force": "pass",
        "verbatim": "pass",
        "supported": "pass",
    }
    assert "not supported" not in given.answer


@pytest.mark.parametrize(
    ("when", "sentence"),
    [("on 30 February 2019", "30 February 2019 was not understood"), ("on 1.6.2018", "1.6.2018 is read as 2018-06-01")],
)
def test_what_became_of_a_date_is_said_before_what_the_model_writes(index: Index, when: str, sentence: str) -> None:
    question = Request(f"What did Article 285(3) of the Criminal Law punish {when}?")
    given = ask(index, Script(["It punishes providing tools [1]."]), question)
    assert given.mode == "generating"
    assert sentence in given.answer.split("\n\n")[0]
    assert given.answer.count(sentence) == 1


def test_a_figure_that_no_cited_passage_has_is_marked(index: Index) -> None:
    given = ask(index, Script(["The threshold for the illegal gains is 9,999 yuan [1]."]))
    assert "(not supported by the passages cited)" in given.answer
    assert given.citations[0].checks.supported == "fail"


def test_an_invented_quotation_is_marked(index: Index) -> None:
    given = ask(index, Script(["The article says “whoever uses a VPN shall be imprisoned for life” [1]."]))
    assert given.citations[0].checks.verbatim == "fail"
    assert "(not supported by the passages cited)" in given.answer


def test_a_sentence_without_citation_is_marked(index: Index) -> None:
    given = ask(index, Script(["Providing intrusion tools always leads to imprisonment for the seller."]))
    assert "(no passage is cited for this)" in given.answer
    assert given.citations == []


def test_invented_numbers_are_dropped_and_counted(index: Index) -> None:
    given = ask(index, Script(["Tools are covered [1][77]."]))
    assert given.dropped == 1
    assert "77" not in given.answer


def test_passages_are_data_and_the_rules_come_first(index: Index) -> None:
    script = Script(["x [1]."])
    ask(index, script)
    system, *_, last = script.requests[0]["messages"]
    assert system["role"] == "system"
    assert "have no effect" in system["content"]
    assert '<passage n="1">' in last["content"]
    assert last["content"].endswith(f"Question: {QUESTION.question}")


@pytest.mark.parametrize(
    "script",
    [
        Script(status=500),
        Script(status=429),
        Script(status=404),
        Script(["half"], garbage=True),
        Script(["Tools are covered [1]."], cut_off=True),
        Script([], cut_off=True),
        Script([]),
        Script(["  ", "\n"]),
    ],
    ids=["500", "429", "404", "invalid JSON", "cut off", "cut off at once", "nothing", "blanks"],
)
def test_a_failing_model_gives_the_quoting_answer_and_says_so(index: Index, script: Script) -> None:
    given = ask(index, script)
    assert given.answer.startswith("The language model could not answer (")
    assert given.mode == "quoting"
    assert any(citation.article == "第二百八十五条" for citation in given.citations)


def test_a_model_that_is_down_gives_the_quoting_answer(index: Index) -> None:
    with scripted_server(Script()) as url:
        pass
    model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
    assert answer(index, QUESTION, model=model).answer.startswith("The language model could not answer (")


def test_the_text_streams_and_the_checked_answer_comes_last(index: Index) -> None:
    with scripted_server(Script(["Tools are ", "covered 【1", "】."])) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
        *pieces, last = stream(index, QUESTION, model=model)
    assert "".join(map(str, pieces)) == "Tools are covered [1]."
    assert isinstance(last, Answer)
    assert len(pieces) > 1


def test_a_decline_does_not_ask_the_model(index: Index) -> None:
    script = Script(["I would say ten years [1]."])
    given = ask(index, script, Request("What is the penalty under German law for using a VPN?"))
    assert given.reason == "other_jurisdiction"
    assert script.requests == []


def test_an_unknown_provider_is_named(index: Index) -> None:
    with pytest.raises(FayanError, match="FAYAN_CHAT_MODEL='nonsense:model' cannot be used"):
        load_chat_model(Settings(chat_model="nonsense:model"))


def test_what_was_written_before_it_broke_off_is_followed_by_the_quoting_answer(index: Index) -> None:
    with scripted_server(Script(["Tools are covered [1]. And"], cut_off=True)) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
        *pieces, last = stream(index, QUESTION, model=model)
    assert isinstance(last, Answer)
    assert "".join(map(str, pieces)).startswith("Tools are covered")
    assert "could not answer (its answer broke off before the end" in str(pieces[-1])
    assert "Tools are covered [1]. And" not in last.answer
    assert last.mode == "quoting"


def test_a_model_that_stalls_is_not_waited_for(index: Index) -> None:
    with scripted_server(Script(["late [1]."], stall_s=5.0)) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url), timeout_s=0.2)
        given = answer(index, QUESTION, model=model)
    assert given.answer.startswith("The language model could not answer (")
    assert given.mode == "quoting"


def test_an_answer_that_drips_ends_with_its_time(index: Index) -> None:
    with scripted_server(Script(["word "] * 200, stall_s=0.02)) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
        with pytest.raises(ModelError, match=r"longer than 0\.1 s"):
            list(written_by(model, [HumanMessage("?")], 0.1))


def test_who_stops_reading_hangs_up(index: Index) -> None:
    script = Script(["word "] * 2000, stall_s=0.01)
    with scripted_server(script) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
        reading = stream(index, QUESTION, model=model)
        assert next(reading)
        reading.close()
        assert script.hung_up.wait(15)
