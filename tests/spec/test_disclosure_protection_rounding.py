"""Controlled rounding by worked examples: multiples beside the truth, and sums that add up."""

from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from goldenthread.cli import main
from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.protection import pass_through
from goldenthread.disclosure.protection.protect import protect_by_rounding
from goldenthread.disclosure.publication import (
    Cell,
    Item,
    Publication,
    StatedRule,
    Total,
    read_publication,
    sums_of,
)
from goldenthread.disclosure.rules import rule_named
from goldenthread.nouns import GoldenThreadError
from tests.factories.releases import a_release

RULE = StatedRule(name="local", threshold=5, narrowest=5)
TABLE = """
    [[dimension]]
    name = "area"
    [[dimension.total]]
    is = "Luton"
    of = ["North", "South"]
    [[dimension]]
    name = "period"
    [[dimension.total]]
    is = "Q4"
    of = ["2024-01", "2024-02"]
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
"""
COUNTS = """
    period,  area,  value
    2024-01, North, 4
    2024-01, South, 14
    2024-01, Luton, 18
    2024-02, North, 13
    2024-02, South, 20
    2024-02, Luton, 33
    Q4,      North, 17
    Q4,      South, 34
    Q4,      Luton, 51
"""


def rounded_table(folder: Path) -> dict[tuple[str, str], int]:
    table = read_publication(folder)
    return {
        (dict(item.cell.at)["period"], dict(item.cell.at)["area"]): int(item.value)
        for item in table.items
        if item.value is not None and item.cell.measure == "contacts"
    }


def test_every_number_is_a_multiple_beside_the_truth_and_totals_add_up(tmp_path: Path) -> None:
    inside = a_release(tmp_path / "inside", TABLE, rule="", contacts=COUNTS)
    passed = pass_through(inside, rule_named("local"), tmp_path / "safe", base=10)
    assert passed.protected.not_adding == ()
    found = rounded_table(tmp_path / "safe")
    truth = rounded_table(inside)
    assert found.keys() == truth.keys()
    for place, count in truth.items():
        assert found[place] % 10 == 0
        assert abs(found[place] - count) < 10
    for period in ("2024-01", "2024-02", "Q4"):
        assert found[period, "North"] + found[period, "South"] == found[period, "Luton"]
    for area in ("North", "South", "Luton"):
        assert found["2024-01", area] + found["2024-02", area] == found["Q4", area]
    assert found["2024-02", "South"] == 20, "a multiple stays as it is"
    assert attack(read_publication(tmp_path / "safe")).safe
    assert "rounded_to = 10" in (tmp_path / "safe" / "release.toml").read_text()


def test_percentages_and_sentences_do_not_tell_what_rounding_hides(tmp_path: Path) -> None:
    inside = a_release(
        tmp_path / "inside",
        TABLE
        + '[[table]]\nfile = "share.csv"\nmeasure = "referrals"\npercent_of = "contacts"\n'
        + "decimals = 1\n"
        + '[[statement]]\nmeasure = "contacts"\nvalue = 51\n'
        + 'at = { period = "Q4", area = "Luton" }\n',
        rule="",
        contacts=COUNTS,
        share="period, area, value, numerator, denominator\nQ4, Luton, 23.5, 12, 51",
    )
    pass_through(inside, rule_named("local"), tmp_path / "safe", base=10)
    share, sentence = read_publication(tmp_path / "safe").items[-2:]
    assert share.hidden
    assert sentence.hidden


def test_a_base_that_says_nought_means_few_is_refused(tmp_path: Path) -> None:
    """With base 5 a printed 0 says 0 to 4: few children, or none."""
    inside = a_release(tmp_path / "inside", TABLE, rule="", contacts=COUNTS)
    with pytest.raises(GoldenThreadError, match="take 7 or more, such as 10"):
        pass_through(inside, rule_named("local"), tmp_path / "safe", base=5)
    assert not (tmp_path / "safe").exists()


