"""How far a printed number stands from what it should be: a slip of the hand seldom goes far.

Of shares that are wrong in the cases given to tuning, one in a hundred stands beyond what is near
here; of those tied by the reader to other numbers, on pages that nobody had tuned on, all sixteen
did. So what is far off is asked about, and not said to be wrong.
"""

from fractions import Fraction

from goldenthread.claims.language.slip import Slip, slip_of

_TENS = (Fraction(1, 100), Fraction(1, 10), Fraction(10), Fraction(100))  # a point put wrong
_NEAR = Fraction(21, 20)
_TIMES = 2
_POINTS = 15
_HUNDRED = 100


def slipped(told: Fraction, made: Fraction, *, whole: bool, near: Fraction = _NEAR) -> bool:
    """Whether one number is the other with a point put wrong, or a digit too many or too few.

    ``whole`` is True where the number told is printed without decimals; ``near`` how many times
    the one the other may be, once the point is put right.
    """
    if not told or not made:
        return False
    if _one_more_digit(told, Fraction(round(made)) if whole else made):
        return True
    ratio = told / made
    return any(ratio / tens <= near and tens / ratio <= near for tens in _TENS)


def is_far_share(told: Fraction, made: Fraction, *, whole: bool) -> bool:
    """Whether two percentages are so unlike that the one was hardly meant to be the other."""
    if abs(told - made) <= _POINTS:
        return False
    rounding = Fraction(1, 2) if whole else Fraction(1, 20)
    if told and slipped(told, made, whole=whole, near=1 + rounding / abs(told)):
        return False
    if abs(_HUNDRED - told - made) < 1:
        return False  # the share of the rest, told as that of the part
    low, high = sorted((told, made))
    return high > low * _TIMES


def is_far_count(told: Fraction, made: Fraction) -> bool:
    """Whether two counts are so unlike that the one was hardly meant to be the other."""
    if slipped(told, made, whole=True):
        return False
    low, high = sorted((abs(told), abs(made)))
    return high > low * _TIMES and high - low > _POINTS


def _one_more_digit(told: Fraction, made: Fraction) -> bool:
    """Whether one number is the other with a digit left out: "13" for "3"."""
    if told.denominator != 1 or made.denominator != 1:
        return False
    short, long = sorted((str(told), str(made)), key=len)
    cut = {long[:place] + long[place + 1 :] for place in range(len(long))}
    return len(long) == len(short) + 1 and short in cut


def is_turned(told: Fraction, made: Fraction) -> bool:
    """Whether one number is the other, rounded, with two digits changed about: "16" for "61"."""
    made = Fraction(round(made))
    if told.denominator != 1 or len(str(told)) != len(str(made)):
        return False
    return slip_of(str(told), str(made)) is Slip.SWAPPED
