"""The order of one row's cells in a table, held against the superlative said of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.in_tables import points_of, sorts_in, without_sum
from goldenthread.claims.orders.values.measures import of_different_measures
from goldenthread.claims.orders.values.model import Truth
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.ways.assertion import Assertion, ranked, told_order
from goldenthread.claims.orders.words.cues import Cue
from goldenthread.claims.orders.words.topic import other_value
from goldenthread.claims.tables.cells import Sort

_SHARE = re.compile(r"\b(?:proportions?|percentages?|shares?|per\s+cent)\b|%", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:numbers?|counts?|volumes?|totals?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A superlative with its sentence, and the stretch of text that may belong to it."""

    sentence: Sentence
    cue: Cue
    since: int
    until: int


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


def judge(
    said: Said, view: View, row: int, claimed: Sequence[int], along: tuple[int, ...]
) -> Assertion | None:
    """The assertion of one row: true where any number of its cells makes it so."""
    table, sentence, cue = view.table, said.sentence, said.cue
    if other_value(sentence, cue, said.until, view, [table.cells[row][one] for one in claimed]):
        return None
    if of_different_measures(table, claimed, along):
        return None
    outcomes = []
    for sort in _sorts(sentence.text, cue, said.since):
        if sort not in {s for one in claimed for s in sorts_in(table.cells[row][one])}:
            continue
        points, gaps = points_of(table, row, along, sort)
        kept = [n for n, point in enumerate(points) if point.printed]
        kept = without_sum(points, kept, [along.index(one) for one in claimed])
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
