"""Which published numbers cannot all be right, as few of them as tell it.

Where numbers contradict one another every count is as impossible as any other, so nothing can be
said of what they give away; a person has to mend them first.
"""

from collections.abc import Callable, Sequence

from goldenthread.disclosure.attack.bounds import NODES, parts
from goldenthread.disclosure.attack.programmes import Programme
from goldenthread.disclosure.attack.propagation import propagate
from goldenthread.disclosure.attack.system import (
    ContradictionError,
    Origin,
    Row,
    System,
    rows_of_everything,
)
from goldenthread.disclosure.attack.wording import said
from goldenthread.disclosure.publication.model import Publication, StatedRule, Sum
from goldenthread.nouns import GoldenThreadError

_Fails = Callable[[Sequence[Row]], bool]

# A longer list would not be read.
_NAMED = 12


def contradiction(publication: Publication, rule: StatedRule) -> GoldenThreadError:
    """The error that names a set of places which cannot all be right."""
    system, rows = rows_of_everything(publication, rule)
    for fails in (_by_single_rows(system), _in_fractions(system), _in_whole_numbers(system)):
        if fails(rows):
            least = _least(fails, [], rows)
            return GoldenThreadError(_said([row.origin for row in least]))
    return GoldenThreadError(
        "the published numbers contradict one another, but no few of them by themselves: check the"
        " release's totals and percentages"
    )


def _least(fails: _Fails, held: list[Row], rows: list[Row]) -> list[Row]:
    """Of ``rows`` as few as still fail together with ``held``, halving as long as that helps."""
    if len(rows) <= 1:
        return rows
    if held and fails(held):
        return []
    middle = len(rows) // 2
    first, second = rows[:middle], rows[middle:]
    if fails([*held, *first]):
        return _least(fails, held, first)
    if fails([*held, *second]):
        return _least(fails, held, second)
    of_second = _least(fails, [*held, *first], second)
    of_first = _least(fails, [*held, *of_second], first)
    return [*of_first, *of_second]


def _fresh(system: System, rows: Sequence[Row]) -> System:
    count = len(system.cells)
    return System(
        known=system.known,
        index=system.index,
        cells=system.cells,
        low=[0] * count,
        high=[None] * count,
        rows=list(rows),
    )


def _by_single_rows(system: System) -> _Fails:
    def fails(rows: Sequence[Row]) -> bool:
        try:
            propagate(_fresh(system, rows))
        except ContradictionError:
            return True
        return False

    return fails


def _in_fractions(system: System) -> _Fails:
    return lambda rows: _programme_fails(_fresh(system, rows), whole=False)


def _in_whole_numbers(system: System) -> _Fails:
    return lambda rows: _programme_fails(_fresh(system, rows), whole=True)


def _programme_fails(system: System, *, whole: bool) -> bool:
    try:
        propagate(system)
        for rows, variables in parts(system):
            if not rows:
                continue
            programme = Programme(system, variables, rows)
            if whole:
                programme.whole_extreme(variables[0], largest=True, nodes=NODES)
            else:
                programme.extreme(variables[0], largest=True)
    except ContradictionError:
        return True
    return False


def _said(origins: Sequence[Origin]) -> str:
    named = list(dict.fromkeys(map(said, sorted(origins, key=lambda each: isinstance(each, Sum)))))
    more = f"; and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return (
        "the published numbers contradict one another, so nothing can be said of what they give"
        f" away. These cannot all be right: {'; '.join(named[:_NAMED])}{more}. Mend one of them,"
        " or the total it stands in"
    )
