"""Turns an accepted return into the core’s figures, each with a thread back to its cell."""

from collections.abc import Iterator

from goldenthread.indicators.catalogue import indicator
from goldenthread.nouns import Breakdown, Figure, Period, Quality, Symbol, Thread, Unit
from goldenthread_site.returns.models import Cell, Return
from goldenthread_site.returns.rules import CellState
from goldenthread_site.returns.shares import Number, Share, shares_of

_SYMBOLS = {
    CellState.NOT_KNOWN: (Symbol.NOT_AVAILABLE, "not known to {agency}"),
    CellState.REFUSED: (Symbol.NOT_AVAILABLE, "refused by {agency}"),
    CellState.NIL: (Symbol.NOT_APPLICABLE, "nil: nothing happened to take a percentage of"),
}


def figures_of(sent: Return) -> Iterator[Figure]:
    """One figure for each cell: a value, or the reason why there is none in its note.

    Area and period are those the agency declared, so that what counts everyone it serves, or an
    academic year, never stands in a series of the partnership’s own financial years.
    """
    cells = [cell for cell in sent.cells.all() if cell.state]
    told = {c.line: Number(c.value, c.decimals) for c in cells if c.value is not None}
    shares = shares_of(sent.request.asked, told)
    for cell in cells:
        yield _figure(sent, cell, shares.get(cell.line))


def _figure(sent: Return, cell: Cell, share: Share | None) -> Figure:
    notes = [sent.note] if sent.note else []
    symbol = None
    if cell.value is None:
        symbol, why = _SYMBOLS[CellState(cell.state)]
        notes.insert(0, why.format(agency=sent.request.agency.name))
    return Figure(
        indicator=cell.indicator,
        unit=Unit(cell.unit),
        area=sent.area,
        period=Period.parse(cell.period_code),
        thread=thread_of(sent, cell),
        value=None if cell.value is None else round(cell.value, cell.decimals),
        symbol=symbol,
        breakdown=Breakdown.parse(cell.breakdown),
        decimals=cell.decimals,
        numerator=share.part if share else None,
        denominator=share.whole if share and share.part is not None else None,
        quality=Quality(sent.quality),
        quality_note="; ".join(notes),
        sensitivity=indicator(cell.indicator).sensitivity,
    )


def thread_of(sent: Return, cell: Cell) -> Thread:
    """Where the number came from: the cell of a file, or the line of a return filled in here."""
    upload = sent.upload if cell.place else None
    line = sent.request.asked.find(cell.line)
    words = line.words if line else cell.line
    where = f"return {sent.pk}, version {sent.version}, line “{words}”"
    when = sent.submitted_at.date() if sent.submitted_at else None
    return Thread(
        source=f"local.{sent.request.template}_return",
        locator=f"{cell.place}, {where}" if upload else where,
        file=upload.given_name if upload else "",
        digest=upload.digest if upload else "",
        definition=f"{cell.indicator}:local",
        vintage=f"{when}, version {sent.version}" if when else "",
        known_since=when,
    )
