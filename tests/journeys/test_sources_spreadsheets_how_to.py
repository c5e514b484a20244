"""The how-to's own example is run, and what it says of itself is held to."""

import re
from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError, Quality
from goldenthread.sources.spreadsheets import load_mapping, read_table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "add-a-table-mapping.md"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall(PAGE.read_text(encoding="utf-8"))


@pytest.fixture
def example(tmp_path, monkeypatch):
    """The named blocks written into an empty folder, which is then the working folder."""
    for _, name, body in BLOCKS:
        if name:
            (tmp_path / name).write_text(body, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_its_python_runs_and_prints_every_figure_and_no_fault(example, capsys):
    for language, _, body in BLOCKS:
        if language == "python":
            exec(compile(body, PAGE.name, "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 15
    assert lines[0] == ("training_places_taken|count|821|2023-24 Q1|agency=Police 8 cell B2")


def test_it_is_true_about_the_star_the_total_and_the_last_line(example):
    reading = read_table(example / "training_by_agency.toml")
    (starred,) = [each for each in reading.figures if each.thread.locator == "cell D3"]
    (whole,) = [each for each in reading.figures if each.thread.locator == "cell F4"]
    assert starred.quality is Quality.CAUTION
    assert starred.quality_note == "two places were booked twice"
    assert not whole.breakdown
    assert reading.left_out == ("cell A5",)
    assert {each.thread.source for each in reading.figures} == {"local.training_by_agency"}


def test_the_fault_it_shows_is_the_fault_that_comes(example):
    file = example / "training_by_agency.csv"
    file.write_text(file.read_text().replace("Police,8,0", "Police,8,none"), encoding="utf-8")
    (fault,) = read_table(example / "training_by_agency.toml").faults
    assert str(fault) in PAGE.read_text(encoding="utf-8")


def test_the_mistake_it_shows_is_answered_as_it_says(example):
    file = example / "training_by_agency.toml"
    file.write_text(file.read_text().replace('is = "period"', 'is = "periods"'), encoding="utf-8")
    with pytest.raises(GoldenThreadError) as error:
        read_table(file)
    assert str(error.value) in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "piece", [body for language, name, body in BLOCKS if language == "toml" and not name]
)
def test_each_shorter_piece_fits_into_a_mapping(piece, tmp_path):
    """The pieces are put into a mapping that has what they leave out."""
    rest = [
        'title = "A table"\ndata = "a.csv"\npublished = 2024-01-01\nunit = "count"\n'
        'indicator = "contacts"\narea = "Luton"\nperiod = "2023-24"\n',
        piece,
        '[[columns]]\nis = "breakdown"\ndimension = "source"\n',
        "" if "[[rows]]" in piece else '[[rows]]\nis = "breakdown"\ndimension = "issue"\n',
    ]
    file = tmp_path / "a_table.toml"
    file.write_text("\n".join(rest), encoding="utf-8")
    assert load_mapping(file).title == "A table"
