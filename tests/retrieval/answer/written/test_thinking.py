"""What a reasoning model thinks is no part of its answer."""

import pytest

from retrieval.answer.written.thinking import ThoughtFilter, without_thoughts

CASES = {
    "<think>a [1]</think>b": "b", "<think>\na\n</think>\n\nb": "\n\nb", "b<think>a": "b", "<THINK>a</THINK>b": "b", "<thinking>a</thinking>b": "b",
    "<think>a<think>b</think>c": "c", "<reasoning>a</reasoning>b<think>c</think>d": "bd", "[THINK]a[/THINK]b": "b", "◁think▷a◁/think▷b": "b",
    "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b": "b", "<think type='x'>a</think >b": "b",
    "<seed:think>a</seed:think>b": "b", "i think so [1]": "i think so [1]", "a < b <thin": "a < b <thin", "[Article 5]": "[Article 5]", "<think></think>b": "b",
}  # fmt: skip


@pytest.mark.parametrize(("text", "answer"), CASES.items())
def test_thoughts_are_left_out(text: str, answer: str) -> None:
    assert without_thoughts(text) == answer


@pytest.mark.parametrize(("text", "answer"), CASES.items())
@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_they_are_left_out_however_the_text_is_cut(text: str, answer: str, size: int) -> None:
    thoughts = ThoughtFilter()
    out = "".join(thoughts.feed(text[at : at + size]) for at in range(0, len(text), size)) + thoughts.close()
    assert out == answer


@pytest.mark.parametrize("text", ["a [7]</think>b", "a</think>b</think>c", "a<think>b</think>c</think>d"])
def test_what_stands_before_an_end_that_nothing_opened_was_thought(text: str) -> None:
    assert without_thoughts(text) == text[-1]
