"""`goldenthread demo`: made-up children, from their histories to a report that says so."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goldenthread.cli import main
from goldenthread.cli.demo import NAME, NOTICE
from goldenthread.figures import FigureBook
from goldenthread.sources import parquet


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    out = tmp_path_factory.mktemp("demo") / "made"
    return out, run("demo", "--out", out, "--years", 2, "--size", 0.05, "--seed", 3)


def test_it_goes_from_children_to_a_report_and_tells_where_to_look(
    made: tuple[Path, Result],
) -> None:
    out, result = made
    assert result.exit_code == 0, result.output
    said = " ".join(result.stdout.split())
    assert said.startswith(NOTICE)
    assert said.endswith(NOTICE)
    for place in ("returns", "records", "figures.parquet", "report"):
        assert (out / place).exists()
        assert str(out / place) in said
    assert parquet.recognises(out / "records" / "records.json")
    page = (out / "report" / "index.html").read_text("utf-8")
    assert "Referrals by locality" in page
    assert "Hilltop" in page
    assert len(list((out / "returns").rglob("cin_census_*.xml"))) == 2


def test_nothing_that_it_makes_can_be_mistaken_for_real(made: tuple[Path, Result]) -> None:
    report = made[0] / "report"
    page = (report / "index.html").read_text("utf-8")
    assert f"<title>{NAME}: " in page
    assert NOTICE in page
    with (report / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all(row["source"].startswith("Measured from children who are made up") for row in rows)
    threads = json.loads((report / "thread.json").read_text("utf-8"))["figures"]
    assert {each["source"].split(".")[0] for each in threads} == {"made_up"}
    book = FigureBook.open(made[0] / "figures.parquet")
    assert all(source.startswith("made_up.") for source in book.sources())


def test_no_published_figure_of_a_real_place_stands_beside_them(
    made: tuple[Path, Result],
) -> None:
    threads = json.loads((made[0] / "report" / "thread.json").read_text("utf-8"))["figures"]
    assert {each["area"] for each in threads} == {"Luton"}
    assert not [each for each in threads if each["source"].startswith(("dfe.", "ons.", "lait"))]


def test_it_is_made_again_whole_and_refuses_a_folder_of_others(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = run("demo", "--out", tmp_path, "--years", 1, "--size", 0.02)
    assert result.exit_code == 2
    assert "holds other files" in result.stderr
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("year", "said"),
    [("2010-11", "years ending 2014"), ("23", "is no year"), ("2024-03", "2023-24")],
)
def test_a_year_that_cannot_be_made_up_is_refused(year: str, said: str, tmp_path: Path) -> None:
    result = run("demo", "--out", tmp_path / "out", "--year", year)
    assert result.exit_code == 2
    assert said in result.stderr
