"""Writes the rules as a page for people: ``docs/reference/record-rules.md``.

The page is generated, committed and compared by a test, so that it cannot fall behind the code.
"""

from collections.abc import Iterator

from goldenthread.indicators import indicator
from goldenthread.nouns import Severity
from goldenthread.sources.rules.catalogue import grouped, rules
from goldenthread.sources.rules.definition import Rule, Told

_OPENING = """\
# What records must be

This page is generated from `src/goldenthread/sources/rules/`, one file for each rule: change the
files there and run `make docs`. `goldenthread validate FILE...` holds records to all of them.

An **error** makes the indicators that it names wrong; a **warning** may. A fault says the rule, the
file and the row, and never what stood there. Numbers such as CIN 8630 and 903 356 are those of the
national rules for the children in need census and the return of children looked after that the rule
does the work of, as the public validators of Data to Insight number them; ours also holds for the
same thing in other formats. A number with Q is a query there, which may be answered with a reason.

In an example a dash is an empty cell. Each wrong example breaks its rule in one row, and each right
one is the same put right: a test holds the rules to them.
"""

_NAMES = {
    "annex_a": "the lists for inspectors",
    "cin_census": "the children in need census",
    "ssda903": "the return of children looked after",
}


def page() -> str:
    """The whole page as Markdown, ending in a newline."""
    return "\n".join(_parts()).rstrip("\n") + "\n"


def _parts() -> Iterator[str]:
    yield _OPENING
    errors = sum(rule.severity is Severity.ERROR for rule in rules().values())
    yield f"{len(rules())} rules: {errors} errors and {len(rules()) - errors} warnings.\n"
    for heading, found in grouped().items():
        yield f"## {heading}\n"
        for rule in found:
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### `{rule.name}`\n"
    yield f"{rule.message}\n"
    told = [f"{rule.severity}".capitalize(), f"shows in `{rule.table}`, `{rule.column}`"]
    if rule.official:
        told.append(f"national: {', '.join(rule.official)}")
    yield f"{'; '.join(told)}.\n"
    named = ", ".join(f"{indicator(name).title} (`{name}`)" for name in rule.changes)
    yield f"Changes {named}. {rule.how}\n"
    yield "```text"
    yield from _example("wrong", rule.wrong)
    yield ""
    yield from _example("right", rule.right)
    yield "```\n"


def _example(heading: str, example: tuple[Told, ...]) -> Iterator[str]:
    for told in example:
        for name, text in told.tables.items():
            where = f" of {_NAMES[told.kind]}" if len(example) > 1 else ""
            yield f"{heading}: {name}{where}"
            yield from (f"    {line}" for line in _aligned(text))


def _aligned(text: str) -> Iterator[str]:
    """The lines of a drawn table with its columns one below the other."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        yield " | ".join(cells).rstrip()
