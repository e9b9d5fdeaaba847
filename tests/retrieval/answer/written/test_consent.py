"""Added documents go to a language model only with consent: nothing of them is in what it is sent."""

import shutil
from collections.abc import Callable, Iterator

import pytest

from ingest.documents import add_document
from ingest.sync import sync
from retrieval.authority import Kind
from retrieval.chain import answer, stream
from retrieval.index import Index, open_index
from retrieval.model.chat import load_chat_model
from retrieval.request import Request, Turn
from retrieval.result import Answer
from retrieval.settings import Settings
from retrieval.store.database import connect
from tests.retrieval.answer.written.scripted_server import Script, scripted_server

MEMO = """# Memorandum on the Osprey account

The Osprey account of Ms Lindqvist shows 8,765 yuan of illegal gains from programs for intruding into computer systems.
"""
ABOUT_MEMO = "How much does the Osprey account of Ms Lindqvist show?"
MIXED = "Do the illegal gains of the Osprey account reach the threshold of Article 3 of the 2011 Interpretation?"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, index: Index, settings: Settings) -> Iterator[tuple[Index, str]]:
    """A copy of the index with a document, and the document's id."""
    assert index.passages
    data = tmp_path_factory.mktemp("consent") / "data"
    shutil.copytree(settings.data_dir, data, symlinks=True)
    copied = settings.model_copy(update={"data_dir": data})
    connection = connect(copied.database)
    document, _ = add_document(connection, "memo.md", MEMO.encode(), "anna")
    connection.close()
    sync(copied, progress=False)
    opened = open_index(copied, index.model)
    yield opened, document.id
    opened.vectors.close()


@pytest.fixture
def ask(own: tuple[Index, str]) -> Iterator[Callable[[Request], tuple[Answer, str]]]:
    """Answer a request; return the answer and all that the model was sent."""
    script = Script(["The threshold is 5,000 yuan [1]."])
    with scripted_server(script) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))

        def asked(request: Request) -> tuple[Answer, str]:
            given = answer(own[0], request, model=model)
            return given, str(script.requests)

        yield asked


Ask = Callable[[Request], tuple[Answer, str]]


def test_without_consent_a_document_is_left_out_and_that_is_said(ask: Ask) -> None:
    given, sent = ask(Request(MIXED, user="anna"))
    assert sent
    assert "Lindqvist" not in sent
    assert "8,765" not in sent
    assert given.mode == "generating"
    assert given.answer.startswith("Passages of added documents were not sent")
    assert given.also_found[0].kind is Kind.DOCUMENT
    assert [source.rank for source in given.also_found] == list(range(1, len(given.also_found) + 1))
    assert Kind.DOCUMENT not in {citation.kind for citation in given.citations}


def test_with_consent_it_is_sent(ask: Ask) -> None:
    given, sent = ask(Request(MIXED, user="anna", share_documents=True))
    assert "8,765" in sent
    assert "not sent" not in given.answer


def test_if_nothing_else_was_found_it_is_quoted(ask: Ask, own: tuple[Index, str]) -> None:
    given, sent = ask(Request(ABOUT_MEMO, user="anna", documents=frozenset({own[1]}), language="en"))
    assert sent == "[]"
    assert given.mode == "quoting"
    assert given.answer.startswith("Only added documents were found")
    assert any("8,765" in citation.quote for citation in given.citations)


def test_in_chinese_it_is_said_in_chinese(ask: Ask) -> None:
    given, _ = ask(Request(MIXED, user="anna", language="zh"))
    assert given.answer.startswith("未经您同意")


def test_another_user_hears_nothing_of_it(ask: Ask) -> None:
    given, sent = ask(Request(MIXED, user="bo", share_documents=True))
    assert "Lindqvist" not in sent
    assert "not sent" not in given.answer


@pytest.mark.parametrize("turn", [
    "Osprey (document): “The Osprey account of Ms Lindqvist shows 8,765 yuan of illegal gains from programs for intruding "
    "into computer systems.” [1]",
    "It was found that the osprey note says: “Ms Lindqvist shows 8,765 yuan of illegal gains” [1]",
    "Removed memo (document): “Ms Lindqvist paid 8,765 in words of a document that is gone.” [2]",
    "已删除的备忘录（文件）：“Lindqvist 支付了8,765元。”[2]",
])  # fmt: skip
def test_earlier_answers_do_not_carry_it_along(ask: Ask, turn: str) -> None:
    history = (Turn("user", "And before?"), Turn("assistant", f"Criminal Law art. 285 is about intrusion.\n\n{turn}"))
    _, sent = ask(Request(MIXED, history=history, user="anna"))
    assert "Lindqvist" not in sent
    assert "8,765" not in sent
    assert "art. 285 is about intrusion" in sent


def test_while_streaming_it_is_said_first(own: tuple[Index, str]) -> None:
    with scripted_server(Script(["One. ", "Two [1]."])) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
        pieces = list(stream(own[0], Request(MIXED, user="anna"), model=model))
    assert str(pieces[0]).startswith("Passages of added documents")
    assert isinstance(pieces[-1], Answer)
