"""More than all and less than none, told in many words."""

import pytest

from tests.factories.statements import errors_in, two_ways

# In braces what is right, and what is wrong.
BOTH = [
    "The rate of looked-after children is {61.2|61.2%} per 10,000.",
    "Teenage conceptions ran at 14.1 per {|cent per }1,000 girls.",
    "In all, {96%|106%} of referrals were decided in a day.",
    "Some {98%|108%} of care leavers were in touch.",
    "Fires fell by {40%.|140%.}",
    "The number of complaints dropped by {60%|160%} in a year.",
    "There was a {30%|130%} reduction in burglary.",
    "Burglary is down {45%|145%} on last year.",
    "We saw a decrease of {12%|112%} in admissions.",
    "Attendance stood at {94%.|104%.}",
    "The response rate was {61%.|161%.}",
    "There were {12|−12} children on the list.",
    "On 31 March {41|41.5} children had a plan.",
    "The number of vacancies was {9.|−9.}",
    "{Nine|Eleven} in ten families were happy.",
    "{9|11} out of 10 callers were satisfied.",
    "Of 40 staff, {95%|105%} had been trained.",
    "Staff turnover was {14%.|−14%.}",
    "{96%|109%} were seen within four hours.",
    "The proportion of assessments completed in time was {91%.|119%.}",
    "Pupils achieving the standard: {71%.|171%.}",
    "Rates: {27|27%} per 100 adults.",
    "Vaccine coverage was {93%.|113%.}",
    "Two thirds {(67%)|(167%)} of tenants agreed.",
]  # fmt: skip
SILENT = [
    "Occupancy reached 104% when escalation beds opened.",
    "The average family has 1.7 children.",
    "Calls rose by 240%.",
    "The fund grew to 130% of its size.",
    "A loss of 120% was made on the shares.",
    "The change in the number of children was −12.",
    "The net change was −3.5 children per school.",
    "Absence fell by 1.5 children a day on average.",
    "Demand is 230% of what it was.",
    "The increase was 230%.",
    "Over 100% of the target was met.",
    "We delivered 120% of planned visits.",
    "Compliance exceeded plan at 104%.",
    "Rates are per 10,000 children; 4.2% of them were over 60.",
    "All 40 (100%) agreed.",
]  # fmt: skip


@pytest.mark.parametrize("text", BOTH)
def test_the_right_one_goes_by_and_the_wrong_one_does_not(text: str) -> None:
    right, wrong = two_ways(text)
    assert errors_in("impossible_unit", right) == []
    assert errors_in("impossible_unit", wrong)


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_wrong_goes_by(text: str) -> None:
    assert errors_in("impossible_unit", text) == []
