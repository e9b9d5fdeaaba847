"""The sentences: each name means one thing, and is there in both languages with the same values to fill in."""

import re
from pathlib import Path

import prompts
from prompts import sentences

_VALUE = re.compile(r"\{(\w+)\}")


def test_no_name_is_given_twice() -> None:
    for language in ("en", "zh"):
        names = [
            line.partition(":")[0]
            for path in Path(prompts.__file__).parent.glob(f"*-{language}.yaml")
            for line in path.read_text(encoding="utf-8").splitlines()
            if re.match(r"\w+:", line)
        ]
        assert sorted(names) == sorted(set(names))


def test_both_languages_have_the_same_names_and_values() -> None:
    english, chinese = sentences("en"), sentences("zh")
    assert english.keys() == chinese.keys()
    differing = [
        name for name, text in english.items() if set(_VALUE.findall(text)) != set(_VALUE.findall(chinese[name]))
    ]
    assert differing == []
