"""Numbers in sentences that name a row of a table, and the cells they would be of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.orders.values.in_tables import timed
from goldenthread.claims.orders.values.labels import mentions, tokens
from goldenthread.claims.orders.values.view import View, views
from goldenthread.claims.orders.words.claimed import Named
from goldenthread.claims.orders.words.topic import of_others
from goldenthread.claims.quoting.quoted_cells import (
    SORTS,
    agrees,
    candidates,
    column_meant,
    middle,
    sums_of,
    times_not_shown,
    value_in,
)
from goldenthread.claims.quoting.quoted_changes import (
    is_change,
    is_change_of,
    is_listed,
    of_change,
)
from goldenthread.claims.quoting.quoted_model import Quote, refers
from goldenthread.claims.quoting.quoted_named import with_class
from goldenthread.claims.quoting.quoted_near import is_close_slip, is_near, is_of_another, is_slip
from goldenthread.claims.quoting.quoted_pieces import OF_BASE, bounds, is_base
from goldenthread.claims.quoting.quoted_plainly import (
    ANYONE,
    adds_nothing,
    is_other_end,
    is_plain,
)
from goldenthread.claims.quoting.quoted_reckoned import is_reckoned
from goldenthread.claims.quoting.quoted_rows import row_meant
from goldenthread.claims.quoting.quoted_totals import is_total, of_total
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Line, Table

__all__ = ["Quote", "quotes", "refers"]

_ELSEWHERE = re.compile(
    r"\b(?:year\s+(?:ago|before|earlier)|(?:last|previous|prior|preceding|next)\s+(?:year|month|"
    r"quarter)|previously|national\w*|England|region\w*"
    r"|neighbours?|averag\w+|mean|median|(?<!but )not|who|whose"
    r"|where(?!\s+(?:the\s+)?(?:performance|rate|figure|number|total|result|proportion|percentage"
    r"|share|uptake|score)\s+(?:was|is|stood|reached)\b)|re-?referrals?|repeat\w*|altogether|"
    r"together|combined|between\s+them|in\s+all|each|per|rate|sub-?group|excluding|except|"
    r"including|includes"
    r"|also|half|those|(?<!^)only|remaining|rest|others?|target"
    r"|or (?:better|worse|above|below|more|fewer|higher|lower|over|under)|provisional"
    r"|revised|corrected|estimated?)\b",
    re.IGNORECASE,
)


_OF_THEM = re.compile(r"\s*,?\s*of\s+(?:these|them|those|whom|which)\b", re.IGNORECASE)
_FEW_CELLS = 3


def quotes(
    sentence: Sentence, table: Table, short: dict[str, tuple[str, ...]], earlier: str = ""
) -> Iterator[Quote]:
    """Every number of the sentence that stands with the name of one row of the table.

    The table is looked at along its rows and along its columns; a number that a cell of either
    view bears out agrees. ``earlier`` are the sentences before it in its passage.
    """
    text = sentence.text
    pair = tuple(
        _without_since(with_class(_with_bare(view, text, short), text), text)
        for view in views(table, text, short, loose=True)
    )
    for quantity in sentence.quantities:
        change = is_change(text, quantity)
        if quantity.measure not in SORTS or (
            not change and is_base(text, quantity, sentence.quantities)
        ):
            continue
        made = []
        rows = pair[0].table.rows
        total = is_total(text, quantity) and all(
            rows[each.line].whole is not Whole.NO for each in pair[0].rows
        )
        for view in pair[:1] if total else pair:
            ours = _of_the_table(quantity, view.known)
            if not ours and not refers(text):
                continue
            piece = _without_remarks(text, quantity, bounds(sentence, quantity, view))
            if is_other_end(text, quantity) and not change:
                continue
            if of_others(text, *piece, view) or (not total and _is_elsewhere(text, piece, view)):
                continue
            if total:
                found = of_total(sentence, quantity, view, piece, earlier)
            elif change or is_change_of(text, quantity, view):
                found = None if view.table.is_turned else of_change(sentence, quantity, view, piece)
            else:
                found = _quote(sentence, quantity, view, piece, earlier)
            if found and (ours or found.agrees or found.slip):
                made.append(found)
        if made and (any(each.agrees for each in made) or not _reckoned(pair, quantity, text)):
            yield next((each for each in made if each.agrees), max(made, key=lambda q: q.sure))


# What is remarked of a number after it is told, and before: "As Table 2 shows, ..., which is why".
_REMARK = re.compile(
    r",\s(?:(?:each|all|most|some|both|none|many|half|several)\sof\s(?:which|whom|them|these)"
    r"|as\sa\s(?:result|consequence)|which\b|who\b|where\b|so\b|because\b|since\b|despite\b"
    r"|thanks\b|though\b|although\b|following\s(?:the|a|an|our)\b)"
    r"|\sand\s(?:could|would|should|will|may|might|is\sexpected|hopes?|plans?|aims?|needs?|wants?)\b"
)


def _without_remarks(text: str, quantity: Quantity, piece: tuple[int, int]) -> tuple[int, int]:
    """A piece up to what is only remarked after its number."""
    match = _REMARK.search(text, quantity.end, piece[1])
    return (piece[0], match.start()) if match else piece


def _reckoned(pair: tuple[View, ...], quantity: Quantity, text: str) -> bool:
    return any(
        is_reckoned(view.table, row.line, quantity, text) for view in pair for row in view.rows
    )


_UNIT = re.compile(
    r"\s*[,(]?\s*(?:£ ?(?:m|k|bn|000s?|million)?|%|\bper cent|\bnumber|\bno\.?)\s*\)?\s*$"
)


def _with_bare(view: View, text: str, short: dict[str, tuple[str, ...]]) -> View:
    """The view with columns that a text names without their unit: "forecast", "Forecast £m"."""
    bare = tuple(
        (_UNIT.sub("", column.label) if _UNIT.search(column.label) else "", False)
        for column in view.table.columns
    )
    known = {each.line for each in view.columns}
    more = [
        Named(each.line, each.start, each.end)
        for each in mentions(text, bare, short, loose=True)
        if each.line not in known
    ]
    alike = [label for label, _ in bare if label]
    if not more or len(set(alike)) < len(alike):
        return view
    columns = sorted([*view.columns, *more], key=lambda each: each.start)
    return replace(view, columns=columns)


_SINCE = re.compile(r"\b(?:since|until|till|before|after)\s+(?:the\s+)?$", re.IGNORECASE)


def _without_since(view: View, text: str) -> View:
    """The view without names that only say since when: "the first rise since 2021"."""

    def kept(named: list[Named]) -> list[Named]:
        return [each for each in named if not _SINCE.search(text[: each.start])]

    return replace(view, rows=kept(view.rows), columns=kept(view.columns))


def _is_elsewhere(text: str, piece: tuple[int, int], view: View) -> bool:
    """Whether words of the piece speak of what the table does not show."""
    return any(
        not {token.word for token in tokens(match.group())} <= view.known
        for match in _ELSEWHERE.finditer(text, *piece)
    )


def _quote(
    sentence: Sentence, quantity: Quantity, view: View, piece: tuple[int, int], earlier: str
) -> Quote | None:
    table = view.table
    line = row_meant(sentence, view, piece)
    if line is None:
        return None
    row = table.rows[line]
    if row.whole is not Whole.NO or row.sense is Sense.CHANGE:
        return None
    columns = candidates(table, line, quantity)
    column, how = column_meant(sentence, quantity, columns, _named(sentence, quantity, view), piece)
    part = bool(_OF_THEM.match(sentence.text, quantity.end))
    if not how or not columns or (part and how != "named"):
        return None
    only = how == "only" and adds_nothing(sentence.text, view, piece)
    if timed(row) and how != "named" and not only:
        return None
    if any(timed(each) for each in table.columns) and _unshown(sentence, table, view):
        return None
    chosen = [each for each in columns if column in (each.index, None)]
    if _is_finer(table, line, chosen, quantity):
        return None
    cells = tuple(table.cells[line][each.index] for each in chosen)
    if any(table.cells[line][each.index].hidden for each in (chosen or table.columns)):
        return None
    spans = [value_in(table, line, each.index, quantity) for each in chosen]
    fits = any(span is not None and agrees(span, quantity) for span in spans)
    if not fits and _is_of_the_one_before(quantity, view, line, column):
        return None
    every = [middle(value_in(table, line, each.index, quantity)) for each in columns]
    told = how == "named" and not is_listed(sentence.text, quantity)
    if not told and not fits and quantity.value in (*every, *sums_of(every)):
        return None
    dated = (how == "named" and column is not None and bool(timed(table.columns[column]))) or (
        bool(timed(row))
    )
    sure = (
        not fits
        and not times_not_shown(sentence.text, table, [*view.rows, *view.columns])
        and not is_of_another(quantity, view, line, chosen)
        and is_near(table, line, chosen, quantity)
        and (dated or not times_not_shown(earlier, table))
        and is_plain(
            sentence,
            quantity,
            view,
            piece,
            _how(how, every, quantity),
            earlier,
            dated=dated,
            slip=is_close_slip([middle(span) for span in spans], quantity),
        )
    )
    return Quote(
        sentence=sentence,
        quantity=quantity,
        table=table,
        row=row.label,
        column=table.columns[column].label if column is not None else "",
        cells=cells,
        agrees=fits,
        plain=column is not None or len(cells) <= _FEW_CELLS or _has_total(table),
        sure=sure,
        slip=is_slip([middle(span) for span in spans], quantity),
    )


def _is_of_the_one_before(quantity: Quantity, view: View, line: int, column: int | None) -> bool:
    """Whether a number is right of a line named before it, and wrong of one named after it alone.

    "Ash held 112 sessions, and Birch, which ...": of Ash.
    """
    sides = ((view.rows, line), (view.columns, column))
    before = [{each.line for each in names if each.end <= quantity.start} for names, _ in sides]
    if not any(before[at] and own not in before[at] for at, (_, own) in enumerate(sides)):
        return False
    return any(
        span is not None and agrees(span, quantity)
        for row in before[0] | {line}
        for each in before[1] | {column}
        if each is not None and (span := value_in(view.table, row, each, quantity))
    )


def _is_finer(table: Table, line: int, columns: list[Line], quantity: Quantity) -> bool:
    """Whether a number has decimals where all cells are whole: "15.2 days" is their average."""
    parts = [table.cells[line][column.index].amount for column in columns]
    return (
        quantity.measure in (Measure.COUNT, Measure.DURATION)
        and quantity.decimals > 0
        and not any(part is None or part.decimals for part in parts)
    )


def _how(how: str, values: list[Fraction], quantity: Quantity) -> str:
    """A number that is one of the row's with a slip of the hand is of it, whichever it is."""
    return "told" if how == "open" and is_slip(values, quantity) else how


def _named(sentence: Sentence, quantity: Quantity, view: View) -> list[Named]:
    """The columns named, without that of the number's base."""
    match = OF_BASE.match(sentence.text, quantity.end)
    if match is None:
        return view.columns
    after = [each for each in view.columns if each.start >= match.end()]
    times = [each for each in after if timed(view.table.columns[each.line])]
    first = next((each for each in after if each not in times), None)
    return [each for each in view.columns if each is not first] if len(after) > 1 else view.columns


def _unshown(sentence: Sentence, table: Table, view: View) -> bool:
    shown = [each for each in view.columns if timed(table.columns[each.line])]
    return times_not_shown(sentence.text, table, shown)


def _has_total(table: Table) -> bool:
    return any(column.whole is Whole.TOTAL for column in table.columns)


_STEM = 5


def _of_the_table(quantity: Quantity, known: frozenset[str]) -> bool:
    """Whether what is counted may be what the table counts: "14 sessions" are no plans."""
    words = [token.word for token in tokens(quantity.noun)]
    stems = {word[:_STEM] for word in known}
    return (
        not words
        or quantity.measure is not Measure.COUNT
        or any(word in ANYONE or word[:_STEM] in stems for word in words)
    )
