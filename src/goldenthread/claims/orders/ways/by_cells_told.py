"""Superlatives whose measure is told by the numbers beside them.

"The highest monthly figure was in October, when 55 children went missing 101 times": whatever the
measure is called, 55 and 101 are October's in two columns of the table, and October must come first
in one of them.
"""

import re
from collections.abc import Callable, Iterator

from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.orders.values.in_tables import is_level, part_of, peers, timed
from goldenthread.claims.orders.values.model import Truth
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.ways.by_value import brings_in
from goldenthread.claims.orders.words.claimed import Named, led_to
from goldenthread.claims.orders.words.cues import Across, Cue
from goldenthread.claims.orders.words.narrowed import another_many, left_out
from goldenthread.claims.quoting.quoted_cells import SORTS

Judge = Callable[[View, int, list[int], tuple[int, ...]], Assertion | None]
_FEWEST = 3
_LEAST = 10  # one digit is too often another number by chance
# What is told after these is of another time or of what followed.
_STOP = re.compile(
    r"[;:]|\.\s|,?\s\b(?:and\s+(?:\w+\s+)?(?:fell|rose|then|dropped|since)|while|whereas|although|but"
    r"|compared|against|than|up|down|from|since|before|after|followed)\b",
    re.IGNORECASE,
)
# "In 2021/22, one fewer than in the previous year and the highest of the four": said in passing.
_IN_PASSING = re.compile(
    r",\s[^,;.]{0,40}?\b(?:more|fewer|less|higher|lower|up|down|above|below)\b[^,;.]{0,50}?,?(?=\sand\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[:;]\s")
_AND = re.compile(r"(?:,?\s+and|,)\s+(?:was\s+|is\s+)?(?:the|its|their)\s*$", re.IGNORECASE)
_MADE_OF = re.compile(r"\b(?:rates?|ratio|average|per|proportions?|percentages?|shares?|%)\b", re.I)


def by_cells_told(
    sentence: Sentence, cue: Cue, since: int, until: int, view: View, judge: Judge
) -> Iterator[Assertion]:
    """The assertion of the one line that a superlative leads to, with the cells told beside it.

    Where several of its cells are told, the one that bears the words out best.
    """
    if cue.among_others or cue.of_change or cue.by_size or cue.before or cue.many > 1:
        return
    text, table = sentence.text, view.table
    # "Stress took another course: it was lowest in May at 37": the clause itself is judged.
    since = max(since, *(each.end() for each in _CLAUSE.finditer(text, since, cue.start)), 0)
    after = led_to(text, cue, until, view.columns)
    named, told = (
        (after[0], _after(sentence, cue, after[0], until))
        if len({each.line for each in after}) == 1
        else _before(sentence, cue, since, view)
    )
    if named is None or is_level(table.columns[named.line]):
        return
    line = table.columns[named.line]
    if cue.across is (Across.FELLOWS if timed(line) else Across.OWN):
        return
    if left_out(text, cue, view.columns, [named.line]) != set():
        return
    along = peers(table.columns, (named.line,), with_rest=cue.rank > 1)
    if len(along) < _FEWEST or named.line not in along or another_many(text, since, len(along)):
        return
    if _stands_for_more(view, along) or brings_in(sentence, cue, named, since, view, aside):
        return
    clause = text[min(since, named.start) : max(cue.end, named.start)]
    made = [
        one
        for row in dict.fromkeys(row for each in told for row in _rows(view, named.line, each))
        if not (_MADE_OF.search(clause) and not _MADE_OF.search(table.rows[row].label))
        if (one := judge(view, row, [named.line], along))
    ]
    if made:
        yield min(made, key=lambda each: list(Truth).index(each.truth))


def aside(words: str) -> str:
    """The words about a superlative without a comparison made in passing."""
    return _IN_PASSING.sub(" ", words)


def _after(sentence: Sentence, cue: Cue, named: Named, until: int) -> list[Quantity]:
    """The numbers told of a label that a superlative leads to, up to what is of something else."""
    stop = _STOP.search(sentence.text, named.end)
    end = min(stop.start() if stop else len(sentence.text), until)
    return [each for each in sentence.quantities if cue.end <= each.start < end and _is_told(each)]


def _before(
    sentence: Sentence, cue: Cue, since: int, view: View
) -> tuple[Named | None, list[Quantity]]:
    """The one label of what a superlative only adds to: "199 in 2021/22 and the highest"."""
    text = sentence.text
    words = aside(f"{text[since : cue.start]}")
    named = [each for each in view.columns if since <= each.start and each.end <= cue.start]
    if len({each.line for each in named}) != 1 or not _AND.search(words):
        return None, []
    plain = aside(text[named[-1].end : cue.start])
    if _STOP.search(plain) or not _AND.fullmatch(plain):
        return None, []
    told = [each for each in sentence.quantities if since <= each.start < named[-1].start]
    return named[-1], [each for each in told if _is_told(each)]


def _is_told(quantity: Quantity) -> bool:
    return (
        quantity.measure in SORTS
        and quantity.hedge is Hedge.NONE
        and quantity.text.strip("£ ")[:1].isdigit()
        and quantity.value >= _LEAST
    )


def _rows(view: View, column: int, quantity: Quantity) -> list[int]:
    """The rows whose cell in the column is the number, where there is but one."""
    found = [
        row
        for row, cells in enumerate(view.table.cells)
        if (part := part_of(cells[column], SORTS[quantity.measure]))
        and part.interval.meets(quantity.interval)
        and not is_level(view.table.rows[row])
    ]
    return found if len(found) == 1 else []


def _stands_for_more(view: View, along: tuple[int, ...]) -> bool:
    """Whether the columns go over several years of which the words may mean one."""
    times = [time.moment for one in along if (time := timed(view.table.columns[one]))]
    return bool(times) and times[0].month > 0 and len({each.year for each in times}) > 1
