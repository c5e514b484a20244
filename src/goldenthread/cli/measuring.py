"""What the commands share that count from children's records: their options, and an engine."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from goldenthread import engines
from goldenthread.engines import Engine
from goldenthread.figures import FigureBook
from goldenthread.figures.measured import BY, Population, Terms, of_text, periods_of
from goldenthread.figures.measured.population import INDICATOR
from goldenthread.nouns import GoldenThreadError, Period
from goldenthread.nouns.localities import read_localities
from goldenthread.nouns.stages import with_own
from goldenthread.report.gather import gather

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def engine_options(decorated: Decorated) -> Decorated:
    """``--engine``, ``--address``, ``--memory``, ``--choose``, ``--stages``, ``--localities``."""
    for option in (
        click.option(
            "--localities",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help="Which postcodes are in which ward, family-hub area or neighbourhood, as a CSV "
            "table: tell figures by locality too.",
        ),
        click.option(
            "--stages",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help="What the stages of the journey are called in your area, and from which day, "
            "where it is not what is known here.",
        ),
        click.option(
            "--choose",
            multiple=True,
            metavar="NAME=VALUE",
            help="Count by another choice than the default, where a definition leaves it open.",
        ),
        click.option(
            "--memory",
            default=engines.OF_THE_MACHINE,
            show_default=True,
            metavar="SIZE",
            help="The most memory that counting in this program may take, as 4GB or as a share of "
            "the machine’s. No record is ever put on the disk for want of it.",
        ),
        click.option(
            "--address",
            default="",
            metavar="URL",
            help="Where the engine is: postgresql://user@host/database, spark://host:7077.",
        ),
        click.option(
            "--engine",
            type=click.Choice(engines.NAMES),
            default="duckdb",
            show_default=True,
            help="What computes: in this program, or elsewhere.",
        ),
    ):
        decorated = option(decorated)
    return decorated


def period_options(required: bool) -> Callable[[Decorated], Decorated]:
    """``--period`` and ``--by``, each any number of times."""

    def both(decorated: Decorated) -> Decorated:
        for option in (
            click.option(
                "--by",
                multiple=True,
                type=click.Choice(BY),
                default=("year",),
                show_default=True,
                help="Which parts of each period: itself, quarters, months, or rolling years.",
            ),
            click.option(
                "--period",
                multiple=True,
                required=required,
                metavar="PERIOD",
                help="What to measure, such as 2023-24, 2019-20 to 2023-24 or 2024-03-31.",
            ),
        ):
            decorated = option(decorated)
        return decorated

    return both


def periods(texts: Sequence[str], by: Sequence[str]) -> tuple[Period, ...]:
    """The periods that the two options ask for, each once."""
    whole = of_text(texts)
    return tuple(
        dict.fromkeys(part for how in by for one in whole for part in periods_of(one, how))
    )


def choices(pairs: Sequence[str]) -> dict[str, str]:
    """What ``--choose`` says; raises GoldenThreadError for what is no pair."""
    chosen = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise GoldenThreadError(
                f"--choose {pair} is no choice: write it as within_12_months=365_days."
            )
        chosen[name.strip()] = value.strip()
    return chosen


def terms(pairs: Sequence[str], stages: Path | None, localities: Path | None) -> Terms:
    """What ``--choose``, ``--stages`` and ``--localities`` say to count by."""
    return Terms(
        choices(pairs),
        with_own(stages) if stages else None,
        read_localities(localities) if localities else None,
    )


@contextmanager
def opened(name: str, address: str, memory: str) -> Iterator[Engine]:
    """An engine, closed afterwards whatever happens."""
    engine = engines.open(name, address, memory_limit=memory)
    try:
        yield engine
    finally:
        engine.close()


def population(path: Path | None) -> Population:
    """The population in a figure book or a folder of published files; else the example's."""
    if path is None:
        return Population.of_example()
    if path.is_file():
        return Population.of(FigureBook.open(path).figures(indicator=INDICATOR))
    gathered = gather(path, None)
    try:
        return Population.of(gathered.book.figures(indicator=INDICATOR))
    finally:
        gathered.close()
