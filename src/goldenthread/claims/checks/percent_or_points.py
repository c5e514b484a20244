"""Percent told where percentage points are meant, and points where percent is."""

from fractions import Fraction

from goldenthread.claims.assertions.changes_told import changes_told
from goldenthread.claims.changes.change_words import evidence, relative_change
from goldenthread.claims.changes.fitting import magnitude, relatives
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.points_as_percent import Difference, differences_as_percent
from goldenthread.claims.changes.points_elsewhere import ToldInPoints, told_in_points
from goldenthread.claims.changes.points_of_counts import points_of_counts
from goldenthread.claims.closed.changes.told import not_yet_told
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.printed import MINUS, exact, number, printed
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

_NO_POINTS = "Percentage points lie between two percentages: these are not, so say per cent."


def _run(reading: Reading, findings: Findings) -> None:
    for utterance, judged in changes_told(reading):
        wrong = judged.verdict in (Verdict.POINTS_AS_PERCENT, Verdict.PERCENT_AS_POINTS)
        if wrong and not _has_shares(utterance, judged):
            findings.add(_fault(utterance, judged))
    known = {(each.file, each.locator) for each in findings.faults if _tells(each)}
    for found in differences_as_percent(reading.sentences):
        place = found.sentence.file, found.sentence.locator
        if place not in known:
            findings.tested(*place)
            findings.add(_difference_fault(found))
    _points_of_counts(reading, findings)
    known = {(each.file, each.locator) for each in findings.faults if _tells(each)}
    for again in told_in_points(reading.sentences):
        place = again.sentence.file, again.sentence.locator
        if place not in known:
            findings.tested(*place)
            findings.add(_points_elsewhere(again))
    for utterance, judged in not_yet_told(reading, findings, in_points=True):
        findings.add(_fault(utterance, judged))


def _has_shares(utterance: Utterance, judged: Judged) -> bool:
    """Whether points held against two counts may lie between percentages told beside them."""
    told = utterance.skeleton.quantities
    counted = all(told[each].measure is Measure.COUNT for each in judged.pair.both)
    return counted and any(
        each.measure is Measure.PERCENT for each in utterance.sentence.quantities
    )


def _points_of_counts(reading: Reading, findings: Findings) -> None:
    known = {(each.file, each.locator) for each in findings.faults if _tells(each)}
    for found in points_of_counts(reading.sentences):
        place = found.sentence.file, found.sentence.locator
        if place in known:
            continue
        findings.tested(*place)
        stated, before, after = found.stated, found.before, found.after
        difference = after.value - before.value
        right = f"{number(abs(stated.value), stated.decimals)}%"
        findings.add(
            ClaimFault(
                file=found.sentence.file,
                locator=found.sentence.locator,
                kind=KIND.name,
                severity=Severity.ERROR,
                printed=stated.text.strip(),
                expected=right,
                message=_NO_POINTS,
                evidence=f"{printed(after)} {MINUS} {printed(before)} = {exact(difference)}; "
                f"÷ {printed(before)} = {right}",
            )
        )


# Kinds that have told what is wrong with a change already.
_TOLD_BY = ("change", "percent_or_points")


def _tells(fault: ClaimFault) -> bool:
    return fault.kind in _TOLD_BY and fault.severity is Severity.ERROR


def _difference_fault(found: Difference) -> ClaimFault:
    stated, one, other = found.stated, found.one, found.other
    points = f"{number(stated.value, stated.decimals)} percentage points"
    low, high = sorted((one, other), key=lambda each: each.value)
    return ClaimFault(
        file=found.sentence.file,
        locator=found.sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=stated.text.strip(),
        expected=points,
        message="This is the difference between two percentages: call it percentage points, or "
        "print the change in per cent.",
        evidence=f"{printed(high)} {MINUS} {printed(low)} = {points}, not {stated.text.strip()}",
    )


def _points_elsewhere(found: ToldInPoints) -> ClaimFault:
    points = found.points.text.strip()
    return ClaimFault(
        file=found.sentence.file,
        locator=found.sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=found.stated.text.strip(),
        expected=points,
        message=f"At {found.other.locator} the same is told in percentage points: say so here too.",
        evidence=f"{printed(found.level)}, {points} there and {found.stated.text.strip()} here",
    )


