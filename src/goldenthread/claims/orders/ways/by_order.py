"""Orders told by name: "Ash led, followed by Elm", "Elm second and Fir third", "ahead of Fir"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.in_tables import part_of, peers
from goldenthread.claims.orders.values.known import Known
from goldenthread.claims.orders.values.measures import of_different_measures
from goldenthread.claims.orders.values.model import Point, Truth, Way, beyond
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.ways.assertion import Assertion, told_order
from goldenthread.claims.orders.ways.of_two_things import may_be_of_two_things
from goldenthread.claims.orders.words.claimed import Named, just_before, led_to, names_named
from goldenthread.claims.orders.words.cues import Cue
from goldenthread.claims.orders.words.leaning import way_meant
from goldenthread.claims.orders.words.own_value import own_values
from goldenthread.claims.orders.words.said_of import plain_words
from goldenthread.claims.orders.words.topic import of_others
from goldenthread.claims.tables.cells import Sort

ORDER = re.compile(
    r"\b(?P<then>(?:closely\s+)?followed\s+(?:closely\s+)?by|ahead\s+of|then|with|and\s+then"
    r"|next\s+came)\s+(?:by\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:\s*\([^()]*\))?\s*,?\s*(?:(?:was|were|is|came|as|in|the|a\s+close)\s+)*"
    r"(?P<place>second|third|fourth|next|last)(?:\s+place)?"
    r"(?=\s*(?:[.,;)(]|$)|\s+(?:and|with|(?P<most>highest|most|largest))\b)",
    re.IGNORECASE,
)
# "Clay was second only to Tides": Tides is at one end, and Clay next to it.
SECOND_ONLY = re.compile(r"\b(?:second|next)\s+only\s+to\s+(?:the\s+)?", re.IGNORECASE)
_JOIN = re.compile(
    r"(?:\s*\([^()]*\)|\s+(?:with|on|at)\s+[£\d][\d,.]*%?)?\s*(?:,\s*(?:then\s+|and\s+)?|;\s*"
    r"|\s+and\s+(?:then\s+)?)(?:the\s+)?",
    re.IGNORECASE,
)
_PLACES = {"second": 2, "next": 2, "third": 3, "fourth": 4}


@dataclass(frozen=True, slots=True)
class _Told:
    """A place said of one label: ``one`` of the points, with the words it is said in."""

    one: int
    rank: int
    words: str


def may_tell_an_order(text: str) -> bool:
    """Whether places are told beside a superlative."""
    return bool(ORDER.search(text)) or bool(re.search(r"\b(?:second|third|next)\b", text, re.I))


def by_order(
    sentence: Sentence, cue: Cue, known: Sequence[Known], seen: Sequence[tuple[View, View]]
) -> Iterator[Assertion]:
    """What is said to come after the first: held against the list, or the table, that holds it."""
    if cue.rank != 1 or cue.among_others or cue.of_change or cue.before:
        return
    text = sentence.text
    for each in reversed(known):
        points = each.series.points
        if any(point.moment for point in points):
            continue
        own = own_values(sentence, cue, len(text))
        if own and not any(each.interval.meets(one.interval) for each in own for one in points):
            continue  # "the highest rate, at 74 per 1,000": no list of counts
        named = names_named(text, points)
        first = just_before(text, 0, cue, named, plain_words(text, each))
        first = first or led_to(text, cue, len(text), named)
        if first:
            way = way_meant(cue, text, each.words)
            for made in _judged(sentence, cue, way, points, named, first[-1]):
                mine = next(each for each in points if each.label == made.claimed)
                doubt = made.truth is Truth.FAILS and may_be_of_two_things(
                    sentence, cue, each, points, mine, way, made.rank
                )
                yield replace(made, certain=not doubt)
            return
    for view in (view for pair in seen[:1] for view in pair):
        yield from _by_view(sentence, cue, view)


def _by_view(sentence: Sentence, cue: Cue, view: View) -> Iterator[Assertion]:
    """The same of a table whose one line of numbers is named, or that has but one."""
    text, table = sentence.text, view.table
    named = view.columns
    first = just_before(text, 0, cue, named, view.plain) or led_to(text, cue, len(text), named)
    if not first or of_others(text, 0, len(text), view):
        return
    fellows = peers(table.columns, (first[-1].line,), with_rest=True)
    mine = first[-1].line
    if mine not in fellows or of_different_measures(table, (mine,), fellows):
        return
    rows = list(dict.fromkeys(each.line for each in view.rows))
    rows = rows or [n for n, row in enumerate(table.rows) if not row.empty]
    made: list[list[Assertion]] = []
    for row in rows:
        for sort in (Sort.NUMBER, Sort.PERCENT, Sort.MONEY):
            cells = [(one, part_of(table.cells[row][one], sort)) for one in fellows]
            if not all(part for _, part in cells):
                continue
            points = [
                Point(label=table.columns[one].label, printed=part.text, interval=part.interval)
                for one, part in cells
                if part
            ]
            at = {one: place for place, (one, _) in enumerate(cells)}
            inside = [Named(at[n.line], n.start, n.end) for n in named if n.line in at]
            start = Named(at[first[-1].line], first[-1].start, first[-1].end)
            found = list(_judged(sentence, cue, cue.way, points, inside, start))
            if found:
                made.append(found)
    if made:
        order = list(Truth)
        yield from min(made, key=lambda each: sum(order.index(one.truth) for one in each))


def _judged(
    sentence: Sentence,
    cue: Cue,
    way: Way,
    points: Sequence[Point],
    named: Sequence[Named],
    first: Named,
) -> Iterator[Assertion]:
    if way is Way.EITHER:
        return
    for told in _told(sentence.text, cue, way, named, first):
        ahead = [
            point
            for place, point in enumerate(points)
            if place != told.one and _passes(point, points[told.one], way)
        ]
        wrong = len(ahead) >= told.rank
        if told.rank == 0:
            wrong = _passes(points[told.one], points[first.line], way)
        evidence, right = told_order(points, [told.one], way, max(told.rank, 1))
        yield Assertion(
            sentence=sentence,
            subject=points[told.one].label,
            claimed=points[told.one].label,
            way=way,
            rank=max(told.rank, 1),
            truth=Truth.FAILS if wrong else Truth.HOLDS,
            printed=told.words,
            evidence=evidence,
            expected=right if told.rank else "",
        )


def _passes(one: Point, other: Point, way: Way) -> bool:
    if way is Way.HIGHEST:
        return beyond(one.interval, other.interval)
    return beyond(other.interval, one.interval)


def _told(text: str, cue: Cue, way: Way, named: Sequence[Named], first: Named) -> Iterator[_Told]:
    """Every place said of a label after the first: by its word, or by its turn in the list."""
    after = sorted(
        (each for each in named if each.start > max(first.start, cue.start) and each != first),
        key=lambda each: each.start,
    )
    ranks = {first.line: 1}
    for each in after:
        if (place := _PLACE.match(text, each.end)) and place["place"].lower() in _PLACES:
            if place["most"] and way is Way.LOWEST:
                continue  # "which had the lowest, and Fir the second highest"
            ranks[each.line] = _PLACES[place["place"].lower()]
            yield _Told(each.line, ranks[each.line], text[each.start : place.end()].strip())
    for match in ORDER.finditer(text, min(cue.end, first.end)):
        listed = _listed(text, match.end(), after)
        word = match["then"].lower()
        if word == "with" or not listed or listed[0].line in ranks:
            continue
        if re.search(r"[.;]\s", text[max(first.end, cue.end) : match.start()]):
            continue
        if "ahead" in word:
            for each in listed:
                yield _Told(each.line, 0, text[match.start() : each.end])
            return
        between = [each for each in after if each.end <= match.start() and each.line not in ranks]
        if between:
            return  # "Ash and Elm, then Fir": how many came before cannot be told
        ranks[listed[0].line] = max(ranks.values()) + 1
        yield _Told(listed[0].line, ranks[listed[0].line], text[match.start() : listed[0].end])


def _listed(text: str, start: int, after: Sequence[Named]) -> list[Named]:
    listed: list[Named] = []
    place = start
    for each in after:
        if each.start < start:
            continue
        between = text[place : each.start]
        if not (_JOIN.fullmatch(between) if listed else not between.strip()):
            break
        listed.append(each)
        place = each.end
    return listed


def by_second(
    sentence: Sentence, known: Sequence[Known], seen: Sequence[tuple[View, View]]
) -> Iterator[Assertion]:
    """Whether what is "second only to" another is so, at either end of the order."""
    text = sentence.text
    match = SECOND_ONLY.search(text)
    if match is None:
        return
    cue = Cue(start=match.start(), end=match.end(), words=match.group().strip(), way=Way.EITHER)
    for each in reversed(known):
        points = each.series.points
        found = _pair(text, cue, names_named(text, points), plain_words(text, each))
        if found and not any(point.moment for point in points):
            yield _second(sentence, cue, points, *found)
            return
    for view in (view for pair in seen[:1] for view in pair):
        found = _pair(text, cue, view.columns, view.plain)
        filled = [n for n, row in enumerate(view.table.rows) if not row.empty]
        rows = list(dict.fromkeys(each.line for each in view.rows)) or filled
        if found is None or len(rows) != 1:
            continue
        fellows = peers(view.table.columns, (found[0],), with_rest=True)
        if of_different_measures(view.table, found, fellows):
            continue
        cells = [(one, part_of(view.table.cells[rows[0]][one], Sort.NUMBER)) for one in fellows]
        points = tuple(
            Point(label=view.table.columns[one].label, printed=part.text, interval=part.interval)
            for one, part in cells
            if part
        )
        at = {one: place for place, (one, part) in enumerate(cells) if part}
        if len(points) == len(cells) and set(found) <= set(at):
            yield _second(sentence, cue, points, at[found[0]], at[found[1]])


def _pair(
    text: str, cue: Cue, named: Sequence[Named], known: frozenset[str]
) -> tuple[int, int] | None:
    """What is second, and what it is second to."""
    mine = just_before(text, 0, cue, named, known)
    first = [each for each in named if each.start == cue.end]
    return (mine[-1].line, first[0].line) if mine and first else None


def _second(
    sentence: Sentence, cue: Cue, points: Sequence[Point], mine: int, first: int
) -> Assertion:
    def ahead(way: Way, one: int) -> int:
        return sum(_passes(p, points[one], way) for n, p in enumerate(points) if n != one)

    ways = (Way.HIGHEST, Way.LOWEST)
    holds = any(ahead(way, first) == 0 and ahead(way, mine) <= 1 for way in ways)
    way = Way.LOWEST if ahead(Way.LOWEST, first) == 0 else Way.HIGHEST
    evidence, right = told_order(points, [mine], way, 2)
    return Assertion(
        sentence=sentence,
        subject=points[mine].label,
        claimed=points[mine].label,
        way=way,
        rank=2,
        truth=Truth.HOLDS if holds else Truth.FAILS,
        printed=cue.words,
        evidence=evidence,
        expected=right,
    )
