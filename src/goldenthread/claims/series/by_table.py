"""Superlatives about the rows and columns of a table near by."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goldenthread.claims.language.model import Measure, Sentence
from goldenthread.claims.series.assertion import Assertion, ranked, told_order
from goldenthread.claims.series.claimed import (
    FILL,
    Named,
    just_before,
    leads,
    led_to,
    of_what,
    times_named,
)
from goldenthread.claims.series.cues import Across, Cue
from goldenthread.claims.series.in_tables import is_level, peers, points_of, sorts_in, timed
from goldenthread.claims.series.labels import mentions, tokens, words_of
from goldenthread.claims.series.model import Truth
from goldenthread.claims.series.moments import Grain
from goldenthread.claims.tables.cells import Cell, Sort
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.table import Line, Table

_SHARE = re.compile(r"\b(?:proportions?|percentages?|shares?|per\s+cent)\b|%", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:numbers?|counts?|volumes?|totals?)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:(?:from|by|among|amongst|via|excluding|except|into|sent\s+by)\s+(?:the\s+)?(?!far\b)(?P<who>[A-Za-z]\w+)"
    r"|(?P<group>boys|girls|males?|females?|men|women|aged|under-?\d|over-?\d|babies|infants|teenagers))",
)
_GENERIC = FILL - frozenset(
    ["contact", "referral", "reason", "issue", "type", "outcome", "source", "case"]
)
_GENERIC |= frozenset(
    ["group", "value", "score", "figure", "ever", "result", "performance", "among"]
)
_GENERIC |= frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "ten",
        "our",
        "period",
        "date",
        "kind",
    ]
)
_VERBS = frozenset(
    ["rose", "fell", "climbed", "dropped", "grew", "increased", "decreased", "declined", "peaked", "hit", "although", "however", "there", "we", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)
_STEM = 5
_NEAR = 48


@dataclass(frozen=True)
class View:
    """A table with what a sentence names in it; ``turned`` views have the columns as subjects."""

    table: Table
    rows: list[Named]
    columns: list[Named]
    known: frozenset[str]
    memory: dict[str, list[int]] = field(default_factory=dict)


def views(
    table: Table, text: str, short: dict[str, tuple[str, ...]], *, loose: bool = False
) -> tuple[View, View]:
    """The table seen along its rows and along its columns, with what the text names of each."""
    rows = _named(table.rows, text, short, loose)
    columns = _named(table.columns, text, short, loose)
    grid = table.grid
    words = [grid.caption, grid.section, *(row[0] for row in grid.rows[: grid.header_rows] if row)]
    words += [line.label for line in (*table.rows, *table.columns)]
    known = frozenset(word for text in words for word in words_of(text))
    return View(table, rows, columns, known), View(table.turned, columns, rows, known)


def _named(
    lines: tuple[Line, ...],
    text: str,
    short: dict[str, tuple[str, ...]],
    loose: bool = False,
) -> list[Named]:
    times = [timed(line) for line in lines]
    moments = [time.moment if time and not time.rest else None for time in times]
    labels = tuple(
        (line.label if moments[n] is None else "", line.whole is not Whole.NO)
        for n, line in enumerate(lines)
    )
    found = [Named(m.line, m.start, m.end) for m in mentions(text, labels, short, loose=loose)]
    seen: dict[tuple[int, int], int] = {}
    for each in found:
        seen[(each.start, each.end)] = seen.get((each.start, each.end), 0) + 1
    plain = [each for each in found if seen[(each.start, each.end)] == 1]
    plain += [
        each
        for each in times_named(text, moments)
        if not any(each.start < other.end and other.start < each.end for other in plain)
    ]
    return sorted(plain, key=lambda each: each.start)


def by_table(
    sentence: Sentence, cue: Cue, since: int, until: int, view: View, lead: str
) -> Iterator[Assertion]:
    """What a superlative says of one view of a table: one assertion for each subject named."""
    text, table = sentence.text, view.table
    if cue.of_change:
        return
    claimed = _claimed(text, cue, since, until, view, lead)
    if not claimed:
        return
    times = timed(table.columns[claimed[0]])
    if (cue.across is Across.FELLOWS and times) or (cue.across is Across.OWN and not times):
        return
    if any(is_level(table.columns[one]) for one in claimed):
        return
    if of_others(text, since, until, view) or _of_something_else(text, cue, until, view):
        return
    along = peers(table.columns, tuple(claimed))
    every = peers(table.columns, tuple(claimed), with_rest=True) if cue.rank > 1 else along
    if len(along) < 2 or any(one not in along for one in claimed):
        return
    if (
        times
        and times.moment.grain is not Grain.YEAR
        and _several_years(table, along)
        and re.search(r"\byear\b", text)
    ):
        return
    subjects, certain = _subjects(text, cue, since, until, view)
    view.memory["subjects"], view.memory["claimed"] = subjects, claimed
    if not certain and not times:
        yield from _latest(sentence, cue, view, subjects, claimed, along)
        return
    for row in subjects:
        readings = [
            made
            for columns in dict.fromkeys((along, every))
            if (
                made := _judged(
                    sentence, cue, view, row, claimed, columns, _sorts(text, cue, since)
                )
            )
        ]
        if readings:
            yield min(readings, key=lambda each: list(Truth).index(each.truth))


def _claimed(text: str, cue: Cue, since: int, until: int, view: View, lead: str) -> list[int]:
    """The columns said to be the highest: led to, just before, or the statement's lead."""
    after = led_to(text, cue, until, view.columns)
    before = just_before(text, since, cue, view.columns, view.known)
    found = (after or before) if cue.across is Across.OWN else (before or after)
    if not found and cue.across is not Across.FELLOWS:
        found = leads(text, view.columns)
        if not found and lead:
            found = leads(lead, _named(view.table.columns, lead, {}))
    lines = list(dict.fromkeys(each.line for each in found))
    several_times = len(lines) > 1 and timed(view.table.columns[lines[0]])
    return [] if several_times else lines


