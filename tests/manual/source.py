"""What is written in a spec test's own source: its texts, and the comments beside its questions."""

import ast
import inspect
import re
from collections.abc import Callable
from types import CodeType, ModuleType
from typing import Any


def strings(code: CodeType) -> set[str]:
    """Every text written in a function."""
    found: set[str] = set()
    for each in code.co_consts:
        if isinstance(each, str):
            found.add(each)
        elif isinstance(each, CodeType):
            found |= strings(each)
    return found


_COMMENT = re.compile(r"(?:^|\s)# (.+)$")


def notes_beside(test: Callable[..., Any], lines: list[int]) -> dict[int, tuple[str, ...]]:
    """What is written beside each question: above its line, and from there to the next."""
    source, first = inspect.getsourcelines(test)
    body = test.__code__.co_firstlineno
    starts = [line for line in lines if line]
    found: dict[int, list[str]] = {line: [] for line in starts}
    waiting: list[str] = []
    current: int | None = None
    for number, text in enumerate(source, first):
        said = _COMMENT.search(text.rstrip()) if number > body else None
        alone = text.strip().startswith("# ")
        if number in found:
            current = number
            found[current] += waiting
            waiting = []
        if said and alone:
            waiting.append(said[1])
        elif said and current is not None:
            found[current] += [*waiting, said[1]]
            waiting = []
    if current is not None:
        found[current] += waiting
    return {line: tuple(notes) for line, notes in found.items()}


def comments_above(module: ModuleType) -> dict[int, str]:
    """What is written above the drawn records of a file, by the object that holds them."""
    text = inspect.getsource(module)
    lines = text.splitlines()
    found = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            said: list[str] = []
            at = node.lineno - 2
            while at >= 0 and lines[at].startswith("# "):
                said.insert(0, lines[at][2:])
                at -= 1
            if said:
                found[id(getattr(module, node.targets[0].id))] = " ".join(said)
    return found
