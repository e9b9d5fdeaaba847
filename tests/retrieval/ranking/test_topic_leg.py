"""Which topics a question is taken for, what they name, and how much that weighs."""

import copy
from datetime import date

import numpy as np
import pytest

from retrieval.adapters.metric import Metric
from retrieval.adapters.shelf import Shelf
from retrieval.index import Index
from retrieval.question import Question, read_question
from retrieval.ranking.legs import TOPIC, pinpoints
from retrieval.ranking.phrase_legs import TOPICS, find_topics
from retrieval.ranking.priors import asks_for_example
from retrieval.ranking.tuning import LEAST_NEAR, WEIGHTS, leg_weights
from retrieval.request import Request
from retrieval.store.phrases import Phrase

TODAY = date(2026, 11, 24)


def read(index: Index, question: str) -> Question:
    return read_question(Request(question), index, TODAY)


def topics(index: Index, question: str) -> list[Phrase]:
    vector = index.model.encode_queries([question])[0]
    return find_topics(read(index, question), vector, index)


@pytest.mark.parametrize("question", ["用VPN犯法吗？", "Is using a VPN a crime?"])
def test_a_question_in_a_topic_s_own_words_is_of_that_topic_alone(index: Index, question: str) -> None:
    assert [phrase.subject for phrase in topics(index, question)] == ["use-is-it-a-crime"]


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("给多少个客户用过才算情节严重", "threshold-tools-person-times"), ("Would a private person who only browses with a VPN be convicted?", "use-is-it-a-crime"),
    ],
)  # fmt: skip
def test_topics_come_each_once_and_the_one_asked_about_is_among_them(index: Index, question: str, topic: str) -> None:
    found = [phrase.subject for phrase in topics(index, question)]
    assert topic in found
    assert len(found) == len(set(found)) <= TOPICS


def test_paragraphs_that_topics_and_terms_name_are_pinpoints(index: Index) -> None:
    question = read(index, "用VPN犯法吗？")
    own = pinpoints(question, topics(index, "用VPN犯法吗？"))
    assert own["implementing-measures-international-networking", "第二十二条"] == {1}


def test_a_question_that_names_the_subject_is_near_to_the_topics(index: Index) -> None:
    far = 0.0
    assert (
        leg_weights(index, read(index, "Who may keep a Shadowsocks node?"), far, far)[TOPIC]
        == LEAST_NEAR * WEIGHTS[TOPIC]
    )
    assert leg_weights(index, read(index, "Who may keep a parrot?"), far, far)[TOPIC] == 0.0


@pytest.mark.parametrize(
    ("question", "example"),
    [
        ("有没有判无罪的案例？", True),
        ("Are there any reported acquittals?", True),
        ("怎么论证VPN不是专门用于侵入的工具？有没有先例可以援引？", False),
        ("What must be proved? Are there any cases?", False),
        ("He sold three accounts. Are there any cases?", True),
        ("有没有判无罪的案例？？", True),
        ("卖了三个账号，有没有案例", True),
        ("Any cases under art. 285?", True),
        ("Has anyone been acquitted under Art. 225?", True),
        ("He took 3.5 thousand. Any cases?", True),
    ],
)
def test_examples_are_all_that_is_asked_for(index: Index, question: str, example: bool) -> None:
    assert asks_for_example(read(index, question).text) is example


def test_a_learned_metric_finds_a_topic_that_the_model_does_not_hold_to_be_near(index: Index) -> None:
    phrase = index.topics.phrases("en")[0]
    question = read(index, "What does the weather do?")
    vector = index.model.encode_queries([question.text])[0]
    own = index.model.encode_queries([phrase.text])[0]
    plain = copy.copy(index)
    plain.shelf = Shelf()
    assert phrase.subject not in [found.subject for found in find_topics(question, vector, plain)]
    # under it the question is the phrase, and all else stays where it is
    turned = np.eye(len(vector), dtype=np.float32) + np.outer(vector, own - vector).astype(np.float32)
    taught = copy.copy(index)
    taught.shelf = Shelf(metrics={TOPIC: Metric(turned)})
    assert phrase.subject in [found.subject for found in find_topics(question, vector, taught)]
