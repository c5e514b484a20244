"""``figures.csv`` and ``figures.meta.csv``: the printed figures in the Department's tidy form.

One row is one thing counted in one place and time, known from one source; its units stand side by
side, each a column with its own unit and decimals. Why it is laid out so, and what it leaves out,
is in ``docs/decisions/0010-tidy-figures.md``.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from goldenthread.indicators import catalogue
from goldenthread.nouns import Figure, Period, PeriodKind, Symbol, Unit, round_half_away
from goldenthread.report.data.places import COLUMNS, LEVELS, place
from goldenthread.report.document import Document, ThreadEntry
from goldenthread.report.printed_values import refuse_unreleased, threads_by_id

TOTAL = "Total"

FILTERS = {
    "indicator": ("Indicator", "What is counted", ""),
    "breakdown_dimension": ("Breakdown", "What it is broken down by; Total: nothing", ""),
    "breakdown": ("Category", "Which part of it; Total: the whole", "breakdown_dimension"),
    "part_of_year": (
        "Part of the year",
        "Total: the whole year to 31 March, or the position on that day",
        "",
    ),
    "source": ("Source", "The release or table that it was read from", ""),
    "status": ("Status", "Final, provisional or forecast", ""),
}

_META = (
    "col_name",
    "col_type",
    "label",
    "indicator_grouping",
    "indicator_unit",
    "indicator_dp",
    "filter_hint",
    "filter_grouping_column",
)

# Column, label and the platform's sign for each unit an observation may have. The other units
# say how figures compare, and are not observations.
UNITS = {
    Unit.COUNT: ("number", "Number", ""),
    Unit.PERCENT: ("percent", "Per cent", "%"),
    Unit.RATE_PER_10000: ("rate_per_10000", "Rate per 10,000 children", ""),
    Unit.MEAN: ("average", "Average", ""),
    Unit.DAYS: ("days", "Days", ""),
    Unit.POUNDS: ("pounds", "Pounds", "£"),
}

# The platform knows no letter for "not comparable": it is one way of not being available.
_LETTERS = {Symbol.NOT_COMPARABLE: Symbol.NOT_AVAILABLE.value}


# A row's fixed columns, and its figures by unit.
Rows = dict[tuple[str, ...], dict[Unit, ThreadEntry]]


@dataclass(frozen=True, slots=True)
class Tidy:
    """The two files, where each figure stands in the first, and why the others do not.

    ``lines`` is line numbers by figure id, the heading being line 1; ``left_out`` reasons by id.
    """

    figures: bytes
    meta: bytes
    lines: Mapping[str, int]
    left_out: Mapping[str, str]


def tidy(document: Document) -> Tidy:
    """The printed figures of a document as tidy data.

    Raises TypeError where a number has not been released.
    """
    refuse_unreleased(document)
    entries = threads_by_id(document)
    left_out: dict[str, str] = {}
    rows: Rows = {}
    placed: dict[str, tuple[str, ...]] = {}
    for figure_id, entry in entries.items():
        reason = _not_an_observation(entry.released.figure, entries)
        if reason:
            left_out[figure_id] = reason
            continue
        key = _key_with_room(entry, rows)
        rows.setdefault(key, {}).setdefault(entry.released.figure.unit, entry)
        placed[figure_id] = key
    ordered = sorted(rows, key=lambda key: _order(key, rows[key]))
    units = [unit for unit in UNITS if any(unit in cells for cells in rows.values())]
    numbers = {key: line for line, key in enumerate(ordered, start=2)}
    return Tidy(
        figures=_figures(ordered, rows, units),
        meta=_meta(ordered, rows, units),
        lines=MappingProxyType({fid: numbers[key] for fid, key in placed.items()}),
        left_out=MappingProxyType(left_out),
    )


def _not_an_observation(figure: Figure, entries: Mapping[str, ThreadEntry]) -> str:
    """Why a figure has no row, in words; empty where it has one."""
    if figure.area.kind not in LEVELS:
        return f"the standard has no level for a {figure.area.kind.value.replace('_', ' ')}"
    if figure.unit not in UNITS:
        return "it says how figures compare, and is worked out from rows that are here"
    inputs = [entries[i].released.figure for i in figure.thread.inputs if i in entries]
    here = (figure.area.code, figure.period)
    if any((known.area.code, known.period) != here for known in inputs):
        return "it is worked out from other places or times, and is no observation of its own"
    if figure.thread.inputs and not inputs and figure.numerator is None:
        return "it is worked out from figures that the report does not print"
    return ""


def _key_with_room(entry: ThreadEntry, rows: Rows) -> tuple[str, ...]:
    """The row a figure belongs to; another row, told apart by its place, where values differ."""
    figure = entry.released.figure
    source = _source(entry)
    told_apart = [source, f"{source}: {figure.thread.locator or figure.thread.calculation}"]
    told_apart += [f"{told_apart[1]} ({figure.id})"]
    for name in told_apart:
        key = _key(figure, name)
        held = rows.get(key, {}).get(figure.unit)
        if held is None or _cell(held.released.figure) == _cell(figure):
            return key
    raise ValueError(f"two figures have the id {figure.id}")


def _source(entry: ThreadEntry) -> str:
    thread = entry.released.figure.thread
    name = f"{entry.source_title} ({thread.source})" if entry.source_title else thread.source
    return f"{name}, {thread.vintage}" if thread.vintage else name


def _key(figure: Figure, source: str) -> tuple[str, ...]:
    """Everything in a row but its values."""
    breakdown = figure.breakdown
    return tuple(
        _safe(text)
        for text in (
            str(figure.period.reporting_year().ending),
            "Reporting year",
            *place(figure.area),
            label_of(figure.indicator),
            " and ".join(breakdown.dimensions).replace("_", " ").capitalize() or TOTAL,
            breakdown.words or TOTAL,
            part_of_year(figure.period),
            source,
            figure.status.value.capitalize(),
        )
    )


def label_of(indicator: str) -> str:
    """The catalogue's title for an indicator, or its name in plain words."""
    known = catalogue().get(indicator)
    return known.title if known else indicator.replace("_", " ").capitalize()


