"""Reads what was typed by the core’s table mapping that each template comes with.

However an answer arrives (form, paste, file), it is kept as typed and read here, in one way: as a
table of one column, described by a mapping made of the template, the period and the footprint.
"""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from goldenthread.nouns import Area, AreaKind, Fault, Figure, Period, Severity, Symbol, Unit
from goldenthread.sources.spreadsheets import TableReading, read_table
from goldenthread.sources.spreadsheets.form import COUNTED_AS
from goldenthread.sources.spreadsheets.headings import fold
from goldenthread_site.returns.rules import CellState
from goldenthread_site.returns.scratch import scratch
from goldenthread_site.returns.shares import Number, shares_of
from goldenthread_site.returns.templates import Line, ReturnTemplate

LABELS = "Line"
NOTES = "What it counts"
MOST, MOST_PLACES = Decimal(10**9), 6
# The words for which no number stands, and the symbol that carries each through the reading. What
# could mean two things (a dash, n/a) is no answer: the symbol of those is a fault afterwards.
_NIL, _NOT_KNOWN, _REFUSED, _UNCLEAR = (
    Symbol.NOT_COMPARABLE,
    Symbol.NOT_AVAILABLE,
    Symbol.CONFIDENTIAL,
    Symbol.NOT_APPLICABLE,
)
WORDS = {
    "nil": _NIL,
    "none": _NIL,
    "not known": _NOT_KNOWN,
    "not known to us": _NOT_KNOWN,
    "unknown": _NOT_KNOWN,
    "refused": _REFUSED,
    "withheld": _REFUSED,
    **dict.fromkeys(("-", "n/a", "na", ":", "..", "v", "[v]", "[x]", "x", "c", "[c]"), _UNCLEAR),
}
_STATES = {_NOT_KNOWN: CellState.NOT_KNOWN, _REFUSED: CellState.REFUSED, _NIL: CellState.NIL}

