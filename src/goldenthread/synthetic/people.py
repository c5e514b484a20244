"""Who the children are: the person, disabilities, asylum, mothers. No name, and no number that
could be anybody's."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.building import Builder
from goldenthread.synthetic.courses import Columns
from goldenthread.synthetic.days import NEVER, birthday
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.families import Children

_SCHOOL_AGE = 5 * 365
# A pupil number begins with one of 23 letters, which never are I, O or S: these are nobody's.
_IMPOSSIBLE = np.array(["I", "O", "S"], dtype=object)


def people(
    draws: Draws, build: Builder, children: Children, referrals: Columns, last: int
) -> dict[str, pa.Table]:
    """The tables that describe a child and not an event, as of the day ``last``."""
    count = len(children)
    everyone = np.arange(count)
    died = np.full(count, NEVER, dtype=np.int32)
    gone = referrals["died"] < NEVER
    died[referrals["child"][gone]] = referrals["died"][gone]
    mother, baby_born = _mothers(draws, children, referrals)
    is_mother = np.zeros(count, dtype=bool)
    is_mother[mother] = True
    numbered = draws.happens("children.known_to_school", count) & ~children.asylum
    school_age = children.born + _SCHOOL_AGE < last
    upn = np.where(numbered & school_age, _IMPOSSIBLE[everyone % 3], "")
    person = build.table(
        "person",
        {
            "person_id": build.person(everyone),
            "sex": children.sex,
            "ethnicity": children.ethnicity,
            "birth_date": children.born,
            "death_date": died,
            "upn": _pupil_numbers(build.area, everyone, upn),
            "upn_unknown": np.where(
                upn != "", "", np.where(school_age, np.where(children.asylum, "UN3", "UN4"), "UN1")
            ),
            "disabled": children.disabled,
            "asylum_seeking": children.asylum,
            "is_mother": is_mother,
        },
    )
    asylum = np.flatnonzero(children.asylum)
    entered = np.full(count, NEVER, dtype=np.int64)
    np.minimum.at(entered, referrals["child"], referrals["day"])
    return {
        "person": person,
        "disability": _disabilities(draws, build, children),
        "immigration_status": build.table(
            "immigration_status",
            {
                "person_id": build.person(asylum),
                "status": np.full(len(asylum), "UASC", dtype=object),
                "start_date": entered[asylum],
                "end_date": birthday(children.born[asylum], 18),
            },
        ),
        "mother": build.table(
            "mother", {"person_id": build.person(mother), "child_birth_date": baby_born}
        ),
    }


def _pupil_numbers(area: str, child: np.ndarray, letter: np.ndarray) -> pa.Array:
    """A letter that is never used, the area and eleven digits in all, and a digit."""
    digits = pc.utf8_lpad(pa.array(child + 1).cast(pa.string()), 9, "0")
    lead = pa.scalar(area[:3].rjust(3, "0"), pa.string())
    whole = pc.binary_join_element_wise(pa.array(letter, pa.string()), lead, digits, "")
    return pc.if_else(
        pa.array(np.asarray(letter == "", dtype=bool)), pa.scalar(None, pa.string()), whole
    )


def _disabilities(draws: Draws, build: Builder, children: Children) -> pa.Table:
    of = np.flatnonzero(children.disabled)
    first = draws.codes("children.disability", len(of))
    more = draws.happens("children.second_disability", len(of))
    second = draws.codes("children.disability", len(of))
    more &= np.asarray(first != second, dtype=bool)
    return build.table(
        "disability",
        {
            "person_id": build.person(np.concatenate([of, of[more]])),
            "disability": np.concatenate([first, second[more]]),
        },
    )


def _mothers(draws: Draws, children: Children, referrals: Columns) -> tuple[np.ndarray, np.ndarray]:
    """A few girls of 16 or over who are looked after and have a child."""
    girl = np.asarray(children.sex[referrals["child"]] == "F", dtype=bool)
    ends = np.where(referrals["care_to"] < NEVER, referrals["care_to"], 0)
    sixteen = birthday(children.born[referrals["child"]], 16)
    begins = np.maximum(np.where(referrals["care"] < NEVER, referrals["care"], NEVER), sixteen)
    chosen = girl & (ends - begins > 30) & draws.happens("care.mother", len(girl))
    child, at = np.unique(referrals["child"][chosen], return_index=True)
    born = draws.between(begins[chosen][at], ends[chosen][at])
    return child, born
