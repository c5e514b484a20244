"""Loads a mapping file, or says in one sentence which line of it to write otherwise."""

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from goldenthread.indicators.catalogue import indicator
from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.mapping import (
    MAPPING_NAME,
    Axis,
    Footnote,
    Mapping,
    Meaning,
    Part,
    Place,
)

_TO_WRITE = {
    "title": 'title = "Contacts by issue and month"',
    "data": 'data = "contacts.xlsx"',
    "published": "published = 2024-12-31, the day the table could first be known, unquoted",
    "is": 'is = "period", "area", "breakdown", "indicator" or "ignore"',
    "columns": '[[columns]] with is = "period", once for each header row',
    "rows": '[[rows]] with is = "breakdown" and dimension = "agency", once for each label column',
    "code": 'code = "821"',
    "kind": 'kind = "council"',
    "note": 'note = "completed by hand in this quarter"',
}

_KEYS = sorted(
    {
        field.alias or name
        for model in (Mapping, Axis, Part, Place, Footnote, Meaning)
        for name, field in model.model_fields.items()
    }
)


def load_mapping(path: Path) -> Mapping:
    """The mapping in a file. Raises GoldenThreadError naming file, line and key if it is wrong."""
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise GoldenThreadError(
            f"{path.name} is not TOML: {error}; see docs/how-to/add-a-table-mapping.md."
        ) from error
    except RecursionError as error:
        raise GoldenThreadError(
            f"{path.name} is nested too deeply for a mapping; see "
            "docs/how-to/add-a-table-mapping.md."
        ) from error
    try:
        mapping = Mapping.model_validate(data)
    except ValidationError as error:
        raise GoldenThreadError(_sentences(path, text, error)) from error
    _refuse_unknown_indicators(path, text, mapping)
    return mapping


def _refuse_unknown_indicators(path: Path, text: str, mapping: Mapping) -> None:
    axes = (*mapping.columns, *mapping.rows)
    headings = [meaning for axis in axes for meaning in axis.values.values()]
    for meaning in (mapping, *headings, *mapping.cell):
        if meaning.indicator is None:
            continue
        try:
            indicator(meaning.indicator)
        except GoldenThreadError as error:
            lines = text.splitlines()
            line = next(n for n, each in enumerate(lines, start=1) if meaning.indicator in each)
            raise GoldenThreadError(f"{path.name}, line {line}, indicator: {error}") from error


def _text(path: Path) -> str:
    if not MAPPING_NAME.fullmatch(path.stem):
        raise GoldenThreadError(
            f"{path.name}: a mapping's name becomes its source's, so write it in small letters, "
            "digits and underscores, such as contacts_by_month_2023_24.toml."
        )
    try:
        if path.stat().st_size > limits.MAX_MAPPING_BYTES:
            raise GoldenThreadError(
                f"{path.name} is larger than {limits.MAX_MAPPING_BYTES:,} bytes: a mapping is a "
                "short text; was the table itself meant?"
            )
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise GoldenThreadError(
            f"There is no mapping at {path}: {error.strerror}; name a .toml file that is there."
        ) from error
    except UnicodeDecodeError as error:
        raise GoldenThreadError(
            f"{path.name}, byte {error.start + 1}: the mapping is not UTF-8; save it as UTF-8."
        ) from error


def _sentences(path: Path, text: str, error: ValidationError) -> str:
    problems = error.errors(include_url=False)
    said: dict[str, None] = {}
    for problem in problems:
        # A list one of whose entries is wrong is also called too short: one sentence is enough.
        place = problem["loc"]
        within = [
            one for one in problems if one is not problem and one["loc"][: len(place)] == place
        ]
        if problem["type"] != "too_short" or not within:
            said.setdefault(_sentence(path, text, problem))
    return "\n".join(list(said)[:10])


def _sentence(path: Path, text: str, problem: Any) -> str:
    loc = tuple(problem["loc"])
    key = _dotted(loc)
    line = _line(text, loc)
    where = ", ".join(filter(None, (path.name, f"line {line}" if line else "", key)))
    last = next((str(each) for each in reversed(loc) if isinstance(each, str)), "")
    kind = problem["type"]
    if kind == "extra_forbidden":
        near = get_close_matches(last, _KEYS, n=1)
        advice = f"did you mean {near[0]!r}?" if near else f"known keys are {', '.join(_KEYS)}."
        return f"{where}: there is no key {last!r} here; {advice}"
    if kind == "missing":
        return f"{where}: missing; write {_TO_WRITE.get(last, f'{last} = ...')}."
    if kind in ("enum", "literal_error"):
        return f"{where}: write one of {problem['ctx']['expected']}, not {problem['input']!r:.60}."
    if kind == "value_error":
        return f"{where}: {problem['ctx']['error']}."
    if kind == "string_pattern_mismatch":
        return (
            f"{where}: {problem['input']!r:.60} will not do; write small letters, digits and "
            "underscores."
        )
    written = _TO_WRITE.get(last)
    advice = f"; write {written}" if written else ""
    return f"{where}: {problem['msg'][:1].lower()}{problem['msg'][1:]}{advice}."


def _dotted(loc: tuple[Any, ...]) -> str:
    """``("columns", 0, "is")`` as a person counts it: ``columns 1, is``."""
    pieces: list[str] = []
    for each in loc:
        if isinstance(each, int) and pieces:
            pieces[-1] = f"{pieces[-1]} {each + 1}"
        else:
            pieces.append(str(each))
    return ", ".join(pieces)


def _line(text: str, loc: tuple[Any, ...]) -> int | None:
    """The line a key stands on, or its table's; TOML readers do not say, so it is looked for."""
    lines = text.splitlines()
    found: int | None = None
    start = 0
    for position, each in enumerate(loc):
        if not isinstance(each, str):
            continue
        times = loc[position + 1] if position + 1 < len(loc) else 0
        wanted = (times if isinstance(times, int) else 0) + 1
        name = re.escape(each)
        spelled = re.compile(rf"""\s*(?:\[+[^\]]*\b{name}["']?\]+|["']?{name}["']?\s*=).*""")
        inline = re.compile(rf"""[{{,]\s*["']?{name}["']?\s*=""")
        hits = [
            number
            for number in range(start, len(lines))
            if spelled.fullmatch(lines[number]) or inline.search(lines[number])
        ]
        if len(hits) < wanted:
            break
        start = hits[wanted - 1]
        found = start + 1
    return found
