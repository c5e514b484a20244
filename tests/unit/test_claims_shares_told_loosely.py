"""Shares of one whole as published texts tell them: in bullets, series, denials and led-in lists.

Made-up texts, each with one slip and as it should be.
"""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

_LED = (
    "- At the autumn count, 640 hives were kept in the vale (a rate of 12 per 1,000 people). This "
    "is a rise from 610 a year before. Of this number:\n\n"
    "256 (or {share}) stand in orchards and 480 by water, of which 31 (6%) are new."
)
_BULLETS = (
    "By make of hull, the survey of barges found that:\n\n"
    "- 83.9 per cent of owners described their hull as steel,\n"
    "- {share} per cent described it as wooden,\n"
    "- 2.5 per cent gave no answer to the question."
)
_EXPORTS = (
    "Of all the exports of the port:\n"
    "- Woollen goods and yarn accounted for {share}% at the end of 2012, compared with 22% at the "
    "end of 2011.\n"
    "- Felt accounted for 19% at the end of 2012, compared with 31% at the end of 2011.\n"
    "- Dyes accounted for 16% at the end of 2012, compared with 15% at the end of 2011."
)
_SPANS = (
    "| Port | Calm | 95% CI | Fair | 95% CI | Rough | 95% CI |\n|---|---|---|---|---|---|---|\n"
    "| Ostwick | 12.9% | 7.5-20.0% | {share}% | 40.5-81.7% | 20.4% | 5.0-40.6% |\n"
    "| Averly | 10.8% | 6.2-16.5% | 60.6% | 33.2-79.1% | 28.6% | 7.8-51.5% |\n"
    "| Brindle | 8.5% | 4.7-13.5% | 61.2% | 32.4-80.0% | 30.3% | 7.1-52.0% |\n"
    "| Corran | 8.8% | 4.9-14.0% | 60.7% | 30.7-80.4% | 30.5% | 7.2-54.1% |"
)
_SLIPS = (
    # Out of proportion to the counts told with the others.
    (
        "- 126 replies (65%) came by post\n- {} replies (24%) came by boat\n- 21 (11%) by hand.",
        47,
        74,
    ),
    (
        "Of the 9% (4.2 million) of crates that came from abroad, {} per cent (1.7 million) held "
        "tea, 38 per cent (1.6 million) held cloth, 17 per cent (726,000) held tin and the "
        "remaining four per cent (168,000) held glass.",
        41,
        14,
    ),
    (
        "Mills paid £20.8 billion in dues, corresponding to half (50.1%) of all dues. Farms paid "
        "£{} billion in dues (49.1%), with the remainder paid by visitors.",
        20.4,
        24.0,
    ),
    # Led in as parts of one number, taken up again, or with two digits changed about.
    (_LED.replace("{share}", "{}%"), 40, 50),
    (
        "Of the 271 pilots in the port, {} work for hire. This equates to 16.6% of the pilots.",
        45,
        54,
    ),
    ("In all 93 boats came into the yard. Fifty-seven ({}%) were still there in May.", 61, 16),
    # Parts and what is left of them.
    ("Some 76% of gifts were small with a further {}% of middling size.", 20, 29),
    (
        "In the survey, 24% of growers had tried it, while an additional 30% knew of it. Among the "
        "remaining {}%, who did neither, many were new.",
        46,
        64,
    ),
    ("Of those, 75% had a berth, leaving {}% without one.", 25, 35),
    (
        "Around 45 per cent of pilots worked on the river, {} per cent worked on the canal and 20 "
        "per cent worked on the lake. The remaining 8 per cent worked at sea.",
        27,
        37,
    ),
    # Two series, bullets, and verbs that share out one thing.
    (
        "- Fewer sailed alone (35.4% vs 38.1%). - More sailed with one other (34.1% vs 31.6%) "
        "- Fewer with two (14% vs {}%) - More with a crew (16.5% vs12.6%)",
        17.7,
        27.7,
    ),
    (_BULLETS.replace("{share}", "{}"), 13.6, 3.6),
    (_EXPORTS.replace("{share}", "{}"), 42, 72),
    ("Wool accounted for 46% of sales, felt 31%, yarn 12% and dyes {}%.", 11, 21),
    # What is said and what is denied; everybody and the two groups.
    ("In 2019, 71% of mills used the canal. In all {}% of mills did not use the canal.", 29, 39),
    (
        "There is a 95% chance that the depth lies between the two, and a {}% chance that it is "
        "outside them.",
        5,
        15,
    ),
    (
        "60% of pupils met the standard. Some districts did better. {}% of boarding pupils and 66% "
        "of non-boarding pupils met the standard.",
        44,
        64,
    ),
    (_SPANS.replace("{share}", "{}"), 66.7, 76.7),
)


