"""Ranked categories with entries and exits, and the grid with its highest and lowest."""

import pytest

from goldenthread.comparisons import Movement, extremes, grid, ranking
from goldenthread.nouns import Symbol
from tests.factories import a_figure


def parts(values, year):
    return [
        a_figure(
            value,
            Symbol.CONFIDENTIAL if value is None else None,
            indicator="assessment_factors",
            period=year,
            breakdown=f"factor={name}",
        )
        for name, value in values.items()
    ]


def ranked(now, before=None, limit=3):
    return ranking("factor", parts(now, "2023-24"), parts(before or {}, "2022-23"), limit)


def moves(found):
    return {entry.name: entry.movement for entry in found.entries}


def test_who_came_in_who_went_up_and_who_left():
    found = ranked(
        {"Mental health": 742, "Domestic abuse": 958, "Neglect": 455, "Drugs": 297},
        {"Mental health": 730, "Domestic abuse": 700, "Drugs": 400, "Neglect": 363},
    )
    assert [(entry.name, entry.place) for entry in found.entries] == [
        ("Domestic abuse", 1),
        ("Mental health", 2),
        ("Neglect", 3),
    ]
    assert moves(found) == {
        "Domestic abuse": Movement.UP,
        "Mental health": Movement.DOWN,
        "Neglect": Movement.NEW,
    }
    assert [entry.name for entry in found.entered] == ["Neglect"]
    assert found.entered[0].before.value == 363  # it was counted before, and not so large
    (left,) = found.left
    assert (left.name, left.place_before, left.before.value, left.now.value) == (
        "Drugs",
        3,
        400,
        297,
    )


def test_a_category_that_is_no_longer_counted_has_left_too():
    found = ranked({"A": 3, "B": 2, "C": 1}, {"A": 3, "Z": 9})
    (left,) = found.left
    assert (left.name, left.now) == ("Z", None)


def test_a_shared_last_place_is_listed_whole():
    found = ranked({"A": 9, "B": 5, "C": 5, "D": 5, "E": 1}, limit=2)
    assert [(entry.name, entry.place) for entry in found.entries] == [
        ("A", 1),
        ("B", 2),
        ("C", 2),
        ("D", 2),
    ]


def test_with_nothing_before_nothing_is_new():
    assert set(moves(ranked({"A": 2, "B": 1})).values()) == {Movement.NOT_KNOWN}


def test_a_withheld_category_has_no_place_and_is_named():
    found = ranked({"A": 9, "B": None}, {"A": 9, "B": 8})
    assert found.withheld == ("B",)
    assert [entry.name for entry in found.entries] == ["A"]
    assert found.left == ()  # it may well be among the largest


def test_beside_a_year_with_anything_withheld_nothing_is_new_moved_or_left():
    found = ranked({"A": 9, "B": 7, "C": 6, "E": 1}, {"A": 9, "B": None, "D": 8, "E": 7, "C": 1})
    assert set(moves(found).values()) == {Movement.NOT_KNOWN}
    assert found.left == ()


def test_a_category_with_no_figure_before_is_not_called_new():
    assert moves(ranked({"A": 9, "B": 7}, {"A": 9, "C": 3}))["B"] is Movement.NOT_KNOWN


def test_a_zero_is_among_the_largest_of_neither_year():
    found = ranked({"A": 9, "B": 7, "C": 0}, {"A": 9, "B": 0, "C": 0})
    assert moves(found) == {"A": Movement.SAME, "B": Movement.NEW}
    assert found.left == ()
    assert ranked({"A": 0}).entries == ()


def test_the_same_place_is_the_same():
    assert set(moves(ranked({"A": 2, "B": 1}, {"A": 4, "B": 3})).values()) == {Movement.SAME}


def test_a_figure_of_another_kind_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="not broken down by issue"):
        ranking("issue", parts({"A": 1}, "2023-24"))


MONTHS = ("October", "November", "December")


def contacts(lines):
    return [
        a_figure(value, indicator="contacts", breakdown=f"issue={issue};month={name}")
        for issue, values in lines.items()
        for name, value in zip(MONTHS, values, strict=True)
        if value is not None
    ]


def laid(figures, columns=MONTHS):
    return grid(
        figures,
        row=lambda figure: figure.breakdown.get("issue"),
        column=lambda figure: figure.breakdown.get("month"),
        columns=columns,
    )


def test_each_row_has_its_highest_and_lowest_ties_and_all():
    figures = contacts({"Domestic violence": (180, 180, 154), "Physical abuse": (96, 118, None)})
    table = laid(figures)
    violence, abuse = table.rows
    assert violence.name == "Domestic violence"
    assert violence.highest == {figures[0].id, figures[1].id}
    assert violence.lowest == {figures[2].id}
    assert abuse.figures == (figures[3], figures[4], None)
    assert (abuse.highest, abuse.lowest) == ({figures[4].id}, {figures[3].id})


@pytest.mark.parametrize("values", [(5, 5, 5), (5, None, None)])
def test_where_nothing_stands_out_nothing_is_marked(values):
    assert extremes(contacts({"x": values})) == (frozenset(), frozenset())


def test_a_withheld_month_is_neither_highest_nor_lowest():
    figures = [*contacts({"x": (5, 9, None)}), a_figure(symbol=Symbol.CONFIDENTIAL)]
    assert extremes(figures) == ({figures[1].id}, {figures[0].id})


def test_a_grid_holds_one_figure_a_cell_and_every_figure_a_cell():
    figures = contacts({"x": (5, 9, 1)})
    with pytest.raises(ValueError, match="would share a cell"):
        laid([*figures, figures[0]])
    with pytest.raises(ValueError, match="not one asked for"):
        laid(figures, MONTHS[:2])
