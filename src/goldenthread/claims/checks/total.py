"""Totals, subtotals, quarters and years of a table that its own cells do not add up to."""

from goldenthread.claims.closed.parts.rows import unmade_rows
from goldenthread.claims.closed.parts.together import unmade_together
from goldenthread.claims.closed.parts.told import unmade_wholes
from goldenthread.claims.closed.telling import tell
from goldenthread.claims.found import Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.skeleton import skeleton_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.bands_told import told_of_rows
from goldenthread.claims.tables.table import tables_of
from goldenthread.claims.tables.told_together import told_together
from goldenthread.claims.tables.total_faults import faults_of
from goldenthread.claims.wholes.added_up import unmade
from goldenthread.claims.wholes.contraries import contrary_parts
from goldenthread.claims.wholes.lost_tables import unmade_below
from goldenthread.claims.wholes.netted import netted
from goldenthread.claims.wholes.of_this_number import homes_above_all
from goldenthread.claims.wholes.sides_apart import told_apart
from goldenthread.claims.wholes.so_many_parts import told_one_by_one
from goldenthread.claims.wholes.total_faults import (
    contrary_fault,
    list_fault,
    rest_fault,
    together_fault,
)
from goldenthread.nouns.fault import Severity


def run(reading: Reading, findings: Findings) -> None:
    """Add up every table, down and across, and every list in the text that has its whole told."""
    for table in tables_of(reading):
        for fault in faults_of(table):
            findings.add(fault)
    shares = {(each.file, each.locator) for each in findings if each.kind == "share"}
    elsewhere = (
        *told_apart(reading),
        *told_one_by_one(reading),
        *unmade_below(reading),
        *homes_above_all(reading.sentences),
    )
    done: set[tuple[str, str, str]] = set()
    for told_of in (*unmade(reading), *elsewhere):
        sentence = told_of.sentence
        findings.tested(sentence.file, sentence.locator)
        told = (sentence.file, sentence.locator, told_of.whole.text)
        if told[:2] not in shares and told not in done:  # which has told it already
            done.add(told)
            findings.add(list_fault(told_of))
    for sentence in reading.sentences:
        for unlike in told_together(sentence, tables_of(reading)):
            findings.tested(sentence.file, sentence.locator)
            findings.add(together_fault(sentence, unlike))
    for sentence, unlike in told_of_rows(reading):
        findings.tested(sentence.file, sentence.locator)
        findings.add(together_fault(sentence, unlike))
    known = {(each.file, each.locator) for each in findings if each.kind in _REST_TOLD_BY}
    for sentence in reading.sentences:
        found = netted(skeleton_of(sentence.text)) if len(sentence.quantities) > _FEWEST else None
        if found and (sentence.file, sentence.locator) not in known:
            findings.tested(sentence.file, sentence.locator)
            findings.add(rest_fault(sentence, *found))
        elif (sentence.file, sentence.locator) not in known and len(sentence.quantities) > _FEWEST:
            for parts in contrary_parts(skeleton_of(sentence.text)):
                findings.tested(sentence.file, sentence.locator)
                findings.add(contrary_fault(sentence, parts))
    together = (*unmade_wholes(reading), *unmade_rows(reading), *unmade_together(reading))
    surely = {
        (each.file, each.locator)
        for each in findings
        if each.kind == "share" and each.severity is Severity.ERROR
    }
    for closed in together:
        findings.tested(closed.sentence.file, closed.sentence.locator)
        if (closed.sentence.file, closed.sentence.locator) not in surely:
            tell(findings, list_fault(closed))


# Kinds that have told a wrong rest of a sentence already, and the numbers that leave none.
_REST_TOLD_BY = ("change", "share", "shares_of_whole", "total")
_FEWEST = 2


