"""One number for two things: told where it is unusual and the things have no word alike."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.several_texts import found_by, reading_of_all

TOLD = [
    ("The hub took 2,317 calls in May.\n\nIn 2023 lost library books came to 2,317.", "2,317"),
    ("Absence was 14.7% in May. Turnover of nurses: 14.7%.", "14.7%"),
    ("Legacies brought £186,420.\n\nRepairs of roofs cost £186,420.", "£186,420"),
    (
        "Second plans were 43 (12%).\n\nNobody moved.\n\nLater, second plans were 12 (43%).",
        "12 (43%)",
    ),
]
NOT_TOLD = [
    "The hub took 2,317 calls. All 2,317 calls were logged.",
    "The hub took 2,317 calls.\n\nCalls to the hub: 2,317.",
    "The hub took 12 calls.\n\nNurses who left: 12.",
    "The hub took 2,000 calls.\n\nTrees planted: 2,000.",
    "Absence was 50% in May. Turnover of nurses: 50%.",
    "Absence was 14.7% in May. Turnover of nurses was the same, 14.7%.",
    "The hub took 231 calls.\n\nOne.\n\nTwo.\n\nThree.\n\nTrees planted: 231.",
    "Brent 20.9%\n\nEnfield 20.9%",
    "The hub took 2,317 calls.\n\nTrees planted: 2,317.\n\nOwls: 2,317.\n\nSeats sold: 2,317.",
    "The hub took about 2,317 calls.\n\nTrees planted: about 2,317.",
]


@pytest.mark.parametrize(("text", "printed"), TOLD)
def test_an_unusual_number_told_of_two_things_is_a_warning(text: str, printed: str) -> None:
    (fault,) = found_by("double_duty", reading_of_all(text))
    assert (fault.severity, fault.printed) == (Severity.WARNING, printed)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_chance_and_meaning_go_by(text: str) -> None:
    assert found_by("double_duty", reading_of_all(text)) == []


def test_only_the_most_striking_of_a_text_are_told() -> None:
    numbers = ("2,317", "2,418", "2,519", "2,621", "12,722", "2,823")
    first = "\n\n".join(f"The hub took {each} calls in the year." for each in numbers)
    second = "\n\n".join(f"We planted {each} trees in parks." for each in numbers)
    faults = found_by("double_duty", reading_of_all(f"{first}\n\n{second}"))
    assert len(faults) == 4
    assert faults[0].printed == "12,722"


def test_calls_and_trees_with_one_number_are_told() -> None:
    reading = reading_of_all("The hub took 2,317 calls in the year.\n\nWe planted 2,317 trees.")
    assert len(found_by("double_duty", reading)) == 1
