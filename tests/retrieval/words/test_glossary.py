"""The glossary: any name of a term finds it."""

import pytest

from retrieval.words.glossary import Glossary, Term, load_glossary
from tests.support import CORPUS


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    """The project's glossary."""
    return load_glossary(CORPUS)


def test_every_name_finds_its_term(glossary: Glossary) -> None:
    missed = [name for term in glossary.terms for name in term.names if name and term not in glossary.find(f"({name})")]
    assert missed == []


def test_terms_come_in_the_order_of_the_text_and_once(glossary: Glossary) -> None:
    found = glossary.find("从犯能缓刑吗？从犯")
    assert [term.zh for term in found] == ["从犯", "缓刑"]


def test_case_and_plural_do_not_matter(glossary: Glossary) -> None:
    assert glossary.find("Suspended SENTENCES") == glossary.find("suspended sentence") != []


def test_a_name_inside_a_word_is_none() -> None:
    glossary = Glossary([Term("虚拟专用网", "VPN")])
    assert glossary.find("VPNX and MYVPN") == []
    assert [t.zh for t in glossary.find("VPNs")] == ["虚拟专用网"]
    assert [t.zh for t in glossary.find("用VPN翻墙")] == ["虚拟专用网"]


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("What is 帮信罪?", "en", "What is crime of assisting information network criminal activities?"),
        ("burden of proof (举证责任)", "en", "burden of proof (举证责任)"),
        ("能申请bail吗", "zh", "能申请取保候审吗"),
        ("is 机场 lawful", "en", "is 机场 lawful"),
    ],
)
def test_names_of_the_other_language_are_called_as_in_the_text_s_own(
    glossary: Glossary, text: str, language: str, named: str
) -> None:
    assert glossary.name_in(text, language) == named


def test_the_longest_name_wins() -> None:
    glossary = Glossary([Term("罚", "penalty"), Term("罚金", "fine")])
    assert [term.en for term in glossary.find("处罚金")] == ["fine"]


def test_a_corpus_without_a_glossary_has_no_terms(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert load_glossary(tmp_path_factory.mktemp("empty")).find("翻墙") == []