def _subjects(text: str, cue: Cue, since: int, until: int, view: View) -> tuple[list[int], bool]:
    """The rows the cue speaks of, and whether they are named (or there is but one)."""
    table = view.table
    after = of_what(text, cue, until, view.rows, view.known)
    before = just_before(text, since, cue, view.rows, view.known)
    found = before or after
    if not found:
        inside = [each for each in view.rows if since <= each.start < until]
        turned = table.is_turned or any(timed(row) for row in table.rows)
        if turned and len({each.line for each in view.rows}) == 1:
            found = view.rows[:1]
        elif (
            not inside
            and since
            and re.fullmatch(r".{0,40}?,?\s*(?:and|but)\s+(?:\w+\s+){0,3}", text[since : cue.start])
        ):
            return view.memory.get("subjects", []), True
    if found:
        return list(dict.fromkeys(each.line for each in found)), True
    if not _says_nothing_more(text, cue, since, view):
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


def _says_nothing_more(text: str, cue: Cue, since: int, view: View) -> bool:
    """Whether a sentence without a subject of the table's brings in none of its own."""
    named = (*view.rows, *view.columns)
    stop = re.search(
        r"[,.;:(]|\b(?:before|after|when|while|as|with|and|but|since)\b", text[cue.end :]
    )
    end = cue.end + stop.start() if stop else len(text)
    stems = {word[:_STEM] for word in view.known}
    return all(
        token.word in _GENERIC
        or token.word in _VERBS
        or token.word[0].isdigit()
        or token.word[:_STEM] in stems
        or cue.start <= token.start < cue.end
        or any(each.start <= token.start < each.end for each in named)
        for token in tokens(text)
        if since <= token.start < end
    )


def of_others(text: str, since: int, until: int, view: View) -> bool:
    """Whether the clause speaks of a group or source that the table does not show."""
    for match in _OTHERS.finditer(text, since, until):
        word = words_of(match["who"] or match["group"])
        if (
            word
            and word[0] not in view.known
            and word[0] not in FILL
            and not re.match(r"(?:19|20)\d\d", match.group())
        ):
            named = [
                each
                for each in (*view.rows, *view.columns)
                if match.start() <= each.start <= match.end() + 3
            ]
            if not named:
                return True
    return False


def _of_something_else(text: str, cue: Cue, until: int, view: View) -> bool:
    """Whether the superlative is of a thing the table does not name: "the top reason for referral"."""
    stop = re.search(
        r"[,.;:()–—]|\b(?:was|were|is|in|at|during|with|on|from|by|as|since|and|but|while|before"
        r"|after|to|than|which|that|all)\b",
        text[cue.end : until],
    )
    end = cue.end + stop.start() if stop else until
    stems = {word[:_STEM] for word in view.known}
    named = (*view.rows, *view.columns)
    return any(
        token.word not in _GENERIC
        and not token.word[0].isdigit()
        and token.word[:_STEM] not in stems
        and not any(each.start <= token.start < each.end for each in named)
        for token in tokens(text)
        if cue.end <= token.start < end
    )


