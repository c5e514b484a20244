"""After care: adoption with its decisions, those who adopt, and care leavers year by year."""

import numpy as np
import pyarrow as pa

from goldenthread.synthetic.building import Builder
from goldenthread.synthetic.courses import Columns
from goldenthread.synthetic.days import NEVER, birthday, last_working, next_working
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.families import Children
from goldenthread.synthetic.front_door import Span
from goldenthread.synthetic.placements import ORDER_PART, PLACED_PART, Stays
from goldenthread.synthetic.rates import value

_UNSUITABLE = ("S", "V", "W", "X")


def adoptions(draws: Draws, build: Builder, stays: Stays) -> dict[str, pa.Table]:
    """Decisions for adoption, some of them reversed; and the adopters."""
    length = stays.ends - stays.begins
    adopted = stays.kind == "adoption"
    young = birthday(stays.born, 6) > stays.begins
    other = young & ~adopted & (length > 450) & draws.happens("adoption.reversed", len(stays))
    of = np.flatnonzero(adopted | other)
    done = adopted[of]
    begins, part = stays.begins[of], length[of]

    def at(share: float) -> np.ndarray:
        return next_working((begins + part * share).astype(np.int32))

    order = (begins + part * ORDER_PART).astype(np.int32)
    placed = (begins + part * PLACED_PART).astype(np.int32)
    number_of = 1 + draws.happens(0.84, len(of)).astype(np.int32)
    couple = np.where(
        draws.happens(0.88, len(of)), "MF", np.where(draws.happens(0.5, len(of)), "FF", "MM")
    )
    single = np.where(draws.happens(0.9, len(of)), "F1", "M1")
    sexes = np.where(number_of == 2, couple, single)
    married = np.where(couple == "MF", "L11", "L12")
    unmarried = np.where(couple == "MF", "L3", "L4")
    status = np.where(draws.happens(0.8, len(of)), married, unmarried)
    reversal = np.array(["RD1", "RD2", "RD3", "RD4"])[(draws.uniform(len(of)) * 4).astype(int)]
    table = build.table(
        "permanence",
        {
            "person_id": build.person(stays.child[of]),
            "entered_care_date": begins,
            "decision_date": last_working(order - 10),
            "placement_order_date": np.where(done, order, NEVER),
            "matched_date": np.where(done, last_working(placed - 14), NEVER),
            "placed_date": np.where(done, placed, NEVER),
            "order_date": np.where(done, stays.ends[of], NEVER),
            "reversed_date": np.where(done, NEVER, at(0.9)),
            "reversed_reason": np.where(done, "", reversal),
            "adopter_was_carer": np.ma.MaskedArray(draws.happens("adoption.carer", len(of)), ~done),
            "adopters": np.where(done, number_of, -1),
            "adopters_sex": np.where(done, sexes, ""),
            "adopters_status": np.where(done, np.where(number_of == 2, status, "L0"), ""),
        },
    )
    return {
        "permanence": table,
        "adopters": _adopters(draws, build, stays.ends[of][done], placed[done]),
    }


def _adopters(draws: Draws, build: Builder, order: np.ndarray, placed: np.ndarray) -> pa.Table:
    """Two of a family for each adoption, and others who asked and left."""
    others = int(len(order) * (value("adoption.enquiries") - 1))
    took = np.concatenate([np.ones(len(order), dtype=bool), np.zeros(others, dtype=bool)])
    chosen = (draws.uniform(others) * max(len(order), 1)).astype(int)
    last = np.concatenate([placed, placed[chosen] if len(order) else placed[:0]])
    ends = np.concatenate([order, np.full(others, NEVER)])
    family = np.repeat(np.arange(len(took)), 2)
    asked = last - 420 - (draws.uniform(len(took)) * 200).astype(np.int32)
    left = asked + 40 + (draws.uniform(len(took)) * 160).astype(np.int32)

    def when(days: int, of_all: bool = False) -> np.ndarray:
        day = next_working((asked + days).astype(np.int32))
        stays = took | (day < left) if of_all else took
        return np.where(stays, day, NEVER)[family]

    reason = np.array(["WITHDREW", "HOLD", "REFUSED"], dtype=object)
    why = reason[np.minimum((draws.uniform(len(took)) * 4).astype(int), 2)]
    return build.table(
        "adopters",
        {
            "adopter_id": build.identifiers(np.arange(len(family)), "D"),
            "family_id": build.identifiers(family, "F"),
            "enquiry_date": next_working(asked.astype(np.int32))[family],
            "stage_1_start": when(20, True),
            "stage_1_end": when(80, True),
            "stage_2_start": when(90, True),
            "stage_2_end": when(210),
            "application_date": when(60, True),
            "approved_date": when(225),
            "matched_date": np.where(took, last_working((last - 14).astype(np.int32)), NEVER)[
                family
            ],
            "placed_date": np.where(took, last, NEVER)[family],
            "children_placed": np.where(took, 1, -1)[family],
            "order_date": np.where(took, ends, NEVER)[family],
            "left_date": np.where(took, NEVER, next_working(left.astype(np.int32)))[family],
            "left_reason": np.where(took, "", why)[family],
        },
    )


def care_leavers(
    draws: Draws, build: Builder, children: Children, referrals: Columns, asked: Span
) -> pa.Table:
    """Each care leaver on each birthday from leaving care to the twenty-first."""
    of = np.flatnonzero(referrals["leaver"] & (referrals["closed"] >= asked.first))
    child = referrals["child"][of]
    rows, days, ages = [], [], []
    for reached in (17, 18, 19, 20, 21):
        day = birthday(children.born[child], reached)
        due = np.flatnonzero(day >= referrals["care_to"][of])
        rows.append(due)
        days.append(day[due])
        ages.append(np.full(len(due), reached))
    row, day, age = np.concatenate(rows), np.concatenate(days), np.concatenate(ages)
    count = len(row)
    touch = draws.codes("leaving.in_touch", count)
    known = touch == "YES"
    home = np.where(known, draws.codes("leaving.accommodation", count), "0")
    suitable = ~np.isin(home, _UNSUITABLE) & draws.happens("leaving.suitable", count)
    wait = np.where(known, 2 + draws.uniform(count) * 50, 90 + draws.uniform(count) * 250)
    return build.table(
        "care_leavers",
        {
            "person_id": build.person(child[row]),
            "reported_on": day,
            "eligibility": np.where(age < 18, "RELEVANT", "FORMER RELEVANT"),
            "in_touch": touch,
            "latest_contact": last_working((day - wait).astype(np.int32)),
            "accommodation": home,
            "suitable": np.ma.MaskedArray(suitable, ~known),
            "activity": np.where(known, draws.codes("leaving.activity", count), "0"),
            "pathway_review_date": last_working(
                (day - 5 - draws.uniform(count) * 200).astype(np.int32)
            ),
        },
    )
