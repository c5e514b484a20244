"""Shapes that bulletins and inspection reports are full of: what is right there, and what is not.

Most numbers of one form of words are of different things in a long report; each pair below sets
one such shape, which is right, beside one of the same words that is wrong.
"""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.language.masks import BLANK, masked
from goldenthread.claims.language.sentences import cut
from goldenthread.claims.language.skeleton import skeleton_of
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

RIGHT = (
    # Of another thing that the paragraph spoke of before.
    "Figure 4 tells of gravel. In 2012, 164.5 million tonnes were dug.\n\nOf peat there is less. "
    "In 2012, 195.6 million tonnes were dug.",
    "Tar output fell. It came to 954.4 thousand tonnes of dust in 2012.\n\nWax output fell by 3%. "
    "It came to 530.9 thousand tonnes of dust in 2012.",
    "Between 2013 and 2014 the number of town voters fell by 2.0%. Dunmere had a rise of 1.2%\n\n"
    "Between 2013 and 2014 the number of parish voters fell by 2.1%. Dunmere had a rise of 1.3%",
    # Of the main clause, whatever the side clause says.
    "Loans at home showed a gain of £73.2 billion in 2014, following net losses of £43.7 billion "
    "in 2013.\n\nLoans abroad showed a gain of £4.7 billion in 2014, following net losses of £6.2 "
    "billion in 2013.",
    "The share of households of married couples, where one member at least was under 65, was 50% "
    "in 2001.\n\nThe share of households of lone parents, where one member at least was under 65, "
    "was 11% in 2001.",
    "In the year to March 2014 the debt of Larkshire was £93.7 billion.\n\nWhen the loans to "
    "schools are left out, the debt of Larkshire was £105.8 billion in the year to March 2014.",
    # The items of a list have the noun of the first.
    "The number of town voters in 2014 was 37,800 in Dunmere and 2,225 in Carrow.\n\nThe number "
    "of parish voters in 2014 was 39,100 in Dunmere and 2,552 in Carrow.",
    # Under a heading that stands in every chapter.
    "## Lending\n\n### Glass\n\nGlass goods made 18% of it at the end of 2012.\n\n## Buying\n\n"
    "### Glass\n\nGlass goods made 16% of it at the end of 2012.",
    # A change, a comparator, a time that only overlaps, a size of a file, the number of a page.
    "Most came from Norvia (3,285) and Sandria (1,722) in 2014.\n\nThe largest rises in 2014 were "
    "of Norvia (+802) and Sandria (+559).",
    "Turnover of staff is 7.6%; the West Coast average is 11%. Agency staff are 16.6%, above the "
    "West Coast average of 9%.",
    "78% of stops in January to December 2020 led to nothing.\n\n75% of stops in July 2020 to June "
    "2021 led to nothing.",
    "[Table 2](a.xls) XLS format (28.5 Kb)\n\n[Table 3](b.xls) XLS format (27.5 Kb)",
    "The middle age was 36.5 years in 2012 for men. The middle age was 34.0 years in 2012 for "
    "women.",
    "Of young riders (15 to 39),\n\n78.3% (47) of women rode bays.\n\nOf old riders (65 or more),"
    "\n\n80% (8) of women rode bays.",
    "Table 4: Calls by source. The number is worked out from 103 replies of towns.\n\nFigure 5: "
    "Calls by month. The number is worked out from 108 replies of towns.",
    # Shares: of each of two times, of two groups in turn, of a change, of money, of last year.
    "Carrow had the lowest share of owners in both 2011 (48 per cent, 4.0 million) and 2001 (58 "
    "per cent, 4.2 million).",
    "Many thefts (41%) were of goods (85,590 thefts), above all of tools (41,645 thefts).",
    "The lower stock was 369 tonnes, an increase of 16 tonnes from 2011 (or 4.5%).",
    "Only 148 grants out of the 65,000 grants were large, although these grants represent 20% of "
    "the amount given.",
    "This is 75 of 252 riders, which is a decline from 52% in the previous year.",
    "Of the 12,400 claims made in 2013, 3,100 were upheld (25%), up from 2,800 (21%) in 2012.",
    "The share was 23% of bays (80 horses) and that of greys was 18% (860 horses).",
    "A rate of 93.9% would lie between 93.7% and 94.1% (19 times out of 20).",
    "107. Riders may stay on.\n\n108. At the time of the visit, 31 (17%) riders stayed on.",
    # Each row makes 100, and a column only sets the groups beside one another.
    "| Riders | Low | Middle | High |\n|---|---|---|---|\n| Bays | 42% | 20% | 38% |\n"
    "| Greys | 38% | 20% | 42% |\n| Duns | 53% | 18% | 29% |",
)
WRONG = (
    "In 2012, 164.5 million tonnes of gravel were dug.\n\nIn 2012, 146.5 million tonnes of gravel "
    "were dug.",
    "At the time of the visit, 339 riders were on the list.\n\n## Findings\n\nAt the time of the "
    "visit, 340 riders were on the list.",
    "The debt of Larkshire was £93.7 billion in 2013/14.\n\nThe debt of Larkshire was £97.3 "
    "billion in 2013/14.",
    "Of the 12,400 claims made in 2013, 3,100 were upheld (21%).",
    "Eighty-five of 92 leavers, or 87%, had a home.",
    "Returns came from 87 of the 94 schools, which is 83%.",
    "116 horses left, of whom 11 (9.4%) came back.",
    "This is 75 of 252 riders, or 52%.",
)


def errors(text: str) -> list[tuple[str, str]]:
    """What is told of a page, warnings left out."""
    found = check(Reading((document_from_text("a.md", text),))).faults
    return [(each.kind, each.printed) for each in found if each.severity is Severity.ERROR]


@pytest.mark.parametrize("text", RIGHT)
def test_what_bulletins_do_is_let_be(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_there_is_told(text: str) -> None:
    assert len(errors(text)) == 1


def test_lines_with_the_number_of_their_page_are_left_out() -> None:
    pages = "\n\n".join(
        f"The report speaks of ponies.\n\nPlan for the stables {n}" for n in range(7, 12)
    )
    assert all("stables" not in each.text for each in document_from_text("a.txt", pages).passages)
    told = "\n\n".join(f"Ponies in the stables {number}" for number in (7, 9, 8, 3))
    assert len(list(document_from_text("a.txt", told).passages)) == 4


def test_marks_of_a_list_in_one_line_are_no_numbers() -> None:
    assert list(cut("Steps 1. Agree the plan 2. Sign it")) == [
        "Steps",
        "1. Agree the plan",
        "2. Sign it",
    ]
    assert list(cut("The score was 2. Then we left.")) == ["The score was 2.", "Then we left."]


@pytest.mark.parametrize("text", ["as Charts 8.1 and 8.2 show", "a file of 28.5 Kb", "MtCO~2~e"])
def test_what_is_no_quantity_is_blanked_out(text: str) -> None:
    assert not any(each.isdigit() for each in masked(text))


def test_a_speed_is_no_size_of_a_file() -> None:
    assert BLANK not in masked("speeds of 30 Mb per second")


def test_bullets_of_a_font_are_no_slots() -> None:
    assert skeleton_of("\uf0b7 41 calls in 2021 (12%)").text.startswith(chr(0xE000))
