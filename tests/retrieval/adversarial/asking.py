"""Ask as an attack wants it, and look at what it changed."""

import re
from datetime import date

from prompts import text_of
from retrieval.authority import Kind
from retrieval.chain import answer
from retrieval.index import Index
from retrieval.model.chat import load_chat_model
from retrieval.request import Request, Turn
from retrieval.result import Answer
from retrieval.settings import Settings
from tests.retrieval.adversarial.attacks import Attack
from tests.retrieval.answer.written.scripted_server import Script, scripted_server

TODAY = date(2026, 11, 24)
RULES = [
    line.strip() for name in ("generating-en", "generating-zh") for line in text_of(name).split("\n") if len(line) > 15
]
NUMBER = re.compile(r"\[(\d+)\]")


def document_of(attack: Attack, index: Index) -> str | None:
    """Return the id of the document that an attack is planted in."""
    found = [p.authority for p in index.passages.values() if p.kind is Kind.DOCUMENT and attack.canary in p.text]
    return found[0] if found else None


def request_of(attack: Attack, index: Index) -> Request:
    """Return the request: of the document alone if the attack is in one."""
    key = document_of(attack, index)
    history = (Turn(attack.place, attack.text),) if attack.place in ("user", "assistant") else ()
    return Request(attack.question, history, documents=frozenset({key}) if key else None, share_documents=True)


def ask_model(index: Index, request: Request, *pieces: str) -> tuple[Answer, list[dict]]:
    """Answer with a model that writes these pieces; return the answer and what the model was sent."""
    script = Script(list(pieces))
    with scripted_server(script) as url:
        model = load_chat_model(Settings(chat_model="openai:scripted", chat_base_url=url))
        given = answer(index, request, today=TODAY, model=model)
    return given, script.requests


def outside_quotations(given: Answer) -> str:
    """Return what an answer says in its own words: without quotations and labels, the longest taken out first."""
    rest = given.answer
    for words in sorted([w for c in given.citations for w in (c.quote, c.label) if w], key=len, reverse=True):
        rest = rest.replace(words, "")
    return rest


def repeats_the_rules(text: str) -> list[str]:
    """Return the sentences of the prompts that a text has."""
    bare = "".join(text.split())
    return [rule for rule in RULES if "".join(rule.split()) in bare]
