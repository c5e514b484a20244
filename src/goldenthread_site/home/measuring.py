"""What is counted from children’s records, and how: work that is done beside the case system.

No record ever comes here. The page fills in the commands for the partnership’s own council and
year, and says of each indicator what it is counted from and what is known of it here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.indicators import Indicator, Theme, catalogue
from goldenthread.nouns import Period
from goldenthread.nouns.register import find_area
from goldenthread.tables import table
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import queries
from goldenthread_site.figures.prepared.shapes import Line, Scorecard


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: what it is for, and what to type."""

    title: str
    text: str
    command: str


@dataclass(frozen=True, slots=True)
class Counted:
    """An indicator that is counted from records: which records, and its line of the scorecard."""

    name: str
    title: str
    records: tuple[str, ...]
    line: Line | None


@dataclass(frozen=True, slots=True)
class Themed:
    """The indicators of a theme."""

    title: str
    indicators: tuple[Counted, ...]


def measuring(standing: Standing) -> dict[str, Any]:
    """Steps and indicators, of the last year with figures to hold one’s own against, or that is
    over."""
    card = queries.latest_compared(standing) or _last_card(standing)
    year = card.year if card else _ended(standing.today).code
    councils = [find_area(code) for code in queries.areas(standing)]
    themes = tuple(_themes(card))
    return {
        "year": year,
        "known": bool(card),
        "council": councils[0] if councils else None,
        "others": [each.name for each in councils[1:]],
        "steps": tuple(_steps(councils[0].name, year)) if councils else (),
        "themes": themes,
        "how_many": sum(len(each.indicators) for each in themes),
    }


def _ended(today: date) -> Period:
    """The last financial year that is over."""
    return Period.financial_year(
        today.year if (today.month, today.day) > (3, 31) else today.year - 1
    )


def _steps(council: str, year: str) -> Iterator[Step]:
    named = f'--area "{council}"'
    yield Step(
        "Read the returns",
        "Annex A, the children in need census, the 903 return, the safeguarding dataset, MASH or"
        " GCP2, in a folder called returns. What does not fit is told with its place.",
        f"goldenthread read returns {named} --out records",
    )
    yield Step(
        "Hold them to the rules",
        "Each fault names the indicators that it changes: put right what matters in the case"
        " system, and read again.",
        "goldenthread validate records",
    )
    yield Step(
        "Count",
        "Every indicator below that the returns tell, with its breakdowns. What they do not tell"
        " is not known, and never nought.",
        f"goldenthread measure records --period {year} --by year --by quarter"
        " --out figures.parquet",
    )
    yield Step(
        "Look behind a number",
        "The children behind it, under names made for that one answer. Say who looks, and why.",
        f'goldenthread explain "referrals|{council}|{year}" records --entitled "practice audit"',
    )
    yield Step(
        "Answer what the council is asked",
        "Whoever fills in the council’s return takes the template file from it, here return.csv."
        " The lines it asks for are written into that file, for them to upload, and nothing else.",
        "goldenthread fill return.csv --from figures.parquet --out filled-in.csv",
    )
    yield Step(
        "Bring what is published",
        "The Department for Education’s files, to stand beside your own counts.",
        "goldenthread fetch --out published",
    )
    yield Step(
        "Let it leave",
        "Figures as counted hold small numbers of children. They leave for the public through the"
        " report, or as tables through goldenthread protect: both withhold what could give a child"
        " away.",
        f"goldenthread report {named} --year {year} --data published --measured figures.parquet"
        " --out report",
    )


def _last_card(standing: Standing) -> Scorecard | None:
    year = queries.last_year(standing)
    return queries.scorecard(standing, year) if year else None


def _themes(card: Scorecard | None) -> Iterator[Themed]:
    lines = card.lines() if card else {}
    for theme in Theme:
        found = tuple(
            Counted(each.name, each.title, _records(each), lines.get(each.name))
            for each in catalogue().values()
            if each.theme is theme and each.expression
        )
        if found:
            yield Themed(theme.value, found)


def _records(indicator: Indicator) -> tuple[str, ...]:
    """What its tables hold, in the words of the table dictionary, each once."""
    needs = indicator.expression.needs if indicator.expression else ()
    return tuple(dict.fromkeys(table(each.table).title for each in needs))
