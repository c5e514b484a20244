"""Changes told in a sentence: size and direction, against the two numbers beside them."""

from goldenthread.claims.assertions.changes_told import changes_told
from goldenthread.claims.changes.change_words import evidence, expected
from goldenthread.claims.changes.doubts import may_be_meant_otherwise
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.no_change import is_no_change
from goldenthread.claims.changes.rounded_throughout import right_when_rounded
from goldenthread.claims.changes.told_both_ways import told_both_ways
from goldenthread.claims.closed.changes.rows import changes_of_rows
from goldenthread.claims.closed.changes.told import not_yet_told
from goldenthread.claims.closed.changes.truths import is_true_otherwise
from goldenthread.claims.closed.telling import tell
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.language.utterances import Utterance, utterances
from goldenthread.claims.orders.comparing.by_comparison import by_comparison
from goldenthread.claims.orders.values.model import Truth
from goldenthread.claims.quoting.changes_of_cells import changes_of_cells
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.table import tables_of
from goldenthread.nouns.fault import Severity

_WRONG = (Verdict.WRONG, Verdict.DIRECTION, Verdict.CHANGED, Verdict.UNSURE)


def _run(reading: Reading, findings: Findings) -> None:
    blamed: set[tuple[str, str]] = set()
    tested: dict[tuple[str, str], set[str]] = {}
    of_two_things = {
        (each.sentence.file, each.sentence.locator)
        for each in by_comparison(reading)
        if each.truth is Truth.FAILS
    }
    for utterance, judged in changes_told(reading):
        sentence = utterance.sentence
        if judged.size is None and (sentence.file, sentence.locator) in of_two_things:
            continue  # told as an order of two values, and no change
        findings.tested(sentence.file, sentence.locator)
        if judged.size:
            stated = utterance.skeleton.quantities[judged.size.number]
            tested.setdefault((sentence.file, sentence.locator), set()).add(stated.text.strip())
        if judged.verdict is not Verdict.HOLDS:
            blamed.add((sentence.file, sentence.locator))
        if is_true_otherwise(utterance.skeleton, judged.size, judged.pair):
            continue
        if is_no_change(utterance.skeleton, judged):
            continue
        if judged.verdict in _WRONG and not right_when_rounded(
            reading, sentence.file, utterance.skeleton, judged
        ):
            findings.add(_fault(reading, utterance, judged))
    for alone, _ in utterances(reading):
        sentence = alone.sentence
        if (sentence.file, sentence.locator) in blamed:
            continue
        for odd in told_both_ways(alone.skeleton):
            findings.tested(sentence.file, sentence.locator)
            stated = alone.skeleton.quantities[odd.place]
            findings.add(_told_unlike(sentence, stated, odd.expected, odd.evidence))
    tables = tables_of(reading)
    for sentence in reading.sentences if tables else ():
        known = tested.get((sentence.file, sentence.locator), set())
        for of_cells in changes_of_cells(sentence, tables, known):
            findings.tested(sentence.file, sentence.locator)
            findings.add(
                _told_unlike(sentence, of_cells.quantity, of_cells.expected, of_cells.evidence)
            )
    for utterance, judged in not_yet_told(reading, findings, in_points=False):
        findings.add(_fault(reading, utterance, judged))
    for sentence, of_row in changes_of_rows(reading):
        findings.tested(sentence.file, sentence.locator)
        tell(
            findings,
            _told_unlike(sentence, of_row.quantity, of_row.expected, of_row.evidence),
        )


def _told_unlike(sentence: Sentence, stated: Quantity, expected: str, evidence: str) -> ClaimFault:
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=stated.text.strip(),
        expected=expected,
        message="The change told is not the one that its own numbers make: "
        f"print {expected}, or look again at the numbers."
        if expected
        else "The numbers go the other way: put the word right, or the numbers if they have "
        "changed places.",
        evidence=evidence,
    )