def test_a_count_rounded_before_is_rounded_the_same_way(tmp_path: Path) -> None:
    """An 8 that went down to 0 in one release and up to 10 in the next would be 1 to 9."""
    alone = '[[dimension]]\nname = "area"\n[[table]]\nfile = "t.csv"\nmeasure = "contacts"\n'
    a_release(
        tmp_path / "ledger" / "first",
        alone + "rounded_to = 10\n",
        name="first",
        t="area, value\nNorth, 0",
    )
    inside = a_release(
        tmp_path / "inside", alone, name="second", rule="", t="area, value\nNorth, 8\nSouth, 8"
    )
    pass_through(
        inside, rule_named("local"), tmp_path / "safe", ledger=tmp_path / "ledger", base=10
    )
    assert (tmp_path / "safe" / "t.csv").read_text() == "area,value\nNorth,0\nSouth,10\n"


def test_a_table_of_children_and_others_has_to_be_parted(tmp_path: Path) -> None:
    inside = a_release(
        tmp_path / "inside",
        '[[table]]\nfile = "t.csv"\n',
        rule="",
        t="measure, value\ncontacts, 14\nsocial workers, 7",
    )
    with pytest.raises(GoldenThreadError, match=r"t\.csv holds counts of children and others"):
        pass_through(inside, rule_named("local"), tmp_path / "safe", base=10)


def awkward_cube() -> Publication:
    """Some 5s in a cube of 3 by 3 by 3: in multiples of 10 no choice adds up in every line."""
    axes = [[f"{name}{at}" for at in range(3)] for name in "abc"]
    fives = [(0, 1, 2), (1, 0, 1), (1, 1, 0), (1, 2, 0), (1, 2, 1)]
    fives += [(1, 2, 2), (2, 0, 2), (2, 1, 1), (2, 2, 0), (2, 2, 1)]
    inner = {tuple(axes[axis][at] for axis, at in enumerate(place)) for place in fives}
    totals = [Total(f"d{axis}", "All", tuple(members)) for axis, members in enumerate(axes)]
    items, counts = [], {}
    for place in product(*([*members, "All"] for members in axes)):
        below = product(*([at] if at != "All" else axes[axis] for axis, at in enumerate(place)))
        count = 5 * sum(1 for each in below if each in inner)
        cell = Cell.of("contacts", {f"d{axis}": at for axis, at in enumerate(place)})
        counts[cell] = count
        items.append(Item(cell=cell, value=Decimal(count), place=" ".join(place)))
    return Publication(
        name="cube",
        published=date(2024, 9, 30),
        items=tuple(items),
        sums=sums_of(counts, totals),
        sensitive=frozenset({"contacts"}),
        counts=counts,
        totals=tuple(totals),
    )


def test_where_a_cube_cannot_add_up_it_is_said_which_totals_do_not() -> None:
    cube = awkward_cube()
    found = protect_by_rounding(cube, RULE, base=10)
    assert 0 < len(found.not_adding) <= 3
    values = {item.cell: int(item.value or 0) for item in found.publication.items}
    off = {each for each in cube.sums if sum(values[p] for p in each.parts) != values[each.whole]}
    assert off == set(found.not_adding)
    assert all(abs(values[cell] - count) < 10 for cell, count in cube.counts.items())
    assert found.attacked.safe


def test_the_command_rounds_by_the_rules_base(tmp_path: Path) -> None:
    inside = a_release(tmp_path / "inside", TABLE, rule="", contacts=COUNTS)
    command = ["protect", str(inside), "--rule", "local", "--method", "round"]
    done = CliRunner().invoke(main, [*command, "--out", str(tmp_path / "safe")])
    assert done.exit_code == 0, done.output
    assert "Rounded: 9 numbers. Withheld" in done.stdout
    assert all(count % 10 == 0 for count in rounded_table(tmp_path / "safe").values())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--rule", "local", "--base", "10"), "--base belongs to --method round"),
        (("--rule", "children_in_need", "--method", "round"), "names no base: say --base"),
    ],
)
def test_the_command_says_what_goes_with_what(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    inside = a_release(tmp_path / "inside", TABLE, rule="", contacts=COUNTS)
    done = CliRunner().invoke(
        main, ["protect", str(inside), "--out", str(tmp_path / "safe"), *arguments]
    )
    assert done.exit_code == 2
    assert said in done.stderr
