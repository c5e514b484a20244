"""Lists of values in any telling: each value of one unit with every label that may be meant.

A label is what stands beside one value and beside no other, before it or after it. Where both may
be meant the list has two labellings, and what is said of it is wrong only if it is so of neither.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge, Measure, Quantity
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.times import times_in
from goldenthread.claims.orders.values.told_values import LIGHT
from goldenthread.claims.orders.values.yardsticks import is_yardstick_value
from goldenthread.claims.orders.words.vocabulary import CLASSES, FILL, GENERIC, JOIN, PLAIN

UNITS = (Measure.COUNT, Measure.PERCENT, Measure.RATE, Measure.MONEY, Measure.DURATION)
_WORD = re.compile(r"[A-Za-z0-9](?:[\w’'&/-]*\w)?")
_DAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,5}day)?s?$")
_MONTH = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:t|[a-z]*(?:ary|ch|il|y|e|ust|ber))?$"
)
_STOP = re.compile(r"[;:()\n|–—]|[.](?:\s|$)|,(?!\d)|\s-\s")
_MARKS = ",;:."
_CALLED = re.compile(
    r"\b(?:[Ww]ards?|[Ss]tations?|[Rr]outes?|[Tt]eams?|[Bb]ands?|[Yy]ears?|[Gg]rades?|[Ww]eeks?|[Dd]ays?"
    r"|[Uu]nits?|[Ss]tages?|[Ll]evels?|[Zz]ones?|[Rr]ooms?|[Ss]ites?|[Gg]roups?|[Tt]able|[Ff]igure"
    r"|[Pp]hases?|[Tt]iers?|[Bb]locks?|[Qq]uestions?|[Tt]erms?|Q|[Ss]eries|[Pp]arts?|[Ll]ots?|[Ll]ines?"
    r"|[Bb]us|[Aa]ged?|[Aa]ges|[Uu]nder|[Oo]ver|[Cc]lass|[Pp]age|[Ss]ection|[Aa]ppendix|[Nn]o\.)[\s-]$"
)
# "Week one", "year two": one label.
_COUNTED = re.compile(
    r"\b(week|day|month|year|term|quarter|round|phase|stage|cohort|group|team|wave|season|site)\s"
    r"(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}\b(?!,\d|%))",
    re.IGNORECASE,
)
_GRAMMAR = frozenset(
    re.findall(
        r"\w+",
        "the a an of in on at by to for with and or but was were is are be been it its our their"
        " they we this that these those which who had has have from as per",
    )
)
_BASE = re.compile(r"\b(?:per|in every|for every|out of(?: every)?|of)\s(?:the\s|our\s)?$")
# "In 2023 it stood at 49%": of what was told before, once more.
_TURNS = re.compile(
    r"[.:;]\s[^.:;]*\b(?:it|they|this|that)\b|\b(?:previous\w*|earlier|ago|compared|up from|down"
    r"|from|against|target|average|than)\b",
    re.IGNORECASE,
)
_NEW_CLAIM = re.compile(
    r"[.;]\s[^.;]*\b(?:most|least|fewest|best|worst|peak|record|[a-z]{3,}est)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z\d])")
_PARTED = re.compile(r"[,;:.|\n–—-]|\b(?:and|but|while|whereas|to|then|or)\b|&|/")
_FEWEST = 3
_GAP = 7  # words between two values of one list that say something
_LED = 6  # words before the first value


@dataclass(frozen=True, slots=True)
class Roster:
    """Values of one unit told one after another; ``labellings`` give each its label's stems."""

    values: tuple[Quantity, ...]
    labellings: tuple[tuple[frozenset[str], ...], ...]

    @property
    def start(self) -> int:
        """Where the first value stands."""
        return self.values[0].start

    @property
    def end(self) -> int:
        """Where the last value ends."""
        return self.values[-1].end


def rosters(text: str) -> list[Roster]:
    """Every list of three values or more in a text, in order."""
    found = []
    for group in _groups(text):
        for run in _runs(text, group):
            if len(run) < _FEWEST:
                continue
            bare: tuple[frozenset[str], ...] = (frozenset(),) * len(run)
            found.append(Roster(tuple(run), tuple(_labellings(text, run)) or (bare,)))
    return found


def is_one_list(text: str, roster: Roster) -> bool:
    """Whether values told over several sentences are told alike: as many in each of them.

    Numbers of different things follow one another closely in a long passage: "77% in May, and 63%
    in June. Children in care were 44%".
    """
    ends = [each.end() for each in _SENTENCE.finditer(text)]
    told = [sum(end <= each.start for end in ends) for each in roster.values]
    return len({told.count(each) for each in told}) == 1


