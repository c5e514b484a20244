"""What may happen to an agency, and when: plain rules over dates and lines of succession."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from goldenthread_site.accounts.roles import Role

KEEPERS = frozenset({Role.BUSINESS_UNIT})  # who keep the list of agencies, groups and schools
# Whoever runs a partnership next door sees what both share and nothing else.
ONLY_SHARED = frozenset({Role.NEIGHBOUR})


def day_before(day: date) -> date:
    """The last day of what ends when something else begins."""
    return day - timedelta(days=1)


def comes_round(line: Mapping[int, Iterable[int]], predecessor: int, successor: int) -> bool:
    """True where ``successor`` stands before ``predecessor`` in the line already: no circles."""
    waiting, seen = [successor], set()
    while waiting:
        each = waiting.pop()
        if each == predecessor:
            return True
        if each not in seen:
            seen.add(each)
            waiting += line.get(each, ())
    return False


def why_not_succeed(
    *, predecessor_began: date | None, successor_ended: date | None, on: date
) -> str:
    """What stands against a succession on a day, as a sentence; empty where nothing does."""
    if predecessor_began and on <= predecessor_began:
        return "Enter a day after the one on which the earlier agency began."
    if successor_ended and on > successor_ended:
        return "The agency that takes over had ended by that day."
    return ""
