"""A protected release is written from its safe items alone, and kept in the ledger once."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from goldenthread.disclosure.publication import (
    Cell,
    Publication,
    StatedRule,
    add_to_ledger,
    combined,
    read_ledger,
    read_publication,
    write_publication,
)
from goldenthread.disclosure.publication.toml import toml
from goldenthread.nouns import GoldenThreadError
from tests.factories.releases import a_release

STATED = StatedRule(name="local", threshold=5, narrowest=6, complement=True)
DESCRIPTION = """
    [[dimension]]
    name = "area"
    whole = "Luton"
    [[dimension.total]]
    is = "Luton"
    of = ["North, \\"upper\\"", "South"]
    complete = false
    [[table]]
    file = "tables/t.csv"
    measure = "contacts"
    [[table]]
    file = "s.csv"
    measure = "referrals"
    percent_of = "contacts"
    base_at = { area = "Luton" }
    decimals = 1
    [[table]]
    file = "inside.csv"
    measure = "referrals"
    inside = true
    [[measure_total]]
    is = "contacts"
    of = ["referrals"]
    complete = false
    [[statement]]
    measure = "contacts"
    at = { area = "South" }
    value = 3
    place = "Front door"
"""


def inside(folder: Path, *, south: int = 3, referrals: int = 4) -> Path:
    """A release with its true counts; South's and the referrals are small."""
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    (folder / "tables" / "t.csv").write_text(
        f'area,value,count\n"North, ""upper""",50,50\nSouth,{south},{south}\nLuton,54,\n'
    )
    share = f"{100 * referrals / 54:.1f}"
    return a_release(
        folder,
        DESCRIPTION.replace("value = 3", f"value = {south}"),
        rule="",
        s=f"numerator, value, denominator\n{referrals}, {share}, 54",
        inside=f"value\n{referrals}",
    )


def protected(folder: Path) -> Publication:
    """The release with every small number hidden, as protection would have it."""
    read = read_publication(folder)
    items = tuple(
        item if read.counts.get(item.cell, 99) > 5 else replace(item, value=None, symbol=None)
        for item in read.items
    )
    return replace(read, items=items, rule=STATED)


def test_the_safe_folder_holds_symbols_and_nothing_from_inside(tmp_path: Path) -> None:
    source, out = inside(tmp_path / "release"), tmp_path / "safe"
    write_publication(protected(source), source, out)
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert names == {"release.toml", "tables/t.csv", "s.csv", ".goldenthread.json"}
    assert (out / "tables" / "t.csv").read_text() == (
        'area,value\n"North, ""upper""",50\nSouth,c\nLuton,54\n'
    )
    assert (out / "s.csv").read_text() == "value\nc\n"
    described = tomllib.loads((out / "release.toml").read_text())
    assert described["rule"] == {
        "name": "local",
        "threshold": 5,
        "narrowest": 6,
        "complement": True,
    }
    assert described["statement"] == [
        {
            "measure": "contacts",
            "at": {"area": "South"},
            "symbol": "c",
            "place": "Front door",
        }
    ]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    source, out = inside(tmp_path / "release"), tmp_path / "safe"
    safe = protected(source)
    write_publication(safe, source, out)
    read = read_publication(out)
    assert [(item.cell, item.base, item.place, item.value) for item in read.items] == [
        (item.cell, item.base, item.place, item.value) for item in safe.items
    ]
    assert (read.sums, read.totals, read.wholes) == (safe.sums, safe.totals, safe.wholes)
    assert (read.rule, read.counts, read.sensitive) == (STATED, {}, safe.sensitive)


def test_what_is_hidden_changes_no_byte(tmp_path: Path) -> None:
    """Whatever South and the referrals count, the folder that leaves is the same."""
    written = []
    for number, (south, referrals) in enumerate([(3, 4), (1, 2), (4, 5)]):
        source, out = inside(tmp_path / f"r{number}", south=south, referrals=referrals), tmp_path
        write_publication(protected(source), source, out / f"s{number}")
        written.append(
            {
                path.name: path.read_bytes()
                for path in (out / f"s{number}").rglob("*")
                if path.is_file()
            }
        )
    assert written[0] == written[1] == written[2]


