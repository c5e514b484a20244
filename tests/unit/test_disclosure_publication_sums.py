"""Sums are drawn wherever a hierarchy is met, and where two tables meet, and nowhere else."""

from goldenthread.disclosure.publication import Cell, Sum, Total, sums_of

MONTHS = Total("period", "Q4", ("Jan", "Feb", "Mar"))
YEAR = Total("period", "Year", ("Q1", "Q2", "Q3", "Q4"))
WARDS = Total("area", "Luton", ("North", "South"))


def cell(measure: str = "contacts", **at: str) -> Cell:
    return Cell.of(measure, at)


def wholes(sums: tuple[Sum, ...]) -> set[str]:
    return {str(each.whole) for each in sums}


def test_a_sum_stands_at_every_place_of_the_other_dimensions() -> None:
    printed = [
        cell(period=period, area=area)
        for period in ("Jan", "Feb", "Mar", "Q4")
        for area in ("North", "South")
    ]
    assert wholes(sums_of(printed, [MONTHS])) == {
        "contacts (area North, period Q4)",
        "contacts (area South, period Q4)",
    }


def test_members_printed_nowhere_stand_in_the_sum() -> None:
    (each,) = sums_of([cell(period="Q4"), cell(period="Jan")], [MONTHS])
    assert each.parts == (cell(period="Jan"), cell(period="Feb"), cell(period="Mar"))


def test_a_step_that_nobody_prints_links_what_is_above_and_below() -> None:
    sums = sums_of([cell(period="Year"), cell(period="Jan"), cell(period="Feb")], [MONTHS, YEAR])
    assert wholes(sums) == {"contacts (period Year)", "contacts (period Q4)"}


def test_tables_of_different_grain_meet_in_what_neither_prints() -> None:
    """Months by ward, and the year of the whole: the year by ward ties them."""
    printed = [cell(period="Year", area="Luton"), cell(period="Jan", area="North")]
    sums = sums_of(printed, [MONTHS, YEAR, WARDS])
    ties = {(str(each.whole), str(each.parts[0])) for each in sums}
    assert ("contacts (area Luton, period Year)", "contacts (area North, period Year)") in ties
    assert ("contacts (area North, period Q4)", "contacts (area North, period Jan)") in ties


def test_what_says_nothing_is_left_out() -> None:
    assert sums_of([cell(period="Year"), cell(period="Q9")], [MONTHS, YEAR]) == ()
    assert sums_of([cell(period="Jan"), cell(period="Feb")], [MONTHS, YEAR]) == ()


def test_two_wholes_of_the_same_parts_are_tied_by_them() -> None:
    first = Total("period", "to March", ("Jan", "Feb", "Mar"))
    second = Total("period", "to April", ("Feb", "Mar", "Apr"))
    printed = [cell(period="to March"), cell(period="to April")]
    assert len(sums_of(printed, [first, second])) == 2
    assert sums_of(printed, [first, Total("period", "to April", ("Apr", "May"))]) == ()


def test_measures_add_up_like_categories() -> None:
    ends = Total("", "contacts", ("referrals", "ended"), complete=False)
    (each,) = sums_of([cell(area="North"), cell("referrals", area="North")], [ends])
    assert each == Sum(
        cell(area="North"), (cell("referrals", area="North"), cell("ended", area="North")), False
    )


def test_a_cell_without_the_dimension_has_no_part_in_its_sums() -> None:
    assert sums_of([cell(area="North")], [MONTHS, YEAR]) == ()
