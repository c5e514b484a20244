"""Highest, lowest, peak, second, best ever: held against the table or the values they speak of."""

import re
from collections.abc import Mapping
from itertools import pairwise

from goldenthread.claims.closed.orders.doubts import may_be_of_others
from goldenthread.claims.closed.orders.in_no_column import borne_out_in, in_no_column
from goldenthread.claims.closed.orders.tables import misplaced_in_table
from goldenthread.claims.closed.orders.told import misplaced_in_lists
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.comparing.by_comparison import by_comparison
from goldenthread.claims.orders.values.model import Truth, Way
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.ways.by_any_table import by_any_table
from goldenthread.claims.orders.ways.by_any_telling import by_any_telling
from goldenthread.claims.orders.ways.by_turns import MAY_TURN, by_turns
from goldenthread.claims.orders.ways.generously import passages_before, told_generously
from goldenthread.claims.orders.ways.judged import judged, nearest
from goldenthread.claims.orders.ways.plainly_told import told_plainly
from goldenthread.claims.orders.ways.true_elsewhere import true_elsewhere
from goldenthread.claims.orders.words.superlative_words import claims_an_order
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.table import Table, tables_of
from goldenthread.nouns.fault import Severity


def _run(reading: Reading, findings: Findings) -> None:
    read: set[int] = set()
    wrong: set[int] = set()
    told: set[tuple[int, str]] = set()
    asserted: set[tuple[str, str]] = set()
    tables: dict[str, list[Table]] = {}
    for table in tables_of(reading):
        tables.setdefault(table.file, []).append(table)
    for assertion in judged(reading):
        if _borne_out(assertion, tables):
            continue
        place = id(assertion.sentence.passage)
        # Of "best" and of a place in the order another reading may tell which end is meant.
        if assertion.truth is not Truth.UNSURE and (
            assertion.way is not Way.EITHER or assertion.truth is not Truth.HOLDS
        ):
            read.add(place)
        if assertion.truth is Truth.FAILS:
            wrong.add(place)
        asserted.add((assertion.sentence.file, assertion.sentence.locator))
        _tell(assertion, findings)
    before = passages_before(reading)
    for sentence in reading.sentences:
        passage, text = sentence.passage, sentence.text
        if id(passage) in wrong:
            continue
        found: list[Assertion] = []
        if MAY_TURN.search(text):
            found += by_turns(sentence)
        # "In 2024 it was highest in Elm" may have been read of Elm's own years.
        if id(passage) not in read or _FRONTED.match(text):
            near = nearest(sentence, tables.get(sentence.file, []))
            found += by_any_table(sentence, near)
        if id(passage) not in read and passage.text.startswith(text):
            found += by_any_telling(sentence, passage.text)
            told |= {(id(passage), each.printed) for each in found}
        if (sentence.file, sentence.locator) not in asserted:
            found += [
                each
                for each in told_generously(sentence, before.get(id(passage), ""))
                if not any(
                    at == id(passage) and (words in each.printed or each.printed in words)
                    for at, words in told
                )
            ]
        for assertion in found:
            if not _borne_out(assertion, tables):
                _tell(assertion, findings)
    known = {(each.file, each.locator) for each in findings.faults if each.kind == KIND.name}
    for assertion in told_plainly(reading, tables):
        at = (assertion.sentence.file, assertion.sentence.locator)
        if at not in known and not _borne_out(assertion, tables):
            _tell(assertion, findings)

    known = {
        (each.file, each.locator)
        for each in findings.faults
        if each.kind == KIND.name and each.severity is Severity.ERROR
    }
    for assertion in by_comparison(reading):
        if (assertion.sentence.file, assertion.sentence.locator) not in known:
            _tell(assertion, findings)
    for assertion in misplaced_in_lists(reading):
        _take_the_place(assertion, findings)
    for last, each in pairwise((None, *reading.sentences)):
        if each is None:
            continue
        if claims_an_order(each.text) and (close := _close_by(each, tables)):
            for assertion in misplaced_in_table(each, close):
                if not _borne_out(assertion, tables):
                    _take_the_place(assertion, findings)
        beside = last if last and last.passage is each.passage else None
        near = nearest(each, tables.get(each.file, []))
        for assertion in in_no_column(each, beside, near):
            _take_the_place(assertion, findings, by_its_own_words=True)


def _close_by(sentence: Sentence, tables: Mapping[str, list[Table]]) -> Table | None:
    """The table nearest to a sentence, in the few passages above it or below."""
    order = sentence.passage.order
    near = sorted(tables.get(sentence.file, []), key=lambda each: abs(order - each.grid.order))
    return near[0] if near and abs(order - near[0].grid.order) <= _NEAR else None


