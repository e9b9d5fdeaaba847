"""The search: what may be shown, how much comes back, and that it is the same each time."""

import itertools
from contextlib import closing
from datetime import date

import pytest

from ingest.documents import add_document
from ingest.sync import sync
from retrieval.authority import Kind
from retrieval.chain import answer
from retrieval.index import Index, open_index
from retrieval.ranking.legs import LEGS
from retrieval.request import Request
from retrieval.search import FayanRetriever, Search, search
from retrieval.settings import Settings
from retrieval.store.database import connect
from tests.support import write_law

TODAY = date(2026, 11, 24)
QUESTIONS = [
    "提供翻墙软件构成什么罪？",
    "违法所得多少算情节特别严重？",
    "刑法第285条第3款",
    "个人使用VPN会被罚款吗",
    "What is the penalty for selling VPN accounts?",
    "Article 6 of the Interim Provisions",
    "Why was Wang Lijun acquitted?",
    "zzz qqq",
]


def ids(found: Search) -> list[str]:
    return [one.passage.id for one in found.found]


def ask(index: Index, question: str, k: int = 10, **request: object) -> Search:
    return search(index, Request(question, **request), k, today=TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize("question", QUESTIONS)
def test_scores_fall_strictly_and_no_unit_comes_twice(index: Index, question: str) -> None:
    found = ask(index, question, 20).found
    assert len(found) == 20
    assert all(one.score > other.score for one, other in itertools.pairwise(found))
    assert len({one.passage.unit for one in found}) == 20
    assert all(one.ranks for one in found)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_question_gives_the_same_result(index: Index, question: str) -> None:
    one, other = ask(index, question, 15), ask(index, question, 15)
    assert one.found == other.found
    assert (one.similarity, one.question) == (other.similarity, other.question)


def test_another_opening_of_the_index_gives_the_same_result(index: Index, settings: Settings) -> None:
    other = open_index(settings, index.model)
    assert [ids(ask(index, question)) for question in QUESTIONS] == [
        ids(ask(other, question)) for question in QUESTIONS
    ]
    other.vectors.close()


@pytest.mark.parametrize("k", [1, 3, 12, 60, 100])
def test_k_results_come_back(index: Index, k: int) -> None:
    assert len(ask(index, "计算机信息系统", k).found) == k


@pytest.mark.parametrize("kind", [Kind.STATUTE, Kind.REGULATION, Kind.INTERPRETATION, Kind.CASE, Kind.COMMENTARY])
@pytest.mark.parametrize("question", ["提供翻墙软件构成什么罪？", "Why was Wang Lijun acquitted?"])
def test_with_a_kind_k_results_come_whenever_k_exist(index: Index, kind: Kind, question: str) -> None:
    units = {p.unit for p in index.passages.values() if p.kind is kind}
    for k in (1, 5, min(len(units), 100)):
        found = ask(index, question, k, kinds=frozenset({kind})).found
        assert len(found) == min(k, len(units))
        assert {one.passage.kind for one in found} == {kind}


def test_a_kind_that_the_corpus_lacks_gives_nothing(index: Index) -> None:
    assert ask(index, "提供翻墙软件构成什么罪？", kinds=frozenset({Kind.PENALTY})).found == []


@pytest.mark.parametrize(
    ("question", "kinds", "documents"),
    [
        ("卖VPN违法所得3万元，情节特别严重吗？", frozenset({Kind.CASE}), None),
        ("卖VPN违法所得3万元，情节特别严重吗？", None, frozenset({"criminal-law"})),
        ("2025年网络安全法第二十九条怎么规定？", None, frozenset({"cybersecurity-law"})),
    ],
)
def test_what_is_quoted_is_of_the_kinds_and_documents_that_were_chosen(
    index: Index, question: str, kinds: frozenset[Kind] | None, documents: frozenset[str] | None
) -> None:
    """Thresholds and other versions of a law as well."""
    made = answer(index, Request(question, kinds=kinds, documents=documents))
    cited = [index.passages[c.passage_id] for c in made.citations if c.passage_id]
    assert cited or made.declined
    assert kinds is None or {passage.kind for passage in cited} <= kinds
    assert documents is None or {passage.authority for passage in cited} <= documents


def test_kinds_hold_for_what_the_question_names_too(index: Index) -> None:
    found = ask(index, "刑法第285条第3款和王力军案", 10, kinds=frozenset({Kind.CASE})).found
    assert found[0].passage.authority == "guiding-case-97-wang-lijun"
    assert {one.passage.kind for one in found} == {Kind.CASE}


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("提供翻牆軟件構成什麼罪？", "提供翻墙软件构成什么罪？"),
        ("刑法第二百八十五條第三款", "刑法第二百八十五条第三款"),
        ("違法所得五千元以上是情節嚴重嗎", "违法所得五千元以上是情节严重吗"),
        ("王力軍案為什麼改判無罪", "王力军案为什么改判无罪"),
        ("網絡安全法第二十九條規定了什麼", "网络安全法第二十九条规定了什么"),
    ],
)
def test_traditional_characters_find_what_simplified_ones_find(index: Index, traditional: str, simplified: str) -> None:
    assert ids(ask(index, traditional)) == ids(ask(index, simplified))


