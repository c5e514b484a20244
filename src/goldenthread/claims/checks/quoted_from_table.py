"""Numbers quoted from a table near by: are they the table's?"""

import re
from collections import defaultdict

from goldenthread.claims.closed.cells.doubts import may_be_of_another
from goldenthread.claims.closed.cells.told import misquoted
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.labels import short_forms
from goldenthread.claims.orders.ways.judged import LONGEST, nearest
from goldenthread.claims.quoting.anchored import anchored_quotes
from goldenthread.claims.quoting.of_its_row import of_its_row
from goldenthread.claims.quoting.quoted import quotes
from goldenthread.claims.quoting.quoted_cells import shown
from goldenthread.claims.quoting.quoted_model import Quote, refers
from goldenthread.claims.quoting.retold import retold
from goldenthread.claims.quoting.retold_pairs import retold_pairs
from goldenthread.claims.quoting.turned_cells import turned_cells
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.table import Table, tables_of
from goldenthread.nouns.fault import Severity

_BESIDE = 2
_NUMBERED = re.compile(r"\b[Tt]able\s*(?P<number>\d+(?:\.\d+)*\w?)\b")
_BELOW = 6  # so many passages on, a table may still be retold


def _run(reading: Reading, findings: Findings) -> None:
    tables: dict[str, list[Table]] = {}
    for table in tables_of(reading):
        tables.setdefault(table.file, []).append(table)
    beside: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in reading.sentences:
        beside[id(sentence.passage)].append(sentence)
    short = short_forms(tuple(passage.text for _, passage in reading.passages))
    for sentence in reading.sentences:
        if not sentence.quantities or sentence.passage.heading or len(sentence.text) > LONGEST:
            continue
        named = refers(sentence.text)
        near = nearest(sentence, tables.get(sentence.file, []))
        if any(sentence.text in table.grid.caption for table in near):
            continue  # "Table 4: Rents, 2015 = 100"
        if named and named["number"]:
            near = _titled(named["number"], near)[:1]
        elif not named:
            order = sentence.passage.order
            near = [t for t in near if abs(t.grid.order - order) <= _BESIDE]
        else:
            near = near[:1]
        _hold(sentence, near, short, findings, named=bool(named))
        if not named:
            _retell(sentence, tables.get(sentence.file, []), findings)
    for quote in (*turned_cells(reading, tables), *anchored_quotes(reading)):
        if not may_be_of_another(quote, beside[id(quote.sentence.passage)]):
            _add_once(_fault(quote, certain=True), findings)
    for sentence in reading.sentences:
        if sentence.quantities and not sentence.passage.heading and len(sentence.text) <= LONGEST:
            _close_by(sentence, tables.get(sentence.file, []), findings)


def _titled(number: str, near: list[Table]) -> list[Table]:
    """The tables that may be meant by a number: those it is the title of, or that have no title."""
    titles = [_NUMBERED.search(each.grid.caption) for each in near]
    told = [title is not None and title["number"] == number for title in titles]
    if any(told):
        return [each for each, so in zip(near, told, strict=True) if so]
    return [each for each, title in zip(near, titles, strict=True) if title is None]


def _close_by(sentence: Sentence, tables: list[Table], findings: Findings) -> None:
    """Hold a sentence against the one table nearest to it, in the table's own words."""
    order = sentence.passage.order
    if not tables or any(sentence.text in each.grid.caption for each in tables):
        return
    table = min(tables, key=lambda each: abs(order - each.grid.order))
    close = abs(order - table.grid.order) <= _BELOW and sentence.passage.section in _sections(table)
    near = [each for each in tables if abs(order - each.grid.order) <= _BELOW or not close]
    others = [each for each in near if each is not table]
    for quote in misquoted(sentence, table, others, beside=close):
        _take_the_place(_fault(quote, certain=True), findings)


