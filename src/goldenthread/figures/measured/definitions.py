"""Which version of which definition a figure was measured by, so that two ways are never mixed up.

The version is a digest of what makes the number: the text of the indicator's own file, of the
modules it takes steps from, of the steps that all share, and of the choices made. Nothing in it
depends on the machine. A change of words in the file changes it too: it may say that nothing
changed where it only seems so, and never the opposite.
"""

import inspect
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib import import_module

from goldenthread.indicators import Indicator
from goldenthread.indicators.parameters import choices

_ROOM = "goldenthread.indicators"
# What every expression is counted with, and those that hold no step of the counting.
_SHARED = (f"{_ROOM}.journey", f"{_ROOM}.counting")
_WORDS_ONLY = {f"{_ROOM}.definition", f"{_ROOM}.dimensions", f"{_ROOM}.expression"}
_TAKEN = re.compile(rf"^from {re.escape(_ROOM)}((?:\.\w+)+) import", re.MULTILINE)
_LENGTH = 12


def version(indicator: Indicator, chosen: Mapping[str, str] | None = None) -> str:
    """Twelve hexadecimal digits: the version of the indicator's definition under these choices."""
    module = f"{_ROOM}.{indicator.theme.name.lower()}.{indicator.name}"
    parts = [*_texts(module), _choices(indicator, chosen)]
    return sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]


def definition(indicator: Indicator, chosen: Mapping[str, str] | None = None) -> str:
    """How the book writes it: ``name:records(choice=value)@version``.

    What stands before the ``@`` is the basis; two versions of one basis are restatements.
    """
    named = _choices(indicator, chosen)
    basis = f"records({named})" if named else "records"
    return f"{indicator.name}:{basis}@{version(indicator, chosen)}"


def _choices(indicator: Indicator, chosen: Mapping[str, str] | None) -> str:
    """The choices that the indicator is counted by, in order of name."""
    every = choices(chosen)
    names = indicator.expression.parameters if indicator.expression else ()
    return ",".join(f"{name}={every[name]}" for name in sorted(names))


@cache
def _texts(module: str) -> tuple[str, ...]:
    """The text of a module, of what all share, and of whatever they take steps from."""
    found: dict[str, str] = {}
    waiting = [module, *_SHARED]
    while waiting:
        name = waiting.pop()
        if name not in found and name not in _WORDS_ONLY:
            found[name] = _text(name)
            waiting += [_ROOM + dotted for dotted in _TAKEN.findall(found[name])]
    return tuple(found[name] for name in sorted(found))


@cache
def _text(module: str) -> str:
    return inspect.getsource(import_module(module)).replace("\r\n", "\n")
