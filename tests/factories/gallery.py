"""Every made-up chart by name, the awkward ones too, so that a test can ask the same of each."""

from datetime import date

from goldenthread.charts.model import Band, BreakMark, Chart
from goldenthread.nouns import Unit
from tests.factories import EAST, ENGLAND
from tests.factories.charts import (
    LONG,
    MONTHS,
    NEIGHBOURS,
    OURS,
    PLAIN,
    YEARS,
    a_grid_chart,
    a_months_chart,
    a_neighbours_chart,
    a_small_multiples_chart,
    a_stacked_chart,
    a_years_chart,
    series,
)

GUIDANCE = BreakMark("2022-23", date(2022, 6, 1), "new guidance on thresholds")


def _awkward() -> dict[str, Chart]:
    nothing = ["c"] * 10
    near = [100.0, 102, 104, 103, 105, 106, 104, 108, 109, 110]
    return {
        "years with two breaks and gaps": a_years_chart(
            series=(
                series("Northmoor", YEARS, [*OURS[:4], "c", "x", *OURS[6:]], emphasis=True),
                series("England", YEARS, [None, None, *near[2:9], "x"], area=ENGLAND),
            ),
            breaks=(
                GUIDANCE,
                BreakMark(
                    "2017-18",
                    date(2017, 4, 1),
                    "police notices about domestic abuse go straight to schools and are no longer "
                    "counted here",
                ),
            ),
        ),
        "years all withheld": a_years_chart(
            series=(series("Northmoor", YEARS, nothing, emphasis=True),), band=None
        ),
        "years of one point": a_years_chart(
            labels=("2023-24",),
            series=(
                series("Northmoor", ["2023-24"], [207.9], emphasis=True),
                series("England", ["2023-24"], [187.1], area=ENGLAND),
            ),
            band=Band(
                "Statistical neighbours",
                series("low", ["2023-24"], [110.2]).points,
                series("high", ["2023-24"], [280.0]).points,
            ),
        ),
        "years of four lines that overlap": a_years_chart(
            series=(
                series("Northmoor", YEARS, near, emphasis=True),
                series("England", YEARS, [each + 0.5 for each in near], area=ENGLAND),
                series("East of England", YEARS, near, area=EAST),
                series(LONG, YEARS, [each - 1 for each in near]),
            ),
            band=None,
        ),
        "years with a break at the first and the last point": a_years_chart(
            breaks=(
                BreakMark(YEARS[0], date(2014, 4, 1), "new counting rules"),
                BreakMark(YEARS[-1], date(2023, 4, 1), "a new case system with other categories"),
            )
        ),
        "years below zero": a_years_chart(
            unit=Unit.PERCENTAGE_POINTS,
            series=(
                series(
                    "Change from the year before",
                    YEARS,
                    [1.2, -0.4, 0, 2.5, -3.1, -2.2, 0.3, 4.4, -1.0, -2.6],
                    Unit.PERCENTAGE_POINTS,
                    emphasis=True,
                ),
            ),
            band=None,
        ),
        "years not from zero": a_years_chart(
            unit=Unit.PERCENT,
            series=(
                series(
                    "Northmoor",
                    YEARS,
                    [96.2, 97.1, 98.4, 99.0, 95.5, 97.7, 98.1, 98.8, 99.2, 98.1],
                    Unit.PERCENT,
                    emphasis=True,
                ),
            ),
            band=None,
            from_zero=False,
        ),
        "months, twenty-four of them": a_months_chart(MONTHS),
        "months with a break": a_months_chart(
            breaks=(BreakMark(MONTHS[9], date(2022, 10, 1), "new threshold guidance"),)
        ),
        "neighbours all withheld": a_neighbours_chart(dict.fromkeys(NEIGHBOURS, "c")),
        "neighbours with long names": a_neighbours_chart(
            {LONG: 12.0, "Northmoor": 9.5, "Eastwick": 0.0}
        ),
        "stacked in seven, with counts withheld": a_stacked_chart(
            {
                "No further action": (161, 140, 150, 99, 120),
                "Transfer to children’s social care": (141, 120, 130, 77, 101),
                "Early help": (69, 71, 60, 50, 66),
                "Not yet decided": (12, "c", 9, 10, "c"),
                "Strategy discussion": (8, 9, 10, 11, 12),
                "Passed to another council": ("c", "c", 7, 8, 9),
                "Other": (30, 31, 20, 25, 28),
            },
            Unit.COUNT,
            title="Outcomes of front door episodes, Northmoor, 2019-20 to 2023-24",
        ),
        "stacked, with parts not shown": a_stacked_chart(
            {"Neglect": (40.1, 41, 39, 46, 45.2), LONG: ("c", 8.1, 7, 6.2, 5)}
        ),
        "small multiples with their own scales": a_small_multiples_chart(
            same_scale=False, breaks=(GUIDANCE,)
        ),
        "small multiples, two of them": a_small_multiples_chart(
            series=a_small_multiples_chart().series[:2]
        ),
        "grid of twenty-four months": a_grid_chart(
            labels=MONTHS,
            series=(
                series("Contacts", MONTHS, [180, 175, 160, 210, 205, 190] * 4, Unit.COUNT),
                series("Referrals", MONTHS, list(range(60, 84)), Unit.COUNT),
            ),
            breaks=(BreakMark(MONTHS[5], date(2022, 6, 1), "new guidance on thresholds"),),
        ),
    }


GALLERY = PLAIN | _awkward()
