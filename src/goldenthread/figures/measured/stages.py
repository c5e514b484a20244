"""Which stages of the journey were in force for what was measured, and what they part."""

from collections.abc import Iterable, Iterator, Sequence

from goldenthread.indicators import indicator
from goldenthread.nouns import Period, register
from goldenthread.nouns.stages import StageChange, Stages


def not_comparable(
    stages: Stages, areas: Sequence[str], periods: Sequence[Period], counted: Iterable[str]
) -> Iterator[str]:
    """A sentence for each change of stages before the end of what was asked for.

    It names the indicators among those ``counted`` that are another thing from that day.
    """
    last = max((each.end for each in periods), default=None)
    names = sorted(counted)
    for area in areas:
        for change in stages.changes(area):
            parted = [name for name in names if set(indicator(name).stages) & {*change.parts}]
            if last and change.when <= last and parted:
                yield _sentence(area, change, parted)


def _sentence(area: str, change: StageChange, parted: Sequence[str]) -> str:
    known = {each.code: each.name for each in register.areas()}
    confirm = f" To confirm: {change.stage.confirm}" if change.stage.confirm else ""
    return (
        f"{known.get(area, area)}: {change.words} on {change.when.day} {change.when:%B %Y}. What "
        f"was counted before and from that day is not the same, and no rise or fall is told "
        f"across it, in {', '.join(parted)}.{confirm}"
    )