def _fault(utterance: Utterance, judged: Judged) -> ClaimFault:
    skeleton = utterance.skeleton
    before = skeleton.quantities[judged.pair.before]
    after = skeleton.quantities[judged.pair.after]
    size = judged.size
    stated = skeleton.quantities[size.number] if size else before
    relative = abs(relative_change(before, after) or Fraction(0))
    points = abs(after.value - before.value)
    if judged.verdict is Verdict.POINTS_AS_PERCENT:
        right = f"{number(points, max(before.decimals, after.decimals))} percentage points"
        message = (
            "This is the difference between two percentages: call it percentage points, or print "
            f"the change in per cent ({number(relative, stated.decimals)}%)."
        )
    elif before.measure is Measure.PERCENT:
        right = f"{number(relative, stated.decimals)}%"
        message = (
            "This is the change in per cent: say so, or print the difference in percentage points "
            f"({number(points, max(before.decimals, after.decimals))})."
        )
    else:
        right = f"{number(relative, stated.decimals)}%"
        message = _NO_POINTS
    doubtful = judged.inferred or _of_a_share(skeleton, judged)
    return ClaimFault(
        file=utterance.sentence.file,
        locator=utterance.sentence.locator,
        kind=KIND.name,
        severity=Severity.WARNING if doubtful else Severity.ERROR,
        printed=stated.text.strip(),
        expected=right,
        message=message,
        evidence=evidence(skeleton, judged),
    )


def _of_a_share(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether points held against two counts may be of a percentage told beside them."""
    size = judged.size
    if size is None or skeleton.quantities[judged.pair.before].measure is Measure.PERCENT:
        return False
    made = relatives(skeleton, size, judged.pair.before, judged.pair.after) or ()
    as_told = any(each.meets(magnitude(skeleton.quantities[size.number])) for each in made)
    return not as_told and any(each.measure is Measure.PERCENT for each in skeleton.quantities)


KIND = Kind(
    name="percent_or_points",
    title="Percent or percentage points",
    asks="Is a difference of percentages told in points, and a relative change in percent?",
    examples=(
        Example(
            text="The share seen in time rose from 62% to 68%, an increase of 6 percentage points.",
            fault=False,
        ),
        Example(
            text="The share seen in time rose from 50% to 55%, an increase of 10%.", fault=False
        ),
        Example(text="Repeat plans went from 20% to 25%, up a quarter.", fault=False),
        Example(text="The share seen in time rose from 62% to 68%, an increase of 6%.", fault=True),
        Example(text="Absence fell from 8% to 6%, a fall of 25 percentage points.", fault=True),
        Example(text="Satisfaction is up 6% from 60% to 66%.", fault=True),
        Example(
            text="88% were suitably housed, compared with 83% five years earlier, up 5%.",
            fault=True,
        ),
        Example(
            text="Eighteen of the 43 (42%) passed, compared with 10 of 42 (24%) in 2022/23. This "
            "is a rise of 18 per cent and the best result so far.",
            fault=True,
        ),
        Example(
            text="Eighteen of the 43 (42%) passed, compared with 10 of 42 (24%) in 2022/23. This "
            "is a rise of 18 percentage points and the best result so far.",
            fault=False,
        ),
        Example(
            text="Nurses saw 2,310 children. The year before they saw 2,120, so the number seen "
            "grew by 9.0 percentage points.",
            fault=True,
        ),
        Example(
            text="Nurses saw 2,310 children. The year before they saw 2,120, so the number seen "
            "grew by 9.0%.",
            fault=False,
        ),
        Example(
            text="Of the beds 36% were taken in 2021 and 27% in 2022. The hostel welcomes this 9% "
            "fall in the share taken.",
            fault=True,
        ),
    ),
    limits=(
        "A difference of percentages told as per cent is an error even where readers may guess "
        "what is meant: per cent and percentage points are different things.",
        "Where the number printed would be true both ways, nothing is said.",
        "Points held against two counts are a warning where a percentage stands beside them that "
        "they may be of, unless they are just the change of the counts in per cent.",
        "A rate of growth set against another (“compared with growth of 1.7%”) is no difference.",
        "Both percentages must stand in the sentence or in the one before, unless the same is told "
        "in percentage points elsewhere in the text, of the same level.",
    ),
    run=_run,
)
