"""`goldenthread demo`: from made-up children to a report, by every step there is."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import click
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread import engines, synthetic
from goldenthread.cli.common import FOLDER, steps
from goldenthread.cli.sparing import spare_pandas
from goldenthread.figures.measured import MeasuredFigures, Population, Terms, measure, periods_of
from goldenthread.nouns import Area, GoldenThreadError, Period, PeriodKind
from goldenthread.nouns.localities import read_localities
from goldenthread.nouns.register import find_area
from goldenthread.report.gather import MADE_UP_SOURCE
from goldenthread.report.make import make_report
from goldenthread.report.summary import ReportMade
from goldenthread.sources import parquet
from goldenthread.sources.returns import read_all
from goldenthread.sources.rules import judged, rules
from goldenthread.synthetic.histories import FIRST_YEAR, LAST_YEAR
from goldenthread.tables import Found, Records

NAME = "Made-up example"
NOTICE = "Made-up children: nothing here is about a real child, or about the council named."
_READ_ME = "made-up-children.txt"
_OURS = (
    *("returns", "records", "partnership", "report", "figures.parquet", "localities.csv"),
    _READ_ME,
)
# The same return as XML adds nothing to the one as CSV files.
_KINDS = tuple(kind for kind in synthetic.KINDS if kind != "ssda903_xml")
_BY = ("year", "quarter", "month")

_PARTNERSHIP = """\
# The partnership of a report about children who do not exist. Its name and notice stand on every
# page; alone, so that no published figure of a real place stands beside theirs.
name = "{name}"
area = "{code}"
notice = "{notice}"
contents = "contents.toml"
alone = true
"""

# What the usual contents lack, since not every partnership counts by locality.
_BY_LOCALITY = """
[[section]]
id = "localities"
title = "By locality"

  [[section.block]]
  id = "referrals-locality"
  show = "local"
  title = "Referrals by locality"
  indicators = ["referrals"]
  dimension = "locality"
  slots = false
