"""`goldenthread attack`: what anybody could work out from a protected release."""

from pathlib import Path
from typing import Any

import click

from goldenthread.cli.common import FOLDER_THAT_EXISTS, format_option, say_json, steps
from goldenthread.disclosure.attack import Attacked, Interval, Leak, attack
from goldenthread.disclosure.publication import read_ledger, read_publication

GIVES_AWAY = 1

SCHEMA = 1


@click.command("attack")
@click.argument("safe", type=FOLDER_THAT_EXISTS)
@click.option(
    "--ledger",
    type=FOLDER_THAT_EXISTS,
    help="The folder of earlier releases, which everybody has too.",
)
@format_option
def command(safe: Path, ledger: Path | None, format: str) -> None:
    """Work out what a protected release gives away.

    SAFE is a folder that is to be published: release.toml and its tables. From everything printed
    in it, the totals it declares and the earlier releases, the interval of every hidden count is
    worked out by linear programmes and by exact algebra, and those that are found exactly, or too
    narrowly for the release's rule, are listed with the reason. What earlier releases give away
    by themselves is listed apart, as inherited. The list holds what is secret: keep it inside.

    Ends with 0 where nothing is given away, 1 where something is, 2 where the folder cannot be
    read or its numbers contradict one another.
    """
    with steps("Attacking") as progress:
        publication = read_publication(safe)
        earlier = read_ledger(ledger) if ledger else ()
        found = attack(publication, earlier=earlier, progress=progress)
    if format == "json":
        say_json(as_json(found))
    else:
        for line in _lines(found):
            click.echo(line)
    if not found.safe:
        click.get_current_context().exit(GIVES_AWAY)


def as_json(found: Attacked) -> dict[str, Any]:
    """The outcome as plain values, in the form that docs/reference/release-folder.md describes."""
    rule = found.rule
    return {
        "schema": SCHEMA,
        "release": found.name,
        "rule": {
            "name": rule.name,
            "threshold": rule.threshold,
            "narrowest": rule.narrowest,
            "complement": rule.complement,
        },
        "safe": found.safe,
        "cells": found.cells,
        "unknown": found.unknown,
        "hidden": [_interval(each) for each in found.hidden],
        "leaks": [_leak(each) for each in found.leaks],
        "inherited": [_leak(each) for each in found.inherited],
        "unproved": [_interval(each) for each in found.unproved],
    }


def _interval(interval: Interval) -> dict[str, Any]:
    return {
        "cell": {"measure": interval.cell.measure, "at": dict(interval.cell.at)},
        "place": interval.place,
        "low": interval.low,
        "high": interval.high,
    }


def _leak(leak: Leak) -> dict[str, Any]:
    return {**_interval(leak.interval), "kind": leak.kind, "why": leak.why}


def _lines(found: Attacked) -> list[str]:
    counts = f"{len(found.hidden)} hidden count{'' if len(found.hidden) == 1 else 's'}"
    rule = f"rule {found.rule.name}, threshold {found.rule.threshold}"
    if found.safe:
        lines = [f"{found.name}: nothing is given away ({counts}; {rule})."]
    else:
        lines = [f"{found.name}: {len(found.leaks)} given away ({counts}; {rule})."]
    for leak in found.leaks:
        lines += ["", *_told(leak)]
    if found.inherited:
        lines += ["", "Inherited: earlier releases give these away, with this one or without."]
        for leak in found.inherited:
            lines += ["", *_told(leak)]
    if found.unproved:
        lines += ["", "Neither given away nor shown to be safe in the work allowed:"]
        lines += [f"  {each.cell}: {each} ({each.place})" for each in found.unproved]
    return lines


def _told(leak: Leak) -> list[str]:
    return [f"{leak.cell}: {leak.interval} ({leak.interval.place})", f"  {leak.why}."]