def test_full_width_forms_find_what_plain_ones_find(index: Index) -> None:
    assert ids(ask(index, "刑法第２８５条第３款")) == ids(ask(index, "刑法第285条第3款"))


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("刑法第285条第3款", ("criminal-law", "第二百八十五条")),
        ("刑法第二百八十六条之一规定了什么", ("criminal-law", "第二百八十六条之一")),
        ("What does Article 286-1 of the Criminal Law say?", ("criminal-law", "第二百八十六条之一")),
        ("《网络安全法》第二十九条", ("cybersecurity-law", "第二十九条")),
        ("法释〔2011〕19号第三条", ("interpretation-2011-19-computer-systems", "第三条")),
        ("article 3 of the 2011 Interpretation", ("interpretation-2011-19-computer-systems", "第三条")),
        ("暂行规定第六条", ("interim-provisions-international-networking", "第六条")),
        ("Article 22 of the Implementing Measures", ("implementing-measures-international-networking", "第二十二条")),
    ],
)
def test_a_named_article_comes_first(index: Index, question: str, unit: tuple[str, str]) -> None:
    assert ask(index, question).found[0].passage.unit == unit


@pytest.mark.parametrize(
    ("question", "authority"),
    [
        ("(2018)鄂1003刑初150号", "zhu-jingzhou-2018-150"),
        ("(2018) E 1003 Xing Chu No. 150", "zhu-jingzhou-2018-150"),
        ("王力军案", "guiding-case-97-wang-lijun"),
        ("Guiding Case No. 97", "guiding-case-97-wang-lijun"),
        ("阮某某为什么不起诉", "ruan-non-prosecution-2021"),
    ],
)
def test_a_named_case_comes_first(index: Index, question: str, authority: str) -> None:
    assert ask(index, question).found[0].passage.authority == authority


def test_passages_are_shown_in_the_language_of_the_question(index: Index) -> None:
    english = ask(index, "What does Article 285(3) of the Criminal Law say?").found[0].passage
    chinese = ask(index, "刑法第285条第3款").found[0].passage
    assert (english.language, chinese.language) == ("en", "zh")
    assert english.unit == chinese.unit


@pytest.mark.parametrize("leg", LEGS)
def test_each_leg_can_work_alone(index: Index, leg: str) -> None:
    found = search(index, Request("刑法第285条第三款：出售翻墙软件 VPN"), 10, (leg,), TODAY).found
    assert all(set(one.ranks) <= {leg} for one in found)
    if leg.startswith("dense"):
        assert len(found) == 10


def test_the_version_in_force_on_the_date_comes_first(index: Index) -> None:
    question = "任何个人和组织不得提供专门用于从事侵入网络活动的程序、工具"
    first = {}
    for day in (date(2023, 6, 1), date(2026, 6, 1)):
        found = ask(index, question, as_of=day).found
        first[day.year] = next(
            f.passage.authority for f in found if f.passage.authority.startswith("cybersecurity-law")
        )
    assert first == {2023: "cybersecurity-law-2016", 2026: "cybersecurity-law"}