def stems(stretch: str) -> list[str]:
    """The words of a stretch that say something, each brought to one form."""
    found = []
    for match in _WORD.finditer(_COUNTED.sub(r"\1-\2", stretch)):
        word = match.group().replace("’", "'").removesuffix("'s").removesuffix("s'").lower()
        if word in _GRAMMAR or (
            word in LIGHT and not (match.group()[0].isupper() and match.start())
        ):
            continue
        if word and not (len(word) == 1 and word in "as"):
            found.append(_form(word))
    return found


def _form(word: str) -> str:
    if day := _DAY.match(word):
        return day[1]
    if month := _MONTH.match(word):
        return month[1]
    return word.removesuffix("s") if any(map(str.isdigit, word)) else stem(word)


def _groups(text: str) -> list[list[Quantity]]:
    """The numbers of each unit; bare ones with the one unit that is told beside them."""
    aside = [(each.start, each.end) for each in times_in(text)]
    plain = [
        each
        for each in quantities_in(text)
        if each.measure in UNITS
        and each.hedge in (Hedge.NONE, Hedge.ABOUT)
        and (each.text[:1].isdigit() or each.text[:1] in "£€$")
        and not any(start <= each.start < end for start, end in aside)
        and not _CALLED.search(text, max(0, each.start - 12), each.start)
        and not _BASE.search(text, max(0, each.start - 24), each.start)
        and not is_yardstick_value(text, each)
    ]
    units = dict.fromkeys((each.measure, each.per) for each in plain)
    told = [unit for unit in units if unit[0] is not Measure.COUNT]
    if len(told) == 1 and told[0][0] in (Measure.DURATION, Measure.RATE, Measure.PERCENT):
        first = next(each for each in plain if (each.measure, each.per) == told[0])
        bare = [
            each
            for each in plain
            if each.measure is Measure.COUNT and not each.noun and each.start > first.start
        ]
        lent = [each for each in plain if each in bare or (each.measure, each.per) == told[0]]
        if bare and len(lent) == len(plain):
            return [lent]
    return [[each for each in plain if (each.measure, each.per) == unit] for unit in units]


def _runs(text: str, group: Sequence[Quantity]) -> list[list[Quantity]]:
    """The values that follow one another closely."""
    found: list[list[Quantity]] = []
    for each in group:
        last = found[-1][-1] if found else None
        gap = stems(text[last.end : each.start]) if last else []
        again = len(gap) > 1 and last and any(each.value == one.value for one in found[-1])
        turns = last and (
            _TURNS.search(text, last.end, each.start)
            or not _PARTED.search(text, last.end, each.start)
            or _NEW_CLAIM.search(text, last.end, each.start)
        )
        if last and not again and not turns and len(gap) <= _GAP:
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _labellings(text: str, run: Sequence[Quantity]) -> list[tuple[frozenset[str], ...]]:
    between = [text[one.end : other.start] for one, other in pairwise(run)]
    before = [_ending(text[: run[0].start]), *map(_ending, between)]
    after = [*map(_beginning, between), _beginning(text[run[-1].end :])]
    ways = [side for side in (before, after) if _told(side)]
    if len(ways) > 1:
        # A label across a comma from its value, when those of the other side are not, is no label.
        ends = [each.rstrip(" £$€(")[-1:] in _MARKS for each in between]
        begins = [each.lstrip(" %)")[:1] in _MARKS for each in between]
        if sum(ends) >= max(len(ends) - 1, 1) and not any(begins):
            ways = [after]
        elif sum(begins) >= max(len(begins) - 1, 1) and not any(ends):
            ways = [before]
    return [tuple(_apart(side)) for side in ways]


def _told(side: Sequence[list[str]]) -> bool:
    """Whether each value has a label of its own on this side; the first may have none."""
    labels = _apart(side)
    return all(labels[1:]) and len(set(labels)) == len(labels)


def _apart(side: Sequence[list[str]]) -> list[frozenset[str]]:
    """What each stretch says that no other does."""
    return [
        frozenset(words).difference(*(other for n, other in enumerate(side) if n != at))
        for at, words in enumerate(side)
    ]


def _ending(stretch: str) -> list[str]:
    """The words that lead to a value: after the last mark before it."""
    parts = _STOP.split(stretch.rstrip(" (:–—,-£$€=\t|"))
    words = stems(parts[-1])
    return words[-_LED:]


def _beginning(stretch: str) -> list[str]:
    """The words after a value, up to the next mark."""
    return stems(_STOP.split(stretch.lstrip(" (%)"))[0])[:_LED]


_PLAINLY = sorted(FILL | GENERIC | JOIN | CLASSES | PLAIN)
# What may be said of any list besides its own words.
KNOWN_STEMS = frozenset(_form(word) for word in _PLAINLY)
