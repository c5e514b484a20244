"""One thing a statement says of an order of values, and what the values say to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.claims.found import ClaimFault
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.model import Point, Truth, Way, in_order, place_of
from goldenthread.nouns.fault import Severity

_PLACE = ("", "", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ")
_MOST_SHOWN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """``subject`` stands ``rank``-th from one end at ``claimed``, says ``printed``.

    ``certain`` is False where which values are meant was inferred.
    """

    sentence: Sentence
    subject: str
    claimed: str
    way: Way
    rank: int
    truth: Truth
    printed: str
    evidence: str
    expected: str = ""
    certain: bool = True
    remark: str = ""

    def fault(self, kind: str) -> ClaimFault | None:
        """The fault to tell, None where the assertion holds or cannot be told."""
        if self.truth in (Truth.HOLDS, Truth.UNSURE):
            return None
        if self.truth is Truth.TIED:
            message = "Another value is just as high or low: say “joint”, or name both."
            severity = Severity.WARNING
        else:
            message = "The values given do not bear this out: put the words or the values right."
            severity = Severity.ERROR if self.certain else Severity.WARNING
        return ClaimFault(
            file=self.sentence.file,
            locator=self.sentence.locator,
            kind=kind,
            severity=severity,
            printed=self.printed,
            expected=self.expected if self.truth is Truth.FAILS else "",
            message=f"{message} {self.remark}".strip(),
            evidence=self.evidence,
        )


def ranked(points: Sequence[Point], claimed: Sequence[int], way: Way, rank: int) -> Truth:
    """The worst truth of several claimed points; of joint ones, ties among themselves are meant."""
    order = list(Truth)
    truths = []
    for one in claimed:
        rest = [p for place, p in enumerate(points) if place == one or place not in claimed]
        truths.append(place_of(rest, rest.index(points[one]), way, rank))
    return max(truths, key=order.index)


def labelled_plainly(points: Sequence[Point]) -> bool:
    """Whether each value is called by a name or a time of its own.

    "4.7 (Penbury), 5.1 (Marsh Lane)", but not "870 (safe sleep), 5 (fathers partners)": such words
    happen to stand beside a value, and which of them call it is inferred.
    """
    names = [
        frozenset(word for word in point.label.split() if word[0].isupper() or word[0].isdigit())
        for point in points
    ]
    return all(names) and len(set(names)) == len(names)


def told_order(
    points: Sequence[Point], claimed: Sequence[int], way: Way, rank: int
) -> tuple[str, str]:
    """The evidence of an order in one line, and the label that would have been right."""
    ordered = in_order(points, way)
    if way is Way.EITHER:
        place = min(rank, len(ordered)) - 1
        ends = (ordered[place], in_order(points, Way.LOWEST)[place])
        right = f"{ends[0].label} or {ends[1].label}"
        what = f"the {_PLACE[rank]}from either end" if 1 < rank < len(_PLACE) else "the ends"
        last = f"{what} are {_said(ends[0])} and {_said(ends[1])}"
    else:
        fit = ordered[min(rank, len(ordered)) - 1]
        right = fit.label
        last = (
            f"the {_PLACE[rank] if rank < len(_PLACE) else f'{rank}th '}{way.value} is {_said(fit)}"
        )
    shown = points if len(points) <= _MOST_SHOWN else ordered[: _MOST_SHOWN // 2]
    values = ", ".join(_said(point) for point in shown)
    mine = " and ".join(_said(points[one]) for one in claimed)
    return f"{values}: {last}, not {mine}", right


def disproved_end(
    sentence: Sentence, printed: str, points: Sequence[Point], own: int, way: Way, rank: int = 1
) -> Assertion:
    """That one of some points stands at that place from an end, where it does not."""
    evidence, right = told_order(points, [own], way, rank)
    return Assertion(
        sentence=sentence,
        subject="",
        claimed=points[own].label,
        way=way,
        rank=rank,
        truth=Truth.FAILS,
        printed=printed,
        evidence=evidence,
        expected=right,
    )


def _said(point: Point) -> str:
    return f"{point.printed} ({point.label})" if point.label else point.printed
