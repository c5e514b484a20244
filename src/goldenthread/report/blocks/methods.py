"""How the comparisons in this report were made: the methods by name, and what they assume."""

from goldenthread.comparisons import Comparison
from goldenthread.nouns import Severity
from goldenthread.report.blocks.prepared import Prepared
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, BulletList, Cell, Row, Table
from goldenthread.wording.sentences import Writer
from goldenthread.wording.text import Words


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Name the methods that the year's comparisons used."""
    made = list(desk.everything.values())
    items: list[Words] = [
        (sentence,) for sentence in [*_chance(made), *_neighbours(made), _places(desk), *_ALWAYS]
    ]

    def compose(_writer: Writer) -> tuple[Block, ...]:
        return (BulletList(tuple(items)), *_not_read(plan, desk))

    return Prepared((), compose, written=True)


def _not_read(plan: BlockPlan, desk: Desk) -> tuple[Table, ...]:
    """What of the files could not be read: a reader should know what is missing."""
    serious = [fault for fault in desk.faults if fault.severity is Severity.ERROR]
    if not serious:
        return ()
    shown = serious[:MOST_FAULTS]
    more = ("There are more; checks.json names them all.",) if len(serious) > len(shown) else ()
    return (
        Table(
            id=f"{plan.id}-not-read",
            caption="What could not be read",
            columns=("Where", "What is wrong"),
            rows=tuple(
                Row(fault.file or "–", (Cell(fault.place or "–"), Cell(fault.message)))
                for fault in shown
            ),
            corner="File",
            notes=more,
        ),
    )


MOST_FAULTS = 20  # a page is for reading; checks.json has them all

_ALWAYS = (
    "Areas are compared by rate or percentage, within one source and one release. Nothing is said "
    "to have risen or fallen across a break in a series.",
    "Monthly limits are those of an XmR chart: the average of the months, and as far to either "
    "side as ordinary variation from month to month reaches.",
    "A partnership’s percentage that came without the counts behind it is printed as its owner "
    "printed it; whether it rests on few children cannot be seen.",
    "An indicator stands out when it is far from its statistical neighbours or changed more than "
    "it and they usually do; where more is neither better nor worse, either way counts.",
)


def _chance(made: list[Comparison]) -> list[str]:
    verdicts = {
        change.chance
        for comparison in made
        for change in (comparison.change, comparison.count_change)
        if change and change.chance
    }
    methods = sorted({verdict.method for verdict in verdicts})
    if not methods:
        return []
    level = f"{max(verdict.confidence for verdict in verdicts):.0%}".removesuffix("%")
    return [
        f"Whether a change is more than chance is told, at the {level} per cent level, by: "
        f"{'; '.join(methods)}.",
        *_CLUSTERED,
    ]


# What the factor is stands with the parameter; in words here, because it is no figure.
_CLUSTERED = (
    "Counts of children are taken to vary twice as much as single children would, because "
    "brothers and sisters are counted together: an assumption from family sizes, not measured on "
    "these records. Numbers on one day are not judged so, because most of the children there on "
    "the day were there a year before.",
)


def _neighbours(made: list[Comparison]) -> list[str]:
    sets = sorted(
        {(each.neighbours.set.name, each.neighbours.set.year) for each in made if each.neighbours}
    )
    return [
        f"Statistical neighbours are those of the {name}, the set of {year}; their average is the "
        "plain mean of those with a value."
        for name, year in sets
    ]


def _places(desk: Desk) -> str:
    if desk.every_council:
        return "A place among councils counts those with a value, the highest value first."
    return (
        "Places among all councils are not told: they need every council’s figures, and this "
        "report was made without them."
    )
