"""Every referral of every child: families come to notice, and again, and again.

A family's referrals follow one another: the next comes after the cases of the last have closed.
So no child has two cases at once, and re-referrals, second plans and returns to care arise by
themselves.
"""

import numpy as np

from goldenthread.synthetic import rates
from goldenthread.synthetic.courses import Columns, courses
from goldenthread.synthetic.days import NEVER, next_working
from goldenthread.synthetic.draws import Draws, season
from goldenthread.synthetic.families import Children

# What may follow a referral, the gravest last, so that one chance orders brothers and sisters.
PATHS = tuple(rates.value("referrals.path"))
_LONG = ("protected_then_care", "care", "long_term")


def cases(
    draws: Draws, children: Children, first_seen: np.ndarray, only_long: np.ndarray, last: int
) -> Columns:
    """Every referral up to the day ``last``: its child, day, source, need, path and course.

    ``first_seen`` and ``only_long`` are by family. Of a family with ``only_long``, seen before the
    years that are told in full, nothing is kept but what may last into them.
    """
    offsets = np.searchsorted(children.family, np.arange(len(first_seen) + 1))
    free = np.full(len(children), -NEVER, dtype=np.int64)
    plans = children.plans_before.copy()
    kept: list[Columns] = []
    family = np.flatnonzero(first_seen <= last)
    day = first_seen[family]
    again = False
    while len(family):
        made = _one_round(draws, children, offsets, family, day, free, plans, again, only_long)
        child = made["child"]
        free[child] = made["free"]
        gone = np.isin(made["care_end"], ("E11", "E12", "E2")) | (made["died"] < NEVER)
        free[child[gone]] = NEVER
        plans[child] += made["plan"] < NEVER
        kept.append(made)
        family, day = _next_round(draws, made, only_long, last)
        again = True
    names = kept[0] if kept else {}
    return {name: np.concatenate([part[name] for part in kept]) for name in names}


def _one_round(
    draws: Draws,
    children: Children,
    offsets: np.ndarray,
    family: np.ndarray,
    day: np.ndarray,
    free: np.ndarray,
    plans: np.ndarray,
    again: bool,
    only_long: np.ndarray,
) -> Columns:
    """One referral of each of some families: which children, and what follows for each."""
    sizes = offsets[family + 1] - offsets[family]
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    child = np.repeat(offsets[family], sizes) + within
    event = np.repeat(np.arange(len(family)), sizes)
    days = day[event]
    age = days - children.born[child]
    there = (free[child] < days) & (age < 6420) & (age > -150)
    included = draws.happens("referrals.sibling_included", len(child)) | (
        (within == 0) & (not again)
    )
    chosen = there & included
    child, event, days = child[chosen], event[chosen], days[chosen]

    path = _paths(draws, children, child, event, days, plans)
    wanted = ~only_long[family[event]] | np.isin(path, _LONG)
    child, event, days, path = child[wanted], event[wanted], days[wanted], path[wanted]
    made: Columns = {"child": child, "family": family[event], "day": days, "path": path}
    made |= courses(draws, children.born[child], children.asylum[child], made)
    made["plans_before"] = plans[child]
    source = draws.codes("referrals.source", len(family))[event]
    need = draws.codes("referrals.primary_need", len(family))[event]
    disabled = (path == "long_term") & children.disabled[child]
    need = np.where(disabled, "N2", need)
    made["source"] = np.where(children.asylum[child], "7", source)
    made["need"] = np.where(children.asylum[child], "N8", need)
    return made


def _paths(
    draws: Draws,
    children: Children,
    child: np.ndarray,
    event: np.ndarray,
    days: np.ndarray,
    plans: np.ndarray,
) -> np.ndarray:
    """What follows for each child: mostly the same for brothers and sisters."""
    shares = np.tile(list(rates.value("referrals.path").values()), (len(child), 1))
    at = {name: place for place, name in enumerate(PATHS)}
    age = (days - children.born[child]) / 365.25
    band = np.searchsorted([1, 5, 10, 16], age, side="right")
    shares[:, at["care"]] *= np.array(rates.value("referrals.care_by_age"))[band]
    had_plan = np.where(plans[child] > 0, rates.value("referrals.path_after_plan"), 1.0)
    shares[:, at["protected"]] *= had_plan
    shares[:, at["protected_then_care"]] *= had_plan
    usual = 1 / (1 + rates.value("children.disabled") * (_disabled_times() - 1))
    often = np.where(children.disabled[child], _disabled_times(), 1.0) * usual
    shares[:, at["long_term"]] *= often
    # Those nearly grown, and those not yet born, have no long plans before them.
    for name in ("protected", "protected_then_care", "care", "long_term"):
        shares[age > 17.2, at[name]] = 0
    shares[age < 0, at["long_term"]] = 0
    running = np.cumsum(shares, axis=1)
    of_family = draws.uniform(int(event.max(initial=-1)) + 1)
    own = draws.uniform(len(child))
    follows = draws.happens("referrals.path_follows_family", len(child))
    chance = np.where(follows, of_family[event] if len(event) else own, own) * running[:, -1]
    chosen = (chance[:, None] >= running).sum(axis=1)
    found = np.array(PATHS, dtype=object)[np.minimum(chosen, len(PATHS) - 1)]
    return np.where(children.asylum[child], "care", found)


def _disabled_times() -> float:
    return float(rates.value("referrals.long_term_if_disabled"))


def _next_round(
    draws: Draws, made: Columns, only_long: np.ndarray, last: int
) -> tuple[np.ndarray, np.ndarray]:
    """The families referred again, and when: after the cases of the last referral have closed."""
    whole = np.flatnonzero(~only_long[made["family"]])
    if not len(whole):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int32)
    order = whole[np.argsort(made["family"][whole], kind="stable")]
    families, starts = np.unique(made["family"][order], return_index=True)
    stays = np.isin(made["path"][order], _LONG)
    free = made["free"][order].astype(np.int64)
    # Those who stay long are left aside while brothers and sisters are referred again.
    others = np.maximum.reduceat(np.where(stays, -1, free), starts)
    closed = np.where(others >= 0, others, np.maximum.reduceat(free, starts))
    shares = rates.value("referrals.again")
    share = np.array([shares[each] for each in made["path"][order][starts]])
    comes = draws.happens(share, len(families))
    day = closed + 1 + draws.waits("referrals.again_after", len(families), 0.8)
    comes &= day <= last
    families, day = families[comes], day[comes].astype(np.int32)
    # In quiet months some come later.
    late = draws.uniform(len(day)) > 0.35 + 0.65 * season(next_working(day), "referrals")
    day = next_working(day + np.where(late, draws.amounts("in_need.visit_every", len(day)), 0))
    soon = day <= last
    return families[soon], day[soon].astype(np.int32)
