"""Misspelt English words are read as meant; what is right, a name or another English stays."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import read_question
from retrieval.request import Request, Turn
from retrieval.search import search
from retrieval.words.spelling import Spelling

TODAY = date(2026, 11, 25)
SPELLING = Spelling(
    [
        "the criminal law, article 3: illegal business of recognized persons, defence, colour, banking, threshold, penalty, "
        "less acts, aware of doing the face, blogger, para"
    ]
)


@pytest.mark.parametrize(("typed", "meant"), [
    ("ilegal busines", "illegal business"), ("crimnal law artcle 3", "criminal law article 3"),
    ("the treshold, of whcih", "the threshold, of whcih"),  # no word of the corpus is near
    ("penality under parra 3", "penalty under para 3"), ("", ""), ("违法所得 treshold", "违法所得 threshold"),
])  # fmt: skip
def test_a_word_one_letter_away_is_meant(typed: str, meant: str) -> None:
    assert SPELLING.correct(typed) == meant


@pytest.mark.parametrize("text", [
    "baking bread",  # a word, though banking is one letter away
    "recognised recognise", "defences", "colours",  # of another English, or another form
    "vless, adware and doxing, actus, prima facie, vlogger",  # words that the dictionary lacks
    "Crimnal Artcle", "BUSINES",  # names begin large
    "see artcle@busines.com or http://x.example/busines and ilegal.busines", "law", "285(3)", "翻墙",
])  # fmt: skip
def test_what_is_right_stays(text: str) -> None:
    assert SPELLING.correct(text) == text


def test_without_a_corpus_nothing_is_corrected() -> None:
    assert Spelling([]).correct("ilegal busines") == "ilegal busines"


def test_a_misspelt_question_finds_what_the_right_one_finds(index: Index) -> None:
    found = search(index, Request("ilegal busines operations: the punishmnet"), 3, today=TODAY)
    assert found.question.text == "illegal business operations: the punishment"
    assert found.found[0].passage.unit == ("criminal-law", "第二百二十五条")


def test_the_turn_before_is_read_as_meant(index: Index) -> None:
    before = (Turn("user", "ilegal busines operations"), Turn("assistant", "Article 225 …"))
    assert "illegal business" in read_question(Request("and for units?", before), index, TODAY).context


def test_phrases_of_the_topics_are_right(index: Index) -> None:
    phrases = [phrase.text for phrase in index.topics.phrases("en")]
    assert [index.spelling.correct(phrase) for phrase in phrases] == phrases