def _errors(text: str) -> set[str]:
    reading = Reading((document_from_text("page.txt", text),))
    return {fault.kind for fault in check(reading).faults if fault.severity is Severity.ERROR} & {
        "share",
        "shares_of_whole",
    }


@pytest.mark.parametrize(("text", "right", "wrong"), _SLIPS)
def test_the_slip_is_told_and_the_right_text_let_be(text: str, right: float, wrong: float) -> None:
    assert _errors(text.replace("{}", str(wrong)))
    assert not _errors(text.replace("{}", str(right)))


@pytest.mark.parametrize(
    "text",
    [
        # Rates of several groups, each of its own whole.
        "Averly let 40 stalls (50%), Brindle 24 stalls (32%), Corran 26 stalls (21%) and Dene 31 "
        "(44%).",
        # The number beside the percentage is not the part.
        "Overall, 678 barges had one berth (59%), 261 barges had two berths (23%), and 218 barges "
        "had three or more berths (19%).",
        # Two lists in one paragraph, each of its own whole.
        "78.3% (47) of skiffs were new and 13.3% (8) were rebuilt. 47% (39) of punts were new, "
        "21.7% (18) rebuilt and 20.5% (17) hired.",
        # The percentage is not said of what stands in the clause before it.
        "In the county 22.4% of wells were dry and, in the west, where three of 19 parishes took "
        "part, 19.4%.",
        # Each share with its own count, though another percentage stands nearer.
        "(Strongly agree = 66.67%, n=8; agree=16.67%, n=2).",
        # A share of everybody, though a part of them is told before it.
        "In all 16% (37,550) of residents keep hens. Those who keep more than ten represented 6.8% "
        "(15,919) of residents and those who keep fewer represented 9.2% (21,631) of residents.",
        # Some did not know.
        "A total of 51% agreed with the plan and 29% did not agree with the plan.",
        # Of two groups, and no denial of what is said of all.
        "In 2019, 71% of mills with a wheel used the canal. Of those without a wheel, 39% did not "
        "use the canal.",
        "Older boats are not let as often, 58% of which are let in comparison to 49% elsewhere.",
        # A further rise is no further part.
        "Prices rose by 60% in May and by a further 55% in June.",
    ],
)
def test_what_only_looks_like_shares_of_one_whole_is_let_be(text: str) -> None:
    assert not _errors(text)


def test_a_decimal_that_begins_a_line_is_read_where_a_unit_follows() -> None:
    reading = Reading((document_from_text("page.txt", "- 1.1 per cent of wells were dry"),))
    assert [each.text for each in reading.sentences[0].quantities] == ["1.1 per cent"]


def test_a_threshold_with_a_thousands_comma_is_no_number() -> None:
    text = "In all 76 grants were for £10,000 or less."
    reading = Reading((document_from_text("page.txt", text),))
    assert [each.text for each in reading.sentences[0].quantities] == ["76"]


@pytest.mark.parametrize(
    "text",
    [
        "Among people whose parents were tenants, 61% owned a home of their own. "
        "Among people whose parents were not tenants, 34% owned a home of their own.",
        "More than half went to the special school (53%). Meanwhile 37% attended a day school and "
        "a further 9% were at a unit in a day school. The rest (1%) were taught at home.",
        "The working-age share will decrease from 61.4% (531,000) of residents in 2022 to 58.4% "
        "(546,000) in 2035.",
        "Stage two visits went down from 12 to 9 (25%).",
    ],
)
def test_another_reading_that_holds_is_the_one_meant(text: str) -> None:
    found = check(Reading((document_from_text("made-up.txt", text),))).faults

    assert [each.kind for each in found if each.severity is Severity.ERROR] == []


def test_the_row_of_a_lost_table_is_asked_about() -> None:
    text = "Slate 28 47% Flint 16 {}% Chalk 16 27% Clay 10 17% Marl 9 15% Sand 9 15%."
    right, wrong = (
        check(Reading((document_from_text("made-up.txt", text.format(share)),))).faults
        for share in (27, 37)
    )

    assert right == ()
    assert [(each.kind, each.printed, each.severity) for each in wrong] == [
        ("share", "37%", Severity.WARNING)
    ]


def test_what_brackets_tell_is_no_end_of_a_change_told_in_another_unit() -> None:
    text = "Stage two visits went down from 9 to 12 (25%)."
    found = check(Reading((document_from_text("made-up.txt", text),))).faults

    assert {each.evidence.partition(" = ")[0] for each in found} == {"12 − 9"}
