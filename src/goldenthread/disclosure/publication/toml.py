"""Writes a description as TOML: the reading half is Python's own, the writing half is not."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def toml(content: Mapping[str, Any]) -> str:
    """Plain values first, then each list of mappings as ``[[name]]`` entries; keys keep order.

    Mappings inside an entry stand on one line; a list of them in an entry becomes
    ``[[name.key]]``. Raises TypeError for a value that TOML has no word for.
    """
    return "".join(f"{line}\n" for line in _lines(content, ""))


def _lines(content: Mapping[str, Any], above: str) -> list[str]:
    lines = [
        f"{_key(name)} = {_value(value)}"
        for name, value in content.items()
        if not _is_entries(value)
    ]
    for name, value in content.items():
        if _is_entries(value):
            for entry in value:
                heading = f"{above}{_key(name)}"
                lines += [] if above else [""]
                lines += [f"[[{heading}]]", *_lines(entry, f"{heading}.")]
    return lines


def _is_entries(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | date):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(name)} = {_value(each)}" for name, each in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, Sequence):
        return f"[{', '.join(_value(each) for each in value)}]"
    raise TypeError(f"TOML has no word for {type(value).__name__}")


def _key(name: str) -> str:
    plain = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if plain else _quoted(name)


def _quoted(text: str) -> str:
    def one(character: str) -> str:
        if character in _ESCAPES:
            return _ESCAPES[character]
        code = ord(character)
        return f"\\u{code:04X}" if code < 32 or code == 127 else character

    return f'"{"".join(map(one, text))}"'
