"""Superlatives about the rows and columns of a table near by."""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.dates.moments import Grain
from goldenthread.claims.orders.values.in_tables import (
    is_level,
    peers,
    timed,
)
from goldenthread.claims.orders.values.model import Truth, forwards
from goldenthread.claims.orders.values.view import View, named_lines
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.ways.row_order import Said, judge
from goldenthread.claims.orders.words.claimed import (
    Named,
    just_before,
    leads,
    led_to,
    nearer,
    of_what,
)
from goldenthread.claims.orders.words.cues import AHEAD, Across, Cue
from goldenthread.claims.orders.words.narrowed import (
    OF_TIMES,
    OVER_TIME,
    another_many,
    left_out,
    since_then,
    window,
)
from goldenthread.claims.orders.words.topic import (
    of_a_part,
    of_others,
    of_something_else,
    says_nothing_more,
)
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.table import Line, Table

_CONTRAST = re.compile(r"[;:]|\b(?:but|although|while|whereas)\b", re.IGNORECASE)
_NEW_CLAUSE = re.compile(rf"{_CONTRAST.pattern}|\b(?:and|which|who|where|when)\b", re.IGNORECASE)


_EVERY = re.compile(
    r"\b(?:each|every|all|both)\s+(?:of\s+(?:the|these)\s+)?(?:\w+\s+)?(?:years?|terms?|quarters?"
    r"|months?|surveys?|periods?)\b",
    re.IGNORECASE,
)
# "Ash now has the highest score, a place that Elm held in 2022".
_ASIDE = re.compile(r",\s+(?:a|the|which|where|up|down|compared|against|overtaking|as|having)\b")
_NOW = re.compile(r"\b(?:now|currently|today|this\s+year)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|are|has|have|now|currently|today)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\b")
_HOLDS = re.compile(
    r"\s+(?:again\s+|now\s+|still\s+)?(?:had|has|have|holds|held|made|received"
    r"|reported)\s+(?:by\s+far\s+)?the\s+$",
    re.IGNORECASE,
)


def by_table(said: Said, view: View, lead: str) -> Iterator[Assertion]:
    """What a superlative says of one view of a table: one assertion for each subject named."""
    text, table = said.sentence.text, view.table
    cue, since, until = said.cue, said.since, said.until
    claimed = _claimed(text, cue, since, until, view, lead)
    if not claimed or cue.by_size or (cue.many > 1 and len(claimed) != cue.many):
        return
    times = timed(table.columns[claimed[0]])
    across = Across.FELLOWS if _holds_it(text, cue, view) else cue.across
    if (across is Across.FELLOWS and times) or (across is Across.OWN and not times):
        return
    if any(is_level(table.columns[one]) for one in claimed):
        return
    if not times and OF_TIMES.search(text, cue.end, until):
        return
    if of_others(text, since, until, view) or of_something_else(text, cue, until, view):
        return
    along = peers(table.columns, tuple(claimed))
    every = peers(table.columns, tuple(claimed), with_rest=True) if cue.rank > 1 else along
    if len(along) < 2 or any(one not in along for one in claimed):
        return
    if (
        times
        and times.moment.grain in (Grain.MONTH, Grain.QUARTER)
        and _several_years(table, along)
        and re.search(r"\byear\b", text)
    ):
        return
    whole = any(column.whole is not Whole.NO for column in table.columns)
    view.memory["weak"] = [] if times or table.is_turned or whole else [1]
    if (many := window(cue.words)) and len(along) > many:
        return
    aside = left_out(text, cue, view.columns, claimed)
    moments = [time.moment if (time := timed(table.columns[one])) else None for one in along]
    kept = since_then(text, cue, moments, [along.index(one) for one in claimed])
    if aside is None or kept is None:
        return
    along = tuple(along[place] for place in kept if along[place] not in aside)
    every = tuple(one for one in every if one not in aside) if len(kept) == len(moments) else along
    if len(along) < 2:
        return
    if another_many(text, since, len(along)) or (not times and OVER_TIME.search(text[since:until])):
        return
    subjects, certain = _subjects(text, cue, since, until, view)
    if not any(since <= each.start < cue.end for each in view.rows if each.line in subjects):
        subjects = _headed(lead, table) or subjects
    if _of_a_time_not_shown(text, cue, view, subjects):
        return
    view.memory["subjects"], view.memory["claimed"] = subjects, claimed
    if not certain and not times and not _EVERY.search(text):
        yield from _latest(said, view, subjects, claimed, along)
        return
    for row in subjects:
        readings = [
            made
            for columns in dict.fromkeys((along, every))
            if (made := judge(said, view, row, claimed, columns))
        ]
        if readings:
            yield min(readings, key=lambda each: list(Truth).index(each.truth))


def _headed(lead: str, table: Table) -> list[int]:
    """The row that a passage is headed by: "**Conversion.** July was the peak" is of that."""
    return [
        place
        for place, row in enumerate(table.rows)
        if row.label and re.match(rf"{re.escape(row.label)}[.:]\s", lead, re.IGNORECASE)
    ][:1]


def _of_a_time_not_shown(text: str, cue: Cue, view: View, subjects: Sequence[int]) -> bool:
    """Whether a year that no line has stands nearer to the superlative than the time read."""
    read = [
        each.end
        for each in view.rows
        if each.line in subjects and timed(view.table.rows[each.line]) and each.end <= cue.start
    ]
    if not read:
        return False
    shown = (*view.rows, *view.columns)
    return any(
        not any(each.start < year.end() and year.start() < each.end for each in shown)
        for year in _YEAR.finditer(text, max(read), cue.start)
    )


