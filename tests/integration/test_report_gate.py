"""Luton's report passes the gate: it gives nothing away, and adds nothing to what others left."""

import json
import sys
from collections.abc import Mapping

import pytest

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.drawn import draw
from goldenthread.disclosure.gate import withstand
from goldenthread.disclosure.publication import read_ledger
from goldenthread.disclosure.release import counts_children, ours, stated
from goldenthread.disclosure.rules import rule_for
from goldenthread.nouns import Figure, GoldenThreadError, Symbol
from goldenthread.report import compose
from goldenthread.report.make import make_report
from tests.factories.small_counts import a_partnership, raise_threshold

CHECK = "what is withheld cannot be worked out from what is printed"


@pytest.fixture(scope="module")
def luton(tmp_path_factory):
    """The report's folder, and everything that was judged for it: as it is inside, as let out."""
    judged = {}

    def keep(inside, let_out, earlier):
        judged["inside"], judged["out"] = inside, {k: v.figure for k, v in let_out.items()}
        return withstand(inside, let_out, earlier)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(compose, "withstand", keep)
        made = make_report(out=tmp_path_factory.mktemp("gate") / "luton")
    return made, judged["inside"], judged["out"]


def test_the_report_says_how_much_was_attacked(luton):
    made, inside, out = luton
    (check,) = [each for each in made.checks["checks"] if each["name"] == CHECK]
    assert check["holds"]
    withheld = sum(
        out[each].symbol is Symbol.CONFIDENTIAL and counts_children(inside[each]) for each in out
    )
    assert withheld > 20
    assert check["detail"] == f"{withheld} withheld counts attacked"


def test_what_others_left_open_is_told_to_the_analyst_by_name_and_printed_nowhere(
    luton, tmp_path, monkeypatch
):
    made, _, _ = luton
    assert made.checks["inherited"] == []  # in what this report draws on, nothing is left open
    name = "referrals, Luton, 2023-24, source=Anonymous"
    gate = sys.modules["goldenthread.disclosure.gate"]
    monkeypatch.setattr(gate, "inherited", lambda _: (name,))
    again = make_report(out=tmp_path / "luton")
    assert again.checks["inherited"] == [name]
    assert any("checks.json names them" in line for line in again.lines())
    for file in again.files:
        if file != "checks.json":
            content = (again.folder / file).read_bytes()
            assert content == (made.folder / file).read_bytes()
            assert name.encode() not in content


def intervals(figures: Mapping[str, Figure], out: Mapping[str, Figure], *, with_ours: bool):
    """What can be known of each count that a public source withholds, by its place."""
    told = [f for f in figures.values() if counts_children(f) and (with_ours or not ours(f))]
    drawn = draw(told, ours, lambda f: not f.known and not ours(f), with_ours=False)
    rule = stated([rule_for("local.any")])
    known = drawn.public_publication(drawn.figures)
    found = attack(known, rule, explain=False)
    if drawn.ours:
        own, _ = drawn.our_publication(out)
        found = attack(own, rule, [known], explain=False)
    return {
        each.place.removeprefix("others: "): (each.low, each.high)
        for each in found.hidden
        if each.place.removeprefix("others: ") in {str(f.key) for f in told if not ours(f)}
    }


def test_the_report_adds_nothing_to_what_is_known_of_what_others_withhold(luton):
    _, inside, out = luton
    alone = intervals(inside, out, with_ours=False)
    assert len(alone) > 15
    assert intervals(inside, out, with_ours=True) == alone


def test_a_report_of_which_a_withheld_count_could_be_worked_out_is_not_written(
    tmp_path, monkeypatch
):
    """The gate stands by itself: it stops what the protection has missed."""
    raise_threshold(monkeypatch)
    release = sys.modules["goldenthread.disclosure.release"]
    monkeypatch.setattr(release, "_protected", lambda *_: {})
    ours_folder = a_partnership(tmp_path / "ours")
    with pytest.raises(
        GoldenThreadError, match="contacts, Luton, 2023-12, issue=Domestic violence"
    ):
        make_report(
            out=tmp_path / "out",
            partnership=ours_folder,
            contents=str(ours_folder / "contents.toml"),
            ledger=tmp_path / "ledger",
        )
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "ledger").exists()


def test_a_report_is_kept_in_its_ledger_once_and_judged_beside_it(tmp_path, monkeypatch):
    raise_threshold(monkeypatch)
    ours_folder = a_partnership(tmp_path / "ours")
    contents = str(ours_folder / "contents.toml")

    def made(out: str) -> dict[str, bytes]:
        report = make_report(
            out=tmp_path / out,
            partnership=ours_folder,
            contents=contents,
            ledger=tmp_path / "ledger",
        )
        return {name: (report.folder / name).read_bytes() for name in report.files}

    first = made("first")
    (kept,) = read_ledger(tmp_path / "ledger")
    assert kept.name.startswith("821-2023-24-")
    values = {int(item.value) for item in kept.items if item.value is not None}
    printed = json.loads(first["thread.json"])["figures"]
    own = {each["value"] for each in printed if each["source"].startswith("local.")}
    assert {4210, 20929} <= values & own
    assert not {737, 3907, 1533, 1689, 419, 586} & values
    assert made("second") == first
    assert read_ledger(tmp_path / "ledger") == (kept,)
