"""Whether some groups of children are met more often than others: rate ratios with intervals.

A group's rate is set against that of all other children, not against one group taken as the norm.
A ratio says that a difference is there; it does not say why, nor whether it is unfair.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isinf

from goldenthread.comparisons.chance import clustering_of, ratio_of_rates
from goldenthread.comparisons.derived import derive, share, total, value_of
from goldenthread.comparisons.model import NotKnown
from goldenthread.nouns import Breakdown, Figure, Unit, round_half_away

# Ratios are shown to two places: 1.04 and 0.96 are both "1.0" at one.
PLACES = 2

# What a category is called where the group was not recorded (compared in lower case). Such
# children are in no group, so they are left out of both sides and counted beside the result.
NOT_RECORDED = frozenset(
    {
        "unknown",
        "not known",
        "not recorded",
        "not stated",
        "not obtained",
        "information not yet obtained",
        "refused",
        "does not apply",
    }
)


@dataclass(frozen=True, slots=True)
class GroupRatio:
    """One group: its children counted and living there, its share of both, its rate over others'.

    ``ratio`` is None where no other child was counted; ``high`` where there is no upper end.
    ``beyond`` is True where the interval leaves out 1, equal rates.
    """

    name: str
    count: Figure
    population: Figure
    share: Figure | None
    population_share: Figure | None
    ratio: Figure | None
    low: Figure | None
    high: Figure | None
    beyond: bool


@dataclass(frozen=True, slots=True)
class Disproportionality:
    """The groups in the order given, and what they leave out.

    ``not_recorded`` holds the figures of children whose group is not known, ``withheld`` the names
    of groups without a value on one side or the other, which no ratio takes in.
    """

    dimension: str
    groups: tuple[GroupRatio, ...]
    not_recorded: tuple[Figure, ...]
    withheld: tuple[str, ...]


def disproportionality(
    counted: Sequence[Figure],
    population: Sequence[Figure],
    dimension: str,
    *,
    not_recorded: Collection[str] = NOT_RECORDED,
) -> Disproportionality | NotKnown:
    """Each group's rate over the rate of all other children, or a sentence why it is not known.

    ``counted`` and ``population`` are counts of one area broken down by ``dimension`` alone, in
    the same categories. Two groups at least must be known on both sides.
    """
    aside = {name.lower() for name in not_recorded}
    counts, others = _groups(counted, dimension, aside), _groups(population, dimension, aside)
    if refusal := _refusal(counts, others, dimension):
        return NotKnown(refusal)
    known = [name for name in counts if counts[name].known and others[name].known]
    if len(known) < 2:
        return NotKnown(
            f"Rates by {dimension} are not known: fewer than two groups have a value both for "
            "the children counted and for the children living there."
        )
    everyone = total([counts[name] for name in known], Breakdown())
    living = total([others[name] for name in known], Breakdown())
    return Disproportionality(
        dimension=dimension,
        groups=tuple(_group(name, counts, others, known, everyone, living) for name in known),
        not_recorded=tuple(
            figure for figure in counted if (figure.breakdown.get(dimension) or "").lower() in aside
        ),
        withheld=tuple(name for name in counts if name not in known),
    )


def _groups(figures: Iterable[Figure], dimension: str, aside: set[str]) -> dict[str, Figure]:
    found = {}
    for figure in figures:
        name = figure.breakdown.get(dimension)
        if name is None:
            raise ValueError(f"{figure.key} is not broken down by {dimension}")
        if name.lower() not in aside:
            found[name] = figure
    return found


def _refusal(counts: dict[str, Figure], others: dict[str, Figure], dimension: str) -> str:
    """Why the two may not be set against each other; empty where they may."""
    if not counts or not others:
        return f"Rates by {dimension} are not known: one side has no groups."
    if unmatched := sorted(set(counts) ^ set(others)):
        return (
            f"Rates by {dimension} are not known: the groups differ between the children counted "
            f"and the children living there ({'; '.join(unmatched)})."
        )
    figures = [*counts.values(), *others.values()]
    if {figure.unit for figure in figures} != {Unit.COUNT}:
        return f"Rates by {dimension} are not known: both sides have to be numbers of children."
    if len({figure.area.code for figure in figures}) > 1:
        return f"Rates by {dimension} are not known: the two sides are about different areas."
    for side in (counts, others):
        if len({(figure.thread.source, figure.period) for figure in side.values()}) > 1:
            return (
                f"Rates by {dimension} are not known: the groups of one side come from more "
                "than one source or period."
            )
    return ""


def _group(
    name: str,
    counts: dict[str, Figure],
    others: dict[str, Figure],
    known: Sequence[str],
    everyone: Figure | None,
    living: Figure | None,
) -> GroupRatio:
    count, base = counts[name], others[name]
    rest = sum((Fraction(value_of(counts[each])) for each in known if each != name), Fraction(0))
    rest_base = sum(
        (Fraction(value_of(others[each])) for each in known if each != name), Fraction(0)
    )
    ratio = interval = None
    if rest and rest_base and base.value:
        ratio = (Fraction(value_of(count)) / Fraction(base.value)) / (rest / rest_base)
        interval = ratio_of_rates(
            float(value_of(count)),
            float(base.value),
            float(rest),
            float(rest_base),
            clustering=clustering_of(count),
        )
    inputs = [counts[each] for each in known] + [others[each] for each in known]
    words = (
        f"({value_of(count):,f} in {value_of(base):,f}) over "
        f"({int(rest):,} in {int(rest_base):,}, all other groups known)"
    )

    def line(value: Fraction | float | None, statistic: str) -> Figure | None:
        if value is None or (isinstance(value, float) and isinf(value)):
            return None
        return derive(
            inputs,
            round_half_away(value, PLACES),
            unit=Unit.RATIO,
            decimals=PLACES,
            calculation=f"{statistic}: {words}",
            statistic=statistic,
            about=count,
        )

    return GroupRatio(
        name=name,
        count=count,
        population=base,
        share=share(count, everyone, "share of those known") if everyone else None,
        population_share=share(base, living, "share of those known") if living else None,
        ratio=line(ratio, "rate ratio"),
        low=line(interval.low if interval else None, "rate ratio, lower end"),
        high=line(interval.high if interval else None, "rate ratio, upper end"),
        beyond=interval is not None and interval.excludes(1.0),
    )
