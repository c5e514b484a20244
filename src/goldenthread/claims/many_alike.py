"""Many faults of one kind in one table, told as one: a slip is an exception.

What a check holds against cell after cell of a table is more likely what it has misread in the
labels than so many slips, so it is asked about once and is no error. Sums are another matter:
of a table typed by hand every total may be wrong, and each is an error of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from goldenthread.claims.found import ClaimFault
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

_MANY = 3  # twice may be chance
_EACH_BY_ITSELF = ("total",)
_SHOWN = 5  # places named of those left out


def many_as_one(faults: Iterable[ClaimFault], reading: Reading) -> Iterator[ClaimFault]:
    """The faults, with many of one kind in one table made one warning at the first place."""
    every = list(faults)
    table_of = {
        (document.file, place): number
        for number, (document, grid) in enumerate(reading.grids)
        for row in grid.locators
        for place in row
    }
    groups: dict[tuple[int, str, bool], list[ClaimFault]] = defaultdict(list)
    for fault in every:
        table = table_of.get((fault.file, fault.locator))
        apart = fault.severity is Severity.ERROR and fault.kind in _EACH_BY_ITSELF
        if table is not None and not apart and fault.severity is not Severity.NOTE:
            groups[table, fault.kind, fault.severity is Severity.ERROR].append(fault)
    many = [group for group in groups.values() if len(group) >= _MANY]
    first = {id(group[0]): group for group in many}
    rest = {id(fault) for group in many for fault in group[1:]}
    for fault in every:
        if group := first.get(id(fault)):
            yield _as_one(group)
        elif id(fault) not in rest:
            yield fault


def _as_one(group: list[ClaimFault]) -> ClaimFault:
    one, *others = group
    places = ", ".join(each.locator for each in others[:_SHOWN])
    more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
    return replace(
        one,
        severity=Severity.WARNING,
        message=(
            f"{one.message} The same holds of {places}{more}: where it is so throughout, see "
            "whether the labels of the table say what they mean."
        ),
        evidence=f"{one.evidence}; and so at {len(others)} other places of the table",
    )
