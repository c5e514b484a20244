"""The sizes of a window that the evidence, weighed together, shows to be wrong of two numbers.

Each piece of evidence has a weight, found on the labelled set by ``python -m bench.weighing`` and
kept in ``weights.csv``: above nought it speaks for the size being meant of the two, beneath it
against.
"""

import csv
from collections.abc import Collection, Iterator
from fractions import Fraction
from functools import cache
from importlib.resources import files

from goldenthread.claims.language.assertions.model import Assertion, Role
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.language.weighing.candidates import Candidate, candidates
from goldenthread.claims.language.weighing.evidence import evidence
from goldenthread.claims.language.weighing.vetoes import forbidden

# From this weight on a size is told wrong; beneath the other, what patterns found is let pass.
ENOUGH, TOO_LITTLE = 250, -250


@cache
def _weights() -> dict[str, dict[str, int]]:
    text = (files("goldenthread.claims.language.weighing") / "weights.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return {name: {row["evidence"]: int(row[name]) for row in rows} for name in Role}


def weight_of(skeleton: Skeleton, candidate: Candidate) -> int:
    """What all the evidence weighs, in hundredths: above nought for, beneath against."""
    weights = _weights()[candidate.stated.role]
    return sum(weights.get(name, 0) for name in set(evidence(skeleton, candidate)))


def weighed(
    skeleton: Skeleton, since: int = 0, settled: Collection[int] = ()
) -> Iterator[tuple[Assertion, int]]:
    """Each size told from ``since`` on that no reading bears out, with the pair it is likeliest of.

    And with what the evidence weighs for that pair, no more than nothing where words forbid it.
    """
    for found in candidates(skeleton, since, settled):
        weights = [weight_of(skeleton, each) for each in found]
        most = max(range(len(found)), key=lambda place: weights[place])
        best = found[most]
        one, other = best.one, best.other
        if best.stated.role is Role.SHARE and _value(skeleton, one) > _value(skeleton, other):
            one, other = other, one
        if best.stated.role is Role.MULTIPLE and _value(skeleton, one) < _value(skeleton, other):
            one, other = other, one
        weight = weights[most]
        if weight >= ENOUGH and forbidden(skeleton, best):
            weight = 0
        yield Assertion(stated=best.stated, one=one, other=other, turned=best.turned), weight


def _value(skeleton: Skeleton, place: int) -> Fraction:
    return skeleton.quantities[place].value
