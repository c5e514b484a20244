"""The child's journey as expressions see it: tables on an engine, periods, and a few shared steps.

What several indicators need (who was how old, what was open on a day, how many working days lie
between two) is written here once and stays an Ibis expression: nothing runs until it is counted.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any

import ibis
import pyarrow as pa

from goldenthread.indicators.care import Care
from goldenthread.indicators.homes import HOMES, Homes
from goldenthread.indicators.hub import Hub
from goldenthread.indicators.in_care import InCare
from goldenthread.indicators.in_force import InForce
from goldenthread.indicators.parameters import choices
from goldenthread.indicators.placements import Placements
from goldenthread.indicators.protection import Protection
from goldenthread.indicators.steps import Steps
from goldenthread.nouns import GoldenThreadError, Period
from goldenthread.nouns.stages import Stages
from goldenthread.nouns.stages import stages as shipped
from goldenthread.nouns.working_days import numbered
from goldenthread.tables import code_list
from goldenthread.tables import table as table_named

# Ages are told in the bands of the children in need census.
AGE_BANDS = (("Unborn", None, 0), ("Under 1", 0, 1), ("1-4", 1, 5), ("5-9", 5, 10),
             ("10-15", 10, 16), ("16 and over", 16, None))  # fmt: skip
NOT_KNOWN = "Not known"
# What ends on a day: its name, its months, and the days before it where days are chosen.
_WINDOWS = (
    ("year_start", 12, 364),
    ("two_years_start", 24, 729),
    ("long_term_start", 30, 912),
)

# Puts an Arrow table on the engine under a name, and gives it back as an Ibis table.
Load = Callable[[str, pa.Table], Any]
# Has an Ibis table worked out by the engine, and gives its rows back as another.
Keep = Callable[[Any], Any]


class Journey:
    """Records on an engine, and the periods that are asked for.

    ``tables`` are Ibis tables by the names of ``tables.catalogue``; ``load`` puts a small Arrow
    table beside them; ``keep``, where an engine can, works out what several expressions stand on.
    ``chosen`` sets parameters other than their defaults, and ``stages`` says the stages of
    areas other than those shipped. ``by_locality`` is whether ``tables`` has ``homes`` too, as
    ``indicators.homes`` makes them: without, nothing is told by locality.
    """

    def __init__(
        self,
        tables: Mapping[str, Any],
        periods: Sequence[Period],
        load: Load,
        chosen: Mapping[str, str] | None = None,
        keep: Keep | None = None,
        stages: Stages | None = None,
        by_locality: bool = False,
    ) -> None:
        self._tables = tables
        self._load = load
        self._keep = keep
        self.asked = tuple(periods)
        self.choices = choices(chosen)
        self._stages = stages or shipped()
        self._by_locality = by_locality

    def table(self, name: str) -> Any:
        """One table of the catalogue."""
        table_named(name)
        return self._tables[name]

    def kept(self, rows: Any) -> Any:
        """The rows, worked out now and only once where the engine can, for all that use them."""
        return self._keep(rows) if self._keep else rows

    def choice(self, name: str) -> str:
        """The value of a parameter."""
        return self.choices[name]

    @cached_property
    def steps(self) -> Steps:
        """What lies between the steps of the journey."""
        return Steps(self)

    @cached_property
    def protection(self) -> Protection:
        """What indicators of child protection share."""
        return Protection(self)

    @cached_property
    def in_care(self) -> InCare:
        """Periods of care, and who is looked after."""
        return InCare(self)

    @cached_property
    def placements(self) -> Placements:
        """Placements within periods of care."""
        return Placements(self)

    @cached_property
    def care(self) -> Care:
        """What is told of children looked after and of care leavers."""
        return Care(self)

    @cached_property
    def hub(self) -> Hub:
        """What indicators of the multi-agency safeguarding hub share."""
        return Hub(self)

    @cached_property
    def homes(self) -> Homes | None:
        """Where children lived, where there are localities to tell it by."""
        return Homes(self._tables[HOMES]) if self._by_locality else None

    @cached_property
    def in_force(self) -> InForce:
        """Which stage of the journey a row is of."""
        return InForce(self._stages)

    @cached_property
    def periods(self) -> Any:
        """The periods asked for: ``period`` (its code), ``start`` and ``day``, its last."""
        return self._load(
            "journey_periods",
            pa.table(
                {
                    "period": pa.array([each.code for each in self.asked], pa.string()),
                    "start": pa.array([each.start for each in self.asked], pa.date32()),
                    "day": pa.array([each.end for each in self.asked], pa.date32()),
                }
            ),
        )

    @cached_property
    def ends(self) -> Any:
        """The last days of the periods asked for, each once: ``day``."""
        days = sorted({each.end for each in self.asked})
        return self._load("journey_ends", pa.table({"day": pa.array(days, pa.date32())}))

    @cached_property
    def windows(self) -> Any:
        """The last days of the periods, with the first day of what ends on each: ``year_start``,
        ``two_years_start`` and ``long_term_start`` (two and a half years)."""
        days = sorted({each.end for each in self.asked})
        by_months = self.choice("months_up_to_the_day") == "calendar"
        starts = {
            name: [_months_up_to(day, months) if by_months else day - timedelta(days=length)
                   for day in days]
            for name, months, length in _WINDOWS
        }  # fmt: skip
        columns = {"day": days, **starts}
        made = pa.table({name: pa.array(each, pa.date32()) for name, each in columns.items()})
        return self._load("journey_windows", made)

    @cached_property
    def months(self) -> Any:
        """The months each period is made of: ``period`` and ``in_month``, year times 12 and month
        less 1.

        Raises GoldenThreadError for a period that begins or ends within a month.
        """
        made = [
            (each.code, month)
            for each in self.asked
            for month in range(_month(each.start), _month(_whole_months(each).end) + 1)
        ]
        return self._load(
            "journey_months",
            pa.table(
                {
                    "period": pa.array([code for code, _ in made], pa.string()),
                    "in_month": pa.array([month for _, month in made], pa.int32()),
                }
            ),
        )

    @cached_property
    def calendar(self) -> Any:
        """Every day there are bank holidays for: ``calendar_day``, ``number``, a running count of
        working days up to and with it, and ``working``, 1 where it is one itself, and 0."""
        days = numbered()
        numbers = [0, *(number for _, number in days)]
        return self._load(
            "journey_calendar",
            pa.table(
                {
                    "calendar_day": pa.array([day for day, _ in days], pa.date32()),
                    "number": pa.array(numbers[1:], pa.int32()),
                    "working": pa.array(
                        [number - before for before, number in pairwise(numbers)], pa.int32()
                    ),
                }
            ),
        )

    def open_on_each_end(self, rows: Any, start: str = "start_date", end: str = "end_date") -> Any:
        """The rows open on the last day of each period: begun by then and not ended; with ``day``.

        What ended on the day itself is not open at its end.
        """
        joined = rows.join(self.ends, rows[start] <= self.ends.day)
        return joined.filter(joined[end].isnull() | (joined[end] > joined.day))

    def working_days(self, rows: Any, first: str, last: str, name: str = "working_days") -> Any:
        """The rows with the working days from one date to another; the same day is nought.

        Null where a date is null or lies outside the bank holidays known, and where the last lies
        before the first, even if only a holiday before.
        """
        begins = self.calendar.select(calendar_first="calendar_day", number_first="number")
        ends = self.calendar.select(calendar_last="calendar_day", number_last="number")
        joined = rows.left_join(begins, rows[first] == begins.calendar_first)
        joined = joined.left_join(ends, joined[last] == ends.calendar_last)
        days = joined.number_last - joined.number_first
        counted = joined.mutate(**{name: (joined[last] >= joined[first]).ifelse(days, None)})
        return counted.drop("calendar_first", "number_first", "calendar_last", "number_last")

    def with_child(self, rows: Any, on: str = "day") -> Any:
        """The rows with ``age`` (on the day in the column ``on``), ``sex`` and ``ethnicity``.

        A child with no day of birth but one it was expected on is told to be unborn.
        """
        joined = rows.left_join(self._children, ["area", "person_id"])
        joined = joined.drop(*[name for name in joined.columns if name.endswith("_right")])
        years = self.years_between(joined.birth_date, joined[on])
        return joined.mutate(
            age=self._band(joined.birth_date, joined.expected_birth_date, years),
            sex=joined.sex.fill_null(NOT_KNOWN),
            ethnicity=joined.ethnicity.fill_null(NOT_KNOWN),
        ).drop("birth_date", "expected_birth_date")

    @cached_property
    def _children(self) -> Any:
        """Every child: the day of birth or expected, and ``sex`` and ``ethnicity`` in words."""
        person = self.table("person")
        return self.kept(
            person.select(
                "area",
                "person_id",
                "birth_date",
                "expected_birth_date",
                sex=self.labelled(person.sex, "sex"),
                ethnicity=self.labelled(person.ethnicity, "ethnicity"),
            )
        )

    def labelled(self, column: Any, codes: str) -> Any:
        """A column of codes as the groups that are published; what is not known says so."""
        groups = code_list(codes).groups()
        return column.cases(*groups.items(), else_=NOT_KNOWN)

    @staticmethod
    def years_between(first: Any, last: Any) -> Any:
        """Whole years from one day to another, as birthdays count them; negative before birth."""
        before = (last.month() * 100 + last.day()) < (first.month() * 100 + first.day())
        return last.year() - first.year() - before.ifelse(1, 0)

    @staticmethod
    def of_one_child(rows: Any, *order: str) -> Any:
        """The window over a child's rows in an order; end it with what makes a row its own."""
        return ibis.window(group_by=[rows.area, rows.person_id], order_by=[rows[o] for o in order])

    @staticmethod
    def last_before(rows: Any, day: str) -> Any:
        """The last day before each row's own on which the child has a row; null for the first."""
        earlier = ibis.range_window(
            preceding=(None, ibis.interval(days=1)),
            group_by=[rows.area, rows.person_id],
            order_by=rows[day],
        )
        return rows[day].max().over(earlier)

    def within_12_months(self, earlier: Any, later: Any) -> Any:
        """Whether one day is at most 12 months after another, as the parameter says."""
        if self.choice("within_12_months") == "365_days":
            return (earlier + ibis.interval(days=365)) >= later
        return (earlier + ibis.interval(years=1)) >= later

    @staticmethod
    def _band(born: Any, expected: Any, years: Any) -> Any:
        unborn = AGE_BANDS[0][0]
        bands = [(born.isnull() & expected.notnull(), unborn), (born.isnull(), NOT_KNOWN)]
        for label, _, below in AGE_BANDS:
            bands.append((years < below if below is not None else ibis.literal(True), label))
        return ibis.cases(*bands)


def _months_up_to(day: date, months: int) -> date:
    """The first day of so many months that end with a day; a month’s last day stays the last."""
    following = day + timedelta(days=1)
    year, month = divmod(following.year * 12 + following.month - 1 - months, 12)
    return date(year, month + 1, min(following.day, monthrange(year, month + 1)[1]))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _whole_months(period: Period) -> Period:
    if period.start.day != 1 or (period.end + timedelta(days=1)).day != 1:
        raise GoldenThreadError(
            f"{period.words} is not made of whole months: measure by month, quarter or year."
        )
    return period
