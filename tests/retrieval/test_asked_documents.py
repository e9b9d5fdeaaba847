"""What is asked of added documents alone is answered if their words tell it, and declined if not."""

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.request import Request

Added = tuple[Index, dict[str, str]]


@pytest.mark.parametrize(
    ("file", "question", "quoted"),
    [
        ("contract.txt", "How can the agreement be terminated?", "60 days"),
        ("contract.txt", "Who is the provider?", "Falcon"),
        ("judgment.txt", "张三被判多少年？", "有期徒刑三年"),
        ("judgment.txt", "罚金多少", "罚金二万元"),
    ],
)
def test_what_a_document_tells_is_quoted(added: Added, file: str, question: str, quoted: str) -> None:
    index, keys = added
    given = answer(index, Request(question, user="li", documents=frozenset([keys[file]])))
    assert not given.declined
    assert any(quoted in citation.quote for citation in given.citations)


@pytest.mark.parametrize(
    ("file", "question"),
    [("contract.txt", "How do I bake bread?"), ("judgment.txt", "离婚后房产怎么分？"), ("judgment.txt", "火锅怎么做")],
)
def test_what_a_document_does_not_tell_is_declined(added: Added, file: str, question: str) -> None:
    index, keys = added
    assert answer(index, Request(question, user="li", documents=frozenset([keys[file]]))).declined
