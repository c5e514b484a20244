"""A change told beside two numbers and no third is of those two, in whatever words it is said."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading

KINDS = ("change", "percent_or_points")


def errors(text):
    """What is printed of each change told to be wrong beyond doubt."""
    checked = check(Reading((document_from_text("a.txt", text),)))
    return [
        fault.printed
        for fault in checked.faults
        if fault.kind in KINDS and str(fault.severity) == "error"
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        # "This" and "such a" are of what has just been told, whatever else the sentence names.
        (
            "The ferry carried 2,450 cars in May and 2,940 in June. No other crossing had seen "
            "such a rise, 17%, before.",
            "17%",
        ),
        # "The": where the size is exactly right on the later number.
        (
            "The archive lent 1,280 maps, 320 more than the 960 lent in the year before. Put as a "
            "percentage, the increase is 25%.",
            "25%",
        ),
        # A bracket that says a size again.
        (
            "A berth now costs £1,344. In 2021 it cost £1,120, a rise of £224 (16.7%) that boat "
            "owners resent, and a berth at Saltby costs £1,390.",
            "16.7%",
        ),
        # A digit slipped, in a number said to be additional.
        (
            "The choir grew from 1,275 singers to 1,530. The additional 355 singers are growth "
            "of 20%.",
            "355",
        ),
        # Told on one year, and right on another of the window.
        (
            "Permits came to 612 in 2023, having been 576 in 2022 and 510 in 2021. Compared with "
            "2022, applications were up 20.0%.",
            "20.0%",
        ),
        # Told ahead of its numbers.
        (
            "The backlog of unread meters has been cut by 70% since the merger. It stood at 800 "
            "then, and 320 were unread on the first day of May.",
            "70%",
        ),
        ("The toll went up over the winter by 14 pence to 92, having been 68 in 2021.", "14"),
        # Another size beside it is what two other numbers make.
        (
            "We had 63 leaks in 2023, five above our limit of 58. There were 71 in 2022, so this "
            "is an increase of eight.",
            "increase eight",
        ),
        # On the base told, though another number would make it.
        (
            "The reserve fleet has 57 barges, 9 more than the 46 listed in 2020, and skippers rose "
            "from 37 to 52.",
            "9",
        ),
        (
            "Rowing fees cost the club £1.86m. That was £0.41m under the £2.17m of the year "
            "before, while a locker went from £300 to £240.",
            "£0.41m",
        ),
        # A percentage that says again, in other words, what is right.
        (
            "In 2014 there were 58 vineyards and in 2024 there were 87. The growth of 29 holdings, "
            "equivalent to 33.3%, was led by the south.",
            "33.3%",
        ),
        # "The 310 new ones" are what lies between the two.
        (
            "From 1,240 hives the count went to 1,550, the 310 new ones amounting to a gain of "
            "20%.",
            "20%",
        ),
        # "I.e." ends no sentence.
        ("Nights at sea fell from 840 to 714, i.e. by 126 or 18%.", "18%"),
        # Points told as per cent.
        (
            "Of the beds 36% were taken in 2021 and 27% in 2022. The hostel welcomes this 9% fall "
            "in the share taken.",
            "9%",
        ),
    ],
)
def test_a_size_is_of_the_only_two_numbers(text, printed):
    assert errors(text) == [printed]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "Some tenants left. In 2021 14% were in arrears, and by 2023 this had risen to 11%.",
            "risen",
        ),
        ("The average stay lengthened to 31 days, after 38 days a year earlier.", "lengthened"),
        ("Fewer moorings were let this year, 188 against 164 last year.", "Fewer"),
        ("Swallows have sadly declined – 61 nests in 2021/22, 74 in 2022/23.", "declined"),
    ],
)
def test_a_word_of_direction_governs_the_level_it_leads_to(text, printed):
    assert [each.lower() for each in errors(text)] == [printed.lower()]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry carried 2,450 cars in May and 2,940 in June. No other crossing had seen such a "
        "rise, 20%, before.",
        "The archive lent 1,280 maps, 320 more than the 960 of the year before. Put as a "
        "percentage, the increase is 33%.",
        "A berth now costs £1,344. In 2021 it cost £1,120, a rise of £224 (20%).",
        "The choir grew from 1,275 singers to 1,530. The additional 255 are growth of 20%.",
        "Of the beds 36% were taken in 2021 and 27% in 2022. The hostel welcomes this fall of a "
        "quarter.",
        # Neither of two lists came first, so that their difference may be reckoned on either.
        "In 2012 the register had 118,143 names compared with the other list's 120,707, a "
        "difference of 2,564 (2.2%).",
        # Sums rounded to the hundred.
        "The mean fee was £27,000. This was an increase of 2.1% compared with £26,500 in 2012.",
        "The average stay shortened to 31 days, after 38 days a year earlier.",
    ],
)
def test_what_the_numbers_make_is_right(text):
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # Another thing than the one counted.
        "The ferry carried 2,450 cars in May and 2,940 in June. Fares rose by 17% as well.",
        "The hostel let 36% of beds in May and 27% in June. Wages rose 9%.",
        # The subject stands before a comma, and the size after it.
        "The mean score at Ashby was 54 in 2021 and 63 in 2022. Corve, by contrast, saw an "
        "increase of 14.3%.",
        # Things added that are not those counted.
        "Wardens counted 2,210 boats in 2021 and 2,652 in 2023. The additional 342 kayaks are new.",
        # Two numbers have one change: of two sizes the other is of something not printed.
        "Loans rose by 14% and renewals by 9%, from 210 to 229.",
        "A price rise of 5% took effect in May, after which support fell five points, 61% to 56%.",
        # The change of a cause, and one of several told in turn.
        "Loans came to 410 in 2021 and 451 in 2022, thanks to a 9% rise.",
        "Loans came to 410 in 2021 and 451 in 2022. The rise was 9% and 4% at the two sites.",
        # Every three levels and no base named.
        "Loans came to 612 in May, 576 in June and 510 in July. The fall of 12% was a surprise.",
        # Told on a time that has no number here.
        "Measured against 2019 visits are down by 18%, though they rose from 41,210 in 2022 to "
        "47,530 in 2023.",
        "Numbers rose to 140, more than in any year since 2017 (152), and 22 more than last year.",
        # Told on a base of its own, beside another base.
        "Loans were 31% above the 4,100 of 2013, and below the peak of 6,200 of 2021.",
        # What is not so, or not yet.
        "Loans came to 410 in 2021 and 451 in 2022, and loans will rise by 9%.",
        "Loans came to 410 in 2021 and to 451 in 2022: not 9% more.",
        "There were not fewer boats: 188 this year, 164 last year.",
        # True of two other numbers of the window.
        "We had 271 calls compared with 318 in 2021, a fall of 14.8%, and 33.9% of these led to a "
        "visit, against 28.0% in 2021, when 89 did.",
        # The bracket goes on, and so says more than the size.
        "The survey found 56 newts, against 70 the year before: 14 fewer (25% of ponds were dry).",
        # The rise is at another place, which a comma parts from it.
        "The museum had 7,350 visitors in May and 8,820 in May before. Nationally the fall is 20%.",
        # A balance below nought.
        "There was a deficit of £0.7m in 2021. A surplus of £4.0m followed in 2022. This increase "
        "of £4.7m is a record.",
        "The balance rose to a deficit of £2.1m, after a deficit of £3.4m a year earlier.",
        # On both sides of nought, in words that nobody has listed.
        "The co-op moved from a loss-making £0.8m in 2018 to earnings of £0.5m in 2019, an "
        "improvement of £1.3m.",
        # Right on the base told, which has the later date.
        "Next year's grant is put at £64.2m in 2031, which is £5.8m more than the £58.4m provided "
        "this year.",
        # The bracket says the size again, and the level beside it is not of the other thing.
        "Tram fares rose by £1.3m to £14.9m (9.6%), whereas ferry fares, at £22.0m, were £0.7m "
        "less than in 2021/22 (3.1% less).",
        "Tram fares came to £14.9m in 2022, whereas ferry fares, at £22.0m, were less by £0.7m and "
        "so by 3.1%.",
        # A level of its own, beside two of another thing.
        "Income was £2.31m (2022: £2.05m). Bequests, which made up £0.9m of it, were 40% up on the "
        "year before; gifts were down by 5%.",
        # The base is elsewhere.
        "A mooring cost £640 a week. That was £30 below the £690 asked by agents at Bath, after a "
        "fee of £20.",
        # What is told of the percentage itself.
        "The club had 48 rowers in 2019 and 66 in 2021. The 18 additional rowers, or 27.3% of all "
        "here now, are young.",
        # Turned about: so many more there would have been.
        "Leaks came to 156. Had they stayed at last year's 195, thirty-nine more leaks, or 25% "
        "more than we had, would have been found.",
        # Of two places, and not of two times.
        "The stay lengthened to 31 days, after 38 days a year earlier in the neighbouring county.",
        # Told before two numbers of other things.
        "Calls fell by 12%. Guides numbered 640 in 2021 and 570 in 2022.",
        # Next year's number is told first.
        "Rates rise next year to 13.1 pence from 12.6 pence this year, that is by 4%.",
        # A third number of the sort, in lengths of time only by its noun.
        "We made 612 calls this year (2022: 574; 2021: 533). The twelve months saw a rise of 6.6%.",
        # Hoped for.
        "The club had 410 members in 2021 and 440 in 2022, and the target is a rise of 9%.",
        # What goes the other way against one of the others.
        "The stay lengthened to 33 days, after 38 days a year earlier and 31 the year before that.",
        # Another clause has its own level.
        "Fewer boats came, but moorings did well: 188 let this year, 164 last year.",
        # To come, and not yet.
        "Those over eighty will see much growth: 5,200 today, 7,600 in ten years' time.",
    ],
)
def test_what_may_be_of_something_else_is_let_be(text):
    assert errors(text) == []


def test_a_change_of_counts_in_a_table_is_not_out_by_one():
    table = "| Bird | 2021 | 2022 | Change |\n|---|---|---|---|\n| Tern | 288 | 331 | +43 |\n"
    table += "| Ruff | 74 | 81 | +7 |\n| Knot | 39 | 35 | -4 |\n| Teal | 16 | 21 | +{} |\n"
    for told, faults in (("5", []), ("6", ["+6"])):
        checked = check(Reading((document_from_text("a.txt", table.format(told)),)))
        assert [fault.printed for fault in checked.faults] == faults


def test_no_number_is_told_twice():
    text = "Nineteen more boats were moored than in 2022 (188, as against 159)."
    checked = check(Reading((document_from_text("a.txt", text),)))
    assert [str(each.severity) for each in checked.faults if each.kind in KINDS] == ["error"]
