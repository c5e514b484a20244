"""A share is told as an error only where part, whole and percentage are tied beyond doubt."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

_KINDS = {"share", "total", "percentage_of_base", "shares_of_whole", "above_whole"}


def _errors(text: str) -> list[str]:
    faults = check(Reading((document_from_text("a.txt", text),))).faults
    return [
        each.printed for each in faults if each.kind in _KINDS and each.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    "text",
    [
        # Each percentage has its own count beside it.
        "Oakham had the fewest tea drinkers in both 2001 (58%, 4,200) and 2011 (48%, 4,000).",
        "Of all kites 23% were red (80,000 kites) and 18% were blue (860,000 kites).",
        "Half agreed (50% n=95), 35% (n=66) agreed in part and 9% (n=16) did not.",
        "We have 22 kites in good order, 45.8%, against 18 of 45 (40.0%) in May.",
        "As a share the red kites did best (40%), with four each, then blue, where three of eight "
        "flew.",
        # A range, a mark of a kind, a level of confidence.
        "The share of towns in the least windy 50% (groups 6 to 10) was stable.",
        "On the coast 1,236 people flew kites in type 1 fields, 8.6% of them (in May: 7.1%).",
        "Kites were lost at a rate of 262.7 per 1,000 (95% CI: 251.4 to 274.4).",
        # The share of the rest, or how far one number lies from another.
        "We took £846,000 against £920,000 the year before, which is 8.0% under.",
        # A place's own share, and a group that is one of several.
        "Some 8,250 homes have kites. Ashby has the greatest number (2,383) and proportion (15.2%) "
        "of homes with kites.",
        "The review found 292 kites. A further 21 kites are at sea. Six (20%) have long been so.",
        # A count that is the object of the sentence.
        "Overall 678 homes had one kite (59%), 261 homes had two kites (23%), and 218 homes had "
        "three or more kites (19%).",
    ],
)
def test_what_may_be_of_other_numbers_is_no_error(text: str) -> None:
    assert _errors(text) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Of the 190 kites that were lost, 26 (27.3%) were red.", "27.3%"),
        ("The scheme mended 435 (65%) of the 730 kites brought in.", "65%"),
        ("Eighty-five of 92 kites, or 87%, were flown.", "87%"),
        ("The share of kites flown was 3.5% (2 out of 138) in 2019.", "3.5%"),
        ("There were 212 kites on the beach. Of these, 72 (24%) were red.", "24%"),
        ("We made 1,208 kites in May and 1,096 met the two-day standard (94.9%).", "94.9%"),
        (
            "The club had 1,920 kites in May, of which 1,152 (60%) were sold. Of the kites sold, "
            "864 (65%) were red.",
            "65%",
        ),
    ],
)
def test_a_share_tied_to_part_and_whole_is_still_told(text: str, printed: str) -> None:
    assert _errors(text) == [printed]


_ROUNDED = """| Town | All | Young | Old |
|---|---|---|---|
| Ashby | 63,180 | 14,030 | 7,010 |
| Denton | 154,410 | 30,700 | 21,250 |
| Milton | 115,530 | 24,110 | 14,930 |
| The coast | 333,120 | 68,840 | {last} |
"""


@pytest.mark.parametrize(("last", "told"), [("43,200", []), ("41,390", ["41,390"])])
def test_a_table_of_tens_may_be_ten_out_and_no_more(last: str, told: list[str]) -> None:
    assert _errors(_ROUNDED.format(last=last)) == told


_SHARES = """Numbers are rounded to the nearest 100.

| Age | Ashby |
|---|---|
| Under 20 | 40,700 ({share}) |
| 20 to 44 | 32,400 (24.8%) |
| 45 to 64 | 30,900 (23.7%) |
| 65 and over | 26,600 (20.4%) |
| Total | 130,600 |
"""


@pytest.mark.parametrize(("share", "told"), [("31.1%", []), ("33.1%", ["40,700 (33.1%)"])])
def test_shares_of_rounded_counts_have_their_room(share: str, told: list[str]) -> None:
    assert _errors(_SHARES.format(share=share)) == told


_PADDED = """| Age | Number | % |
|---|---|---|
| Under 20 | 257 | {share} |
| 20 to 44 | 312 | 31.10% |
| 45 to 64 | 203 | 20.20% |
| 65 to 74 | 143 | 14.30% |
| 75 and over | 88 | 8.80% |
| Total | 1,003 | 100% |
"""


@pytest.mark.parametrize(("share", "told"), [("25.60%", []), ("26.50%", ["26.50%"])])
def test_a_nought_too_many_is_no_precision(share: str, told: list[str]) -> None:
    assert _errors(_PADDED.format(share=share)) == told
