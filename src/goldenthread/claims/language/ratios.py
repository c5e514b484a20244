"""How loosely a share or multiple told in words is meant: "a third", "almost half", "doubled".

Two ranges go with each: within the first the words are fair, within the second they are only just
so (a warning), and beyond it they are wrong.
"""

from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.hedges import BOUNDLESS
from goldenthread.claims.language.model import Hedge, Quantity

# A share in words without hedge passes within two points and a half of it ("a third" of 31% to
# 36%), and is doubtful within four, since such words are chosen to be easy to say.
SHARE_FAIR = Fraction(25, 1000)
SHARE_DOUBTFUL = Fraction(4, 100)
# "About a third" is let pass a little further off.
ABOUT_FAIR = Fraction(4, 100)
ABOUT_DOUBTFUL = Fraction(6, 100)
# "Almost half" is below half, though not by more than an eighth of it: 44% up to 50%; to 42% a
# reader would frown. It may round to half (49.6%).
NEARLY_FAIR = Fraction(1, 8)
NEARLY_DOUBTFUL = Fraction(16, 100)
# "Just over half" of 59% is told so by careful offices, though a reader would frown.
JUST_OVER_DOUBTFUL = Fraction(19, 100)
# A little above (two points of a share) is against the word, though a slip that hardly misleads.
NEARLY_ABOVE = Fraction(2, 100)
# A multiple without hedge: "doubled" of 1.9 to 2.15 times. Above it "more than doubled" would have
# been the word, so the upper end is the looser one.
MULTIPLE_BELOW = Fraction(5, 100)
MULTIPLE_BELOW_DOUBTFUL = Fraction(10, 100)
MULTIPLE_ABOVE = Fraction(10, 100)
MULTIPLE_ABOVE_DOUBTFUL = Fraction(25, 100)
ABOUT_MULTIPLE = Fraction(15, 100)
ABOUT_MULTIPLE_DOUBTFUL = Fraction(20, 100)


@dataclass(frozen=True, slots=True)
class Room:
    """The values for which words are fair, and those for which they only just are."""

    fair: Interval
    doubtful: Interval


def room(quantity: Quantity, close: bool = False) -> Room:
    """The values that a share or multiple in words may stand for, as a ratio (half is 1/2).

    ``close`` says that the hedge is a close one: "just over half".
    """
    value, hedge = quantity.value, quantity.hedge
    halved = quantity.text.lower().startswith("halv")
    if hedge in (Hedge.OVER, Hedge.AT_LEAST):
        if halved:  # "more than halved" is less than half left
            return Room(Interval(Fraction(0), value), Interval(Fraction(0), value))
        if close:
            return Room(
                Interval(value, value * (1 + NEARLY_FAIR)),
                Interval(value, value * (1 + JUST_OVER_DOUBTFUL)),
            )
        above = Interval(value, Fraction(BOUNDLESS))
        return Room(above, above)
    if hedge in (Hedge.UNDER, Hedge.UP_TO):
        below = Interval(Fraction(0), value)
        return Room(below, below)
    if hedge is Hedge.NEARLY:
        if halved:  # "almost halved" leaves a little more than half
            return Room(
                Interval(value, value * (1 + NEARLY_FAIR)),
                Interval(value, value * (1 + NEARLY_DOUBTFUL)),
            )
        beyond = NEARLY_ABOVE if value < 1 else value * MULTIPLE_BELOW
        return Room(
            Interval(value * (1 - NEARLY_FAIR), value),
            Interval(value * (1 - NEARLY_DOUBTFUL), value + beyond),
        )
    # "Halved" of less than half left says too little, and misleads nobody.
    if halved and hedge is Hedge.NONE:
        return Room(
            Interval(value - SHARE_FAIR, value + SHARE_FAIR),
            Interval(value * (1 - NEARLY_DOUBTFUL), value + SHARE_DOUBTFUL),
        )
    if value < 1:
        fair, doubtful = (
            (ABOUT_FAIR, ABOUT_DOUBTFUL) if hedge is Hedge.ABOUT else (SHARE_FAIR, SHARE_DOUBTFUL)
        )
        # Small shares ("one in fifty") have less room: a quarter of themselves.
        fair, doubtful = min(fair, value / 4), min(doubtful, value * 2 / 5)
        return Room(
            Interval(value - fair, value + fair), Interval(value - doubtful, value + doubtful)
        )
    if hedge is Hedge.ABOUT:
        return Room(
            Interval(value * (1 - ABOUT_MULTIPLE), value * (1 + ABOUT_MULTIPLE)),
            Interval(value * (1 - ABOUT_MULTIPLE_DOUBTFUL), value * (1 + ABOUT_MULTIPLE_DOUBTFUL)),
        )
    return Room(
        Interval(value * (1 - MULTIPLE_BELOW), value * (1 + MULTIPLE_ABOVE)),
        Interval(value * (1 - MULTIPLE_BELOW_DOUBTFUL), value * (1 + MULTIPLE_ABOVE_DOUBTFUL)),
    )