def _fault(reading: Reading, utterance: Utterance, judged: Judged) -> ClaimFault:
    skeleton = utterance.skeleton
    size = judged.size
    stated = skeleton.quantities[size.number] if size else None
    word = judged.direction.word if judged.direction else (size.word if size else "")
    if judged.verdict in (Verdict.DIRECTION, Verdict.CHANGED) or stated is None:
        printed = f"{word} {stated.text}".strip() if stated and word else word or "from"
        message = (
            f"The numbers go the other way from “{word}”: put the word right, or the numbers if "
            "they have changed places."
        )
        right = ""
        if judged.verdict is Verdict.CHANGED:
            message = f"The two numbers are not one, as “{word}” says: put the word right, or one."
    else:
        printed = stated.text.strip()
        right = expected(skeleton, judged)
        message = (
            "The change told is not the change between the two numbers: "
            f"print {right}, or look again at the numbers."
        )
    if judged.verdict is Verdict.UNSURE:
        message = "The change told is true only backwards: say which of the two numbers came first."
    doubtful = may_be_meant_otherwise(reading, utterance, judged)
    return ClaimFault(
        file=utterance.sentence.file,
        locator=utterance.sentence.locator,
        kind=KIND.name,
        severity=Severity.WARNING if doubtful else Severity.ERROR,
        printed=printed,
        expected=right,
        message=message,
        evidence=evidence(skeleton, judged),
    )


