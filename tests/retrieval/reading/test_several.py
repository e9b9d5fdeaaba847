"""The things that a message asks are told apart, numbered or not, with their marks or without."""

import pytest

from retrieval.reading.several import asked_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("taken yesterday, 1. how long can they hold him, 2. when can the lawyer see him", ["how long can they hold him", "when can the lawyer see him"]),
        ("Police say he helped. 1) is he an accomplice? 2) minor role?", ["is he an accomplice", "minor role"]),
        ("收了3万。问:退的钱能扣吗?能不能缓?", ["退的钱能扣吗", "能不能缓"]),
        ("公司会被罚吗,老板会坐牢吗", ["公司会被罚吗", "老板会坐牢吗"]),
        ("separate crime? does it make the sentence worse", ["separate crime", "does it make the sentence worse"]),
        ("must he? and what if they clone it", ["must he", "what if they clone it"]),
        ("Which tier are we in, and does opening the door count?", ["Which tier are we in", "does opening the door count"]),
        # what is told, and articles, are none
        ("When the police came, he ran.", []),
        ("What is art. 285(3)?", ["What is art. 285(3)"]),
    ],
)  # fmt: skip
def test_what_is_asked(text: str, parts: list[str]) -> None:
    assert asked_parts(text) == parts
