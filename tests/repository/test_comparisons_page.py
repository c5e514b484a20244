"""The page that explains the comparisons must say what the code does."""

import importlib
import pkgutil
import re
from decimal import Decimal
from pathlib import Path

import pytest

import goldenthread.comparisons
from goldenthread.comparisons.neighbours import FIRST_REPORT_YEAR
from goldenthread.comparisons.outliers import LEAST_STEP
from goldenthread.nouns import Unit

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "explanation" / "how-comparisons-are-made.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| `(\w+)\.py` \| ([\d.]+) \| .+ \|$", PAGE, re.MULTILINE)


def parameters():
    """Every number that a module of the room names in capitals for itself."""
    found = {}
    for module in pkgutil.iter_modules(goldenthread.comparisons.__path__):
        room = importlib.import_module(f"goldenthread.comparisons.{module.name}")
        source = Path(room.__file__).read_text(encoding="utf-8")
        for name in re.findall(r"^([A-Z][A-Z_]+) = [A-Z]?[\w.\"(]+", source, re.MULTILINE):
            value = getattr(room, name)
            if isinstance(value, int | float | Decimal):
                found[name, module.name] = value
    return found


def test_every_parameter_is_in_the_table_and_nothing_else():
    assert {(name, file) for name, file, _ in ROWS} == set(parameters())


@pytest.mark.parametrize(("name", "file", "value"), ROWS)
def test_the_table_gives_the_value_of_the_code(name, file, value):
    assert Decimal(value) == Decimal(str(parameters()[name, file]))


def said(name, file):
    return f"{Decimal(str(parameters()[name, file])).normalize():f}"


@pytest.mark.parametrize(
    ("sentence", "name", "file"),
    [
        ("A spread is {} times the median absolute deviation", "NORMAL_SPREAD", "outliers"),
        ("It stands out at {} spreads", "FAR", "outliers"),
        ("It stands out at {} where it is also beyond", "FAR_AT_THE_END", "outliers"),
        ("neighbours' of this one, {} at least", "LEAST_CHANGES", "outliers"),
        ("(of {} changes or more)", "LEAST_OWN_CHANGES", "outliers"),
        ("at least {} councils", "MINIMUM_RANKED", "rank"),
        ("Where {} or more months are known", "LEAST_POINTS", "months"),
        ("{} mean moving ranges either side", "RANGES", "months"),
        ("or {} in a row on one side", "RUN", "months"),
        ("shown to {} decimal places", "PLACES", "disproportionality"),
        ("least {} letters", "LEAST_REASON", "dismissals"),
        ("listed by size, {} of them", "LIMIT", "ranked"),
    ],
)
def test_the_prose_gives_the_value_of_the_code(sentence, name, file):
    assert sentence.format(said(name, file)) in " ".join(PAGE.split())


def test_what_the_prose_says_in_words_is_so_too():
    prose = " ".join(PAGE.split())
    numbers = parameters()
    assert numbers["CONFIDENCE", "chance"] == 0.95
    assert "Both use 95 per cent confidence" in prose
    assert numbers["FAMILY_CLUSTERING", "chance"] == 2
    assert "variance is taken to be twice as large" in prose
    assert numbers["LEAST_SHARE", "outliers"] == 0.05
    assert "smaller than 5 per cent of the others' median" in prose
    assert LEAST_STEP == {Unit.PERCENT: 1.0, Unit.RATE_PER_10000: 1.0}
    assert "nor than 1 percentage point or 1 child in 10,000" in prose
    assert numbers["MINIMUM_MEMBERS", "neighbours"] == 5
    assert "At least five members must have a value" in prose
    assert FIRST_REPORT_YEAR == {2021: 2021, 2025: 2025}
    assert "the 2021 model up to 2023-24, the 2025 model from 2024-25" in prose


def test_the_family_factor_is_the_sum_the_page_gives():
    """Mean of squares over mean, for families of one, two and three or more (3.4 on average)."""
    shares = {1: 0.45, 2: 0.41, 3.4: 0.14}
    squares = sum(share * size**2 for size, share in shares.items())
    assert round(squares / sum(share * size for size, share in shares.items()), 1) == 2.1
    assert "about 2.1 for families" in " ".join(PAGE.split())
