"""From one period to a later one: which way, how far, whether it matters, whether it is chance."""

from collections.abc import Iterable
from decimal import Decimal

from goldenthread.comparisons.chance import chance
from goldenthread.comparisons.derived import difference, percentage_change, value_of
from goldenthread.comparisons.model import Change, Direction, Judgement, NotKnown
from goldenthread.comparisons.periods import named
from goldenthread.figures import Origin
from goldenthread.indicators.definition import Indicator, Polarity
from goldenthread.nouns import Break, Figure, Unit
from goldenthread.nouns.breaks import between


def direction(of: Decimal, against: Decimal) -> Direction:
    """Where ``of`` stands from ``against``, by the values a reader sees."""
    if of == against:
        return Direction.SAME
    return Direction.UP if of > against else Direction.DOWN


def judge(way: Direction, polarity: Polarity) -> Judgement:
    """What a direction means: nothing where it is level or the indicator is neutral."""
    if way is Direction.SAME or polarity is Polarity.NEUTRAL:
        return Judgement.NEITHER
    wanted = Direction.UP if polarity is Polarity.HIGH_IS_BETTER else Direction.DOWN
    return Judgement.BETTER if way is wanted else Judgement.WORSE


def change(
    earlier: Figure, later: Figure, indicator: Indicator, breaks: Iterable[Break] = ()
) -> Change | NotKnown:
    """The change between two figures of one thing, or a sentence why none can be told.

    Across a break the two values stay as they are and nothing is said of the way between them.
    """
    if refusal := _refusal(earlier, later):
        return NotKnown(refusal)
    way = direction(value_of(later), value_of(earlier))
    across = between(
        earlier.period, later.period, indicator=later.indicator, area=later.area.code, breaks=breaks
    )
    if across:
        return Change(earlier, later, None, None, way, Judgement.NEITHER, None, across)
    of_what = " of the rate" if later.unit is Unit.RATE_PER_10000 else ""
    statistic = f"change{of_what} from {earlier.period.code}"
    return Change(
        earlier=earlier,
        later=later,
        difference=difference(later, earlier, statistic),
        relative=percentage_change(later, earlier, statistic),
        direction=way,
        judgement=judge(way, indicator.polarity),
        chance=chance(later, earlier),
    )


def change_between(
    earlier: Figure, later: Figure, indicator: Indicator, breaks: Iterable[Break] = ()
) -> Change | None:
    """As ``change``, for a caller that has another place to say why there is none."""
    found = change(earlier, later, indicator, breaks)
    return found if isinstance(found, Change) else None


def _refusal(earlier: Figure, later: Figure) -> str:
    """Why the two may not be put beside each other; empty where they may."""
    alike = (
        (earlier.indicator, later.indicator, "count different things"),
        (earlier.unit, later.unit, "are in different units"),
        (earlier.area.code, later.area.code, "are about different areas"),
        (earlier.breakdown, later.breakdown, "are about different groups"),
        (earlier.period.kind, later.period.kind, "are about different kinds of period"),
    )
    for one, other, fault in alike:
        if one != other:
            return f"The two figures {fault}, so no change is told."
    if Origin.of(earlier) != Origin.of(later):
        return (
            "The two figures come from different sources, releases or definitions, "
            "so no change is told."
        )
    for figure in (later, earlier):
        if figure.symbol:
            return (
                f"The figure for {named(figure.period)} is {figure.symbol.meaning}, "
                "so no change is told."
            )
    if earlier.period.end >= later.period.end:
        return "The two figures are not one after the other, so no change is told."
    return ""
