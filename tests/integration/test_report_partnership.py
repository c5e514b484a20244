"""A partnership's own folder in the main job: its prose, dismissals and mistakes."""

import re
import shutil

import pytest

from goldenthread.examples import folder
from goldenthread.nouns import GoldenThreadError
from goldenthread.report.make import make_report


@pytest.fixture
def partnership(tmp_path):
    """A copy of the example's folder, to be changed."""
    place = tmp_path / "ours"
    shutil.copytree(folder(), place)
    return place


def test_what_people_write_is_printed_with_its_figures_and_meets_the_guidance(
    partnership, tmp_path
):
    (partnership / "prose").mkdir()
    (partnership / "prose" / "scrutineer.md").write_text(
        "Enquiries reached {{section_47_enquiries count 2023-24}}, and I ask why.", "utf-8"
    )
    (partnership / "prose" / "enquiries-ask.md").write_text("Why so many?", "utf-8")
    settings = partnership / "partnership.toml"
    settings.write_text('prose = "prose"\n' + settings.read_text("utf-8"), "utf-8")
    made = make_report(out=tmp_path / "out", partnership=partnership)
    page = re.sub(r"<[^>]+>", "", (made.folder / "index.html").read_text())
    assert "Enquiries reached 1,252, and I ask why." in page
    assert "Why so many?" in page
    met = {each["key"] for each in made.checks["requirements"] if each["state"] == "met"}
    assert "themes_of_scrutiny" in met


def test_a_number_typed_by_hand_fails_its_check(partnership, tmp_path):
    (partnership / "prose").mkdir()
    (partnership / "prose" / "scrutineer.md").write_text("There were 1,252 of them.", "utf-8")
    settings = partnership / "partnership.toml"
    settings.write_text('prose = "prose"\n' + settings.read_text("utf-8"), "utf-8")
    made = make_report(out=tmp_path / "out", partnership=partnership)
    assert not made.holds
    (failing,) = (check for check in made.checks["checks"] if not check["holds"])
    assert "1,252" in failing["failing"][0]


def test_an_outlier_that_the_contents_leave_out_fails_until_it_is_dismissed(partnership, tmp_path):
    contents = partnership / "short.toml"
    contents.write_text(
        'title = "Short"\narrangement = "one block"\n'
        '[[section]]\nid = "one"\ntitle = "One"\n'
        '[[section.block]]\nid = "plans"\nshow = "indicator"\n'
        'indicators = ["child_protection_plans_started"]\n',
        "utf-8",
    )
    made = make_report(out=tmp_path / "out", partnership=partnership, contents=str(contents))
    assert made.holds, "the summary shows whatever stands out"
    (partnership / "dismissals.toml").write_text(
        '[[dismissal]]\nindicator = "section_47_enquiries"\non = 2024-09-01\n'
        'why = "A backlog was cleared in the spring, as the executive heard."\n'
        'by = "the independent scrutineer"\n',
        "utf-8",
    )
    settings = partnership / "partnership.toml"
    settings.write_text('dismissals = "dismissals.toml"\n' + settings.read_text("utf-8"), "utf-8")
    made = make_report(out=tmp_path / "out", partnership=partnership, contents=str(contents))
    assert made.holds
    page = re.sub(r"<[^>]+>", "", (made.folder / "index.html").read_text())
    assert "A backlog was cleared in the spring" in page
    assert "Section 47 enquiries rose" not in page


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('name = "x"', "area"),
        ('name = "x"\narea = "821"\ncolour = "red"', "colour"),
        ("name = ", "not valid TOML"),
        ('name = "x"\narea = "821"\nprose = "../../etc"', "leads out"),
    ],
)
def test_a_partnerships_folder_is_read_with_care(tmp_path, text, told):
    place = tmp_path / "theirs"
    place.mkdir()
    (place / "partnership.toml").write_text(text, "utf-8")
    with pytest.raises(GoldenThreadError, match=told):
        make_report(out=tmp_path / "out", partnership=place)
    assert not (tmp_path / "out").exists()


def test_a_misspelt_dismissal_is_answered_with_the_name_meant(partnership, tmp_path):
    (partnership / "dismissals.toml").write_text(
        '[[dismissal]]\nindicator = "section_47_enquiry"\non = 2024-09-01\n'
        'why = "A backlog was cleared in the spring, as the executive heard."\n'
        'by = "the independent scrutineer"\n',
        "utf-8",
    )
    settings = partnership / "partnership.toml"
    settings.write_text('dismissals = "dismissals.toml"\n' + settings.read_text("utf-8"), "utf-8")
    with pytest.raises(GoldenThreadError, match="section_47_enquiries"):
        make_report(out=tmp_path / "out", partnership=partnership)


def test_writing_that_no_block_asks_for_is_named(partnership, tmp_path):
    (partnership / "prose").mkdir()
    (partnership / "prose" / "enquires-ask.md").write_text("Why so many?", "utf-8")
    settings = partnership / "partnership.toml"
    settings.write_text('prose = "prose"\n' + settings.read_text("utf-8"), "utf-8")
    made = make_report(out=tmp_path / "out", partnership=partnership)
    assert [fault["file"] for fault in made.checks["faults"]] == ["enquires-ask.md"]
    assert any("enquires-ask.md" in line for line in made.lines())
