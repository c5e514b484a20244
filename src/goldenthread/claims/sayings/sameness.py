"""Whether two sayings are of one thing at one time, and whether their numbers can both be so."""

import re
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.printed import number
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import (
    is_general,
    may_be_led_alike,
    may_be_one,
    proper_names,
    title_names,
)
from goldenthread.claims.sayings.model import Saying
from goldenthread.claims.sayings.parallel import tell_of_two
from goldenthread.claims.sayings.pieces import is_entry
from goldenthread.claims.sayings.setting import Settings, may_be_of_two
from goldenthread.claims.sayings.words import AGENT_STEMS, GENERIC_STEMS, content
from goldenthread.claims.sayings.years import report_year

# Without a time, so many words must say what is counted; and never of what happens many times.
_WORDS_WITHOUT_TIME = 3
_HAPPENING = content(
    "workshop session event course class meeting panel survey lesson seminar webinar conference "
    "group trip attendees participants training"
)
_COUNTING = re.compile(
    r"\b(?:record\w*|receiv\w+|logged|saw|has|had|have|having|employs?|employed|spent|raised"
    r"|answered|took|attended|runs?|ran|owns?|owned|earned|dealt|handled|held)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:we|our|us|the (?:trust|service|force|agency|team))\b", re.IGNORECASE
)
# "The trust made 212 grants" and "received 3": not one thing.
_GIVEN = re.compile(r"\b(?:made|gave|sent|awarded|donated)\s(?:(?!the\b)\w+\s)?$", re.IGNORECASE)
_GOT = re.compile(r"\b(?:received|took|got)\s(?:\w+\s)?$", re.IGNORECASE)
# "The regional average is 11%": of whatever was told before it.
_COMPARED_WITH = content(
    "average mean median national nationally regional England Wales Scotland UK similar norm "
    "statistical neighbours comparator benchmark region peers group north south east west"
)
_NEXT = re.compile(r"\s\w+")
_LONG = 3  # digits: two numbers of fewer are often alike by chance
_ROUND = 2  # noughts at the end of a number that is likely rounded


