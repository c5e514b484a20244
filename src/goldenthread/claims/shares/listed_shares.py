"""A share that is of nothing told, where those listed with it are all of one whole.

"Police 1,075 (63%), schools 657 (22%) and health 418 (14%)": the last two are of the 2,986 told
in the paragraph before, and the first is of no number of the passage. A text tells what its
shares are of; one of a list that is of nothing has a slip in it, or in its count.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from goldenthread.claims.documents.model import Passage
from goldenthread.claims.intervals import Interval, may_be_share
from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.skeleton import WHEN, skeleton_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.doubts import of_several_times
from goldenthread.claims.shares.lone_shares import lone_shares
from goldenthread.claims.shares.odd_share import Line, Odd, borne_out, farther, is_of
from goldenthread.claims.shares.section_wholes import Whole, sections
from goldenthread.claims.shares.told_shares import Told, told_shares

# Between two shares of one list these begin another: another time, another whole, another place.
ANOTHER = re.compile(
    rf"[{WHEN}]|\b(?:than|compared|against|versus|whereas|while|previous\w*|last|earlier|"
    r"england|national\w*|region\w*|target|but|of (?:whom|which|these|those|them|the|our|its)|"
    r"among|amongst|within|including|average|rose|fell|up|down|from)\b"
)
_NEAR = 3  # blocks that one whole may be told of
_LINES = 12  # and lines with shares
_BULLET = 160  # letters of a bullet, at most


@dataclass(frozen=True, slots=True)
class _List:
    """Shares listed together, each with the line it stands in; ``bullets`` one to a line."""

    told: tuple[tuple[Line, Told], ...]
    bullets: bool = False


def odd_shares(reading: Reading) -> tuple[Odd, ...]:
    """Every such share, in reading order; found once."""
    return reading.once(_odd_shares)


def _odd_shares(reading: Reading) -> Iterator[Odd]:
    lines = [
        Line(at, sentence, told)
        for at, sentence in enumerate(reading.sentences)
        if any(each.measure is Measure.PERCENT for each in sentence.quantities)
        and not of_several_times(skeleton_of(sentence.text))
        and (told := told_shares(skeleton_of(sentence.text)))
    ]
    if not lines:
        return
    known = sections(reading)
    done: set[int] = set()
    for bullets in _bullets(lines):
        first = bullets.told[0][0]
        around = known[first.sentence.file].around(first.sentence.passage.order)
        found = _of_a_list(bullets, sorted(around, key=lambda each: farther(each, first.at)))
        if found is not None:
            yield found
            done |= {line.at for line, _ in bullets.told}
    for place, line in enumerate(lines):
        around = known[line.sentence.file].around(line.sentence.passage.order)
        wholes = sorted(around, key=lambda each, at=line.at: farther(each, at))  # type: ignore[misc]
        beside = [
            each
            for each in lines[max(0, place - _LINES) : place + _LINES + 1]
            if each is not line and _is_near(each, line)
        ]
        for group in _lists(line):
            found = _of_a_list(group, wholes)
            if found is None and line.at not in done:
                found = lone_shares(line, [told for _, told in group.told], beside, wholes)
            if found is not None:
                yield found


def _is_near(one: Line, other: Line) -> bool:
    passages = one.sentence.passage, other.sentence.passage
    same_file = one.sentence.file == other.sentence.file
    return same_file and abs(passages[0].order - passages[1].order) <= _NEAR


def _bullets(lines: Sequence[Line]) -> Iterator[_List]:
    """Runs of short passages that follow each other, each with one share before any other."""
    run: list[Line] = []
    for line in (*lines, None):
        follows = line is not None and run and _follows(run[-1].sentence.passage, line)
        if run and not follows:
            if len(run) > 2:
                yield _List(tuple((each, each.told[0]) for each in run), bullets=True)
            run = []
        if line is not None and _is_bullet(line):
            run.append(line)


def _is_bullet(line: Line) -> bool:
    passage = line.sentence.passage
    short = len(passage.text) <= _BULLET and not passage.heading
    return short and passage.text.startswith(line.sentence.text)


def _follows(above: Passage, line: Line) -> bool:
    passage = line.sentence.passage
    return _is_bullet(line) and passage.order == above.order + 1


def _lists(line: Line) -> Iterator[_List]:
    """The shares of a sentence as they are listed, cut where another whole may begin."""
    group: list[Told] = []
    for each in line.told:
        if group:
            between = each.skeleton.text[group[-1].end : each.start]
            if ANOTHER.search(between) or each.named:
                yield _List(tuple((line, told) for told in group))
                group = []
        group.append(each)
    if group:
        yield _List(tuple((line, told) for told in group))


def _of_a_list(group: _List, around: Sequence[Whole]) -> Odd | None:
    """The one of a list that is not of the whole that the others are of."""
    told = [each for _, each in group.told]
    if len(told) < 2 or any(each.whole is not None for each in told):
        return None
    together = Interval.exactly(sum((each.count.value for each in told), Fraction(0)))
    if len(told) > 2 and all(each.is_of(together) for each in told):
        return None  # of all of them together
    best: tuple[Whole, int] | None = None
    for whole in around:
        if any(each.count.measure is not whole.measure for each in told):
            continue
        wrong = [place for place, each in enumerate(told) if not is_of(each, whole)]
        if not wrong:
            return None
        odd = wrong[0]
        if len(wrong) > 1 or told[odd].count.value >= whole.value or told[odd].named:
            continue
        if best is None and (len(told) > 2 or _is_told_here(group.told[odd][0], whole)):
            best = whole, odd
    if best is None:
        return None
    whole, place = best
    line, odd_one = group.told[place]
    if _is_of_a_count_before(odd_one, told, whole):
        return None  # "261 homes had two needs (23%)"
    if sum(each.count.value for each in told) != whole.value:  # else they are all of it
        if len(told) == 2 and borne_out(odd_one, around, told):
            return None
        beside = [each for each in around if each.at == line.at]
        if any(is_of(odd_one, _as_printed(each)) for each in beside):
            return None  # "417 (65%) began and 288 (69%) went on to the end"
    return Odd(line.sentence, odd_one, whole, len(told) - 1)


def _is_of_a_count_before(odd: Told, told: Sequence[Told], whole: Whole) -> bool:
    """Whether a count before the one that stands by the share has that share of the whole."""
    taken = {each.part for each in told if each.skeleton is odd.skeleton}
    return any(
        place not in taken
        and each.measure is whole.measure
        and each.start < odd.count.start
        and 0 < each.value < whole.value
        and may_be_share(odd.percentage, each.interval, whole.interval)
        for place, each in enumerate(odd.skeleton.quantities)
    )


def _is_told_here(line: Line, whole: Whole) -> bool:
    """Whether a whole is told in the sentence, in the one before, or earlier in its paragraph."""
    if whole.at in (line.at, line.at - 1):
        return True
    return 0 <= whole.at < line.at and whole.order == line.sentence.passage.order


def _as_printed(whole: Whole) -> Whole:
    """A number told with "some" or "about" that is no round one is meant as it stands."""
    if whole.quantity is None or whole.quantity.hedge is Hedge.NONE or not whole.value % 10:
        return whole
    return replace(whole, interval=Interval.exactly(whole.value))
