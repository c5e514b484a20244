"""A book is loaded from the example, a folder or its own file, and what cannot be is said."""

import io
import sys

import pytest

from goldenthread.notebook import load
from goldenthread.nouns import GoldenThreadError
from tests.factories import a_figure
from tests.factories.notebooks import LIBRARIES_WARN, a_notebook

pytestmark = LIBRARIES_WARN


def test_a_book_s_file_is_loaded_with_all_it_holds(tmp_path):
    kept = tmp_path / "figures.parquet"
    a_notebook([a_figure(1252), a_figure(912, period="2022-23")]).raw.write(kept)
    book = load(kept, area="Luton", year="2023-24")
    assert [each.value for each in book.series("section_47_enquiries", unit="count")] == [912, 1252]
    assert len(load(str(kept)).raw) == 2
    with pytest.raises(GoldenThreadError, match="complete in itself"):
        load(kept, partnership=tmp_path)


def test_what_is_not_there_or_is_no_book_is_said(tmp_path):
    with pytest.raises(GoldenThreadError, match=r"There is nothing at .*nowhere"):
        load(tmp_path / "nowhere")
    with pytest.raises(GoldenThreadError, match="holds no published file"):
        load(tmp_path)
    with pytest.raises(GoldenThreadError, match=r"no partnership\.toml"):
        load(partnership=tmp_path)
    other = tmp_path / "figures.parquet"
    other.write_text("no book")
    with pytest.raises(GoldenThreadError, match="cannot be read as a figure book"):
        load(other)
    with pytest.raises(GoldenThreadError, match="No area is called"):
        load(area="Lutton")


@pytest.fixture
def partnership(tmp_path):
    """A partnership's folder with one table of its own."""
    (tmp_path / "partnership.toml").write_text(
        'name = "Slough Safeguarding Partnership"\narea = "871"\nmappings = "tables"\n'
    )
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "training.csv").write_text("Agency,2023/24\nPolice,14\nHealth,34\n")
    (tables / "training.toml").write_text(
        'title = "Training"\ndata = "training.csv"\npublished = 2024-09-30\n'
        'indicator = "training_places_taken"\nunit = "count"\narea = "Slough"\n'
        'sensitivity = "workforce"\n'
        '[[columns]]\nis = "period"\n[[rows]]\nis = "breakdown"\ndimension = "agency"\n'
    )
    return tmp_path


def test_a_partnership_s_tables_are_read_and_its_area_is_meant(partnership):
    book = load(partnership=partnership)
    asked = {"unit": "count", "breakdown": "agency=Police"}
    assert book.figure("training_places_taken", **asked).value == 14
    assert book.area.name == "Slough"


def test_a_person_is_told_which_file_it_is_at_and_the_line_is_left_clean(monkeypatch, partnership):
    watched = io.StringIO()
    watched.isatty = lambda: True
    monkeypatch.setattr(sys, "stderr", watched)
    load(partnership=partnership)
    said = watched.getvalue()
    assert said.startswith("\rReading: training.toml")
    assert said.endswith(" \r")


def test_the_example_is_luton_in_2023_24_and_a_pipe_is_told_nothing(capsys):
    book = load()
    assert capsys.readouterr().err == ""
    assert (book.area.name, book.year.code) == ("Luton", "2023-24")


def test_a_folder_of_published_files_is_loaded(shared, tmp_path):
    name = "d6_cpps_reviewed_within_timescales_2013_to_2024.csv"
    (tmp_path / name).symlink_to(shared / "dfe" / name)
    book = load(tmp_path, area="Peterborough", year="2023-24")
    told = book.comparison("child_protection_reviews_in_time")
    assert told.to_pandas()["source"].unique().tolist() == ["dfe.d6"]
    assert "Peterborough is" in repr(told)
