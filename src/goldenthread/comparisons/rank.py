"""An area's place among all councils, where nearly all of them are there to be placed among."""

from goldenthread.comparisons.derived import place, value_of
from goldenthread.figures import Shelf
from goldenthread.nouns import AreaKind, Figure

# Of about 153 councils, so many must have a value before a place is told. Among fewer it would be
# the place among those large enough not to be withheld, or among those loaded.
MINIMUM_RANKED = 100


def rank(shelf: Shelf, figure: Figure) -> tuple[Figure, int] | None:
    """The figure's place (1 is highest; equal values share it) and how many councils it is of.

    None where the area is no council, has no value, or fewer than ``MINIMUM_RANKED`` have one.
    """
    if not figure.known or figure.area.kind is not AreaKind.COUNCIL:
        return None
    own = float(value_of(figure))
    values = shelf.council_values(figure)
    if len(values) < MINIMUM_RANKED:
        return None
    higher = sum(value > own for value in values)
    level = sum(value == own for value in values)
    return place(figure, higher, level - 1, len(values)), len(values)
