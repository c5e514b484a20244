"""Health of children looked after: checks, immunisations, questionnaires, and the year's outcomes.

The yearly return is made of the same events that the other formats carry one by one, so that both
tell the same.
"""

import numpy as np
import pyarrow as pa

from goldenthread.synthetic.building import Builder
from goldenthread.synthetic.days import after_working, birthday, day, last_working, number
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.front_door import Span
from goldenthread.synthetic.placements import Stays


def health(draws: Draws, build: Builder, stays: Stays, asked: Span) -> dict[str, pa.Table]:
    """Each year of each stay: what was done in it, and the outcomes on 31 March."""
    stay, starts, ends = _years(stays, asked)
    begins = np.maximum(starts, stays.begins[stay])
    until = np.minimum(ends, stays.ends[stay] - 1)
    born = stays.born[stay]
    count = len(stay)

    def done(share: str, who: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """In which years something was done, and the working day it was done on."""
        when = last_working(draws.between(begins + 4, np.maximum(until, begins + 4)))
        return who & (until - begins > 40) & draws.happens(share, count), when

    everyone = np.ones(count, dtype=bool)
    under_five = birthday(born, 5) > ends
    ten = birthday(born, 10) <= begins
    checks = {
        "RHA": done("care.health_assessment", everyone),
        "DENTAL": done("care.dental_check", everyone),
        "DEVELOPMENT": done("care.development_check", under_five),
    }
    immunised, immunised_on = done("care.immunised", everyone)
    asked_status = until - begins > 40
    misused, misused_on = done("care.substance_misuse", ten)
    helped = misused & draws.happens("care.substance_help", count)
    convicted, convicted_on = done("care.convicted", ten)
    of_age = (birthday(born, 4) <= begins) & (birthday(born, 17) > ends) & (until - begins > 40)
    scored = of_age & draws.happens("care.sdq_received", count)
    completed = last_working(draws.between(begins + 4, np.maximum(until, begins + 4)))
    score = np.where(scored, draws.amounts("care.sdq_score", count), -1)
    no_score = np.where(of_age & ~scored, draws.codes("care.sdq_reason", count), "")

    def rows(name: str, which: np.ndarray, **columns: np.ndarray) -> pa.Table:
        kept = {key: column[which] for key, column in columns.items()}
        return build.table(name, {"person_id": build.person(stays.child[stay[which]]), **kept})

    # A year after the start of the year, still looked after: the return asks about these.
    cohort = (stays.begins[stay] <= starts) & (stays.ends[stay] > ends)
    young = np.ma.MaskedArray(checks["DEVELOPMENT"][0], ~under_five)
    outcomes = {
        "year_end": ends,
        "convicted": convicted,
        "immunisations": immunised,
        "teeth_check": checks["DENTAL"][0],
        "health_assessment": checks["RHA"][0],
        "substance_misuse": misused,
        "intervention_received": np.ma.MaskedArray(helped, ~misused),
        "intervention_offered": np.ma.MaskedArray(draws.happens(0.6, count), ~misused | helped),
        "health_check": young,
        "sdq_score": score,
        "sdq_reason": no_score,
    }
    return {
        "cla_health": _checks(draws, build, stays, stay, checks),
        "cla_immunisations": rows(
            "cla_immunisations", asked_status, up_to_date=immunised, status_date=immunised_on
        ),
        "cla_substance_misuse": rows(
            "cla_substance_misuse", misused, misuse_date=misused_on, intervention_received=helped
        ),
        "cla_convictions": rows("cla_convictions", convicted, conviction_date=convicted_on),
        "sdq_scores": rows(
            "sdq_scores", of_age, completed_date=completed, score=score, reason=no_score
        ),
        "cla_yearly_outcomes": rows("cla_yearly_outcomes", cohort, **outcomes),
    }


def _years(stays: Stays, asked: Span) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each year asked for, and the one before, of each stay that touches it."""
    first, last = day(asked.first).year - 1, day(asked.last).year
    found = []
    for year in range(first, last):
        starts, ends = number(day(asked.first).replace(year=year)), 0
        ends = number(day(asked.last).replace(year=year + 1))
        of = np.flatnonzero((stays.begins <= ends) & (stays.ends > starts))
        found.append((of, np.full(len(of), starts), np.full(len(of), ends)))
    return tuple(np.concatenate([each[at] for each in found]) for at in range(3))  # type: ignore[return-value]


def _checks(
    draws: Draws,
    build: Builder,
    stays: Stays,
    stay: np.ndarray,
    checks: dict[str, tuple[np.ndarray, np.ndarray]],
) -> pa.Table:
    """The initial health assessment of each stay, and the checks of each year."""
    count = len(stays)
    in_time = draws.happens("care.initial_health_in_time", count)
    wait = np.where(in_time, 4 + draws.uniform(count) * 17, 21 + draws.uniform(count) * 35)
    initial = after_working(stays.begins, wait.astype(np.int64))
    held = draws.happens("care.initial_health_done", count) & (initial < stays.ends)
    children = [stays.child[held]]
    dates = [initial[held]]
    kinds = [np.full(int(held.sum()), "IHA", dtype=object)]
    for kind, (which, when) in checks.items():
        children.append(stays.child[stay[which]])
        dates.append(when[which])
        kinds.append(np.full(int(which.sum()), kind, dtype=object))
    return build.table(
        "cla_health",
        {
            "person_id": build.person(np.concatenate(children)),
            "check_type": np.concatenate(kinds),
            "check_date": np.concatenate(dates),
            "status": np.full(sum(map(len, dates)), "Completed", dtype=object),
        },
    )
