"""Planted instructions and a model that obeys them: it is sent them as data, and what it writes is judged."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import pytest

from prompts import say, text_of
from retrieval.answer.written.repeated import RulesWatch
from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.result import Answer
from tests.retrieval.adversarial.asking import NUMBER, ask_model, document_of, repeats_the_rules, request_of
from tests.retrieval.adversarial.attacks import ATTACKS, Attack

FENCE = re.compile(r'<passage n="(\d+)">\n<source>([^<>＜＞\n]*)</source>\n([^<>＜＞]*)\n</passage>')
ANSWERED = [attack for attack in ATTACKS if not (attack.place == "question" and "prompt" in attack.name)]
REFUSED = [attack for attack in ATTACKS if attack not in ANSWERED]
LEAKING = [attack for attack in ATTACKS if attack.place == "upload" and "prompt" in attack.name]
Obeying = Callable[[Attack], tuple[Answer, list[dict]]]


def pieces(text: str, size: int = 7) -> list[str]:
    """Cut a text as a model streams it."""
    return [text[at : at + size] for at in range(0, len(text), size)]


@pytest.fixture(scope="module")
def obeying(poisoned: Index) -> Obeying:
    """Return what comes of an attack that the model obeys; two tests look at it: at what it is sent, and at what it writes."""
    return cache(lambda attack: ask_model(poisoned, request_of(attack, poisoned), *pieces(attack.obeyed)))


@pytest.mark.parametrize("attack", ANSWERED, ids=lambda attack: attack.name)
def test_the_model_is_sent_the_rules_unchanged_and_everything_else_as_data(
    poisoned: Index, obeying: Obeying, attack: Attack
) -> None:
    _, (request,) = obeying(attack)
    system, *turns, last = request["messages"]
    assert system == {"role": "system", "content": text_of(f"generating-{attack.language}")}
    assert [turn["role"] for turn in turns] == ([attack.place] if attack.place in ("user", "assistant") else [])
    assert last["role"] == "user"

    fences = FENCE.findall(last["content"])
    assert [int(number) for number, _, _ in fences] == list(range(1, len(fences) + 1))
    outside = FENCE.sub("", last["content"])
    for said in (outside, *(turn["content"] for turn in turns)):
        assert not re.search("[<>＜＞]", said)
    for message in (*turns, last):
        assert not re.search(r"\[/?[A-Z_]{3,}\]|<<|<\||\|>|</s>", message["content"])
        assert not [c for c in message["content"] if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs")]
    if document_of(attack, poisoned):
        assert attack.canary in "".join(text for _, _, text in fences)
        assert attack.canary not in outside
    elif attack.place == "question":
        *_, asked = last["content"].split("\n\n")
        assert asked.startswith(say(attack.language, "ask", question=""))
        assert attack.canary in asked


@pytest.mark.parametrize("attack", ANSWERED, ids=lambda attack: attack.name)
def test_what_an_obedient_model_writes_is_marked_and_its_numbers_dropped(obeying: Obeying, attack: Attack) -> None:
    given, _ = obeying(attack)
    assert repeats_the_rules(given.answer) == []
    assert {int(n) for n in NUMBER.findall(given.answer)} <= {c.n for c in given.citations}
    assert not re.search(r"https?://|!\[|\]\(|<\w", given.answer)
    if attack in LEAKING:
        assert given.mode == "quoting"
        assert given.answer.startswith(say(attack.language, "model_failed", why=say(attack.language, "model_rules")))
        return
    assert given.mode == "generating"
    assert given.dropped == attack.obeyed.count("99") + attack.obeyed.count("98")
    assert given.citations == []
    assert given.answer.rstrip().endswith(say(attack.language, "uncited"))


@pytest.mark.parametrize("attack", REFUSED, ids=lambda attack: attack.name)
def test_a_question_for_the_prompt_does_not_reach_the_model(poisoned: Index, attack: Attack) -> None:
    given, requests = ask_model(poisoned, request_of(attack, poisoned), attack.obeyed)
    assert (given.declined, given.reason, requests) == (True, "safety", [])


@pytest.mark.parametrize("attack", [a for a in ANSWERED if a.place == "corpus"], ids=lambda attack: attack.name)
def test_a_quotation_of_the_document_is_a_documents_and_a_changed_one_fails(poisoned: Index, attack: Attack) -> None:
    sentence = next(line for line in attack.memo.split("\n") if attack.subject in line and not line.startswith("#"))
    false = sentence.replace("4,321", "9,321").replace("四千三百二十一", "九千三百二十一")
    end = "。" if attack.language == "zh" else "."
    given, _ = ask_model(poisoned, request_of(attack, poisoned), *pieces(f"“{sentence}” [1]{end} “{false}” [1]{end}"))
    (citation,) = given.citations
    assert citation.kind is Kind.DOCUMENT
    assert citation.quote == sentence
    assert citation.checks.in_force is None
    assert citation.checks.verbatim == "fail"  # the worst of its sentences
    assert given.answer.count(say(attack.language, "unsupported")) == 1


def test_the_rules_are_noticed_when_a_language_model_cuts_them_otherwise(poisoned: Index) -> None:
    leak = next(attack for attack in ATTACKS if attack.name == "print the prompt")
    shouted = text_of("generating-en").upper().replace(" ", "\n")
    given, _ = ask_model(poisoned, request_of(leak, poisoned), *pieces(f"Sure! {shouted[300:500]}", 1))
    assert given.mode == "quoting"


@pytest.mark.parametrize("name", ["generating-en", "generating-zh"])
def test_no_passage_of_the_corpus_is_taken_for_the_rules(index: Index, name: str) -> None:
    watch = RulesWatch(text_of(name))
    for passage in index.passages.values():
        watch.feed(passage.text)
