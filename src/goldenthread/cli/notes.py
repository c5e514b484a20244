"""Sets what proof-reading found as notes on a page: the place, the words, what is wrong, why."""

import shutil
import textwrap
from collections.abc import Iterator

from goldenthread.claims.checking import Checked
from goldenthread.claims.found import ClaimFault
from goldenthread.nouns.fault import Severity

WIDEST = 96
_NARROWEST = 40
_INDENT = "    "

_HEADINGS = {
    Severity.ERROR: "These cannot be right",
    Severity.WARNING: "These may well not be right",
    Severity.NOTE: "Worth a look",
}
_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.NOTE: ("note", "notes"),
}


def lines(checked: Checked, files: int) -> Iterator[str]:
    """Every fault, most certain first, then what was read; wrapped to the terminal."""
    width = max(_NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))
    for severity, heading in _HEADINGS.items():
        found = [fault for fault in checked.faults if fault.severity is severity]
        if found:
            yield heading
            yield "-" * len(heading)
            yield ""
        for fault in found:
            yield from _note(fault, width)
            yield ""
    yield from _wrapped(_summary(checked, files), width, "")


def _note(fault: ClaimFault, width: int) -> Iterator[str]:
    yield from _wrapped(f"{fault.file}, {fault.locator} ({fault.kind})", width, "")
    if fault.printed:
        yield from _wrapped(f"“{fault.printed}”", width, _INDENT)
    yield from _wrapped(fault.message, width, _INDENT)
    if fault.evidence and fault.evidence not in fault.message:
        yield from _wrapped(f"Because: {fault.evidence}", width, _INDENT)
    if fault.expected:
        yield from _wrapped(f"Would be right: {fault.expected}", width, _INDENT)


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _summary(checked: Checked, files: int) -> str:
    left = checked.statements - checked.understood
    found = ", ".join(_counted(checked.count(each), *_NAMES[each]) for each in Severity)
    parts = [
        f"{found[0].upper()}{found[1:]}.",
        f"Read: {_counted(files, 'file', 'files')} with"
        f" {_counted(checked.tables, 'table', 'tables')},"
        f" {_counted(checked.numbers, 'number', 'numbers')} and"
        f" {_counted(checked.statements, 'statement', 'statements')} with a number in"
        f" {'it' if checked.statements == 1 else 'them'}.",
    ]
    if checked.statements:
        parts.append(
            f"{_counted(checked.understood, 'statement was', 'statements were')} understood and"
            f" put to the test; {_counted(left, 'was', 'were')} not, and may be right or wrong."
        )
    return " ".join(parts)


def _counted(number: int, one: str, several: str) -> str:
    shown = f"{number:,}" if number else "no"
    return f"{shown} {one if number == 1 else several}"
