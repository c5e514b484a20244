"""Every code column has its list, every list is sound, and groups are the words of the facts."""

import csv
import re
from importlib.resources import files

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.tables import catalogue, code_list

NAMED = sorted(
    {column.codes for table in catalogue().values() for column in table.columns if column.codes}
)
FOLDER = files("goldenthread.tables") / "code_lists"

# The breakdowns of the national statistics whose categories are codes of the records.
PUBLISHED = {
    "category": "abuse_category",
    "disability": "disability",
    "factor": "assessment_factor",
    "need": "primary_need",
    "reason": "closure_reason",
    "source": "referral_source",
}

# What a statistic says of rows without a code.
WITHOUT_A_CODE = {"reason": {"Not known"}}


def test_the_lists_are_those_that_columns_name() -> None:
    assert sorted(file.name.removesuffix(".csv") for file in FOLDER.iterdir()) == NAMED


@pytest.mark.parametrize("name", NAMED)
def test_a_list_is_sound(name: str) -> None:
    codes = code_list(name).codes
    assert codes
    assert len({each.code for each in codes}) == len(codes), "a code stands twice"
    assert len({each.label for each in codes}) == len(codes), "a label stands twice"
    for each in codes:
        assert each.code == each.code.strip().upper()
        assert each.label == each.label.strip() != ""
        assert (each.first or 0) <= (each.last or 9999)
        if each.first or each.last:
            assert each.notes, f"{each.code}: where its years are from is not said"


def test_no_list_is_invented() -> None:
    with pytest.raises(GoldenThreadError, match="no list of codes 'colour'"):
        code_list("colour")


@pytest.mark.parametrize("dimension", PUBLISHED)
def test_groups_are_named_as_in_the_published_facts(dimension: str) -> None:
    facts = files("goldenthread.examples.luton.national") / "facts.csv"
    rows = csv.DictReader(facts.read_text(encoding="utf-8").splitlines())
    parts = re.compile(rf"(?:^|;)\s*{dimension}=([^;]+)")
    published = {match[1] for row in rows if (match := parts.search(row["breakdown"]))}
    groups = set(code_list(PUBLISHED[dimension]).groups().values())
    assert published - WITHOUT_A_CODE.get(dimension, set()) <= groups
    assert published


@pytest.mark.parametrize(
    ("name", "code", "known", "unknown"),
    [
        ("placement_type", "H5", 2024, 2025),
        ("placement_type", "P2", 2024, 2025),
        ("placement_type", "K3", 2025, 2024),
        ("placement_type", "Z14", 2026, 2025),
        ("episode_end_reason", "E43", 2018, 2019),
        ("episode_end_reason", "E45", 2019, 2018),
        ("placement_change_reason", "CUSTOD", 2019, 2018),
        ("activity", "F3", 2018, 2019),
        ("activity", "F5", 2019, 2018),
        ("referral_source", "5D", 2023, 2022),
        ("closure_reason", "RC9", 2023, 2022),
        ("assessment_factor", "18B", 2021, 2020),
        ("assessment_factor", "24A", 2022, 2021),
    ],
)
def test_a_code_belongs_to_its_years(name: str, code: str, known: int, unknown: int) -> None:
    found = code_list(name).by_code[code]
    assert found.valid_in(known)
    assert not found.valid_in(unknown)
    assert found.valid_in(None)
