"""The front door in Northmoor's made-up report: contacts by month and issue, and decisions."""

from datetime import date

from goldenthread.charts.model import Band, BreakMark, Chart, ChartKind, Point, Series
from goldenthread.nouns import Unit
from goldenthread.report.document import (
    Cell,
    ChartBlock,
    Mark,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
)
from goldenthread.wording import join
from tests.factories.northmoor.figures import a_number, a_share, bound
from tests.factories.northmoor.pieces import slots, table_of

MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
CODES = (*(f"2023-{month:02d}" for month in range(4, 13)), "2024-01", "2024-02", "2024-03")


def front_door() -> Section:
    """Contacts by month (with limits and a break), by issue, and what was decided."""
    contacts = [1021, 1044, 987, 1102, 861, 934, 1013, 998, 748, 962, 882, 846]
    points = tuple(
        Point(month, a_number("contacts", value, year=code))
        for month, value, code in zip(MONTHS, contacts, CODES, strict=True)
    )
    limits = [
        tuple(
            Point(m, a_number("contacts", v, year=c, limit=n))
            for m, c in zip(MONTHS, CODES, strict=True)
        )
        for n, v in (("lower", 702), ("upper", 1198))
    ]
    monthly = Chart(
        kind=ChartKind.MONTHS,
        title="Contacts at the front door each month, Northmoor, 2023-24",
        description="Contacts stood near a thousand a month until July and lower from December.",
        unit=Unit.COUNT,
        labels=MONTHS,
        series=(Series("Contacts", points, emphasis=True),),
        band=Band("Limits of ordinary variation", *limits),
        breaks=(BreakMark("Oct", date(2023, 10, 1), "new threshold guidance"),),
        label_heading="Month",
    )
    return Section(
        id="front-door",
        title="The front door",
        blocks=(
            Paragraph(
                join("There were ", bound(a_number("contacts", sum(contacts))), " contacts.")
            ),
            Note(
                ("Contacts count requests for information from other agencies as well.",),
                "What a contact is",
            ),
        ),
        sections=(
            Section(
                id="front-door-contacts",
                title="Contacts",
                blocks=(table_of("contacts", monthly, "Month"), issues(), *slots("contacts")),
            ),
            Section(id="front-door-decisions", title="What was decided", blocks=(decisions(),)),
            Section(id="front-door-sources", title="Who refers children", blocks=(sources(),)),
        ),
    )


def issues() -> ChartBlock:
    """Months by issue, highest and lowest of each month marked, small counts withheld."""
    given = {
        "Domestic abuse": (180, 180, 154, 221, 178, 190),
        "Physical abuse": (96, 118, 78, 134, 86, 60),
        "Neglect": (52, 59, 46, 75, 51, 46),
        "Parental mental health": (30, 36, 19, 46, 44, 29),
        "Child’s mental health": (52, 37, 33, 22, 21, 27),
        "Homelessness": (41, 27, 11, 30, 36, 31),
        "Forced marriage": (0, 2, 0, 4, 1, 7),
    }
    values = {
        issue: tuple(
            a_number("contacts", count, year=code, issue=issue)
            for count, code in zip(counts, CODES[6:], strict=True)
        )
        for issue, counts in given.items()
    }
    chart = Chart(
        kind=ChartKind.GRID,
        title="Contacts by issue and month, Northmoor, October 2023 to March 2024",
        description="Domestic abuse was the issue most often named in every month.",
        unit=Unit.COUNT,
        labels=MONTHS[6:],
        series=tuple(
            Series(issue, tuple(map(Point, MONTHS[6:], row))) for issue, row in values.items()
        ),
        label_heading="Month",
    )
    marks = {"Domestic abuse": Mark.HIGHEST, "Homelessness": Mark.LOWEST}
    rows = [
        Row(
            issue,
            tuple(Cell(v, marks.get(issue) if at in (2, 3) else None) for at, v in enumerate(row)),
        )
        for issue, row in values.items()
    ]
    totals = tuple(
        Cell(
            a_number(
                "contacts", sum(counts[at] for counts in given.values()), year=code, issue="these"
            )
        )
        for at, code in enumerate(CODES[6:])
    )
    table = Table(
        id="table-issues",
        caption="Contacts by issue and month, Northmoor",
        columns=("Oct 2023", "Nov 2023", "Dec 2023", "Jan 2024", "Feb 2024", "Mar 2024"),
        rows=(*rows, Row("These issues together", totals, total=True)),
        corner="Issue",
        notes=("A contact may name several issues; only the first is counted.",),
    )
    return ChartBlock("chart-issues", chart, table)


def decisions() -> ChartBlock:
    """Stacked outcomes by quarter."""
    given = {
        "No further action": (812, 790, 701, 698),
        "Early help": (322, 341, 360, 377),
        "Children’s social care": (611, 580, 640, 655),
    }
    quarters = tuple(f"2023-24 Q{number}" for number in range(1, 5))
    chart = Chart(
        kind=ChartKind.STACKED,
        title="Decisions at the front door by quarter, Northmoor, 2023-24",
        description="Two in five decisions were that no further action was needed.",
        unit=Unit.COUNT,
        labels=("Q1", "Q2", "Q3", "Q4"),
        series=tuple(
            Series(
                outcome,
                tuple(
                    Point(
                        f"Q{at + 1}",
                        a_number("mash_episodes", v, year=quarters[at], outcome=outcome),
                    )
                    for at, v in enumerate(values)
                ),
            )
            for outcome, values in given.items()
        ),
        label_heading="Quarter",
    )
    return table_of("decisions", chart, "Quarter")


def sources() -> Table:
    """A wide table: referrals by who made them, six years across, with shares of the last."""
    given = {
        "Police": (601, 640, 588, 655, 702, 811),
        "Schools": (322, 341, 260, 377, 401, 398),
        "Health services": (211, 230, 240, 255, 262, 281),
        "Council services": (188, 180, 195, 201, 199, 214),
        "Individuals": (140, 133, 121, 118, 109, 112),
        "Housing": (22, 25, 19, 31, 28, 30),
        "Courts and probation": (14, 4, 11, 9, 12, 16),
    }
    years = ("2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24")
    last = sum(counts[-1] for counts in given.values())
    rows = tuple(
        Row(
            source,
            (
                *(
                    Cell(a_number("referrals", count, year=year, source=source))
                    for year, count in zip(years, counts, strict=True)
                ),
                Cell(a_share("referrals", counts[-1], last, source=source)),
            ),
        )
        for source, counts in given.items()
    )
    return Table(
        id="table-sources",
        caption="Referrals to children’s social care by source, Northmoor",
        columns=(*years, "Share of 2023-24"),
        rows=rows,
        corner="Source",
    )
