"""Changes told in sentences: many phrasings, right and wrong, and what is left alone."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.checks.change import KIND
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def faults(text):
    """What the check finds in a text."""
    return check(Reading((document_from_text("a.txt", text),)), [KIND]).faults


# Each with a right size (or word) and a wrong one.
PHRASINGS = [
    ("Visits rose from 400 to 500, an increase of {}.", "25%", "20%"),
    ("Visits fell by {}, from 500 to 400.", "20%", "25%"),
    (
        "Visits were down {} on last year: 400, against 500 in 2021/22.",
        "20 per cent",
        "25 per cent",
    ),
    ("Visits: 500 in 2023/24 compared with 400 in 2022/23 ({} increase).", "25%", "20%"),
    ("Visits reached 500, {} more than the 400 of the year before.", "25%", "20%"),
    ("500 visits were made, up {} from 400.", "25%", "20%"),
    ("We made 500 visits, {} more than in 2022 (400).", "100", "90"),
    ("Visits (500) were {} higher than a year earlier (400).", "25%", "20%"),
    ("Visits 2023/24: 400, down from 500 in 2022/23, {}.", "-20%", "-25%"),
    ("Visits rose to 500 from 400 in 2022, growth of {}.", "25%", "20%"),
    ("In 2021/22 there were 400 visits and in 2022/23 there were 500, a rise of {}.", "25%", "20%"),
    ("Last year we made 400 visits. This year it was 500, an increase of {}.", "25%", "20%"),
    ("Compared with 2021, when 400 visits were made, numbers are {} higher at 500.", "25%", "20%"),
    ("Visits went from four hundred to five hundred, up {}.", "a quarter", "a half"),
    ("Spending rose from £4.00m to £5.00m, or {}.", "25%", "20%"),
    ("The rate dropped from 50.0 to 40.0 per 10,000, a fall of {}.", "20%", "25%"),
    (
        "Attendance was 80%, up {} on 75% in the spring.",
        "5 percentage points",
        "12 points",
    ),
    ("Waits were cut by {}, from 20 days to 16 days.", "20%", "25%"),
    ("Visits: 400 in 2021, 450 in 2022 and 500 in 2023, up {} over the two years.", "25%", "20%"),
    ("There were {} fewer visits than last year (400 compared with 500).", "100", "120"),
    ("Visits: 400 → 500 ({}).", "+25%", "+20%"),
    ("Visits: 500 (2022: 400, {}).", "+25%", "+20%"),
    (
        "In 2022 we made 400 visits. It has now risen to 500, an increase of {}.",
        "25%",
        "20%",
    ),
    ("The service made 500 visits. This is {} more than in 2022, when 400 were made.", "100", "90"),
    ("Having stood at 400 in the autumn, visits reached 500 by Easter, a rise of {}.", "100", "90"),
    (
        "We made 500 visits this year. Last year it was 400, so they have grown by {}.",
        "25%",
        "20%",
    ),
    ("Visits numbered 400 last winter and 500 this winter; growth was {}.", "25%", "20%"),
    ("£4.20m was planned and £3.60m has been spent, a shortfall of {}.", "£0.60m", "£1.10m"),
    ("Visits reached 400, still {} short of the 500 made before.", "20%", "25%"),
    ("There has been {} in visits, with 500 made this year and 400 last year.", "a rise", "a fall"),
    ("Visits {} from 400 to 500.", "rose", "fell"),
    ("Visits stood at 500, {} than the 400 of last year.", "higher", "lower"),
    ("{} visits were made this year (500) than last year (400).", "More", "Fewer"),
    ("Visits were 500, {} from 400 in 2022.", "up", "down"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), PHRASINGS)
def test_a_change_is_known_right_or_wrong(text, right, wrong):
    assert not faults(text.format(right))
    found = faults(text.format(wrong))
    assert [each.severity for each in found] == [Severity.ERROR], found


@pytest.mark.parametrize(
    "text",
    [
        # The percentage belongs to something else.
        "Visits rose from 400 to 500, while calls fell by 10%.",
        "Visits rose from 400 to 500, though the population grew 3% a year.",
        "Visits rose from 400 to 500, an increase of 40% since 2015.",
        "Visits rose from 400 to 500 and are expected to rise by 10% next year.",
        "Spending fell from £500m to £400m, a cut of 35% in real terms.",
        "Contacts rose by 12% here, compared with 8% nearby.",
        "Output grew 15%, down from 23% in the spring.",
        # The two numbers count different things, or are no change at all.
        "Of 500 visits 400 were in time, an improvement of 10%.",
        "Between 400 and 500 people came, a rise of 40% on the spring.",
        "Scores ranged from 500 to 400, down a little.",
        "The song fell from 3 to 5 in the charts.",
        # Rounding explains the difference.
        "Visits rose from 1.2 million to 1.3 million, an increase of 12%.",
        "The share rose from 9% to 10%, a rise of 1.6 percentage points.",
        "Visits rose from 12,000 to 15,000, an increase of 21%.",
        "Visits rose from nearly 400 to over 500, up 30%.",
    ],
)
def test_what_cannot_be_told_is_left_alone(text):
    assert not faults(text)


def test_the_evidence_can_be_followed_with_a_calculator():
    (fault,) = faults("386 plans began, compared with 311 in the year before (24.2% increase).")
    assert fault.printed == "24.2%"
    assert fault.expected == "24.1%"
    assert fault.evidence == "386 − 311 = 75; 75 ÷ 311 = 24.1%, not 24.2%"


def test_a_change_told_backwards_names_the_word():
    (fault,) = faults("The wait fell from 11.2 weeks in April to 13.8 weeks in September.")
    assert "fell" in fault.printed
    assert "up" in fault.evidence


def test_a_true_change_that_only_fits_backwards_is_a_warning():
    (fault,) = faults("400 visits compared with 500, an increase of 25%.")
    assert fault.severity is Severity.WARNING


def test_what_was_put_to_the_test_is_counted():
    reading = Reading(
        (document_from_text("a.txt", "Visits rose from 4 to 5.\n\nThere were 3 calls."),)
    )
    checked = check(reading, [KIND])
    assert (checked.statements, checked.understood) == (2, 1)
