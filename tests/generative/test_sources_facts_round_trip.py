"""Figures written as facts and read again are the same figures, and the files the same bytes."""

import random
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.nouns import (
    Area,
    AreaKind,
    Breakdown,
    Figure,
    NeighbourSet,
    Period,
    Quality,
    Sensitivity,
    Status,
    Symbol,
    Thread,
    Unit,
)
from goldenthread.sources.facts import (
    read_facts,
    read_neighbours,
    write_facts,
    write_neighbours,
)

# Words as people write them, with everything that a CSV file has to quote.
WORDS = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=20
)
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
CODES = st.from_regex(r"[A-Za-z0-9-]{1,9}", fullmatch=True)
VALUES = st.text(st.sampled_from("abc DE,'\"=éü-&/"), min_size=1, max_size=9).filter(
    lambda text: text.strip() == text
)
NUMBERS = st.decimals(-(10**9), 10**9, places=3) | st.integers(0, 10**7).map(Decimal)
PERIODS = st.sampled_from(
    [
        Period.financial_year(2024),
        Period.year_end(2023),
        Period.quarters(2024, 3, 4),
        Period.quarters(2023, 1),
        Period.month(2024, 2),
        Period.months(2022, 12, 2023, 3),
        Period.rolling(6, 2024, 3),
        Period.mid_year(2021),
        Period.academic_year(2023),
        Period.calendar_year(2022),
        Period.pooled(2020, 2024),
        Period.day(date(2023, 11, 5)),
    ]
)
AREAS = st.builds(
    Area,
    CODES,
    WORDS,
    st.sampled_from(AreaKind),
    st.just("") | CODES,
    st.lists(CODES, max_size=2).map(tuple),
    st.lists(CODES, max_size=3).map(tuple),
)
THREADS = st.builds(
    Thread,
    NAMES,
    locator=WORDS,
    file=WORDS,
    digest=st.sampled_from(["", "0" * 64]),
    definition=WORDS,
    vintage=NAMES,
    known_since=st.none() | st.dates(),
    calculation=WORDS,
    inputs=st.lists(st.from_regex(r"[0-9a-f]{12}", fullmatch=True), max_size=2).map(tuple),
)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    known = draw(st.booleans())
    return Figure(
        indicator=draw(NAMES),
        unit=draw(st.sampled_from(Unit)),
        area=draw(AREAS),
        period=draw(PERIODS),
        thread=draw(THREADS),
        value=draw(NUMBERS) if known else None,
        symbol=None if known else draw(st.sampled_from(Symbol)),
        breakdown=Breakdown.of(**draw(st.dictionaries(NAMES, VALUES, max_size=2))),
        decimals=draw(st.integers(0, 6)),
        numerator=draw(st.none() | NUMBERS),
        denominator=draw(st.none() | NUMBERS),
        denominator_vintage=draw(WORDS),
        status=draw(st.sampled_from(Status)),
        quality=draw(st.sampled_from(Quality)),
        quality_note=draw(WORDS),
        sensitivity=draw(st.sampled_from(Sensitivity)),
    )


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@given(st.lists(figures(), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_figures_come_back_the_same_and_the_bytes_do_not_depend_on_their_order(
    held, chance: random.Random
):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        write_facts(Path(one), held)
        back, faults = read_facts(Path(one))
        assert not faults
        assert sorted(map(repr, back)) == sorted(map(repr, held))
        chance.shuffle(held)
        write_facts(Path(other), held)
        assert files(Path(other)) == files(Path(one))


SETS = st.builds(
    NeighbourSet,
    VALUES,
    st.integers(2000, 2030),
    CODES,
    st.lists(CODES, min_size=1, max_size=10, unique=True).map(tuple),
)


@given(st.lists(SETS, max_size=4, unique_by=lambda each: (each.name, each.year, each.area)))
def test_neighbour_sets_come_back_the_same(sets):
    with tempfile.TemporaryDirectory() as folder:
        write_neighbours(Path(folder), sets)
        back = read_neighbours(Path(folder))
        assert sorted(map(repr, back)) == sorted(map(repr, sets))
