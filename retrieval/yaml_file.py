"""Read YAML files with libyaml's parser where PyYAML has it: it is ten times as fast."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """Return the content of a YAML file.

    :raises yaml.YAMLError: If it is none.
    """
    return parse_yaml(path.read_text(encoding="utf-8"))


def parse_yaml(text: str) -> Any:
    """Return what a text in YAML says.

    :raises yaml.YAMLError: If it is none.
    """
    return yaml.load(text, Loader=_LOADER)


def read_large_yaml(path: Path) -> Any:
    """Return the content of a YAML file that is read again and again; shared by all who read it, and not to be changed.

    :raises yaml.YAMLError: If it is none.
    """
    return _parsed(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _parsed(text: str) -> Any:
    """By its text, not by its place: each generation of the index has copies of the corpus's files."""
    return parse_yaml(text)
