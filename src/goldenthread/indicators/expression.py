"""How an indicator is counted from records: one Ibis expression, the same on every engine.

An expression gives one row for each thing in its denominator, with a 1 where it counts and the day
that puts it into a period. It never sums: that is done once, for every period and breakdown, by
``counting``. Modules of indicators do not import Ibis, which takes a third of a second: an
expression gets its tables, and what it does with them, from the ``Journey`` it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


class Timing(StrEnum):
    """How a row comes into a period."""

    EVENT = "its day lies in the period"
    STOCK = "its day is the period’s last: the position at the end"
    SPAN = "it names the period itself, since it may lie in several"


class Shape(StrEnum):
    """What is made of the rows of a period."""

    COUNT = "a count"
    SHARE = "a percentage"
    MEAN = "an average"
    MEDIAN = "a median"


class Told(StrEnum):
    """When a return tells what an expression needs of a table."""

    THROUGHOUT = "for all of the time needed"
    ON_ITS_LAST_DAY = "on the last day it tells of, as a list’s own counts and last dates are"
    ON_THE_DAY = "in rows about the day itself"


@dataclass(frozen=True, slots=True)
class Need:
    """A table an expression reads, and for how many months before a period it must be known.

    Where the returns do not tell so much, the figure is not known, and is not nought.
    ``months_after`` is how many months after the period must be known too; of a position on a day
    the months before end with the day. ``column`` is one that some row of the council must have,
    since not every format does. Of needs with the same ``one_of`` one is enough.
    """

    table: str
    months_before: int = 0
    months_after: int = 0
    column: str = ""
    told: Told = Told.THROUGHOUT
    one_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """How an indicator is counted.

    ``rows`` gives an Ibis table with the columns ``area``, ``person_id``, ``day`` (for SPAN also
    ``period``, a code from ``Journey.periods``), ``numerator``, ``denominator``, and one for each
    dimension in ``breakdowns`` but ``locality``, which is that of the child’s home on ``day`` and
    is joined to the rows where localities are told. For COUNT and SHARE ``numerator`` and
    ``denominator`` are the whole numbers 0 or 1; a COUNT's denominator is 1 in every row. For MEAN
    and MEDIAN ``numerator`` is the amount and ``denominator`` 1. With ``children`` the children
    among the rows are counted and not the rows; with ``episodes`` the values of a text column
    ``episode``, each counted once.
    ``parameters`` are the names in ``parameters`` it chooses by.
    """

    rows: Callable[[Journey], Any]
    timing: Timing
    shape: Shape
    needs: tuple[Need, ...]
    breakdowns: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    children: bool = False
    episodes: bool = False

    @property
    def counted_once(self) -> str:
        """The column whose values are counted once each; empty where rows are counted."""
        if self.episodes:
            return "episode"
        return "person_id" if self.children else ""