class Sameness(Enum):
    """How sure it is that two sayings are of one thing."""

    NONE = 0
    INFERRED = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sayings of one thing, the earlier in reading order first."""

    one: Saying
    other: Saying
    sameness: Sameness

    @property
    def agree(self) -> bool:
        """Whether some value could be printed as both; a round number stands for what it rounds."""
        first, second = self.one.quantity, self.other.quantity
        return (
            first.interval.meets(second.interval)
            or _rounds(first, second)
            or _rounds(second, first)
        )

    @property
    def evidence(self) -> str:
        """One line that shows that no value could be printed as both."""
        first, second = self.one.quantity, self.other.quantity
        line = f"{first.text.strip()} is not {second.text.strip()}"
        if (
            first.interval.low == first.interval.high
            and second.interval.low == second.interval.high
        ):
            return f"{line}: they are {_told(abs(first.value - second.value), first)} apart"
        spans = f"{_span(first.interval, first)} and {_span(second.interval, second)}"
        return f"{line}: {spans} have no value in common"


def is_slip(one: str, other: str, fewest: int = 2) -> bool:
    """Whether two numbers have one digit changed, or the same digits in another order.

    Of numbers with fewer digits than ``fewest`` that may be chance.
    """
    first, second = (re.sub(r"\D", "", each) for each in (one, other))
    if first == second or len(first) != len(second) or len(first) < fewest:
        return False
    apart = sum(a != b for a, b in zip(first, second, strict=True))
    return apart == 1 or sorted(first) == sorted(second)


def _is_turned(one: Saying, other: Saying) -> bool:
    """Whether the two have the same digits, and enough of them that it is hardly chance."""
    first, second = (re.sub(r"\D", "", each.quantity.text) for each in (one, other))
    return len(first) >= _LONG and sorted(first) == sorted(second)


def _same_agents(one: Saying, other: Saying) -> bool:
    """Whether the same body is told of, or one that counts and no other is named.

    "The force recorded 310 thefts" and "310 thefts were recorded" are one; "the council made 310
    referrals" may be a part of "310 referrals were made".
    """
    if one.words == other.words:
        return True
    if one.words - other.words and other.words - one.words:
        return False
    named = one if one.words - other.words else other
    return bool(_COUNTING.search(named.sentence.text))


def _same_sort(one: Saying, other: Saying) -> bool:
    """Whether what one is named by and the other is not is more than who did it.

    "Four board meetings" are no more "23 meetings" than "the board held 23 meetings" is.
    """
    given = [
        bool(_GIVEN.search(each.sentence.text[: each.quantity.start])) for each in (one, other)
    ]
    got = [bool(_GOT.search(each.sentence.text[: each.quantity.start])) for each in (one, other)]
    if (given[0] and got[1]) or (given[1] and got[0]):
        return False
    beside = one.words ^ other.words
    return not any(
        content(match.group()) & beside
        for each in (one, other)
        if (match := _NEXT.match(each.sentence.text, each.quantity.end))
    )


def _explained(one: Saying, other: Saying) -> bool:
    """Whether two entries of a list own to one another: "Also known as 311 (the later return)"."""
    pair = ((one, other), (other, one))
    return is_entry(one.sentence) and any(
        second.quantity.text.strip() in first.sentence.passage.text for first, second in pair
    )


def _same_names(one: Saying, other: Saying) -> bool:
    """Whether the sentences before name the same, apart from what the two name themselves."""
    own = f"{one.sentence.text} {other.sentence.text}"
    return not any(name not in own for name in one.around ^ other.around)


def _told(value: Fraction, like: Quantity) -> str:
    return number(value, max(like.decimals, 0))


def _span(interval: Interval, like: Quantity) -> str:
    places = max(like.decimals, 0) + 1
    return f"{number(interval.low, places)} to {number(interval.high, places)}"


def _rounds(one: Quantity, other: Quantity) -> bool:
    """Whether one is a round number that the other comes to: "300" of 296, "1,900" of 1,940."""
    if one.measure is not Measure.COUNT or one.value.denominator != 1:
        return False
    digits = str(abs(one.value.numerator))
    noughts = len(digits) - len(digits.rstrip("0"))
    return noughts >= _ROUND and Interval.rounded(one.value, -noughts).meets(other.interval)


class Comparer:
    """Compares sayings of one reading; knows the years and titles of its documents."""

    def __init__(self, reading: Reading) -> None:
        """``reading`` with the documents that the sayings stand in."""
        self._years = {each.file: report_year(each) for each in reading.documents}
        self._titles = {each.file: title_names(each) for each in reading.documents}
        self._settings = Settings(reading.documents)

    def key(self, saying: Saying) -> Hashable:
        """What two sayings of one thing share."""
        return self._core(saying), saying.unit

    def sameness(self, one: Saying, other: Saying, fewest: int = _WORDS_WITHOUT_TIME) -> Sameness:
        """How sure it is that two sayings with one key are of one thing at one time.

        Without a time so many words, ``fewest``, must say what is counted.
        """
        if one.sentence is other.sentence or not self._may_be_compared(one, other):
            return Sameness.NONE
        when = self._same_time(one, other)
        if when is Sameness.NONE or (
            self._says_little(one, fewest) or self._says_little(other, fewest)
        ):
            return Sameness.NONE
        slip = is_slip(one.quantity.text, other.quantity.text, _LONG)
        if not _is_turned(one, other) and may_be_of_two(one, other):
            return Sameness.NONE
        if tell_of_two((one.sentence, one.quantity), (other.sentence, other.quantity)):
            return Sameness.NONE
        agents = _same_agents(one, other) or slip
        inferred = one.inferred or other.inferred or not agents
        return Sameness.INFERRED if inferred else when

    def sameness_in_other_words(self, one: Saying, other: Saying) -> Sameness:
        """The same for two sayings that name one indicator in different words."""
        if self.key(one) == self.key(other) or one.sentence is other.sentence:
            return Sameness.NONE
        if not self._may_be_compared(one, other):
            return Sameness.NONE
        if self._same_time(one, other) is Sameness.NONE:
            return Sameness.NONE
        return Sameness.INFERRED

    def _core(self, saying: Saying) -> frozenset[str]:
        return saying.words - AGENT_STEMS or saying.words

    def _says_little(self, saying: Saying, fewest: int) -> bool:
        words = saying.words
        if words & _COMPARED_WITH:
            names = content(" ".join(proper_names(saying.sentence.text)))
            if words <= GENERIC_STEMS | _COMPARED_WITH | names:
                return True
        this_year = saying.when.said and saying.when.years_back == 0 and self._is_titled(saying)
        if this_year or (saying.when.explicit and (saying.when.first or date.min).year > 1):
            return words <= GENERIC_STEMS
        if saying.when.said:
            return len(words) < 2 or words <= GENERIC_STEMS
        return len(words) < fewest or bool(words & _HAPPENING)

    def _may_be_compared(self, one: Saying, other: Saying) -> bool:
        if one.base and other.base and one.base != other.base:
            return False
        if (
            one.vague
            or other.vague
            or not _same_names(one, other)
            or not _same_sort(one, other)
            or _explained(one, other)
            or not may_be_led_alike(one, other)
            or not self._settings.may_be_one(one.sentence, other.sentence)
        ):
            return False
        if one.sentence.file != other.sentence.file:
            titles = self._titles[one.sentence.file], self._titles[other.sentence.file]
            return not (titles[0] and titles[1] and not titles[0] & titles[1])
        if one.heading and other.heading and one.heading != other.heading:
            # "We trained 310 staff" is another "we" under each agency's name.
            texts = one.sentence.text, other.sentence.text
            parts = is_general(one.heading) or is_general(other.heading)
            if not parts and any(_FIRST_PERSON.search(text) for text in texts):
                return False
        return may_be_one(one.heading, other.heading, one.words)

    def _same_time(self, one: Saying, other: Saying) -> Sameness:
        first, second = one.when, other.when
        same_file = one.sentence.file == other.sentence.file
        if first.explicit and second.explicit:
            if (first.first, first.last) != (second.first, second.last) or first.first is None:
                return Sameness.NONE
            if first.first.year > 1:
                return Sameness.SURE
            return Sameness.INFERRED if same_file else Sameness.NONE
        if same_file and not first.explicit and not second.explicit:
            if first.years_back != second.years_back:
                return Sameness.NONE
            return Sameness.SURE if first.said == second.said else Sameness.INFERRED
        days = self._days(one), self._days(other)
        # "This year" in a report whose title tells its year is as good as the year.
        told = same_file and self._is_titled(one) and first.said and second.said
        if told and 0 in (first.years_back, second.years_back) and days[0] == days[1]:
            return Sameness.SURE
        return Sameness.INFERRED if days[0] and days[0] == days[1] else Sameness.NONE

    def _is_titled(self, saying: Saying) -> bool:
        year = self._years[saying.sentence.file]
        return year is not None and year.sure

    def _days(self, saying: Saying) -> tuple[date, date] | None:
        """The days a saying is of, those of "last year" counted from its document's year."""
        when = saying.when
        if when.explicit:
            return (when.first, when.last) if when.first and when.last else None
        year = self._years[saying.sentence.file]
        if year is None:
            return None
        meant = year.back(when.years_back or 0)
        return meant.first, meant.last
