"""The counts of children behind declared figures, each once however often it is told.

A percentage printed with its counts tells two of them; a rate one, beside a population that
everybody knows. Counts that in truth are equal, of one thing in one place and time, are taken to be
known as one: the number itself, whichever source tells it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from goldenthread.nouns import Area, Breakdown, Figure, Period, Symbol, Unit

# Units in which a published number is, or is worked straight from, a count of children.
FROM_COUNTS = {Unit.COUNT, Unit.PERCENT, Unit.RATE_PER_10000}
PER = {Unit.PERCENT: 100, Unit.RATE_PER_10000: 10_000}

# Symbols behind which a number stands that somebody knows and keeps back.
KEPT_BACK = {Symbol.CONFIDENTIAL, Symbol.LOW, Symbol.ROUNDS_TO_ZERO}

# Nine places of a percentage tell any two shares of a hundred thousand children apart.
_ENOUGH_PLACES = 9

Origin = tuple[str, str, str]  # source, release, definition
Place = tuple[str, str, Period, Breakdown]  # indicator, area code, period, breakdown


@dataclass(frozen=True, slots=True)
class Count:
    """One count as one source tells it.

    ``base`` says that it is what a share is taken of, not what is counted; ``people`` that it is
    a population, known to all; ``lacking`` that nobody told it. ``value`` is None where nobody here
    knows it.
    """

    indicator: str
    area: Area
    period: Period
    breakdown: Breakdown
    origin: Origin
    value: int | None
    base: bool = False
    people: bool = False
    lacking: bool = False

    @property
    def place(self) -> Place:
        """What it is a count of, whoever tells it."""
        return self.indicator, self.area.code, self.period, self.breakdown

    def __str__(self) -> str:
        parts = [self.indicator, self.area.called, self.period.code, str(self.breakdown)]
        words = ", ".join(part for part in parts if part)
        return f"what {words} is a share of" if self.base else words


@dataclass(frozen=True, slots=True)
class Behind:
    """The counts behind one figure, as numbers in ``Counts.told``; several bases where all fit."""

    counted: int
    bases: tuple[int, ...] = ()


@dataclass(slots=True)
class Counts:
    """Every count that is told, and which of them are one."""

    told: list[Count] = field(default_factory=list)
    behind: dict[str, Behind] = field(default_factory=dict)
    _leader: list[int] = field(default_factory=list)

    def add(self, count: Count) -> int:
        """The number of a count, new every time."""
        self.told.append(count)
        self._leader.append(len(self._leader))
        return len(self.told) - 1

    def one(self, at: int) -> int:
        """The first of the counts that are one with this."""
        while self._leader[at] != at:
            self._leader[at] = self._leader[self._leader[at]]
            at = self._leader[at]
        return at

    def join(self, first: int, other: int) -> None:
        """Take two counts to be one."""
        first, other = sorted((self.one(first), self.one(other)))
        self._leader[other] = first

    def value(self, at: int) -> int | None:
        """The true count."""
        return self.told[self.one(at)].value


def is_drawn(figure: Figure) -> bool:
    """Whether a figure is a count of children or is worked straight from one, and is held."""
    if figure.unit not in FROM_COUNTS or figure.thread.inputs:
        return False
    return figure.known or figure.symbol in KEPT_BACK


def counts_of(figures: Iterable[Figure], lacking: Iterable[Figure] = ()) -> Counts:
    """The counts behind figures for which ``is_drawn`` holds, by figure id; and lacking ones."""
    counts = Counts()
    waiting = []
    for figure in figures:
        if figure.unit is Unit.COUNT:
            if figure.value is None or whole(figure.value) is not None:
                at = counts.add(_counted(figure, figure.value))
                counts.behind[figure.id] = Behind(at)
        elif figure.denominator is not None:
            at = counts.add(_counted(figure, figure.numerator))
            base = counts.add(_base(figure))
            counts.behind[figure.id] = Behind(at, (base,))
        else:
            waiting.append(figure)
    _join_equal(counts)
    _join_bases(counts)
    wholes = _Wholes(counts)
    for figure in waiting:
        if behind := wholes.fitting(figure):
            counts.behind[figure.id] = behind
    for figure in lacking:
        at = counts.add(replace(_counted(figure, None), lacking=True))
        counts.behind[figure.id] = Behind(at)
    return counts


def whole(value: Decimal | None) -> int | None:
    """A count as a whole number; None for what cannot be one."""
    if value is None or value < 0 or value != value.to_integral_value():
        return None
    return int(value)


def _counted(figure: Figure, value: Decimal | None) -> Count:
    return Count(*_about(figure), whole(value))


def _base(figure: Figure) -> Count:
    people = figure.unit is Unit.RATE_PER_10000
    return Count(*_about(figure), whole(figure.denominator), base=True, people=people)


def _about(figure: Figure) -> tuple[str, Area, Period, Breakdown, Origin]:
    thread = figure.thread
    origin = (thread.source, thread.vintage, thread.definition)
    return figure.indicator, figure.area, figure.period, figure.breakdown, origin


def _join_equal(counts: Counts) -> None:
    """Counts of one thing that are equal, and those of one thing that one publisher keeps back."""
    first: dict[tuple[object, ...], int] = {}
    for at, count in enumerate(counts.told):
        if count.base:
            continue
        publisher = count.origin[0].partition(".")[0] if count.value is None else ""
        counts.join(first.setdefault((count.place, count.value, publisher), at), at)


def _join_bases(counts: Counts) -> None:
    """Equal bases of one thing; and a base with the count that it is, where that is told.

    That is the count of the whole of the same thing, or else one count of anything else in the
    same place and time: initial conferences are what those held in time are a share of.
    """
    first: dict[tuple[object, ...], int] = {}
    wholes: dict[tuple[object, ...], int] = {}
    elsewhere: dict[tuple[object, ...], int] = {}
    for at, count in enumerate(counts.told):
        if not count.base and count.value is not None:
            wholes.setdefault((count.place, count.value), at)
            if not count.breakdown:
                here = (count.area.code, count.period, count.value)
                elsewhere.setdefault(here, at)
    for at, count in enumerate(counts.told):
        if not count.base or count.value is None:
            continue
        indicator, area, period, _ = count.place
        same = first.setdefault((indicator, area, period, count.value, count.people), at)
        counts.join(same, at)
        if count.people or same != at:
            continue
        above = [
            wholes[place, count.value] for place in _above(count) if (place, count.value) in wholes
        ]
        above += [elsewhere[key] for key in [(area, period, count.value)] if key in elsewhere]
        if above and counts.told[above[0]].place != count.place:
            counts.join(above[0], at)


def _above(count: Count) -> Iterable[Place]:
    """The same thing with fewer breakdowns, the fewest taken off first."""
    indicator, area, period, breakdown = count.place
    for smaller in smaller_breakdowns(breakdown):
        yield indicator, area, period, smaller


def smaller_breakdowns(breakdown: Breakdown) -> list[Breakdown]:
    """Every breakdown that leaves some of its dimensions out, the fullest first."""
    found = [breakdown]
    for each in found:
        for part in each.parts:
            less = Breakdown(tuple(other for other in each.parts if other != part))
            if less not in found:
                found.append(less)
    return found[1:]


class _Wholes:
    """Finds what a percentage that came without its counts is a share of."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.by_key: dict[tuple[Place, Origin], int] = {}
        self.by_about: dict[tuple[str, str, Breakdown], list[int]] = defaultdict(list)
        for at, count in enumerate(counts.told):
            if not count.base and count.value is not None:
                self.by_key.setdefault((count.place, count.origin), at)
                about = (count.indicator, count.area.code, count.breakdown)
                self.by_about[about].append(at)

    def fitting(self, figure: Figure) -> Behind | None:
        """The counts whose share the percentage truly is; None where it fits none.

        The wholes of its own time come first: those of another time, on which it may have been
        worked by mistake, only where they fit and its own do not.
        """
        indicator, area, period, breakdown, origin = _about(figure)
        place = (indicator, area.code, period, breakdown)
        at = self.by_key.get((place, origin))
        if at is None or figure.value is None or figure.unit is not Unit.PERCENT:
            return None
        count = self.counts.told[at].value
        found = [
            other
            for smaller in smaller_breakdowns(breakdown)
            for other in self.by_about.get((indicator, area.code, smaller), ())
            if fits(figure.value, count, self.counts.told[other].value)
        ]
        own = [other for other in found if self.counts.told[other].period == period]
        bases = tuple(dict.fromkeys(self.counts.one(other) for other in own or found))
        return Behind(at, bases) if bases else None


def fits(value: Decimal, count: int | None, base: int | None, per: int = 100) -> bool:
    """Whether a share is that of a count over a base, rounded or cut off to the places it has."""
    if count is None or not base:
        return False
    unit = Fraction(1) / Fraction(10) ** places(value)
    return abs(Fraction(per * count, base) - Fraction(value)) <= unit


def rounded(value: Decimal, count: int, base: int, per: int) -> Decimal:
    """The share rounded as it should be to the places that ``value`` has."""
    exact = Fraction(per * count, base) * 10 ** places(value)
    return Decimal(int(exact + Fraction(1, 2))).scaleb(-places(value))


def places(value: Decimal) -> int:
    """How many decimal places a number has; of one that a machine divided out, as many as tell."""
    exponent = value.as_tuple().exponent
    return min(max(0, -exponent), _ENOUGH_PLACES) if isinstance(exponent, int) else 0
