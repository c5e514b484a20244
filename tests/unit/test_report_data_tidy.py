"""figures.csv and its description pass the open-data platform's screening rules, read by hand."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

import pytest

from goldenthread.disclosure import Released
from goldenthread.nouns import Area, AreaKind, Figure, Status, Symbol, Unit, register
from goldenthread.report.data import Tidy, tidy
from goldenthread.report.document import Cell, Document, Row, Section, Table
from tests.factories import a_figure, a_thread, released
from tests.factories.documents import a_document

PLACE = ("country_code", "country_name", "region_code", "region_name")
COUNCIL = ("new_la_code", "old_la_code", "la_name")
TIME = ("time_period", "time_identifier", "geographic_level")
META = (
    *("col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp"),
    *("filter_hint", "filter_grouping_column"),
)
LUTON = register.area("821")
EAST = register.area("E12000006")
ENGLAND = register.area("E92000001")


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def heading(content: bytes) -> tuple[str, ...]:
    return tuple(next(csv.reader(io.StringIO(content.decode("utf-8"), newline=""))))


def of(*values: Released) -> Document:
    """A document whose only table prints these values."""
    rows = tuple(Row(f"Row {at}", (Cell(value),)) for at, value in enumerate(values))
    table = Table(id="t", caption="Values", columns=("Value",), rows=rows)
    return a_document(summary=(), sections=(Section(id="s", title="S", blocks=(table,)),))


def tidied(*figures: Figure) -> Tidy:
    return tidy(of(*(released(figure) for figure in figures)))


def screened(made: Tidy) -> list[str]:
    """What the platform would refuse, by its published rules; its warnings are not among them."""
    rows, meta = read(made.figures), read(made.meta)
    columns = heading(made.figures)
    filters = [line["col_name"] for line in meta if line["col_type"] == "Filter"]
    indicators = [line["col_name"] for line in meta if line["col_type"] == "Indicator"]
    faults = []
    if heading(made.meta) != META:
        faults.append("the description's columns")
    if set(filters) | set(indicators) != {line["col_name"] for line in meta}:
        faults.append("a column that is neither filter nor indicator")
    if columns[:10] != (*TIME[:3], *PLACE, *COUNCIL):
        faults.append("the first ten columns")
    faults += [
        f"{name} is described but absent" for name in filters + indicators if name not in columns
    ]
    faults += [
        f"{name} has several items and is not described"
        for name in columns[10:]
        if name not in filters + indicators and len({row[name] for row in rows}) > 1
    ]
    for name in filters:
        items = {row[name] for row in rows}
        if len(items) < 2:
            faults.append(f"{name} has fewer than two items")
        if any(not item or item != item.strip() or len(item) > 120 for item in items):
            faults.append(f"{name} has a blank, padded or too long item")
    for line in meta:
        is_filter = line["col_type"] == "Filter"
        if not line["label"] or not re.fullmatch(r"[a-z][a-z0-9_]{,49}", line["col_name"]):
            faults.append(f"the name or label of {line['col_name']}")
        if is_filter and (line["indicator_unit"] or line["indicator_dp"]):
            faults.append(f"{line['col_name']} is a filter with a unit")
        if line["filter_grouping_column"] and line["filter_grouping_column"] not in filters:
            faults.append(f"the group of {line['col_name']}")
        if not is_filter and not line["indicator_dp"].isdigit():
            faults.append(f"the decimals of {line['col_name']}")
        if line["indicator_unit"] not in ("", "%", "pp", "£", "£m", "numberstring"):
            faults.append(f"the unit of {line['col_name']}")
    if len({line["label"] for line in meta}) < len(meta):
        faults.append("two columns with one label")
    keys = Counter(tuple(row[name] for name in (*columns[:10], *filters)) for row in rows)
    faults += [f"double row {key}" for key, times in keys.items() if times > 1]
    if len({row["time_identifier"] for row in rows}) > 1:
        faults.append("mixed kinds of time")
    for row in rows:
        faults += [
            f"{name} holds {row[name]!r}"
            for name in indicators
            if not re.fullmatch(r"-?\d+(\.\d+)?|c|x|z|k|low|u", row[name])
        ]
        faults += [f"a fault of place: {row}"] if not placed(row) else []
    return faults


def placed(row: dict[str, str]) -> bool:
    """Each level has its own codes and names, and none of a lower level's."""
    here = {name for name in (*PLACE[2:], *COUNCIL) if row[name]}
    wanted: dict[str, set[str]] = {
        "National": set(),
        "Regional": {"region_code", "region_name"},
        "Local authority": {"region_code", "region_name", *COUNCIL},
    }
    return (
        re.fullmatch(r"\d{4}", row["time_period"]) is not None
        and (row["country_code"], row["country_name"]) == ("E92000001", "England")
        and here == wanted[row["geographic_level"]]
    )


