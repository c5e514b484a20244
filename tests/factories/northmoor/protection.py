"""Child protection in Northmoor's made-up report: years, neighbours, factors ranked, and slots."""

from goldenthread.charts.model import Band, Chart, ChartKind, Point, Series
from goldenthread.disclosure import Released
from goldenthread.nouns import Area, AreaKind, Symbol, Unit
from goldenthread.report.document import (
    Block,
    BulletList,
    Cell,
    ChartBlock,
    Mark,
    Paragraph,
    Prose,
    Row,
    Section,
    Table,
)
from goldenthread.wording import join
from tests.factories.northmoor.figures import ENGLAND, a_change, a_number, a_share, bound
from tests.factories.northmoor.pieces import slots, table_of

YEARS = ("2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24")
ENQUIRIES = (702, 744, 689, 803, 845, 1134)
RATES = ("131.2", "137.9", "126.4", "146.0", "151.8", "203.1")
NEIGHBOURS = ("Ashby Vale", "Carrick", "Dunholme", "Eastmere", "Fallowfield", "Grantley")


def enquiries(year: str = "2023-24") -> Released:
    """Northmoor's section 47 enquiries in a year."""
    return a_number("section_47_enquiries", ENQUIRIES[YEARS.index(year)], year=year)


def rate(value: str, year: str = "2023-24", area: Area | None = None) -> Released:
    """A section 47 rate in ten thousand children."""
    place = {} if area is None else {"area": area}
    base = None if area else (ENQUIRIES[YEARS.index(year)], 55_836)
    return a_number(
        "section_47_enquiries", value, year=year, unit=Unit.RATE_PER_10000, base=base, **place
    )


def what_stands_out() -> tuple[Block, ...]:
    """Three findings, each with its numbers bound."""
    before, after = enquiries("2022-23"), enquiries()
    return (
        BulletList(
            (
                join(
                    "Section 47 enquiries rose from ",
                    bound(before),
                    " to ",
                    bound(after),
                    " (",
                    bound(a_change(before, after)),
                    "). At ",
                    bound(rate("203.1")),
                    " per 10,000 children the rate was above England’s ",
                    bound(rate("187.1", area=ENGLAND)),
                    ".",
                ),
                join(
                    "Fewer care leavers aged 19 to 21 were in education, employment or training: ",
                    bound(a_share("care_leavers_eet", 61, 131)),
                    ".",
                ),
                join(
                    "The number of children privately fostered is ",
                    bound(a_number("private_fostering_arrangements", 4)),
                    ": it is too small to print.",
                ),
            )
        ),
    )


def child_protection() -> Section:
    """Years with the neighbours' band, neighbours compared, factors ranked, filled slots."""
    northmoor = tuple(Point(y, rate(r, y)) for y, r in zip(YEARS, RATES, strict=True))
    england = tuple(
        Point(year, rate(value, year, ENGLAND))
        for year, value in zip(
            YEARS, ("168.3", "167.2", "164.4", "180.1", "192.0", "187.1"), strict=True
        )
    )
    low, high = (Area(end, f"{end}est neighbour", AreaKind.FOOTPRINT) for end in ("low", "high"))
    band = Band(
        "Range of the statistical neighbours",
        tuple(Point(y, rate(f"{98 + at * 4}.2", y, low)) for at, y in enumerate(YEARS)),
        tuple(Point(y, rate(f"{231 + at * 7}.9", y, high)) for at, y in enumerate(YEARS)),
    )
    years = Chart(
        kind=ChartKind.YEARS,
        title="Section 47 enquiries per 10,000 children, Northmoor and England",
        description="Northmoor’s rate was below England’s until the last year, and then above it.",
        unit=Unit.RATE_PER_10000,
        labels=YEARS,
        series=(Series("Northmoor", northmoor, emphasis=True), Series("England", england)),
        band=band,
        notes=("Rates use the population estimates first published for each year.",),
    )
    tells = Prose(
        (
            Paragraph(
                join(
                    "More families met a section 47 enquiry: ", bound(enquiries()), " in the year."
                )
            ),
            BulletList(
                (("Half began with a notice from the police.",), ("Most ended without a plan.",))
            ),
        ),
        "Director of children’s services, Northmoor Council",
    )
    ask = Prose((Paragraph(("Were all of these enquiries needed?",)),), "Independent scrutineer")
    return Section(
        id="child-protection",
        title="Child protection",
        blocks=(Paragraph(("Enquiries, conferences and plans, in the order they happen.",)),),
        sections=(
            Section(
                id="child-protection-enquiries",
                title="Section 47 enquiries",
                blocks=(
                    Paragraph(
                        join(
                            "There were ",
                            bound(enquiries()),
                            " enquiries, or ",
                            bound(rate("203.1")),
                            " per 10,000 children.",
                        )
                    ),
                    table_of("enquiries", years),
                    neighbours(),
                    *slots("enquiries", tells=tells, ask=ask),
                ),
            ),
            Section(
                id="child-protection-factors",
                title="What assessments found",
                blocks=(factors(), *slots("factors")),
            ),
        ),
    )


def neighbours() -> ChartBlock:
    """One bar for each neighbour, Northmoor standing out."""
    places = [(name, Area(name.lower(), name, AreaKind.COUNCIL)) for name in NEIGHBOURS]
    values = ("262.4", "229.0", "188.7", "171.3", "150.9", "121.6")
    points = [
        Point(name, rate(v, area=area)) for (name, area), v in zip(places, values, strict=True)
    ]
    points.insert(2, Point("Northmoor", rate("203.1")))
    labels = tuple(point.label for point in points)
    chart = Chart(
        kind=ChartKind.NEIGHBOURS,
        title="Section 47 enquiries per 10,000 children, Northmoor and its neighbours, 2023-24",
        description="Northmoor had the third highest rate of the seven areas.",
        unit=Unit.RATE_PER_10000,
        labels=labels,
        series=(Series("2023-24", tuple(points), emphasis=True),),
        label_heading="Area",
    )
    return table_of("neighbours", chart, "Area")


def factors() -> ChartBlock:
    """Categories ranked, one of them new, one only in the year before."""
    given = (
        ("Domestic abuse of a parent", 911, 802),
        ("Mental health of a parent", 760, 715),
        ("Mental health of the child", 402, 433),
        ("Emotional abuse", 377, 301),
        ("Drug misuse by a parent", 288, 305),
        ("Neglect", 270, 276),
        ("Going missing", 96, None),
        ("Gangs", 4, 17),
    )
    chart = Chart(
        kind=ChartKind.RANKED,
        title="Factors found most often in assessments, Northmoor",
        description="Domestic abuse of a parent was found most often in both years.",
        unit=Unit.COUNT,
        labels=tuple(name for name, _, _ in given),
        series=tuple(
            Series(
                year,
                tuple(
                    Point(
                        row[0],
                        a_number(
                            "assessment_factors",
                            row[at],
                            None if row[at] is not None else Symbol.NOT_AVAILABLE,
                            year=year,
                            factor=row[0],
                        ),
                    )
                    for row in given
                ),
                emphasis=at == 1,
            )
            for at, year in ((1, "2023-24"), (2, "2022-23"))
        ),
        label_heading="Factor",
    )
    block = table_of("factors", chart, "Factor")
    new = tuple(
        Row(row.heading, (Cell(row.cells[0].content, Mark.NEW), row.cells[1]))
        if row.heading == "Going missing"
        else row
        for row in block.table.rows
    )
    table = Table(
        id=block.table.id,
        caption=chart.title,
        columns=block.table.columns,
        rows=new,
        corner="Factor",
    )
    return ChartBlock(block.id, chart, table)