"""


@click.command("demo")
@click.option(
    "--out",
    type=FOLDER,
    default=Path("build") / "demo",
    show_default=True,
    help="The folder to make, made again whole.",
)
@click.option("--area", default="Luton", show_default=True, help="The council, by name or code.")
@click.option("--year", default="2023-24", show_default=True, help="The year to report on.")
@click.option(
    "--years",
    type=click.IntRange(1, 10),
    default=5,
    show_default=True,
    help="How many years’ returns, up to and with that year.",
)
@click.option(
    "--size",
    type=click.FloatRange(0.01, 20),
    default=1.0,
    show_default=True,
    help="How many children, as a multiple of Luton’s.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=2024,
    show_default=True,
    help="Other children for another number, the same for the same.",
)
def command(out: Path, area: str, year: str, years: int, size: float, seed: int) -> None:
    """Make up children, and take them all the way to a report.

    Draws children’s histories by chance, writes them as a council would send them (Annex A
    workbooks, children in need censuses, 903 returns, safeguarding datasets, hub and neglect
    returns), reads these, holds them to the rules, measures them by year, quarter and month, and
    makes the report. Nobody in it exists, and every page of it says so. The same seed makes the
    same files.
    """
    place, ending = find_area(area), _ending(year, years)
    spare_pandas()
    _make_room(out)
    click.secho(NOTICE, bold=True)
    demonstration = Demonstration(out, place, range(ending - years + 1, ending + 1))
    with steps("Making it up") as progress:
        tell = progress or (lambda _: None)
        tell("children")
        demonstration.draw(size, seed)
        for kind in _KINDS:
            tell(kind)
            demonstration.write(kind)
    with steps("Reading") as progress:
        records = read_all([out / "returns"], area=place.code, progress=progress)
        parquet.write(records, out / "records")
    with steps("Holding to the rules") as progress:
        broken = judged(records, progress=progress)
    with steps("Measuring") as progress:
        measured = demonstration.measure(records, progress)
    with steps("Making the report") as progress:
        made = make_report(
            area=place.code,
            year=year,
            out=out / "report",
            partnership=out / "partnership",
            measured=out / "figures.parquet",
            progress=progress,
        )
    for line in demonstration.account(records, broken, measured, made):
        click.echo(line)
    if not made.whole:
        click.get_current_context().exit(1)


@dataclass
class Demonstration:
    """What is made in one folder, step by step: a council's made-up years, by their ends."""

    out: Path
    area: Area
    years: range
    tables: dict[str, pa.Table] = field(default_factory=dict)
    written: int = 0

    def draw(self, size: float, seed: int) -> None:
        """The histories, and the partnership that its report is of."""
        self.tables = synthetic.histories({self.area.code: size}, self.years, seed)
        folder = self.out / "partnership"
        folder.mkdir(parents=True)
        text = _PARTNERSHIP.format(name=NAME, code=self.area.code, notice=NOTICE)
        (folder / "partnership.toml").write_text(text, encoding="utf-8", newline="\n")
        usual = files("goldenthread.report") / "contents" / "journey.toml"
        contents = usual.read_text(encoding="utf-8") + _BY_LOCALITY
        (folder / "contents.toml").write_text(contents, encoding="utf-8", newline="\n")
        synthetic.write_localities(self.area.code, self.out)
        (self.out / _READ_ME).write_text(f"{NOTICE}\n", encoding="utf-8", newline="\n")

    def write(self, kind: str) -> None:
        """A format's returns, a folder for each year."""
        for year in self.years:
            folder = self.out / "returns" / kind / str(year)
            self.written += len(synthetic.write(kind, self.tables, self.area.code, year, folder))

    def measure(self, records: Records, progress: Callable[[str], None] | None) -> MeasuredFigures:
        """Every indicator by year, quarter and month, its figures told to be of nobody."""
        first, last = self.years[0], self.years[-1]
        every = [Period.financial_year(year) for year in range(first, last + 1)]
        asked = [part for by in _BY for year in every for part in periods_of(year, by)]
        engine = engines.open()
        try:
            found = measure(
                records,
                tuple(dict.fromkeys(asked)),
                engine=engine,
                population=Population.of_example(),
                progress=progress,
                terms=Terms(localities=read_localities(self.out / "localities.csv")),
            )
        finally:
            engine.close()
        place = found.table.schema.get_field_index("source")
        named = pc.binary_join_element_wise(MADE_UP_SOURCE, found.table["source"], "")
        marked = found.table.set_column(place, found.table.schema.field(place), named)
        measured = MeasuredFigures(marked, found.notes)
        measured.write(self.out / "figures.parquet")
        return measured

    def account(
        self, records: Records, broken: Found, measured: MeasuredFigures, made: ReportMade
    ) -> Iterator[str]:
        """What was made and where to look."""
        rows = sum(table.num_rows for table in records.tables.values())
        indicators = len(measured.table["indicator"].unique())
        yield (
            f"{self.tables['person'].num_rows:,} made-up children of {self.area.called}, in "
            f"{self.written} files of {len(_KINDS)} formats: {self.out / 'returns'}"
        )
        yield (
            f"{rows:,} rows read from them, with {_faults(records.found)} and, by "
            f"{len(rules())} rules, {_faults(broken)}: {self.out / 'records'}"
        )
        yield (
            f"{measured.table.num_rows:,} figures of {indicators} indicators by year, quarter and "
            f"month: {self.out / 'figures.parquet'}"
        )
        yield ""
        yield from made.lines()
        yield ""
        yield f"Open {self.out / 'report' / 'index.html'} first."
        yield NOTICE


def _faults(found: Found) -> str:
    if not len(found):
        return "no fault"
    most = ", ".join(f"{rule} {count:,}" for rule, count in list(found.by_rule().items())[:4])
    return f"{len(found):,} remarks ({most})"


def _ending(year: str, years: int) -> int:
    """The year that a reporting year ends in; raises GoldenThreadError for what is none."""
    try:
        period = Period.parse(year)
    except ValueError as error:
        raise GoldenThreadError(f"{year!r} is no year: write it as 2023-24.") from error
    if period.kind is not PeriodKind.FINANCIAL_YEAR:
        raise GoldenThreadError(f"A report is about a financial year, such as 2023-24, not {year}.")
    if not FIRST_YEAR <= period.ending - years + 1 <= period.ending <= LAST_YEAR:
        raise GoldenThreadError(
            f"Children can be made up for the years ending {FIRST_YEAR} to {LAST_YEAR}: ask for "
            "another year, or for fewer."
        )
    return period.ending


def _make_room(out: Path) -> None:
    """An empty folder; only what an earlier demonstration made there is taken away."""
    there = {each.name for each in out.iterdir()} if out.is_dir() else set()
    if there and (_READ_ME not in there or there - set(_OURS)):
        raise GoldenThreadError(f"{out} holds other files: name a new folder with --out.")
    for name in there:
        path = out / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    out.mkdir(parents=True, exist_ok=True)
