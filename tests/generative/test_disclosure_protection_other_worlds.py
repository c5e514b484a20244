"""What is written depends on nothing hidden: other worlds that look the same leave the same bytes.

For a protected release other true counts are drawn that fit everything printed. The release as it
would have been in that world, with the same numbers hidden, has to be the same folder to the byte:
tables, description, list of files.
"""

import csv
import io
import random
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from goldenthread.disclosure.attack.system import system_of
from goldenthread.disclosure.outputs import write_whole
from goldenthread.disclosure.protection import RefusedError, pass_through
from goldenthread.disclosure.protection.door import Passed
from goldenthread.disclosure.publication import Cell, Publication, StatedRule, read_publication
from goldenthread.disclosure.publication.reading import publication_of, read_folder
from goldenthread.disclosure.publication.writing import files_of
from goldenthread.disclosure.rules import rule_named
from goldenthread.nouns import GoldenThreadError, Symbol, round_half_away
from tests.factories.linked_releases import SIZES, a_folder, a_world
from tests.factories.releases import a_release

# Other worlds' counts are drawn up to this.
TOP = 400


@given(seed=st.integers(0, 10**6))
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_other_worlds_leave_the_same_bytes(seed: int) -> None:
    choose = random.Random(seed).choice
    world = a_world(choose, sizes=choose(SIZES))
    folder = a_folder(choose, world, 0, tables=choose((1, 2, 3)))
    with tempfile.TemporaryDirectory() as place:
        inside, safe = Path(place) / "inside", Path(place) / "safe"
        folder.write(inside)
        passed = protected(inside, safe)
        assume(passed is not None)
        assert passed is not None
        hidden = passed.protected.primary | passed.protected.secondary
        assume(hidden)
        truth = read_publication(inside)
        written = held(safe)
        for turn in range(2):
            counts = another_world(read_publication(safe), turn)
            if counts is None:
                event("no other world in reach")
                continue
            other, there = Path(place) / f"inside-{turn}", Path(place) / f"safe-{turn}"
            differing = in_that_world(inside, other, truth, counts, hidden)
            event("another world" if differing else "the same world")
            write_with_the_same_hidden(other, there, passed, hidden)
            assert held(there) == written


def protected(inside: Path, safe: Path) -> Passed | None:
    try:
        return pass_through(inside, rule_named("local"), safe)
    except RefusedError:
        return None
    except GoldenThreadError as error:
        assert "contradict one another" in str(error)  # noqa: PT017 - the attack gave up
        return None


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def another_world(safe: Publication, turn: int) -> Mapping[Cell, int] | None:
    """Whole counts for every cell that fit everything printed, drawn towards a random corner."""
    rule = safe.rule or StatedRule(name="none", threshold=0, narrowest=0)
    system = system_of(safe, rule)
    size = len(system.cells)
    rows = np.zeros((len(system.rows), size))
    for at, row in enumerate(system.rows):
        for variable, factor in row.terms:
            rows[at, variable] = factor
    low = np.array([-np.inf if row.low is None else row.low for row in system.rows])
    high = np.array([np.inf if row.high is None else row.high for row in system.rows])
    # A share that was hidden was a share of somebody.
    least = np.zeros(size)
    for item in safe.items:
        if item.base in system.index:
            least[system.index[item.base]] = 1
    solved = milp(
        np.random.default_rng(turn).normal(size=size),
        constraints=[LinearConstraint(rows, low, high)] if len(rows) else [],
        integrality=np.ones(size),
        bounds=Bounds(least, TOP),
        options={"time_limit": 5},
    )
    if solved.x is None:
        return None
    found = {cell: int(value) for cell, value in system.known.items() if value.denominator == 1}
    return found | {cell: round(solved.x[at]) for cell, at in system.index.items()}


def in_that_world(
    inside: Path,
    other: Path,
    truth: Publication,
    counts: Mapping[Cell, int],
    hidden: frozenset[int],
) -> int:
    """Write the release as it is inside in another world; gives how many numbers differ."""
    other.mkdir()
    (other / "release.toml").write_bytes((inside / "release.toml").read_bytes())
    folder = read_folder(inside)
    at = differing = 0
    for table in folder.tables:
        out = io.StringIO()
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(table.columns)
        for row in table.rows:
            item = truth.items[at]
            count = counts[item.cell]
            cells = row.at | {"measure": row.measure, "value": row.value}
            if item.base is not None:
                base = counts[item.base]
                cells |= {"numerator": str(count), "denominator": str(base)}
            if at in hidden:
                cells["value"] = str(count)
                if item.base is not None:
                    share = round_half_away(Fraction(item.per * count, base), item.decimals)
                    cells["value"] = f"{share:f}"
                differing += cells["value"] != row.value
            lines.writerow([cells[name] for name in table.columns])
            at += 1
        (other / table.entry.file).write_text(out.getvalue(), encoding="utf-8")
    description = (other / "release.toml").read_text()
    for statement in folder.layout.statement:
        item = truth.items[at]
        if at in hidden:
            before = f'value = {statement.value}\nplace = "{statement.place}"'
            assert before in description
            after = f'value = {counts[item.cell]}\nplace = "{statement.place}"'
            description = description.replace(before, after)
            differing += before != after
        at += 1
    (other / "release.toml").write_text(description, encoding="utf-8")
    return differing


def write_with_the_same_hidden(
    other: Path, there: Path, passed: Passed, hidden: frozenset[int]
) -> None:
    """Write the other world's release with the same numbers hidden."""
    source = read_folder(other)
    publication = publication_of(source)
    items = tuple(
        replace(item, value=None, symbol=Symbol.CONFIDENTIAL) if at in hidden else item
        for at, item in enumerate(publication.items)
    )
    rule = passed.protected.publication.rule
    safe = replace(publication, items=items, counts={}, rule=rule)
    write_whole(there, files_of(safe, source))


CANARIES = (48611, 73939, 91193)


def test_no_hidden_number_stands_in_any_file_written(tmp_path: Path) -> None:
    """Numbers that occur nowhere else are hidden, in tables, sentences and inside knowledge."""
    small, beside, within = CANARIES
    rule = replace(rule_named("local"), threshold=60_000, narrowest=60_000)
    inside = a_release(
        tmp_path / "inside",
        f"""
            [[dimension]]
            name = "area"
            [[dimension.total]]
            is = "Luton"
            of = ["North", "South", "West"]
            [[table]]
            file = "contacts.csv"
            measure = "contacts"
            [[table]]
            file = "share.csv"
            measure = "referrals"
            percent_of = "contacts"
            decimals = 3
            [[table]]
            file = "inner.csv"
            measure = "contacts"
            inside = true
            [[statement]]
            measure = "contacts"
            at = {{ area = "North" }}
            value = {small}
            place = "first"
        """,
        rule="",
        contacts=f"area, value\nNorth, {small}\nSouth, {beside}\nWest, 200000\n"
        f"Luton, {small + beside + 200000}",
        share=f"area, value, numerator, denominator\nSouth, 0.035, 26, {beside}",
        inner=f"area, value\nEast, {within}",
    )
    pass_through(inside, rule, tmp_path / "safe", ledger=tmp_path / "l")
    files = [
        path for top in ("safe", "l") for path in (tmp_path / top).rglob("*") if path.is_file()
    ]
    assert len(files) == 8
    assert not list((tmp_path / "safe").glob("inner*"))
    for path in files:
        content = path.read_bytes()
        for canary in CANARIES:
            assert str(canary).encode() not in content, path
            assert f"{canary:,}".encode() not in content, path
        assert b"denominator" not in content
