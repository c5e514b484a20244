"""Where one changed cell would mend several failing sums at once: which cell, and to what."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.tables.adding import Outcome, span_of
from goldenthread.claims.tables.table import Table

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mend:
    """The cell at ``place`` (row and column of the table unturned), the value that would make all
    of ``mended`` hold, by their numbers in the list handed in."""

    place: Place
    value: Fraction
    mended: tuple[int, ...]


def mends(table: Table, failing: Sequence[Outcome], holding: Sequence[Outcome]) -> list[Mend]:
    """Cells of which one change mends two or more failing sums and breaks none that hold.

    Each failing sum is given to one cell at most, to that which mends most.
    """
    shared: dict[Place, list[int]] = {}
    for number, outcome in enumerate(failing):
        for place in outcome.sum.places:
            shared.setdefault(place, []).append(number)
    sound = {place for outcome in holding if outcome.weighty for place in outcome.sum.places}
    found = []
    for place, numbers in shared.items():
        if len(numbers) > 1 and place not in sound:
            value = _agreed(table, place, [failing[number] for number in numbers])
            if value is not None:
                found.append(Mend(place, value, tuple(numbers)))
    found.sort(key=lambda mend: (-len(mend.mended), mend.place))
    used: set[int] = set()
    chosen = []
    for mend in found:
        rivals = [other for other in found if other is not mend and other.mended == mend.mended]
        if not used & set(mend.mended) and not rivals:
            chosen.append(mend)
            used |= set(mend.mended)
    return chosen


def _agreed(table: Table, place: Place, outcomes: Sequence[Outcome]) -> Fraction | None:
    """The value that every one of these sums asks of a cell, None where they disagree."""
    needs = [_needed(table, place, outcome) for outcome in outcomes]
    spans = [span for _, span in needs]
    if max(span.low for span in spans) > min(span.high for span in spans):
        return None
    value = min(needs, key=lambda need: need[1].high - need[1].low)[0]
    cell = table.cells[place[0]][place[1]]
    printed = cell.amount.value if cell.amount else Fraction(0)
    return None if value < 0 <= printed else value


_MOST = Fraction(10**15)


def _needed(table: Table, place: Place, outcome: Outcome) -> tuple[Fraction, Interval]:
    """What one sum asks of one of its cells, the others standing."""
    value, span = Fraction(0), Interval.exactly(0)
    is_whole = place == outcome.sum.whole_at
    cells = zip(outcome.sum.places, (outcome.sum.whole, *outcome.sum.parts), strict=True)
    for at, cell in cells:
        if at == place:
            continue
        if cell.amount is None:  # anything from nought
            span = Interval(span.low, _MOST) if is_whole else Interval(-_MOST, span.high)
            continue
        sign = 1 if is_whole or at == outcome.sum.whole_at else -1
        value += sign * cell.amount.value
        span = span + span_of(table, cell.amount).scaled(sign)
    return value, span
