"""Writes ``docs/reference/indicator-manual.md``: how each indicator is counted, with examples.

The words come from the indicators, the examples from their spec tests: what the page prints as an
answer, a test has held the program to.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from goldenthread.figures.measured.changes import history
from goldenthread.indicators import Indicator, by_theme
from goldenthread.indicators.documentation import address
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.indicators.parameters import PARAMETERS
from goldenthread.nouns.localities import Localities
from tests.manual.drawing import redrawn
from tests.manual.recording import Example, Key, Pair, examples

_OPENING = """\
# Indicator manual

This page is generated from the indicators and from their tests: change the files in
`src/goldenthread/indicators/` and `tests/spec/`, and run `make docs`.

It tells how each indicator is counted from children’s records: what is counted, which
[tables](tables.md) and how many months of them it takes, what the sources leave open, and examples
drawn by hand. Each example is a test: the records stand in it as they are drawn here, and the
program is held to the answers. Other tests hold PostgreSQL and Spark to what is counted here. What
else there is to know of an indicator, its limits first, stands in [Indicators](indicators.md).

How to read an example: a dash is an empty cell. Columns that are empty in every row are left out,
as are tables that the indicator does not read. `2 of 5` is a numerator and a denominator. Names are
made up, and say what each row is there to show. Unless an answer says otherwise, the first choice
of each parameter holds.

