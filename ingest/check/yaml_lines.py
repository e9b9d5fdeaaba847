"""YAML with the line of every field, and the keys that a mapping has twice."""

from dataclasses import dataclass, field
from typing import Any

import yaml

Place = tuple[str | int, ...]


@dataclass
class Located:
    """A YAML document.

    :param content: As `yaml.safe_load` gives it.
    :param lines: From the place of a field, `("notes", 0, "zh")`, to its line, counted from 1.
    :param doubled: Key and line of each key that its mapping already has; YAML itself keeps the last one silently.
    """

    content: Any
    lines: dict[Place, int] = field(default_factory=dict)
    doubled: list[tuple[str, int]] = field(default_factory=list)

    def line(self, *place: str | int) -> int:
        """Return the line of a place or, where it does not stand there, of what would hold it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def load_located(text: str) -> Located:
    """Read a YAML document.

    :raises yaml.YAMLError: If it is none.
    """
    located = Located(yaml.safe_load(text))
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if node is not None:
        _walk(node, (), located)
    return located


def _walk(node: yaml.Node, place: Place, located: Located) -> None:
    located.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                located.doubled.append((key.value, line))
            seen.add(key.value)
            located.lines[(*place, key.value)] = line
            _walk(value, (*place, key.value), located)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            _walk(value, (*place, number), located)
