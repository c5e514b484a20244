"""Of which days the lists tell everything: six months up to their day, or a year, or the day."""

from collections.abc import Set
from datetime import date, timedelta

from goldenthread.sources.days import months_before
from goldenthread.tables import Coverage

# Which tables a list tells everything of, and for how many months; 0 is the day alone.
_MONTHS = {
    1: {"contacts": 6},
    2: {"early_help_episodes": 6},
    3: {"cin_episodes": 6},
    4: {"cin_assessments": 6},
    5: {"s47_enquiry": 6},
    6: {"cin_plans": 0},
    7: {"cp_plans": 6},
    8: {"cla_episodes": 6},
    9: {"care_leavers": 0},
    10: {"permanence": 12},
    11: {"adopters": 12},
}

# Referrals alone do not tell which episodes of need were open: those of list 6 do.
_TOLD_WITH = {"cin_episodes": 6}

# A conference in the first weeks may follow an enquiry from before the list, and not be in it.
# One about a child who came with a plan from another council follows no enquiry, and is in none.
_CONFERENCES_AFTER = timedelta(days=21)


def coverage(lists: Set[int], area: str, day: date | None) -> tuple[Coverage, ...]:
    """What the lists that are there tell everything of; nothing where their day is not known."""
    if day is None:
        return ()
    told = [
        Coverage(name, area, months_before(day, months), day)
        for number in sorted(lists)
        for name, months in _MONTHS[number].items()
        if _TOLD_WITH.get(name, number) in lists
    ]
    if 5 in lists:
        start = months_before(day, 6) + _CONFERENCES_AFTER
        told.append(Coverage("initial_cp_conference", area, start, day))
    return tuple(told)
