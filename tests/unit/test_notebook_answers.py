"""A notebook's answers: the right figure, in words and tables a person can read."""

from datetime import date
from decimal import Decimal

import pytest

from goldenthread.indicators import catalogue
from goldenthread.nouns import Area, AreaKind, Break, GoldenThreadError, Period, Quality, Unit
from goldenthread.report.desk import Desk
from tests.factories import EAST, LUTON, a_figure, a_thread
from tests.factories.comparing import (
    LUTON_2021,
    LUTON_2025,
    luton_conferences,
    luton_distant_placements,
    luton_section_47,
    years_of,
)
from tests.factories.notebooks import LIBRARIES_WARN, a_notebook

pytestmark = LIBRARIES_WARN

HOSPITAL = Area("county-hospital", "County Hospital", AreaKind.FOOTPRINT)
CONTACTS = a_thread(source="local.contacts", vintage="", locator="cell B2")


@pytest.fixture(scope="module")
def figures():
    first = a_thread(vintage="2023", known_since=date(2023, 10, 26), locator="row 9")
    return [
        *luton_section_47(),
        *luton_conferences(),
        *luton_distant_placements(),
        a_figure(900, period="2022-23", thread=first),
        a_figure(420, indicator="looked_after_children", period="2024-03-31"),
        a_figure(500, indicator="contacts", breakdown="source=Police", thread=CONTACTS),
        a_figure(600, indicator="contacts", breakdown="source=Schools", thread=CONTACTS),
        a_figure(44, indicator="contacts", period="2024-02", thread=CONTACTS),
        a_figure(71, indicator="hospital_attendances_self_harm", area=HOSPITAL),
    ]


@pytest.fixture(scope="module")
def book(figures):
    return a_notebook(figures)


def test_a_figure_is_one_readable_line_with_its_unit_and_source(book):
    count = book.figure("section_47_enquiries", area="Luton", period="2023-24", unit="count")
    assert (
        repr(count) == "Section 47 enquiries, Luton, 2023-24: 1,252 (number; dfe.c4, 2024 release)"
    )
    assert count.value == Decimal(1252)
    assert count.symbol is None


def test_what_is_not_named_is_the_book_s_area_its_year_and_the_compared_unit(book):
    rate = book.figure("section_47_enquiries")
    assert rate.printed == "207.9 per 10,000 children"
    assert rate.figure.unit is Unit.RATE_PER_10000
    assert rate.figure.numerator == 1252
    assert "Luton, 2023-24 where no other is named" in repr(book)


def test_a_year_means_the_31_march_that_ends_it_for_a_count_on_a_day(book):
    assert book.figure("looked_after_children", unit="count").figure.period.code == "2024-03-31"


def test_months_parts_and_footprints_are_asked_for_as_they_are_written(book):
    assert book.figure("contacts", period="2024-02", unit="count").value == 44
    assert book.figure("contacts", unit="count", breakdown="source=Police").value == 500
    at = book.figure("hospital_attendances_self_harm", "county hospital", unit="count")
    assert at.figure.area.code == "county-hospital"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ({"indicator": "section_47_enquires"}, "did you mean section_47_enquiries"),
        ({"area": "Lutton"}, "did you mean Luton"),
        ({"area": "Devon"}, "knows nothing of Section 47 enquiries in Devon"),
        ({"period": "soon"}, "'soon' is not a period: write 2023-24"),
        ({"period": "2030-31"}, "ask for one of 2012-13, 2013-14"),
        ({"unit": "rates"}, "in count or rate_per_10000"),
        ({"unit": "percent"}, "ask for it as count or rate_per_10000"),
        ({"breakdown": "Police"}, "A breakdown is written dimension=value"),
        ({"breakdown": "age=1"}, "it has no parts, so ask without a breakdown"),
        (
            {"indicator": "contacts", "breakdown": "source=School", "unit": "count"},
            "such as source=Schools",
        ),
    ],
)
def test_what_is_not_there_is_answered_with_what_is_near(book, asked, answer):
    with pytest.raises(GoldenThreadError) as error:
        book.figure(**({"indicator": "section_47_enquiries"} | asked))
    assert answer in str(error.value)


def test_a_book_without_an_area_or_a_year_asks_for_them(figures):
    bare = a_notebook(figures[:3], area="", year="")
    with pytest.raises(GoldenThreadError, match="Say which area"):
        bare.figure("section_47_enquiries")
    with pytest.raises(GoldenThreadError, match="Say which year"):
        bare.figure("section_47_enquiries", "Luton")
    with pytest.raises(GoldenThreadError, match="Write a financial year"):
        bare.comparison("section_47_enquiries", "Luton", "2024-02")