The **version** is a digest of the code that counts, by the first choices. A measured figure carries
it in its definition, and each says what changed with it.
"""

_COMES_IN = {
    Timing.EVENT: "by the day it happened on",
    Timing.STOCK: "on the last day of the period",
    Timing.SPAN: "in every period that it belongs to",
}


def page() -> str:
    """The whole page as Markdown, ending in a newline.

    Raises ValueError for an indicator that is counted from records and of which none is drawn.
    """
    drawn: dict[str, list[Example]] = {}
    for each in examples():
        drawn.setdefault(each.indicator, []).append(each)
    parts = [_OPENING, "## Contents\n"]
    themes = [
        (theme, [one for one in held if one.expression]) for theme, held in by_theme().items()
    ]
    themes = [(theme, held) for theme, held in themes if held]
    parts += [f"- [{theme.value}](#{address(theme.value)}) ({len(held)})" for theme, held in themes]
    parts.append("")
    for theme, held in themes:
        parts.append(f"## {theme.value}\n")
        for one in held:
            if one.name not in drawn:
                raise ValueError(f"draw an example of {one.name} in tests/spec")
            parts += _entry(one, drawn[one.name])
    return "\n".join(parts)


def _entry(one: Indicator, drawn: Sequence[Example]) -> Iterator[str]:
    expression = one.expression
    if expression is None:
        return
    yield f"### {one.title}\n"
    yield f"`{one.name}`: [more about it](indicators.md#{address(one.title)}).\n"
    yield f"- **Counted:** {one.numerator}"
    yield f"- **Out of:** {_below(one)}"
    yield f"- **Window:** {one.window}"
    yield f"- **Comes in:** {_COMES_IN[expression.timing]}{_once(expression)}."
    yield f"- **Takes:** {'; '.join(_needs(expression.needs))}."
    if expression.breakdowns:
        yield f"- **By:** {', '.join(expression.breakdowns)}."
    for change in reversed(history(one.name)):
        when = f"{change.on.day} {change.on:%B %Y}"
        yield f"- **Version `{change.versions[one.name]}`,** {when}: {change.note}"
    yield ""
    for name in expression.parameters:
        parameter = PARAMETERS[name]
        yield f"**{parameter.asks}** (`{name}`)\n"
        for number, (value, meaning) in enumerate(parameter.choices):
            yield f"- `{value}`{', as a rule' if number == 0 else ''}: {meaning}."
        yield f"\n{parameter.reason}\n"
    for number, (records, about) in enumerate(_by_records(drawn), 1):
        yield f"#### Example {number}: {_short(one)}\n"
        said = dict.fromkeys(note for each in about for note in each.about)
        yield from (f"{note}\n" for note in said)
        yield from records
        for says, together in groupby(about, key=lambda each: each.says):
            yield f"{says}:\n"
            for each in together:
                yield from _answers(one, expression, each)
            yield ""


def _below(one: Indicator) -> str:
    return one.denominator or "Nothing: it is a plain count."


def _short(one: Indicator) -> str:
    """The title as it stands within a line, so that no two headings of the page are the same."""
    return one.title[0].lower() + one.title[1:] if one.title[1].islower() else one.title


def _once(expression: Expression) -> str:
    if expression.children:
        return ", each child once"
    if expression.episodes:
        return ", each episode once"
    return ", the middle one told" if expression.shape is Shape.MEDIAN else ""


def _needs(needs: Iterable[Need]) -> Iterator[str]:
    """Each table with what must be known of it; those of which one is enough together."""
    ordered = sorted(needs, key=lambda need: need.one_of)
    for one_of, group in groupby(ordered, key=lambda need: need.one_of):
        told = [_need(each) for each in group]
        if one_of:
            yield f"any one of: {', or '.join(told)}"
        else:
            yield from told


def _need(need: Need) -> str:
    said = f"[`{need.table}`](tables.md#{need.table})"
    if need.column:
        said += f" with `{need.column}`"
    if need.told is Told.ON_ITS_LAST_DAY:
        return f"{said}, as it stands on the last day that a return tells of"
    if need.told is Told.ON_THE_DAY:
        return f"{said}, in rows about the last day itself"
    if need.months_before:
        said += f", from {_months(need.months_before)} before"
    if need.months_after:
        said += f", until {_months(need.months_after)} after"
    return said


def _months(number: int) -> str:
    if number % 12 == 0:
        return "a year" if number == 12 else f"{number // 12} years"
    return f"{number} months" if number > 1 else "a month"


def _by_records(drawn: Sequence[Example]) -> list[tuple[list[str], list[Example]]]:
    """The examples by the records they are about, each drawn once."""
    found: dict[str, tuple[list[str], list[Example]]] = {}
    for each in drawn:
        texts = []
        for name, rows in each.tables.items():
            if rows.num_rows:
                texts.append(f"[`{name}`](tables.md#{name})\n\n```text\n{redrawn(rows)}\n```\n")
        if each.localities:
            texts.append(f"By these localities:\n\n```text\n{_drawn(each.localities)}\n```\n")
        found.setdefault("\n".join(texts), (texts, []))[1].append(each)
    return list(found.values())


def _drawn(localities: Localities) -> str:
    """A table of localities as text."""
    lines = [("postcode", "locality", "from", "to")]
    for each in localities.lines:
        first, last = (str(day) if day else "-" for day in (each.first, each.last))
        lines.append((each.postcode, each.locality, first, last))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _answers(one: Indicator, expression: Expression, each: Example) -> Iterator[str]:
    """The answers as items of a list, those of one dimension in one line."""
    chosen = ", ".join(f"`{name}={value}`" for name, value in sorted(each.chosen.items()))
    notes = f" ({'; '.join(each.notes)})" if each.notes else ""
    keys = sorted(each.answers, key=lambda key: (key[0], key[1]))
    for (period, dimension), group in groupby(keys, key=lambda key: key[:2]):
        told = _told(expression, [(key, each.answers[key]) for key in group])
        by = f", by {dimension}" if dimension else ""
        with_ = f", with {chosen}" if chosen else ""
        yield f"- {period}{by}{with_}: {told}{notes}"
        notes = ""
    if not keys:
        yield f"- nothing is counted{f', with {chosen}' if chosen else ''}{notes}"


def _told(expression: Expression, answers: Sequence[tuple[Key, Pair]]) -> str:
    return "; ".join(
        f"{key[2]} {_pair(expression.shape, pair)}"
        if key[2]
        else f"**{_pair(expression.shape, pair)}**"
        for key, pair in answers
    )


def _pair(shape: Shape, pair: Pair) -> str:
    numerator, denominator = (f"{each:g}" for each in pair)
    if shape is Shape.COUNT:
        return numerator
    if shape is Shape.MEDIAN:
        return f"{numerator}, the middle of {denominator}"
    if shape is Shape.MEAN:
        return f"{numerator} over {denominator}"
    return f"{numerator} of {denominator}"
