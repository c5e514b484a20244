"""How long a child is looked after, and how it ends."""

import numpy as np

from goldenthread.synthetic.days import NEVER, birthday, last_working, next_working
from goldenthread.synthetic.draws import Draws

# Kinds of stay, by the ages a child may enter at.
_AGES = ((0, "care.kinds.under_1"), (1, "care.kinds.from_1"), (5, "care.kinds.from_5"),
         (10, "care.kinds.from_10"), (16, "care.kinds.from_16"))  # fmt: skip

# Someone looked after for 13 weeks from 14 on, and at 16 or over, is a care leaver afterwards.
THIRTEEN_WEEKS = 91


def stays(
    draws: Draws, born: np.ndarray, begins: np.ndarray, asylum: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The kind of each stay ("brief", "while", "adoption", "long"), its end and why it ended."""
    count = len(born)
    age = (begins - born) / 365.25
    kind = np.empty(count, dtype=object)
    for least, name in _AGES:
        kind = np.where(age >= least, draws.codes(name, count), kind)
    kind = np.where(age < 0, draws.codes("care.kinds.under_1", count), kind)
    kind = np.where(asylum, "long", kind)
    eighteen = birthday(born, 18)
    length = np.select(
        [kind == "brief", kind == "while", kind == "adoption"],
        [draws.amounts(f"care.{name}_days", count) for name in ("brief", "while", "adoption")],
        0,
    )
    ends = next_working((begins + length).astype(np.int32))
    ends = np.where(kind == "long", eighteen, ends)
    reason = np.select(
        [kind == name for name in ("brief", "while", "adoption")],
        [draws.codes(f"care.end_{name}", count) for name in ("brief", "while", "adoption")],
        draws.codes("care.end_long", count),
    )
    grown = ends >= eighteen
    reason = np.where(grown, draws.codes("care.end_long", count), reason)
    kind = np.where(grown, "long", kind)
    ends = np.where(grown, eighteen, ends)
    died = draws.happens("children.died", count) & (ends - begins > 30)
    reason = np.where(died, "E2", reason)
    return kind, ends.astype(np.int32), reason


def leaves_care(born: np.ndarray, begins: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Who is a care leaver after the stay."""
    from_fourteen = np.maximum(begins, birthday(born, 14))
    return np.asarray((ends - from_fourteen >= THIRTEEN_WEEKS) & (ends >= birthday(born, 16)))


def case_closes(draws: Draws, born: np.ndarray, ends: np.ndarray, leaver: np.ndarray) -> np.ndarray:
    """When the case closes after care: for care leavers at 21, for others some weeks later."""
    soon = next_working(ends + draws.amounts("care.begins_after", len(ends)))
    soon = np.maximum(np.minimum(soon, birthday(born, 18)), ends)
    return np.where(leaver, last_working(birthday(born, 21)), np.where(ends >= NEVER, NEVER, soon))
