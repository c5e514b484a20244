"""The stages of the journey, dated by area: what is in force, and what became of what."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.nouns.stages import PARTS, stages, with_own
from goldenthread.tables import code_list

LUTON, BEDFORD = "821", "822"
BEFORE, AFTER = date(2025, 3, 31), date(2025, 4, 1)

OWN = """
[[stage]]
name = "Family Help"
parts = ["early_help", "child_in_need"]
areas = ["Bedford"]
from = 2026-01-05
source = "The council"
"""


def names(area: str, on: date) -> list[str]:
    return [each.name for each in stages().in_force(area, on)]


def test_luton_has_family_help_from_april_2025_and_no_separate_early_help() -> None:
    assert {"Early help", "Child in need"} <= set(names(LUTON, BEFORE))
    assert "Family Help" not in names(LUTON, BEFORE)
    assert names(LUTON, AFTER).count("Family Help") == 1
    assert not {"Early help", "Child in need"} & set(names(LUTON, AFTER))


def test_elsewhere_the_stages_are_englands_on_either_day() -> None:
    assert names(BEDFORD, BEFORE) == names(BEDFORD, AFTER) == names(LUTON, BEFORE)


def test_what_a_stage_became_and_what_it_came_from_are_told_with_the_day() -> None:
    (became,) = stages().became("Early help", LUTON)
    assert (became.stage.name, became.when) == ("Family Help", AFTER)
    (came,) = stages().came_from("Family Help", LUTON)
    assert [each.name for each in came.instead_of] == ["Early help", "Assessment", "Child in need"]
    assert came.words == "Family Help took the place of early help, assessment and child in need"
    assert stages().became("Early help", BEDFORD) == ()
    assert stages().became("Referral", LUTON) == ()


def test_every_part_of_the_journey_has_a_stage_and_what_is_unsure_of_luton_is_said() -> None:
    assert all(stages().at(part, BEDFORD, date(1990, 1, 1)) for part in PARTS)
    assert all(each.source for each in stages().known)
    assert "2025" in stages().at("early_help", LUTON, AFTER).confirm


def test_what_a_record_may_say_of_its_stage_is_the_name_of_a_stage() -> None:
    known = {each.name for each in stages().known}
    assert set(code_list("journey_stage").labels().values()) <= known


def test_an_area_tells_its_own_stages_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "stages.toml"
    file.write_text(OWN, encoding="utf-8")
    own = with_own(file)
    assert own.at("early_help", BEDFORD, date(2026, 1, 4)).name == "Early help"
    assert own.at("early_help", BEDFORD, date(2026, 1, 5)).name == "Family Help"
    assert own.at("assessment", BEDFORD, date(2026, 1, 5)).name == "Assessment"
    assert own.at("early_help", LUTON, AFTER).name == "Family Help"


def test_the_files_own_day_holds_over_the_one_shipped(tmp_path: Path) -> None:
    file = tmp_path / "stages.toml"
    file.write_text(OWN.replace("Bedford", LUTON), encoding="utf-8")
    assert with_own(file).at("early_help", LUTON, AFTER).name == "Early help"
    assert [each.when for each in with_own(file).changes(LUTON)] == [date(2026, 1, 5)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OWN.replace("[[stage]]", "[[stages]]"), "begin each entry with [[stage]]"),
        (OWN.replace("from", "since"), "stage 1: 'since' is not a key that is known"),
        (OWN.replace('source = "The council"', ""), "stage 1: 'source' is missing"),
        (OWN.replace("early_help", "early help"), "'early help' is no part of the journey"),
        (OWN.replace("2026-01-05", '"January"'), "from = 2025-04-01"),
        (OWN.replace("2026-01-05", "2026-01-05T09:00:00"), "from = 2025-04-01"),
        (OWN.replace('["Bedford"]', '"Bedford"'), 'areas = ["821"]'),
        (OWN.replace("Bedford", "Nowhere at all"), "stage 1: No area is called"),
        (OWN + OWN.replace("Family Help", "Families First"), "two stages stand for early_help"),
        ("[[stage]\n", "is not TOML"),
        ("stage = [1]\n", "begin each entry with [[stage]]"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_what_to_do(
    tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "stages.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GoldenThreadError) as caught:
        with_own(file)
    assert said in str(caught.value)
