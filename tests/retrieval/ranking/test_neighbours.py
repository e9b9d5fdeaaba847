"""What stands near to what an answer cited is raised for the question that follows it."""

from datetime import date

import pytest

from retrieval.index import Index
from retrieval.question import read_question
from retrieval.ranking.found import Found
from retrieval.ranking.neighbours import near_the_cited
from retrieval.references.find import Reference, find_references
from retrieval.request import Request, Turn
from retrieval.search import search

CITED = "A suspended sentence is open to him (Criminal Law, Article 72)."


def cited(index: Index, text: str = CITED) -> list[Reference]:
    return find_references(text, index.registry)


def worth(index: Index, *articles: str, authority: str = "criminal-law", text: str = CITED) -> list[float]:
    """What articles that all scored 1 score beside what a text cites."""
    found = [Found(index.units[authority, article]["zh"][0], 1.0, {"topic": 1}) for article in articles]
    return [one.score for one in near_the_cited(found, cited(index, text), index)]


def test_the_nearer_the_more(index: Index) -> None:
    next_one, further, far = worth(index, "第七十三条", "第七十七条", "第二百八十五条")
    assert next_one > further > far >= 1
    assert far < 1.01


def test_the_article_itself_counts_less_than_the_one_beside_it(index: Index) -> None:
    same, beside = worth(index, "第七十二条", "第七十三条")
    assert 1 < same < beside


def test_distance_is_in_articles_of_the_text_not_in_numbers(index: Index) -> None:
    """Article 286-1 comes between 286 and 287."""
    before, inserted, behind = worth(
        index, "第二百八十六条", "第二百八十六条之一", "第二百八十七条", text="Criminal Law, Article 285"
    )
    assert before > inserted > behind > 1


def test_of_several_that_were_cited_the_nearest_counts(index: Index) -> None:
    one = worth(index, "第七十三条", text="Criminal Law, Article 72")
    assert worth(index, "第七十三条", text="Criminal Law, Article 285 and Criminal Law, Article 72") == one


@pytest.mark.parametrize(
    "text", ["Nothing is cited here.", "The Criminal Law as a whole.", "Cybersecurity Law, Article 27"]
)
def test_what_no_article_of_the_same_law_is_cited_beside_stays_as_it_is(index: Index, text: str) -> None:
    assert worth(index, "第七十三条", text=text) == [1.0]


def test_a_section_without_a_number_stays_as_it_is(index: Index) -> None:
    passage = next(p for p in index.passages.values() if not p.article)
    found = [Found(passage, 1.0, {"topic": 1})]
    assert near_the_cited(found, cited(index), index) == found


def test_what_stands_in_the_same_chapter_of_the_law_comes_before_what_is_only_alike(index: Index) -> None:
    """What revokes a suspended sentence stands five articles behind the one that allows it."""

    def place(answer: str) -> int:
        turns = (Turn("user", "他能不能不坐牢？"), Turn("assistant", answer))
        found = search(index, Request("那要是违反了呢？", turns), 40).found
        return [(one.passage.authority, one.passage.article) for one in found].index(("criminal-law", "第七十七条"))

    assert place("可以宣告缓刑（刑法第七十二条）。") < place("可以宣告缓刑。")


def test_only_a_question_that_points_back_is_read_beside_what_was_cited(index: Index) -> None:
    history = (Turn("user", "Can my client stay out of prison?"), Turn("assistant", CITED))
    by_itself = Request("What does Article 285(3) of the Criminal Law punish?", history)
    assert read_question(by_itself, index, date(2026, 11, 24)).cited == ()
    back = read_question(Request("And for how long would that be?", history), index, date(2026, 11, 24))
    assert [reference.article for reference in back.cited] == [(72, 0)]
