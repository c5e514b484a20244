"""A place in an order claimed for one value of a closed list, or for one cell of a table.

Whatever the words: where a window tells nothing but a few values of one sort, a superlative that
has one of them, or names what labels it, is of that list; and it is wrong where no reading of the
list or the table puts the value there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldenthread.claims.closed.orders.claims import (
    BUT_FOR,
    NARROWED,
    Claim,
    claims_in,
    is_of_a_change,
    strange,
)
from goldenthread.claims.closed.orders.lists import (
    ClosedList,
    closed_list,
    own_value,
    places_named,
    stems_of,
    sums_left_out,
)
from goldenthread.claims.language.model import Measure, Sentence
from goldenthread.claims.orders.values.model import Point, Truth, Way, beyond, place_of
from goldenthread.claims.orders.ways.assertion import Assertion, disproved_end
from goldenthread.claims.orders.words.superlative_words import claims_an_order
from goldenthread.claims.reading import Reading

_LONGEST = 600
_MOST_TIMES = 5
_OF_LENGTH = ("longest", "shortest")


def misplaced_in_lists(reading: Reading) -> Iterator[Assertion]:
    """Every value of a closed list to which a sentence gives a place that it has not."""
    for place, sentence in enumerate(reading.sentences):
        if len(sentence.text) > _LONGEST:
            continue
        for claim in claims_in(sentence.text):
            if claim.follows:
                continue  # of what it follows, which may be of no list
            made = [
                one
                for lead, text in _windows(reading.sentences, place)
                for one in _judged(sentence, claim, lead, text)
            ]
            if made and all(each.truth is Truth.FAILS for each in made):
                yield made[0]


def _windows(sentences: Sequence[Sentence], place: int) -> Iterator[tuple[int, str]]:
    """A sentence alone and with those beside it in its passage, and where it begins in each."""
    for before, after in ((0, 0), (1, 0), (0, 1), (2, 0), (1, 1)):
        if place < before or place + after >= len(sentences):
            continue
        chosen = sentences[place - before : place + after + 1]
        if any(each.passage is not sentences[place].passage for each in chosen):
            continue
        lead = "".join(f"{each.text} " for each in chosen[:before])
        text = " ".join(each.text for each in chosen)
        if len(text) <= _LONGEST:
            yield len(lead), text


def _judged(sentence: Sentence, claim: Claim, lead: int, text: str) -> Iterator[Assertion]:
    """What a window's list says to a claim, in each reading; nothing where it has no list."""
    within = (claim.within[0] + lead, claim.within[1] + lead)
    clause, whole = text[slice(*within)], text[claim.led + lead : within[1]]
    # "The highest rate was in Ash; the lowest in Elm": of rates too.
    before = "" if claim.led == 0 else sentence.text[: claim.led]
    many = _many_told(sentence, claim)
    if many:
        whole = _OF_EACH.sub(" ", whole)  # all of the list are of so many in each thousand
    narrowed = f"{before if claims_an_order(before) else ''} {whole.replace(claim.words, ' ')}"
    if NARROWED.search(narrowed) or is_of_a_change(clause, claim.words):
        return
    if claim.rank == 1 and BUT_FOR.search(sentence.text):
        return
    told = closed_list(text, within, many)
    if told is None:
        return
    at = (claim.start + lead, claim.end + lead)
    own = own_value(text, told.values, at, within)
    if own is None and many == len(told.values):
        alone = [
            place
            for place, each in enumerate(told.values)
            if lead <= each.start < lead + len(sentence.text)
        ]
        own = alone[0] if len(alone) == 1 else None
    if own is not None and _is_told_of_another(claim, told, lead, text, own):
        return
    if not any(claim.led + lead <= each.start < within[1] for each in told.values):
        clause = whole
    outside = text[: within[1] - len(clause)] + text[within[1] :]
    for place in _meant(told, own, claim, clause, outside):
        yield from _placed(sentence, claim, told, place)


# "Of the five boroughs", "of the last four years": all that there are to be set in order.
_OF_SO_MANY = re.compile(
    r"\b(?:of|in|over|among) (?:all |any of )?(?:the|these|those|its|our|their) "
    r"(?:(?:last|past|first) )?$",
    re.IGNORECASE,
)
_OF_EACH = re.compile(r"\b(?:per|rates?)\b", re.IGNORECASE)