def test_a_year_in_the_question_is_the_date_asked_about(index: Index) -> None:
    found = ask(index, "2023年出售翻墙软件，网络安全法怎么规定？")
    assert found.question.as_of == date(2023, 12, 31)
    assert ask(index, "出售翻墙软件，网络安全法怎么规定？").question.as_of == TODAY
    assert ask(index, "2023年出售翻墙软件", as_of=date(2020, 1, 1)).question.as_of == date(2020, 1, 1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> tuple[Index, dict[str, str]]:
    """An index with documents of two users and one for all; and the documents' ids by owner."""
    root = tmp_path_factory.mktemp("shared")
    (root / "data").mkdir()
    (root / "data" / "models").symlink_to(settings.data_dir / "models")
    write_law(root / "corpus" / "regulations" / "own-law", ["渡轮应当登记。", "渡轮不得超载。"])
    own = Settings(data_dir=root / "data", corpus_dir=root / "corpus")
    keys = {}
    with closing(connect(own.database)) as connection:
        for owner in ("li", "wang", None):
            text = f"{owner or '所有人'}的备忘录：渡轮超载三十人，船长被罚款。"
            keys[str(owner)] = add_document(connection, "memo.txt", text.encode(), owner)[0].id
    sync(own, progress=False)
    return open_index(own), keys


def seen(index: Index, **request: object) -> set[str]:
    return {one.passage.authority for one in ask(index, "渡轮超载罚款", 10, **request).found}


def test_an_owners_documents_are_unseen_by_others(shared: tuple[Index, dict[str, str]]) -> None:
    index, keys = shared
    assert seen(index, user="li") == {"own-law", keys["li"], keys["None"]}
    assert seen(index, user="wang") == {"own-law", keys["wang"], keys["None"]}
    assert seen(index) == {"own-law", keys["None"]}
    assert seen(index, user="zhao") == {"own-law", keys["None"]}


def test_a_users_choice_of_documents_cannot_reach_those_of_others(shared: tuple[Index, dict[str, str]]) -> None:
    index, keys = shared
    assert seen(index, user="li", documents=frozenset({keys["li"]})) == {keys["li"]}
    assert seen(index, user="li", documents=frozenset({keys["wang"]})) == set()
    assert seen(index, user="li", kinds=frozenset({Kind.DOCUMENT})) == {keys["li"], keys["None"]}


def test_an_owners_document_is_not_named_to_others(shared: tuple[Index, dict[str, str]]) -> None:
    index, keys = shared
    assert keys["li"] not in {f.passage.authority for f in ask(index, "li的备忘录", user="wang").found}


def test_the_retriever_gives_langchain_documents(index: Index) -> None:
    documents = FayanRetriever(index=index, k=4).invoke("刑法第285条第3款")
    assert len(documents) == 4
    first = documents[0]
    assert first.page_content == index.passages[first.id or ""].text
    assert (first.metadata["authority"], first.metadata["article"]) == ("criminal-law", "第二百八十五条")
    scores = [document.metadata["score"] for document in documents]
    assert scores == sorted(scores, reverse=True)


def _units_of_kind(index: Index, kind: Kind) -> int:
    return len({passage.unit for passage in index.passages.values() if passage.kind is kind})


@pytest.mark.parametrize("kind", [Kind.STATUTE, Kind.INTERPRETATION, Kind.CASE, Kind.PENALTY, Kind.COMMENTARY])
@pytest.mark.parametrize("question", ["提供翻墙软件构成什么罪？", "zzz qqq"])
def test_so_many_come_back_as_there_are(index: Index, question: str, kind: Kind) -> None:
    there_are = _units_of_kind(index, kind)
    for k in (5, 100):
        found = ask(index, question, k, kinds=frozenset([kind]), as_of=date(2015, 1, 1)).found
        assert len(found) == min(k, there_are)
        assert all(one.passage.kind is kind for one in found)


def test_of_a_named_document_every_passage_comes_back(index: Index) -> None:
    name = next(passage.authority for passage in index.passages.values() if passage.kind is Kind.CASE)
    units = {passage.unit for passage in index.by_authority[name]}
    assert {one.passage.unit for one in ask(index, "zzz qqq", 100, documents=frozenset([name])).found} == units
    assert ask(index, "提供翻墙软件构成什么罪？", 10, documents=frozenset(["nothing"])).found == []
