"""Rules are read from files, chosen by source and release, and a wrong file is named."""

from dataclasses import replace
from pathlib import Path

import pytest

from goldenthread.disclosure.rules import fitting, rule_for, rule_named, rules
from goldenthread.nouns import GoldenThreadError, Symbol

OURS = """
title = "Our own"
threshold = 9
reason = "Agreed."
checked = 2026-11-20
"""


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("dfe.b1", "children_in_need"),
        ("dfe.d8", "children_in_need"),
        ("dfe.c6", "children_in_need"),
        ("dfe.cla_numbers", "looked_after"),
        ("dfe.care_leavers_activity", "care_leavers"),
        ("dfe.workforce", "workforce"),
        ("ons.population", "population"),
        ("lait", "local_authority_interactive_tool"),
        ("local.contacts", "local"),
        ("", "local"),
    ],
)
def test_every_source_has_its_rule(source: str, name: str) -> None:
    assert rule_for(source).name == name


def test_a_release_with_a_file_of_its_own_goes_by_it() -> None:
    general = rule_for("dfe.b1")
    newer = replace(general, name="children_in_need_2026", threshold=9, releases=("2026",))
    among = (general, newer, rule_for("local.x"))
    assert fitting(among, "dfe.b1", "2026") is newer
    assert fitting(among, "dfe.b1", "2025") is general
    assert fitting(among, "dfe.b1") is general
    assert fitting(among, "local.y", "2026").name == "local"


def test_what_counts_no_children_protects_none() -> None:
    unlike = [rule for rule in rules() if not rule.sensitive]
    assert {rule.name for rule in unlike} == {"workforce", "population"}
    assert {rule.stated().threshold for rule in unlike} == {0}


def test_every_rule_says_why_and_when_it_was_checked() -> None:
    for rule in rules():
        assert len(rule.reason) > 40
        assert rule.checked.year >= 2026
        assert rule.stated().narrowest >= rule.stated().threshold


def test_a_file_of_ones_own_needs_little(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(OURS, encoding="utf-8")
    rule = rule_named(str(file))
    assert (rule.name, rule.threshold, rule.symbol) == ("ours", 9, Symbol.CONFIDENTIAL)
    stated = rule.stated()
    assert (stated.threshold, stated.narrowest, stated.complement) == (9, 9, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OURS.replace("threshold = 9", "treshold = 9"), "'threshold': Field required"),
        (OURS + "colour = 3", "'colour'"),
        (OURS.replace("9", "-1", 1), "'threshold'"),
        (OURS + 'symbol = "?"', "'symbol'"),
        (OURS + 'symbol = "low"', "says that a number is small: take c instead"),
        ("title = ", "is not TOML"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GoldenThreadError, match=r"ours\.toml") as raised:
        rule_named(str(file))
    assert said in str(raised.value)
