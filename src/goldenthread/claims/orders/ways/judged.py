"""Every assertion about an order in what was read, each with what the values say to it."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby, pairwise

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.known import Known, known_lists, spoken_of
from goldenthread.claims.orders.values.labels import short_forms
from goldenthread.claims.orders.values.model import Truth
from goldenthread.claims.orders.values.view import View, views
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.ways.by_bare_list import MAY_LIST, by_bare_list
from goldenthread.claims.orders.ways.by_bound import MAY, by_bound
from goldenthread.claims.orders.ways.by_cells_told import by_cells_told
from goldenthread.claims.orders.ways.by_change import ONLY, by_change, by_only
from goldenthread.claims.orders.ways.by_listing import LISTING, by_listing
from goldenthread.claims.orders.ways.by_order import (
    SECOND_ONLY,
    by_order,
    by_second,
    may_tell_an_order,
)
from goldenthread.claims.orders.ways.by_range import MAY_RANGE, by_range
from goldenthread.claims.orders.ways.by_table import by_table
from goldenthread.claims.orders.ways.by_text import by_text
from goldenthread.claims.orders.ways.by_top import TOP, by_top
from goldenthread.claims.orders.ways.by_trend import by_trend
from goldenthread.claims.orders.ways.by_value import by_value
from goldenthread.claims.orders.ways.row_order import Said, judge
from goldenthread.claims.orders.words.cues import Cue, cues
from goldenthread.claims.orders.words.steadily import may_tell_a_trend
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.table import Table, tables_of

LONGEST = 2000  # no sentence is longer; a table read as prose may be
_NEAREST = 3
_FARTHEST = 60
_EARLIER = 4


def judged(reading: Reading) -> Iterator[Assertion]:
    """Every assertion that could be held against a table or a list of values, in reading order."""
    tables: dict[str, list[Table]] = {}
    for table in tables_of(reading):
        tables.setdefault(table.file, []).append(table)
    short = short_forms(tuple(passage.text for _, passage in reading.passages))
    lists: dict[str, list[Known]] = {}
    for file, sentences in groupby(reading.sentences, key=lambda each: each.file):
        lists[file] = known_lists(tuple(sentences), LONGEST)
    for last, sentence in pairwise((None, *reading.sentences)):
        if sentence is None or len(sentence.text) > LONGEST:
            continue
        known = spoken_of(lists[sentence.file], sentence)[-_EARLIER:]
        found = list(cues(sentence.text))
        stepwise = may_tell_a_trend(sentence.text)
        only = ONLY.search(sentence.text)
        bound = MAY.search(sentence.text) and sentence.quantities
        top = TOP.search(sentence.text)
        placed = SECOND_ONLY.search(sentence.text) or LISTING.search(sentence.text)
        before = last.text if last and last.passage is sentence.passage else ""
        bare = MAY_LIST.search(sentence.text)
        ranged = MAY_RANGE.search(sentence.text)
        own = any(each.tells(sentence) for each in known)
        if not (found or stepwise or only or own or top or bound or ranged or placed or bare):
            continue
        seen = _views(sentence, tables.get(sentence.file, []), short)
        told = list(_superlatives(sentence, found, known, seen))
        yield from told
        if found and may_tell_an_order(sentence.text):
            settled = any(each.truth is Truth.FAILS for each in told)
            placed_so = [one for cue in found for one in by_order(sentence, cue, known, seen)]
            borne_out = {each.printed for each in placed_so if each.truth is Truth.HOLDS}
            for each in placed_so:
                if each.truth is Truth.FAILS and each.printed in borne_out:
                    continue  # "Elm was highest, Oak lowest and Ash second": from either end
                if not (settled and each.printed.lower().startswith("ahead")):
                    yield each  # who is ahead of whom is wrong only as the first is
        if placed:
            yield from by_second(sentence, known, seen)
            yield from by_listing(sentence, known)
        if bare:
            yield from by_bare_list(sentence, before)
        if ranged:
            yield from by_range(sentence, known, seen)
        if stepwise or own:
            yield from by_trend(sentence, known, seen)
        if bound:
            yield from by_bound(sentence, known, seen)
        if top:
            yield from (
                made for pair in seen[:1] for view in pair for made in by_top(sentence, view)
            )
        if only:
            yield from (
                made for pair in seen[:1] for view in pair for made in by_only(sentence, view)
            )


def _views(
    sentence: Sentence, tables: list[Table], short: dict[str, tuple[str, ...]]
) -> list[tuple[View, View]]:
    """The tables nearest to a sentence, as it sees them."""
    return [views(table, sentence.text, short) for table in nearest(sentence, tables)]


def nearest(sentence: Sentence, tables: list[Table]) -> list[Table]:
    """The few tables of the same file that stand nearest to a sentence, nearest first."""
    order = sentence.passage.order
    near = sorted(tables, key=lambda table: abs(table.grid.order - order))[:_NEAREST]
    return [table for table in near if abs(table.grid.order - order) < _FARTHEST]


def _superlatives(
    sentence: Sentence,
    found: list[Cue],
    known: list[Known],
    seen: list[tuple[View, View]],
) -> Iterator[Assertion]:
    bounds = [0, *(cue.end for cue in found)]
    untils = [*(cue.start for cue in found[1:]), len(sentence.text)]
    for cue, since, until in zip(found, bounds, untils, strict=False):
        told = list(by_text(sentence, cue, since, until, known))
        if told:
            yield from told
            continue
        yield from _by_tables(sentence, cue, since, until, seen)


def _weighed(
    said: Said, view: View, row: int, claimed: list[int], along: tuple[int, ...]
) -> Assertion | None:
    view.memory["far"] = [0]
    return judge(said, view, row, claimed, along)


def _by_tables(
    sentence: Sentence, cue: Cue, since: int, until: int, seen: list[tuple[View, View]]
) -> Iterator[Assertion]:
    """What the tables say: where one of them bears an assertion out, it is borne out."""
    text = sentence.passage.text
    lead = "" if text.startswith(sentence.text) else text[:48]
    said = Said(sentence, cue, since, until)
    readings: list[tuple[bool, int, int, list[Assertion]]] = []
    order = list(Truth)
    for view in (view for pair in seen for view in pair):
        if cue.of_change:
            made = list(by_change(sentence, cue, since, until, view))
        else:
            made = list(by_table(said, view, lead))
        if not made:
            weighed = partial(_weighed, said)
            made = list(by_value(sentence, cue, since, until, view, weighed))
            made = made or list(by_cells_told(sentence, cue, since, until, view, weighed))
        if made:
            far = view.memory.get("far", [0])
            doubt = sum(order.index(each.truth) for each in made)
            weak = bool(view.memory.get("weak"))
            readings.append((weak, doubt, far[0] if far else len(sentence.text), made))
    named = [each for each in readings if each[2] < len(sentence.text)] or readings
    named = [each for each in named if not each[0]] or named
    if named:
        yield from min(named, key=lambda each: each[1:3])[3]
