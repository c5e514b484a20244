"""A change told beside two numbers and no third: of those two, in whatever words it is said.

A window of one to three sentences with just two levels of a sort, and with every other number of
that sort accounted for, leaves a size of change nothing else to be of. It is told as wrong where no
reading of the window makes it true and the words tie it to the two: "this fall", a bracket that
says a size again, or a clause that names nothing new.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, permutations

from goldenthread.claims.changes.bases import names_its_times
from goldenthread.claims.changes.fitting import fits, of_one_sort
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.no_change import is_no_change
from goldenthread.claims.changes.opposites import with_signs
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import linked
from goldenthread.claims.changes.rounded_throughout import may_be_rounded, right_when_rounded
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.changes.tested import wrong_how
from goldenthread.claims.closed.changes.on_bases import on_bases
from goldenthread.claims.closed.changes.ties import is_slip, is_this, is_tied
from goldenthread.claims.closed.changes.truths import is_true_otherwise
from goldenthread.claims.closed.changes.ways import ways_told
from goldenthread.claims.closed.changes.window import (
    base_told,
    in_order,
    makes,
    named_base,
    restated,
    sentence_of,
    sizes_of,
    the_two,
    thirds,
)
from goldenthread.claims.found import Findings
from goldenthread.claims.language.assertion import Stated
from goldenthread.claims.language.levels import in_one_unit
from goldenthread.claims.language.rows import is_a_row
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.language.utterances import Utterance, utterances
from goldenthread.claims.language.windows import windows
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def closed_changes(reading: Reading) -> tuple[tuple[Utterance, Judged], ...]:
    """Every change of a closed window that its own numbers make wrong; found once."""
    return reading.once(_closed_changes)


def _closed_changes(reading: Reading) -> Iterator[tuple[Utterance, Judged]]:
    for (alone, _), window in zip(utterances(reading), windows(reading), strict=True):
        if is_a_row(window.sentence):
            continue
        found = list(_in(window))
        if not found and window.since:
            # The numbers of the sentences before may hide that this one says "from A to B".
            found = [(own, judged) for own, judged in _in(alone) if _is_from_to(own, judged)]
        yield from found


def _is_from_to(window: Utterance, judged: Judged) -> bool:
    links = linked(window.skeleton, [*judged.pair.both])
    return any(each.how is How.FROM_TO for each in links)


def _in(window: Utterance) -> Iterator[tuple[Utterance, Judged]]:
    skeleton = window.skeleton
    if with_signs(skeleton) != skeleton:
        return
    sizes = sizes_of(skeleton)
    skeleton = in_one_unit(skeleton, sizes)
    found = [
        judged
        for place in sizes
        if (judged := _judged(skeleton, sizes, place, window.since)) is not None
    ]
    known = {each.size.number for each in found if each.size}
    found += [
        each
        for each in on_bases(skeleton, window.since, sizes)
        if each.size and each.size.number not in known
    ]
    told = found or ways_told(skeleton, window.since, sizes)
    yield from ((window, each) for each in told if not is_no_change(skeleton, each))


def _judged(
    skeleton: Skeleton, sizes: Mapping[int, Stated], place: int, since: int
) -> Judged | None:
    stated, quantity = sizes[place], skeleton.quantities[place]
    at = skeleton.at[place]
    if at < since and not _told_ahead(skeleton, place, since):
        return None
    pair = the_two(skeleton, sizes, place)
    base = base_told(skeleton, place, pair) if pair else None
    if pair is None or names_its_times(skeleton, at, *pair):
        return None
    if base is not None and max(pair) > place < min(pair):
        return None  # "31% above the 4,100 of 2013, and below the peak of 6,200": of a third
    ordered = in_order(skeleton, pair, stated.sign)
    if base is not None:
        ordered = base, sum(pair) - base, True
    if ordered is None:
        return None
    before, after, known = ordered
    if _has_rival(skeleton, sizes, place, pair):
        return None
    size = Size(number=place, sign=stated.sign, start=at, end=at + 1, word=stated.word)
    either = not (known and stated.sign)  # a difference may be reckoned on either
    if fits(skeleton, size, before, after) or (either and fits(skeleton, size, after, before)):
        return None
    two = Pair(before=before, after=after, how=How.DATED)
    if _is_true_elsewhere(skeleton, sizes, size, pair) or is_true_otherwise(skeleton, size, two):
        return None
    verdict = wrong_how(skeleton, size, two)
    one, other = skeleton.quantities[before], skeleton.quantities[after]
    thirds_told = [skeleton.quantities[each] for each in thirds(skeleton, sizes, pair)]
    slip = verdict is Verdict.DIRECTION or is_slip(quantity, one, other, thirds_told)
    again = restated(skeleton, place, sizes) is not None  # "39 more, or 25%, had there been 195"
    if stated.sign * (other.value - one.value) < 0 and (again or not slip):
        return None  # neither its size nor its way is theirs: a slip gets one of the two wrong
    if not is_tied(skeleton, sizes, place, pair, slip=slip):
        return None
    return Judged(verdict=verdict, pair=two, size=size, plain=True)


def _is_true_elsewhere(
    skeleton: Skeleton, sizes: Mapping[int, Stated], size: Size, pair: tuple[int, int]
) -> bool:
    """Whether a size is right of any other two numbers of one sort, which it may be of.

    Where it names its base, no other number of that sort will do.
    """
    levels = [n for n, at in enumerate(skeleton.at) if at >= 0 and n not in sizes]
    sort = skeleton.quantities[pair[0]].measure
    named = named_base(skeleton, sizes, size.number, [*pair, *thirds(skeleton, sizes, pair)])
    base = base_told(skeleton, size.number, pair)
    return any(
        {one, other} != {*pair}
        and skeleton.quantities[one].measure is skeleton.quantities[other].measure
        and not (named and skeleton.quantities[one].measure is sort)
        and base in (None, one)
        and fits(skeleton, size, one, other)
        for one, other in permutations(levels, 2)
    )


def _has_rival(
    skeleton: Skeleton, sizes: Mapping[int, Stated], place: int, pair: tuple[int, int]
) -> bool:
    """Whether another size told in the same manner may be that of the two as well.

    "Referrals rose by 14% and re-referrals by 9%, from 210 to 229": two numbers have one change.
    """
    stated, at = skeleton.quantities[place], skeleton.at[place]
    if is_this(skeleton.text, at) or restated(skeleton, place, sizes) is not None:
        return False
    first = min(skeleton.at[each] for each in pair)
    for other in sizes:
        if other == place or other in pair or restated(skeleton, other, sizes) == place:
            continue
        between = at < skeleton.at[other] < first
        alike = of_one_sort(skeleton.quantities[other], stated)
        if (between or alike) and not _is_of_others(skeleton, other, pair):
            return True
    return False


def _is_of_others(skeleton: Skeleton, size: int, pair: tuple[int, int]) -> bool:
    """Whether a size told as a number is what two others make: "five above our limit of 58"."""
    places = [n for n, at in enumerate(skeleton.at) if at >= 0 and n != size]
    return any(
        makes(skeleton, size, two) for two in combinations(places, 2) if {*two} != {*pair}
    ) and not makes(skeleton, size, pair)


_SPELT_OUT = re.compile(r"(?:it|they|there|this|the (?:number|figure|total|rate))\b")


def _told_ahead(skeleton: Skeleton, place: int, since: int) -> bool:
    """Whether a size is told right before the sentence that has its two numbers: "It was ..."."""
    start, stop = sentence_of(skeleton.text, skeleton.at[place])
    if not stop < since <= stop + 3 or not _SPELT_OUT.match(skeleton.text, since):
        return False
    return all(each == place or not start <= at < since for each, at in enumerate(skeleton.at))


# Kinds that may have told what is wrong with a change already.
_TOLD_BY = ("change", "percent_or_points")
POINTS = (Verdict.POINTS_AS_PERCENT, Verdict.PERCENT_AS_POINTS)


def not_yet_told(
    reading: Reading, findings: Findings, *, in_points: bool
) -> Iterator[tuple[Utterance, Judged]]:
    """The wrong changes of closed windows that no check has told as an error.

    A warning of the same number makes room for it. ``in_points`` asks for those told in per cent
    instead of points, or the other way about.
    """
    for window, judged in closed_changes(reading):
        if (judged.verdict in POINTS) is not in_points:
            continue
        sentence, number = window.sentence, _printed(window.skeleton, judged)
        same = [
            each
            for each in findings
            if each.kind in _TOLD_BY
            and each.file == sentence.file
            and (each.locator == sentence.locator or (number and number in each.printed))
        ]
        if any(each.severity is Severity.ERROR for each in same):
            continue
        if judged.size and (
            right_when_rounded(reading, sentence.file, window.skeleton, judged)
            or may_be_rounded(window.skeleton, judged)
        ):
            continue
        findings.withdraw(
            each for each in same if each.locator == sentence.locator and number in each.printed
        )
        findings.tested(sentence.file, sentence.locator)
        yield window, judged


def _printed(skeleton: Skeleton, judged: Judged) -> str:
    return skeleton.quantities[judged.size.number].text.strip() if judged.size else ""