def _holds_it(text: str, cue: Cue, view: View) -> bool:
    """Whether a name is said to hold the first place: "Adults had the highest turnover in 2024"."""
    match = _HOLDS.search(text[: cue.start])
    if match is None or cue.across is not Across.ANY:
        return False
    for lines, named in ((view.table.rows, view.rows), (view.table.columns, view.columns)):
        for each in named:
            if each.end == match.start() and not timed(lines[each.line]):
                return True
    return False


def _claimed(text: str, cue: Cue, since: int, until: int, view: View, lead: str) -> list[int]:
    """The columns said to be the highest: led to, just before, or the statement's lead."""
    after = led_to(text, cue, until, view.columns)
    before = just_before(text, since, cue, view.columns, view.plain)
    within = [each for each in view.columns if cue.start <= each.start < cue.end]
    found = within or nearer(text, since, cue, before, after)
    view.memory["far"] = (
        [max(cue.start - found[-1].end, found[0].start - cue.end, 0)] if found else []
    )
    if not found and cue.across is not Across.FELLOWS:
        found = leads(text, view.columns)
        if not found and lead:
            found = leads(lead, named_lines(view.table.columns, lead, {}))
    lines = list(dict.fromkeys(each.line for each in found))
    if not lines and cue.across in AHEAD and not view.columns:
        lines = _latest_time(view.table, text[since : cue.start])
    several_times = len(lines) > 1 and timed(view.table.columns[lines[0]])
    return [] if several_times and cue.many == 1 else lines


def _latest_time(table: Table, words: str) -> list[int]:
    """The last column where the words tell of now, and the columns are times that run forwards."""
    times = [n for n, column in enumerate(table.columns) if timed(column)]
    if len(times) > 2 and _PRESENT.search(words) and _forwards(table.turned, times):
        return times[-1:]
    return []


def _subjects(text: str, cue: Cue, since: int, until: int, view: View) -> tuple[list[int], bool]:
    """The rows the cue speaks of, and whether they are named (or there is but one)."""
    table = view.table
    after = of_what(text, cue, until, view.rows, view.plain)
    before = just_before(text, since, cue, view.rows, view.plain)
    found = before or after
    if after and after[0].start - cue.end <= 1:
        found = after  # "the second largest population"
    if not found:
        inside = [each for each in view.rows if since <= each.start < until]
        turned = table.is_turned or any(timed(row) for row in table.rows)
        near = [each for each in view.rows if _in_one_clause(text, cue, each, table.rows)]
        near = [each for each in near if not of_a_part(text, cue, each, view)]
        if turned and len({each.line for each in near}) == 1:
            found = near[:1]
        elif (
            not inside
            and since
            and re.fullmatch(r".{0,40}?,?\s*(?:and|but)\s+(?:\w+\s+){0,3}", text[since : cue.start])
        ):
            return view.memory.get("subjects", []), True
    later = [n for n, row in enumerate(table.rows) if timed(row)]
    # "In 2022 Elm was highest, and Ash now has the lowest": what was said before is over.
    told = max((each.end for each in found if each.end <= cue.start), default=since)
    if later and _NOW.search(text[told : cue.end]) and _forwards(table, later):
        return later[-1:], True
    if found:
        return list(dict.fromkeys(each.line for each in found)), True
    if not says_nothing_more(text, cue, since, view):
        return [], True
    filled = [row.index for row in table.rows if not row.empty]
    lines = [n for n, row in enumerate(table.rows) if not row.empty and not is_level(row)]
    if len(lines) == 1 and len(filled) == 1:
        return lines, True
    wholes = [n for n in lines if table.rows[n].whole is Whole.TOTAL]
    if len(wholes) == 1:
        return wholes, True
    if lines and all(timed(table.rows[n]) for n in lines) and not inside:
        return lines, False
    return [], True


def _forwards(table: Table, lines: list[int]) -> bool:
    """Whether lines that are times run forwards in the order printed."""
    times = [time.moment for one in lines if (time := timed(table.rows[one]))]
    return len({time.grain for time in times}) == 1 and forwards(times)


def _several_years(table: Table, along: tuple[int, ...]) -> bool:
    years = {time.moment.year for one in along if (time := timed(table.columns[one]))}
    return len(along) > 12 or len(years) > 2


def _in_one_clause(text: str, cue: Cue, named: Named, lines: tuple[Line, ...]) -> bool:
    """Whether a line named anywhere in a sentence goes with the superlative; a time always does."""
    if timed(lines[named.line]):
        return named.start < cue.end or not _ASIDE.search(text[cue.end : named.start])
    if named.start >= cue.end:
        return not _NEW_CLAUSE.search(f"{text[cue.end : named.start]} ")
    return not _CONTRAST.search(text[named.end : cue.start])


def _latest(
    said: Said,
    view: View,
    subjects: list[int],
    claimed: Sequence[int],
    along: tuple[int, ...],
) -> Iterator[Assertion]:
    """No year is named: the last column is meant, and any that bears it out will do."""
    made = [judge(said, view, row, claimed, along) for row in subjects]
    known = [each for each in made if each]
    if known:
        yield min(reversed(known), key=lambda each: list(Truth).index(each.truth))
