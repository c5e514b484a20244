"""What is recorded of children looked after: reviews, visits, missing episodes, workers."""

import numpy as np
import pyarrow as pa

from goldenthread.synthetic.building import Builder, stepped
from goldenthread.synthetic.care_health import health
from goldenthread.synthetic.courses import Columns
from goldenthread.synthetic.days import (
    NEVER,
    after_working,
    birthday,
    last_working,
    next_working,
    year_of,
)
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.families import Children
from goldenthread.synthetic.front_door import Span
from goldenthread.synthetic.leaving import adoptions, care_leavers
from goldenthread.synthetic.placements import Stays, episodes, stays_reaching
from goldenthread.synthetic.rates import value
from goldenthread.synthetic.social_work import seen_and_alone, visits

_MOST_REVIEWS = 40
_WORKERS = 190
# The return asks why a worker changed from the collection year 2024 on.
_REASONS_FROM = 2024


def care_records(
    draws: Draws, build: Builder, children: Children, referrals: Columns, asked: Span, weight: float
) -> dict[str, pa.Table]:
    """Every table about children looked after and care leavers."""
    every = stays_reaching(children, referrals, asked.first)
    made = episodes(draws, build, every)
    counted = np.flatnonzero(~every.breaks)
    stays = Stays(**{name: getattr(every, name)[counted] for name in Stays.__dataclass_fields__})
    made["cla_reviews"] = _reviews(draws, build, stays)
    made["cla_visits"] = _visits(draws, build, stays)
    made["missing"] = _missing(draws, build, stays)
    made |= health(draws, build, stays, asked)
    made["involvements"] = _workers(draws, build, referrals, stays, asked, weight)
    made["deprivation_of_liberty"] = _deprived_of_liberty(draws, build, stays)
    made["cla_previous_permanence"] = _previous_permanence(draws, build, stays)
    made |= adoptions(draws, build, stays)
    made["care_leavers"] = care_leavers(draws, build, children, referrals, asked)
    return made


def _reviews(draws: Draws, build: Builder, stays: Stays) -> pa.Table:
    """Reviews: within 20 working days, three months later, then every six months."""
    count = len(stays)
    steps = draws.amounts("care.review_next", count * _MOST_REVIEWS).reshape(count, -1)
    first = after_working(stays.begins, draws.amounts("care.review_first", count))
    steps[:, 0] = first - stays.begins
    steps[:, 1] = draws.amounts("care.review_second", count)
    row, day = stepped(stays.begins, stays.ends - 1, steps)
    day = last_working(day)
    fresh = np.ones(len(row), dtype=bool)
    fresh[1:] = row[1:] != row[:-1]
    second = np.zeros(len(row), dtype=bool)
    second[1:] = fresh[:-1] & ~fresh[1:]
    before = np.concatenate((day[:1], day[:-1]))
    twenty = after_working(stays.begins, np.full(count, 20))
    due = np.where(fresh, twenty[row], np.where(second, before + 91, before + 183))
    young = day < birthday(stays.born, 4)[row]
    took_part = np.where(young, "PN0", draws.codes("care.participation", len(row)))
    return build.table(
        "cla_reviews",
        {
            "person_id": build.person(stays.child[row]),
            "due_date": due,
            "review_date": day,
            "participation": took_part,
        },
    )


def _visits(draws: Draws, build: Builder, stays: Stays) -> pa.Table:
    """Visits: the first within a week, then at least every six weeks."""
    first = next_working(stays.begins + draws.amounts("care.first_visit", len(stays)))
    there = np.flatnonzero(first <= stays.ends)
    row, day = visits(draws, first[there], stays.ends[there], "care.visit_every", working=False)
    row, day = np.concatenate([there, there[row]]), np.concatenate([first[there], day])
    seen, alone = seen_and_alone(draws, "care", len(row))
    return build.table(
        "cla_visits",
        {
            "person_id": build.person(stays.child[row]),
            "visit_date": day,
            "seen": seen,
            "seen_alone": alone,
        },
    )


