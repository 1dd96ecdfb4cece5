"""The size and the names of modules, and the doors of the dependencies."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("plugins/*/src/**/*.py")])
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "managers", "misc"}
HEAVY = {"babel", "cattrs", "hypothesis", "icalendar", "importlib.metadata", "pytest"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _at_import(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield the imports that run when the module does: not in functions, not for checkers only."""
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from _at_import(node.orelse)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in ("body", "orelse", "finalbody", "handlers"):
                for child in getattr(node, part, ()):
                    yield from _at_import(child.body if part == "handlers" else [child])


def _modules(node: ast.Import | ast.ImportFrom) -> set[str]:
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    else:
        # `from importlib import metadata` opens the same door as `import importlib.metadata`.
        names = [f"{node.module}.{alias.name}" for alias in node.names]
    return {".".join(name.split(".")[:depth]) for name in names for depth in (1, 2)}


def test_there_are_sources():
    assert ROOT / "src/rencontres/__init__.py" in SOURCES


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_module_stays_under_300_lines(path):
    assert len(path.read_text("utf-8").splitlines()) < 300


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_room_is_named_after_what_is_in_it(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    assert not VAGUE & {part.strip("_") for part in parts}


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_importlib_metadata_is_read_by_plugins_alone(path):
    nodes = [
        node
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    opened = any("importlib.metadata" in _modules(node) for node in nodes)
    assert not opened or path == ROOT / "src/rencontres/plugins.py"


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if "testing" not in path.parts], ids=_name
)
def test_a_dependency_is_imported_by_the_function_that_needs_it(path):
    for node in _at_import(ast.parse(path.read_bytes()).body):
        assert not HEAVY & _modules(node), f"line {node.lineno}"
