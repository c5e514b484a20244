"""Editions of the guidance: which applies when, what each asks, and how a report is checked."""

import pytest

from goldenthread.nouns import GoldenThreadError, Period
from goldenthread.report.editions import (
    SECTION_KINDS,
    Edition,
    State,
    check,
    edition,
    edition_for,
    editions,
)

EACH = pytest.mark.parametrize("each", editions(), ids=lambda each: each.id)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("2018-19", "wt2018"),
        ("2022-23", "wt2018"),
        ("2023-24", "wt2023"),
        ("2024-25", "wt2023"),
        ("2025-26", "wt2026"),
        ("2030-31", "wt2026"),
        ("2024-03-31", "wt2023"),
        ("2023-04", "wt2023"),
        ("2023-03", "wt2018"),
        ("2024-25 Q4", "wt2023"),
    ],
)
def test_the_year_a_report_is_about_chooses_its_edition(year: str, expected: str) -> None:
    assert edition_for(Period.parse(year)).id == expected


def test_editions_follow_one_another_without_gap_or_overlap() -> None:
    first, *_, last = editions()
    assert first.first_year is None
    assert last.last_year is None
    for earlier, later in zip(editions(), editions()[1:], strict=False):
        assert earlier.last_year is not None
        assert later.first_year == earlier.last_year.back(-1)


@EACH
def test_every_requirement_is_whole(each: Edition) -> None:
    keys = [requirement.key for requirement in each.requirements]
    assert len(set(keys)) == len(keys)
    words = [requirement.words for requirement in each.requirements]
    assert len(set(words)) == len(words)
    for requirement in each.requirements:
        assert requirement.words.endswith(".")
        assert requirement.basis
        assert requirement.met_by
        assert set(requirement.met_by) <= set(SECTION_KINDS)


@EACH
def test_what_was_not_read_in_the_original_says_so(each: Edition) -> None:
    assert each.checked_against
    assert each.confirm
    for requirement in each.requirements:
        if requirement.basis != "Children Act 2004, section 16G":
            assert "confirm" in requirement.confirm, requirement.key


def test_each_edition_keeps_what_it_builds_on_and_says_what_it_adds() -> None:
    old, middle, new = (edition(name) for name in ("wt2018", "wt2023", "wt2026"))
    assert middle.requirements[: len(old.requirements)] == old.requirements
    assert new.requirements[: len(middle.requirements)] == middle.requirements
    added = {r.key for r in new.requirements if r.edition == "wt2026"}
    assert "disproportionality" in added
    assert "costs_and_value" in {r.key for r in middle.requirements if r.edition == "wt2023"}
    assert all(r.edition == "wt2018" for r in old.requirements)


@pytest.mark.parametrize("name", ["wt2018", "wt2023", "wt2026"])
def test_the_act_s_two_duties_stand_in_every_edition(name: str) -> None:
    keys = [requirement.key for requirement in edition(name).requirements]
    assert keys[:2] == ["what_was_done", "how_effective"]


def test_kinds_of_section_are_described() -> None:
    assert list(SECTION_KINDS) == sorted(SECTION_KINDS)
    assert len(set(SECTION_KINDS.values())) == len(SECTION_KINDS)
    assert all(text.endswith(".") for text in SECTION_KINDS.values())


def test_a_report_with_nothing_meets_nothing() -> None:
    findings = check(edition("wt2023"), {}, {})
    assert {finding.state for finding in findings} == {State.MISSING}
    assert all(finding.where == () for finding in findings)


def test_a_section_of_every_kind_meets_everything() -> None:
    present = {kind: [kind.replace("_", "-")] for kind in SECTION_KINDS}
    findings = check(edition("wt2026"), present, {})
    assert {finding.state for finding in findings} == {State.MET}


def test_met_empty_and_missing_are_told_apart_with_where() -> None:
    findings = check(
        edition("wt2023"),
        {"scrutiny": ["scrutineer"], "audits": ["front-door-audit", "scrutineer"]},
        {"costs": ["money"], "training_impact": ["training"]},
    )
    found = {finding.requirement.key: finding for finding in findings}
    assert found["themes_of_scrutiny"].state is State.MET
    assert found["themes_of_scrutiny"].where == ("scrutineer", "front-door-audit")
    assert found["costs_and_value"].state is State.EMPTY
    assert found["costs_and_value"].where == ("money",)
    assert found["national_reforms"].state is State.MISSING
    assert [finding.requirement for finding in findings] == list(edition("wt2023").requirements)


def test_a_written_section_outweighs_an_empty_one_of_its_kind() -> None:
    (finding,) = [
        each
        for each in check(
            edition("wt2018"), {"childrens_voice": ["event"]}, {"childrens_voice": ["survey"]}
        )
        if each.requirement.key == "voice_of_children_and_families"
    ]
    assert finding.state is State.MET
    assert finding.where == ("event",)


def test_figures_alone_do_not_meet_the_guidance() -> None:
    findings = check(edition("wt2023"), {"data_and_figures": ["contacts", "referrals"]}, {})
    assert State.MET not in {finding.state for finding in findings}


def test_an_unknown_kind_or_edition_is_refused() -> None:
    with pytest.raises(GoldenThreadError, match="no kind of section; choose from activity"):
        check(edition("wt2018"), {"poetry": ["sonnet"]}, {})
    with pytest.raises(GoldenThreadError, match="choose one of wt2018, wt2023, wt2026"):
        edition("wt2010")
