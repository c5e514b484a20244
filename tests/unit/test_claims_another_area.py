"""Another council's children in a report of one's own: told where it is claimed, and only there."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.several_texts import found_by, reading_of_all

TOLD = [
    ("The board was assured of safe practice within Central Bedfordshire.", "Central Bedfordshire"),
    ("Audits show that children in Slough are seen quickly and heard.", "Slough"),
    ("We are confident that families across Peterborough get help early.", "Peterborough"),
    ("Leicester's children are safer for it.", "Leicester"),
    ("Our schools know their pupils well, and head teachers in Derby are quick to refer.", "Derby"),
    ("Practitioners are supported; thresholds are understood across Walsall.", "Walsall"),
    (
        "The plan sets out how we will protect young people in the London Borough of Ealing.",
        "Ealing",
    ),
    (
        "The panel is satisfied that children in Luton are heard, and that children in Derby are "
        "safe.",
        "Derby",
    ),
]
NOT_TOLD = [
    "The board was assured of safe practice within Luton.",
    "Children in Luton are safer than children in Slough.",
    "Services in Bedford, Central Bedfordshire and Luton work well together.",
    "Bedfordshire Police are confident that children are safe.",
    "East London Foundation Trust found that its staff know children well.",
    "The University of Derby found that practice is good.",
    "We learned from practice in Leeds, where children are heard.",
    "A review of the death of a child in Bradford found that practice must improve.",
    "Colleagues from Derby found that leaders know their services well.",
    "Some of our children are placed in Peterborough and are safe there.",
    "Children's reading is good: attainment in Reading, writing and maths improved.",
    "The rate is below that in Slough, which is good.",
    "Our sister service also works well for families in Walsall.",
    "The event in Derby was good for children.",
]


@pytest.mark.parametrize(("text", "name"), TOLD)
def test_a_claim_about_another_council_is_a_warning(text: str, name: str) -> None:
    (fault,) = found_by("another_area", reading_of_all(text, area="Luton"))
    assert fault.severity is Severity.WARNING
    assert name in fault.printed
    assert name in fault.evidence


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_reason_to_speak_of_elsewhere_goes_by(text: str) -> None:
    assert found_by("another_area", reading_of_all(text, area="Luton")) == []


def test_without_an_area_nothing_is_said() -> None:
    assert found_by("another_area", reading_of_all(TOLD[0][0])) == []


def test_a_city_within_a_county_s_name_goes_by() -> None:
    text = "We are assured that children in Nottingham are safe."
    assert found_by("another_area", reading_of_all(text, area="Nottinghamshire")) == []
