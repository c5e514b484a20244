"""Writes the catalogue as a page for people: ``docs/reference/indicators.md``.

The page is generated, committed and compared by a test, so that it cannot fall behind the files.
"""

import re
from collections.abc import Iterator

from goldenthread.indicators.catalogue import by_theme, catalogue
from goldenthread.indicators.definition import Indicator, Polarity
from goldenthread.indicators.dimensions import DIMENSIONS
from goldenthread.indicators.expression import Expression
from goldenthread.indicators.parameters import PARAMETERS
from goldenthread.nouns import PeriodKind, Sensitivity, Unit

_OPENING = """\
# Indicators

This page is generated from `src/goldenthread/indicators/`: change the files there and run
`make docs`. How to add one is told in [Add an indicator](../how-to/add-an-indicator.md).

An indicator is one thing counted. Its categories, ages, months and sources are
[breakdowns](#breakdowns) of it, not more indicators. Where an indicator has a percentage and is a
plain count, the percentage is a category’s share of the whole. *Better* says which way is better
where that is known; *neutral* means that either way may be a worry, and nothing is told as better
or worse. Indicators that look alike are named in each other’s entries and are never put into one
line.
"""

_FROM = {
    "published only": "Taken as published.",
    "computed from children’s records": (
        "Taken as published; a council can also work it out from its own records."
    ),
    "from an agency’s return": "From an agency’s return.",
}

_USUAL_PERIOD = {
    PeriodKind.FINANCIAL_YEAR: "the year from April to March",
    PeriodKind.YEAR_END: "the position on 31 March",
    PeriodKind.QUARTER: "a quarter",
    PeriodKind.QUARTERS: "several quarters",
    PeriodKind.MONTH: "a month",
    PeriodKind.MONTHS: "several months",
    PeriodKind.ROLLING: "a rolling run of months",
    PeriodKind.MID_YEAR: "the middle of the year",
    PeriodKind.ACADEMIC_YEAR: "the academic year",
    PeriodKind.CALENDAR_YEAR: "the calendar year",
    PeriodKind.POOLED: "several years together",
    PeriodKind.DAY: "one day",
}

_COMPARED = {
    Unit.COUNT: "Areas are not compared, because a count follows the size of a place.",
    Unit.PERCENT: "Areas are compared by percentage.",
    Unit.RATE_PER_10000: "Areas are compared by the rate per 10,000 children.",
    Unit.MEAN: "Areas are compared by the average.",
    Unit.DAYS: "Areas are compared by days.",
}

_GIVEN_AWAY = {
    Sensitivity.CHILDREN: "Children.",
    Sensitivity.WORKFORCE: "Staff; the source does not withhold them.",
    Sensitivity.NONE: "Nobody: it counts documents, meetings or a whole population.",
}

_BETTER = {
    Polarity.HIGH_IS_BETTER: "higher",
    Polarity.LOW_IS_BETTER: "lower",
    Polarity.NEUTRAL: "neutral",
}


def page() -> str:
    """The whole page as Markdown, ending in a newline."""
    parts = [_OPENING, *_contents(), *_overview(), *_entries(), *_breakdowns(), *_parameters()]
    return "\n".join(parts)


def address(title: str) -> str:
    """The address within the page of a heading: lower case, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def entry(one: Indicator) -> str:
    """One indicator's part of the page: a heading and every field, ending in a newline."""
    fields = [f"- **{label}:** {text}" for label, text in _fields(one)]
    return "\n".join([f"### {one.title}\n", *fields, ""])


def _contents() -> Iterator[str]:
    yield "## Contents\n"
    for theme, held in by_theme().items():
        yield f"- [{theme.value}](#{address(theme.value)}) ({len(held)})"
    yield f"- [Breakdowns](#breakdowns) ({len(DIMENSIONS)})"
    yield f"- [{_OPEN}](#{address(_OPEN)}) ({len(PARAMETERS)})\n"


