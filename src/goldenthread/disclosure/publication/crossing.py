"""Where three tables share their dimensions two by two, the cells inside that all three add up.

Ward by issue, issue by age and ward by age are three faces of one cube: whatever stands inside it
has to make all three at once, and that limits what can stand hidden on a face more than any face
does by itself. Nobody prints the inside; it is brought in as cells of unknown count.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations, product

from goldenthread.disclosure.publication.model import Cell, Total

# A cube of more cells than this is left out; so is the rest once so many are in.
LARGEST_CUBE, LARGEST = 2_000, 12_000

# A face: its measure, and where it stands on every dimension but its own two.
_Face = tuple[str, frozenset[tuple[str, str]]]


def inside_cubes(known: Iterable[Cell], totals: Iterable[Total]) -> set[Cell]:
    """The innermost cells of every cube of which all three faces have known cells.

    At most ``LARGEST`` of them: smaller cubes first.
    """
    hierarchies = _Roots(totals)
    faces: dict[tuple[str, str], dict[_Face, set[tuple[str, str]]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for cell in known:
        for (one, first), (other, second) in combinations(hierarchies.open(cell), 2):
            rest = frozenset(cell.at) - {(one, first), (other, second)}
            faces[one, other][cell.measure, rest].add((first, second))
    cubes = sorted(
        (sorted(cube) for cube in _cubes(faces, hierarchies)),
        key=lambda cube: (len(cube), cube[:1]),
    )
    found: set[Cell] = set()
    for cube in cubes:
        if len(found) + len(cube) > LARGEST:
            break
        found.update(cube)
    return found


def _cubes(
    faces: Mapping[tuple[str, str], Mapping[_Face, set[tuple[str, str]]]], hierarchies: "_Roots"
) -> Iterable[list[Cell]]:
    axes = sorted({axis for pair in faces for axis in pair})
    for one, other, third in combinations(axes, 3):
        for (measure, rest), front in faces.get((one, other), {}).items():
            tops = hierarchies.of(third) & {at for axis, at in rest if axis == third}
            for top in tops:
                common = rest - {(third, top)}
                side = _face(faces, (one, third), measure, common, other, hierarchies)
                base = _face(faces, (other, third), measure, common, one, hierarchies)
                members = [
                    {a for a, _ in front} & {a for a, _ in side},
                    {b for _, b in front} & {b for b, _ in base},
                    {c for _, c in side} & {c for _, c in base},
                ]
                kept = [
                    hierarchies.lowest(axis, own)
                    for axis, own in zip((one, other, third), members, strict=True)
                ]
                if 0 < len(kept[0]) * len(kept[1]) * len(kept[2]) <= LARGEST_CUBE:
                    yield [
                        Cell.of(measure, dict(common) | {one: a, other: b, third: c})
                        for a, b, c in product(*kept)
                    ]


def _face(
    faces: Mapping[tuple[str, str], Mapping[_Face, set[tuple[str, str]]]],
    axes: tuple[str, str],
    measure: str,
    common: frozenset[tuple[str, str]],
    without: str,
    hierarchies: "_Roots",
) -> set[tuple[str, str]]:
    """The pairs of a face, whichever whole it stands at on the dimension it lacks."""
    held: set[tuple[str, str]] = set()
    for top in hierarchies.of(without):
        held |= faces.get(axes, {}).get((measure, common | {(without, top)}), set())
    return held


class _Roots:
    """Each dimension's wholes that are parts of nothing, and what lies below."""

    def __init__(self, totals: Iterable[Total]) -> None:
        every = list(totals)
        parts = {(total.dimension, part) for total in every for part in total.parts}
        self.parts: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.roots: dict[str, set[str]] = defaultdict(set)
        for total in every:
            self.parts[total.dimension, total.whole].update(total.parts)
            if (total.dimension, total.whole) not in parts:
                self.roots[total.dimension].add(total.whole)

    def of(self, axis: str) -> set[str]:
        """The wholes of a dimension that are parts of nothing."""
        return self.roots.get(axis, set())

    def open(self, cell: Cell) -> list[tuple[str, str]]:
        """Where a cell stands below the whole, on dimensions that have one."""
        return [
            (axis, at) for axis, at in cell.at if axis in self.roots and at not in self.of(axis)
        ]

    def lowest(self, axis: str, members: set[str]) -> list[str]:
        """The members without those that have others of them below."""
        return sorted(
            member for member in members if not self.parts.get((axis, member), set()) & members
        )
