"""What every source file keeps to: its size, its first sentence, and what it may not hold."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.factories.committed import files, name

LONGEST = 320
SET_ASIDE = re.compile(r"mark\.(skip|x" r"fail)\b")
LEFT_TO_DO = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")

SOURCES = files(".py", under="src")
TESTS = files(".py", under="tests")
# Django writes the migrations, each as long as the tables it makes.
EVERY = [path for path in files(".py") if path.parent.name != "migrations"]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(paths: list[Path], kind: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    """Every node of a kind, with where it stands."""
    for path in paths:
        for node in ast.walk(parsed(path)):
            if isinstance(node, kind):
                yield f"{name(path)}, line {getattr(node, 'lineno', 1)}", node


def holding(paths: list[Path], pattern: re.Pattern[str]) -> list[str]:
    return [name(path) for path in paths if pattern.search(path.read_text(encoding="utf-8"))]


def test_no_file_holds_more_than_one_idea() -> None:
    lengths = {name(path): path.read_text(encoding="utf-8").count("\n") for path in EVERY}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_every_file_says_first_what_it_is_for() -> None:
    silent = []
    for path in EVERY:
        text = path.read_text(encoding="utf-8")
        said = ast.get_docstring(parsed(path)) or ""
        if text.strip() and not re.search(r"\w+ \w+.*[.:!]", said.split("\n\n")[0], re.DOTALL):
            silent.append(name(path))
    assert silent == []


def test_no_assertion_validates_anything() -> None:
    """``python -O`` takes assert away: an error says what to do instead."""
    assert [where for where, _ in nodes(SOURCES, ast.Assert)] == []


def test_no_error_is_swallowed() -> None:
    swallowed = [
        where
        for where, node in nodes(SOURCES, ast.ExceptHandler)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or all(isinstance(each, ast.Pass) for each in node.body))
    ]
    assert swallowed == []


def test_nothing_is_left_undone() -> None:
    assert holding(SOURCES, LEFT_TO_DO) == []
    unfinished = [
        where for where, node in nodes(SOURCES, ast.Raise) if "NotImplemented" in ast.dump(node)
    ]
    assert unfinished == []


def test_every_test_can_fail() -> None:
    """A test asserts, expects an error or calls something; and asserts no constant."""
    idle, constant = [], []
    for where, node in nodes(TESTS, ast.FunctionDef):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            inside = list(ast.walk(node))
            if not any(isinstance(each, ast.Assert | ast.With | ast.Call) for each in inside):
                idle.append(where)
    for where, node in nodes(TESTS, ast.Assert):
        if isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant):
            constant.append(where)
    assert idle == []
    assert constant == []


def test_no_test_is_set_aside() -> None:
    assert holding(TESTS, SET_ASIDE) == []
