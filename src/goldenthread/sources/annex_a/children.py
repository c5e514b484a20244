"""One row for each child, of all the rows of all the lists that tell something of the child."""

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.annex_a.filling import Filling, Place
from goldenthread.sources.annex_a.headings import heading
from goldenthread.sources.annex_a.sheets import ListSheet
from goldenthread.sources.spellings import flag_in
from goldenthread.tables import Found, table

CHILD_FIELDS = frozenset(
    {"person_id", "sex", "ethnicity", "birth_date", "disabled", "asylum_seeking"}
)

_ADOPTERS = 11

# A no in list 8 is about the last 12 months, and not about what the table asks.
_ASKS_OF_A_YEAR = 8

_ROW = "row"

# What cannot differ between two lists of one day.
_FIXED = ("birth_date", "sex")


def add_children(each: ListSheet, filling: Filling) -> None:
    """What a list tells of its children, a row for each of its rows with a child."""
    if "person_id" not in each.columns or each.list.number == _ADOPTERS:
        return
    made = {}
    if each.list.number == _ASKS_OF_A_YEAR:
        asked = each.texts("asylum_seeking")
        made["asylum_seeking"] = [
            "" if flag_in("asylum_seeking", text) == "no" else text for text in asked
        ]
    fields = {name: name for name in CHILD_FIELDS}
    filling.add("person", each, fields, made=made, of_a_child=True)


def one_row_each(rows: pa.Table, place: Place, file: str, found: Found) -> tuple[pa.Table, Place]:
    """Each child once, and where: a later list's word, filled from the earlier where it has none.

    ``child_contradicted`` names the cells of earlier lists that say another birth date or sex.
    """
    for column in _FIXED:
        _report_contradictions(rows, place, column, file, found)
    latest = pc.ScalarAggregateOptions(skip_nulls=True, min_count=0)
    schema = table("person").schema
    numbered = rows.append_column(_ROW, pa.array(range(rows.num_rows), pa.int64()))
    rest = [name for name in numbered.schema.names if name != "person_id"]
    each = numbered.group_by("person_id", use_threads=False).aggregate(
        [(name, "last", latest) for name in rest]
    )
    columns = [each[name if name == "person_id" else f"{name}_last"] for name in schema.names]
    last = each[f"{_ROW}_last"].to_pylist()
    merged = pa.Table.from_arrays(columns, schema=schema).combine_chunks()
    return merged, lambda row, column: place(last[row], column)


def _report_contradictions(
    rows: pa.Table, place: Place, column: str, file: str, found: Found
) -> None:
    counted = rows.group_by("person_id").aggregate([(column, "count_distinct")])
    several = pc.greater(counted[f"{column}_count_distinct"], 1)
    children = counted["person_id"].filter(several)
    if not len(children):
        return
    at = pc.indices_nonzero(pc.is_in(rows["person_id"], children.combine_chunks())).to_pylist()
    said = rows.select(["person_id", column]).take(at).to_pylist()
    last = {each["person_id"]: each[column] for each in said if each[column] is not None}
    other = [
        row
        for row, each in zip(at, said, strict=True)
        if each[column] not in (None, last[each["person_id"]])
    ]
    fault = Fault(
        "child_contradicted",
        f"{heading(1, column)}: another is told of this child in a later list, and that is taken. "
        "Correct one of the two.",
        file,
        severity=Severity.WARNING,
    )
    found.add_each(fault, (place(row, column) for row in other), len(other))
