"""Numbers found in sentences: value, sort, hedge, and what is no quantity at all."""

from fractions import Fraction

import pytest

from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.numbers import quantities_in


def one(text):
    """The only quantity of a text."""
    (found,) = quantities_in(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("There were 1,021 contacts.", 1021, Measure.COUNT),
        ("There were 1 234 567 contacts.", 1234567, Measure.COUNT),
        ("It stands at 24.2%.", "24.2", Measure.PERCENT),
        ("It stands at 24.2 per cent.", "24.2", Measure.PERCENT),
        ("It rose by 5 percentage points.", 5, Measure.POINTS),
        ("A 30-point improvement in the percentage seen.", 30, Measure.POINTS),
        ("A change of -28.5% was seen.", "-28.5", Measure.PERCENT),
        ("A change of \N{MINUS SIGN}28.5% was seen.", "-28.5", Measure.PERCENT),
        ("There were 45.2 per 10,000 children.", "45.2", Measure.RATE),
        ("It cost £3.4m.", 3400000, Measure.MONEY),
        ("Some 12k people came.", 12000, Measure.COUNT),
        ("It has 1.2 million residents.", 1200000, Measure.COUNT),
        ("One hundred and twenty children came.", 120, Measure.COUNT),
        ("Forty-five per cent replied.", 45, Measure.PERCENT),
        ("Almost half came back.", "1/2", Measure.TIMES),
        ("Two thirds came back.", "2/3", Measure.TIMES),
        ("One in four came back.", "1/4", Measure.TIMES),
        ("Nine out of ten came back.", "9/10", Measure.TIMES),
        ("Contacts have doubled.", 2, Measure.TIMES),
        ("Contacts have halved.", "1/2", Measure.TIMES),
        ("Visits fall due within 20 working days.", 20, Measure.DURATION),
        ("It was the 4th highest.", 4, Measure.ORDINAL),
        ("It was the second highest.", 2, Measure.ORDINAL),
    ],
)
def test_a_number_is_read_for_what_it_is(text, value, measure):
    found = one(text)
    assert (found.value, found.measure) == (Fraction(value), measure)


@pytest.mark.parametrize(
    "text",
    [
        "Children aged 10-15 were seen.",
        "Children aged between 5 and 9 were seen.",
        "16 and 17 year olds were seen.",
        "Under-18s were seen, as were those aged 65 and over.",
        "A section 47 enquiry or an s47 enquiry under s.17.",
        "Level 3 courses, Key Stage 2 and KS2, Figure 2 and Table 1.",
        "Working Together 2023 and the Children Act 1989.",
        "Call 01582 547653 or write to LU1 2BQ.",
        "The line is open 24/7 from 9.30am to 5pm.",
        "In 2022/23, in 2023, in April 2023 and on 31 March 2024.",
        "COVID-19 and GCP2 and M25.",
        "3. Next steps",
        "The top ten reasons.",
        "Three or more placement moves, or 20+ miles away.",
        "One of the youngest populations.",
        "A third party and a quarter of a year: not in the last quarter.",
        "See [12] and note¹.",
        "It was worth 97p.",
        "First half of the year, half term, half a day.",
    ],
)
def test_what_is_no_quantity_is_left_out(text):
    found = [each.text for each in quantities_in(text) if each.measure is not Measure.TIMES]
    assert not found
    assert "year" in text or not quantities_in(text)


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("It was 24.2%.", "24.15", "24.25", Hedge.NONE),
        ("It was about 20%.", "14.5", "25.5", Hedge.ABOUT),
        ("It was nearly 20%.", "17.5", "20.5", Hedge.NEARLY),
        ("It was less than 0.1%.", 0, "0.15", Hedge.UNDER),
        ("Groups of up to 30 children.", 0, 30, Hedge.UP_TO),
        ("There were just over 200 children.", 200, 220, Hedge.OVER),
        ("There were 311 children.", 311, 311, Hedge.NONE),
        ("There were 12,000 children.", 11500, 12500, Hedge.NONE),
        ("It is in the 21-25 range.", 21, 25, Hedge.NONE),
    ],
)
def test_a_number_stands_for_every_value_it_may_be(text, low, high, hedge):
    found = one(text)
    assert (found.interval.low, found.interval.high) == (Fraction(low), Fraction(high))
    assert found.hedge is hedge


def test_up_to_after_is_says_where_it_went():
    assert one("Attendance is up to 30 each week.").hedge is Hedge.NONE


def test_a_round_count_beside_one_that_is_not_is_exact():
    found = quantities_in("Contacts rose from 12,000 to 12,511.")
    assert all(each.interval.low == each.interval.high for each in found)


def test_round_counts_side_by_side_share_their_rounding():
    widths = [each.interval.high - each.interval.low for each in quantities_in("2,400 and 3,000")]
    assert widths == [100, 100]


def test_the_first_of_two_takes_the_unit_of_the_second():
    first, second = quantities_in("It rose from 10 to 15 per cent.")
    assert first.measure is second.measure is Measure.PERCENT
    first, second = quantities_in("It rose from 1.2 to 1.4 million.")
    assert (first.value, second.value) == (1200000, 1400000)


def test_a_part_over_a_whole_is_two_counts_beside_a_percentage_only():
    assert [each.text for each in quantities_in("Good: 28% (12/43)")] == ["28%", "12", "43"]
    assert not quantities_in("Minute 12/43 refers.")
