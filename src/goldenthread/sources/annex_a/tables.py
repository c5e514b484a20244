"""Which table each list fills, and from which of its fields."""

from collections.abc import Callable, Mapping
from datetime import date

import pyarrow as pa

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.annex_a.child_in_need import child_in_need, referrals
from goldenthread.sources.annex_a.filling import Filling, said
from goldenthread.sources.annex_a.looked_after import looked_after
from goldenthread.sources.annex_a.sheets import ListSheet
from goldenthread.sources.spellings import code_in, flag_in
from goldenthread.tables import table

Fill = Callable[[ListSheet, date | None, Filling], None]


def fill(each: ListSheet, day: date | None, filling: Filling) -> None:
    """A list into the tables it tells of; ``day`` is the day of the lists."""
    _FILLS[each.list.number](each, day, filling)
    disabilities(each, filling)


def disabilities(each: ListSheet, filling: Filling) -> None:
    """The kind of disability, where a council writes it for the yes that is asked."""
    if not {"disabled", "person_id"} <= set(each.columns):
        return
    kinds = [_kind(text) for text in each.columns["disabled"]]
    only = [kind not in ("", "NONE") for kind in kinds]
    if any(only):
        fields = {"person_id": "person_id", "disability": "disabled"}
        made = {"disability": kinds}
        filling.add("disability", each, fields, made=made, only=only, of_a_child=True)


def _kind(text: str) -> str:
    plain = not said(text) or flag_in("", text) is not None
    return "" if plain else code_in("disability", text) or ""


def _alike(name: str) -> Fill:
    """A list whose fields are named as the table's columns."""

    def fills(each: ListSheet, _day: date | None, filling: Filling) -> None:
        filling.add(name, each, _same(name, each))

    return fills


def _same(name: str, each: ListSheet) -> dict[str, str]:
    columns = table(name).by_name
    return {field: field for field in each.list.fields if field in columns}


def _enquiries(each: ListSheet, _day: date | None, filling: Filling) -> None:
    """Section 47 enquiries, and of those with a day for it the initial conference."""
    filling.add("s47_enquiry", each, _same("s47_enquiry", each))
    name = "initial_cp_conference"
    fields = {"s47_start_date": "start_date"} | _same(name, each)
    only = [bool(said(text)) for text in each.texts("conference_date")]
    told = filling.conformed(name, each, fields, only=only)
    once = _first_of_each(told.rows)
    if len(once) < told.rows.num_rows:
        filling.found.add_each(
            Fault(
                "conference_told_twice",
                "A child's conference stands at two enquiries: it is counted once.",
                filling.file,
                severity=Severity.NOTE,
            ),
            (
                told.place(row, "conference_date")
                for row in range(told.rows.num_rows)
                if row not in once
            ),
            told.rows.num_rows - len(once),
        )
    kept = sorted(once)
    filling.put(
        name,
        told.rows.take(pa.array(kept, pa.int64())),
        lambda row, column: told.place(kept[row], column),
        told.untold,
    )
    filling.count(name, told.came_in, len(kept))


def _first_of_each(conferences: pa.Table) -> set[int]:
    """The rows that tell a conference of a child for the first time."""
    children = conferences["person_id"].to_pylist()
    days = conferences["conference_date"].to_pylist()
    first: dict[tuple[str, date], int] = {}
    for row, key in enumerate(zip(children, days, strict=True)):
        first.setdefault(key, row)
    return set(first.values())


def _care_leavers(each: ListSheet, day: date | None, filling: Filling) -> None:
    reported = day.isoformat() if day else ""
    made = {"reported_on": [reported] * len(each.rows)}
    filling.add("care_leavers", each, _same("care_leavers", each), made=made)


_FILLS: Mapping[int, Fill] = {
    1: _alike("contacts"),
    2: _alike("early_help_episodes"),
    3: referrals,
    4: _alike("cin_assessments"),
    5: _enquiries,
    6: child_in_need,
    7: _alike("cp_plans"),
    8: looked_after,
    9: _care_leavers,
    10: _alike("permanence"),
    11: _alike("adopters"),
}
