"""Release folders are read whole, and what cannot be is refused by file and row."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from goldenthread.disclosure.publication import Cell, Sum, read_publication
from goldenthread.nouns import GoldenThreadError, Symbol
from tests.factories.releases import RULE, a_release

AREAS = """
    [[dimension]]
    name = "area"
    whole = "Luton"
    [[dimension.total]]
    is = "Luton"
    of = ["North", "South"]
    [[dimension]]
    name = "period"
"""
TABLE = '[[table]]\nfile = "t.csv"\nmeasure = "contacts"\n'
SHARE = '[[table]]\nfile = "s.csv"\nmeasure = "referrals"\npercent_of = "contacts"\ndecimals = 1\n'


def at(area: str, **more: str) -> Cell:
    return Cell.of("contacts", {"area": area, **more})


def test_everything_printed_and_everything_known_inside(tmp_path: Path) -> None:
    folder = a_release(
        tmp_path,
        AREAS + TABLE + SHARE + '[[table]]\nfile = "i.csv"\nmeasure = "contacts"\ninside = true\n'
        '[[statement]]\nmeasure = "contacts"\nvalue = 54\nplace = "Front door"\n',
        rule="",
        t='area, value\nNorth, 14\n"Luton", 54\n',
        s="value, numerator, denominator\n7.4, 4, 54",
        i="area, value\nSouth, 40",
    )
    read = read_publication(folder)
    assert (read.name, read.published) == ("contacts-2023-24", date(2024, 9, 30))
    assert read.rule is None
    assert [item.place for item in read.items] == [
        "t.csv, row 2",
        "t.csv, row 3",
        "s.csv, row 2",
        "Front door",
    ]
    share = read.items[2]
    assert share.cell == Cell.of("referrals", {"area": "Luton"})
    assert share.base == at("Luton")
    assert (share.per, share.decimals, share.value) == (100, 1, Decimal("7.4"))
    assert read.sums == (Sum(at("Luton"), (at("North"), at("South"))),)
    assert read.counts == {
        at("Luton"): 54,
        at("North"): 14,
        at("South"): 40,
        Cell.of("referrals", {"area": "Luton"}): 4,
    }


def test_what_a_sum_leaves_is_known_inside_too(tmp_path: Path) -> None:
    folder = a_release(tmp_path, AREAS + TABLE, rule="", t="area, value\nNorth, 14\nLuton, 54")
    assert read_publication(folder).counts[at("South")] == 40


def test_a_protected_folder_holds_symbols_and_no_counts(tmp_path: Path) -> None:
    folder = a_release(tmp_path, AREAS + TABLE, t="area, value\nNorth, c\nLuton, 54")
    read = read_publication(folder)
    assert read.items[0].hidden
    assert read.items[0].symbol is Symbol.CONFIDENTIAL
    assert read.counts == {}
    assert read.rule is not None
    assert (read.rule.threshold, read.rule.narrowest, read.rule.complement) == (5, 5, False)


def test_two_tables_meet_where_one_lacks_a_dimension(tmp_path: Path) -> None:
    folder = a_release(
        tmp_path,
        AREAS + TABLE + TABLE.replace("t.csv", "u.csv"),
        t="period, value\n2024-01, 54",
        u="period, area, value\n2024-01, Luton, 54",
    )
    first, second = read_publication(folder).items
    assert first.cell == second.cell == at("Luton", period="2024-01")


def test_a_base_may_stand_elsewhere(tmp_path: Path) -> None:
    folder = a_release(
        tmp_path,
        AREAS + TABLE + SHARE + 'base_at = { area = "Luton", period = "" }\n',
        t="area, value\nLuton, 54",
        s="area, period, value\nNorth, 2024-01, 7.4",
    )
    assert read_publication(folder).items[1].base == at("Luton")


REFUSED = {
    "a table that is not there": (AREAS + TABLE, {}, "t.csv is not in"),
    "a cell told twice": (
        AREAS + TABLE,
        {"t": "area, value\nNorth, 14\nNorth, 15"},
        r"North\) is 14 in t.csv, row 2 and 15 in t.csv, row 3",
    ),
    "a total that is not its parts": (
        AREAS + TABLE,
        {"t": "area, value\nNorth, 14\nSouth, 20\nLuton, 40"},
        "is 40, but its parts make 34, which is not that: see t.csv, row 4; t.csv, row 2",
    ),
    "parts that make too much": (
        AREAS + TABLE,
        {"t": "area, value\nNorth, 44\nLuton, 40"},
        "make more than",
    ),
    "a circle": (
        AREAS + '[[dimension.total]]\nis = "2024"\nof = ["Q1"]\n'
        '[[dimension.total]]\nis = "Q1"\nof = ["2024"]\n' + TABLE,
        {"t": "area, value\nNorth, 4"},
        "round in a circle",
    ),
    "a member named twice": (
        AREAS + '[[dimension.total]]\nis = "2024"\nof = ["Q1", "Q1"]\n' + TABLE,
        {"t": "area, value\nNorth, 4"},
        "names a member twice",
    ),
    "a column of no dimension": (
        AREAS + TABLE,
        {"t": "ward, value\nNorth, 4"},
        "t.csv has a column 'ward', which is no dimension",
    ),
    "a count below nought": (AREAS + TABLE, {"t": "area, value\nNorth, -4"}, "row 2: -4 is less"),
    "a count that is none": (AREAS + TABLE, {"t": "area, value\nNorth, 4.5"}, "row 2: 4.5 is not"),
    "nothing at all": (AREAS + TABLE, {"t": "area, value\nNorth,"}, "row 2: '' is neither"),
    "no place": (AREAS + TABLE, {"t": "area, value\n, 4"}, "row 2 has no area"),
    "too few cells": (AREAS + TABLE, {"t": "area, value\nNorth"}, "row 2 has 1 cells under 2"),
    "one name in two spellings": (
        AREAS + TABLE,
        {"t": "area, value\nnorth, 4"},
        "'north' is also written 'North'|'North' is also written 'north'",
    ),
    "a share that is not of its counts": (
        AREAS + SHARE,
        {"s": "value, numerator, denominator\n8.1, 4, 54"},
        "s.csv, row 2: 8.1 is printed, but 100 x 4 / 54 is not that",
    ),
    "a share of nothing": (
        AREAS + SHARE,
        {"s": "value, numerator, denominator\n0.0, 0, 0"},
        "share of nothing",
    ),
    "a base known to all that is not printed": (
        AREAS + SHARE.replace('"contacts"', '"children"'),
        {"s": "value, numerator, denominator\n7.4, 4, 54"},
        "known to all but printed in no table",
    ),
    "two numbers inside": (
        AREAS + TABLE,
        {"t": "area, value, count\nNorth, c, 4\nNorth, c, 3"},
        "is 4 in t.csv, row 2 and 3 in t.csv, row 3",
    ),
    "a numerator without a share": (
        AREAS + TABLE,
        {"t": "area, value, numerator\nNorth, c, 4"},
        "belongs to a percentage",
    ),
    "too many decimals": (AREAS + SHARE, {"s": "value\n7.41"}, "7.41 is not rounded to"),
    "a measure told nowhere": (
        AREAS + '[[table]]\nfile = "t.csv"\n',
        {"t": "area, value\nNorth, 4"},
        "say what is measured",
    ),
    "an unknown key": (
        AREAS + TABLE + "colour = 3\n",
        {"t": "area, value\nNorth, 4"},
        r"release.toml, table 1 \(line \d+\): 'colour' is not a key that is known",
    ),
    "a statement of no dimension": (
        '[[statement]]\nmeasure = "contacts"\nvalue = 4\nat = { town = "X" }\n',
        {},
        "'town' is no dimension",
    ),
    "no table at all": (AREAS, {}, "names no table"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_by_place(tmp_path: Path, what: str) -> None:
    description, tables, said = REFUSED[what]
    with pytest.raises(GoldenThreadError, match=said):
        read_publication(a_release(tmp_path, description, rule="", **tables))


@pytest.mark.parametrize(
    "file",
    ["../t.csv", "/t.csv", "C:\\t.csv", "a\\t.csv", "./t.csv", ".t.csv", "t.txt", "a/../t.csv"],
)
def test_no_file_outside_the_folder_is_read(tmp_path: Path, file: str) -> None:
    (tmp_path / "t.csv").write_text("area,value\nNorth,4\n")
    escaped = file.replace("\\", "\\\\")
    folder = a_release(tmp_path / "in", AREAS + TABLE.replace("t.csv", escaped))
    with pytest.raises(GoldenThreadError, match=r"plain name of a \.csv file"):
        read_publication(folder)


def test_no_link_out_of_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("area,value\nNorth,4\n")
    folder = a_release(tmp_path / "in", AREAS + TABLE)
    (folder / "t.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(GoldenThreadError, match="leads out of"):
        read_publication(folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("schema = 1", "release.toml: 'name' is missing: add it"),
        ("schema = [", "is not TOML"),
        ('schema = 2\nname = "a"\npublished = 2024-01-01\nsensitive = []', "'schema'"),
        ('schema = 1\nname = "../a"\npublished = 2024-01-01\nsensitive = []', "'name'"),
    ],
)
def test_a_description_that_is_none_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "release.toml").write_text(text)
    with pytest.raises(GoldenThreadError, match=said):
        read_publication(tmp_path)


def test_a_protected_folder_with_inside_tables_is_refused(tmp_path: Path) -> None:
    folder = a_release(
        tmp_path, AREAS + TABLE + "inside = true\n", rule=RULE, t="area, value\nNorth, 4"
    )
    with pytest.raises(GoldenThreadError, match="holds inside knowledge"):
        read_publication(folder)
