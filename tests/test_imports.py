"""Imports flow one way, and the house keeps its habits: read from the syntax of every module."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shared import ROOMS

ORDER = ("ontology", "extract", "graph")
MAY_PRINT = ("graph/cli.py", "graph/cli/")
LINES_OF_A_MODULE = 400
LINES_OF_A_FUNCTION = 40

# What is over the limits today. Entries leave this list when the code is cut up; none is added.
LONG_MODULES: set[str] = set()
LONG_FUNCTIONS: set[str] = set()


def modules() -> list[tuple[str, Path]]:
    """Return every module as its path inside the house and its file."""
    return [
        (f"{room}/{file.relative_to(folder).as_posix()}", file)
        for room, folder in ROOMS.items()
        for file in sorted(folder.rglob("*.py"))
    ]


MODULES = modules()
each_module = pytest.mark.parametrize(("name", "file"), MODULES, ids=[name for name, _ in MODULES])


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def imported(file: Path) -> Iterator[str]:
    """Yield the top-level names that a module imports, wherever in it."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@each_module
def test_imports_flow_one_way(name: str, file: Path) -> None:
    room = name.split("/", maxsplit=1)[0]
    above = {*ORDER[ORDER.index(room) + 1 :], "zhitu", "tests"}

    assert not above & set(imported(file)), f"{name} imports from a room above it"


@each_module
def test_relative_imports_stay_in_their_room(name: str, file: Path) -> None:
    depth = name.count("/")
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ImportFrom):
            assert node.level <= depth, f"{name}:{node.lineno} reaches out of its room"


@each_module
def test_nothing_is_imported_wholesale(name: str, file: Path) -> None:
    stars = [
        f"{name}:{node.lineno}"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]

    assert stars == []


@each_module
def test_only_the_command_line_prints(name: str, file: Path) -> None:
    prints = [
        f"{name}:{node.lineno}"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]

    assert name.startswith(MAY_PRINT) or prints == []


@each_module
def test_nothing_is_swallowed(name: str, file: Path) -> None:
    silent = [
        f"{name}:{node.lineno}"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "BaseException"))
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ]

    assert silent == []


def test_modules_stay_short() -> None:
    long = {name for name, file in MODULES if len(file.read_text(encoding="utf-8").splitlines()) > LINES_OF_A_MODULE}

    assert long == LONG_MODULES


def test_functions_stay_short() -> None:
    long = {f"{name}:{function}" for name, file in MODULES for function in long_functions(file)}

    assert long == LONG_FUNCTIONS


def long_functions(file: Path) -> Iterator[str]:
    """Yield the functions of a module whose body, without its docstring, is over the limit."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
            if body and (body[-1].end_lineno or 0) - body[0].lineno + 1 > LINES_OF_A_FUNCTION:
                yield node.name
