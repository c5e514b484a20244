"""Plain text and Markdown are read as a person reads them, and every place is its line."""

import pytest

from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.documents.marks import plain
from goldenthread.claims.documents.model import Document, Grid, Passage


def read(text: str, *, markdown: bool = False) -> Document:
    return document_from_text("a.txt", text, markdown=markdown)


def passages(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    return [(each.locator, each.text) for each in read(text, markdown=markdown).passages]


def texts(text: str) -> list[str]:
    return [each.text for each in read(text).passages]


def grid(text: str) -> Grid:
    (found,) = read(text).grids
    return found


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("**386** children, *up* from __311__", "386 children, up from 311"),
        ("***both*** and **a *b* c**", "both and a b c"),
        ("<b>28</b> and <span class='x'>24</span>", "28 and 24"),
        ("the 7<sup>th</sup> of 12,345<sup>1</sup>", "the 7th of 12,345¹"),
        ("46.5%* and 2021/22** stay marked", "46.5%* and 2021/22** stay marked"),
        ("*By agency*² in all", "By agency² in all"),
        ("see [the page](https://example.org/a) now", "see the page now"),
        ("see <https://example.org/a>", "see https://example.org/a"),
        ("5 * 3 and 2*3*4 stay", "5 * 3 and 2*3*4 stay"),
        ("fewer than < 5 and > 3", "fewer than < 5 and > 3"),
        (r"a \*star\* and 25\%", "a *star* and 25%"),
        ("R&amp;D\u00a0is\u00ad here<br>now", "R&D is here now"),
        ("up_to_date `code` stays", "up_to_date code stays"),
        ("18% fewer in the year:**", "18% fewer in the year:"),
    ],
)
def test_mark_up_goes_and_words_stay(marked: str, said: str) -> None:
    assert plain(marked) == said


def test_headings_bullets_and_paragraphs_have_their_lines_and_sections() -> None:
    text = """\
# The front door

There were 310 contacts.

- ❖ 12 of 40 (30%)
  - a. inner
• A bullet that goes on
  over two lines
1. First
2. Second

**Key facts**

They fell.
"""
    found = list(read(text).passages)
    assert [(each.locator, each.text, each.heading, each.section) for each in found] == [
        ("line 1", "The front door", True, ""),
        ("line 3", "There were 310 contacts.", False, "The front door"),
        ("line 5", "12 of 40 (30%)", False, "The front door"),
        ("line 6", "inner", False, "The front door"),
        ("line 7", "A bullet that goes on over two lines", False, "The front door"),
        ("line 9", "First", False, "The front door"),
        ("line 10", "Second", False, "The front door"),
        ("line 12", "Key facts", True, ""),
        ("line 14", "They fell.", False, "Key facts"),
    ]
    assert [each.order for each in read(text).blocks] == list(range(9))


def test_a_wrapped_paragraph_is_one_and_a_list_without_bullets_is_not() -> None:
    assert passages(
        "The number of children who were subject of a plan at the end of the year rose from\n"
        "310 to 386. This is the highest in five years, and we are working with\n"
        "partners to see why.\n\nSchools 12\nPolice 14\nHealth 9\n"
    ) == [
        (
            "line 1",
            "The number of children who were subject of a plan at the end of the year rose from "
            "310 to 386. This is the highest in five years, and we are working with partners to "
            "see why.",
        ),
        ("line 5", "Schools 12"),
        ("line 6", "Police 14"),
        ("line 7", "Health 9"),
    ]


def test_in_markdown_every_line_of_a_paragraph_belongs_to_it() -> None:
    assert passages("Schools 12\nPolice 14", markdown=True) == [("line 1", "Schools 12 Police 14")]


def test_a_number_at_the_start_of_a_wrapped_line_is_no_bullet() -> None:
    assert texts("Over the year the number of children fell from 45 to\n31. It rose again.") == [
        "Over the year the number of children fell from 45 to 31. It rose again."
    ]
    assert texts("The rate went from 310 in one year\n– 40 more than before – to 350.") == [
        "The rate went from 310 in one year – 40 more than before – to 350."
    ]


def test_a_sentence_parted_by_the_end_of_a_page_is_put_together() -> None:
    broken = "The partnership looked at all of the cases that had been referred in the year and\n"
    assert texts(f"{broken}\n\n12\n\nfound that 30% were late.") == [
        f"{broken.strip()} found that 30% were late."
    ]


def test_page_furniture_is_no_passage() -> None:
    pages = [
        f"Yearly report of Northmoor\n\nReferrals were {number}.\n\nPage {at} of 5\n"
        for at, number in enumerate((12, 14, 15, 19, 20), start=1)
    ]
    assert texts("\n\f".join(pages)) == [f"Referrals were {n}." for n in (12, 14, 15, 19, 20)]


def test_a_sentence_that_comes_often_is_kept() -> None:
    assert len(texts("There were no new cases.\n\n" * 5)) == 5
    assert len(texts("- No change\n" * 5)) == 5


