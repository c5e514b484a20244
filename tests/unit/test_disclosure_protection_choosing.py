"""How little is hidden where whole numbers leave few ways, and where many numbers could move."""

from datetime import date
from decimal import Decimal

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.protection import protect
from goldenthread.disclosure.publication import Cell, Item, Publication, StatedRule, Sum

RULE = StatedRule(name="local", threshold=5, narrowest=5, complement=True)
QUARTERS = ("Q1", "Q2", "Q3", "Q4")


def shares(counts: dict[str, tuple[int, int]]) -> Publication:
    """A share for each quarter and for the year, printed whole with both of its counts."""
    told = {**counts, "year": tuple(map(sum, zip(*counts.values(), strict=True)))}
    items, cells = [], {}
    for when, (count, base) in told.items():
        of, among = Cell.of("in work", {"when": when}), Cell.of("leavers", {"when": when})
        share = round(Decimal(100 * count) / base)
        items += [
            Item(cell=of, base=among, per=100, value=Decimal(share), place=f"{when}, share"),
            Item(cell=of, value=Decimal(count), place=f"{when}, count", cost=0.1),
            Item(cell=among, value=Decimal(base), place=f"{when}, base", cost=0.1),
        ]
        cells |= {of: count, among: base}
    sums = tuple(
        Sum(
            Cell.of(measure, {"when": "year"}),
            tuple(Cell.of(measure, {"when": when}) for when in counts),
        )
        for measure in ("in work", "leavers")
    )
    return Publication(
        name="care leavers",
        published=date(2024, 9, 30),
        items=tuple(items),
        sums=sums,
        sensitive=frozenset({"in work", "leavers"}),
        counts=cells,
    )


def test_a_share_that_lets_few_whole_numbers_fit_goes_before_everything_else_does() -> None:
    """3 of 10 are left over in the second quarter.

    In fractions the third quarter's 35 per cent leaves them much room, in whole numbers only 1, 3
    or 5: no width asked for makes that more, and the third quarter's share has to go.
    """
    publication = shares({"Q1": (14, 20), "Q2": (7, 10), "Q3": (7, 20), "Q4": (9, 20)})
    found = protect(publication, RULE)
    assert attack(found.publication).shown_safe
    printed = {item.place for item in found.publication.printed()}
    assert {"year, share", "year, count", "year, base", "Q1, share"} <= printed
    assert len(found.secondary) <= 6


def test_a_total_stays_in_print_where_cells_beside_it_can_move() -> None:
    """Sources by quarter with their shares: what they leave over of a quarter may always shift.

    Held still, it would hold every source with it, and the quarter and the year would have to go.
    """
    sources = {
        "police": (300, 310, 290, 305),
        "schools": (210, 190, 205, 220),
        "unknown": (0, 2, 3, 0),
    }
    items, cells = [], dict[Cell, int]()
    for at, when in enumerate((*QUARTERS, "year")):
        total = Cell.of("contacts", {"when": when})
        for source, counts in sources.items():
            cell = Cell.of("contacts", {"when": when, "source": source})
            cells[cell] = sum(counts) if when == "year" else counts[at]
            cells[total] = cells.get(total, 0) + cells[cell]
        for source in sources:
            cell = Cell.of("contacts", {"when": when, "source": source})
            place, value = f"{when}, {source}", Decimal(cells[cell])
            share = round(Decimal(100) * cells[cell] / cells[total], 1)
            items += [
                Item(cell=cell, value=value, place=place),
                Item(
                    cell=cell, base=total, per=100, decimals=1, value=share, place=f"{place}, share"
                ),
            ]
        items.append(Item(cell=total, value=Decimal(cells[total]), place=when, cost=12.0))
    sums = [
        Sum(
            Cell.of("contacts", {"when": when}),
            tuple(Cell.of("contacts", {"when": when, "source": source}) for source in sources),
        )
        for when in (*QUARTERS, "year")
    ]
    for more in ({}, *({"source": source} for source in sources)):
        parts = tuple(Cell.of("contacts", {"when": when} | more) for when in QUARTERS)
        sums.append(Sum(Cell.of("contacts", {"when": "year"} | more), parts))
    publication = Publication(
        name="contacts",
        published=date(2024, 9, 30),
        items=tuple(items),
        sums=tuple(sums),
        sensitive=frozenset({"contacts"}),
        counts=cells,
    )
    found = protect(publication, RULE)
    assert attack(found.publication).shown_safe
    printed = {item.place for item in found.publication.printed()}
    assert {*QUARTERS, "year"} <= printed
