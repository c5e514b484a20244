"""Makes the tables from what was gathered of a census."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault
from goldenthread.sources.cin_census import layout
from goldenthread.sources.cin_census.columns import (
    KNOWN_BY,
    OF_ONE_KIND,
    PERSON,
    OfChild,
    OfHolder,
    Own,
    Told,
)
from goldenthread.sources.cin_census.header import Header
from goldenthread.sources.statutory import digests, sexes
from goldenthread.sources.statutory.gathered import Gathered, taken
from goldenthread.sources.statutory.kept import Kept, first_of_each, fitted, together
from goldenthread.tables import Column, Found, table
from goldenthread.tables.conform import Context

# Where each column comes from: cells of the file, or an Arrow array made of them.
Columns = Mapping[str, Any]


class Census:
    """The tables of one census."""

    def __init__(self, gathered: Gathered, header: Header, file: str, found: Found) -> None:
        self._gathered = gathered
        self._header = header
        self._file = file
        self._found = found
        self._named: dict[str, pa.Array] = {}

    def tables(self) -> dict[str, Kept]:
        """Every table a census fills."""
        made = {"person": self._person(), "initial_cp_conference": self._conferences()}
        for name, (kind, own, holder, columns) in OF_ONE_KIND.items():
            named: dict[str, Any] = {"person_id": PERSON}
            if own:
                named[own] = self._names(kind)
            if holder:
                named[holder] = self._names_of_holders(kind)
            made[name] = self._made(name, kind, {**named, **columns})
        return dict(sorted(made.items()))

    def _person(self) -> Kept:
        gathered, kind = self._gathered, layout.CHILD
        sex = gathered.cell(kind, "Sex")
        gender = gathered.cell(kind, "GenderCurrent")
        for texts, letters, cell in ((sex, True, "Sex"), (gender, False, "GenderCurrent")):
            place = partial(gathered.place, kind, cell=cell)
            sexes.report_form(texts, letters, self._file, place, self._found)
        kept = self._made(
            "person",
            kind,
            {
                "person_id": Own("LAchildID"),
                "sex": pc.coalesce(_filled(sex), gender),
                "ethnicity": Own("Ethnicity"),
                "birth_date": Own("PersonBirthDate"),
                "expected_birth_date": Own("ExpectedPersonBirthDate"),
                "death_date": Own("PersonDeathDate"),
                "upn": Own("UPN"),
                "upn_unknown": Own("UPNunknown"),
                "disabled": self._disabled(),
            },
        )
        again = Fault(
            "child_twice",
            "This child stands in the census already: the first is kept of what is told of the "
            "child, and every referral of both. Make one child of them where it was exported.",
            self._file,
        )
        return first_of_each(kept, ["person_id"], self._found, again, "person_id")

    def _disabled(self) -> pa.Array:
        """Whether any disability is told of a child; null where not even NONE is."""
        rows = self._gathered.rows[layout.DISABILITY]
        told: list[str | None] = [None] * self._gathered.size(layout.CHILD)
        for text, child in zip(rows.cells[0], rows.children, strict=True):
            word = (text or "").strip().upper()
            if child >= 0 and word:
                told[child] = "1" if word != "NONE" else told[child] or "0"
        return pa.array(told, pa.string())

    def _conferences(self) -> Kept:
        """Those a section 47 enquiry led to, and those of children who came with a plan."""
        enquiry: dict[str, Any] = {
            "referral_id": self._names_of_holders(layout.SECTION_47),
            "s47_start_date": Own("S47ActualStartDate"),
            "target_date": Own("InitialCPCtarget"),
        }
        transfer: dict[str, Any] = {"referral_id": self._names(layout.DETAILS)}
        parts = []
        for kind, more, came in (
            (layout.SECTION_47, enquiry, "0"),
            (layout.DETAILS, transfer, "1"),
        ):
            dates = _filled(self._gathered.cell(kind, "DateOfInitialCPC"))
            columns: dict[str, Any] = {
                "person_id": PERSON,
                "conference_date": Own("DateOfInitialCPC"),
                "transfer_in": pa.array([came] * len(dates), pa.string()),
            }
            held = np.flatnonzero(dates.is_valid())
            parts.append(self._made("initial_cp_conference", kind, columns | more, held))
        return together(parts)

    def _names(self, kind: str) -> pa.Array:
        """A name for each row, of the child and the day it is known by."""
        if kind not in self._named:
            children = self._gathered.of_child(kind, "LAchildID").to_pylist()
            days = self._gathered.cell(kind, KNOWN_BY[kind]).to_pylist()
            area = self._header.area
            names = [
                digests.of_identity((kind, area, child, day))
                for child, day in zip(children, days, strict=True)
            ]
            self._named[kind] = pa.array(names, pa.string())
        return self._named[kind]

    def _names_of_holders(self, kind: str) -> pa.Array:
        """The name of what each row stands in: of an assessment the referral."""
        rows = self._gathered.rows[kind]
        return taken(self._names(rows.kind.within), rows.holders)

    def _made(self, name: str, kind: str, columns: Columns, only: np.ndarray | None = None) -> Kept:
        """One table from the rows of a kind, or from some of them."""
        cells = {column: self._cells(kind, source) for column, source in columns.items()}
        numbers = np.arange(self._gathered.size(kind)) if only is None else only
        if only is not None:
            cells = {column: each.take(pa.array(only)) for column, each in cells.items()}

        def place(row: int, column: str) -> str:
            return self._place(kind, int(numbers[row]), columns.get(column))

        context = Context(
            file=self._file,
            area=self._header.area,
            place=place,
            year=self._header.year,
            meaning=_meaning,
            heading=lambda column: _heading(column, columns.get(column)),
        )
        lost = self._gathered.lost.get(kind, 0) if only is None else 0
        return fitted(table(name), cells, context, self._found, lost=lost)

    def _cells(self, kind: str, source: Told | pa.Array) -> pa.Array:
        if isinstance(source, Own):
            return self._gathered.cell(kind, source.name)
        if isinstance(source, OfChild):
            return self._gathered.of_child(kind, source.name)
        if isinstance(source, OfHolder):
            return self._gathered.of_holder(kind, source.name)
        return source

    def _place(self, kind: str, row: int, source: Told | pa.Array | None) -> str:
        if isinstance(source, Own):
            return self._gathered.place(kind, row, source.name)
        if isinstance(source, OfChild):
            return self._gathered.child_place(kind, row, source.name)
        if isinstance(source, OfHolder):
            return self._gathered.holder_place(kind, row, source.name)
        return self._gathered.place(kind, row)


def _heading(column: str, source: Told | pa.Array | None) -> str:
    """What the census calls a column."""
    if isinstance(source, Own | OfChild | OfHolder):
        return source.name
    return _MADE.get(column, column)


# What the census calls that which is made of several of its cells.
_MADE = {"sex": "Sex", "disabled": layout.DISABILITY}


def _meaning(column: Column, text: str) -> str:
    return sexes.meant(text) if column.name == "sex" else text


def _filled(texts: pa.Array) -> pa.Array:
    """The texts with something in them; the others null."""
    return pc.if_else(pc.equal(pc.utf8_trim_whitespace(texts), ""), None, texts)
