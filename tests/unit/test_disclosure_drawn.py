"""Declared figures drawn as a publication: which counts are one, and which sums are known."""

import pytest

from goldenthread.disclosure.drawn import Drawn, Part, draw
from goldenthread.disclosure.drawn.counts import counts_of
from goldenthread.disclosure.drawn.publications import cost_of
from goldenthread.disclosure.drawn.sums import known_sums
from goldenthread.nouns import Area, AreaKind, Figure, Symbol, Unit
from tests.factories import a_figure, a_thread
from tests.factories.monthly import MONTHS, QUARTER, a_table, local

PUBLIC = a_thread(source="dfe.c1", locator="row 3")


def sums_of(figures: list[Figure]) -> set[tuple[str, frozenset[str], bool]]:
    """The known sums: whole, parts, and whether those are all of it."""
    counts = counts_of(figures)
    return {
        (
            str(counts.told[each.whole]),
            frozenset(str(counts.told[part]) for part in each.parts),
            each.complete,
        )
        for each in known_sums(counts)
    }


def name(period: str, breakdown: str = "") -> str:
    return ", ".join(filter(None, ("contacts", "Luton", period, breakdown)))


def everything(figures: list[Figure]) -> Drawn:
    drawn = draw(figures, lambda f: f.thread.source.startswith("local."), lambda _: True)
    assert drawn is not None
    return drawn


def test_months_make_their_quarter_and_quarters_their_half_and_year():
    figures = [local(10, month) for month in MONTHS]
    figures += [local(30, QUARTER), local(40, "2023-24 Q3"), local(70, "2023-24 Q3-Q4")]
    found = sums_of(figures)
    months = frozenset(map(name, MONTHS))
    assert (name(QUARTER), months, True) in found
    half = name("2023-24 Q3-Q4")
    assert (half, frozenset({name("2023-24 Q3"), name(QUARTER)}), True) in found
    assert (half, frozenset({name("2023-24 Q3"), *months}), True) in found


def test_some_of_the_months_are_some_of_the_quarter():
    figures = [local(10, MONTHS[0]), local(11, MONTHS[1]), local(30, QUARTER)]
    assert sums_of(figures) == {
        (name(QUARTER), frozenset({name(MONTHS[0]), name(MONTHS[1])}), False)
    }


def test_numbers_on_a_day_make_no_sum_with_other_days_or_years():
    figures = [local(3, "2023-03-31"), local(4, "2024-03-31"), local(7, "2023-24")]
    assert sums_of(figures) == set()


def test_months_that_are_more_than_their_quarter_say_nothing_of_it():
    """Children seen in several months are counted once in the quarter."""
    figures = [*(local(20, month) for month in MONTHS), local(30, QUARTER)]
    assert sums_of(figures) == set()


def test_categories_that_are_all_of_their_whole_and_those_that_are_not():
    whole, police, schools = (
        local(30, "2023-24"),
        *(
            local(count, "2023-24", f"source={each}")
            for each, count in (("Police", 20), ("Schools", 10))
        ),
    )
    parts = frozenset({name("2023-24", "source=Police"), name("2023-24", "source=Schools")})
    assert sums_of([whole, police, schools]) == {(name("2023-24"), parts, True)}
    assert sums_of([local(31, "2023-24"), police, schools]) == {(name("2023-24"), parts, False)}
    assert sums_of([local(29, "2023-24"), police, schools]) == set()


def test_localities_are_parts_of_their_area_though_a_table_of_them_defines_them():
    by_table = {"definition": "contacts:records@of-the-table"}
    parts = {"Hilltop": 3, "Northside": 20, "Outside the area": 5, "Not known": 2}
    figures = [local(30, "2023-24", thread={"definition": "contacts:records@of-the-whole"})]
    figures += [
        local(count, "2023-24", f"locality={each}", thread=by_table)
        for each, count in parts.items()
    ]
    named = frozenset(name("2023-24", f"locality={each}") for each in parts)
    assert sums_of(figures) == {(name("2023-24"), named, True)}


def test_categories_that_overlap_say_nothing_unless_they_add_up():
    """An assessment may have several factors."""
    factors = [local(10, "2023-24", f"factor={each}") for each in ("Drugs", "Neglect")]
    assert sums_of([local(25, "2023-24"), *factors]) == set()
    assert len(sums_of([local(20, "2023-24"), *factors])) == 1


def test_parts_told_by_two_sources_add_up_all_the_same():
    public = a_figure(20, indicator="contacts", breakdown="source=Police", thread=PUBLIC)
    figures = [local(30, "2023-24"), local(10, "2023-24", "source=Schools"), public]
    parts = frozenset({name("2023-24", "source=Police"), name("2023-24", "source=Schools")})
    assert (name("2023-24"), parts, True) in sums_of(figures)


def test_equal_counts_of_one_thing_are_one_and_unequal_ones_are_not():
    same = a_figure(12, indicator="contacts", thread=PUBLIC)
    other = a_figure(13, indicator="contacts", thread=a_thread(source="lait"))
    own = local(12, "2023-24")
    counts = counts_of([own, same, other])
    of = {figure.id: counts.one(counts.behind[figure.id].counted) for figure in (own, same, other)}
    assert of[own.id] == of[same.id] != of[other.id]


def test_what_conferences_in_time_are_a_share_of_is_all_conferences():
    share = local(
        80.0, "2023-24", indicator="in_time", unit=Unit.PERCENT, numerator=80, denominator=100
    )
    all_ = local(100, "2023-24", indicator="conferences")
    counts = counts_of([share, all_])
    (base,) = counts.behind[share.id].bases
    assert counts.one(base) == counts.one(counts.behind[all_.id].counted)


