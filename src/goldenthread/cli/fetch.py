"""`goldenthread fetch`: the Department for Education's files, downloaded and recorded."""

import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import UUID

import click
import httpx

from goldenthread.cli.common import FOLDER, format_option, say_json, say_table
from goldenthread.sources.fetching import API, Outcome, Service, Wanted, fetch, wanted

DONE_IN_PART = 1

# Connecting, and waiting for the next piece; a whole file may take as long as it takes.
_TIMEOUT = httpx.Timeout(30.0)


def _stated_id(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> dict[str, UUID]:
    found = {}
    for value in values:
        name, equals, id = value.partition("=")
        try:
            found[name] = UUID(id)
        except ValueError:
            raise click.BadParameter(
                f"{value!r} is not a data set and its id, such as"
                " dfe.c4=00000000-0000-0000-0000-000000000000"
            ) from None
        if not equals:
            raise click.BadParameter(f"{value!r} has no data set before the id")
    return found


@click.command("fetch")
@click.option("--out", type=FOLDER, default=Path("dfe"), show_default=True, help="Where to.")
@click.option(
    "--dataset", "datasets", multiple=True, metavar="NAME", help="Only this one; may be repeated."
)
@click.option(
    "--id",
    "ids",
    multiple=True,
    callback=_stated_id,
    metavar="NAME=ID",
    help="A data set’s id in the service, where its title does not find it.",
)
@click.option("--list", "only_list", is_flag=True, help="List the data sets and fetch nothing.")
@click.option("--api", metavar="URL", default=API, show_default=True, help="The service’s address.")
@format_option
def command(
    out: Path,
    datasets: tuple[str, ...],
    ids: dict[str, UUID],
    only_list: bool,
    api: str,
    format: str,
) -> None:
    """Download the Department for Education’s files.

    They come from the public service Explore Education Statistics, unchanged, into one folder
    that `goldenthread report --data` reads. What is there already in its newest version is not
    fetched again, and what broke off goes on from where it stopped: run the same command again.
    fetched.json records the address, version, digest and time of each file; a file that a newer
    one takes the place of is kept in the folder superseded. A data set the service does not offer
    this way is named, with the page to take it from by hand.
    """
    if only_list:
        _list(format)
        return
    outcomes = []
    with httpx.Client(timeout=_TIMEOUT, headers={"User-Agent": "goldenthread"}) as client:
        service = Service(client, api)
        for outcome in fetch(out, service, datasets, ids, _watch if _watched() else None):
            outcomes.append(outcome)
            if format == "text":
                click.echo(_line(outcome))
    if format == "json":
        say_json([_as_json(outcome) for outcome in outcomes])
    if missing := [outcome for outcome in outcomes if outcome.entry is None]:
        click.echo(f"{len(missing)} of {len(outcomes)} were not fetched.", err=True)
        click.get_current_context().exit(DONE_IN_PART)


def _list(format: str) -> None:
    known = wanted().values()
    if format == "json":
        say_json([{"dataset": w.name, "publication": w.publication, "page": w.page} for w in known])
    else:
        say_table(("Data set", "Publication"), [(w.name, w.publication) for w in known])


def _line(outcome: Outcome) -> str:
    if outcome.entry is None:
        return f"{outcome.wanted.name}: {outcome.result}; {outcome.advice}"
    entry = outcome.entry
    return (
        f"{entry.dataset}: {outcome.result}, {entry.file} ({entry.bytes:,} bytes, version"
        f" {entry.version})"
    )


def _as_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "dataset": outcome.wanted.name,
        "result": outcome.result,
        "advice": outcome.advice,
        "entry": asdict(outcome.entry) if outcome.entry else None,
    }


def _watched() -> bool:
    return sys.stderr.isatty()


def _watch(want: Wanted) -> Callable[[int, int | None], None]:
    """A bar that fills as a file arrives; it begins again where the file does."""
    bar: Any = None
    seen = 0

    def tell(received: int, total: int | None) -> None:
        nonlocal bar, seen
        if bar is None or received < seen:
            bar = click.progressbar(length=total or 0, label=want.name, file=sys.stderr)
            seen = 0
        bar.update(received - seen)
        seen = received
        if received == total:
            bar.render_finish()

    return tell
