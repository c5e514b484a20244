"""Which row or column of a table a stretch of prose names in its own words and order.

"Persistent absence affected 24.8% of secondary pupils" names the row "Persistent absentees,
secondary" though its words stand apart, and "the year before" a column by its place in time.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldenthread.claims.dates.moments import Moment, moments
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.orders.values.model import when
from goldenthread.claims.orders.words.claimed import same_moment
from goldenthread.claims.orders.words.vocabulary import DONE
from goldenthread.claims.quoting.quoted_cells import is_yardstick, value_in
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Line, Table

_STEM = 5
_WORD = re.compile(r"[A-Za-z]+|\d+(?:,\d{3})*")
# Words of a label that say nothing of what it is.
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "the a an of in on at by to for with and or who were was are is be been number numbers no"
        " count total all overall other others rate percentage per cent proportion share year"
        " years end date from than more less over under",
    )
)
_DONE = frozenset(word[:_STEM] for word in DONE | {"made", "held", "received", "recorded"})
_UNIT = re.compile(r"\([^)]*\)")
_YEAR = re.compile(r"(?:whole |full |half[- ])?(?:year|period)(?: to date)?", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:(?:the\s+)?(?:year|quarter|month|term)\s+(?:before|earlier)|(?:a|one)\s+"
    r"(?:year|quarter|month|term)\s+(?:before|earlier|ago)|(?:the|in\s+the|last)\s+"
    r"(?:previous|preceding|prior|last)?\s*(?:year|quarter|month|term))\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:than|from|on|compared|against|with)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:^|[.!?:]\s+)(?:In|During|For|Over|By|At)\s+(?:the\s+)?(?:\w+\s+){0,3}$", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:before|earlier|previous\w*|preceding|prior|ago|last\s+(?:year|quarter|month|term)"
    r"|formerly|then|had\s+been)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A line with the stems of its label, its time left out, and its time."""

    line: Line
    stems: frozenset[str]
    moment: Moment | None

    @property
    def index(self) -> int:
        """The line's place in its table."""
        return self.line.index


@dataclass(frozen=True, slots=True)
class Meant:
    """The one line meant: ``plainly`` where the stretch names it (or there is but one).

    ``timely`` says that its time is named there too, or that it has none.
    """

    line: Line
    plainly: bool
    timely: bool


def stems(text: str) -> frozenset[str]:
    """The words of a text that say something, cut to what their endings have in common."""
    return frozenset(
        match.group().lower()[:_STEM]
        for match in _WORD.finditer(text)
        if match.group().lower() not in _EMPTY
    )


def has_sum_of_times(table: Table, *, rows: bool) -> bool:
    """Whether beside lines of several times one sums them: a number without a time is its."""
    lines = table.rows if rows else table.columns
    return any(each.whole is not Whole.NO for each in lines) or any(
        _YEAR.fullmatch(each.label.strip()) for each in lines
    )


def lines_of(table: Table, *, rows: bool) -> list[Named]:
    """The rows or the columns that hold figures, and no change or nothing but a total."""
    grid = table.grid
    heading = grid.rows[0][0].strip() if rows and grid.header_rows and grid.rows[0] else ""
    found = []
    for line in table.rows if rows else table.columns:
        label = line.label
        if label.strip().isdigit() and heading:
            label = f"{heading} {label}"  # "3" below "Quarter"
        times = moments(label)
        moment = times[0] if len(times) == 1 else None
        rest = f"{label[: moment.start]} {label[moment.end :]}" if moment else label
        words = stems(_UNIT.sub(" ", rest)) or stems(rest)
        if line.empty or line.sense is Sense.CHANGE or (not moment and not words):
            continue
        if line.whole is not Whole.NO and not moment and len(words) < 2:
            continue
        found.append(Named(line, words, moment))
    return _without_done(_without_shared(found))


def _without_done(lines: list[Named]) -> list[Named]:
    """The lines without what is done to what they count, where nothing else has the rest.

    "Placement orders made" may be told as placement orders.
    """
    found = []
    for each in lines:
        rest = frozenset(word for word in each.stems if word not in _DONE)
        others = (other.stems for other in lines if other.index != each.index)
        if rest and rest != each.stems and not any(rest <= other for other in others):
            found.append(replace(each, stems=rest))
        else:
            found.append(each)
    return found


def _without_shared(lines: list[Named]) -> list[Named]:
    """The lines without what the labels of all times share: "Autumn 2021", "Autumn 2022"."""
    times = [each.stems for each in lines if each.moment]
    shared = times[0] if len(times) > 1 and len(set(times)) == 1 else frozenset()
    return [replace(each, stems=each.stems - shared) if each.moment else each for each in lines]


def holding(table: Table, lines: list[Named], quantity: Quantity, *, rows: bool) -> list[Named]:
    """The lines that have a number in the quantity's unit."""
    size = range(len(table.columns) if rows else len(table.rows))
    return [
        each
        for each in lines
        if any(
            value_in(table, *((each.index, n) if rows else (n, each.index)), quantity) is not None
            for n in size
        )
    ]


