"""Shares of a whole, by what the rows are; rates of groups are none."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.checked_tables import faults_in

WRONG = [
    (
        ("shares_of_whole", ""),
        """\
Age of residents, %

| Age | % |
|---|---|
| 0 to 15 | 21 |
| 16 to 64 | 68 |
| 65 and over | 18 |""",
    ),
    (
        ("shares_of_whole", ""),
        """\
| Tenure | Share of homes |
|---|---|
| Owned | 61% |
| Private rent | 22% |
| Social rent | 12% |
| Other | 9% |""",
    ),
    (
        ("shares_of_whole", ""),
        """\
How each pound is spent

| Heading | Share |
|---|---|
| Services | 81% |
| Raising money | 14% |
| Running costs | 9% |""",
    ),
    (
        ("shares_of_whole", ""),
        """\
| Question | Agree | Neither | Disagree |
|---|---|---|---|
| I feel safe | 71% | 18% | 11% |
| Staff listen | 64% | 22% | 24% |""",
    ),
    (
        ("shares_of_whole", ""),
        """\
| Year | Outstanding | Good | Requires improvement | Inadequate |
|---|---|---|---|---|
| 2021 | 18% | 62% | 16% | 4% |
| 2022 | 19% | 64% | 21% | 4% |""",
    ),
    (
        ("shares_of_whole", ""),
        """\
| Ethnic group | 2022 | 2023 |
|---|---|---|
| White | 61.0% | 59.4% |
| Asian | 20.1% | 21.3% |
| Black | 9.9% | 10.6% |
| Mixed | 6.0% | 6.2% |
| Other | 3.0% | 6.5% |""",
    ),
    (
        ("shares_of_whole", ""),
        """\
| Sex | Share |
|---|---|
| Male | 54% |
| Female | 49% |""",
    ),
    (
        ("shares_of_whole", ""),
        """\
| Outcome | % of cases |
|---|---|
| Charged | 12.0 |
| Caution | 18.0 |
| No suspect found | 41.0 |
| Other | 9.0 |
| Not yet known | 14.5 |
| All | 100.0 |""",
    ),
]
RIGHT = [
    """\
| | Boys | Girls |
|---|---|---|
| Seen | 120 | 96 |
| Seen in time | 90 | 72 |
| % in time | 75% | 75% |""",
    """\
| | Boys | Girls |
|---|---|---|
| Passed maths | 75% | 41% |
| Passed English | 66% | 52% |""",
    """\
| Site | % trained |
|---|---|
| Infirmary | 100% |
| Cottage | 98% |
| Clinic | 100% |
| Total | 99% |""",
    """\
Reasons given

| Reason | % |
|---|---|
| Cost | 61% |
| Distance | 44% |
| Other | 19% |""",
    """\
| Barrier | Share of firms |
|---|---|
| Cost | 41% |
| Skills | 34% |
| Rules | 19% |
| Other | 12% |""",
    """\
How did you hear of us?

| Source | % of visitors |
|---|---|
| Friend | 46% |
| Website | 38% |
| Poster | 12% |
| Other | 21% |""",
    """\
| Age | Share |
|---|---|
| Under 18 | 22% |
| Under 25 | 40% |
| Over 65 | 18% |
| Over 75 | 9% |""",
    """\
| Ethnic group | Share |
|---|---|
| White British | 44% |
| Pakistani | 18% |
| Bangladeshi | 9% |
| Polish | 4% |""",
    """\
| Area | Take-up |
|---|---|
| North | 61% |
| South | 38% |
| Other areas | 12% |""",
    """\
| Measure | 2022 | 2023 |
|---|---|---|
| Seen in time | 91% | 88% |
| Other checks in time | 7% | 14% |""",
    """\
| School | Autumn | Spring | Summer | Year |
|---|---|---|---|---|
| Ash | 94.1 | 93.8 | 95.0 | 94.3 |
| Elm | 92.2 | 93.0 | 94.4 | 93.2 |""",
    """\
| Statement | Strongly agree | Agree | Disagree | Strongly disagree |
|---|---|---|---|---|
| I am safe | 31% | 44% | 15% | 10% |
| I am heard | 22% | 41% | 25% | 11% |""",
    """\
| Statement | Strongly agree | Agree | All who agree |
|---|---|---|---|
| I am safe | 31% | 44% | 75% |
| I am heard | 22% | 41% | 63% |""",
    """\
| Band | Rate |
|---|---|
| Basic | 20% |
| Higher | 40% |
| Additional | 45% |""",
    """\
How much of the budget was spent

| Service | 2022 | 2023 |
|---|---|---|
| Parks | 61% | 58% |
| Roads | 44% | 51% |""",
    """\
Budget used so far, %

| Service | Used |
|---|---|
| Parks | 61 |
| Roads | 44 |
| Other | 15 |""",
    """\
Grades in 2023

| Team | Good | Fair |
|---|---|---|
| East | 60% | 20% |
| West | 65% | 25% |""",
    """\
Exclusion rate by ethnic group, %

| Ethnic group | Rate |
|---|---|
| White | 31% |
| Asian | 22% |
| Black | 41% |
| Mixed | 38% |""",
    """\
| Ethnic group | % reaching the standard |
|---|---|
| White | 31% |
| Asian | 29% |
| Black | 31% |
| Mixed | 28% |
| Other | 30% |""",
    """\
| Age group | Voted (%) |
|---|---|
| 18 to 24 | 11% |
| 25 to 49 | 24% |
| 50 to 64 | 33% |
| 65 and over | 45% |""",
]


@pytest.mark.parametrize(("expected", "text"), WRONG)
def test_the_one_error_is_found(expected: tuple[str, str], text: str) -> None:
    kind, printed = expected
    (fault,) = (each for each in faults_in(text) if each.severity is Severity.ERROR)
    assert fault.kind == kind
    assert not printed or fault.printed == printed


@pytest.mark.parametrize("text", RIGHT)
def test_no_error_is_told_of_a_right_table(text: str) -> None:
    assert [each for each in faults_in(text) if each.severity is Severity.ERROR] == []
