"""`goldenthread protect`: hides what must be hidden, attacks the outcome, then writes it."""

from pathlib import Path
from typing import Any

import click

from goldenthread.cli.attack import as_json as attack_as_json
from goldenthread.cli.common import (
    FOLDER,
    FOLDER_THAT_EXISTS,
    format_option,
    say_json,
    say_table,
    steps,
)
from goldenthread.disclosure.attack.wording import sum_in_words
from goldenthread.disclosure.protection import Passed, RefusedError, pass_through
from goldenthread.disclosure.protection.protect import SECONDS
from goldenthread.disclosure.rules import Rule, rule_named

REFUSED = 1

SCHEMA = 1


@click.command("protect")
@click.argument("release", type=FOLDER_THAT_EXISTS)
@click.option(
    "--rule", required=True, metavar="RULE", help="A rule by its name (local), or a file of yours."
)
@click.option("--out", required=True, type=FOLDER, help="The folder the safe release goes to.")
@click.option(
    "--ledger",
    type=FOLDER,
    help="The folder of earlier releases; the safe one is kept there too.",
)
@click.option(
    "--method",
    type=click.Choice(["suppress", "round"]),
    default="suppress",
    show_default=True,
    help="Hide small counts, or round every count.",
)
@click.option(
    "--base",
    type=click.IntRange(min=2),
    help="With --method round: to multiples of this (the rule's, unless given).",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=1),
    default=SECONDS,
    show_default=True,
    help="How long it may look for a safe choice before it refuses.",
)
@format_option
def command(
    release: Path,
    rule: str,
    out: Path,
    ledger: Path | None,
    method: str,
    base: int | None,
    seconds: float,
    format: str,
) -> None:
    """Make a release safe to publish, or refuse.

    RELEASE is a folder as it is inside: release.toml and its tables, with true counts. Small counts
    are hidden by the rule, and the cheapest others with them, so that nobody can work out the small
    ones from totals, percentages, sentences or the earlier releases in LEDGER. Then the safe
    release is attacked, as `goldenthread attack` does, and only if nothing is given away is it
    written to OUT, whole, and a copy kept in LEDGER.

    With --method round every count goes to one of the two multiples of the base around it, so that
    printed totals still add up; percentages and sentences are withheld, since they would show what
    rounding hides, and whatever is given away even so is hidden.

    What is hidden is told by table, with what that loses beside the least that any safe choice
    must lose. What earlier releases give away by themselves is listed as inherited: keep that list
    inside. Rules are in docs/reference/disclosure-rules.md.

    Ends with 0 where it was written, 1 where it was refused and nothing was written, 2 where the
    folder, the rule or the ledger cannot be used.
    """
    chosen = rule_named(rule)
    multiple = _base(method, base, chosen)
    try:
        with steps("Protecting") as progress:
            passed = pass_through(
                release,
                chosen,
                out,
                ledger=ledger,
                base=multiple,
                seconds=seconds,
                progress=progress,
            )
    except RefusedError as refusal:
        if format == "json":
            say_json(refused_as_json(release, chosen, refusal))
        click.echo(f"goldenthread: refused, and nothing was written: {refusal}.", err=True)
        click.get_current_context().exit(REFUSED)
    if format == "json":
        say_json(as_json(passed, chosen))
    else:
        _say(passed, chosen, out)


def _base(method: str, base: int | None, rule: Rule) -> int:
    if method == "suppress":
        if base is not None:
            raise click.UsageError("--base belongs to --method round.")
        return 0
    if not base and not rule.rounding:
        raise click.UsageError(f"The rule {rule.name} names no base: say --base, such as 10.")
    return base or rule.rounding


def as_json(passed: Passed, rule: Rule) -> dict[str, Any]:
    """What was written as plain values, in the form that docs/reference/release-folder.md tells."""
    found, attacked = passed.protected, attack_as_json(passed.attacked)
    return {
        "schema": SCHEMA,
        "release": found.publication.name,
        "rule": rule.name,
        "method": "round" if found.rounded else "suppress",
        "written": True,
        "hidden": {
            "primary": len(found.primary),
            "secondary": len(found.secondary),
            "tables": [
                {
                    "table": each.table,
                    "printed": each.printed,
                    "primary": each.primary,
                    "secondary": each.secondary,
                }
                for each in passed.tables
            ],
        },
        "rounded": len(found.rounded),
        "not_adding": [sum_in_words(each) for each in found.not_adding],
        "cost": round(found.cost, 3),
        "bound": round(found.bound, 3),
        "gap": round(found.gap, 4),
        "counts": attacked["hidden"],
        "inherited": attacked["inherited"],
        "ledger": None if passed.kept_in is None else passed.kept_in.name,
    }


def refused_as_json(release: Path, rule: Rule, refusal: RefusedError) -> dict[str, Any]:
    """A refusal as plain values: why, and the cells in question."""
    return {
        "schema": SCHEMA,
        "release": release.name,
        "rule": rule.name,
        "written": False,
        "why": str(refusal),
        "cells": [{"measure": cell.measure, "at": dict(cell.at)} for cell in refusal.cells],
    }


def _say(passed: Passed, rule: Rule, out: Path) -> None:
    found = passed.protected
    click.echo(f"{found.publication.name}: written to {out} by the rule {rule.name}.")
    columns: tuple[str, ...] = ("Printed", "Few children", "Beside them")
    if found.rounded:
        columns = ("Printed", "Withheld")
        click.echo(
            f"Rounded: {_numbers(len(found.rounded))}. Withheld, since they would show what"
            f" rounding hides: {len(found.secondary)} more."
        )
    else:
        click.echo(
            f"Hidden: {_numbers(len(found.primary))} of few children, and"
            f" {len(found.secondary)} more so that those cannot be worked out."
        )
    click.echo()
    rows = [
        (each.table, *(f"{count:,}" for count in (each.printed, each.primary, each.secondary)))
        for each in passed.tables
    ]
    if found.rounded:
        rows = [(table, printed, beside) for table, printed, _, beside in rows]
    say_table(("Table", *columns), rows, numbers=columns)
    click.echo()
    if found.cost and not found.rounded:
        click.echo(
            f"That loses {found.cost:.1f}; any safe choice must lose at least {found.bound:.1f}"
            f" (gap {100 * found.gap:.0f}%)."
        )
    counts = len(passed.attacked.hidden)
    click.echo(
        f"Attacked as written: nothing is given away ({counts} hidden count"
        f"{'' if counts == 1 else 's'})."
    )
    if passed.kept_in is not None:
        click.echo(f"Kept in the ledger as {passed.kept_in.name}.")
    if found.not_adding:
        click.echo()
        click.echo("These totals do not add up as rounded; say so beside the table:")
        for each in found.not_adding:
            click.echo(f"  {sum_in_words(each)}")
    if passed.inherited:
        click.echo()
        click.echo("Inherited: earlier releases give these away, with this one or without.")
        for leak in passed.inherited:
            click.echo()
            click.echo(f"{leak.cell}: {leak.interval} ({leak.interval.place})")
            click.echo(f"  {leak.why}.")


def _numbers(count: int) -> str:
    return f"{count:,} number{'' if count == 1 else 's'}"
