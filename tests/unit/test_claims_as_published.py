"""What published texts say rightly of their numbers, and the same constructions told wrongly."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.statements import errors_in, faults_in

OPPOSITES = [
    "The port went from a loss of £2.4m in 2012 to a profit of £3.1m in 2013, a rise of £5.5m.",
    "Net lending fell from an investment of £4.4 billion in 2011 to a disinvestment of £0.3 "
    "billion in 2012. This decrease was of £4.7 billion.",
    "The trust moved from a £2.1m deficit in 2022 to a £1.4m surplus in 2023, an improvement of "
    "£3.5m.",
    "The balance fell from a deficit of £1.2m in May to a deficit of £2.6m in June.",
    "Income was a deficit of £8.6 billion in Quarter 1 2014, following a deficit of £9.5 billion "
    "in Quarter 4 2013. This decrease was due to lower payments.",
    "The index went from minus 0.4% to 0.8%, up 1.2 percentage points.",
    "The switch was due to an increase in net disinvestment of capital from £3.1 billion in 2012 "
    "to net disinvestment of £60.2 billion in 2013, and a switch in loans from net investment of "
    "£31.7 billion in 2012 to net disinvestment of £0.4 billion in 2013.",
]
CAUSES = [
    "Use rose from 3.3 to 3.7 tonnes due to a 31% increase in use by farms.",
    "Visits rose from 310 to 370, driven by a rise of 42% in referrals.",
    "Benefits rose by 5.2% in 2012/13. This compares with 2.2% in 2013/14. The increase is mainly "
    "due to their uprating.",
]
RATES_OF_GROWTH = [
    "World output grew by 3.4% in 2012. Growth is uneven. The north grew by 1.5% in 2012, compared "
    "with growth of 1.9% in 2011.",
    "Between 1990 and 2013 smoke fell by 14.1%, dust fell by 59.0% and soot fell by 51.4%.",
]
NO_NUMBERS_OF_THE_CHANGE = [
    "There was a 10% increase in assessments between phases 8 and 9 of the study.",
    "Emissions of farms were 3.7 tCO~2~e a hectare, a decrease of 16% from the previous year.",
    "No board amongst the FTSE 100 companies is without women, down from 21 in 2011.",
    "Yes Only at night 740 650 (-21%)",
    "Ages at marriage were 36.5 for men and 34.0 for women, up from 36.3 and 33.8.",
]
LEVELS = [
    "Costs fell by 3% in real terms, from £4.2bn to £4.3bn in cash.",
    "The absence rate was down by 1% on the year to 4.1% and the lateness rate to 5.3%.",
    "During 2012–15, 43% of children waited less than 16 months. In 2020/22 20% did, and in "
    "2019/21 14%.",
    "### 2015 / 2010 / 2007 / 2004",
]
LENGTHS = [
    "There were eight years between 1990 and 2013 in which emissions rose.",
    "The bridge was shut on 12 days between 1 March 2023 and 31 May 2023.",
    "Farms that lost stock in any two years between 2010 and 2016 may apply.",
    "The grant goes by the best three years between 2010 and 2016.",
    "A farm may choose a three-year period from 2010 to 2016 as its base.",
    "Data from the middle of this three-year period (April 2020 to March 2021) were left out.",
]
UNITS = [
    "The ward with the greatest percentage fall in voters was Elm Hill, at -18.3%.",
    "Women felt so more than men did (7.90 for women compared to 7.52 for men).",
    "Savings came to 130% of the £1.5m costs completed within the year.",
    "It was alike in Elmford (282.4 people per 100,000, from 249.7 – 318.1 people).",
    "In March 49.9 agency staff were employed by the service, falling to 22.3 in May.",
    "Women born in 1967 had 1.91 children, fewer than their mothers.",
]
OF_OTHER_THINGS = [
    # What came on top of the later number is no change from the earlier one.
    "The farm kept 210 geese in 2021 and 242 in 2022. A further 12 geese came and went.",
    "The farm kept 210 geese in 2021 and 242 in 2022, a further 34 geese.",
    # A comparative before an adjective says which of them, and no direction.
    "Crops were better on the less stony fields (49.3%) than on the more stony fields (46.1%).",
    # What is pointed to stands above; it is no rise.
    "As shown above, just under half (48%) of growers agreed, and 18% did not.",
    # A limit, with an exception to it.
    "Yields in glasshouses were 14.5%, with all farms below 15% but for Fenby (26.6%).",
    # A change that names its own years is not between two places told before it.
    "In 2016 the yield in Fenby was 142.4 per 1,000 plants. This is lower than Marl (171.9 per "
    "1,000). The yield in Fenby fell by 14.7% between 2006 and 2016.",
    # What grew for two groups shares nothing out between them.
    "Membership has increased by 70% among men and 60% among women since 2003.",
    # Two ends of two measures: those that thrive, and those that do not.
    "Marl had the lowest share of plants in good health (78 per cent) and the highest share of "
    "plants in bad health (8 per cent).",
]
PAY = "Median pay was £27,000, an increase of 2.1% compared with £26,500 the year before. "
OTHER_PAY = "Managers had £41,800 and clerks £23,600, drivers £24,200. Each worked 37.5 hours."
WRONG = [
    (
        "change",
        "Crops were less heavy in Fenby (49.3 kg) than in 2015, down from 46.1 kg.",
        "down",
    ),
    (
        "change",
        "Yields in glasshouses were 26.6% in 2015 and 14.5% in 2016, 15% below.",
        "15%",
    ),
    (
        "change",
        "The yield in Fenby was 171.9 per 1,000 plants in 2006. In 2016 it was 142.4 per 1,000 "
        "plants, a fall of 14.7% between 2006 and 2016.",
        "14.7%",
    ),
    ("change", "The farm's geese rose from 210 in 2021 to 242 in 2022, a further 12.", "12"),
    ("shares_of_whole", "Members are 70% men and 60% women.", "60%"),
    (
        "extreme",
        "Marl had the lowest share of plants in good health (78 per cent) and Fenby the highest "
        "share of plants in good health (8 per cent).",
        "78 per cent",
    ),
    ("change", "The deficit fell from £9m to £7m, a reduction of £4m.", "£4m"),
    ("change", "Visits rose from 310 to 370, a rise of 42%.", "42%"),
    ("change", "There were 340 visits, up from 410 in 2022.", "up"),
    (
        "change",
        "The port went from a loss of £2.4m in 2012 to a profit of £3.1m in 2013, a rise of £0.7m.",
        "£0.7m",
    ),
    ("change", "Exclusions rose by 1,300, from 6,685 to 7,720.", "1,300"),
    (
        "span",
        "In the eight years between 1990 and 2013 it rose.",
        "eight years between 1990 and 2013",
    ),
    (
        "span",
        "The trial ran for three years between 2010 and 2016.",
        "three years between 2010 and 2016",
    ),
    ("impossible_unit", "On 31 March there were 3.5 children on orders.", "3.5 children"),
    (
        "percent_or_points",
        "In 2022 the share was 79.6%. In 2024 it was 84.8%, so it has improved by 5.2%.",
        "5.2%",
    ),
]


@pytest.mark.parametrize(
    "text",
    [
        *OPPOSITES,
        *CAUSES,
        *RATES_OF_GROWTH,
        *NO_NUMBERS_OF_THE_CHANGE,
        *LEVELS,
        *LENGTHS,
        *UNITS,
        *OF_OTHER_THINGS,
    ],
)
@pytest.mark.parametrize(
    "kind",
    [
        "change",
        "percent_or_points",
        "span",
        "dates",
        "impossible_unit",
        "shares_of_whole",
        "extreme",
    ],
)
def test_what_is_published_rightly_is_no_error(kind: str, text: str) -> None:
    assert errors_in(kind, text) == []


@pytest.mark.parametrize(("kind", "text", "printed"), WRONG)
def test_the_same_told_wrongly_is_an_error(kind: str, text: str, printed: str) -> None:
    assert [fault.printed for fault in errors_in(kind, text)] == [printed]


def test_sums_are_rounded_as_the_whole_text_rounds_them() -> None:
    assert faults_in("change", PAY + OTHER_PAY) == []


def test_two_round_sums_alone_may_be_rounded() -> None:
    assert [fault.severity for fault in faults_in("change", PAY)] == [Severity.WARNING]


def test_a_change_that_no_rounding_saves_is_an_error() -> None:
    wrong = PAY.replace("2.1%", "3.1%") + OTHER_PAY
    assert [fault.printed for fault in errors_in("change", wrong)] == ["3.1%"]


def test_a_line_of_more_numbers_than_prose_has_is_read_in_no_time() -> None:
    line = "Charts show " + ", ".join(f"{n} ({n % 60 + 1}%)" for n in range(100, 200)) + "."
    assert errors_in("change", line) == []
