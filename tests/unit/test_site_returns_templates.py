"""The templates that ship: all there, each read whole by its own mapping, whoever is asked."""

import pytest

from goldenthread.nouns import Area, AreaKind, Period
from goldenthread.nouns.register import area
from goldenthread.sources.spreadsheets import load_mapping
from goldenthread_site.returns.arriving import from_file
from goldenthread_site.returns.checking import check, mapping_of
from goldenthread_site.returns.rules import CellState
from goldenthread_site.returns.templates import ReturnTemplate, templates
from tests.factories.filled import answers, filled

PERIODS = {
    "quarter": "2026-27 Q2",
    "financial_year": "2025-26",
    "academic_year": "2025-26 academic",
}
EVERYONE = Area("agency-7", "everyone the Trust; of “Bedford” serves", AreaKind.FOOTPRINT)
AREAS = [area("821"), area("pan-bedfordshire"), EVERYONE]


def test_the_twelve_and_the_four_after_their_pattern_are_there():
    assert set(templates()) == {
        *("police", "operation_encompass", "hospital", "community_health", "mental_health"),
        *("fire", "education", "marac", "lado", "missing", "youth_justice", "channel"),
        *("gcp2", "child_deaths", "supervision_and_training", "childrens_social_care"),
    }


@pytest.mark.parametrize("template", templates().values(), ids=lambda each: each.key)
@pytest.mark.parametrize("where", AREAS, ids=lambda each: each.code)
def test_each_is_read_whole_by_its_own_mapping(template, where, tmp_path):
    period = Period.parse(PERIODS[template.period])
    assert period.kind is template.period_kind
    mapping = tmp_path / f"{template.key}_return.toml"
    mapping.write_text(mapping_of(template, period, where, 'A "trust"; of two'), encoding="utf-8")
    assert load_mapping(mapping).title == template.title
    typed = answers(template)
    checked = check(template, period, where, 'A "trust"; of two', typed)
    assert checked.faults == {}
    assert {each.state for each in checked.answers.values()} == {CellState.VALUE}
    assert set(checked.answers) == set(typed)


@pytest.mark.parametrize("template", templates().values(), ids=lambda each: each.key)
def test_the_file_to_fill_in_is_read_back_without_a_fault(template):
    period = Period.parse(PERIODS[template.period])
    content = filled(template, period)
    arrived = from_file(content, ".csv", template, period, area("821"), "Anyone")
    assert arrived.faults == []
    assert arrived.typed == answers(template)


def test_a_count_on_the_last_day_is_about_that_day_and_not_about_the_year():
    line = templates()["education"].find("home_educated")
    assert line.period_of(Period.parse("2025-26 academic")).code == "2026-08-31"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"indicator": "police_noticed"}, "no indicator called"),
        ({"unit": "percent"}, "not told in percent"),
        ({"breakdown": {"sector": "Education"}}, "not broken down by sector"),
    ],
)
def test_a_template_with_a_line_nobody_could_keep_is_refused(change, said):
    line = {"key": "a", "indicator": "police_notices", "words": "Notices"} | change
    given = {"key": "one", "title": "One", "about": "", "sectors": [], "guidance": ""}
    with pytest.raises(Exception, match=said):
        ReturnTemplate(**given, period="quarter", due_after_days=5, line=[line])