def _take_the_place(fault: ClaimFault, findings: Findings) -> None:
    """Tell an error once, and no doubt about the number beside it."""
    place = (fault.file, fault.locator, fault.printed)
    findings.withdraw(
        each
        for each in findings
        if (each.file, each.locator, each.printed) == place
        and each.kind == KIND.name
        and each.severity is not Severity.ERROR
    )
    _add_once(fault, findings)


def _hold(
    sentence: Sentence,
    near: list[Table],
    short: dict[str, tuple[str, ...]],
    findings: Findings,
    *,
    named: bool,
) -> None:
    """Hold each number against the nearest table; where another beside it has it, it is right."""
    text = sentence.passage.text
    earlier = text[: max(text.find(sentence.text), 0)]
    found = [list(quotes(sentence, table, short, earlier)) for table in near]
    right = {id(quote.quantity) for each in found for quote in each if quote.agrees}
    wrong = {id(quote.quantity) for quote in (found[0] if found else ())} - right
    if not named and len(wrong) > 1 and not right:
        return  # nothing fits: it speaks of something else
    for quote in found[0] if found else ():
        if not named and not quote.quantity.text.strip("£ ")[:1].isdigit():
            continue  # "all five": a number in words is seldom a cell's
        findings.tested(sentence.file, sentence.locator)
        if quote.agrees or id(quote.quantity) in right or may_be_of_another(quote, [sentence]):
            continue
        beside = quote.sure and sentence.passage.section in _sections(quote.table)
        if named and quote.plain:
            findings.add(_fault(quote, certain=True))
        elif named or beside or (quote.plain and quote.slip):
            findings.add(_fault(quote, certain=beside))


def _retell(sentence: Sentence, tables: list[Table], findings: Findings) -> None:
    """Hold a sentence of the passages below a table against it, though it does not name it."""
    order = sentence.passage.order
    above = [each for each in tables if 0 < order - each.grid.order <= _BELOW]
    if not above:
        return
    table = max(above, key=lambda each: each.grid.order)
    if sentence.passage.section not in _sections(table):
        return
    others = [each for each in tables if each is not table]
    for quote in (
        *retold(sentence, table, others),
        *retold_pairs(sentence, table, others),
        *of_its_row(sentence, table),
    ):
        if not may_be_of_another(quote, [sentence]):
            _add_once(_fault(quote, certain=True), findings)


def _add_once(fault: ClaimFault, findings: Findings) -> None:
    if not any(_is_same(fault, each) for each in findings.faults):
        findings.add(fault)


def _is_same(one: ClaimFault, other: ClaimFault) -> bool:
    return (one.file, one.locator, one.printed) == (other.file, other.locator, other.printed) and (
        other.kind == KIND.name and other.severity is Severity.ERROR
    )


def _sections(table: Table) -> tuple[str, ...]:
    """The headings under which a sentence may stand that speaks of the table."""
    return (table.upright.grid.section, table.upright.grid.caption)


def _fault(quote: Quote, *, certain: bool) -> ClaimFault:
    sentence = quote.sentence
    parts = [shown(cell, quote.quantity) for cell in quote.cells]
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

_COURSES = """Training given

| Course | Sessions | Delegates |
| --- | --- | --- |
| First aid | 14 | 276 |
| Fire safety | 9 | 163 |

"""
_STANDARDS = """Waiting times

| Standard | May | June |
| --- | --- | --- |
| Two-week referral | 88.1% | 90.4% |
| Two-day urgent | 71.2% | 74.9% |

"""

