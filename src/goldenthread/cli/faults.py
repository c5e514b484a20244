"""Faults of records, as a person and as a program read them: counted by rule, the first placed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from goldenthread.nouns import Fault, Severity
from goldenthread.tables import Found

FAULTS_FOUND = 1

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class _Group:
    """The faults of one rule: how many there are, and those kept with their places."""

    rule: str
    count: int
    kept: tuple[Fault, ...]


def as_json(found: Found, places: int) -> dict[str, object]:
    """How many of each rule, and of each the first ``places`` in full; nought for all kept."""
    return {
        "by_rule": found.by_rule(),
        "first": [
            {
                "rule": fault.rule,
                "severity": str(fault.severity),
                "file": fault.file,
                "place": fault.place,
                "message": fault.message,
            }
            for group in _groups(found)
            for fault in group.kept[: places or None]
        ],
    }


def lines(found: Found, places: int) -> Iterator[str]:
    """The same as text: the worst first, what each means and where the first of them stand."""
    for group in _groups(found):
        worst = group.kept[0].severity
        yield ""
        yield f"{group.rule}: {group.count:,} ({worst})"
        shown = group.kept[: places or None]
        for message, faults in groupby(shown, key=lambda fault: fault.message):
            yield f"  {message}"
            for fault in faults:
                yield f"    {', '.join(part for part in (fault.file, fault.place) if part)}"
        if group.count > len(shown):
            yield f"    and {group.count - len(shown):,} more"


def clean(found: Found) -> bool:
    """Whether nothing is wrong: notes tell of what is left out by design, and cost nothing."""
    return all(fault.severity is Severity.NOTE for fault in found)


def _groups(found: Found) -> list[_Group]:
    kept: dict[str, list[Fault]] = {}
    for fault in found:
        kept.setdefault(fault.rule, []).append(fault)
    groups = [
        _Group(rule, count, tuple(sorted(kept[rule], key=lambda each: _ORDER[each.severity])))
        for rule, count in found.by_rule().items()
    ]
    return sorted(groups, key=lambda each: _ORDER[each.kept[0].severity])
