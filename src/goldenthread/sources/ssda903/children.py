"""The children of a return: those of its header, and those that only its other tables tell of."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.ssda903 import layout
from goldenthread.sources.ssda903.block import Block
from goldenthread.sources.ssda903.making import Made, Maker, tidy
from goldenthread.sources.statutory import sexes
from goldenthread.sources.statutory.kept import Kept, first_of_each, together

_PERSON = {
    "person_id": "CHILD",
    "sex": "SEX",
    "ethnicity": "ETHNIC",
    "birth_date": "DOB",
    "is_mother": "MOTHER",
}
# A column of pupil numbers has a code such as UN4 where there is none.
_NO_NUMBER = r"^[Uu][Nn][0-9]+$"
_TOLD_BESIDE = {"person_id": "CHILD", "sex": "SEX", "birth_date": "DOB"}


def person(blocks: Sequence[Block], maker: Maker) -> Kept | None:
    """One row for each child; None from no block.

    Faults: ``child_twice`` for a child again in the header, ``child_not_in_header`` for one whose
    ethnicity, and mostly sex, nobody tells.
    """
    asylum = _seeking_asylum(blocks)
    parts: list[Kept] = []
    for block in _named(blocks, layout.HEADER):
        _report_sexes(block, maker)
        told: dict[str, str | Made] = {
            **_PERSON,
            **_pupil(block),
            "asylum_seeking": _asked(block, asylum),
        }
        kept = maker.of_block("person", block, told)
        again = Fault(
            "child_twice",
            "This child stands in the header already: the first is kept. Take one of them out.",
            block.file,
        )
        kept = first_of_each(kept, ["person_id"], maker.found, again, "person_id")
        parts.append(maker.new_beside(parts, kept, block.file))
    header = bool(parts)
    # A table that tells the birth comes before one that does not.
    others = [block for block in blocks if block.layout.name != layout.HEADER]
    for block in sorted(others, key=lambda each: "DOB" not in each.columns):
        if block.layout.name == layout.UASC:
            _report_sexes(block, maker)
        beside = _beside(block, parts, asylum, maker)
        if header:
            _report_strangers(beside, block.file, maker)
        parts.append(beside)
    return together(parts) if parts else None


def mother(blocks: Sequence[Block], maker: Maker) -> Kept | None:
    """One row for each child of a child in the header; None without a header."""
    told = {"person_id": "CHILD", "child_birth_date": "MC_DOB"}
    mothers = []
    for block in _named(blocks, layout.HEADER):
        births = tidy(block.cells("MC_DOB"))
        mothers.append((block.only(np.flatnonzero(births.is_valid())), told))
    return maker.of_blocks("mother", mothers)


def births(block: Block, blocks: Sequence[Block]) -> pa.Array:
    """The births of a block's children as it tells them, or else as the header does."""
    told = _flat(tidy(block.cells("DOB")))
    children = _flat(tidy(block.cells("CHILD")))
    for header in _named(blocks, layout.HEADER):
        found = pc.index_in(children, value_set=_flat(tidy(header.cells("CHILD"))))
        told = pc.coalesce(told, _flat(tidy(header.cells("DOB"))).take(found))
    return told


def _named(blocks: Sequence[Block], name: str) -> list[Block]:
    return [block for block in blocks if block.layout.name == name]


def _pupil(block: Block) -> dict[str, Made]:
    """The pupil number, and the code for why there is none, which the return has in one column."""
    said = tidy(block.cells("UPN"))
    why = pc.match_substring_regex(said, _NO_NUMBER)
    return {
        "upn": Made(pc.if_else(why, None, said), "UPN"),
        "upn_unknown": Made(pc.if_else(why, said, None), "UPN"),
    }


def _seeking_asylum(blocks: Sequence[Block]) -> pa.Array | None:
    """The children in the table of those who seek asylum; None where there is no such table."""
    named = _named(blocks, layout.UASC)
    if not named:
        return None
    return pa.chunked_array([_flat(tidy(block.cells("CHILD"))) for block in named]).combine_chunks()


def _asked(block: Block, asylum: pa.Array | None) -> Made:
    """Whether each child of a block seeks asylum: as its header says, or by the table of them."""
    said = tidy(block.cells("UASC"))
    if asylum is None:
        return Made(said, "UASC")
    among = pc.is_in(tidy(block.cells("CHILD")), value_set=asylum)
    return Made(pc.coalesce(said, pc.if_else(among, "1", "0")), "CHILD")


def _beside(block: Block, parts: Sequence[Kept], asylum: pa.Array | None, maker: Maker) -> Kept:
    """The children of a block that no part before it has, the first row of each."""
    children = _flat(tidy(block.cells("CHILD")))
    new = np.asarray(children.is_valid())
    for part in parts:
        known = part.rows["person_id"].combine_chunks()
        new &= ~np.asarray(pc.is_in(children, value_set=known))
    numbers = np.flatnonzero(new)
    codes = np.asarray(children.take(pa.array(numbers)).dictionary_encode().indices)
    _, firsts = np.unique(codes, return_index=True)
    some = block.only(numbers[np.sort(firsts)])
    return maker.of_block("person", some, {**_TOLD_BESIDE, "asylum_seeking": _asked(some, asylum)})


def _report_strangers(beside: Kept, file: str, maker: Maker) -> None:
    fault = Fault(
        "child_not_in_header",
        "This child is not in the header: ethnicity, and mostly sex, is not known. Put the child "
        "into the header.",
        file,
        severity=Severity.WARNING,
    )
    count = beside.rows.num_rows
    maker.found.add_each(fault, (beside.place(row, "person_id") for row in range(count)), count)


def _report_sexes(block: Block, maker: Maker) -> None:
    """Say where a sex is written as returns of the year do not."""
    if maker.year is not None:
        letters = maker.year >= sexes.FIRST_OF_LETTERS
        sexes.report_form(
            block.cells("SEX"),
            letters,
            block.file,
            lambda row: block.place(row, "SEX"),
            maker.found,
        )


def _flat(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