def test_a_thread_says_where_from_and_what_else_it_is_known_as(book):
    first = book.figure("section_47_enquiries", period="2022-23", unit="count")
    assert first.value == 900, "a report on 2022-23 stands on the release that came out then"
    told = repr(first.thread)
    assert "Read from: c4_2013_to_2024.csv, row 9, SHA-256 000000000000…" in told
    assert "Also known as: 912 (dfe.c4, 2024 release)" in told
    assert "Calculation: Taken as published" in told


def test_a_series_runs_from_the_earliest_within_one_release(book):
    series = book.series("section_47_enquiries", unit="count")
    assert [each.value for each in series] == [1219, 912, 1252]
    assert len(book.series("section_47_enquiries", years=4)) == 4
    assert len(repr(series.thread).splitlines()) == 3


def test_a_break_in_a_series_is_noted_under_it(figures):
    brk = Break(date(2023, 4, 1), "Enquiries are counted anew.", ("section_47_enquiries",))
    book = a_notebook(figures, breaks=[brk])
    note = "Counted otherwise from 2023-04-01: Enquiries are counted anew."
    assert repr(book.series("section_47_enquiries")).endswith(note)
    before = book.series("section_47_enquiries", period="2022-23")
    assert note not in repr(before)
    told = book.comparison("section_47_enquiries")
    assert "counted otherwise, so not compared" in repr(told)
    assert "rose" not in " ".join(told.sentences)


def test_a_selection_has_every_value_known_in_the_book_s_columns(book):
    found = book.figures("section_47_enquiries", "Luton", unit="count", period="2022-23")
    assert sorted(each.value for each in found) == [900, 912]
    assert found.to_arrow().schema.names == book.raw.to_arrow().schema.names
    assert list(found.to_pandas()["vintage"]) == ["2024", "2023"]
    assert len(book.figures(area=["Luton", "England"], vintage="2023")) == 1
    with pytest.raises(GoldenThreadError, match="Name an indicator or an area"):
        book.figures(period="2023-24")
    with pytest.raises(GoldenThreadError, match="knows no such figures"):
        book.figures("section_47_enquiries", period="2040-41")


def test_a_long_table_is_shortened_and_says_so(book):
    shown = repr(book.figures("section_47_enquiries"))
    assert len(shown.splitlines()) == 2 + 20 + 1
    assert "more rows: to_pandas() has them all." in shown


def test_what_was_restated_is_told_with_the_first_value_on_top(book):
    assert [each.value for each in book.restatements("Luton")] == [900, 912]
    assert "Told with different values, England: 0" in repr(book.restatements("England"))


def test_a_comparison_has_the_report_s_sentences_and_says_where_the_area_stands(book):
    told = book.comparison("section_47_enquiries")
    assert told.sentences[0] == (
        "Section 47 enquiries rose from 912 in 2022-23 to 1,252 in 2023-24 (37.3%)."
    )
    rows = {row.heading: [cell.content for cell in row.cells] for row in told.table.rows}
    assert rows["England"][2] == "above"
    assert rows["Statistical neighbours’ mean"][2] == "below"
    frame = told.to_pandas()
    assert frame.set_index("part").loc["England", "value"] == 187.1
    assert sum(frame["part"].str.startswith("Neighbour: ")) == 10


def test_there_is_no_comparison_of_what_is_not_known(book):
    with pytest.raises(GoldenThreadError, match="No figure for Re-referrals"):
        book.comparison("re_referrals_within_12_months")


def test_what_stands_out_is_the_same_as_with_every_area_at_hand(book):
    every = Desk(
        book=book.raw,
        shelf=book.raw.shelf(report_year=2024, years=11),
        area=LUTON,
        region=EAST,
        year=Period.parse("2023-24"),
        neighbour_sets=(LUTON_2021, LUTON_2025),
        breaks=book.breaks,
    )
    expected = [each.comparison.figure.indicator for each in every.outliers]
    found = book.outliers().to_pandas()
    assert list(found["indicator"]) == expected
    assert "initial_conferences" in expected
    assert "above every one of its statistical neighbours" in found.loc[0, "why"]
    assert found.columns[0] == "why"


def test_an_unsettled_figure_is_flagged_and_the_flag_explained(book, figures):
    doubtful = a_figure(
        1300, period="2024-25", quality=Quality.CAUTION, quality_note="two schools are missing"
    )
    asked = a_notebook([*figures, doubtful], year="2024-25")
    series = repr(asked.series("section_47_enquiries", unit="count"))
    assert "1,300 q" in series
    assert "q: to be read with caution" in series
    thread = repr(asked.figure("section_47_enquiries", unit="count").thread)
    assert "Quality: Caution: two schools are missing" in thread


def test_every_indicator_can_be_asked_for_by_its_name(book):
    percentages = years_of(catalogue()["school_suspensions"], LUTON, {2024: 4.2})
    asked = a_notebook(percentages)
    assert asked.figure("school_suspensions").printed == "4.2%"