def _many_told(sentence: Sentence, claim: Claim) -> int:
    """How many a clause says there are to be set in order; nought where it does not say."""
    found = [
        int(each.value)
        for each in sentence.quantities
        if claim.end <= each.start < claim.within[1]
        and each.measure in (Measure.COUNT, Measure.DURATION)
        and _OF_SO_MANY.search(sentence.text, claim.end, each.start)
    ]
    return found[0] if len(found) == 1 else 0


def _is_told_of_another(claim: Claim, told: ClosedList, lead: int, text: str, own: int) -> bool:
    """Whether another superlative sets another value at the same end: they are of two measures."""
    for other in claims_in(text):
        same = (other.way, other.rank) == (claim.way, claim.rank) or other.words == claim.words
        if same and other.start != claim.start + lead:
            theirs = own_value(text, told.values, (other.start, other.end), other.within)
            if theirs is not None and theirs != own:
                return True
    return False


def _meant(
    told: ClosedList, own: int | None, claim: Claim, clause: str, outside: str
) -> Iterator[int]:
    """The value that a claim is of: its own, or the one whose label it names and nothing else."""
    said = stems_of(clause)
    if own is not None:
        named = {n for each in told.labellings for n in places_named(said, each)}
        if (not named or own in named) and _is_of_their_size(told, own):
            yield own
        return
    if not claim.is_of_numbers:
        return
    meant = {tuple(places_named(said, each)) for each in told.labellings}
    if len(meant) != 1 or len(places := meant.pop()) != 1:
        return
    labels = frozenset(word for each in told.labellings for label in each for word in label)
    drawn = any(_is_drawn(clause, each[places[0]]) for each in told.labellings)
    said_of = _THEN.sub(" ", clause) if drawn else clause
    more = strange(said_of, claim.words, labels | stems_of(outside))
    long = claim.words.lower() in _OF_LENGTH and told.values[0].measure is Measure.DURATION
    if len(more) <= (1 if long or drawn else 0):
        yield places[0]


_DRAWN = re.compile(
    r"\s*(?:(?:so|hence|thus|therefore),? )?(?P<subject>(?:[\w'’-]+ ){1,4}?)(?:is|are|was|were)"
    r"(?P<drawn>(?: (?:therefore|thus|hence|accordingly))?) ",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:last|this|that) (?:year|quarter|month|term|season)\b", re.IGNORECASE)
_DRAWS = re.compile(r"\s*(?:so|hence|thus|therefore)\b", re.IGNORECASE)


def _is_drawn(clause: str, label: frozenset[str]) -> bool:
    """Whether a clause draws from a list what it says of one in it, and names nothing before it.

    "Sales were therefore our second largest source of income": what they are one of is the list.
    """
    told = _DRAWN.match(clause)
    if told is None or not (told["drawn"] or _DRAWS.match(clause)):
        return False
    return stems_of(told["subject"]) <= label


def _is_of_their_size(told: ClosedList, own: int) -> bool:
    """Whether a value may be one of the others: a day's number is none of the months'."""
    others = [abs(each.value) for n, each in enumerate(told.values) if n != own]
    mine = abs(told.values[own].value)
    return min(others) <= mine * _MOST_TIMES and mine <= max(others) * _MOST_TIMES


def _placed(sentence: Sentence, claim: Claim, told: ClosedList, place: int) -> Iterator[Assertion]:
    labels = told.labellings[0] if told.labellings else (frozenset(),) * len(told.values)
    for along in sums_left_out(told.values, place):
        points = [
            Point(
                label=" ".join(sorted(labels[n])),
                printed=told.values[n].text,
                interval=told.values[n].interval,
            )
            for n in along
        ]
        mine = along.index(place)
        made = disproved_end(sentence, claim.words, points, mine, claim.way, claim.rank)
        truth = place_of(points, mine, claim.way, claim.rank)
        if claim.rank > 1 and not _is_passed(points, mine, claim):
            truth = Truth.UNSURE  # what comes before it may be told elsewhere
        yield made if truth is Truth.FAILS else _true(made)


def _is_passed(points: Sequence[Point], mine: int, claim: Claim) -> bool:
    """Whether as many values as its place stand before it, at the end that is meant."""
    return all(
        sum(
            beyond(each.interval, points[mine].interval)
            if way is Way.HIGHEST
            else beyond(points[mine].interval, each.interval)
            for each in points
        )
        >= claim.rank
        for way in ((Way.HIGHEST, Way.LOWEST) if claim.way is Way.EITHER else (claim.way,))
    )


def _true(assertion: Assertion) -> Assertion:
    return replace(assertion, truth=Truth.HOLDS)