def part_of_year(period: Period) -> str:
    """Which part of its reporting year a period is: ``Total`` for the year or its last day."""
    if period.kind in (PeriodKind.FINANCIAL_YEAR, PeriodKind.YEAR_END):
        return TOTAL
    if period.kind is PeriodKind.MONTH:
        return f"{period.end:%B}"
    if period.kind is PeriodKind.QUARTER:
        return f"{period.start:%B} to {period.end:%B}"
    words = period.words
    return words[:1].upper() + words[1:]


def _safe(text: str) -> str:
    """One line without blanks at its ends, that a spreadsheet will not take for a formula."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(("=", "+", "-", "@")) else flat


def _order(key: tuple[str, ...], cells: Mapping[Unit, ThreadEntry]) -> tuple[object, ...]:
    """By indicator and category, then place, then time."""
    _, _, level, *rest = key
    columns = len(COLUMNS) - 1
    where, what = rest[:columns], rest[columns:]
    period = next(iter(cells.values())).released.figure.period
    return (what[:3], list(LEVELS.values()).index(level), where, period, what[3:])


def _cell(figure: Figure) -> str:
    if figure.symbol is not None:
        return _LETTERS.get(figure.symbol, figure.symbol.value)
    if figure.value is None:
        raise ValueError(f"{figure.key} has neither a value nor a symbol")
    return f"{round_half_away(figure.value, figure.decimals):f}"


def _figures(
    ordered: list[tuple[str, ...]],
    rows: Rows,
    units: list[Unit],
) -> bytes:
    """A unit with no value is ``x`` where the indicator has it in another row, else ``z``."""
    at = 2 + len(COLUMNS)
    has = {(key[at], unit) for key, cells in rows.items() for unit in cells}
    heading = ("time_period", "time_identifier", *COLUMNS, *FILTERS, *(UNITS[u][0] for u in units))
    lines = [
        (
            *key,
            *(
                _cell(rows[key][unit].released.figure)
                if unit in rows[key]
                else ("x" if (key[at], unit) in has else "z")
                for unit in units
            ),
        )
        for key in ordered
    ]
    return _csv([heading, *lines])


def _meta(
    ordered: list[tuple[str, ...]],
    rows: Rows,
    units: list[Unit],
) -> bytes:
    """A filter that has one item only is left undescribed: the platform refuses it otherwise.

    Decimals are those of the numbers shown: a withheld one's would tell something of it.
    """
    at = 2 + len(COLUMNS)
    lines: list[tuple[str, ...]] = [_META]
    for column, (name, (label, hint, group)) in enumerate(FILTERS.items(), start=at):
        if len({key[column] for key in ordered}) > 1:
            lines.append((name, "Filter", label, "", "", "", hint, group))
    for unit in units:
        name, label, sign = UNITS[unit]
        here = [cells[unit].released.figure for cells in rows.values() if unit in cells]
        places = max((each.decimals for each in here if each.known), default=unit.decimals)
        lines.append((name, "Indicator", label, "", sign, str(places), "", ""))
    return _csv(lines)


def _csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", errors="replace")
