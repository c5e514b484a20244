"""Parts told after their whole, and shares in words of what was told just before."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def errors(text):
    """The kind and the printed words of every error in a text."""
    checked = check(Reading((document_from_text("a.txt", text),)))
    return [(each.kind, each.printed) for each in checked.faults if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Fifty-two governors left between May and July; of these 67 had served a term.", "67"),
        ("There were 45 admissions in the year. 51 of them were planned.", "51"),
        ("A total of 45 complaints came in by post. Of these, 51 were upheld.", "51"),
        ("In 2023 we held 45 interviews in person, including 51 by candlelight.", "51"),
        ("45 admissions were planned in the summer (of which 51 were at night).", "51"),
        ("45 gardeners joined in the year, up from 40 in 2021, of whom 51 stayed.", "51"),
        ("Sixty repairs were made in time. The other 31 came late or, in 44 cases, never.", "44"),
        ("Of 45 complaints received, 51 were upheld.", "51"),
        (
            "23 households left the scheme in the year, of whom 29 moved to another county, "
            "six had died, five went abroad, and three were asked to go.",
            "29",
        ),
    ],
)
def test_a_part_told_after_its_whole_is_not_more_than_it(text, printed):
    assert errors(text) == [("above_whole", printed)]


@pytest.mark.parametrize(
    "text",
    [
        "Fifty-two governors left between May and July; of these 37 had served a term.",
        "Twelve families moved in during May, of whom 31 were under five.",
        "Twelve clubs wrote about pupils; of these 61 were away.",
        "40 referrals were received in May, of whom 61 were boys.",
        "40 referrals were received in May; 61 of them were girls.",
        "There were 45 admissions and 12 transfers, of which 51 were planned.",
        "45 complaints came in by post. Of these, 51 letters were kept.",
        "We made 12 visits a week, 150 of them in the evening.",
        "Twelve raised concerns in May; 15 of these were upheld.",
        "The other 12 brought complaints, 15 of them about noise.",
        "The children of 12 parents were seen, 15 of them twice.",
        "More than 45 admissions took place in May; of these 51 were planned.",
        # What is meant may be the greater number further up.
        "We look after 90 gardens. Some 45 tenants moved in May. 51 of them were dug over.",
        "23 households left the scheme in the year, of whom 29 had children in school.",
    ],
)
def test_what_may_be_of_something_else_is_let_be(text):
    assert errors(text) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "In Dock ward 24.9% of adults smoke and in Lee 5.9%: an adult in the first is more "
            "than six times as likely to smoke.",
            "more than six times",
        ),
        (
            "Of 400 tenants in towers, 144 were in arrears, or 36.0%. Among the other 900 tenants "
            "it was 144, or 16.0%. A tenant in a tower is therefore more than three times as "
            "likely to be in arrears.",
            "more than three times",
        ),
        (
            "The owners booked 8,400 places in the year; 6,300 were used. That is about half of "
            "the places.",
            "about half",
        ),
        (
            "The owners booked 8,400 hours in the year; 6,300 were used. That is about half of "
            "the hours.",
            "about half",
        ),
        (
            "Own tenants had 311 of them, almost two-thirds of the total, those from elsewhere "
            "had 147, and people without a home just 184 (28.7%).",
            "almost two-thirds",
        ),
    ],
)
def test_words_of_what_was_told_just_before_are_put_to_the_test(text, printed):
    assert errors(text) == [("ratio_words", printed)]


@pytest.mark.parametrize(
    "text",
    [
        "In Dock ward 24.9% of adults smoke and in Lee 5.9%: an adult in the first is more than "
        "four times as likely to smoke.",
        "The owners booked 8,400 places in the year; 6,300 were used. That is three quarters of "
        "the places.",
        "The owners booked 8,400 hours in the year; 6,300 were used. That is about half of the "
        "fleet.",
        "Own tenants had 311 of them, almost half of the total, those from elsewhere had 147, "
        "and people without a home just 184 (28.7%).",
        "Of the 142 we asked, 68 had slept badly on most nights – 48%.",
    ],
)
def test_words_that_fit_or_are_of_something_else_are_let_be(text):
    assert errors(text) == []