def _overview() -> Iterator[str]:
    yield f"## All {len(catalogue())} at a glance\n"
    yield "| Indicator | Name | In | Better | Breakdowns |"
    yield "| --- | --- | --- | --- | --- |"
    for one in catalogue().values():
        units = ", ".join(unit.words for unit in one.units)
        breakdowns = ", ".join(one.breakdowns) or "none"
        yield (
            f"| [{one.title}](#{address(one.title)}) | `{one.name}` | {units} "
            f"| {_BETTER[one.polarity]} | {breakdowns} |"
        )
    yield ""


def _entries() -> Iterator[str]:
    for theme, held in by_theme().items():
        yield f"## {theme.value}\n"
        yield from (entry(one) for one in held)


def _fields(one: Indicator) -> Iterator[tuple[str, str]]:
    units = (f"{unit.words} (to {_places(one.places(unit))})" for unit in one.units)
    yield "Name", f"`{one.name}`"
    yield "Published as", f"{', '.join(units)}. {_COMPARED[one.compared_by]}"
    yield "Counted", one.numerator
    yield "Out of", one.denominator or "Nothing: it is a plain count."
    yield "Window", f"{one.window} Usual period: {_USUAL_PERIOD[one.period_kind]}."
    yield "Better", f"{_BETTER[one.polarity]}. {one.polarity_reason}"
    yield "What it cannot tell", one.limits
    if one.breakdowns:
        links = ", ".join(f"[{name}](#breakdowns)" for name in one.breakdowns)
        yield "Broken down by", f"{links}."
    if one.look_alikes:
        alike = (catalogue()[name] for name in one.look_alikes)
        yield (
            "Not to be mixed up with",
            (", ".join(f"[{each.title}](#{address(each.title)})" for each in alike) + "."),
        )
    yield "Basis", f"{one.basis.value.capitalize()}. {_FROM[one.computation.value]}"
    yield "Source", f"{one.source}."
    if one.expression:
        yield "Counted from records", _from_records(one.expression)
    if one.first_source:
        yield "Shown first", f"What `{one.first_source}` prints. {one.first_source_reason}"
    yield "Small counts could give away", _GIVEN_AWAY[one.sensitivity]
    yield "In a sentence", f"“{one.words} {'were' if one.plural else 'was'} …”; “12 {one.counted}”."
    yield "Checked", f"{one.checked.day} {one.checked:%B %Y}. {one.checked_against}"
    if one.owner:
        yield "Owner", f"{one.owner}."
    if one.target:
        yield "Target", f"{one.target}."


def _from_records(expression: Expression) -> str:
    tables = ", ".join(dict.fromkeys(f"`{need.table}`" for need in expression.needs))
    said = [f"A row counts when {expression.timing.value}. Reads {tables}."]
    if expression.breakdowns:
        said.append(f"By {', '.join(expression.breakdowns)}.")
    if expression.parameters:
        links = ", ".join(f"[{name}](#{address(name)})" for name in expression.parameters)
        said.append(f"Chooses by {links}.")
    return " ".join(said)


def _places(places: int) -> str:
    return {0: "whole numbers", 1: "one decimal"}.get(places, f"{places} decimals")


def _breakdowns() -> Iterator[str]:
    yield "## Breakdowns\n"
    yield "| Dimension | What it means | Such as | Used by |"
    yield "| --- | --- | --- | --- |"
    for each in DIMENSIONS.values():
        users = sum(each.name in one.breakdowns for one in catalogue().values())
        yield (
            f"| `{each.name}` | {each.meaning} | {', '.join(each.examples)} "
            f"| {users} indicator{'s' if users != 1 else ''} |"
        )
    yield ""


_OPEN = "What the sources leave open"


def _parameters() -> Iterator[str]:
    yield f"## {_OPEN}\n"
    yield (
        "Where no source says how a thing is counted, it is a parameter. The first choice is made "
        "unless another is named; a figure’s definition tells which it was counted by.\n"
    )
    for each in PARAMETERS.values():
        yield f"### {each.name}\n"
        yield f"{each.asks}\n"
        for number, (value, meaning) in enumerate(each.choices):
            yield f"- `{value}`{' (as a rule)' if number == 0 else ''}: {meaning}."
        yield f"\n{each.reason}\n"
