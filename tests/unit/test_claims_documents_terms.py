"""Lists of terms in pages are read as tables, and links to places on the page not at all."""

import pytest

from goldenthread.claims.documents.html import read_html


def test_a_list_of_terms_is_a_table_of_two_columns() -> None:
    page = (
        b"<body><h2>Facts</h2><dl><div><dt>Source</dt><dd>Census, 2021</dd></div>"
        b"<div><dt>Sum</dt><dd>551 less 430<ul><li><a href='#x'>551</a> talks</li>"
        b"<li>430 talks</li></ul></dd></div></dl><p>After.</p></body>"
    )
    document = read_html(page, "page.html")
    (grid,) = document.grids
    assert grid.rows == (("Source", "Census, 2021"), ("Sum", "551 less 430; 551 talks; 430 talks"))
    assert grid.header_rows == 0
    assert grid.section == "Facts"
    assert grid.locators[1][1] == "list of terms 1, row 2, column 2"
    assert [each.text for each in document.passages] == ["Facts", "After."]


def test_a_sentence_in_a_list_of_terms_is_prose_too() -> None:
    page = b"<dl><dt>Calls</dt><dd>Calls rose from 310 in May to 412 in June.</dd></dl>"
    document = read_html(page, "page.html")
    assert [each.text for each in document.passages] == [
        "Calls rose from 310 in May to 412 in June."
    ]


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (
            "There were 5<ul><li>one late</li><li>four early</li></ul>in all",
            "There were 5; one late; four early; in all",
        ),
        ("<p>There were 5.</p><p>One was late.</p>", "There were 5. One was late."),
        ("There were 5:<ul><li>1 late</li></ul>", "There were 5: 1 late"),
        ("5<p>calls</p>", "5; calls"),
        ("5<br>calls and <b>6</b> visits", "5; calls and 6 visits"),
    ],
)
def test_blocks_within_what_a_term_stands_for_are_kept_apart(inner: str, said: str) -> None:
    page = f"<dl><dt>Calls</dt><dd>{inner}</dd></dl>".encode()
    (grid,) = read_html(page, "page.html").grids
    assert grid.rows == (("Calls", said),)


def test_terms_with_blocks_of_their_own_are_read_on() -> None:
    page = b"<dl><dt>Calls</dt><dd><h3>May</h3><p>There were 310.</p></dd></dl>"
    document = read_html(page, "page.html")
    assert [each.text for each in document.passages] == ["Calls", "May", "There were 310."]


def test_a_link_to_a_place_on_the_page_says_nothing() -> None:
    page = (
        b"<p><a href='#first'>Where it is printed first: 310</a></p><ul><li><a href='#a'>Calls"
        b"</a></li><li><a href='#b'>412</a> calls</li></ul><p><a href='#c'>&pound;412</a></p>"
        b"<p><a href='/plan'>The plan</a></p>"
    )
    document = read_html(page, "page.html")
    assert [each.text for each in document.passages] == ["412 calls", "£412", "The plan"]