def test_a_list_of_contents_is_neither_table_nor_prose() -> None:
    text = "CONTENTS\n\nIntroduction.....\t2\nPartners\t3\nAudits\t16\n\nText .......... 19\n\nEnd."
    document = read(text)
    assert list(document.grids) == []
    assert [each.text for each in document.passages] == ["CONTENTS", "End."]


def test_a_table_with_tabs_has_a_place_for_every_cell() -> None:
    found = grid(
        "Table 1: Contacts\n\nIssue\tOct-23\tNov-23\nNeglect\t52 / 5.1%\t59 / 5.9%\n"
        "Neighbours\t\t\n<b>All</b>\t<b>1021</b>\t1004*\n"
    )
    assert found.rows == (
        ("Issue", "Oct-23", "Nov-23"),
        ("Neglect", "52 / 5.1%", "59 / 5.9%"),
        ("Neighbours", "", ""),
        ("All", "1021", "1004*"),
    )
    assert found.locators[3] == ("line 6, column 1", "line 6, column 2", "line 6, column 3")
    assert (found.locator, found.caption, found.header_rows) == ("line 3", "Table 1: Contacts", 1)


def test_a_label_below_a_table_is_its_caption_where_none_is_above() -> None:
    prose = "The table shows both of the numbers that the group asked for."
    assert grid(f"{prose}\n\nA\tB\nx\t1\ny\t2\n\n**Table 1**\n\nMore.").caption == "Table 1"


@pytest.mark.parametrize(
    "text",
    [
        "| Area | 2022 | 2023 |\n|---|--:|--:|\n| North | 12 | 14 |\n| South | 20 | 25 |",
        "Area | 2022 | 2023\nNorth | 12 | 14\nSouth | 20 | 25",
        "Area    2022   2023\nNorth     12     14\nSouth     20     25",
        "Area\t2022\t2023\n\nNorth\t12\t14\n\nSouth\t20\t25",
        "- | Area | 2022 | 2023 |\n|--|--|--|\n| North | 12 | 14 |\n| South | 20 | 25 |",
    ],
)
def test_tables_are_found_however_they_are_set(text: str) -> None:
    found = grid(text)
    assert found.rows == (("Area", "2022", "2023"), ("North", "12", "14"), ("South", "20", "25"))
    assert found.header == ("Area", "2022", "2023")


def test_a_pipe_table_of_one_column_is_a_list() -> None:
    document = read("- | | |\n|--|--|\n| | Police |\n| | Schools |\n")
    assert [each.text for each in document.passages] == ["Police", "Schools"]
    assert list(document.grids) == []


def test_what_only_looks_like_a_table_is_prose() -> None:
    assert texts("•\tFirst of all\n•\tSecond of all") == ["First of all", "Second of all"]
    assert texts("Name:\tthe group") == ["Name: the group"]
    assert texts("Is it a | b or c?") == ["Is it a | b or c?"]


def test_prose_in_a_cell_is_read_as_prose_too() -> None:
    words = (
        "In the year there were 12 of these, which is 40% of the 30 that were sent to us by all."
    )
    found = read(f"What\tSaid\nA\t{words}\nB\tNothing")
    assert [(each.locator, each.text) for each in found.passages] == [("line 2, column 2", words)]


def test_every_place_is_unique() -> None:
    text = "# A\n\nOne. Two.\n\n- x\n- y\n\nA\tB\n1\t2\n3\t4\n\nEnd"
    document = read(text)
    places = [
        place
        for block in document.blocks
        for place in (
            [block.locator]
            if isinstance(block, Passage)
            else [place for row in block.locators for place in row]
        )
    ]
    assert len(places) == len(set(places)) == 11


def test_a_fenced_block_of_code_is_no_prose_and_no_table() -> None:
    text = "Before.\n\n```python\ntotal == 7\n\n| a | 1 |\n| b | 2 |\n```\n\nAfter.\n"
    assert texts(text) == ["Before.", "After."]
    assert not list(read(text).grids)


def test_a_fence_is_closed_by_one_as_long_of_the_same_kind() -> None:
    text = "~~~~ {.r}\nx = 1\n~~~\n```\ny = 2\n~~~~\nThere were 5.\n> ```\n> z = 3\n> ```\n"
    assert passages(text) == [("line 7", "There were 5.")]


def test_nothing_is_lost_after_a_fence_that_is_not_closed() -> None:
    assert texts("There were 5.\n\n```\n\nThey fell to 4.\n") == [
        "There were 5.",
        "They fell to 4.",
    ]


def test_bold_and_empty_cells_are_read_whole() -> None:
    table = grid(
        "| **Kind** | *Calls* | Note |\n|---|---|---|\n| **All** | **1,318** | ***new*** |\n"
        "| Late | - | 5* |\n"
    )
    assert table.rows == (("Kind", "Calls", "Note"), ("All", "1,318", "new"), ("Late", "-", "5*"))