def of_the_unit(lines: list[Named], quantity: Quantity) -> list[Named]:
    """Those lines, of which one that is not named is meant by its unit alone; none where it is not.

    Of a table whose only percentages are those seen in time, last year's and this, any is of it.
    """
    of_one = len({each.stems for each in lines}) == 1 and all(each.moment for each in lines)
    alone = len(lines) == 1 and quantity.measure is Measure.PERCENT
    return [replace(each, stems=frozenset()) for each in lines] if of_one or alone else []


def meant(
    lines: Sequence[Named], sentence: Sentence, piece: tuple[int, int], starts: Sequence[int]
) -> Meant | None:
    """The one line that a piece of a sentence speaks of.

    ``starts`` are where it and the pieces before it begin: the nearest that name a line count.
    """
    text = sentence.text
    here, before = text[slice(*piece)], text[: piece[0]]
    kept, plainly = _by_words(lines, [stems(text[start : piece[1]]) for start in starts])
    if not kept:
        return None
    times = [each for each in kept if each.moment]
    if len(times) == len(kept) and len(kept) > 1:
        if told := moments(here):
            found = [each for each in times if each.moment and _fits(told, each.moment)]
            return Meant(found[0].line, plainly=True, timely=True) if len(found) == 1 else None
        one, timely = _by_time(_in_order(times), sentence, piece)
        return Meant(one.line, plainly, timely) if one else None
    if len(kept) > 1:
        return None
    only = kept[0]
    if only.moment and not _fits(moments(here) or moments(before), only.moment):
        return None
    return Meant(only.line, plainly, timely=True)


def _by_words(lines: Sequence[Named], said: Sequence[frozenset[str]]) -> tuple[list[Named], bool]:
    """The lines that are named, and whether in the piece itself, by a word of theirs at least.

    ``said`` are the stems of the piece, and then of more and more of what leads up to it.
    """
    here = said[0]
    bare = [each for each in lines if not each.stems]
    worded = [each for each in lines if each.stems]
    shared = frozenset.intersection(*(each.stems for each in worded)) if worded else frozenset()
    for at, sofar in enumerate(said):
        # A target or another's value is meant only where the number itself is told as one.
        may = worded if at == 0 else [each for each in worded if not is_yardstick(each.line)]
        whole = _largest([each for each in may if each.stems <= sofar])
        if not whole:
            continue
        near = [(len((each.stems - shared) & here), each) for each in whole]
        most = max(count for count, _ in near)
        if at == 0 or most:
            return [each for count, each in near if count == most or at == 0], True
        if bare:
            break
        return (whole, False) if len({each.stems for each in whole}) == 1 else ([], False)
    return bare, False


def _largest(lines: list[Named]) -> list[Named]:
    """Of labels that hold one another the longest: "physical violence", not "physical"."""
    return (
        [each for each in lines if not any(each.stems < other.stems for other in lines)]
        if len({each.stems for each in lines}) > 1
        else lines
    )


def _in_order(times: list[Named]) -> list[Named]:
    return sorted(times, key=lambda each: when(each.moment) if each.moment else (0, 0, 0, 0))


def _by_time(
    ordered: list[Named], sentence: Sentence, piece: tuple[int, int]
) -> tuple[Named | None, bool]:
    """The line of the time told before the piece, or one before it; else the latest, not timely."""
    text = sentence.text
    here, before = text[slice(*piece)], text[: piece[0]]
    told = moments(before)
    if len({each.text for each in told}) > 1 or _EARLIER.search(before):
        return None, False
    if not told:
        told = _led_by(sentence)[-1:]
        after = _EARLIER.search(text, piece[1])
        if after and not _COMPARED.search(text[piece[1] : after.start()]):
            return None, False
    at = len(ordered) - 1
    if told:
        found = [each for each in ordered if each.moment and _fits(told, each.moment)]
        if len(found) != 1 or (not moments(before) and found[0] is not ordered[-1]):
            return None, False
        at = ordered.index(found[0])
    if _EARLIER.search(here):
        named = _BEFORE.search(here)
        return (ordered[at - 1], False) if named and at else (None, False)
    return ordered[at], bool(moments(before))


def _led_by(sentence: Sentence) -> list[Moment]:
    """The times that the sentences before it in its passage begin with: "In 2021/22 we ..."."""
    whole = sentence.passage.text
    earlier = whole[: max(whole.find(sentence.text), 0)]
    return [each for each in moments(earlier) if _LEADS.search(earlier, 0, each.start)]


def _fits(told: Sequence[Moment], moment: Moment) -> bool:
    return any(same_moment(each, moment) for each in told)


def is_there(table: Table, row: int, column: int, quantity: Quantity) -> bool:
    """Whether the cell holds the number."""
    span = value_in(table, row, column, quantity)
    return span is not None and span.meets(quantity.interval)
