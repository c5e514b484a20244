"""Writes the rules as a page for people: ``docs/reference/disclosure-rules.md``.

The page is generated, committed and compared by a test, so that it cannot fall behind the rules.
"""

from collections.abc import Iterator

from goldenthread.disclosure.rules import Rule, rules

_OPENING = """\
# Disclosure rules

This page is generated from `src/goldenthread/disclosure/rules/`: change the files there and run
`make docs`. One file for each source, and for a release of it where releases differ. The rule whose
source is the longest beginning of a figure's source applies; `local` fits everything.

`goldenthread protect --rule` takes a name from this page or the path of a file of the same form.
Whatever the rule, a release passes the attack before it is written. A partnership's own file may be
stricter than `local`; less strict only with its data protection officer.

```toml
title = "Our own figures: counts of one to nine children are withheld"
threshold = 9        # counts of 1 to 9 are withheld
narrowest = 9        # least width of an interval that reaches down to them; else the threshold
symbol = "c"         # what stands in their place: c, x, z, u or v
rounding = 10        # the base of --method round; 0 or left out for none
complement = true    # also where a percentage leaves 1 to 9 children over
sensitive = true     # false for what counts no children
reason = "Agreed by the partnership on 3 June 2026."
checked = 2026-06-03
```
"""


def page() -> str:
    """The whole page as Markdown, ending in a newline."""
    return "\n".join(_parts()) + "\n"


def _parts() -> Iterator[str]:
    yield _OPENING
    yield "| Rule | For | Withheld | Symbol | Rounding | Checked |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for rule in rules():
        cells = (
            f"[{rule.name}](#{rule.name})",
            _sources(rule),
            _withheld(rule),
            f"`{rule.symbol}`" if rule.sensitive else "",
            str(rule.rounding or ""),
            rule.checked.isoformat(),
        )
        yield f"| {' | '.join(cells)} |"
    for rule in rules():
        yield ""
        yield from _section(rule)


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.name}\n"
    yield f"**{rule.title}.**\n"
    yield f"- Sources: {_sources(rule)}"
    if rule.releases:
        yield f"- Releases: {', '.join(rule.releases)}"
    yield f"- Withheld: {_withheld(rule)}"
    if rule.sensitive:
        width = rule.stated().narrowest
        yield f"- An interval that reaches down to these must be at least {width} wide"
        yield (
            "- Protected a second time: here, since nobody has done so before"
            if rule.secondary
            else "- Protected a second time: by the source, as far as it does so; what its tables"
            " leave open is told as inherited"
        )
    if rule.rounding:
        yield f"- Controlled rounding: to multiples of {rule.rounding}, where that is chosen"
    if rule.above_councils:
        yield (
            f"- Regional and national numbers: rounded to {rule.above_councils} by the source, so"
            f" each stands for what is within {rule.above_councils // 2} of it"
        )
    yield f"- Why: {rule.reason}"
    if rule.confirm:
        yield f"- Still to be confirmed: {rule.confirm}"


def _sources(rule: Rule) -> str:
    named = [f"`{source}…`" if source else "everything else" for source in rule.sources]
    return ", ".join(named)


def _withheld(rule: Rule) -> str:
    if not rule.sensitive or not rule.threshold:
        return "nothing"
    left_over = ", and percentages that leave as few over" if rule.complement else ""
    return f"1 to {rule.threshold}{left_over}"
