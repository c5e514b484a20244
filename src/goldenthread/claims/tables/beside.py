"""Which lines beside another it may be the sum of, though nothing calls it a total."""

from collections.abc import Iterable


def may_hold(
    numbers: list[list[float | None]], whole: int, parts: tuple[int, ...], base: int
) -> bool:
    """A quick look at whether most columns add up, give or take what rounding explains."""
    held = failed = 0
    for column, number in enumerate(numbers[whole]):
        if number is None:
            continue
        known = [value for part in parts if (value := numbers[part][column]) is not None]
        if abs(sum(known) - number) <= (len(parts) + 1) * max(1, base / 2):
            held += 1
        elif len(known) == len(parts):
            failed += 1
    return held >= 2 and 2 * failed <= held + 1


def runs_beside(rows: list[int], place: int, known: set[int]) -> Iterable[tuple[int, ...]]:
    """The lines straight after one, or straight before it, the longest run first."""
    after: list[int] = []
    before: list[int] = []
    for index in rows[place + 1 :]:
        if index in known:
            break
        after.append(index)
    for index in reversed(rows[:place]):
        if index in known:
            break
        before.insert(0, index)
    for length in range(len(after), 1, -1):
        yield tuple(after[:length])
    for length in range(len(before), 1, -1):
        yield tuple(before[-length:])
