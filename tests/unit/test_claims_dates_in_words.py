"""Dates in order, in their year and of the calendar, told in many words."""

import pytest

from tests.factories.statements import errors_in, two_ways

# In braces what is right, and what is wrong.
BOTH = [
    "Consultation opened on 3 June 2024 and closed on 24 {June|May} 2024.",
    "The scheme started in April {2022 and ended in March 2024.|2024 and ended in March 2022.}",
    "The home opened in May {2019 and closed in June 2021.|2021 and closed in June 2019.}",
    "The review began on 1 March 2023 and was completed on 30 June {2023.|2022.}",
    "Work started on 12 {January|June} 2024 and finished on 3 May 2024.",
    "Bids opened on 5 February 2024, with a closing date of 29 {March|January} 2024.",
    "The pilot, launched in October {2022,|2023,} ended in March 2023.",
    (
        "Between 1 April 2023 and 31 March 2024 the board met four times: on 9 May, 12 September "
        "and 4 December 2023, and on 19 {March|May} 2024."
    ),
    (
        "In the calendar year 2023 the board sat on 7 {February, 16 May and 19 September "
        "2023.|February 2023, 16 May 2023 and 9 January 2024.}"
    ),
    "In 2023/24 the board met on 9 May 2023, 12 September 2023 and 6 February {2024.|2025.}",
    "During 2023/24 we met three times, in June {2023,|2022,} October 2023 and February 2024.",
    (
        "Attendance in the academic year 2022/23 (September {2022 to July 2023)|2023 to July "
        "2024)} was 93.4%."
    ),
    "The school year 2023/24 (September {2023 to July 2024)|2022 to July 2023)} was better.",
    "This report covers 2023/24 (1 April {2023 to 31 March 2024).|2024 to 31 March 2025).}",
    "Data are for the year ending March {2024|2023} (2023/24).",
    "In the 12 months to March {2024|2025} (2023/24) there were 41.",
    "Published on {30|31} April 2024.",
    "The panel met on {Wednesday|Thursday} 6 March 2024.",
    "The panel met on 6 March 2024 (a {Wednesday).|Friday).}",
    "Thursday 29 February {2024|2023} was the last day.",
    "The deadline is {30|31} September.",
    "Between 5 {January 2023 and 4 March|March 2023 and 4 January} 2023 we visited.",
    "From {2018 to 2022|2022 to 2018} the number rose.",
    "The year from 1 April 2023 to 31 March {2024|2023} is covered here.",
    "This report is for the financial year {2023/24.|2023/22.}",
    "This report is for the financial year {2023-24.|2023-23.}",
    "In quarter 4 of 2023/24 (January to March {2024)|2023)} there were 12.",
    "The committee met on Friday {8|7} March 2024.",
    "Our next meeting will be held on Thursday {12|10} September 2024 at 2pm.",
    (
        "Fieldwork took place between {4 September and 20 October|20 October 2023 and 4 September} "
        "2023."
    ),
    "The order came into force on {30|31} April 2024.",
    "Nominations opened on 2 May 2024 and closed on {31 May|30 April} 2024.",
    (
        "The shop was opened in June {2021 and was closed in March 2023.|2023 and was closed in "
        "March 2021.}"
    ),
    "These are the figures for {2022/23.|2022/22.}",
    (
        "In the municipal year 2023/24 the panel met on 7 June 2023, 4 October 2023 and 6 "
        "{March|June} 2024."
    ),
    (
        "During the calendar year 2022 meetings were held on 3 March 2022 and 10 November "
        "{2022.|2023.}"
    ),
    "The year to 31 March 2024 {(2023/24)|(2024/25)} was hard.",
    (
        "Between 1 September 2022 and 31 August 2023 governors met three times, in October 2022, "
        "February 2023 and {June|October} 2023."
    ),
    "The data run from April {2019 to March 2024.|2024 to March 2019.}",
    "Members stood down on {30|31} November 2023.",
    "Our accounts for the year 1 August 2022 to 31 July {2023|2024} are attached.",
    (
        "A first hearing was held in {May 2024 and a second in July|July 2024 and a second in May} "
        "2024."
    ),
    "This report covers 2023/24. During the year we held an event on 14 June {2023.|2024.}",
    "The tribunal sat on {28|30} February 2023.",
    (
        "The academic year 2023/24 (1 September {2023 to 31 August 2024)|2024 to 31 August 2025)} "
        "was our best."
    ),
    "Q1 2024/25 (April to June {2024)|2025)} is the latest.",
    "He served from {2019 until 2023.|2023 until 2019.}",
    "On Tuesday 11 and {Wednesday|Thursday} 12 June 2024 inspectors visited.",
]  # fmt: skip
SILENT = [
    "He was arrested on 4 May 2023 and charged on 6 May 2023.",
    "It was approved in July 2023 and came into force in September 2023.",
    "Offences recorded in 2019 were charged in 2021.",
    "The plan was agreed on 3 June 2024, replacing that of 24 May 2021.",
    "The office closed on 24 May 2024 and opened again on 3 June 2024.",
    "The shop closed in 2019 and opened in 2021 as a hub.",
    "Applications closed on 3 May 2024; the next round opened on 1 April 2024.",
    "In 2023/24 the board met on 9 May 2023; the minutes were published on 2 June 2024.",
    "During 2023/24 we planned the survey of May 2025.",
    (
        "The case opened in March 2021 was closed in May 2021; another, opened in 2022, closed in "
        "2024."
    ),
    "The framework, published in March 2022, came into effect in September 2022.",
    "The plan for 2024-27 builds on that for 2021-24.",
    "Statistics for January to December 2023 were published on 25 April 2024.",
    "Since 2019/20 the number has fallen each year to 2023/24.",
    "The first cohort began in September 2023 and the second in January 2024.",
    "Applications are open from 1 March to 31 May 2024.",
    "The survey of March 2023 was repeated in March 2024.",
    "Ofsted visited on 11 and 12 June 2024 (Tuesday and Wednesday).",
]  # fmt: skip


@pytest.mark.parametrize("text", BOTH)
def test_the_right_one_goes_by_and_the_wrong_one_does_not(text: str) -> None:
    right, wrong = two_ways(text)
    assert errors_in("dates", right) == []
    assert errors_in("dates", wrong)


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_wrong_goes_by(text: str) -> None:
    assert errors_in("dates", text) == []