def a_mixture() -> Iterable[Figure]:
    """Places, units, times, categories, statuses and releases of several kinds."""
    for area, value, rate in (
        (LUTON, 1252, "207.9"),
        (EAST, 21_840, "162.1"),
        (ENGLAND, 224_520, "187.1"),
    ):
        yield a_figure(value, area=area)
        yield a_figure(rate, area=area, unit=Unit.RATE_PER_10000, decimals=1)
    for month in (
        "2023-04",
        "2023-05",
        "2024-01",
        "2023-24 Q3",
        "2023-24 Q3-Q4",
        "6 months to 2024-03",
    ):
        yield a_figure(
            300,
            area=LUTON,
            indicator="contacts",
            period=month,
            status=Status.PROVISIONAL,
            thread=a_thread(source="local.contacts", locator=month),
        )
    for source, share in (("dfe.d3", "23.1"), ("lait", "23")):
        yield a_figure(
            share,
            area=LUTON,
            indicator="child_protection_plan_again_ever",
            unit=Unit.PERCENT,
            decimals=len(share.partition(".")[2]),
            thread=a_thread(source=source),
        )
    for age in ("17-18", "19-21"):
        yield a_figure(
            None,
            Symbol.CONFIDENTIAL,
            area=LUTON,
            indicator="care_leavers_eet",
            period="2024-03-31",
            unit=Unit.PERCENT,
            breakdown=f"age={age}",
        )
    yield a_figure(
        None, Symbol.NOT_COMPARABLE, area=LUTON, indicator="referrals", period="mid-2023"
    )


def test_report_data_passes_the_screening_rules() -> None:
    assert screened(tidied(*a_mixture())) == []


def test_report_data_of_a_whole_report_has_faults_of_place_only() -> None:
    """Northmoor is invented: it lies in no region and has no national code."""
    faults = screened(tidy(a_document()))
    assert faults
    assert all(fault.startswith("a fault of place: ") for fault in faults)


def test_report_data_screening_finds_what_is_wrong() -> None:
    """The rules above are not empty: each change is found."""
    made = tidied(*a_mixture())
    lines = made.figures.decode().splitlines(keepends=True)
    doubled = Tidy("".join([*lines, lines[1]]).encode(), made.meta, {}, {})
    assert any("double row" in fault for fault in screened(doubled))
    blanked = Tidy(made.figures.replace(b",Total,", b",,"), made.meta, {}, {})
    assert any("blank" in fault for fault in screened(blanked))
    monthly = Tidy(made.figures.replace(b"Reporting year", b"April", 1), made.meta, {}, {})
    assert "mixed kinds of time" in screened(monthly)
    unmarked = Tidy(made.figures, made.meta.replace(b"%,1", b"per cent,"), {}, {})
    assert len(screened(unmarked)) == 2


def test_report_data_puts_units_of_one_thing_side_by_side() -> None:
    made = tidied(*a_mixture())
    row = next(
        row
        for row in read(made.figures)
        if row["la_name"] == "Luton" and row["indicator"] == "Section 47 enquiries"
    )
    assert (row["number"], row["rate_per_10000"], row["percent"]) == ("1252", "207.9", "z")
    assert (row["region_name"], row["old_la_code"], row["new_la_code"]) == (
        "East of England",
        "821",
        "E06000032",
    )
    assert (row["time_period"], row["part_of_year"], row["breakdown"]) == ("2024", "Total", "Total")
    places = {line["col_name"]: line["indicator_dp"] for line in read(made.meta)}
    assert (places["number"], places["percent"], places["rate_per_10000"]) == ("0", "1", "1")


def test_report_data_says_which_units_are_missing_and_which_never_apply() -> None:
    made = tidied(
        a_figure(10, area=LUTON),
        a_figure("1.5", area=ENGLAND, unit=Unit.PERCENT, decimals=1),
        a_figure(20, area=LUTON, indicator="contacts"),
    )
    held = {(row["indicator"], row["geographic_level"]): row for row in read(made.figures)}
    assert held["Section 47 enquiries", "Local authority"]["percent"] == "x"
    assert held["Section 47 enquiries", "National"]["number"] == "x"
    others = [row for key, row in held.items() if "ontacts" in key[0]]
    assert [row["percent"] for row in others] == ["z"]


