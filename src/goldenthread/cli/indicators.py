"""`goldenthread indicators`: what is counted, and what exactly each indicator counts."""

from dataclasses import asdict, replace
from datetime import date
from enum import Enum
from typing import Any

import click

from goldenthread.cli.common import format_option, say_json, say_table
from goldenthread.indicators import Indicator, Theme, by_theme, indicator
from goldenthread.indicators.expression import Expression


@click.command("indicators")
@click.argument("name", required=False)
@click.option(
    "--theme",
    type=click.Choice([theme.name.lower() for theme in Theme]),
    help="Only indicators of this theme.",
)
@format_option
def command(name: str | None, theme: str | None, format: str) -> None:
    """List what is counted, or explain one indicator.

    With NAME, everything about one indicator: what is counted, out of what, in which window,
    which way is better, what it cannot tell, and which others look like it but are not it.
    """
    if name:
        one = indicator(name)
        if format == "json":
            say_json(as_json(one))
        else:
            _explain(one)
        return
    chosen = {
        each: held
        for each, held in by_theme().items()
        if theme is None or each.name.lower() == theme
    }
    if format == "json":
        say_json([as_json(one) for held in chosen.values() for one in held])
        return
    for number, (each, held) in enumerate(chosen.items()):
        if number:
            click.echo()
        click.echo(f"{each.value} ({each.name.lower()})")
        say_table(
            ("  Name", "Title", "In"),
            [(f"  {o.name}", o.title, ", ".join(u.words for u in o.units)) for o in held],
        )


def _explain(one: Indicator) -> None:
    lines = [
        ("Counted", one.numerator),
        ("Out of", one.denominator or "Nothing: it is a plain count."),
        ("Window", one.window),
        ("Better", f"{one.polarity.value}. {one.polarity_reason}"),
        ("Cannot tell", one.limits),
        ("Published as", ", ".join(unit.words for unit in one.units)),
        ("Compared by", one.compared_by.words),
        ("Broken down by", ", ".join(one.breakdowns) or "nothing"),
        ("Not the same as", ", ".join(one.look_alikes) or "no look-alike is known"),
        ("Basis", f"{one.basis.value}; {one.computation.value}"),
        ("Source", one.source),
        ("Checked", f"{one.checked.isoformat()}: {one.checked_against}"),
    ]
    click.echo(f"{one.title} ({one.name})\n{one.theme.value}\n")
    formatter = click.HelpFormatter(width=96)
    formatter.write_dl(lines)
    click.echo(formatter.getvalue(), nl=False)


def as_json(one: Indicator) -> dict[str, Any]:
    """An indicator's fields as JSON has them, its places for each unit, and how it is counted."""
    fields = {name: _plain(value) for name, value in asdict(replace(one, expression=None)).items()}
    return fields | {
        "decimals": {unit.value: one.places(unit) for unit in one.units},
        "expression": _counted(one.expression) if one.expression else None,
    }


def _counted(expression: Expression) -> dict[str, Any]:
    return {
        "timing": expression.timing.name.lower(),
        "shape": expression.shape.name.lower(),
        "children": expression.children,
        "tables": list(dict.fromkeys(need.table for need in expression.needs)),
        "breakdowns": list(expression.breakdowns),
        "parameters": list(expression.parameters),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
