"""A council’s return filled in by the program, and the small shares of a return withheld."""

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from goldenthread import synthetic
from goldenthread.cli import main
from goldenthread.disclosure import release
from goldenthread.figures import FigureBook
from goldenthread.nouns import Period, Unit
from goldenthread_site.returns import actions, checks
from goldenthread_site.returns.figuring import figures_of
from tests.factories.returns import a_town

pytestmark = pytest.mark.django_db
QUARTER = Period.parse("2023-24 Q3")


@pytest.fixture
def town(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return a_town()


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """The figure book that a council’s analyst made of its returns."""
    folder = tmp_path_factory.mktemp("council")
    tables = synthetic.histories({"821": 0.05}, range(2022, 2025), seed=3)
    for year in (2023, 2024):
        synthetic.write("annex_a", tables, "821", year, folder / "returns")
    book = folder / "figures.parquet"
    asked = ["measure", folder / "returns", "--area", "Luton", "--out", book]
    told = run(*asked, "--period", "2023-24", "--by", "quarter")
    assert told.exit_code in (0, 1), told.stderr
    return book


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


def test_what_was_counted_comes_back_as_the_councils_figures(client, town, counted, tmp_path):
    asked = town.ask("childrens_social_care", period=QUARTER.code)
    draft = actions.begin(**town.contributor.both, asked=asked)
    client.force_login(town.contributor.person)
    upload = reverse("upload_return", args=[draft.pk])
    assert "goldenthread fill" in client.get(upload).content.decode()
    form, filled = tmp_path / "form.csv", tmp_path / "filled.csv"
    form.write_bytes(client.get(reverse("return_template", args=[draft.pk])).content)
    told = run("fill", form, "--from", counted, "--out", filled)
    assert told.exit_code == 0, told.output
    assert "Episodes in the multi-agency hub. Not known: " in told.output  # no workbook tells it

    client.post(upload, {"file": SimpleUploadedFile("filled.csv", filled.read_bytes())})
    assert {cell.line for cell in draft.cells.exclude(place="")} == {
        line.key for line in asked.asked.line
    }
    sent = actions.submit(**town.contributor.both, sent=draft)
    actions.sign(**town.lead.both, sent=sent, post="Head")
    sent = checks.accept(**town.analyst.both, sent=sent)

    figures = {each.indicator: each for each in figures_of(sent)}
    counted_there = {
        (each.indicator, each.unit, each.period): each
        for each in FigureBook.open(counted).figures(breakdown="")
    }
    for each in figures.values():
        measured = counted_there[each.indicator, each.unit, each.period]
        assert each.value == measured.value
        if each.unit is Unit.PERCENT and each.known:  # typed as a percentage, known by its counts
            assert (each.numerator, each.denominator) == (
                measured.numerator,
                measured.denominator,
            )
    timed = figures["assessments_within_45_working_days"]
    assert timed.denominator == figures["assessments_completed"].value
    assert figures["looked_after_children"].period.code == "2023-12-31"
    assert not figures["mash_episodes"].known


def test_a_share_of_a_few_children_is_withheld_with_its_count(town):
    typed = {"episodes": "14", "offered": "35.7", "accepted": "100"}
    sent = town.accepted(town.ask("missing"), typed)
    figures = {each.indicator: each for each in figures_of(sent)}
    offered = figures["return_home_interviews_offered"]
    assert (offered.numerator, offered.denominator) == (5, 14)
    safe = release(figures.values())
    assert safe.of(offered).withheld  # five of fourteen: the percentage tells the five
    assert not safe.of(figures["missing_episodes"]).withheld