KIND = Kind(
    name="total",
    title="Totals that do not add up",
    asks=(
        "Do the rows and columns of a table make the totals, subtotals, quarters and years printed "
        "with them, and do lists in the text make their whole? Where one changed cell would mend "
        "a row and a column at once, which is it?"
    ),
    examples=(
        Example(
            text="| Ward | Visits |\n|---|---|\n| Oak | 21 |\n| Elm | 34 |\n| Total | 65 |",
            fault=True,
        ),
        Example(
            text=(
                "| Centre | Q1 | Q2 | Q3 | Q4 | 2021/22 |\n|---|---|---|---|---|---|\n"
                "| Mill Lane | 31 | 28 | 40 | 35 | 134 |\n| Harbour | 12 | 19 | 22 | 17 | 79 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| Team | Boys | Girls | Total |\n|---|---|---|---|\n| East | 14 | 15 | 29 |\n"
                "| West | 22 | 18 | 40 |\n| Total | 36 | 31 | 69 |"
            ),
            fault=True,
        ),
        Example(text="Calls came by day (40), night (31) and dawn (9), 90 in all.", fault=True),
        Example(text="They run 12 vans: five red, four blue and two green.", fault=True),
        Example(
            text="There were 30 calls. They came:\n- by day: 12\n- at night: 9\n- at dawn: 8",
            fault=True,
        ),
        Example(
            text="Of the 412 parcels, 148 went to schools, 251 to shops and 63 to homes.",
            fault=True,
        ),
        Example(
            text="Of the 412 parcels, 148 went to schools, 201 to shops and 63 to homes.",
            fault=False,
        ),
        Example(
            text="There were 648 boats on the lake. Band A, the fastest, had 127 boats, Band B 94, "
            "Band C 363 and Band D 46.",
            fault=True,
        ),
        Example(
            text="There were 648 boats on the lake. Band A, the fastest, had 127 boats, Band B 94, "
            "Band C 363 and Band D 64.",
            fault=False,
        ),
        Example(
            text="The desk took 964 calls. Of these 412 came from growers, 331 from shops, 146 "
            "from carriers and 95 from other sources.",
            fault=True,
        ),
        Example(
            text="The desk took 964 calls. Of these 412 came from growers, 311 from shops, 146 "
            "from carriers and 95 from other sources.",
            fault=False,
        ),
        Example(
            text="What became of the 71 kites?\n\n- sold at the fair: 32\n- given away: 24\n"
            "- lost in the wind: 18",
            fault=True,
        ),
        Example(
            text="Of the 412 parcels, 148 were heavy, 251 went abroad and 63 came late.",
            fault=False,
        ),
        Example(
            text="The club made 134 loans in 2021/22, compared with 118 in 2020/21. The breakdown "
            "by shelf was: novels 85, travel 31, music 22, maps 14 and plays 9.",
            fault=True,
        ),
        Example(
            text="Places taken:\n- by bakers: 286\n- by millers: 174\n- by cooks: 333\n\n"
            "This gives 973 people taught.",
            fault=True,
        ),
        Example(
            text="In 2021/22, 370 new members joined and 710 left, a net loss of 430.", fault=True
        ),
        Example(
            text="In 2021/22, 370 new members joined and 710 left, a net loss of 340.", fault=False
        ),
        Example(
            text="The fair cost £14.3 million, of which £8.1 million was met by sponsors, leaving "
            "a net cost of £7.2 million.",
            fault=True,
        ),
        Example(
            text="The fair cost £14.3 million, of which £8.1 million was met by sponsors, leaving "
            "a net cost of £6.2 million, against £3.1 million two years before.",
            fault=False,
        ),
        Example(
            text="Stalls\n\n| Stall | 2020 | 2021 |\n|---|---|---|\n| Tea | 204 | 231 |\n"
            "| Books | 388 | 467 |\n| Plants | 61 | 73 |\n| Total | 653 | 717 |\n\n"
            "More than one sort may be recorded for each visit.",
            fault=True,
        ),
        Example(
            text="There were 40 trials. Full marks were given in 12, part marks in 15 and none in "
            "3.",
            fault=True,
        ),
        Example(
            text="There were 40 trials. Full marks were given in 12, part marks in 15 and none in "
            "13.",
            fault=False,
        ),
        Example(
            text="There were 6,420 rowers in 2015. There were 4,310 full-time rowers and 2,101 "
            "part-time rowers.",
            fault=True,
        ),
        Example(
            text="There were 6,411 rowers in 2015. There were 4,310 full-time rowers and 2,101 "
            "part-time rowers.",
            fault=False,
        ),
        Example(
            text="Half of the walks (48%) were in three parishes (24% in Ambly, 24% in Berrow and "
            "10% in Cotter).",
            fault=True,
        ),
        Example(
            text="Stall type Visitors Sales Tea 1,204 310 Books 2,315 1,201 Plants 980 204 "
            "Total 4,499 1,751",
            fault=True,
        ),
        Example(text="They run 12 vans, including five red, four blue and two green.", fault=False),
        Example(
            text="We hold 245 keys: 112 for gates, 76 for sheds and the other 47 for boats.",
            fault=True,
        ),
        Example(
            text="We hold 235 keys: 112 for gates, 76 for sheds and the other 47 for boats.",
            fault=False,
        ),
        Example(
            text="The quay took 974 boats: 438 in the dock, 317 in the basin and 229 at the pier.",
            fault=True,
        ),
        Example(text="We sold 840 maps and 231 charts, 1,017 together.", fault=True),
        Example(text="Calls came by day (40), night (31) and dawn (9), 80 in all.", fault=False),
        Example(
            text="| Ward | Visits |\n|---|---|\n| Oak | 21 |\n| Elm | 34 |\n| Total | 55 |",
            fault=False,
        ),
        Example(
            text=(
                "Five most common reasons for a call\n\n| Reason | Calls |\n|---|---|\n"
                "| Noise | 410 |\n| Litter | 266 |\n| Parking | 198 |\n| Dogs | 90 |\n"
                "| Lights | 61 |\n| All calls | 2,204 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "Spending, £ million\n\n| Heading | 2020 |\n|---|---|\n| Staff | 4.3 |\n"
                "| Rooms | 1.2 |\n| Travel | 0.4 |\n| Total | 6.0 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "| Age | Boys | Girls | Total |\n|---|---|---|---|\n| Under 5 | c | 7 | 10 |\n"
                "| 5 to 9 | 12 | c | 15 |\n| Total | 15 | 10 | 25 |"
            ),
            fault=False,
        ),
    ),
    limits=(
        "A line is taken for a total by its words (total, all, both, year) or because it is the "
        "sum of its neighbours nearly everywhere; a total with another name and no such proof is "
        "passed over.",
        "Where every count of a table is a multiple of ten a sum that is out by no more than their "
        "rounding is asked about only.",
        "What is hidden, blank or a dash may hold anything from nought, so a total that is too "
        "high for the rest is not questioned beside one.",
        "Averages, rates, scores and percentages are never added up; nor are numbers on a day "
        "(open cases) made into a year. A “total” among its parts in size is taken for an average.",
        "Balances (opening, new, closed, closing), what is left of income or budget, running "
        "totals and changes in points are worked out by their usual names, where nothing else "
        "stands between.",
        "A list in prose or bullets is added up where the words say that it is the whole, and has "
        "three parts or more of one shape; reasons and themes, which may be several, are let be.",
        "Parts told “of these”, or below a question, are added up only where nothing can be two of "
        "them (where each came from, upheld or not); if they are too few, only with all others.",
        "What ended in full, in part and not at all makes its whole, unless what follows tells of "
        "some that are still open, or of just so many as are missing.",
        "Where a whole and a list are the only numbers, and words close the list (“made up of”, "
        "“the other 12”, each counted once), it is added up in any shape, and told where one slip "
        "in one number explains the difference.",
        "Where each part is told as the others are (where, or only what), it is added up too: if "
        "too many, or led in by a colon, or with all others last, and one slip would mend it.",
        "What is told as made together is held against any few of the numbers before it.",
        "Where the words tie a list and its whole only loosely (what came from where, a whole with "
        "others beside it), it is told where the parts are too many or a slip in one number "
        "explains the difference. What two numbers leave is worked out within one sentence.",
        "Two sides of a whole (women and men, full and part time), bands of ages and rows that a "
        "text tells together are added up where two digits changed about in one number explain the "
        "difference, or, where there is no third side, where they are too many and all is told in "
        "the same words; a table whose lines are lost only where its other columns add up.",
        "Where people may be counted in several rows and the words near the table say so, sums "
        "are left alone, unless the same thing adds up in its other years.",
    ),
    run=run,
)