def _take_the_place(
    assertion: Assertion, findings: Findings, *, by_its_own_words: bool = False
) -> None:
    """Tell an error where none is told, and no doubt beside it about the same statement."""
    at = (assertion.sentence.file, assertion.sentence.locator)
    here = [each for each in findings.faults if (each.file, each.locator) == at]
    here = [each for each in here if each.kind == KIND.name]
    if any(each.severity is Severity.ERROR for each in here):
        return
    whole = [
        each
        for each in findings.faults
        if each.kind == KIND.name
        and each.file == at[0]
        and at[1].startswith(f"{each.locator}, ")
        and each.severity is Severity.WARNING
        and each.printed in assertion.sentence.text
        and assertion.printed in each.printed
    ]
    findings.withdraw([*here, *whole])
    _tell(assertion, findings, by_its_own_words=by_its_own_words)


def _borne_out(assertion: Assertion, tables: Mapping[str, list[Table]]) -> bool:
    """Whether what fails is so in another column of a table near by, which may be meant."""
    if assertion.truth is not Truth.FAILS:
        return False
    sentence, printed = assertion.sentence, assertion.printed
    near = nearest(sentence, tables.get(sentence.file, []))
    at = sentence.text.find(printed)
    return true_elsewhere(assertion, near) or any(
        at < end and start < at + len(printed) for start, end in borne_out_in(sentence, near)
    )


def _tell(assertion: Assertion, findings: Findings, *, by_its_own_words: bool = False) -> None:
    """Tell what fails, unless it may be of something else and no words of its own say of what."""
    findings.tested(assertion.sentence.file, assertion.sentence.locator)
    may_doubt = assertion.truth is Truth.FAILS and not by_its_own_words
    if may_doubt and may_be_of_others(assertion):
        return
    fault = assertion.fault(KIND.name)
    if fault and not any(_is_same(each, fault) for each in findings.faults):
        findings.add(fault)


def _is_same(told: ClaimFault, fault: ClaimFault) -> bool:
    """Whether an error told already is of the very words of another, or of more of them.

    One may be told of a passage, and the other of a sentence of it.
    """
    places = (each.locator.split(", sentence")[0] for each in (told, fault))
    return (
        (told.kind, told.file) == (fault.kind, fault.file)
        and len(set(places)) == 1
        and told.severity is Severity.ERROR
        and (fault.printed in told.printed or told.printed in fault.printed)
    )


_NEAR = 4  # passages
_FRONTED = re.compile(r"(?:In|During|For)\s+(?:20\d\d(?:[/–-]\d\d)?|[A-Z][a-z]+(?:\s20\d\d)?),?\s")
_TABLE = """| Reason | Oct-23 | Nov-23 | Dec-23 |
| --- | --- | --- | --- |
| Neglect | 52 | 59 | 37 |
| Physical harm | 96 | 118 | 78 |

"""
_LIST = "Calls were 310 in April, 342 in May, 298 in June and 330 in July. "

_QUARTERS = "Rates were 19.4% in quarter one, 21.8% in quarter two and 23.1% in quarter three. "
_REST = "Neglect was most common, at 37%. The rest was physical abuse 21% and financial abuse 17%, "

_MONTHS = """Missing children

| Month | Episodes | Children |
| --- | --- | --- |
| July | 94 | 51 |
| August | 112 | 58 |
| September | 87 | 46 |

"""
_PANEL = """Panel

| Year | Cases | Deferred | Share |
| --- | --- | --- | --- |
| 2021 | 102 | 9 | 8.8% |
| 2022 | 97 | 11 | 11.3% |
| 2023 | 89 | 4 | 4.5% |

"""
_YEARS = "There were 24 in 2019, 21 in 2020 and 29 in 2021. The highest was in 2021 (29) and the "

