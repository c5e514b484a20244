"""A line of all people, and lines of groups of whom nobody is in two and everybody in one."""

import re
from collections.abc import Sequence

from goldenthread.claims.tables.lines import Line

_EVERYONE = re.compile(r"(?:all )?(?:persons?|people|individuals|everyone|population|adults)")
# Of each of these sets everybody is in one.
_GROUPS = tuple(
    tuple(re.compile(each) for each in groups)
    for groups in (
        (r"(?:fe|wo)m|girls", r"m(?:ale|en)|boys"),
        (r"child", r"(?:working[ -]age|adults of working age)", r"pension"),
        (r"child", r"adult"),
    )
)


def of_everyone(lines: Sequence[Line]) -> tuple[int, tuple[int, ...]] | None:
    """The line of all people and those of its groups, where a table has no others."""
    named = [line for line in lines if line.label and not line.empty]
    wholes = [line for line in named if _EVERYONE.fullmatch(line.key)]
    if len(wholes) != 1:
        return None
    parts = [line for line in named if line is not wholes[0]]
    for groups in _GROUPS:
        if len(parts) == len(groups) and all(
            sum(bool(group.match(line.key)) for line in parts) == 1 for group in groups
        ):
            return wholes[0].index, tuple(line.index for line in parts)
    return None
