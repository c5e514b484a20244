"""One fault each: which rows it is planted in, how, and what a reader should say of it."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from goldenthread.synthetic.corruption.files import Grid
from goldenthread.synthetic.corruption.targets import Target
from goldenthread.synthetic.draws import Draws


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault as it was planted.

    ``rule`` is what a reader should say of it, empty where it should understand the cell all the
    same. ``row`` is counted from nought under the headings; -1 means every row.
    """

    fault: str
    rule: str
    file: str
    grid: str
    row: int
    column: str


Damage = Callable[[Grid, Target, Draws, int, str], list[Planted]]

_IMPOSSIBLE = ("31/02/2024", "2024-02-31")
_WRONG_CENTURY = ("12/03/0204", "0204-03-12")
_WORDS = ("not known yet", "tbc", "see notes", "n.k.")
_NO_CODE = "XX9"


def _spelling(grid: Grid, target: Target, draws: Draws, each: int, file: str) -> list[Planted]:
    """Another way of writing the same code."""
    spelt = target.spelt
    if spelt is None or not grid.has(spelt.column):
        return []
    planted = []
    for row in _rows(grid, spelt.column, draws, each, spelt.ways.keys()):
        ways = spelt.ways[grid.get(row, spelt.column)]
        grid.put(row, spelt.column, ways[int(draws.uniform(1)[0] * len(ways))])
        planted.append(Planted("spelling", "", file, grid.name, row, spelt.column))
    return planted


def _written(fault: str, rule: str, of: str, *texts: str) -> Damage:
    """A damage that writes one of some texts into a column; ``of`` names it in the target."""

    def damage(grid: Grid, target: Target, draws: Draws, each: int, file: str) -> list[Planted]:
        column = getattr(target, of)
        if not column or not grid.has(column):
            return []
        planted = []
        for row in _rows(grid, column, draws, each):
            now = grid.get(row, column)
            text = texts[int(draws.uniform(1)[0] * len(texts))]
            if fault in ("impossible_day", "wrong_year"):  # written as the file writes days
                text = texts[0] if now[2:3] == "/" else texts[1]
            grid.put(row, column, text)
            planted.append(Planted(fault, rule, file, grid.name, row, column))
        return planted

    return damage


def _spaces(grid: Grid, target: Target, draws: Draws, each: int, file: str) -> list[Planted]:
    """Spaces around a code."""
    if not target.code or not grid.has(target.code):
        return []
    planted = []
    for row in _rows(grid, target.code, draws, each):
        grid.put(row, target.code, f" {grid.get(row, target.code)}  ")
        planted.append(Planted("spaces", "", file, grid.name, row, target.code))
    return planted


def _swapped(grid: Grid, target: Target, draws: Draws, each: int, file: str) -> list[Planted]:
    """A beginning and an end the wrong way round."""
    if not target.days or not all(grid.has(day) for day in target.days):
        return []
    first, second = target.days
    planted = []
    for row in _rows(grid, second, draws, each):
        if grid.get(row, first) and grid.get(row, first) != grid.get(row, second):
            grid.swap(row, first, second)
            planted.append(Planted("days_swapped", "", file, grid.name, row, second))
    return planted


def _twice(grid: Grid, target: Target, draws: Draws, each: int, file: str) -> list[Planted]:
    """A row, or in XML the child it is of, a second time."""
    if not target.needed:
        return []
    planted = []
    for row in _rows(grid, target.needed, draws, each):
        grid.repeat(row)
        planted.append(Planted("twice", "", file, grid.name, row, ""))
    return planted


def _renamed(grid: Grid, target: Target, _draws: Draws, _each: int, file: str) -> list[Planted]:
    """A heading that nobody knows."""
    if not target.renamed or not grid.has(target.renamed[0]):
        return []
    grid.rename(*target.renamed)
    return [Planted("column_renamed", "", file, grid.name, -1, target.renamed[0])]


def _rows(
    grid: Grid, column: str, draws: Draws, each: int, among: Container[str] | None = None
) -> Iterator[int]:
    """Rows with something in a column, chosen by chance, none of them spoilt before."""
    there = [
        row
        for row in range(len(grid))
        if row not in grid.spoilt
        and (text := grid.get(row, column))
        and (among is None or text in among)
    ]
    for _ in range(min(each, len(there))):
        row = there.pop(int(draws.uniform(1)[0] * len(there)))
        grid.spoilt.add(row)
        yield row


DAMAGES: dict[str, Damage] = {
    "twice": _twice,
    "spelling": _spelling,
    "spaces": _spaces,
    "wrong_code": _written("wrong_code", "unknown_code", "code", _NO_CODE),
    "wrong_number": _written("wrong_number", "number_unreadable", "number", "high"),
    "blank": _written("blank", "cell_missing", "needed", ""),
    "text_for_day": _written("text_for_day", "date_unreadable", "day", *_WORDS),
    "impossible_day": _written("impossible_day", "date_cannot_be", "day", *_IMPOSSIBLE),
    "wrong_year": _written("wrong_year", "date_cannot_be", "day", *_WRONG_CENTURY),
    "days_swapped": _swapped,
    "column_renamed": _renamed,
}
