"""A whole made-up report, with every kind of block in it, for tests of what renders reports.

The council of Northmoor, its neighbours and all their numbers are invented.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from goldenthread.disclosure import Released
from goldenthread.report.document import (
    Cell,
    Document,
    OtherValue,
    Row,
    Section,
    Table,
    ThreadEntry,
)
from goldenthread.wording.numbers import printed
from tests.factories.northmoor.figures import a_number, name_of
from tests.factories.northmoor.front_door import front_door
from tests.factories.northmoor.looked_after import looked_after, partnership
from tests.factories.northmoor.protection import child_protection, what_stands_out
from tests.factories.northmoor.walk import printed_in


def a_document(**changes: Any) -> Document:
    """The report of an invented partnership; any field of ``Document`` may be given.

    ``threads`` is worked out from what is printed unless it is given too.
    """
    given: dict[str, Any] = {
        "title": "How children in Northmoor were kept safe",
        "subtitle": "Yearly data report, April 2023 to March 2024",
        "partnership": "Northmoor Safeguarding Children Partnership",
        "area": "Northmoor",
        "year": "2023-24",
        "as_of": date(2024, 12, 2),
        "edition": "Working Together to Safeguard Children 2023",
        "summary": what_stands_out(),
        "sections": (front_door(), child_protection(), looked_after(), partnership()),
        "threads": (),
        "sources": (
            "Department for Education, Children in need, 2024 release (31 October 2024)",
            "Department for Education, Children looked after in England, 2024 release",
            "Office for National Statistics, mid-year population estimates, mid-2023",
            "Northmoor Council, contacts and decisions at the front door, 2023 to 2024",
        ),
    }
    document = Document(**(given | changes))
    if "threads" in changes:
        return document
    return replace(document, threads=threads_of(document))


def a_long_document(figures: int = 800) -> Document:
    """A document of one wide table that prints so many figures, each with its thread."""
    columns = tuple(f"Place {number}" for number in range(1, 11))
    rows = tuple(
        Row(
            f"Line {line}",
            tuple(
                Cell(a_number("contacts", 1000 + line * 10 + place, issue=f"{line}-{place}"))
                for place in range(min(10, figures - line * 10))
            ),
        )
        for line in range((figures + 9) // 10)
    )
    table = Table(id="table-long", caption="Contacts by line", columns=columns, rows=rows)
    return a_document(summary=(), sections=(Section(id="long", title="Long", blocks=(table,)),))


def threads_of(document: Document) -> tuple[ThreadEntry, ...]:
    """An entry for each figure printed, once, in order of first printing."""
    return tuple(an_entry(value) for value in printed_in(document))


def an_entry(value: Released) -> ThreadEntry:
    """The way back from one figure; two indicators are known by another value as well."""
    figure = value.figure
    others: tuple[OtherValue, ...] = ()
    if figure.indicator == "child_protection_plans_started" and figure.known:
        others = (
            OtherValue("310", "Children in need", "2023", "first published; revised a year later"),
            OtherValue("52.1", "Local Authority Interactive Tool", "2024"),
        )
    return ThreadEntry(
        released=value,
        printed=printed(value),
        title=name_of(figure),
        definition=f"{name_of(figure).split(',')[0]} that began in the period, counted once each.",
        also_known_as=others,
    )