def _other_value(sentence: Sentence, cue: Cue, until: int, cells: Sequence[Cell]) -> bool:
    """Whether the value told with the superlative is in none of the cells it would be of."""
    parts = [part for cell in cells for part in cell.parts]
    for quantity in sentence.quantities:
        near = cue.end <= quantity.start < until and quantity.start - cue.end < _NEAR
        led = re.search(
            r"(?:\b(?:with|at|of)|\()\s*(?:just\s+|only\s+)?$", sentence.text[: quantity.start]
        )
        if near and led and quantity.measure in (Measure.COUNT, Measure.PERCENT, Measure.MONEY):
            return not any(part.interval.meets(quantity.interval) for part in parts)
    return False


def _several_years(table: Table, along: tuple[int, ...]) -> bool:
    years = {time.moment.year for one in along if (time := timed(table.columns[one]))}
    return len(along) > 12 or len(years) > 2


def _sorts(text: str, cue: Cue, since: int) -> tuple[Sort, ...]:
    """Which numbers of a cell are meant: its share, its count, or any."""
    after = re.match(r"(?:\s+[\w%-]+){0,3}", text[cue.end :])
    words = f"{cue.words} {after.group() if after else ''}"
    for where in (words, text[since : cue.start]):
        shares, counts = list(_SHARE.finditer(where)), list(_NUMBER.finditer(where))
        if shares or counts:
            last_share = shares[-1].start() if shares else -1
            last_count = counts[-1].start() if counts else -1
            first = where is words
            share = last_share > last_count if not first else bool(shares)
            return (Sort.PERCENT,) if share else (Sort.NUMBER, Sort.MONEY)
    return (Sort.NUMBER, Sort.PERCENT, Sort.MONEY)


def _judged(
    sentence: Sentence,
    cue: Cue,
    view: View,
    row: int,
    claimed: Sequence[int],
    along: tuple[int, ...],
    sorts: tuple[Sort, ...],
) -> Assertion | None:
    """The assertion of one row: true where any number of its cells makes it so."""
    table = view.table
    until = len(sentence.text)
    if _other_value(sentence, cue, until, [table.cells[row][one] for one in claimed]):
        return None
    outcomes = []
    for sort in sorts:
        if sort not in {s for one in claimed for s in sorts_in(table.cells[row][one])}:
            continue
        points, gaps = points_of(table, row, along, sort)
        kept = [n for n, point in enumerate(points) if point.printed]
        if gaps or len(kept) < 2 or any(along.index(one) not in kept for one in claimed):
            return None
        points = tuple(points[n] for n in kept)
        places = [kept.index(along.index(one)) for one in claimed]
        truth = ranked(points, places, cue.way, cue.rank)
        if truth is Truth.TIED and (cue.joint or len(places) > 1):
            truth = Truth.HOLDS
        outcomes.append((truth, *told_order(points, places, cue.way, cue.rank)))
    if not outcomes:
        return None
    truth, evidence, right = min(outcomes, key=lambda each: list(Truth).index(each[0]))
    if truth is Truth.FAILS:
        evidence = "; ".join(dict.fromkeys(each[1] for each in outcomes))
        right = " or ".join(dict.fromkeys(each[2] for each in outcomes))
    label = table.rows[row].label
    at = " and ".join(table.columns[one].label for one in claimed)
    return Assertion(
        sentence=sentence,
        subject=at if table.is_turned else label,
        claimed=label if table.is_turned else at,
        way=cue.way,
        rank=cue.rank,
        truth=truth,
        printed=_printed(sentence.text, cue, view, row, claimed),
        evidence=f"{label}: {evidence}" if label else evidence,
        expected=right,
        certain=not cue.among_others,
    )


def _printed(text: str, cue: Cue, view: View, row: int, claimed: Sequence[int]) -> str:
    """The label and the superlative, as they stand."""
    near = [each for each in view.rows if each.line == row and each.end <= cue.start]
    near = near or [each for each in view.columns if each.line in claimed and each.end <= cue.start]
    if not near:
        return cue.words
    label = text[near[-1].start : near[-1].end]
    between = text[near[-1].end : cue.start]
    return f"{label}{between}{cue.words}" if len(between) < 24 else f"{label} … {cue.words}"


def _latest(
    sentence: Sentence,
    cue: Cue,
    view: View,
    subjects: list[int],
    claimed: Sequence[int],
    along: tuple[int, ...],
) -> Iterator[Assertion]:
    """No year is named: the last column is meant, and any that bears it out will do."""
    sorts = _sorts(sentence.text, cue, 0)
    made = [_judged(sentence, cue, view, row, claimed, along, sorts) for row in subjects]
    known = [each for each in made if each]
    if known:
        yield min(reversed(known), key=lambda each: list(Truth).index(each.truth))
