"""Where children lived on the day of what is counted: the locality of the home, never a postcode.

Homes are told by addresses and, of children looked after, by the postcode that the national return
asks for. Both are turned into localities before anything is put on an engine: what stands there is
the child, two days and a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns.localities import NOT_KNOWN, Localities, Stretch

LOCALITY = "locality"
# The table of homes among those of a journey; no return fills it.
HOMES = "homes"

SCHEMA = pa.schema(
    [
        ("area", pa.string()),
        ("person_id", pa.string()),
        ("since", pa.date32()),
        ("until", pa.date32()),
        ("locality", pa.string()),
    ]
)

# Before and after every day that anything is told of.
_ALWAYS, _NEVER = date(1800, 1, 1), date(9000, 1, 1)
_ORDER = ("area", "person_id", "since", "address", "until", "postcode")


class Homes:
    """Where children lived, over one journey; ``Journey.homes`` has it."""

    def __init__(self, homes: Any) -> None:
        self._homes = homes

    def with_locality(self, rows: Any) -> Any:
        """The rows with ``locality``, of the home on the row’s ``day``; null where none is known.

        Every row stays one row: a child has one home at a time.
        """
        homes = self._homes.select(
            its_area="area", its_person="person_id", since="since", until="until", its="locality"
        )
        joined = rows.left_join(
            homes,
            [
                rows.area == homes.its_area,
                rows.person_id == homes.its_person,
                rows.day >= homes.since,
                rows.day < homes.until,
            ],
        )
        return joined.select(*rows.columns, **{LOCALITY: joined.its})


def told(address: pa.Table, episodes: pa.Table, localities: Localities) -> tuple[str, ...]:
    """The areas that the localities divide and of whose children any home’s postcode is told."""
    rows = _homes(address, episodes, localities)
    known = rows.filter(pc.is_valid(rows["postcode"]))
    return tuple(sorted(known["area"].unique().to_pylist()))


def placed(address: pa.Table, episodes: pa.Table, localities: Localities) -> pa.Table:
    """Where each child lived from which day until before which: rows of SCHEMA.

    A home is one up to and with the day it ceased to be. Of several on a day the one that began
    last is meant, and when that ends the one before again. What is not known has no row.
    """
    rows = _homes(address, episodes, localities).sort_by([(name, "ascending") for name in _ORDER])
    stretches = _Stretches(localities)
    made: dict[str, list[Any]] = {name: [] for name in SCHEMA.names}
    columns = [rows[name].to_pylist() for name in (*_ORDER[:3], *_ORDER[4:])]
    theirs: list[_Home] = []
    whose: tuple[str, str] | None = None
    for area, person, since, until, postcode in zip(*columns, strict=True):
        if whose != (area, person):
            _put(made, whose, theirs)
            whose, theirs = (area, person), []
        theirs.append(_Home(since, until, stretches.of(area, postcode)))
    _put(made, whose, theirs)
    return pa.table(made, schema=SCHEMA)


class _Home(NamedTuple):
    since: date
    until: date
    stretches: tuple[Stretch, ...]


@dataclass
class _Stretches:
    """The stretches of postcodes, each looked up once."""

    localities: Localities

    def __post_init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Stretch, ...]] = {}

    def of(self, area: str, postcode: str | None) -> tuple[Stretch, ...]:
        if postcode is None:
            return (Stretch(None, NOT_KNOWN),)
        key = area, postcode
        if key not in self._known:
            self._known[key] = self.localities.stretches(area, postcode)
        return self._known[key]


def _homes(address: pa.Table, episodes: pa.Table, localities: Localities) -> pa.Table:
    """Every home told: ``since`` and ``until``, the day after its last; in areas that are divided.

    ``address`` is 1 where an address tells it, which holds over an episode that began with it.
    """
    cared = episodes.filter(pc.is_valid(episodes["home_postcode"]))
    parts = [
        _told(address, "postcode", 1, localities),
        _told(cared, "home_postcode", 0, localities),
    ]
    return pa.concat_tables(parts)


def _told(rows: pa.Table, postcode: str, address: int, localities: Localities) -> pa.Table:
    divided = pa.array(sorted(localities.areas), pa.string())
    rows = rows.filter(pc.is_in(rows["area"], value_set=divided))
    day, number = pa.date32(), pa.int32()
    always, never = pa.scalar(_ALWAYS, day), pa.scalar(_NEVER, day)
    last = pc.min_element_wise(rows["end_date"], never).cast(number)
    since = pc.max_element_wise(rows["start_date"], always)
    made = pa.table(
        {
            "area": rows["area"],
            "person_id": rows["person_id"],
            "since": since,
            "address": pa.repeat(pa.scalar(address, pa.int8()), rows.num_rows),
            "until": pc.add(last, pa.scalar(1, number)).cast(day),
            "postcode": rows[postcode],
        }
    )
    return made.filter(pc.less(made["since"], made["until"]))


def _put(made: dict[str, list[Any]], whose: tuple[str, str] | None, homes: list[_Home]) -> None:
    """Add where one child lived, what is alike and follows on put together."""
    if whose is None:
        return
    known = [each for each in _in_force(homes) if each[2] != NOT_KNOWN]
    for number, (since, until, locality) in enumerate(known):
        if number and known[number - 1][1:] == (since, locality):
            made["until"][-1] = until
            continue
        for name, value in zip(SCHEMA.names, (*whose, since, until, locality), strict=True):
            made[name].append(value)


def _in_force(homes: list[_Home]) -> Iterator[tuple[date, date, str]]:
    """Which locality a child is in from which day until which, by homes in order of their days."""
    open_ones: list[_Home] = []
    at = _ALWAYS
    for home in [*homes, _Home(_NEVER, _NEVER, ())]:
        while open_ones and at < home.since:
            last = open_ones[-1]
            end = min(last.until, home.since)
            if at < end:
                yield from _within(last.stretches, at, end)
                at = end
            if last.until <= at:
                open_ones.pop()
        open_ones.append(home)
        at = home.since


def _within(
    stretches: tuple[Stretch, ...], since: date, until: date
) -> Iterator[tuple[date, date, str]]:
    """The localities of one postcode between two days."""
    for number, each in enumerate(stretches):
        following = stretches[number + 1].since if number + 1 < len(stretches) else None
        first = max(since, each.since or _ALWAYS)
        last = min(until, following or _NEVER)
        if first < last:
            yield first, last, each.locality
