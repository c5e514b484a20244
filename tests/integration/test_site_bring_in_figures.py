"""The published figures of a partnership, brought in from files with its statistical neighbours."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from goldenthread.nouns import Period
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.models import KeptFigure, KeptNeighbours
from goldenthread_site.figures.shelves import desk_of
from tests.factories.published import C4, EAST, ENGLAND, GATESHEAD, LUTON, c4_cells, table

pytestmark = pytest.mark.django_db

C5 = "c5_children_in_need_referrals_by_source_2024_to_2024.csv"
MODEL = "sn_model_2025_wide.csv"
FAR = ("Local authority", "E12000006", "East of England", "874", "E06000031", "Peterborough")
YEAR = Period.financial_year(2024)


@pytest.fixture
def luton():
    return Partnership.objects.create(name="Luton (example)", slug="luton", areas=["821"])


@pytest.fixture
def published(tmp_path):
    """A year of four places and England; Gateshead is said to be most like Luton."""
    places = (ENGLAND, EAST, LUTON, GATESHEAD, FAR)
    for name, cells in ((C4, c4_cells()), (C5, {"Referrals": "300", "Police": "100"})):
        rows = [(place, 2024, cells) for place in places]
        (tmp_path / name).write_text(table(rows), encoding="utf-8")
    _models(tmp_path, "390")
    return tmp_path


def _models(folder, *neighbours):
    names = ",".join(f"SN_{rank}" for rank, _ in enumerate(neighbours, 1))
    line = f"old_la_code,{names}\n821,{','.join(neighbours)}\n822,{','.join(neighbours)}\n"
    (folder / MODEL).write_text(line, encoding="utf-8")


def bring_in(folder, name="Luton (example)"):
    out, told = StringIO(), StringIO()
    call_command("bring_in_figures", name, data=folder, stdout=out, stderr=told)
    return out.getvalue(), told.getvalue()


def kept(**of):
    return KeptFigure.objects.filter(**of)


def test_the_councils_figures_come_with_what_they_are_compared_with(luton, published):
    out, _ = bring_in(published)
    assert "Luton, East of England, England and 1 statistical neighbour." in out
    assert f"Kept {kept().count()} figures" in out
    assert {each.area_code for each in kept()} == {"821", "390", "E12000006", "E92000001"}


def test_of_a_neighbour_wholes_by_year_are_kept_and_of_the_council_all(luton, published):
    bring_in(published)
    assert kept(area_code="821").exclude(breakdown="").exists()
    assert not kept(area_code="390").exclude(breakdown="").exists()
    assert kept(area_code="390", indicator="section_47_enquiries", value=1252).exists()


def test_the_desk_compares_with_the_neighbours_that_were_brought_in_last(luton, published):
    bring_in(published)
    (first,) = desk_of(luton, YEAR, inside=True).neighbour_sets
    assert (first.area, first.year, first.members) == ("821", 2025, ("390",))
    _models(published, "874", "390")
    bring_in(published)
    (second,) = desk_of(luton, YEAR, inside=True).neighbour_sets
    assert second.members == ("874", "390")
    assert KeptNeighbours.objects.count() == 2  # what was kept before is kept


def test_without_a_model_of_neighbours_the_rest_is_brought_in(luton, published):
    (published / MODEL).unlink()
    out, _ = bring_in(published)
    assert out.endswith("figures of Luton, East of England, England.\n")
    assert desk_of(luton, YEAR, inside=True).neighbour_sets == ()


def test_what_was_not_read_is_told_each_thing_once(luton, published):
    _models(published, "390", "999", "998")
    _, told = bring_in(published)
    assert told.count("it is not the code of another area; this neighbour was not read") == 1
    assert f"{MODEL}, row 2, column SN_2" in told
    assert "(and 3 more like it)" in told


def test_files_of_other_councils_keep_nothing(luton, published):
    (published / C5).unlink()
    (published / C4).write_text(table([(GATESHEAD, 2024, c4_cells())]), encoding="utf-8")
    with pytest.raises(CommandError, match="no figure of its councils"):
        bring_in(published)
    assert not kept().exists()
    with pytest.raises(CommandError, match="Begin it first"):
        bring_in(published, name="Northmoor")
