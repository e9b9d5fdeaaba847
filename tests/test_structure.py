"""What lies directly below a package, packages and modules, does not import one another in a circle."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STRAIGHT = ("web", "ingest", "eval", "retrieval")


def imported(node: ast.AST) -> Iterator[str]:
    """Yield the names that a module imports when it runs, also within functions; not those for a type checker only."""
    if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        for other in node.orelse:
            yield from imported(other)
        return
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    for child in ast.iter_child_nodes(node):
        yield from imported(child)


def parts_imported(package: Path) -> dict[str, set[str]]:
    """Return what lies directly below a package, and which of it each imports."""
    parts: dict[str, set[str]] = {}
    for file in package.rglob("*.py"):
        own = file.relative_to(package).with_suffix("").parts[0]
        names = [name.split(".") for name in imported(ast.parse(file.read_text(encoding="utf-8")))]
        parts.setdefault(own, set()).update(name[1] for name in names if name[0] == package.name and name[1:])
    return {own: others - {own} for own, others in parts.items()}


def circle(parts: dict[str, set[str]]) -> list[str]:
    """Return parts of which each is imported by the next, the first one again at the end; empty if there is no circle."""
    try:
        TopologicalSorter(parts).prepare()
    except CycleError as error:
        return error.args[1]
    return []


@pytest.mark.parametrize("package", STRAIGHT)
def test_no_part_of_a_package_imports_another_in_a_circle(package: str) -> None:
    parts = parts_imported(ROOT / package)
    assert parts
    assert circle(parts) == []


def test_a_circle_is_found(tmp_path: Path) -> None:
    texts = {
        "a/one.py": "from made.b.two import x",
        "b/two.py": "def later():\n    import made.c",
        "c.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from made import a",
    }
    for name, text in texts.items():
        (tmp_path / "made" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "made" / name).write_text(text, encoding="utf-8")
    assert parts_imported(tmp_path / "made") == {"a": {"b"}, "b": {"c"}, "c": set()}
    assert circle(parts_imported(tmp_path / "made")) == []
    (tmp_path / "made" / "c.py").write_text("from made import a", encoding="utf-8")
    assert set(circle(parts_imported(tmp_path / "made"))) == {"a", "b", "c"}
