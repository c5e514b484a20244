"""A small picture of a series for a line of the scorecard, and the same in words.

It is drawn by hand because it stands ninety times on one page: a line, its last point, and a rule
wherever the series is broken. It says nothing that the words beside it do not.
"""

from collections.abc import Sequence
from itertools import pairwise

from goldenthread.nouns import Break, Figure
from goldenthread.nouns.breaks import is_after
from goldenthread.report.pictures import label
from goldenthread_site.figures.prepared.numbers import in_words
from goldenthread_site.figures.prepared.shapes import Picture

_WIDE, _HIGH, _EDGE = 120, 32, 4


def trend(series: Sequence[Figure], breaks: Sequence[Break] = ()) -> Picture:
    """A picture and words of a series; nothing where fewer than two of its values are known."""
    known = [each for each in series if each.known]
    if len(known) < 2:
        return Picture()
    lowest = min(known, key=lambda each: float(each.value or 0))
    highest = max(known, key=lambda each: float(each.value or 0))
    words = (
        f"{label(series[0].period)} to {label(series[-1].period)}: lowest {in_words(lowest)}"
        f" ({label(lowest.period)}), highest {in_words(highest)} ({label(highest.period)})"
    )
    broken = [
        number
        for number, (one, other) in enumerate(pairwise(series))
        if any(is_after(other.period, e.when) and not is_after(one.period, e.when) for e in breaks)
    ]
    values = [None if each.value is None else float(each.value) for each in series]
    return Picture(sparkline(values, broken), words)


def sparkline(values: Sequence[float | None], broken: Sequence[int] = ()) -> str:
    """An SVG with no text and no style of its own: the page’s style sheet colours its classes.

    ``broken`` are the places after which the series begins anew: no line crosses them.
    """
    known = [each for each in values if each is not None]
    low, high = min(known), max(known)

    def across(number: float) -> float:
        return _EDGE + number * (_WIDE - 2 * _EDGE) / max(len(values) - 1, 1)

    def up(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return _HIGH - _EDGE - share * (_HIGH - 2 * _EDGE)

    runs: list[list[str]] = [[]]
    for number, value in enumerate(values):
        if value is None or number - 1 in broken:
            runs.append([])
        if value is not None:
            runs[-1].append(f"{across(number):.1f},{up(value):.1f}")
    parts = [
        f'<line class="gt-spark__break" x1="{x}" x2="{x}" y1="0" y2="{_HIGH}"/>'
        for x in (f"{across(number + 0.5):.1f}" for number in broken)
    ]
    for run in filter(None, runs):
        if len(run) > 1:
            parts.append(f'<polyline class="gt-spark__line" points="{" ".join(run)}"/>')
        else:
            x, y = run[0].split(",")
            parts.append(f'<circle class="gt-spark__point" cx="{x}" cy="{y}" r="1.5"/>')
    last = max(number for number, value in enumerate(values) if value is not None)
    end = values[last]
    if end is not None:
        x, y = f"{across(last):.1f}", f"{up(end):.1f}"
        parts.append(f'<circle class="gt-spark__point" cx="{x}" cy="{y}" r="3"/>')
    return (
        f'<svg class="gt-spark" viewBox="0 0 {_WIDE} {_HIGH}" width="{_WIDE}" height="{_HIGH}"'
        f' aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )
