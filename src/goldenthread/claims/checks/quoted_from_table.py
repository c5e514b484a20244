"""Numbers quoted from a table near by: are they the table's?"""

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.reading import Reading
from goldenthread.claims.series.in_tables import part_of
from goldenthread.claims.series.judged import LONGEST, nearest
from goldenthread.claims.series.labels import short_forms
from goldenthread.claims.series.misquoted import digits_of, slips
from goldenthread.claims.series.quoted import Quote, quotes, refers
from goldenthread.claims.tables.table import Table, tables_of
from goldenthread.nouns.fault import Severity

_BESIDE = 2
_MANY_DIGITS = 3


def _run(reading: Reading, findings: Findings) -> None:
    tables: dict[str, list[Table]] = {}
    for table in tables_of(reading):
        tables.setdefault(table.file, []).append(table)
    if not tables:
        return
    short = short_forms(tuple(passage.text for _, passage in reading.passages))
    for sentence in reading.sentences:
        if not sentence.quantities or sentence.passage.heading or len(sentence.text) > LONGEST:
            continue
        named = refers(sentence.text)
        near = nearest(sentence, tables.get(sentence.file, []))
        if named and named["number"]:
            titled = [t for t in near if f"table {named['number']}" in t.grid.caption.lower()]
            near = titled or near
        if not named:
            order = sentence.passage.order
            near = [t for t in near if abs(t.grid.order - order) <= _BESIDE]
        for table in near[:1]:
            beside = abs(table.grid.order - sentence.passage.order) <= 1
            told: dict[int, ClaimFault] = {}
            for quote in (*slips(sentence, table, short), *quotes(sentence, table, short)):
                digits = quote.quantity.text[:1].strip("£").isdigit() or "£" in quote.quantity.text
                if not named and not digits:
                    continue  # "all five": a number in words is seldom a cell's
                findings.tested(sentence.file, sentence.locator)
                if quote.agrees or not (named or quote.plain):
                    continue
                sure = bool(named) or (beside and (quote.whole or _of_another(quote)))
                fault = _fault(quote, certain=sure and quote.plain)
                earlier = told.get(quote.quantity.start)
                if earlier is None or earlier.severity is not Severity.ERROR:
                    told[quote.quantity.start] = fault
            for fault in told.values():
                findings.add(fault)


def _of_another(quote: Quote) -> bool:
    """Whether the number is that of another cell of the row, the one meant being named."""
    if not (quote.row and quote.column) or len(digits_of(quote.quantity.text)) < _MANY_DIGITS:
        return False
    row = (
        next(n for n, line in enumerate(quote.table.rows) if line.label == quote.row)
        if any(line.label == quote.row for line in quote.table.rows)
        else -1
    )
    cells = quote.table.cells[row] if row >= 0 else ()
    parts = [part for cell in cells if (part := part_of(cell, quote.sort))]
    return any(part.value == quote.quantity.value for part in parts)


def _fault(quote: Quote, *, certain: bool) -> ClaimFault:
    sentence = quote.sentence
    parts = [part.text for cell in quote.cells if (part := part_of(cell, quote.sort))]
    place = ", ".join(part for part in (quote.row, quote.column) if part)
    has = " and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR if certain else Severity.WARNING,
        printed=quote.quantity.text,
        expected=parts[0] if len(parts) == 1 else "",
        message="The text and the table differ: look up which is right, and change the other.",
        evidence=f"the table ({quote.cells[0].locator or quote.table.grid.locator}) has {has} for "
        f"{place}, not {quote.quantity.text}",
    )


_TABLE = """Table 2: Plans by reason

| Reason | 2022/23 | 2023/24 |
| --- | --- | --- |
| Neglect | 161 | 145 |
| Sexual abuse | 93 | 101 |

"""

KIND = Kind(
    name="quoted_from_table",
    title="Numbers quoted from a table",
    asks="Is a number quoted from a table the number that stands there?",
    examples=(
        Example(text=_TABLE + "Table 2 shows 145 plans for neglect in 2023/24.", fault=False),
        Example(
            text=_TABLE + "As the table shows, there were about 160 for neglect in 2022/23.",
            fault=False,
        ),
        Example(text=_TABLE + "Plans for neglect fell by 16, as Table 2 shows.", fault=False),
        Example(text=_TABLE + "Table 2 shows 154 plans for neglect in 2023/24.", fault=True),
        Example(
            text=_TABLE + "In 2022/23 there were 101 plans for sexual abuse (Table 2).", fault=True
        ),
        Example(
            text=_TABLE + "As the table above shows, neglect accounted for 141 in 2023/24.",
            fault=True,
        ),
    ),
    limits=(
        "Certain only where the sentence says that it speaks of the table; beside a table, without "
        "such words, a difference is a warning.",
        "A row must be named by its whole label; endings may differ (violent for violence).",
        "Sums of several rows, changes, targets and parts of a row are left to other checks.",
        "Totals are not held against sentences, since “of all contacts” names a base.",
    ),
    run=_run,
)
