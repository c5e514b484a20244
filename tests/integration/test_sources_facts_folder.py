"""A folder of facts: what is read, what is a fault, and how fast."""

from datetime import date

import pytest

from goldenthread.nouns import GoldenThreadError, NeighbourSet, Symbol
from goldenthread.sources.facts import (
    SourceNote,
    read_facts,
    read_neighbours,
    read_sources,
    write_facts,
    write_neighbours,
)
from tests.factories import EAST, LUTON, a_figure, a_thread
from tests.factories.work import calls_made


def test_a_fact_is_one_short_line_blank_where_the_default_holds(tmp_path):
    write_facts(tmp_path, [a_figure(912)])
    assert (tmp_path / "facts.csv").read_text() == (
        "from,indicator,unit,area,period,value,definition,locator\n"
        "dfe.c4@2024,section_47_enquiries,count,821,2023-24,912,section_47_enquiries:1,"
        '"row 2, column Section47"\n'
    )


def test_sources_carry_what_a_reader_needs_to_follow_up(tmp_path):
    said = SourceNote("", "dfe.c4", title="Children in need, table C4", licence="OGL", note="n")
    write_facts(tmp_path, [a_figure(912)], {"dfe.c4": said})
    (note,) = read_sources(tmp_path)
    assert (note.key, note.title, note.licence, note.note) == (
        "dfe.c4@2024",
        "Children in need, table C4",
        "OGL",
        "n",
    )
    assert (note.known_since, note.file) == (date(2024, 10, 31), "c4_2013_to_2024.csv")


def test_two_files_of_one_release_and_two_areas_of_one_code_stay_apart(tmp_path):
    renamed = a_figure(1, area=type(LUTON)("821", "Luton then", LUTON.kind))
    held = [a_figure(912), a_figure(5, thread=a_thread(file="other.csv")), renamed]
    write_facts(tmp_path, held)
    assert sorted(map(repr, read_facts(tmp_path)[0])) == sorted(map(repr, held))


def test_facts_may_stand_in_several_files(tmp_path):
    write_facts(tmp_path, [a_figure(912), a_figure(symbol=Symbol.CONFIDENTIAL, area=EAST)])
    lines = (tmp_path / "facts.csv").read_text().splitlines()
    (tmp_path / "facts.csv").write_text("\n".join([lines[0], lines[1]]))
    (tmp_path / "more.csv").write_text("\n".join([lines[0], lines[2]]))
    figures, faults = read_facts(tmp_path)
    assert (len(figures), faults) == (2, [])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2023-24", "2023-25", "not one year"),
        (",count,", ",counts,", "counts"),
        (",912,", ",many,", "not a number"),
        (",912,", ",NaN,", "not a number"),
        (",912,", ",,", "either a value or a symbol"),
        (",821,", ",999,", "areas.csv has no row"),
        ("dfe.c4@2024", "dfe.c5@2024", "sources.csv has no row"),
        ("section_47_enquiries,", ",", "indicator is missing"),
        (",912,", ",912,1,", "more or fewer cells"),
    ],
)
def test_a_line_that_does_not_fit_is_a_fault_with_its_line_and_costs_only_itself(
    old, new, said, tmp_path
):
    write_facts(tmp_path, [a_figure(912), a_figure(2, period="2022-23")])
    file = tmp_path / "facts.csv"
    header, *lines = file.read_text().splitlines()
    good, bad = sorted(lines, key=lambda line: "912" in line)
    assert old in bad
    file.write_text("\n".join([header, good, bad.replace(old, new, 1)]))
    figures, (fault,) = read_facts(tmp_path)
    assert len(figures) == 1
    assert (fault.file, fault.place) == ("facts.csv", "line 3")
    assert said in fault.message


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("facts.csv", b"", "must name the columns"),
        ("facts.csv", b"from,colour\n", "column 'colour' is not known"),
        ("facts.csv", b"from,from\n", "must name the columns"),
        ("facts.csv", b'from,unit\n"a', "breaks off"),
        ("facts.csv", b"from,unit\n\xff,a\n", "not UTF-8"),
        ("facts.csv", b"\xff\xfe", "not UTF-8"),
        ("sources.csv", b"key,colour\n", "column 'colour' is not known"),
    ],
)
def test_a_file_that_is_not_one_of_ours_is_a_fault(name, content, said, tmp_path):
    write_facts(tmp_path, [a_figure(912)])
    (tmp_path / name).write_bytes(content)
    figures, faults = read_facts(tmp_path)
    assert not figures
    assert said in faults[0].message
    assert faults[0].file == name


def test_missing_files_and_folders_are_said(tmp_path):
    with pytest.raises(GoldenThreadError, match="no folder of facts"):
        read_facts(tmp_path / "absent")
    _, faults = read_facts(tmp_path)
    assert {fault.file for fault in faults} == {"sources.csv", "areas.csv"}
    with pytest.raises(GoldenThreadError, match=r"sources\.csv"):
        read_sources(tmp_path)
    with pytest.raises(GoldenThreadError, match=r"neighbours\.csv"):
        read_neighbours(tmp_path)


def test_what_cannot_be_read_back_is_not_written(tmp_path):
    with pytest.raises(GoldenThreadError, match="cannot be kept as a fact"):
        write_facts(tmp_path, [a_figure(1, breakdown=a_figure(1).breakdown.of(a="x;b=y"))])
    with pytest.raises(GoldenThreadError, match="holds a blank"):
        write_facts(tmp_path, [a_figure(1, area=type(LUTON)("1", "x", LUTON.kind, "", ("a b",)))])
    assert not list(tmp_path.iterdir())


def test_neighbours_are_in_order_of_rank_and_a_doubled_rank_is_an_error(tmp_path):
    kept = NeighbourSet("nfer", 2021, "821", ("807", "331", "330"))
    write_neighbours(tmp_path, [kept])
    assert read_neighbours(tmp_path) == (kept,)
    file = tmp_path / "neighbours.csv"
    header, first, second, third = file.read_text().splitlines()
    file.write_text("\n".join([header, third, first, second]))
    assert read_neighbours(tmp_path) == (kept,)
    file.write_text("\n".join([header, first, first]))
    with pytest.raises(GoldenThreadError, match="rank 1 of nfer 2021 for 821 stands twice"):
        read_neighbours(tmp_path)


def test_the_facts_of_one_indicator_are_read_alone(tmp_path):
    write_facts(tmp_path, [a_figure(1), a_figure(2, indicator="contacts")])
    figures, faults = read_facts(tmp_path, "contacts")
    assert ([each.indicator for each in figures], faults) == (["contacts"], [])
    (tmp_path / "more.csv").write_text("what,is,this\n1,2,3\n", encoding="utf-8")
    _, faults = read_facts(tmp_path, "contacts")
    assert [fault.file for fault in faults] == ["more.csv"]


def test_a_fact_is_no_more_work_to_read_among_many(tmp_path):
    each = []
    for how_many in (2_000, 4_000, 8_000):
        held = [a_figure(number, breakdown=f"age={number % 400}") for number in range(how_many)]
        folder = tmp_path / str(how_many)
        write_facts(folder, held)
        read = []
        each.append(calls_made(lambda: read.append(read_facts(folder))) / how_many)  # noqa: B023
        figures, faults = read[0]
        assert (len(figures), faults) == (how_many, [])
    assert each[2] < each[0] * 1.2, each