def _missing(draws: Draws, build: Builder, stays: Stays) -> pa.Table:
    """Missing episodes of some children of 10 or over, one after another."""
    begins = np.maximum(stays.begins + 1, birthday(stays.born, 10))
    years = np.maximum(stays.ends - 25 - begins, 0) / 365.25
    goes = draws.happens("care.missing_children", len(stays))
    own = draws.gamma(value("care.missing_a_year"), 0.8, len(stays))
    times = draws.poisson(np.where(goes, years * own, 0))
    row = np.repeat(np.arange(len(stays)), times)
    day = draws.between(begins[row], stays.ends[row] - 25)
    order = np.lexsort((day, row))
    row, day = row[order], day[order]
    back = day + draws.amounts("care.missing_days", len(day))
    after = np.ones(len(row), dtype=bool)
    after[1:] = (row[1:] != row[:-1]) | (
        day[1:] > np.maximum.accumulate(back + row * 100_000)[:-1] - row[1:] * 100_000
    )
    row, day, back = row[after], day[after], back[after]
    offered = draws.happens("care.interview_offered", len(row))
    return build.table(
        "missing",
        {
            "person_id": build.person(stays.child[row]),
            "start_date": day,
            "end_date": back,
            "missing_type": np.where(draws.happens("care.missing_away", len(row)), "A", "M"),
            "interview_offered": offered,
            "interview_accepted": offered & draws.happens("care.interview_accepted", len(row)),
        },
    )


def _workers(
    draws: Draws, build: Builder, referrals: Columns, stays: Stays, asked: Span, weight: float
) -> pa.Table:
    """Workers: one for each case, social workers in care one after another, advisers afterwards."""
    case = np.flatnonzero((referrals["path"] != "none") & (referrals["free"] >= asked.first))
    case_to = np.where(
        referrals["care"][case] < NEVER, referrals["care"][case], referrals["closed"][case]
    )
    steps = draws.amounts("care.worker_days", len(stays) * _MOST_REVIEWS).reshape(len(stays), -1)
    row, change = stepped(stays.begins, stays.ends - 1, steps)
    row = np.concatenate([np.arange(len(stays)), row])
    begins = np.concatenate([stays.begins, change])
    order = np.lexsort((begins, row))
    row, begins = row[order], begins[order]
    last = np.ones(len(row), dtype=bool)
    last[:-1] = row[1:] != row[:-1]
    ends = np.where(last, stays.ends[row], np.concatenate((begins[1:], [0]))[: len(row)])
    leaver = np.flatnonzero(referrals["leaver"] & (referrals["closed"] >= asked.first))
    child = np.concatenate([referrals["child"][case], stays.child[row], referrals["child"][leaver]])
    begins = np.concatenate([referrals["day"][case], begins, referrals["care_to"][leaver]])
    ends = np.concatenate([case_to, ends, referrals["closed"][leaver]])
    role = np.repeat(
        np.array(["Social worker", "Social worker", "Personal adviser"], dtype=object),
        [len(case), len(row), len(leaver)],
    )
    kept = np.flatnonzero(ends > begins)
    reason = draws.codes("care.worker_reason", len(child))
    reason = np.where(year_of(np.minimum(ends, 40000)) >= _REASONS_FROM, reason, "")
    worker = (draws.uniform(len(child)) * max(_WORKERS * weight, 5)).astype(np.int64)
    return build.table(
        "involvements",
        {
            "person_id": build.person(child[kept]),
            "worker_id": build.identifiers(worker[kept], "W"),
            "role": role[kept],
            "start_date": begins[kept],
            "end_date": ends[kept],
            "change_reason": reason[kept],
        },
    )


def _deprived_of_liberty(draws: Draws, build: Builder, stays: Stays) -> pa.Table:
    begins = np.maximum(stays.begins + 10, birthday(stays.born, 12))
    chosen = (stays.ends - begins > 60) & draws.happens("care.deprived_of_liberty", len(stays))
    of = np.flatnonzero(chosen)
    day = next_working(draws.between(begins[of], stays.ends[of] - 50))
    length = 28 + (draws.uniform(len(of)) * 150).astype(np.int32)
    return build.table(
        "deprivation_of_liberty",
        {
            "person_id": build.person(stays.child[of]),
            "start_date": day,
            "end_date": np.minimum(day + length, stays.ends[of]),
        },
    )


def _previous_permanence(draws: Draws, build: Builder, stays: Stays) -> pa.Table:
    old_enough = stays.begins - stays.born > 1500
    came_back = old_enough & ~stays.asylum & draws.happens("care.previous_permanence", len(stays))
    of = np.flatnonzero(came_back)
    child, at = np.unique(stays.child[of], return_index=True)
    of = of[at]
    year = year_of(draws.between(stays.born[of] + 400, stays.begins[of] - 300)) - 1
    option = np.array(["P1", "P2", "P3"], dtype=object)[(draws.uniform(len(of)) * 3).astype(int)]
    return build.table(
        "cla_previous_permanence",
        {
            "person_id": build.person(child),
            "option": option,
            "order_area": np.full(len(of), build.area, dtype=object),
            "order_date": np.char.add("zz/zz/", year.astype(str)).astype(object),
        },
    )
