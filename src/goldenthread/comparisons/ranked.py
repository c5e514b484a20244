"""Categories in order of size, this period against the one before: what came in and what went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.comparisons.derived import value_of
from goldenthread.nouns import Figure

# How many of the largest are listed unless told otherwise.
LIMIT = 10


class Movement(StrEnum):
    """Where a category stands against its place in the period before."""

    NEW = "new"
    UP = "up"
    DOWN = "down"
    SAME = "same place"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Entry:
    """One category with its place (1 is the largest; equal values share it), now and before."""

    name: str
    place: int
    now: Figure
    movement: Movement
    before: Figure | None = None
    place_before: int | None = None


@dataclass(frozen=True, slots=True)
class Departure:
    """A category that was among the largest before and is no longer, with both values."""

    name: str
    place_before: int
    before: Figure
    now: Figure | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The largest categories of a period, and those of the period before that left them.

    ``withheld`` names the categories with no value this period, which have no place.
    """

    dimension: str
    entries: tuple[Entry, ...]
    left: tuple[Departure, ...]
    withheld: tuple[str, ...] = ()

    @property
    def entered(self) -> tuple[Entry, ...]:
        """The entries that were not among the largest before."""
        return tuple(entry for entry in self.entries if entry.movement is Movement.NEW)


def ranking(
    dimension: str, now: Sequence[Figure], before: Sequence[Figure] = (), limit: int = LIMIT
) -> Ranking:
    """The ``limit`` largest categories of ``dimension``, and more where the last place is shared.

    ``now`` and ``before`` are one indicator broken down in two periods. A zero is not among the
    largest, however short the list. With nothing before, or with any category of before withheld,
    nobody knows which were the largest then: no entry has moved and none has left. A category with
    no value now has not left either. A category of before keeps its figure even where it was not
    among the largest. Raises ValueError where a figure is not broken down by ``dimension``.
    """
    figures, figures_before = _named(dimension, now), _named(dimension, before)
    whole_before = all(figure.known for figure in figures_before.values())
    places_before = _places(figures_before) if whole_before else {}
    listed = _largest(figures, limit)
    were_listed = _largest(figures_before, limit) if whole_before else {}

    def entry(name: str, place: int) -> Entry:
        place_before = places_before.get(name)
        if place_before is None:
            movement = Movement.NOT_KNOWN
        elif name not in were_listed:
            movement = Movement.NEW
        else:
            movement = _movement(place, place_before)
        return Entry(name, place, figures[name], movement, figures_before.get(name), place_before)

    withheld = tuple(sorted(name for name, figure in figures.items() if not figure.known))
    return Ranking(
        dimension=dimension,
        entries=tuple(entry(name, place) for name, place in listed.items()),
        left=tuple(
            Departure(name, place, figures_before[name], figures.get(name))
            for name, place in were_listed.items()
            if name not in listed and name not in withheld
        ),
        withheld=withheld,
    )


def _movement(place: int, before: int) -> Movement:
    if place == before:
        return Movement.SAME
    return Movement.UP if place < before else Movement.DOWN


def _named(dimension: str, figures: Sequence[Figure]) -> dict[str, Figure]:
    named = {}
    for figure in figures:
        name = figure.breakdown.get(dimension)
        if name is None:
            raise ValueError(f"{figure.key} is not broken down by {dimension}")
        named[name] = figure
    return named


def _places(figures: Mapping[str, Figure]) -> dict[str, int]:
    """Place by category, the largest first; equal values share a place and stand by name."""
    known = {name: value_of(figure) for name, figure in figures.items() if figure.known}
    values = sorted(known.values(), reverse=True)
    ordered = sorted(known, key=lambda name: (-known[name], name))
    return {name: values.index(known[name]) + 1 for name in ordered}


def _largest(figures: Mapping[str, Figure], limit: int) -> dict[str, int]:
    """The places of the largest, of those that count anything at all."""
    return {
        name: place
        for name, place in _places(figures).items()
        if place <= limit and figures[name].value
    }
