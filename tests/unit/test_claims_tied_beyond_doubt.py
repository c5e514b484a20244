"""Orders and ratios in words are wrong only where their numbers are tied to them beyond doubt."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading


def told(text):
    """The kinds of fault found, each with how sure it is."""
    faults = check(Reading((document_from_text("a.txt", text),))).faults
    return [(each.kind, str(each.severity)) for each in faults]


def errors(text):
    return [kind for kind, sure in told(text) if sure == "error"]


QUARRIES = "Stone was 41 in 2018, 44 in 2019, 38 in 2020 and 52 in 2021. "
RIGHT_ORDERS = [
    "The lowest count was 4,200 in March 1993 and the highest was 3.1 million in July 2006. For "
    "the latest month, June 2014, there were 1.2 million.",
    "While landings grew (from 210 tonnes in 2000 to a peak of 295 tonnes in 2007, before falling),"
    " sales fell (peaking at 196 tonnes in 2002 and falling to 153 tonnes in 2009).",
    "In Elm 97% read it, in Oak 95% and in Ash 78%. Ash had the highest share (2%) of late readers "
    "and Elm the lowest (1%).",
    "Elm (56%), Oak (54%) and Ash (52%) were the most likely to walk. Elm and Ash had the highest "
    "share walking alone (23% and 20% respectively).",
    "Vacancies stood at 17.9% in Ash, 14.7% in Elm and 14.2% in Oak. The fall was largest in Elm.",
    "The largest wards are Dock (7,420 homes; largest estates – Quay 2,125 and Weir 2,060) and Lee "
    "(6,290 homes; largest estate – Mill 2,275).",
    "Among men the share peaked in 2010 at 73%, but went down to 64% in 2012. Among women it "
    "peaked in 2008 at 51%, but has since dropped to 46%.",
    "Pay fell from its peak of £14.90 in 2021 to £14.60 in 2022. It recovered to £15.20 in 2024.",
    "Moor (43%) tenants were the most likely to own a car. Fen Road tenants had the highest share "
    "without heating (14%), then Lee Road (13%) and Oak Road (12%).",
    "Dock was the most diverse ward, with the lowest share of one group at 59.8 per cent. Lee was "
    "the second most diverse with that group at 79.2 per cent.",
    "All other wards fell, with the biggest changes in Crane (-18), Arne (-16) and Chester (-15).",
]
WRONG_ORDERS = [
    QUARRIES + "The lowest was 38 in 2020 and the highest was 44 in 2019.",
    QUARRIES + "The peak of 44 was in 2019.",
    "Elm read 97%, Oak 95% and Ash 78%. Ash had the highest share (78%).",
    "Scores: Elm Court 71, Oak Rise 68, Mill Lane 74. Elm Court and Mill Lane were lowest.",
    QUARRIES + "The highest figure was in 2019 (44).",
]


@pytest.mark.parametrize("text", RIGHT_ORDERS)
def test_values_of_two_things_are_no_order(text):
    assert "extreme" not in errors(text)


@pytest.mark.parametrize("text", WRONG_ORDERS)
def test_an_order_of_one_list_is_still_told(text):
    assert "extreme" in errors(text)


def test_a_peak_passed_in_a_later_sentence_is_a_doubt():
    text = "Pay fell from its peak of £14.90 in 2021 to £14.60 in 2022. It was £15.20 in 2024."
    assert ("extreme", "warning") in told(text)


def test_a_year_that_the_table_lacks_is_not_read_as_another():
    table = "| Ward | 2010-12 | 2012-14 |\n| --- | --- | --- |\n| Dock | 10.1 | 11.2 |\n"
    table += "| Lee | 9.0 | 8.0 |\n| Moor | 9.9 | 10.0 |\n\n"
    text = "The rates were lowest in Lee in 2012-14 and in 2008-10, Lee had the highest rate."
    assert errors(table + text) == []


RIGHT_RATIOS = [
    "Around 38% in Dock identify as a minority faith, around 84% of Lee residents as none.",
    "Crowding was more common there than in the majority settled group (3.9% of people at home).",
    "Two in three calls in the night team (7% of all calls) were about noise.",
    "One in three of those who gave an answer (18% of all members) said no.",
    "They rent at 41 per cent, with over half living above shops.",
    "Dutch is the next most spoken language (6 per cent, 690).",
    "Most of the 5,400 permits were for study (2,190, excluding visitors) or for work (1,560).",
    "Most letters came from tenants (41%) and owners (22%).",
    "Around two thirds of cases were for noise (41%) or smell (24%).",
    "In the first three quarters of 2015/16, more people in Dock (11.5%) smoked than in Lee.",
    "The rate in the 10% most deprived wards is around five times that of the 10% least deprived.",
    "Rates in the north were more than double that of the coast (37.4 and 41.0 in Elm and Oak "
    "respectively).",
    "A few items, 38 out of 1,575, are kept by all the teams there as a record of their own work "
    "over time and comments were had for most of the items.",
    "Three of the seven women were known. Nearly a fifth of men (n=10) were known.",
    "Those on a low wage lose £500 in notes, and £2,200 in all, that's 5 times the burden of the "
    "average household.",
]
WRONG_RATIOS = [
    "Two in three calls (51% of all calls) were about noise.",
    "Most of the 5,400 permits were for study (2,190), and few were for work (160).",
    "Around two thirds of cases were for noise (41%) or smell (4%).",
    "Most letters (38%) came from tenants.",
    "Rates in the north were more than double those on the coast (41.0 against 37.4).",
    "Almost half of the calls (53%) came from tenants.",
    "Forms sent: 600. Forms back: 96. Fewer than one in ten came back.",
    "Births have halved, from 103 to 62.",
]


@pytest.mark.parametrize("text", RIGHT_RATIOS)
def test_a_share_and_a_number_of_two_wholes_are_let_be(text):
    assert "ratio_words" not in errors(text)


@pytest.mark.parametrize("text", WRONG_RATIOS)
def test_a_share_of_the_number_beside_it_is_still_told(text):
    assert "ratio_words" in errors(text)


@pytest.mark.parametrize(
    "text",
    [
        "Just over half (59%) of the tenants moved for work.",
        "Births have halved, from 103 to 45.",
    ],
)
def test_what_only_just_fits_is_a_warning(text):
    assert told(text) == [("ratio_words", "warning")]
