"""From courses to records: referrals, assessments with factors, plans for children in need."""

import numpy as np
import pyarrow as pa

from goldenthread.synthetic.building import Builder, stepped
from goldenthread.synthetic.courses import Columns
from goldenthread.synthetic.days import NEVER, after_working, next_working, year_of
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.families import Children
from goldenthread.synthetic.rates import bands

# Codes that came late, with what was written before: the first collection year and the older code.
_FACTORS_BEFORE = (("18B", 2021, "18A"), ("18C", 2021, "18A"), ("19B", 2021, "19A"),
                   ("19C", 2021, "19A"), ("24A", 2022, "13A"))  # fmt: skip
_TEAMS = np.array(
    (
        "Assessment",
        "Children in need",
        "Protection and court",
        "Children looked after",
        "Children with disabilities",
    ),
    dtype=object,
)


def source_of_its_year(source: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Codes of who told, as they are in the year of each day: early help had none before 2023."""
    early = (source == "5D") & (year_of(day) < 2023)
    made: np.ndarray = np.where(early, "5B", source)
    return made


def episodes(build: Builder, referrals: Columns) -> pa.Table:
    """Every referral, with the case it opened."""
    path = referrals["path"]
    team = np.select(
        [referrals["care"] < NEVER, path == "long_term", path == "plan", referrals["plan"] < NEVER],
        [3, 4, 1, 2],
        0,
    )
    return build.table(
        "cin_episodes",
        {
            "referral_id": build.identifiers(np.arange(len(path)), "R"),
            "person_id": build.person(referrals["child"]),
            "referral_date": referrals["day"],
            "source": source_of_its_year(referrals["source"], referrals["day"]),
            "primary_need": np.where(path == "none", "", referrals["need"]),
            "no_further_action": path == "none",
            "closure_date": referrals["closed"],
            "closure_reason": referrals["reason"],
            "team": _TEAMS[team],
        },
    )


def assessments(
    draws: Draws, build: Builder, children: Children, referrals: Columns
) -> dict[str, pa.Table]:
    """The first assessment of each case, second ones in some, and the factors found."""
    first = np.flatnonzero(referrals["assessed_from"] < NEVER)
    begins, ends = referrals["assessed_from"][first], referrals["assessed_to"][first]
    long_enough = referrals["free"][first] - ends > 120
    again = first[long_enough & draws.happens("assessments.second", len(first))
                  & np.isin(referrals["path"][first], _PATHS_WITH_MORE)]  # fmt: skip
    grown = np.minimum(referrals["adult"][again], referrals["free"][again]) - 100
    from_day = referrals["assessed_to"][again] + 30
    later = next_working(
        draws.between(from_day, np.maximum(np.minimum(grown, from_day + 330), from_day))
    )
    takes = draws.amounts("assessments.working_days", len(again))
    done = after_working(later, takes)
    fits = done <= np.minimum(referrals["adult"][again], referrals["free"][again])
    of = np.concatenate([first, again[fits]])
    begins, ends = np.concatenate([begins, later[fits]]), np.concatenate([ends, done[fits]])
    numbers = np.arange(len(of))
    table = build.table(
        "cin_assessments",
        {
            "assessment_id": build.identifiers(numbers, "A"),
            "person_id": build.person(referrals["child"][of]),
            "referral_id": build.identifiers(of, "R"),
            "start_date": begins,
            "authorisation_date": ends,
            "child_seen": draws.happens("assessments.child_seen", len(of)),
            "needs_social_care": referrals["path"][of] != "not_in_need",
        },
    )
    return {
        "cin_assessments": table,
        "assessment_factors": _factors(draws, build, children, referrals, of, begins),
    }


_PATHS_WITH_MORE = ("plan", "protected", "protected_then_care", "care", "long_term")


def _factors(
    draws: Draws,
    build: Builder,
    children: Children,
    referrals: Columns,
    of: np.ndarray,
    begins: np.ndarray,
) -> pa.Table:
    """The factors of each assessment, each code once; unaccompanied children have theirs."""
    count = len(of)
    number = draws.amounts("assessments.number_of_factors", count)
    # Where nothing is found, and nothing further is done, the return asks for the code 21.
    none = (referrals["path"][of] == "not_in_need") & draws.happens("assessments.no_factor", count)
    row = np.repeat(np.arange(count), number)
    factor = np.where(none[row], "21", draws.codes("assessments.factors", len(row)))
    asylum = np.flatnonzero(children.asylum[referrals["child"][of]])
    row = np.concatenate([row, asylum])
    factor = np.concatenate([factor, np.full(len(asylum), "9A", dtype=object)])
    year = year_of(begins[row])
    for code, came, before in _FACTORS_BEFORE:
        factor = np.where((factor == code) & (year < came), before, factor)
    known, which = np.unique(factor.astype(str), return_inverse=True)
    once = np.unique(row.astype(np.int64) * len(known) + which)
    row, which = once // max(len(known), 1), once % max(len(known), 1)
    return build.table(
        "assessment_factors",
        {
            "assessment_id": build.identifiers(row, "A"),
            "person_id": build.person(referrals["child"][of][row]),
            "start_date": begins[row],
            "factor": known.astype(object)[which],
        },
    )


def plans_in_need(draws: Draws, build: Builder, referrals: Columns) -> dict[str, pa.Table]:
    """Plans for children in need, and the visits while they run."""
    of = np.flatnonzero(referrals["in_need"] < NEVER)
    begins, ends = referrals["in_need"][of], referrals["in_need_to"][of]
    plans = build.table(
        "cin_plans",
        {
            "plan_id": build.identifiers(np.arange(len(of)), "N"),
            "person_id": build.person(referrals["child"][of]),
            "referral_id": build.identifiers(of, "R"),
            "start_date": begins,
            "end_date": ends,
        },
    )
    row, day = visits(draws, begins, ends, "in_need.visit_every")
    seen, alone = seen_and_alone(draws, "in_need", len(row))
    made = build.table(
        "cin_visits",
        {
            "person_id": build.person(referrals["child"][of][row]),
            "visit_date": day,
            "seen": seen,
            "seen_alone": alone,
        },
    )
    return {"cin_plans": plans, "cin_visits": made}


def visits(
    draws: Draws, begins: np.ndarray, ends: np.ndarray, every: str, working: bool = True
) -> tuple[np.ndarray, np.ndarray]:
    """The visits from a first day to a last: the row of each, and its day, always a working day.

    They are drawn for rows of like length together, so that one long row does not make all long.
    """
    least = int(bands(every)[0].min()) * (7 / 5 if working else 1)
    most = np.ceil((ends - begins) / least).astype(np.int64) + 1
    rows, days = [], []
    size = np.ceil(np.log2(np.maximum(most, 1))).astype(int)
    for each in np.unique(size):
        of = np.flatnonzero(size == each)
        steps = draws.amounts(every, len(of) * 2**each).reshape(len(of), -1)
        if working:
            steps = np.round(steps * 7 / 5).astype(np.int32)
        row, day = stepped(begins[of], ends[of], steps)
        rows.append(of[row])
        days.append(day)
    if not rows:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int32)
    row, day = np.concatenate(rows), next_working(np.concatenate(days))
    inside = day <= ends[row]
    return row[inside], day[inside]


def seen_and_alone(draws: Draws, kind: str, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Whether the child was seen at each visit, and alone."""
    seen = draws.happens(f"{kind}.seen", count)
    return seen, seen & draws.happens(f"{kind}.seen_alone", count)
