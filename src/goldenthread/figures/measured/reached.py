"""Finds the code that makes an indicator's rows, whatever words and comments stand round it.

Beginning with the function that the indicator names, every function, method and constant of the
room ``indicators`` that it may come to is taken, and every list of codes it may label with. Where
a name could mean several things all are taken: then something may be said to have changed that
has not, and never the opposite.
"""

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from pkgutil import iter_modules

from goldenthread.indicators import Indicator
from goldenthread.tables import code_list
from goldenthread.tables.codes import code_lists

_ROOM = "goldenthread.indicators"
# What expressions are described, listed and added up by, and not what makes their rows.
_NO_STEPS = {
    *("catalogue", "counting", "definition", "dimensions", "documentation", "expression"),
    *("parameter", "parameters", "parameters_of_care"),
    "homes",  # makes a breakdown of rows, and none of them: see ``text_of``
}
_JOURNEY = "Journey"
# What stands in a tree of code and changes nothing that it does.
_IDLE = {"annotation", "returns", "type_comment", "type_params", "type_ignores", "ctx", "kind"}


@dataclass(eq=False)
class _Piece:
    """A function, method or constant: where it stands, its class if any, and its code."""

    module: str
    name: str
    code: ast.AST

    @cached_property
    def text(self) -> str:
        """What it does."""
        return f"{self.name}: {_shape(self.code)}"

    @property
    def owner(self) -> str:
        """The class it is a method of."""
        return self.name.rpartition(".")[0]

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Its code without what changes nothing."""
        return tuple(_walked(self.code))

    @cached_property
    def lists(self) -> frozenset[str]:
        """The lists of codes that it names."""
        named = {node.value for node in self.nodes if isinstance(node, ast.Constant)}
        return frozenset(str(name) for name in named.intersection(code_lists()))


@dataclass
class _Steps:
    """The pieces of every module of steps, and which class each property of the journey is."""

    by_place: dict[tuple[str, str], _Piece] = field(default_factory=dict)
    by_name: dict[str, list[_Piece]] = field(default_factory=dict)
    methods: dict[str, list[_Piece]] = field(default_factory=dict)
    receivers: dict[str, str] = field(default_factory=dict)
    _led_to: dict[int, tuple[_Piece, ...]] = field(default_factory=dict)

    def add(self, piece: _Piece) -> None:
        """Take a piece in, under every name it may be meant by."""
        self.by_place[piece.module, piece.name] = piece
        if piece.owner:
            method = piece.name.rpartition(".")[2]
            self.methods.setdefault(method, []).append(piece)
            if method == "__init__":
                self.by_name.setdefault(piece.owner, []).append(piece)
        else:
            self.by_name.setdefault(piece.name, []).append(piece)

    def led_to(self, piece: _Piece) -> tuple[_Piece, ...]:
        """What a piece of steps may come to: many indicators reach it, and all the same."""
        if id(piece) not in self._led_to:
            self._led_to[id(piece)] = tuple(_named(piece, {}))
        return self._led_to[id(piece)]


def reached(indicator: Indicator) -> tuple[str, ...]:
    """The texts of the code that makes an indicator's rows, in a fixed order."""
    module = f"{_ROOM}.{indicator.theme.name.lower()}.{indicator.name}"
    tree = parsed(module)
    own = {(module, piece.name): piece for piece in _pieces(module, tree)}
    waiting = [_Piece(module, "", each) for each in _begins(tree)]
    found = {id(piece): piece for piece in waiting}
    while waiting:
        last = waiting.pop()
        shared = last.module != module
        for piece in _shared().led_to(last) if shared else _named(last, own):
            if id(piece) not in found:
                found[id(piece)] = piece
                waiting.append(piece)
    lists = {name for piece in found.values() for name in piece.lists}
    texts = sorted(piece.text for piece in found.values())
    return (*texts, *(f"{name}: {code_list(name).groups()}" for name in sorted(lists)))


def text_of(module: str) -> str:
    """The text of all the code in a module of the room."""
    return _shape(parsed(f"{_ROOM}.{module}").body[1:])


def parsed(module: str) -> ast.Module:
    """The tree of a module's code."""
    return ast.parse(inspect.getsource(import_module(module)))


@cache
def _shared() -> _Steps:
    steps = _Steps()
    for found in iter_modules(import_module(_ROOM).__path__):
        if not found.ispkg and found.name not in _NO_STEPS:
            module = f"{_ROOM}.{found.name}"
            for piece in _pieces(module, parsed(module)):
                steps.add(piece)
    classes = {piece.owner for pieces in steps.methods.values() for piece in pieces}
    for piece in steps.by_place.values():
        if piece.owner == _JOURNEY:  # journey.steps is a Steps: what is asked of it is of that
            made = {node.id for node in piece.nodes if isinstance(node, ast.Name)} & classes
            if len(made) == 1:
                steps.receivers[piece.name.rpartition(".")[2]] = made.pop()
    steps.receivers |= dict.fromkeys(("journey", "_journey"), _JOURNEY)
    return steps


def _pieces(module: str, tree: ast.Module) -> Iterator[_Piece]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield _Piece(module, f"{node.name}.{inner.name}", inner)
        elif isinstance(node, ast.FunctionDef):
            yield _Piece(module, node.name, node)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in (each for whole in targets for each in ast.walk(whole)):
                if isinstance(target, ast.Name) and target.id != "INDICATOR":
                    yield _Piece(module, target.id, node)


def _begins(tree: ast.Module) -> list[ast.AST]:
    """What the indicator's expression says makes its rows."""
    calls = (each for each in ast.walk(tree) if isinstance(each, ast.Call))
    expressions = [
        each for each in calls if isinstance(each.func, ast.Name) and each.func.id == "Expression"
    ]
    rows = [given.value for each in expressions for given in each.keywords if given.arg == "rows"]
    return list(rows) or list(tree.body)


def _named(piece: _Piece, own: Mapping[tuple[str, str], _Piece]) -> Iterator[_Piece]:
    """The pieces that one may come to; what it imports may be of any module of steps."""
    steps = _shared()
    for node in piece.nodes:
        if isinstance(node, ast.Name):
            place = piece.module, node.id
            near = own.get(place) or steps.by_place.get(place)
            yield from [near] if near else steps.by_name.get(node.id, [])
        elif isinstance(node, ast.Attribute):
            may = steps.methods.get(node.attr, [])
            receiver = _last_name(node.value)
            asked = piece.owner if receiver == "self" else steps.receivers.get(receiver, "")
            told = [each for each in may if each.owner == asked]
            yield from told or may


def _last_name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _walked(node: ast.AST) -> Iterator[ast.AST]:
    """A tree of code, without what changes nothing that it does."""
    yield node
    for name, value in ast.iter_fields(node):
        if name not in _IDLE:
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ast.AST):
                    yield from _walked(each)


def _shape(node: object) -> str:
    """Code as text, the same on every version of Python: no comment, no documentation, no types."""
    if isinstance(node, list):
        return f"[{','.join(_shape(each) for each in node)}]"
    if not isinstance(node, ast.AST):
        return repr(node)
    parts = []
    for name, value in ast.iter_fields(node):
        if name in _IDLE or value is None or value == []:
            continue
        if name == "body" and isinstance(value, list) and isinstance(node, ast.FunctionDef):
            value = value[1:] if ast.get_docstring(node) is not None else value
        parts.append(f"{name}={_shape(value)}")
    return f"{type(node).__name__}({','.join(parts)})"