_VISITS = """Safety visits

| Area | Visits 2021/22 | Visits 2022/23 | Target 2022/23 |
| --- | --- | --- | --- |
| Ash Hill | 1,146 | 1,322 | 1,300 |
| Elm Bank | 1,390 | 1,251 | 1,400 |
| Oak End | 602 | 743 | 700 |

Two of the three areas met their targets. """
_ABSENCE = """Pupil absence

| Measure | Autumn 2021 | Autumn 2022 |
| --- | --- | --- |
| Persistent absentees, primary | 19.1% | 20.9% |
| Persistent absentees, secondary | 27.3% | 28.4% |

In both years illness was the main cause. """

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
        Example(text=_COURSES + "Fire safety was attended by 163 delegates.", fault=False),
        Example(text=_COURSES + "Fire safety was attended by 136 delegates.", fault=True),
        Example(text=_COURSES + "First aid was given 14 times to 276 delegates.", fault=False),
        Example(text=_COURSES + "First aid drew 163 delegates, some of them twice.", fault=True),
        Example(text=_STANDARDS + "In June the two-day standard stood at 74.9%.", fault=False),
        Example(text=_STANDARDS + "In June the two-day standard stood at 79.4%.", fault=True),
        Example(
            text=_VISITS + "Elm Bank did not: it made 1,251 visits against a target of 1,400, "
            "having lost two advisers, and 10% fewer than the 1,390 of 2021/22.",
            fault=False,
        ),
        Example(
            text=_VISITS + "Elm Bank did not: it made 1,390 visits against a target of 1,400, "
            "having lost two advisers.",
            fault=True,
        ),
        Example(
            text=_VISITS + "In Oak End, where two advisers were taken on, visits rose from 602 to "
            "743, and 602 smoke alarms were fitted.",
            fault=False,
        ),
        Example(
            text=_VISITS + "In Oak End, where two advisers were taken on, visits rose from 602 to "
            "1,322.",
            fault=True,
        ),
        Example(
            text=_VISITS
            + "\n\n## What next\n\nIn Oak End, where 734 visits were made and 700 were "
            "hoped for, the team will be asked how.",
            fault=True,
        ),
        Example(
            text=_VISITS + "\n\n## What next\n\nIn Oak End there are 734 homes "
            "without an alarm, 20.0% of the 3,670 there.",
            fault=False,
        ),
        Example(
            text=_ABSENCE + "Persistent absence, missing a tenth of sessions, affected 28.4% of "
            "secondary pupils, having been 27.3% the year before.",
            fault=False,
        ),
        Example(
            text=_ABSENCE + "Persistent absence, missing a tenth of sessions, affected 24.8% of "
            "secondary pupils.",
            fault=True,
        ),
    ),
    limits=(
        "Certain where the sentence says that it speaks of the table; straight before or after "
        "one, without such words, only where row and column are named or the only ones, and no "
        "word of the sentence brings in anything else. Otherwise a difference is a warning, where "
        "a slip of the hand explains it.",
        "A row must be named by its whole label, or by the words that no other row has with what "
        "heads the rows (“the 62-day standard”); endings may differ (violent for violence).",
        "In the passages below a table, where much else is told too, a number is wrong only where "
        "its row and column are told and it is a slip: the cell's digits changed about, or what "
        "stands in another cell of the row or column. Without a time the latest is meant.",
        "Anywhere else in the text a number is wrong only where no table has it, and it is the one "
        "cell of the row named last with its digits changed about, or with one digit wrong where "
        "all that the column is called is told; what a share or a sum bears out is left alone.",
        "Of tables within fifteen paragraphs, above or below, and of those that a file holds as "
        "running text, a row must be named, and the column too or told by the other numbers that "
        "the passage has of the table; what another cell has is left alone where the passage "
        "speaks of that cell's row or column.",
        "A number close to a table that is its cell’s neighbour, or its cell with a slip, is wrong "
        "in whatever words where the piece around it names row and column by words that no other "
        "row or column has; of another time (“the year before”), nothing is told.",
        "A number that a row has nowhere, and that stands once in the table in a row not named, is "
        "wrong where another number of the sentence is right for a row that it names.",
        "Sums of several rows, changes, targets and parts of a row are left to other checks.",
        "A total is held against the table only where it is told as one (“in all”, “a total of”), "
        "since “of all contacts” names a base.",
    ),
    run=_run,
)
