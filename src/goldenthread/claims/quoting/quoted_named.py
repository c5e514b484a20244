"""Rows that a sentence names by less than their label, and by what the rows are called."""

import re
from collections.abc import Iterator
from dataclasses import replace

from goldenthread.claims.orders.values.labels import mentions, singular, tokens
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.words.claimed import Named

_NOUN = re.compile(r"[A-Za-z][a-z]{3,}")


def with_class(view: View, text: str) -> View:
    """The view with rows named by their own words and the noun that heads them.

    "The 62-day standard" is the row "62-day combined" of a table of standards, where the other
    rows are of other days.
    """
    grid = view.table.grid
    heading = grid.rows[0][0].split() if grid.header_rows and grid.rows[0] else []
    if view.table.is_turned or not heading or not _NOUN.fullmatch(heading[-1]):
        return view
    if singular(heading[-1]) not in {token.word for token in tokens(text)}:
        return view
    known = {each.line for each in view.rows}
    forms = [
        (line, f"{words} {heading[-1]}") for line, words in _own_words(view) if line not in known
    ]
    found = [
        Named(forms[each.line][0], each.start, each.end)
        for each in mentions(text, tuple((label, False) for _, label in forms))
        if not any(each.start < row.end and row.start < each.end for row in view.rows)
    ]
    if not found:
        return view
    return replace(view, rows=sorted([*view.rows, *found], key=lambda each: each.start))


def _own_words(view: View) -> Iterator[tuple[int, str]]:
    """For each row the runs of words that no other row has, where they are not its whole label."""
    rows = [(place, row.label.split()) for place, row in enumerate(view.table.rows)]
    for place, words in rows:
        others = {singular(word) for n, label in rows for word in label if n != place}
        own = [singular(word) not in others for word in words]
        for first in range(len(words)):
            for last in range(first + 1, len(words) + 1):
                if all(own[first:last]) and last - first < len(words):
                    yield place, " ".join(words[first:last])
