"""Runs, ranges and bounds told of a list of values, in many words."""

import pytest

from tests.factories.statements import errors_in, two_ways

# In braces what is right, and what is wrong.
BOTH = [
    (
        "Monthly admissions were 48 in January, 41 in February, 55 in March and 66 in April. They "
        "ranged from {41 in February|48 in January} to 66 in April."
    ),
    (
        "Footfall hit a low point of {12,400 in 2021, against 18,900 in 2019, 15,100 in "
        "2020|15,100 in 2020, against 18,900 in 2019, 12,400 in 2021} and 17,750 in 2022."
    ),
    (
        "Vacancies were 22% in April, 19% in July, {18%|20%} in October and 17% in January, "
        "falling at every point."
    ),
    (
        "Vacancies were 22% in April, 19% in July, {18%|20%} in October and 17% in January: a fall "
        "in each successive quarter."
    ),
    (
        "Income was £318,000 in 2019, £325,000 in 2020, {£327,400|£317,400} in 2021 and £332,100 "
        "in 2022: the third successive year of growth."
    ),
    (
        "Income grew for the third year running: £318,000 in 2019, £325,000 in 2020, "
        "{£327,400|£317,400} in 2021 and £332,100 in 2022."
    ),
    (
        "Volunteers numbered 110 in 2020, 125 in 2021, {131|121} in 2022 and 140 in 2023. There "
        "has been year-on-year growth."
    ),
    (
        "Volunteers numbered 110 in 2020, 125 in 2021, {131|121} in 2022 and 140 in 2023. The "
        "number has increased every year."
    ),
    (
        "Volunteers numbered 110 in 2020, 125 in 2021, {131|121} in 2022 and 140 in 2023. Each "
        "year was higher than the last."
    ),
    (
        "Volunteers numbered 110 in 2020, 125 in 2021, {131|121} in 2022 and 140 in 2023, an "
        "unbroken rise."
    ),
    (
        "Turnout ranged from 28.9% in South ward to 35.0% in East ward, with North on "
        "{31.2%|37.2%} and West on 30.1%."
    ),
    (
        "Waits ranged from 9 to 14 weeks: 9 in cardiology, 11 in dermatology, {14|16} in neurology "
        "and 12 in urology."
    ),
    (
        "The number on the register was 88 in June, 93 in September, 97 in December and {90|99} in "
        "March. It reached its highest point in December."
    ),
    (
        "Children made up {41% of callers, parents 33%|31% of callers, parents 43%} and teachers "
        "26%; children were the largest group."
    ),
    (
        "Parents were the largest group of callers {(43%), ahead of children (31%)|(33%), ahead of "
        "children (41%)} and teachers (26%)."
    ),
    (
        "The largest share of calls came from parents {(43%), with children on 31%|(33%), with "
        "children on 41%} and teachers on 26%."
    ),
    (
        "In each of the last three years the rate has fallen: 61.2 per 10,000 in 2021, {58.4|62.4} "
        "in 2022 and 55.0 in 2023."
    ),
    (
        "Rates per 10,000 were 61.2 in 2021, 58.4 in 2022, {57.9|59.9} in 2023 and 55.0 in 2024. "
        "The rate has fallen for three consecutive years."
    ),
    (
        "Compliance was 96% in Q1, 97% in Q2, {95%|93%} in Q3 and 98% in Q4, so it was "
        "consistently above 94%."
    ),
    (
        "Compliance was 96% in Q1, 97% in Q2, {95%|93%} in Q3 and 98% in Q4, never dropping below "
        "95%."
    ),
    (
        "Compliance was 96% in Q1, 97% in Q2, {95%|93%} in Q3 and 98% in Q4. The 95% target was "
        "met in every quarter."
    ),
    (
        "Our income was £2.1m in 2020, £2.4m in 2021, {£2.6m|£2.3m} in 2022 and £2.9m in 2023 – "
        "growth in each of the last three years."
    ),
    (
        "For the third consecutive year the number of fires has fallen: 412 in 2020, 388 in 2021, "
        "{371|391} in 2022 and 350 in 2023."
    ),
    (
        "Calls were up in all four areas: Ash 12%, Birch {9%,|19%,} Cedar 15% and Dale 4%. Cedar "
        "saw the biggest rise."
    ),
    (
        "Attendance at each event:\n\n- Spring fair: 1,210\n- Summer fete: 2,480\n- Autumn walk: "
        "640\n- Winter market: {1,905|2,905}\n\nThe summer fete drew the biggest crowd, and the "
        "autumn walk the smallest."
    ),
    (
        "At no point in the year did occupancy fall below 88%: it was 91% in Q1, {89%|86%} in Q2, "
        "92% in Q3 and 94% in Q4."
    ),
    "Every quarter saw more than 200 arrests: 212, 230, {241|191} and 219.",
    (
        "Monthly admissions varied between 31 in June and 58 in January (February had {44,|64,} "
        "March 40, April 37 and May 35)."
    ),
    (
        "The rate was 3.4% in 2019, 3.9% in 2020, 4.6% in 2021, 4.2% in 2022 and 3.7% in 2023. It "
        "reached a peak of {4.6% in 2021.|4.2% in 2022.}"
    ),
    (
        "Applications fell from 5,210 in 2019 to 4,870 in 2020, {4,655|4,955} in 2021 and 4,410 in "
        "2022: a fall every year."
    ),
    (
        "The backlog stood at 1,204 in June, 1,110 in July, {1,043|1,143} in August and 988 in "
        "September. It has come down month after month."
    ),
    (
        "Persistent absence was 12.1% in 2018/19, 21.4% in 2021/22, 20.2% in 2022/23 and "
        "{18.9%|20.9%} in 2023/24. It has now fallen for two years in a row."
    ),
    (
        "The school's roll has grown year on year, from 212 in 2020 to 219 in 2021, {231|211} in "
        "2022 and 240 in 2023."
    ),
    (
        "Membership has now fallen for three years in succession, from 5,210 in 2020 to 5,105 in "
        "2021, {4,980|5,180} in 2022 and 4,870 in 2023."
    ),
]  # fmt: skip
SILENT = [
    "Funding per head ranges from £88 in Marlow to £131 in Denby; the average is £104.",
    "Sixty-one per cent of girls and 54% of boys met the standard, as did 57% of all pupils.",
    (
        "Over five years the rate per 1,000 went 6.1, 6.4, 6.9, 7.2 and 7.0. It has never been "
        "higher than last year's 7.2."
    ),
]  # fmt: skip


@pytest.mark.parametrize("text", BOTH)
def test_the_right_one_goes_by_and_the_wrong_one_does_not(text: str) -> None:
    right, wrong = two_ways(text)
    assert errors_in("extreme", right) == []
    assert errors_in("extreme", wrong)


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_wrong_goes_by(text: str) -> None:
    assert errors_in("extreme", text) == []
