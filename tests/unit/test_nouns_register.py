"""The register of areas: found by any name, and right about what existed when."""

from datetime import date

import pytest

from goldenthread.nouns import AreaKind, GoldenThreadError, register


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Luton", "821"),
        (" LUTON ", "821"),
        ("821", "821"),
        ("E06000032", "821"),
        ("e06000032", "821"),
        ("Luton Borough Council", "821"),
        ("st helens", "342"),
        ("St. Helens", "342"),
        ("Kingston upon Hull, City of", "810"),
        ("Hull", "810"),
        ("Durham", "840"),
        ("Bedford Borough", "822"),
        ("Herefordshire", "884"),
        ("London Borough of Camden", "202"),
        ("Yorkshire & the Humber", "E12000003"),
        ("London (Inner)", "E13000001"),
        ("Outer London", "E13000002"),
        ("England", "E92000001"),
        ("Pan Bedfordshire", "pan-bedfordshire"),
        ("314 / 318", "kingston-and-richmond"),
    ],
)
def test_an_area_is_found_by_any_name_or_code(asked: str, code: str) -> None:
    assert register.find_area(asked).code == code


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("E08000020", "E08000037", "390"),
        ("E06000048", "E06000057", "929"),
        ("E10000002", "E06000060", "825"),
        ("E10000023", "E06000065", "815"),
        ("E10000027", "E06000066", "933"),
        ("E08000016", "E08000038", "370"),
        ("E08000019", "E08000039", "373"),
    ],
)
def test_an_area_keeps_its_figures_when_its_code_changes(
    before: str, after: str, code: str
) -> None:
    assert register.find_area(before).code == register.find_area(after).code == code


def test_todays_council_is_meant_where_a_former_one_had_the_name() -> None:
    assert register.find_area("Dorset").code == "838"
    assert register.find_area("Dorset (Pre LG)").code == "835"


def test_a_slip_is_answered_with_near_names() -> None:
    with pytest.raises(GoldenThreadError, match=r"'Bedfrod'; did you mean Bedford"):
        register.find_area("Bedfrod")
    with pytest.raises(GoldenThreadError, match="goldenthread areas"):
        register.find_area("")
    with pytest.raises(GoldenThreadError, match="goldenthread areas"):
        register.area("999")


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2019, 3, 31), 152),
        (date(2019, 4, 1), 151),
        (date(2021, 3, 31), 151),
        (date(2021, 4, 1), 152),
        (date(2023, 3, 31), 152),
        (date(2024, 3, 31), 153),
    ],
)
def test_the_councils_of_a_day_are_those_that_existed_then(day: date, count: int) -> None:
    assert len(register.councils(day)) == count


def test_there_are_153_councils_today_each_in_one_of_nine_regions() -> None:
    councils = register.councils()
    assert len(councils) == 153
    regions = register.regions()
    assert len(regions) == 9
    assert {register.region_of(council) for council in councils} == set(regions)


def test_a_council_that_was_replaced_names_its_successors() -> None:
    assert register.area("928").successors == ("940", "941")
    assert register.area("839").predecessors == ("835", "836", "837")
    assert register.last_day("909") == date(2023, 3, 31)
    assert register.first_day("942") == date(2023, 4, 1)
    for succession in register.successions():
        assert succession.what_happened
        if succession.predecessor != succession.successor:
            last, first = (
                register.last_day(succession.predecessor),
                register.first_day(succession.successor),
            )
            assert last is not None
            assert first == succession.day
            assert (first - last).days == 1


def test_london_is_one_region_in_two_halves() -> None:
    inner, outer = register.area(register.INNER_LONDON), register.area(register.OUTER_LONDON)
    both = {*inner.members, *outer.members}
    assert len(both) == len(inner.members) + len(outer.members) == 33
    assert {each.code for each in register.members(register.area(register.LONDON))} == both
    camden = register.area("202")
    assert register.part_of_london(camden) == inner
    assert register.part_of_london(register.area("821")) is None
    assert register.region_of(inner) == register.area(register.LONDON)


def test_a_partnership_is_a_set_of_councils() -> None:
    partnership = register.find_area("Pan Bedfordshire")
    assert partnership.kind is AreaKind.PARTNERSHIP
    names = [each.name for each in register.members(partnership)]
    assert names == ["Luton", "Bedford", "Central Bedfordshire"]
    assert register.members(register.area("821")) == (register.area("821"),)
    assert len(register.members(register.area(register.ENGLAND))) == 153


def test_no_two_areas_share_a_code_or_a_name_of_today() -> None:
    every = register.areas()
    assert len({each.code for each in every}) == len(every)
    ons = [code for each in every for code in each.ons_codes]
    assert len(set(ons)) == len(ons)
    names = [each.name for each in register.councils()]
    assert len(set(names)) == len(names)
    for each in every:
        assert register.find_area(each.code) == each
        assert set(each.members) <= {other.code for other in every}
