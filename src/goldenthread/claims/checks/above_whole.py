"""Parts that are more than the whole they are a part of, and shares above 100."""

from collections.abc import Iterator

from goldenthread.claims.closed.parts.told import more_than_whole
from goldenthread.claims.closed.telling import tell
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.table import Table, tables_of
from goldenthread.claims.tables.wholes import Above, above, above_hundred
from goldenthread.claims.wholes.after_wholes import more_than_told
from goldenthread.claims.wholes.of_these import more_than_all
from goldenthread.claims.wholes.of_this_number import above_this_number
from goldenthread.nouns.fault import Severity


def run(reading: Reading, findings: Findings) -> None:
    """Hold every part of every table, and every part told of in words, against its whole."""
    _in_words(reading, findings)
    for table in tables_of(reading):
        for turned in (table, table.turned):
            for found in above(turned):
                findings.add(_fault(turned, found))
        for fault in _hundreds(table):
            findings.add(fault)


def _in_words(reading: Reading, findings: Findings) -> None:
    before: list[Sentence] = []
    for sentence in reading.sentences:
        if before and before[-1].passage is not sentence.passage:
            before = []
        found = list(more_than_all(sentence.text)) if len(sentence.quantities) > 1 else []
        found = found or list(_after_wholes(before, sentence))
        before.append(sentence)
        for part, whole in found:
            _tell(findings, sentence, part, whole)
    for each in above_this_number(reading.sentences):
        _tell(findings, each.sentence, each.part, each.whole)
    for more in more_than_whole(reading):
        findings.tested(more.sentence.file, more.sentence.locator)
        tell(findings, _of_words(more.sentence, more.part, more.whole))


def _tell(findings: Findings, sentence: Sentence, part: Quantity, whole: Quantity) -> None:
    findings.tested(sentence.file, sentence.locator)
    findings.add(_of_words(sentence, part, whole))


def _of_words(sentence: Sentence, part: Quantity, whole: Quantity) -> ClaimFault:
    printed, of_all = part.text.strip(), whole.text.strip()
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=printed,
        expected="",
        message=f"{printed} is told as a part of {of_all}, and is more: correct whichever "
        "is wrong.",
        evidence=f"{printed} is more than {of_all}",
    )


def _after_wholes(
    before: list[Sentence], sentence: Sentence
) -> Iterator[tuple[Quantity, Quantity]]:
    """Parts told after their whole, which may stand in the sentence before.

    Where it does, the passage may have a greater number further up that is the one meant.
    """
    if not sentence.quantities:
        return
    lead = f"{before[-1].text} " if before and before[-1].quantities else ""
    told = [quantity for each in before for quantity in each.quantities]
    counts = [each for each in told if each.measure is Measure.COUNT]
    for part, whole in more_than_told(lead + sentence.text, len(lead)):
        in_one = whole.start >= len(lead)
        if in_one or all(each.interval.high < part.interval.low for each in counts):
            yield part, whole


def _fault(table: Table, found: Above) -> ClaimFault:
    return ClaimFault(
        file=table.file,
        locator=found.part.locator,
        kind=KIND.name,
        severity=Severity.ERROR if found.sure else Severity.WARNING,
        printed=found.part.text,
        expected="",
        message=(
            f"{found.part_name} is printed as {found.part.text}, which is more than "
            f"{found.whole_name}, {found.whole.text}, of which it is a part: correct whichever is "
            "wrong."
        ),
        evidence=f"{found.part.text} is more than {found.whole.text}",
    )


def _hundreds(table: Table) -> Iterator[ClaimFault]:
    for row, column, sure in above_hundred(table):
        cell = table.cells[row][column]
        text = cell.percent.text if cell.percent else cell.text
        yield ClaimFault(
            file=table.file,
            locator=cell.locator,
            kind=KIND.name,
            severity=Severity.ERROR if sure else Severity.WARNING,
            printed=cell.text,
            expected="",
            message=(
                f"{table.named(row, column)} is printed as {text}, and a share of a whole cannot "
                "be more than 100%: look the number up again."
            ),
            evidence=f"{text} is more than 100%",
        )


KIND = Kind(
    name="above_whole",
    title="Parts above their whole",
    asks=(
        "Is any part (of which, of these 43, with a plan, in time) more than its whole, or any "
        "share in a table above 100%?"
    ),
    examples=(
        Example(text="Of the 34 who began the course in May, 37 went on to race.", fault=True),
        Example(text="Of the 34 who began the course in May, 37 races were won.", fault=False),
        Example(
            text=(
                "| Item | 2021 | 2022 |\n|---|---|---|\n| Visits | 140 | 122 |\n"
                "| of which unannounced | 31 | 130 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| Month | Plans | Plans with a named nurse |\n|---|---|---|\n| May | 30 | 28 |\n"
                "| June | 27 | 29 |\n| July | 33 | 33 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| School | Seen in time |\n|---|---|\n| Park | 96% |\n| Lane | 109% |\n"
                "| Brook | 88% |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| Item | 2021 | 2022 |\n|---|---|---|\n| Visits | 140 | 122 |\n"
                "| of which unannounced | 31 | 30 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "| Month | Patients | Visits |\n|---|---|---|\n| May | 30 | 48 |\n"
                "| June | 27 | 51 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "| Budget | Spent, % of plan |\n|---|---|\n| Heating | 96% |\n| Repairs | 131% |\n"
                "| Staff | 101% |"
            ),
            fault=False,
        ),
        Example(
            text="The panel met twice. Of the 38 letters that it read, 44 were in large print.",
            fault=True,
        ),
        Example(text="We read 38 letters, of which 44 were in large print.", fault=True),
        Example(text="Visits were made to 45 of the 40 families.", fault=True),
        Example(
            text="Fifty-two governors stood down between May and July; of these 67 had served a "
            "full term.",
            fault=True,
        ),
        Example(
            text="Fifty-two governors stood down between May and July; of these 37 had served a "
            "full term.",
            fault=False,
        ),
        Example(
            text="The other 31 repairs were done late or, in 44 cases, not at all.",
            fault=True,
        ),
        Example(text="Of the 14 bell ringers, 17 hold the county badge.", fault=True),
        Example(text="27 have a permit, of whom 31 were here before.", fault=True),
        Example(text="27 have a permit, of whom 21 were here before.", fault=False),
        Example(
            text="The farm keeps 398 ponies. Of this number:\n- 132 live on the hill\n"
            "- 418 live in open fields",
            fault=True,
        ),
        Example(text="Of the 38 letters that we read, 31 were in large print.", fault=False),
        Example(
            text="There were 963 homes let in the three towns, of which 488 were in Pendry.",
            fault=False,
        ),
        Example(text="Of the 38 letters that we read, 44 questions were put aside.", fault=False),
        Example(text="Of these 38 families, 44 were under five years old.", fault=False),
    ),
    limits=(
        "A column or row is taken for a part only where its label says so: of which, of these, "
        "or the same noun with a condition (cases, cases with a plan).",
        "In a sentence a part is held against its whole where both stand in it as numbers and "
        "the part has no noun of its own: of these 43, 51 were seen.",
        "Items of a list below “of this number” are held against the greatest number told before "
        "it, and only where they have no noun of their own but people.",
        "Of households it is held only where a household does it as one (asks, applies).",
        "A whole told before “of whom”, “of these” or “including” must be all that is named before "
        "them: where another plural stands between, or each of the whole may hold several of the "
        "part (families, schools; referrals of girls), the two are left alone.",
        "Percentages above 100 are questioned only where the label is of something that cannot "
        "be more than all; budgets, targets, capacity and change can.",
    ),
    run=run,
)
