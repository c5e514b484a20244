"""Numbers in sentences that name a row of a table beside them."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.statements import errors_in, faults_in

SOURCES = """Table 1: Referrals by source and quarter 2023/24

| Source | Q1 | Q2 | Q3 | Q4 | Total |
| --- | --- | --- | --- | --- | --- |
| Police | 310 | 290 | 345 | 322 | 1,267 |
| Schools | 280 | 150 | 301 | 299 | 1,030 |
| Health | 120 | 131 | 118 | 140 | 509 |
| Total | 710 | 571 | 764 | 761 | 2,806 |

"""
PLANS = """Table 3: Child protection plans by category, 31 March 2024

| Category | Number | % |
| --- | --- | --- |
| Neglect | 142 | 44.4% |
| Emotional abuse | 118 | 36.9% |
| Physical abuse | 39 | 12.2% |
| Sexual abuse | 21 | 6.6% |
| Total | 320 | 100% |

"""
RIGHT = [
    SOURCES + "Table 1 shows that police made 1,267 referrals in the year.",
    SOURCES + "Table 1 shows that police made 345 referrals in Q3, up from 290 in Q2.",
    SOURCES + "Table 1 shows a fall of 130 in referrals from schools between Q1 and Q2.",
    SOURCES + "Police made 45% of referrals (Table 1).",
    SOURCES + "Police and schools together made 2,297 referrals (Table 1).",
    SOURCES + "Health referrals averaged 127 a quarter (Table 1).",
    SOURCES + "Health made 140 of the 761 referrals in Q4 (Table 1).",
    SOURCES + "In 2022/23 police made 1,190 referrals; Table 1 gives this year's.",
    SOURCES + "Table 1 shows fewer than 150 referrals from health in every quarter.",
    PLANS + "Table 3 shows that neglect accounts for 44% of plans.",
    PLANS + "As the table shows, 142 children (44.4%) had plans for neglect.",
    PLANS + "Table 3 shows 39 plans for physical abuse, against 52 a year before.",
    PLANS + "88 of the 142 children with plans for neglect (Table 3) were boys.",
    PLANS + "We held 14 sessions on neglect, which Table 3 shows is our largest category.",
    PLANS + "Neglect training reached 240 staff.",
    PLANS + "Neglect (Table 3) rose by 10% on the year before.",
]
WRONG = [
    (SOURCES + "Table 1 shows that police made 1,276 referrals in the year.", "1,276"),
    (SOURCES + "Table 1 shows that police made 354 referrals in Q3, up from 290 in Q2.", "354"),
    (SOURCES + "As Table 1 shows, schools made 280 referrals in Q1 and 160 in Q2.", "160"),
    (SOURCES + "Police: 1,267, schools: 1,030 and health: 905 (see Table 1).", "905"),
    (SOURCES + "Health made 104 of the 761 referrals in Q4 (Table 1).", "104"),
    (PLANS + "Table 3 shows that neglect accounts for 46.4% of plans (142).", "46.4%"),
    (PLANS + "Table 3 shows that neglect accounts for 44.4% of plans (124).", "124"),
    (PLANS + "Table 3 shows 39 plans for physical abuse and 12 for sexual abuse.", "12"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_the_table_has_or_does_not_speak_of_goes_by(text: str) -> None:
    assert faults_in("quoted_from_table", text) == []


@pytest.mark.parametrize(("text", "printed"), WRONG)
def test_what_the_table_has_not_is_an_error(text: str, printed: str) -> None:
    (fault,) = errors_in("quoted_from_table", text)
    assert fault.printed == printed
    assert "the table (line" in fault.evidence


def test_with_a_word_too_many_it_is_a_warning() -> None:
    (fault,) = faults_in("quoted_from_table", PLANS + "There were 124 urgent plans for neglect.")
    assert fault.severity is Severity.WARNING
    assert "142" in fault.evidence


def test_a_table_far_away_is_not_meant() -> None:
    pages = "\n\n".join("A paragraph of other things." for _ in range(5))
    assert (
        faults_in("quoted_from_table", f"{PLANS}{pages}\n\nThere were 124 plans for neglect.") == []
    )
