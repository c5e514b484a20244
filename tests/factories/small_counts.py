"""A made-up partnership whose own tables hold counts small enough to be withheld.

The threshold is raised to a thousand for it, so that what is withheld are numbers which nobody
prints by chance, and finding one in an output means that it got out.
"""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from goldenthread.disclosure import Rule, rule_for

MONTHS = (
    *("October 2023", "November 2023", "December 2023"),
    *("January 2024", "February 2024", "March 2024"),
)
THRESHOLD = 1000

# Contacts by issue and month; the counts up to the threshold are those to be withheld.
COUNTS = {
    "Domestic violence": (4210, 3907, 737, 4102, 3655, 4318),
    "Neglect": (2103, 2251, 2094, 2377, 2046, 2189),
    "Physical abuse": (1604, 1533, 1689, 1571, 1718, 1642),
}
FOSTERING = {"2022-03-31": 1207, "2023-03-31": 419, "2024-03-31": 586}

CONTENTS = """
title = "A small report"
arrangement = "in one section"

[[section]]
id = "door"
title = "The front door"
kinds = ["data_and_figures"]

  [[section.block]]
  id = "grid"
  show = "grid"
  indicators = ["contacts"]
  dimension = "issue"

  [[section.block]]
  id = "months"
  show = "months"
  indicators = ["contacts"]

  [[section.block]]
  id = "ranked"
  show = "ranked"
  indicators = ["contacts"]
  dimension = "issue"

  [[section.block]]
  id = "issues"
  show = "local"
  indicators = ["contacts"]
  dimension = "issue"

  [[section.block]]
  id = "local"
  show = "local"
  indicators = ["contacts", "private_fostering_arrangements"]

  [[section.block]]
  id = "fostering"
  show = "indicator"
  chart = ["years"]
  indicators = ["private_fostering_arrangements"]

  [[section.block]]
  id = "restated"
  show = "restatements"

  [[section.block]]
  id = "methods"
  show = "methods"

  [[section.block]]
  id = "gaps"
  show = "not_known"
"""

CONTACTS = """
title = "Contacts by issue and month"
data = "contacts.csv"
published = 2024-06-30
indicator = "contacts"
area = "Luton"

[[columns]]
is = "period"
values = { "Quarter 3" = "2023-24 Q3", "Half" = "2023-24 Q3-Q4" }

[[rows]]
is = "breakdown"
dimension = "issue"
totals = ["All"]

[[cell]]
unit = "count"

[[cell]]
unit = "percent"
decimals = 1
whole = "ignore"
"""

PRIVATE = """
title = "Private fostering at 31 March"
data = "fostering.csv"
published = 2024-06-30
indicator = "private_fostering_arrangements"
unit = "count"
area = "Luton"

[[columns]]
is = "period"

[[rows]]
is = "ignore"
"""

REMARK = (
    'In December there were {{contacts count 2023-12 issue="Domestic violence"}} about domestic '
    "violence, and {{contacts count 2023-24 Q3-Q4}} in all.\n"
)


def a_partnership(
    folder: Path,
    counts: Mapping[str, tuple[int, ...]] = COUNTS,
    fostering: Mapping[str, int] = FOSTERING,
) -> Path:
    """A partnership's folder with two tables, contents of its own and a piece of prose."""
    for name in ("mappings", "prose"):
        (folder / name).mkdir(parents=True)
    files = {
        "partnership.toml": 'name = "Made-up partnership"\narea = "821"\nregion = "E12000006"\n'
        'contents = "contents.toml"\nmappings = "mappings"\nprose = "prose"\n',
        "contents.toml": CONTENTS,
        "mappings/contacts.toml": CONTACTS,
        "mappings/contacts.csv": _contacts(counts),
        "mappings/fostering.toml": PRIVATE,
        "mappings/fostering.csv": _row("Day", fostering) + _row("Children", fostering.values()),
        "prose/grid-tells.md": REMARK,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _row(heading: str, cells: Iterable[object]) -> str:
    return ",".join([heading, *map(str, cells)]) + "\n"


def _contacts(counts: Mapping[str, tuple[int, ...]]) -> str:
    """The table as a partnership keeps it: a number and its share of all in each cell."""
    together = tuple(map(sum, zip(*counts.values(), strict=True)))
    lines = [_row("Issue", [*MONTHS, "Quarter 3", "Half"])]
    for name, row in [*counts.items(), ("All", together)]:
        shares = zip(_summed(row), _summed(together), strict=True)
        lines.append(_row(name, [f"{count} / {100 * count / of:.1f}%" for count, of in shares]))
    return "".join(lines)


def _summed(row: tuple[int, ...]) -> list[int]:
    """The months with their first quarter and their whole."""
    return [*row, sum(row[:3]), sum(row)]


def raise_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Withhold a partnership's own counts up to a thousand, for one test."""

    def raised(source: str, release: str = "") -> Rule:
        rule = rule_for(source, release)
        if not rule.secondary:
            return rule
        return replace(rule, threshold=THRESHOLD, narrowest=THRESHOLD)

    monkeypatch.setattr(sys.modules["goldenthread.disclosure.release"], "rule_for", raised)
