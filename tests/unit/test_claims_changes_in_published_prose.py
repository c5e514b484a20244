"""Changes, points and lengths of time in the forms of words that published prose uses."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

_RIGHT_AND_WRONG = (
    # Brackets tell the same again in another unit.
    (
        "The share of single homes increased by five percentage points from 30 per cent (12.5 "
        "thousand) in 2001 to {} per cent (15.7 thousand) in 2011.",
        "35",
        "53",
    ),
    (
        "In 2011, 80 per cent (45.1 thousand) of residents of Fenby and Marl were tenants. This is "
        "a seven percentage point {} since 2001 when 87 per cent (45.5 thousand) were.",
        "decrease",
        "increase",
    ),
    # A level with "and" in what it counts, and a change in apposition.
    (
        "There were 698,512 births in Fenby and Marl in 2013, a decrease of {} from 729,674 in "
        "2012.",
        "4.3%",
        "7.9%",
    ),
    (
        "There were 698,512 births in England and Wales in 2013, compared with 729,674 in 2012 (a "
        "fall of {}).",
        "4.3%",
        "7.9%",
    ),
    ("There are 15 empty posts in the service, and this is {} from 18 in 2011.", "down", "up"),
    ("In Fenby the rate in 2013 was 4.5 per thousand births, {} from 5.1 in 2012.", "down", "up"),
    (
        "The number of weddings in Fenby rose by {} in 2012 to 262,240, compared with 249,133 in "
        "2011.",
        "5.3%",
        "9.5%",
    ),
    (
        "Figures report a {} increase in children with protection plans, from 233 to 392 in May.",
        "68%",
        "86%",
    ),
    # The word of direction stands further off.
    ("The tenants of Fenby have {} markedly (from 48.1% to 61.8%).", "increased", "decreased"),
    ("The share of output {} most over the series, from 19.8% to 15.8%.", "fell", "rose"),
    (
        "A {} in the share of people without work, from 26.5% in 2012 to 24.0% in 2013.",
        "fall",
        "rise",
    ),
    # Forms that leave no doubt.
    ("47% of primary schools say so, however this {} to 39% of others.", "falls", "increases"),
    (
        "The wait, at 695 days, was {} than the average of the three-year period (669 days).",
        "longer",
        "shorter",
    ),
    ("Prices rose by 10.5% in the year to May 2014, {} from 9.9% in April.", "up", "down"),
    # One word over several.
    (
        "These were Fenby, which increased from 122.4 to 127.7; Marl from 80.5 to 82.8; and Ost "
        "from {}.",
        "94.7 to 96.9",
        "96.9 to 94.7",
    ),
    (
        "Only three districts increased their scores:\n\n- Fenby, from 121.9 to 128.2\n\n"
        "- Marl, from {}\n",
        "87.1 to 88.1",
        "88.1 to 87.1",
    ),
    # A change told in numbers and in per cent.
    (
        "Takings in May 2019 were £38.0 million, a £2.0 million, or {} increase on May 2018.",
        "5.6%",
        "4.5%",
    ),
    (
        "Life expectancy is 81.4 years for men compared to 85 years for women, with a gap of {} "
        "years between men and women.",
        "3.6",
        "4.5",
    ),
    (
        "Fenby is ranked 214 out of 317 councils on the score. This represents an increase ({}) "
        "from 196 in 2015.",
        "+18",
        "+28",
    ),
)


def _told(text: str) -> list[str]:
    reading = Reading((document_from_text("page.md", text),))
    return [
        fault.kind
        for fault in check(reading).faults
        if fault.severity is Severity.ERROR
        and fault.kind in ("change", "percent_or_points", "span", "dates")
    ]


@pytest.mark.parametrize(("text", "right", "wrong"), _RIGHT_AND_WRONG)
def test_a_change_in_published_words(text: str, right: str, wrong: str) -> None:
    assert _told(text.format(right)) == []
    assert _told(text.format(wrong)) != []


@pytest.mark.parametrize(
    "text",
    [
        "The share was {} of turnover in 2012, down from 19% in 2011, but up 4.5{} from the 2008 "
        "estimate of 14%.",
        "The gap was widest in Fenby, between men ({}) and women (59%), at 41{}.",
        "Share of flats: the share of flats let was {}, up 0.2 percentage points on June.\n\nThe "
        "share of flats let was 18%, up 0.2{} on June and down 1.0 percentage point on May.",
    ],
)
def test_a_difference_of_percentages_is_told_in_points(text: str) -> None:
    assert "percent_or_points" not in _told(text.format("18%", " percentage points"))
    assert "percent_or_points" in _told(text.format("18%", "%"))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("We pay into a ten-year early help strategy, 2015–{}, for all.", "2025", "2052"),
        ("Deaths fell over the last {} years, from 39.3 in 2006 to 23.5 in 2016.", "10", "20"),
        ("Scores were lowest in each of the {} years covered (2013/14 to 2016/17).", "4", "6"),
        ("{} years ago, in 1982, there were 315. In 2012 there were 806.", "Thirty", "Forty"),
        (
            "Rates moved in the period 2002–12. They are much the same over the {} year period.",
            "11",
            "21",
        ),
    ],
)
def test_lengths_in_years_fit_the_years_told(text: str, right: str, wrong: str) -> None:
    assert "span" not in _told(text.format(right))
    assert "span" in _told(text.format(wrong))


def test_a_statement_gives_no_figures_of_a_time_to_come() -> None:
    text = "In a paper dated 30 April {}, which gives figures up to 31 March 2025, he says so."
    assert "dates" not in _told(text.format(2025))
    assert "dates" in _told(text.format(2024))


@pytest.mark.parametrize(
    "text",
    [
        "This is set to zero if the total is greater than the limit or the limit is equal to zero.",
        "The total declined from 163,065 to 121,940 followed by a 4.8% rise in 2010.",
        "The one figure was 118,140 compared with the other of 120,704, a difference of 2,564 "
        "(2.2%).",
        "Part A decreased from 3.4% to 0.9% and part B decreased from 4.1% to 2.4% over the years.",
        "Spending has risen by 70% (£10.4 million) since an estimate in 1989 of £14.9 million.",
        "Emissions fell by 72.5% from 6.9 million tonnes in 1990 to 1.9 Mt in 2013.",
        "Of 90 pupils 45 (50%) passed, up from 40 of 100 (40%) the year before.",
        "There were 12 calls and 40 visits, and calls were down from 15.",
    ],
)
def test_words_that_only_look_like_a_slip(text: str) -> None:
    assert _told(text) == []