def test_a_percentage_without_its_base_is_of_the_whole_that_it_fits():
    """Where it fits its own month's, of that; else of the month it was worked on by mistake."""
    figures = a_table({"Neglect": (30, 40, 50), "Police": (70, 80, 50)})
    right = local(30.0, MONTHS[0], "issue=Neglect", unit=Unit.PERCENT, numerator=30)
    wrong = local(40.0, MONTHS[1], "issue=Neglect", unit=Unit.PERCENT, numerator=40)
    neither = local(77.0, MONTHS[2], "issue=Neglect", unit=Unit.PERCENT, numerator=50)
    counts = counts_of([*figures, right, wrong, neither])
    bases = {
        each.id: {counts.told[base].period.code for base in counts.behind[each.id].bases}
        for each in (right, wrong)
    }
    assert bases == {right.id: {MONTHS[0]}, wrong.id: {MONTHS[0], MONTHS[2]}}
    assert neither.id not in counts.behind


def test_every_number_that_a_thread_prints_is_an_item():
    share = local(40.0, "2023-24", unit=Unit.PERCENT, numerator=400, denominator=1000, decimals=1)
    publication, which = everything([share]).our_publication({share.id: share})
    assert which == [(share.id, part) for part in (Part.VALUE, Part.NUMERATOR, Part.DENOMINATOR)]
    assert [item.value for item in publication.items] == [40, 400, 1000]
    assert publication.items[0].per == 100
    assert len(publication.sensitive) == 2


def test_a_rates_population_is_known_to_all():
    rate = local(12.5, "2023-24", unit=Unit.RATE_PER_10000, numerator=75, denominator=60000)
    publication, _ = everything([rate]).our_publication({rate.id: rate})
    assert len(publication.sensitive) == 1


def test_a_misprinted_share_is_not_drawn():
    """23.4 per cent is not 1,103 of 4,360: it says nothing true of either."""
    share = local(23.4, "2023-24", unit=Unit.PERCENT, numerator=1103, denominator=4360)
    _, which = everything([share]).our_publication({share.id: share})
    assert which == [(share.id, Part.NUMERATOR), (share.id, Part.DENOMINATOR)]


def test_a_share_is_drawn_to_the_places_that_are_printed_and_not_those_it_is_shown_to():
    share = local(
        "42.8571429", "2023-24", unit=Unit.PERCENT, decimals=1, numerator=3, denominator=7
    )
    publication, _ = everything([share]).our_publication({share.id: share})
    assert publication.items[0].decimals == 7


def test_a_share_that_was_cut_off_is_drawn_as_if_it_had_been_rounded():
    given = {"unit": Unit.PERCENT, "decimals": 1, "numerator": 3, "denominator": 7}
    publication, _ = everything([share := local("42.8", "2023-24", **given)]).our_publication(
        {share.id: share}
    )
    assert str(publication.items[0].value) == "42.9"


def test_only_what_is_tied_to_something_kept_back_is_drawn():
    tied = [local(3, MONTHS[0]), local(40, MONTHS[1]), local(43, QUARTER)]
    apart = local(500, "2023-24", indicator="referrals")
    drawn = draw([*tied, apart], lambda _: True, lambda figure: figure.value == 3)
    assert drawn is not None
    assert set(drawn.figures) == {figure.id for figure in tied}
    assert draw([*tied, apart], lambda _: True, lambda _: False) is None


def test_what_somebody_else_keeps_back_may_be_all_that_is_left():
    """Nobody here can add it up, so the parts are taken to be all of the whole."""
    kept = a_figure(
        symbol=Symbol.CONFIDENTIAL, indicator="contacts", breakdown="source=Other", thread=PUBLIC
    )
    told = a_figure(20, indicator="contacts", breakdown="source=Police", thread=PUBLIC)
    whole = a_figure(24, indicator="contacts", thread=PUBLIC)
    (found,) = known_sums(counts_of([kept, told, whole]))
    assert found.complete
    assert found.doubtful
    (found,) = known_sums(counts_of([told, whole]))
    assert not found.complete


def test_an_area_is_the_sum_of_its_members():
    members = [Area(code, code, AreaKind.COUNCIL) for code in ("820", "821")]
    together = Area("both", "Both", AreaKind.PARTNERSHIP, members=("820", "821"))
    figures = [local(10, "2023-24", area=each) for each in members]
    (found,) = known_sums(counts_of([*figures, local(20, "2023-24", area=together)]))
    assert found.complete
    (found,) = known_sums(counts_of([figures[0], local(20, "2023-24", area=together)]))
    assert not found.complete


def test_no_sum_goes_round_in_a_circle():
    """A whole of which one category is everything is not made a part of itself."""
    figures = [
        local(40, "2023-24"),
        local(40, "2023-24", "source=Police"),
        local(0, "2023-24", "source=Schools"),
        local(50.0, "2023-24", "source=Police", unit=Unit.PERCENT, numerator=20, denominator=40),
    ]
    drawn = everything(figures)
    publication, _ = drawn.our_publication(drawn.figures)
    for each in publication.sums:
        assert each.whole not in each.parts


@pytest.mark.parametrize("value", ["12.5", "-1"])
def test_what_is_no_whole_number_of_children_is_not_drawn(value):
    assert not counts_of([local(value, "2023-24")]).told


def test_the_figure_of_a_year_is_the_dearest_to_withhold_and_a_breakdown_the_cheapest():
    year, month, part = (
        local(40, "2023-24"),
        local(40, MONTHS[0]),
        local(40, "2023-24", "source=Police"),
    )
    assert cost_of(year) > cost_of(month) > cost_of(part) > 0