def test_only_the_release_itself_is_written_and_only_with_its_rule(tmp_path: Path) -> None:
    source = inside(tmp_path / "release")
    safe = protected(source)
    with pytest.raises(ValueError, match="by which rule"):
        write_publication(replace(safe, rule=None), source, tmp_path / "out")
    with pytest.raises(ValueError, match="other items"):
        write_publication(replace(safe, items=safe.items[1:]), source, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_one_table_is_rounded_to_one_multiple(tmp_path: Path) -> None:
    source = inside(tmp_path / "release")
    safe = protected(source)
    rounded = [replace(item, rounded_to=10) for item in safe.items[:3]]
    whole = replace(safe, items=(*rounded, *safe.items[3:]))
    write_publication(whole, source, tmp_path / "out")
    assert read_publication(tmp_path / "out").items[0].rounded_to == 10
    mixed = replace(safe, items=(rounded[0], *safe.items[1:]))
    with pytest.raises(ValueError, match="more than one multiple"):
        write_publication(mixed, source, tmp_path / "other")


def test_the_ledger_keeps_each_release_once_and_none_from_inside(tmp_path: Path) -> None:
    source, safe, ledger = inside(tmp_path / "release"), tmp_path / "safe", tmp_path / "ledger"
    assert read_ledger(ledger) == ()
    with pytest.raises(GoldenThreadError, match="says no rule"):
        add_to_ledger(ledger, source)
    write_publication(protected(source), source, safe)
    add_to_ledger(ledger, safe)
    add_to_ledger(ledger, safe)
    (kept,) = read_ledger(ledger)
    assert kept == read_publication(safe)
    (safe / "s.csv").write_text("value\n7.4\n")
    with pytest.raises(GoldenThreadError, match="has another release called contacts-2023-24"):
        add_to_ledger(ledger, safe)


def test_a_ledger_with_inside_knowledge_is_refused(tmp_path: Path) -> None:
    inside(tmp_path / "ledger" / "contacts-2023-24")
    with pytest.raises(GoldenThreadError, match="ledger, contacts-2023-24: it says no rule"):
        read_ledger(tmp_path / "ledger")


AREA = '[[dimension]]\nname = "area"\n{whole}\n[[table]]\nfile = "t.csv"\nmeasure = "contacts"\n'


def test_releases_meet_in_the_same_cell_though_one_lacks_a_dimension(tmp_path: Path) -> None:
    first = a_release(
        tmp_path / "first",
        '[[table]]\nfile = "t.csv"\nmeasure = "contacts"\n',
        name="first",
        t="value\n54",
    )
    second = a_release(
        tmp_path / "second",
        AREA.format(whole='whole = "Luton"'),
        name="second",
        t="area, value\nLuton, c",
    )
    both = combined(read_publication(second), [read_publication(first)])
    cell = Cell.of("contacts", {"area": "Luton"})
    assert [(item.cell, item.place) for item in both.items] == [
        (cell, "t.csv, row 2"),
        (cell, "first: t.csv, row 2"),
    ]


def test_releases_of_two_places_are_not_taken_for_one_another(tmp_path: Path) -> None:
    read = [
        read_publication(
            a_release(
                tmp_path / name,
                AREA.format(whole=f'whole = "{area}"'),
                name=name,
                t="value\n54",
            )
        )
        for name, area in (("luton", "Luton"), ("bedford", "Bedford"))
    ]
    both = combined(read[0], read[1:])
    assert {item.cell for item in both.items} == {
        Cell.of("contacts", {"area": "Luton"}),
        Cell.of("contacts", {"area": "Bedford"}),
    }


def test_toml_is_read_back_as_it_was() -> None:
    content = {
        "a": 'quote " slash \\ line \n tab \t bell \x07 del \x7f é ’',
        "b": [1, 2],
        "c": {"two words": "x", "d": True},
        "day": date(2024, 9, 30),
        "e": [{"f": Decimal("7.50"), "g": [{"h": 1}, {"h": 2}]}, {"f": Decimal(1)}],
    }
    assert tomllib.loads(toml(content), parse_float=Decimal) == content
    with pytest.raises(TypeError):
        toml({"a": object()})