KIND = Kind(
    name="extreme",
    title="Highest and lowest",
    asks="Is what is called the highest, lowest, peak, second or best so in the values given?",
    examples=(
        Example(text=_TABLE + "Neglect was at its peak in November 2023.", fault=False),
        Example(
            text=_TABLE + "**December 2023:** Neglect and Physical harm at their lowest.",
            fault=False,
        ),
        Example(text=_LIST + "May was the busiest month.", fault=False),
        Example(text=_TABLE + "Physical harm was the most common reason.", fault=False),
        Example(text=_TABLE + "Neglect was at its peak in October 2023.", fault=True),
        Example(
            text=_TABLE + "**November 2023:** Neglect and Physical harm at their lowest.",
            fault=True,
        ),
        Example(text=_LIST + "July was the busiest month.", fault=True),
        Example(text=_TABLE + "Neglect was the most common reason.", fault=True),
        Example(
            text="Ash closed 61 cases, Birch 57 and Cedar 72: Cedar led, followed by Ash.",
            fault=False,
        ),
        Example(
            text="Ash closed 61 cases, Birch 57 and Cedar 72: Cedar led, followed by Birch.",
            fault=True,
        ),
        Example(
            text="Fires: 61 in 2020, 48 in 2021, 52 in 2022 and 40 in 2023, a fall every year.",
            fault=True,
        ),
        Example(
            text=_QUARTERS + "The third quarter was the highest, and alone above the 24% ceiling.",
            fault=False,
        ),
        Example(text=_QUARTERS + "Quarter two was the highest, due to staffing.", fault=True),
        Example(
            text=_REST + "with other types 25%. Physical abuse was the second most common.",
            fault=False,
        ),
        Example(
            text=_REST + "psychological abuse 14%. Financial abuse was the second most common.",
            fault=True,
        ),
        Example(text=_YEARS + "lowest in 2020, when courts closed.", fault=False),
        Example(text=_YEARS + "lowest in 2019, when courts closed.", fault=True),
        Example(
            text=_MONTHS + "The highest figure was in August, when 58 children left 112 times.",
            fault=False,
        ),
        Example(
            text=_MONTHS + "The highest figure was in July, when 51 children left 94 times.",
            fault=True,
        ),
        Example(text=_PANEL + "Of cases, 89 is the lowest of the three years.", fault=False),
        Example(text=_PANEL + "Of cases, 89 is the second lowest of the three years.", fault=True),
        Example(
            text="In Elm 34% had moved, higher than in Oak (29%) and in Ash (31%).", fault=False
        ),
        Example(
            text="In Elm 34% had moved, higher than in Oak (29%) and in Ash (37%).", fault=True
        ),
        Example(
            text="Hay sales, at £310, were our second largest earner, after wool (£560) and milk "
            "(£290). Eggs brought in £95.",
            fault=False,
        ),
        Example(
            text="Hay sales, at £210, were our second largest earner, after wool (£560) and milk "
            "(£290). Eggs brought in £95.",
            fault=True,
        ),
        Example(
            text="Of 96 homes 34 were let. A further 210 have permission on four sites, the "
            "largest of which is Elm Yard (88).",
            fault=False,
        ),
    ),
    limits=(
        "Only values that stand in the text or in a table of the same file are known: “the "
        "highest in the country” is left alone.",
        "Where what stands beside the values is neither a name nor a time, which of them is meant "
        "is inferred, and an order that fails is a warning, unless these values are all there is.",
        "A row must be named by its own label, whole, in the singular or plural, or by an "
        "abbreviation the text defines.",
        "Where a cell holds a number and a percentage and the words do not say which is "
        "meant, either will do.",
        "Best and worst may mean high or low: where the words do not tell which, they are wrong "
        "only where the value is neither.",
        "Rows such as Other and Not known are left out of the order.",
        "Values told over several sentences or bullets make a list only where each has its own "
        "time or name and they count one thing.",
        "“Largest” said of a place or a body is left alone, since it may be so by its people; "
        "“steadily” broken once is a warning.",
        "Of a table with several columns the one meant is known by its heading, or by a number of "
        "its that is told with the superlative; of bullets with several numbers each it is not. "
        "Where neither tells, a row is wrong only if it has the place in no column, by no change.",
        "Columns of which one is a part of another, as a percentage beside them says, are not set "
        "in order; nor is a rate with counts, or a second place in a list that may lack its first.",
        "What stands beyond a value in another clause, with a thing or a superlative of its own, "
        "may be of something else: that is a warning, as is a peak passed later on.",
        "A number told with a superlative is its value: a list without that number is another's.",
        "“Higher than” and its like are held against the value of each side where both are told "
        "in the sentence, or the first as the last of the sentence before; two times of one thing "
        "are a change, and “better” and “worse” are left alone.",
        "Where each of two values has a superlative or a group of its own it is a warning.",
        "Of a few sentences that tell nothing but three values or more of one sort, a superlative "
        "with one of them, or with the label of one and nothing new, is held against all of them; "
        "where a number is of something else, or two values are called the same, nothing is told.",
        "A superlative must not bring in anything that the list or table does not name: a label in "
        "other words (“babies” for “under 1”, “our area”) is not found.",
    ),
    run=_run,
)
