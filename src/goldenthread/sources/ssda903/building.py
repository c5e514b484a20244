"""Makes the tables of a 903 return from its blocks: which column goes where, what is derived."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault
from goldenthread.sources.ssda903 import columns, layout
from goldenthread.sources.ssda903.adoption import permanence
from goldenthread.sources.ssda903.block import Block
from goldenthread.sources.ssda903.children import births, mother, person
from goldenthread.sources.ssda903.making import Made, Maker, Told, tidy
from goldenthread.sources.ssda903.years import birthday_in, day_of
from goldenthread.sources.statutory.kept import Kept
from goldenthread.sources.statutory.years import span

# What the return writes for a distance that nobody knows.
_NO_DISTANCE = r"^0*999\.90*$"
# The return has a table of social workers and of nobody else.
_ROLE = "Social worker"
# A kind of accommodation, and whether it is suitable.
_SUITED = r"^[A-Za-z][12]$"


def tables(blocks: Sequence[Block], maker: Maker) -> dict[str, Kept]:
    """Every table that the blocks fill, by name."""
    made = {
        "person": person(blocks, maker),
        "mother": mother(blocks, maker),
        "permanence": permanence(blocks, maker),
    }
    for block in blocks:
        name = _TABLES.get(block.layout.name)
        if name and name not in made:
            alike = [
                _dated(each, maker) if each.layout.name in _OF_A_YEAR else each
                for each in blocks
                if each.layout is block.layout
            ]
            made[name] = maker.of_blocks(
                name, [(each, _told(each, blocks, maker.year)) for each in alike]
            )
    return {name: kept for name, kept in sorted(made.items()) if kept is not None}


# The table that each table of the return becomes, where it is one by itself.
_TABLES = {
    **{block: name for name, (block, _) in columns.PLAIN.items()},
    layout.EPISODES: "cla_episodes",
    layout.UASC: "immigration_status",
    layout.OC2: "cla_yearly_outcomes",
    layout.OC3: "care_leavers",
}


# Tables of the return whose rows are told of a year, which stands nowhere in them.
_OF_A_YEAR = (layout.OC2, layout.OC3)


def _dated(block: Block, maker: Maker) -> Block:
    """A block whose rows are of the year; none of them where nobody knows which that is."""
    if maker.year is not None or not block.rows:
        return block
    fault = Fault(
        "year_missing",
        f"What the {block.layout.name} table tells is of a year, and nothing says of which: give "
        "it with --year. The row is left out.",
        block.file,
    )
    maker.found.add_each(
        fault, (block.place(row, "CHILD") for row in range(block.rows)), block.rows
    )
    return replace(block.only(np.array([], np.int64)), lost=block.lost + block.rows)


def _told(block: Block, blocks: Sequence[Block], year: int | None) -> Told:
    """Where each column of a block's table comes from."""
    told: dict[str, str | Made] = {"person_id": "CHILD"}
    match block.layout.name:
        case layout.EPISODES:
            distances = block.cells("PL_DISTANCE")
            unknown = pc.match_substring_regex(tidy(distances), _NO_DISTANCE)
            known = pc.if_else(unknown, None, distances)
            return told | columns.EPISODES | {"distance": Made(known, "PL_DISTANCE")}
        case layout.UASC:
            return told | {"status": _same(block, "UASC"), "end_date": "DUC"}
        case layout.OC2:
            end = span(year)[1].isoformat() if year else None
            return told | {"year_end": _same(block, end)} | columns.OUTCOMES
        case layout.WORKERS:
            told["role"] = _same(block, _ROLE)
        case layout.OC3:
            return told | _care_leaver(block, blocks, year)
    return {**told, **columns.PLAIN[_TABLES[block.layout.name]][1]}


def _care_leaver(block: Block, blocks: Sequence[Block], year: int | None) -> dict[str, str | Made]:
    """The return tells of a birthday, and writes accommodation and its suitability as one code."""
    where = tidy(block.cells("ACCOM"))
    suited = pc.match_substring_regex(where, _SUITED)
    first = pc.utf8_slice_codeunits(where, 0, 1)
    second = pc.utf8_slice_codeunits(where, 1, 2)
    said = pc.if_else(pc.equal(second, "1"), "1", "0")
    return {
        "reported_on": Made(_birthdays(births(block, blocks), year), "DOB"),
        "in_touch": "IN_TOUCH",
        "accommodation": Made(pc.if_else(suited, first, where), "ACCOM"),
        "suitable": Made(pc.if_else(suited, said, None), "ACCOM"),
        "activity": "ACTIV",
    }


def _birthdays(born: pa.Array, year: int | None) -> pa.Array:
    """The birthday of each in the year, as text; null where there is no birth or no year."""
    encoded = born.dictionary_encode()
    days = [day_of(text) if year else None for text in encoded.dictionary.to_pylist()]
    texts = [birthday_in(day, year).isoformat() if day and year else None for day in days]
    return pa.array(texts, pa.string()).take(encoded.indices)


def _same(block: Block, text: str | None) -> Made:
    """One text for every row."""
    return Made(pa.array([text] * block.rows, pa.string()), "CHILD")
