"""Nothing withheld gets out of a notebook: not printed, not drawn, not in a table taken away."""

import pytest

from goldenthread.nouns import GoldenThreadError, Sensitivity, Symbol, Unit
from tests.factories import ENGLAND, LUTON, a_figure, a_thread
from tests.factories.comparing import an_indicator, luton_conferences, years_of
from tests.factories.notebooks import LIBRARIES_WARN, a_notebook

pytestmark = LIBRARIES_WARN

LOCAL = a_thread(source="local.return", locator="cell B2", definition="private_fostering:1")
NAME = "private_fostering_arrangements"
# Counts that print nowhere else: if one is found, it got out.
SMALL, BEFORE, LARGE = 4, 5, 8765


def private(value, year, **changes):
    given = {"indicator": NAME, "period": f"{year}-03-31", "thread": LOCAL} | changes
    return a_figure(value, **given)


@pytest.fixture(scope="module")
def book():
    return a_notebook(
        [
            private(LARGE, 2022),
            private(BEFORE, 2023),
            private(SMALL, 2024),
            private(SMALL, 2024, thread=a_thread(source="local.second_return", locator="cell B2")),
            private(SMALL, 2024, indicator="rapid_reviews", sensitivity=Sensitivity.NONE),
        ]
    )


def test_a_small_count_of_children_shows_its_symbol_and_what_it_means(book):
    answer = book.figure(NAME, unit="count")
    assert answer.value is None
    assert answer.symbol is Symbol.CONFIDENTIAL
    assert ": c, withheld to protect children’s identities" in repr(answer)
    page = answer._repr_html_()
    assert '<abbr title="withheld to protect children’s identities">c</abbr>' in page
    assert "<p>c: withheld to protect children’s identities.</p>" in page
    assert "Why no number: Withheld" in repr(answer.thread)


def test_a_thread_tells_no_other_value_of_what_is_withheld(book):
    assert "Also known as" not in repr(book.figure(NAME, unit="count").thread)


def test_a_count_that_gives_no_child_away_is_shown(book):
    shown = book.figure("rapid_reviews", period="2024-03-31", unit="count")
    assert shown.value == SMALL


@pytest.mark.parametrize("answer", ["series", "comparison", "figures", "figure"])
def test_tables_taken_away_have_symbols_where_values_are_withheld(book, answer):
    frame = getattr(book, answer)(NAME, "Luton").to_pandas()
    small = frame[frame["period"].isin(["2023-03-31", "2024-03-31"])]
    assert len(small)
    assert set(small["symbol"]) == {"c"}
    assert small[["value", "numerator", "denominator"]].isna().all(axis=None)


def test_a_change_between_withheld_counts_is_withheld_with_its_sum(book):
    told = book.comparison(NAME)
    change = told.to_pandas().set_index("part").loc["Change on the year before"]
    assert change["symbol"] == "c"
    assert change["calculation"] == "worked out from what is withheld"
    for text in (repr(told), repr(told.thread), told._repr_html_()):
        assert f"{SMALL} less" not in text
        assert "rose" not in text
        assert "fell" not in text


def test_a_computed_figure_is_judged_with_what_it_was_computed_from():
    few = private(SMALL, 2024)
    doubled = private(
        80.0, 2024, unit=Unit.MEAN, thread=a_thread(calculation="4 by 20", inputs=(few.id,))
    )
    book = a_notebook([few, doubled])
    alone = book.figure(NAME, unit="mean")
    assert alone.value is None
    assert "4 by 20" not in repr(alone.thread) + alone._repr_html_()
    assert set(book.figures(NAME, unit="mean").to_pandas()["symbol"]) == {"c"}


def test_a_picture_leaves_a_withheld_value_out():
    counts = [(2021, 30), (2022, 40), (2023, SMALL), (2024, 35)]
    book = a_notebook([private(value, year) for year, value in counts])
    picture = book.chart(NAME)
    assert list(picture.to_pandas()["symbol"].fillna("")) == ["", "", "c", ""]
    assert "withheld to protect children’s identities" in repr(picture)


def test_why_something_stands_out_is_not_said_of_what_is_withheld():
    others = [each for each in luton_conferences() if each.area != LUTON]
    conferences = an_indicator(name="initial_conferences")
    before = years_of(conferences, LUTON, {2023: 72.4})
    far = years_of(conferences, LUTON, {2024: 291.5}, numerator=SMALL)
    found = a_notebook([*others, *before, *far]).outliers()
    assert list(found.to_pandas()["why"]) == ["it is withheld, so no more is said"]
    assert "291.5" not in repr(found) + found._repr_html_()
    assert "above" not in repr(found)


def test_the_book_itself_is_there_for_who_asks_for_it_by_name(book):
    assert {each.value for each in book.raw.figures(indicator=NAME)} == {SMALL, BEFORE, LARGE}


def test_the_picture_of_neighbours_needs_neighbours(book):
    with pytest.raises(GoldenThreadError, match="ask for the kind 'years'"):
        book.chart(NAME, kind="neighbours")
    with pytest.raises(GoldenThreadError, match="There is no chart 'pie'"):
        book.chart(NAME, kind="pie")
    with pytest.raises(GoldenThreadError, match="One year makes no line"):
        a_notebook([private(LARGE, 2024), private(9, 2024, area=ENGLAND)]).chart(NAME)
