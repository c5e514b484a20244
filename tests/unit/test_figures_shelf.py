"""The shelf: from one figure to its fellows, always within one source, release and definition."""

from typing import Any

from goldenthread.figures import FigureBook, Origin, Shelf
from goldenthread.nouns import Breakdown, Figure, FigureKey, Period, Unit
from tests.factories import EAST, ENGLAND, LUTON, a_figure, a_thread


def both_ways(figures: list[Figure]) -> list[Shelf]:
    """A shelf of Figures as they are, and one of a book's rows, which must answer alike."""
    return [Shelf(figures), FigureBook.of(figures).shelf()]


def in_year(year: int, value: Any, **changes: Any) -> Figure:
    return a_figure(value, period=Period.financial_year(year), **changes)


def test_a_series_stays_within_one_origin_and_fills_nothing_in() -> None:
    other = a_thread(source="lait")
    figures = [in_year(2021, 1), in_year(2022, 2), in_year(2023, 3, thread=other), in_year(2024, 4)]
    for shelf in both_ways(figures):
        last = shelf.get("section_47_enquiries", Unit.COUNT, "821", Period.financial_year(2024))
        assert last is not None
        assert [each.value for each in shelf.series(last)] == [1, 2, 4]
        assert [each.value for each in shelf.series(last, years=3)] == [2, 4]


def test_like_finds_another_area_period_unit_or_breakdown() -> None:
    base = a_figure(1252)
    rate = a_figure("207.9", unit=Unit.RATE_PER_10000, decimals=1)
    part = a_figure(5, breakdown="age=1-4")
    for shelf in both_ways([base, rate, part, a_figure(9, area=ENGLAND)]):
        assert shelf.like(base, area="E92000001") is not None
        found = shelf.like(base, unit=Unit.RATE_PER_10000)
        assert found is not None
        assert str(found.value) == "207.9"
        assert shelf.like(base, breakdown=Breakdown.of(age="1-4")) == part
        assert shelf.like(base, period=Period.financial_year(2020)) is None


def test_everywhere_gives_each_area_once() -> None:
    mixed = [
        a_figure(1),
        a_figure(2, area=ENGLAND),
        a_figure(3, area=EAST, thread=a_thread(vintage="2025")),
        a_figure(4, area=ENGLAND, thread=a_thread(vintage="2025")),
    ]
    for shelf in both_ways(mixed):
        found = shelf.everywhere(mixed[0])
        assert {area: each.value for area, each in found.items()} == {"821": 1, "E92000001": 2}
        assert shelf.everywhere(mixed[0]) == found


def test_parts_come_from_the_figures_own_table_or_its_release() -> None:
    whole = a_figure(100, thread=a_thread(source="dfe.c1"))
    near = a_figure(60, breakdown="source=Police", thread=a_thread(source="dfe.c5"))
    own = a_figure(61, breakdown="source=Police", thread=a_thread(source="dfe.c1", locator="x"))
    far = a_figure(40, breakdown="source=Schools", thread=a_thread(source="lait"))
    older = a_figure(30, breakdown="source=Housing", thread=a_thread(vintage="2023"))
    other = a_figure(20, breakdown="age=1-4")
    crossed = a_figure(10, breakdown="age=1-4;source=Police", thread=a_thread(source="dfe.c1"))
    for shelf in both_ways([whole, near, own, far, older, other, crossed]):
        assert [each.value for each in shelf.broken_down(whole, "source")] == [61]
    for shelf in both_ways([whole, near, far, older, other, crossed]):
        assert [each.value for each in shelf.broken_down(whole, "source")] == [60]
        assert [each.value for each in shelf.broken_down(other, "source")] == [10]
        assert shelf.broken_down(far, "age") == ()


def test_about_tells_everything_of_an_indicator_once() -> None:
    figures = [
        in_year(2024, 2),
        in_year(2023, 1),
        in_year(2024, 3, thread=a_thread(source="lait")),
        in_year(2024, 4, breakdown="age=1-4"),
        in_year(2024, 5, area=ENGLAND),
        in_year(2024, 6, indicator="referrals"),
    ]
    for shelf in both_ways(figures):
        values = [each.value for each in shelf.about("section_47_enquiries", "821")]
        assert sorted(map(int, filter(None, values))) in ([1, 2, 4], [1, 3, 4])
        assert shelf.about("section_47_enquiries", "999") == ()


def test_what_is_not_known_is_none_and_not_an_error() -> None:
    shelf = Shelf([])
    assert len(shelf) == 0
    assert shelf.get("referrals", Unit.COUNT, "821", Period.financial_year(2024)) is None
    assert shelf.known(FigureKey("referrals", Unit.COUNT, "821", Period.mid_year(2023))) == ()
    assert shelf.everywhere(a_figure(1, area=LUTON)) == {}


def test_an_origin_is_source_release_and_definition() -> None:
    origin = Origin.of(a_figure(1))
    assert origin == Origin("dfe.c4", "2024", "section_47_enquiries:1")
    assert origin.publication == ("dfe", "2024", "section_47_enquiries:1")
