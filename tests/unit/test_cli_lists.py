"""What `areas`, `indicators` and `figures` list, as text and as JSON."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from goldenthread.cli import main
from goldenthread.figures import FigureBook
from goldenthread.indicators import catalogue
from goldenthread.nouns import Unit
from goldenthread.nouns.register import areas, councils
from goldenthread.report.gather import Gathered
from tests.factories import a_figure, a_thread


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.stderr
    return result


def read_json(*arguments: str) -> Any:
    return json.loads(run(*arguments, "--format", "json").stdout)


def test_areas_by_part_of_a_name_or_code() -> None:
    assert "821" in run("areas", "luton").stdout
    assert "Luton" in run("areas", "E06000032").stdout
    assert "Peterborough" not in run("areas", "luton").stdout


def test_areas_as_json_are_all_there_are_today() -> None:
    found = {each["code"] for each in read_json("areas", "--kind", "council")}
    assert found == {each.code for each in councils()}
    everything = read_json("areas", "--former")
    assert {each["code"] for each in everything} == {each.code for each in areas()}
    luton = next(each for each in everything if each["code"] == "821")
    assert luton["region"] == "East of England"
    assert luton["last_day"] is None


def test_areas_in_a_region() -> None:
    found = read_json("areas", "--region", "East of England")
    assert "Luton" in {each["name"] for each in found}
    assert {each["region_code"] for each in found} == {"E12000006"}


def test_no_area_is_said() -> None:
    result = CliRunner().invoke(main, ["areas", "Atlantis"])
    assert result.exit_code == 2
    assert "No area fits" in result.stderr


def test_every_indicator_is_listed_under_its_theme() -> None:
    text = run("indicators").stdout
    for name, one in catalogue().items():
        assert f"  {name} " in text
        assert one.theme.value in text
    assert {each["name"] for each in read_json("indicators")} == set(catalogue())


def test_indicators_of_one_theme() -> None:
    found = read_json("indicators", "--theme", "police")
    assert {each["theme"] for each in found} == {"Police and domestic abuse"}
    assert "Care leavers" not in run("indicators", "--theme", "police").stdout


def test_one_indicator_is_explained_whole() -> None:
    one = catalogue()["section_47_enquiries"]
    text = " ".join(run("indicators", one.name).stdout.split())
    for said in (one.title, one.numerator, one.denominator, one.window, one.limits):
        assert " ".join(said.split()) in text
    assert read_json("indicators", one.name)["limits"] == one.limits


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the book hold these figures, whatever the embedded example holds."""

    def hold(*figures: Any) -> None:
        book = FigureBook.of(figures)
        monkeypatch.setattr(
            "goldenthread.cli.figures.gather", lambda *_: Gathered(book, neighbour_sets=())
        )

    return hold


def test_figures_are_listed_with_their_source(known: Callable[..., None]) -> None:
    known(a_figure(1252), a_figure(912, period="2022-23"))
    lines = run("figures").stdout.splitlines()
    assert len(lines) == 3
    assert {"1,252", "912"} == {word for line in lines for word in line.split() if word[0] in "19"}
    assert all("dfe.c4" in line and "row 2, column Section47" in line for line in lines[1:])


def test_figures_of_one_period_and_indicator(known: Callable[..., None]) -> None:
    known(
        a_figure(1252),
        a_figure(912, period="2022-23"),
        a_figure("207.9", unit=Unit.RATE_PER_10000, decimals=1),
        a_figure(40, indicator="initial_conferences"),
    )
    (found,) = read_json("figures", "--indicator", "initial_conferences")
    assert (found["value"], found["area"], found["period"]) == (40, "Luton", "2023-24")
    assert len(read_json("figures", "--period", "2023-24")) == 3
    result = CliRunner().invoke(main, ["figures", "--period", "last year"])
    assert "is no period" in result.stderr


def test_a_small_count_of_children_is_withheld(known: Callable[..., None]) -> None:
    known(a_figure(3), a_figure(6, period="2022-23"))
    small, larger = sorted(read_json("figures"), key=lambda each: each["period"], reverse=True)
    assert (small["value"], small["symbol"], small["printed"]) == (None, "c", "c")
    assert larger["value"] == 6
    assert "  3  " not in run("figures").stdout


def test_restatements_and_bases_are_two_lists(known: Callable[..., None]) -> None:
    known(
        a_figure(310, thread=a_thread(vintage="2023")),
        a_figure(311, thread=a_thread(vintage="2024")),
        a_figure(40, indicator="initial_conferences"),
    )
    assert {each["value"] for each in read_json("figures", "--restated")} == {310, 311}
    assert CliRunner().invoke(main, ["figures", "--restated", "--bases"]).exit_code == 2
    result = CliRunner().invoke(main, ["figures", "--bases"])
    assert result.exit_code == 2
    assert "nothing like that" in result.stderr


def test_text_stops_at_the_limit_and_says_so(known: Callable[..., None]) -> None:
    known(*(a_figure(100 + year, period=f"20{year}-{year + 1}") for year in range(13, 24)))
    text = run("figures", "--limit", "3").stdout
    assert "... and 8 more" in text
    assert len(text.splitlines()) == 5
    assert len(run("figures", "--limit", "0").stdout.splitlines()) == 12
