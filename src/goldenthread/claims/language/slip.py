"""How two printed numbers may be one with a slip of the hand in its digits."""

from enum import StrEnum


class Slip(StrEnum):
    """How two numbers of as many digits may be one with a slip."""

    CHANGED = "one digit"
    SWAPPED = "two digits changed about"


def slip_of(one: str, other: str) -> Slip | None:
    """How two numbers of so many digits each differ by a slip; None where they do not."""
    places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return Slip.CHANGED
    swapped = (
        len(places) == 2
        and places[1] == places[0] + 1
        and one[places[0]] == other[places[1]]
        and one[places[1]] == other[places[0]]
    )
    return Slip.SWAPPED if swapped else None