KIND = Kind(
    name="change",
    title="Changes told in a sentence",
    asks="Is the change told the change between the two numbers, in size and in direction?",
    examples=(
        Example(
            text="Referrals fell from 1,240 in 2021/22 to 1,116 in 2022/23, a drop of 10%.",
            fault=False,
        ),
        Example(
            text="The team saw 62 more families (331) than last year (269), an increase of 23%.",
            fault=False,
        ),
        Example(
            text="Attendance was 91.2%, up 3.1 percentage points on 88.1% in the autumn.",
            fault=False,
        ),
        Example(
            text="Referrals fell from 1,240 in 2021/22 to 1,116 in 2022/23, a drop of 14%.",
            fault=True,
        ),
        Example(
            text="Assaults recorded: 386, compared with 311 in the previous year (24.2% increase).",
            fault=True,
        ),
        Example(text="The waiting list rose from 412 to 377 children.", fault=True),
        Example(text="Exclusions are down by 9 this year, from 31 to 24.", fault=True),
        Example(text="Contacts rose by 168 in quarter three, from 1,045 to 1,231.", fault=True),
        Example(text="Contacts rose by 186 in quarter three, from 1,045 to 1,231.", fault=False),
        Example(
            text="The overspend stands at £6.8m at month 9. At month 6 it was £5.1m, so the "
            "position has worsened by £2.7m.",
            fault=True,
        ),
        Example(
            text="The overspend stands at £6.8m at month 9. At month 6 it was £5.1m, so the "
            "position has worsened by £1.7m.",
            fault=False,
        ),
        Example(
            text="We managed 257 allegations. This was 59 fewer than the 198 of the year before, "
            "with 103 (40%) from schools.",
            fault=True,
        ),
        Example(
            text="We managed 257 allegations. This was 59 more than the 198 of the year before, "
            "with 103 (40%) from schools.",
            fault=False,
        ),
        Example(
            text="There were 87 enquiries, eight more than last year (a 10% rise).", fault=False
        ),
        Example(
            text="There were 87 enquiries, eight more than last year (a 19% rise).", fault=True
        ),
        Example(
            text="| | Sept 2022 | Sept 2023 |\n|---|---|---|\n| Own carers | 254 | 238 |\n"
            "| Agency carers | 158 | 183 |\n\nChildren with agency carers increased by 25, or 16%.",
            fault=False,
        ),
        Example(
            text="| | Sept 2022 | Sept 2023 |\n|---|---|---|\n| Own carers | 254 | 238 |\n"
            "| Agency carers | 158 | 183 |\n\nChildren with agency carers increased by 25, or 26%.",
            fault=True,
        ),
        Example(
            text="There were 641 robberies of 18 sorts compared with 583 previously, an increase "
            "of 58%, and 212 of them involved a victim under 18.",
            fault=True,
        ),
        Example(
            text="There were 641 robberies of 18 sorts compared with 583 previously, an increase "
            "of 10%, and 212 of them involved a victim under 18.",
            fault=False,
        ),
        Example(text="Homes fell from 188 to 171, and visits to them were up by 9%.", fault=False),
        Example(text="Homes fell from 188 to 171, that is by 19%.", fault=True),
        Example(
            text="The ferry carried 2,450 cars in May and 2,940 in June. No other crossing saw "
            "such a rise, 17%, before.",
            fault=True,
        ),
        Example(
            text="The ferry carried 2,450 cars in May and 2,940 in June. No other crossing saw "
            "such a rise, 20%, before.",
            fault=False,
        ),
        Example(
            text="The average stay lengthened to 31 days, after 38 days a year earlier.",
            fault=True,
        ),
        Example(
            text="The year saw 11,482 crossings by 46 boats. The number of crossings was 12.8% "
            "lower than the 10,175 of 2023.",
            fault=True,
        ),
        Example(
            text="Crossings\n\n| Boat | 2022 | 2023 |\n|---|---|---|\n| Ferry | 412 | 386 |\n"
            "| Tug | 157 | 173 |\n\nCrossings by tug fell by 10.2%.",
            fault=True,
        ),
    ),
    limits=(
        "A change told of a number of a table is held against the cell of the time it names only, "
        "and where nothing else is named between the number and the change.",
        "Only numbers printed in the sentence, or in the two right before it, are compared; one "
        "fetched past another of its sort makes a warning and no error.",
        "Where neither the size nor the way told is that of the two numbers it is a warning, "
        "unless the words are “from A to B”: a slip gets one of the two wrong.",
        "Unless the words are “from A to B” it is a warning where one of the two numbers makes the "
        "change told with another of the passage, or the two do the other way round; and so is a "
        "change told as a number and not in per cent, among others of its sort and not right upon "
        "the two.",
        "A change that tells its way alone, beside three numbers or more, is a warning where it is "
        "the wrong one, unless the words are “from A to B”.",
        "Where the clause of a size names something that the clause of the two numbers does not, "
        "or speaks of some of those counted, it is a warning: that thing has a change of its own.",
        "Numbers more than twenty-five times apart are taken for different things.",
        "Where a sentence has several pairs of numbers, a size that fits any of them passes.",
        "A count of a thousand or more that ends in noughts is taken as rounded when the other "
        "large counts beside it are; so is one alone that ends in two noughts.",
        "Where nearly all large numbers of a text end in noughts alike they are taken as rounded; "
        "a change right only of two round sums, or itself a round number, is a warning.",
        "A deficit, loss or outflow told beside a surplus, profit or inflow is below nought; which "
        "way it went between two deficits is left alone, since it may be told of the balance.",
        "The change of a cause (“due to a 12% rise in ...”) is left alone, and so are lines where "
        "two numbers stand side by side, as in a table that lost its columns.",
        "Changes a year, after inflation, expected or of another area are left alone; so are "
        "places in an order, currencies and frequencies, which improve as they fall.",
        "Seasons, terms and “our first year” are no dates to it: where only they tell which number "
        "came first, a size is held against both orders.",
        "Of a list each line is held against the word above it only where it has no other and "
        "reads “from A to B”; investment and disinvestment are left alone.",
        "Two numbers of a sort that stand alone in up to three sentences are taken for one thing "
        "at two times; a size is held against them in whatever words only where its clause names "
        "nothing else, or “this” or “the” ties it, and it is near what they make or a known slip.",
        "A size told on a base that its words name is held against the only level just told, the "
        "one that the size beside it is of, or the one that a known slip makes it of.",
        "A change told of a row by name is held against it where a sentence names all of the row "
        "and nothing that the table and its heading do not, and only a known slip is told.",
        "A size that “so” draws from the two just told, one digit off, is an error and no warning.",
        "Half of one thing counted, a gap between two sides, a size on a plan or on a time of "
        "which no number is told, and one of two that offset each other are left alone.",
        "A share told in words (“by almost a third”) fails only well beyond what the words allow.",
    ),
    run=_run,
)
