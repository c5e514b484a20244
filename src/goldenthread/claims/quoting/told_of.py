"""Which of the lines a sentence names each of its numbers is told of.

"Ash had 12% and Elm 14%", "12% in Ash and 14% in Elm", "Ash and Elm had 12% and 14%": what stands
first in the sentence, a name or a number, does so throughout, and so many names beside as many
numbers are theirs in turn.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from goldenthread.claims.language.model import Quantity
from goldenthread.claims.orders.values.view import named_lines
from goldenthread.claims.orders.words.claimed import Named
from goldenthread.claims.tables.table import Line

# "X61 Burns of the hand": by its code alone a line is named too.
_CODE = re.compile(r"[A-Z]{1,2}\d{1,3}(?:[-\u2013][A-Z]?\d{1,3})?\b")

# "65 to 84", with whichever dash: ages, and no years.
_RANGE = re.compile(r"\b(\d{1,2})(?:[-\u2010-\u2013]| to )(\d{1,2})\b(?![%.,]?\d|%)")
_CAPITAL_BEFORE = re.compile(r"(?<=[\w,] )[A-Z][\w'’-]+ $")
_CAPITAL_AFTER = re.compile(r" [A-Z][\w'’-]+")
YEAR = re.compile(r"\b(?:19|20)\d\d(?:[-/\u2010\u2013]\d\d(?:\d\d)?)?\b")
NO_LINE = -1


def names_in(lines: tuple[Line, ...], text: str) -> list[Named]:
    """Every line that a text names, by its label or by the code that the label begins with.

    What is only a part of a longer name stands for no line: it has NO_LINE.
    """
    said = _RANGE.sub(lambda match: f"{match[1]}-{match[2]}".ljust(len(match.group())), text)
    found = [
        Named(NO_LINE, each.start, each.end) if _is_of_a_name(text, each) else each
        for each in named_lines(_plainly(lines), said, {}, loose=True)
    ]
    for line in lines:
        code = _CODE.match(line.label)
        if code is None or any(each.line == line.index for each in found):
            continue
        if named := re.search(rf"\b{re.escape(code.group())}\b", text):
            found.append(Named(line.index, *named.span()))
    found += _by_year(lines, text, found)
    return sorted(found, key=lambda each: each.start)


def _by_year(lines: tuple[Line, ...], text: str, found: Sequence[Named]) -> list[Named]:
    """The first line of each year a text names, where no label with its year is named there."""
    last = {years[-1]: line for line in reversed(lines) if (years := YEAR.findall(line.label))}
    return [
        Named(last[match.group()].index, *match.span())
        for match in (YEAR.finditer(text) if len(last) > 1 else ())
        if match.group() in last
        and not any(each.start < match.end() and match.start() < each.end for each in found)
    ]


@lru_cache(maxsize=512)
def _plainly(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with every dash in a range of numbers the same."""
    return tuple(
        replace(each, label=_RANGE.sub(r"\1-\2", each.label)) if _RANGE.search(each.label) else each
        for each in lines
    )


def _is_of_a_name(text: str, named: Named) -> bool:
    """Whether words with capitals stand right beside a name: "Ash Hill" in "Upper Ash Hill"."""
    if not text[named.start].isupper():
        return False
    before = _CAPITAL_BEFORE.search(text, 0, named.start)
    return bool(before or _CAPITAL_AFTER.match(text, named.end))


def told_of(
    quantity: Quantity, numbers: Sequence[Quantity], named: Sequence[Named]
) -> Named | None:
    """The line that one of the numbers of a sentence is told of; None where none is."""
    if not named:
        return None
    items: list[Named | Quantity] = sorted([*named, *numbers], key=_start)
    groups = [list(group) for _, group in groupby(items, key=_is_name)]
    at = next(n for n, group in enumerate(groups) if any(each is quantity for each in group))
    place = next(n for n, each in enumerate(groups[at]) if each is quantity)
    first = isinstance(groups[0][0], Named)
    beside = at - 1 if first else at + 1
    if not 0 <= beside < len(groups):
        return None
    names = [each for each in groups[beside] if isinstance(each, Named)]
    if len(names) == len(groups[at]):
        return names[place]
    if first:
        return names[-1]
    return names[0] if place == len(groups[at]) - 1 else None


def _start(item: Named | Quantity) -> int:
    return item.start


def _is_name(item: Named | Quantity) -> bool:
    return isinstance(item, Named)
