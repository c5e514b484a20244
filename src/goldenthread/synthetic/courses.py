"""What follows one referral of a child: the days of all that happens until the case closes.

A course is a set of columns, one place for each referral of a child, with NEVER where something
does not happen. Days are in order by how they are made: a plan begins at a conference, care ends a
plan, a case closes after everything in it, and nothing but leaving care goes on after 18.
"""

import numpy as np

from goldenthread.synthetic.days import (
    NEVER,
    after_working,
    birthday,
    last_working,
    next_working,
    year_of,
)
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.rates import value
from goldenthread.synthetic.stays import case_closes, leaves_care, stays

Columns = dict[str, np.ndarray]


def courses(draws: Draws, born: np.ndarray, asylum: np.ndarray, referrals: Columns) -> Columns:
    """The days of each course, from ``day`` and ``path`` of the referrals."""
    day, path = referrals["day"], referrals["path"]
    count = len(day)
    adult = birthday(born, 18)
    made: Columns = {"adult": adult}
    acted = path != "none"

    begins = after_working(next_working(day), draws.amounts("assessments.begin", count))
    made["assessed_from"] = np.where(acted, begins, NEVER)
    takes = draws.amounts("assessments.working_days", count)
    made["assessed_to"] = np.where(acted, after_working(begins, takes), NEVER)

    _protection(draws, made, day, path)
    _care(draws, made, day, path, born, asylum)
    _plans_in_need(draws, made, path)
    _closing(draws, made, day, path, born)
    return made


def _protection(draws: Draws, made: Columns, day: np.ndarray, path: np.ndarray) -> None:
    """Section 47 enquiry, conference and protection plan, with the plan's own end."""
    count = len(day)
    protected = (path == "protected") | (path == "protected_then_care")
    share = np.array([value("protection.enquiry_if")[each] for each in _PATHS])[_index(path)]
    enquired = draws.happens(share, count)
    held = protected | (
        (path == "plan") & draws.happens("protection.conference_without_plan", count)
    )
    transferred = protected & draws.happens("protection.transferred_in", count)
    enquired = (enquired | held) & ~transferred
    after = draws.amounts("protection.enquiry_after", count)
    # Enquiries that lead to a conference begin soon; others may come late in a case.
    after = np.where(path == "not_in_need", np.minimum(after, 3), after)
    enquiry = next_working((day + after).astype(np.int32))
    made["enquiry"] = np.where(enquired, enquiry, NEVER)
    takes = draws.amounts("protection.enquiry_days", count)
    made["enquiry_to"] = np.where(enquired, after_working(enquiry, takes), NEVER)
    wait = draws.amounts("protection.conference_working_days", count)
    made["conference"] = np.where(held, after_working(enquiry, wait), NEVER)
    made["transferred"] = transferred
    made["plan"] = np.where(protected, made["conference"], NEVER)
    length = draws.amounts("protection.plan_days", count)
    ends = next_working((np.minimum(made["plan"], NEVER - 5000) + length).astype(np.int32))
    adult = last_working(made["adult"])
    made["plan_to"] = np.where(protected, np.maximum(np.minimum(ends, adult), made["plan"]), NEVER)


def _care(
    draws: Draws,
    made: Columns,
    day: np.ndarray,
    path: np.ndarray,
    born: np.ndarray,
    asylum: np.ndarray,
) -> None:
    """A stay in care, from a plan or straight from the referral; never before birth or after 18."""
    count = len(day)
    from_plan = path == "protected_then_care"
    breaks = (path == "long_term") & draws.happens("care.short_breaks", count)
    looked_after = from_plan | (path == "care") | breaks
    after_plan = np.minimum(made["plan"], NEVER - 5000) + draws.amounts(
        "protection.care_after", count
    )
    after_day = day + draws.amounts("care.begins_after", count)
    begins = np.where(from_plan, after_plan, np.where(asylum, day, after_day)).astype(np.int32)
    begins = np.maximum(begins, born)
    looked_after &= begins < made["adult"] - 30
    kind, ends, reason = stays(draws, born, begins, asylum)
    long_breaks = np.minimum(begins + draws.waits(700.0, count), made["adult"]).astype(np.int32)
    made["care"] = np.where(looked_after, begins, NEVER)
    made["care_to"] = np.where(looked_after, np.where(breaks, long_breaks, ends), NEVER)
    made["care_kind"] = np.where(looked_after, np.where(breaks, "breaks", kind), "")
    made["care_end"] = np.where(looked_after, np.where(breaks, "E8", reason), "")
    made["leaver"] = looked_after & ~breaks & leaves_care(born, begins, made["care_to"])
    made["plan_to"] = np.where(from_plan & looked_after, made["care"], made["plan_to"])


def _plans_in_need(draws: Draws, made: Columns, path: np.ndarray) -> None:
    """Plans for children in need: after the assessment, or after a protection plan."""
    count = len(path)
    stepped = (path == "protected") & draws.happens("in_need.plan_after_protection", count)
    of_path = (path == "plan") | ((path == "long_term") & (made["care"] == NEVER))
    assessed = np.minimum(made["assessed_to"], NEVER - 5000)
    first = after_working(next_working(assessed), draws.amounts("assessments.begin", count))
    # A plan waits until a conference has decided against protection.
    first = np.maximum(first, np.where(made["conference"] < NEVER, made["conference"], 0))
    begins = np.where(stepped, made["plan_to"], np.where(of_path, first, NEVER)).astype(np.int32)
    mean = np.where(
        path == "long_term", value("in_need.long_term_days"), value("in_need.plan_days")
    )
    length = draws.gamma(1.0, 1.6, count) * np.where(stepped, 0.65, 1.0) * mean
    open_until = np.minimum(begins, NEVER - 20000) + np.ceil(length).astype(np.int32) + 14
    ends = next_working(open_until.astype(np.int32))
    adult = last_working(made["adult"])
    made["in_need"] = np.where(begins < adult - 30, begins, NEVER)
    made["in_need_to"] = np.where(made["in_need"] < NEVER, np.minimum(ends, adult), NEVER)


def _closing(
    draws: Draws, made: Columns, day: np.ndarray, path: np.ndarray, born: np.ndarray
) -> None:
    """When and why the case closes: after everything in it. No further action leaves no case."""
    count = len(day)
    last = day.copy()
    for name in ("assessed_to", "enquiry_to", "conference", "plan_to", "in_need_to", "care_to"):
        last = np.maximum(last, np.where(made[name] < NEVER, made[name], 0))
    short = path == "short"
    last = np.where(short, last + draws.waits("in_need.short_days", count, 0.8), last)
    few = draws.amounts("assessments.begin", count)
    closes = after_working(next_working(last.astype(np.int32)), few)
    in_care = made["care"] < NEVER
    after_care = case_closes(draws, born, np.where(in_care, made["care_to"], day), made["leaver"])
    closes = np.where(in_care, np.maximum(after_care, last), closes)
    # At 18 a case closes whatever is in it, but for what was already over by then.
    closes = np.where(made["leaver"], closes, np.minimum(closes, np.maximum(last, made["adult"])))
    made["closed"] = np.where(path == "none", NEVER, closes).astype(np.int32)
    made["free"] = np.where(path == "none", day, made["closed"])

    early = draws.happens("in_need.early_help_after_assessment", count)
    rejected = np.where(early & (year_of(np.minimum(closes, 40000)) >= 2023), "RC9", "RC8")
    reason = np.where(path == "not_in_need", rejected, draws.codes("in_need.closure_reason", count))
    ended = made["care_end"]
    for codes, meant in _AFTER_CARE:
        reason = np.where(np.isin(ended, codes), meant, reason)
    reason = np.where(made["leaver"], "RC7", reason)
    died = (ended == "E2") | (
        (path != "not_in_need") & draws.happens("children.died", count) & (ended == "")
    )
    made["died"] = np.where(died, np.where(ended == "E2", made["care_to"], made["closed"]), NEVER)
    made["closed"] = np.where(ended == "E2", made["care_to"], made["closed"]).astype(np.int32)
    made["reason"] = np.where(path == "none", "", np.where(died, "RC2", reason)).astype(object)


_PATHS = ("none", "not_in_need", "short", "plan", "protected", "protected_then_care", "care",
          "long_term")  # fmt: skip
_AFTER_CARE = (
    (("E11", "E12"), "RC1"),
    (("E41",), "RC3"),
    (("E45", "E46", "E47", "E48"), "RC4"),
    (("E3",), "RC5"),
)


def _index(path: np.ndarray) -> np.ndarray:
    numbers = np.zeros(len(path), dtype=np.int8)
    for at, name in enumerate(_PATHS):
        numbers[path == name] = at
    return numbers
