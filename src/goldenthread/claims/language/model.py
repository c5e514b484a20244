"""A sentence with its quantities and times: what every check of prose works on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from goldenthread.claims.documents.model import Passage
from goldenthread.claims.intervals import Interval


class Measure(StrEnum):
    """What sort of number is printed."""

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"  # percentage points
    RATE = "rate"  # per 10,000, per 1,000 ...
    MONEY = "money"
    TIMES = "times"  # doubled, three times, half: a ratio told in words
    ORDINAL = "ordinal"  # second, 4th
    DURATION = "duration"  # five months, 20 working days
    OTHER = "other"  # ages, section numbers, list numbers, telephone numbers: never checked


class Hedge(StrEnum):
    """A word before a number that loosens it."""

    NONE = ""
    ABOUT = "about"  # about, around, approximately, roughly, some
    NEARLY = "nearly"  # nearly, almost, just under, close to: below, not by much
    OVER = "over"  # over, more than, just over: above
    UNDER = "under"  # under, less than, fewer than, below: beneath
    UP_TO = "up to"  # at most
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in a sentence: ``text`` at ``start`` to ``end`` (offsets in the sentence's text).

    ``interval`` is every value it may stand for, hedge included; ``per`` the base of a rate
    (10000); ``noun`` the words straight after it that say what is counted ("contacts").
    """

    text: str
    start: int
    end: int
    value: Fraction
    interval: Interval
    measure: Measure
    decimals: int = 0
    hedge: Hedge = Hedge.NONE
    per: int = 0
    noun: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A day, month, quarter, year or span named in a sentence, with its first and last day.

    ``year_given`` is False for "in January" where the year must come from what is around it; the
    dates then stand in the year 1 so that nobody takes them for real.
    """

    text: str
    start: int
    end: int
    first: date
    last: date
    year_given: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a passage. ``locator`` is unique within the file."""

    text: str
    file: str
    locator: str
    passage: Passage
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