@pytest.mark.parametrize(
    ("symbol", "letter"),
    [("c", "c"), ("x", "x"), ("z", "z"), ("k", "k"), ("low", "low"), ("u", "u"), ("v", "x")],
)
def test_report_data_writes_symbols_as_letters(symbol: str, letter: str) -> None:
    (row,) = read(tidied(a_figure(None, Symbol(symbol), area=LUTON)).figures)
    assert row["number"] == letter


def test_report_data_withholds_what_disclosure_withheld() -> None:
    (row,) = read(tidied(a_figure(4, area=LUTON)).figures)
    assert row["number"] == "c"


def test_report_data_keeps_two_values_of_one_thing_and_merges_equal_ones() -> None:
    first = a_figure(310, area=LUTON, thread=a_thread(locator="row 2"))
    again = a_figure(310, area=LUTON, thread=a_thread(locator="row 3"))
    other = a_figure(311, area=LUTON, thread=a_thread(locator="row 4"))
    made = tidied(first, again, other)
    rows = read(made.figures)
    assert [(row["number"], row["source"]) for row in rows] == [
        ("310", "dfe.c4, 2024"),
        ("311", "dfe.c4, 2024: row 4"),
    ]
    assert made.lines == {first.id: 2, again.id: 2, other.id: 3}


def test_report_data_tells_for_each_figure_its_line_or_why_it_has_none() -> None:
    ward = Area("dallow", "Dallow", AreaKind.WARD)
    before, after = a_figure(912, area=LUTON, period="2022-23"), a_figure(1252, area=LUTON)
    change = a_figure(
        "37.3",
        area=LUTON,
        unit=Unit.PERCENT_CHANGE,
        decimals=1,
        thread=a_thread(calculation="change", inputs=(before.id, after.id)),
    )
    mean = a_figure(
        1000,
        area=LUTON,
        thread=a_thread(calculation="mean of the years", inputs=(before.id, after.id)),
    )
    share = a_figure(
        "12.5",
        area=LUTON,
        unit=Unit.PERCENT,
        decimals=1,
        numerator=156,
        denominator=1252,
        thread=a_thread(calculation="share", inputs=(after.id,)),
    )
    unseen = a_figure(7000, area=LUTON, thread=a_thread(calculation="sum", inputs=("0" * 12,)))
    figures = [a_figure(20, area=ward), before, after, change, mean, share, unseen]
    made = tidied(*figures)
    assert set(made.lines) == {before.id, after.id, share.id}
    assert set(made.left_out) == {figure.id for figure in (figures[0], change, mean, unseen)}
    assert "no level for a ward" in made.left_out[figures[0].id]
    assert "other places or times" in made.left_out[mean.id]
    lines = made.figures.decode().splitlines()
    for figure in (before, after, share):
        assert str(figure.value) in lines[made.lines[figure.id] - 1].split(",")


@pytest.mark.parametrize("text", ["=1+1", "+44", "-2", "@SUM(A1)", '  =HYPERLINK("x")', "\t=1"])
def test_report_data_writes_no_formula(text: str) -> None:
    hostile = Area("821", text, AreaKind.COUNCIL, region="E12000006")
    (row,) = read(tidied(a_figure(10, area=hostile)).figures)
    assert row["la_name"] == "'" + " ".join(text.split())


def test_report_data_keeps_negative_numbers_and_their_decimals() -> None:
    figure = a_figure(Decimal("-3.40"), area=LUTON, unit=Unit.MEAN, decimals=1)
    (row,) = read(tidied(figure).figures)
    assert row["average"] == "-3.4"


def test_report_data_of_an_empty_report_is_headings_only() -> None:
    made = tidy(of())
    assert read(made.figures) == []
    assert heading(made.meta) == META


def test_report_data_is_the_same_bytes_again() -> None:
    assert tidied(*a_mixture()) == tidied(*a_mixture())


def test_report_data_survives_half_a_character() -> None:
    broken = Area("821", "Lu\ud800ton", AreaKind.COUNCIL, region="E12000006")
    (row,) = read(tidied(a_figure(10, area=broken)).figures)
    assert row["la_name"] == "Lu?ton"