EMPTY = "Enter a number, or one of: nil, not known, refused"
SENTENCES = {
    "not_a_number": "Enter a number in figures, such as 12, or one of: nil, not known, refused",
    "unit": "Enter it in the unit asked for",
    "negative": "Enter a number that is not below zero",
    "not_whole": "Enter a whole number",
    "formula": "Enter the number and not a formula",
    "unknown_mark": "Enter the number alone, and what the mark says into the note",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a line says once it is read; no value but for a number and for nil."""

    line: Line
    state: CellState
    value: Decimal | None = None
    decimals: int = 0


@dataclass(slots=True)
class Checked:
    """Answers and faults by the line’s key: a line has one or the other."""

    answers: dict[str, Answer] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)


def mapping_of(template: ReturnTemplate, period: Period, area: Area, agency: str) -> str:
    """The mapping file of one return, in the form of docs/how-to/add-a-table-mapping.md."""
    words = json.dumps
    lines = [
        f"title = {words(template.title, ensure_ascii=False)}",
        'data = "typed.csv"',
        f"published = {date(period.end.year, period.end.month, period.end.day).isoformat()}",
        f"area = {words(area.code)}",
        'blank = "ignore"',
        "[symbols]",
        *(f"{words(text)} = {words(symbol.value)}" for text, symbol in WORDS.items()),
    ]
    if area.kind is AreaKind.FOOTPRINT:
        place = f"code = {words(area.code)}, kind = {words(area.kind.value)}"
        name = words(area.name, ensure_ascii=False)
        lines += ["[areas]", f"{words(area.code)} = {{ {place}, name = {name} }}"]
    # The heading has to be the period’s; what each number is about comes from its own line.
    lines += ["[[columns]]", 'is = "period"', f"ignore = [{words(NOTES)}, {words(COUNTED_AS)}]"]
    lines += ["[columns.values]", f"{words(period.code)} = {{}}"]
    lines += ["[[rows]]", 'is = "indicator"', "[rows.values]"]
    own = agency if template.by_agency else ""
    for line in template.line:
        parts = ", ".join(
            f"{words(name)} = {words(value, ensure_ascii=False)}"
            for name, value in line.breakdown_for(own.replace(";", ",")).parts
        )
        lines.append(
            f"{words(line.words, ensure_ascii=False)} = {{ indicator = {words(line.indicator)},"
            f" unit = {words(line.unit.value)}, period = {words(line.period_of(period).code)},"
            f" breakdown = {{ {parts} }} }}"
        )
    return "\n".join(lines) + "\n"


def read(
    template: ReturnTemplate, period: Period, area: Area, agency: str, file: Path, folder: Path
) -> TableReading:
    """Read one file by the template’s mapping, which is written into ``folder`` for it."""
    mapping = folder / f"{template.key}_return.toml"
    mapping.write_text(mapping_of(template, period, area, agency), encoding="utf-8")
    return read_table(mapping, file)


def check(
    template: ReturnTemplate, period: Period, area: Area, agency: str, typed: Mapping[str, str]
) -> Checked:
    """Answers and faults of what was typed, by line. Every line has to say something."""
    checked = Checked()
    rows: list[Line] = []
    with scratch() as place:
        file = Path(place) / "typed.csv"
        with file.open("w", encoding="utf-8", newline="") as opened:
            table = csv.writer(opened)
            table.writerow([LABELS, period.code])
            for line in template.line:
                text = " ".join(typed.get(line.key, "").split())
                if not text:
                    checked.faults[line.key] = EMPTY
                    continue
                rows.append(line)
                table.writerow([line.words, fold(text) if fold(text) in WORDS else text])
        if rows:
            found = read(template, period, area, agency, file, Path(place))
            _settle(checked, rows, found.figures, found.faults)
    _compare_parts(template, checked)
    _compare_shares(template, checked)
    return checked


def _settle(
    checked: Checked, rows: list[Line], figures: tuple[Figure, ...], faults: tuple[Fault, ...]
) -> None:
    by_place = {f"cell B{number}": line for number, line in enumerate(rows, start=2)}
    for fault in faults:
        if fault.severity is Severity.NOTE or fault.place not in by_place:
            continue
        said = SENTENCES.get(fault.rule, fault.message.split(":")[0].rstrip("."))
        line = by_place[fault.place]
        checked.faults.setdefault(line.key, said)
    for figure in figures:
        line = by_place[figure.thread.locator]
        if line.key in checked.faults:
            continue
        answer = _answer(line, figure)
        if isinstance(answer, Answer):
            checked.answers[line.key] = answer
        else:
            checked.faults[line.key] = answer


def _answer(line: Line, figure: Figure) -> Answer | str:
    """What a figure says as an answer, or the sentence of its fault."""
    value = figure.value
    if value is None:
        state = _STATES.get(figure.symbol) if figure.symbol else None
        if state is None:
            return SENTENCES["not_a_number"]
        # Nothing out of nothing is no percentage; a count or a sum of nothing is nought.
        nought = state is CellState.NIL and line.unit in (Unit.COUNT, Unit.POUNDS)
        return Answer(line, state, Decimal(0) if nought else None)
    if value >= MOST or figure.decimals > MOST_PLACES:
        return "Enter a number with fewer digits"
    if line.unit is Unit.PERCENT and value > 100:
        return "Enter a percentage between 0 and 100"
    nil = value == 0 and line.unit is Unit.COUNT
    return Answer(line, CellState.NIL if nil else CellState.VALUE, value, figure.decimals)


def _compare_parts(template: ReturnTemplate, checked: Checked) -> None:
    """No part of a count can be more than the whole beside it."""
    wholes = {
        line.indicator: checked.answers[line.key]
        for line in template.line
        if not line.breakdown and line.unit is Unit.COUNT and line.key in checked.answers
    }
    for line in template.line:
        part, whole = checked.answers.get(line.key), wholes.get(line.indicator)
        if not line.breakdown or part is None or whole is None:
            continue
        if part.value is not None and whole.value is not None and part.value > whole.value:
            del checked.answers[line.key]
            checked.faults[line.key] = (
                f"This is more than the {whole.value:f} of “{whole.line.words}”: correct either"
            )


def _compare_shares(template: ReturnTemplate, checked: Checked) -> None:
    """A percentage of a count beside it is of whole children."""
    told = {
        key: Number(answer.value, answer.decimals)
        for key, answer in checked.answers.items()
        if answer.value is not None
    }
    for key, share in shares_of(template, told).items():
        if share.part is not None:
            continue
        answer = checked.answers.pop(key)
        whole = template.find(answer.line.out_of)
        beside = f"“{whole.words}”" if whole else "the line above"
        checked.faults[key] = (
            f"No number out of the {share.whole:f} in {beside} makes this percentage:"
            " correct either"
            if share.whole
            else f"In {beside} there is nothing to take a percentage of: enter nil"
        )
