"""A list of documents need not wait for one that is being added."""

import threading
from types import SimpleNamespace

from fastapi import FastAPI
from fastapi.testclient import TestClient

from web.http.document_routes import document_routes

WAIT_S = 30


def test_documents_are_listed_while_one_is_added() -> None:
    at_work, listed = threading.Event(), threading.Event()

    def add(*_: object) -> SimpleNamespace:
        at_work.set()
        return SimpleNamespace(document={"in time": listed.wait(WAIT_S)}, new=True)

    documents = SimpleNamespace(add=add, list=lambda *_: [])
    app = FastAPI()
    app.include_router(document_routes(SimpleNamespace(service=lambda: SimpleNamespace(documents=documents))))
    answers = []
    with TestClient(app) as client:
        adding = threading.Thread(
            target=lambda: answers.append(client.post("/api/documents", files={"file": ("a.txt", b"text")}).json())
        )
        adding.start()
        assert at_work.wait(WAIT_S)
        assert client.get("/api/documents").json() == {"documents": []}
        listed.set()
        adding.join(WAIT_S)
    assert answers == [{"in time": True}]
