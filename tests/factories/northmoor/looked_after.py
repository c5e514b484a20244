"""Looked-after children and the partnership in Northmoor's made-up report."""

from goldenthread.charts.model import Chart, ChartKind, Point, Series
from goldenthread.nouns import Symbol, Unit
from goldenthread.report.document import (
    BulletList,
    Cell,
    ChartBlock,
    Note,
    Paragraph,
    Prose,
    Row,
    Section,
    Table,
)
from goldenthread.wording import join
from tests.factories.northmoor.figures import ENGLAND, a_number, a_share, bound
from tests.factories.northmoor.pieces import slots

YEAR_ENDS = ("2021-03-31", "2022-03-31", "2023-03-31", "2024-03-31")
YEARS = ("2020-21", "2021-22", "2022-23", "2023-24")


def looked_after() -> Section:
    """Numbers at the year's end, placements with every symbol, and what is not known."""
    now = a_number("looked_after_children", 388, year=YEAR_ENDS[-1])
    return Section(
        id="looked-after",
        title="Looked-after children and care leavers",
        blocks=(
            Paragraph(join("On 31 March ", bound(now), " children were looked after.")),
            care_leavers(),
            placements(),
            Note(
                ("How many initial health assessments were in time is not known.",),
                "Not known",
            ),
            *slots("looked-after"),
        ),
    )


def care_leavers() -> ChartBlock:
    """Small multiples: one panel for each age band."""
    given = {
        "Aged 17": (58, 61, 66, 64),
        "Aged 18": (55, 57, 60, 62),
        "Aged 19 to 21": (49, 52, 51, 47),
    }
    panels = tuple(
        Series(
            band,
            tuple(
                Point(year, a_share("care_leavers_eet", part, 100, year=year, age=band))
                for year, part in zip(YEARS, parts, strict=True)
            ),
        )
        for band, parts in given.items()
    )
    chart = Chart(
        kind=ChartKind.SMALL_MULTIPLES,
        title="Care leavers in education, employment or training, by age, Northmoor",
        description="The share fell among the oldest and rose among those aged 18.",
        unit=Unit.PERCENT,
        labels=YEARS,
        series=panels,
    )
    rows = tuple(
        Row(year, tuple(Cell(panel.points[at].released) for panel in panels))
        for at, year in enumerate(YEARS)
    )
    table = Table(
        id="table-leavers",
        caption=chart.title,
        columns=tuple(given),
        rows=rows,
        corner="Year",
    )
    return ChartBlock("chart-leavers", chart, table)


def placements() -> Table:
    """A table with each symbol that can stand in a number's place, and a low-quality figure."""
    three = "looked_after_three_or_more_placements"
    ages = {
        "Under 1": (12, Symbol.NOT_APPLICABLE),
        "1 to 4": (3, Symbol.NOT_AVAILABLE),
        "5 to 9": (9, Symbol.UNRELIABLE),
        "10 to 15": (18, Symbol.NOT_COMPARABLE),
        "16 and over": (22, Symbol.ROUNDS_TO_ZERO),
    }
    rows = tuple(
        Row(
            age,
            (
                Cell(a_number(three, count, age=age)),
                Cell(a_number(three, None, symbol, age=age, unit=Unit.PERCENT)),
                Cell("see note"),
            ),
        )
        for age, (count, symbol) in ages.items()
    )
    england = a_share(three, 8_000, 83_600, area=ENGLAND)
    total = Row("All ages", (Cell(a_number(three, 64)), Cell(england), Cell("")), total=True)
    return Table(
        id="table-placements",
        caption="Children with three or more placements in the year, by age, Northmoor",
        columns=("Number", "Per cent", "Remark"),
        rows=(*rows, total),
        corner="Age",
        notes=("Percentages are of children looked after at the year’s end.",),
    )


def partnership() -> Section:
    """Words and a table without numbers: who belongs, what partners say."""
    members = Table(
        id="table-members",
        caption="Who belongs to the partnership",
        columns=("Role", "Since"),
        rows=(
            Row("Northmoor Council", (Cell("Safeguarding partner"), Cell("September 2019"))),
            Row("Northmoor Police", (Cell("Safeguarding partner"), Cell("September 2019"))),
            Row(
                "Northmoor Integrated Care Board", (Cell("Safeguarding partner"), Cell("July 2022"))
            ),
        ),
        corner="Agency",
    )
    reflection = Prose(
        (
            Paragraph(("We began the year with too few people at the front door, and said so.",)),
            Paragraph(("We end it with a team that meets every morning.",)),
            BulletList((("Police and health sit together.",), ("Schools can ring one number.",))),
        ),
        "Assistant chief constable, Northmoor Police",
    )
    return Section(
        id="partnership",
        title="The partnership",
        blocks=(members,),
        sections=(
            Section(id="partnership-reflections", title="What partners say", blocks=(reflection,)),
            Section(
                id="partnership-scrutiny",
                title="Independent scrutiny",
                blocks=(Paragraph(("The scrutineer’s assessment follows when it is signed.",)),),
            ),
        ),
    )
