"""Random releases of linked tables as folders: hierarchies, overlaps, shares, sentences, a ledger.

``choose`` is anything that chooses one of several: Hypothesis's own, so that a failing case
shrinks, or ``random.Random(seed).choice``. All releases of one world tell of the same children.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

from goldenthread.disclosure.publication.toml import toml
from goldenthread.nouns import round_half_away

Choose = Callable[[Sequence[Any]], Any]
Place = tuple[str, str, str]

AXES = ("area", "period", "issue")
WHOLES = {"area": "Luton", "period": "Q1", "issue": "Any"}
SMALL_AND_LARGE = (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 14, 18, 25, 40, 70)
# Wards, months and issues: small enough that a case takes a moment.
SIZES = (
    *((2, 1, 1), (3, 1, 1), (2, 2, 1), (2, 1, 2), (3, 2, 1)),
    *((3, 1, 2), (2, 2, 2), (3, 3, 1), (4, 2, 1), (2, 1, 3)),
)
SENSITIVE = ("contacts", "referrals", "other contacts")
CHILDREN = "children"


@dataclass
class World:
    """The truth: every category's inner ones, and the counts of each measure at inner places."""

    below: Mapping[str, Mapping[str, tuple[str, ...]]]
    totals: Mapping[str, list[dict[str, Any]]]
    counts: Mapping[str, Mapping[Place, int]]
    population: Mapping[str, int]

    def count(self, measure: str, place: Place) -> int:
        """The true count at a place, inner or not."""
        if measure == CHILDREN:
            return sum(self.population[ward] for ward in self.below["area"][place[0]])
        if measure == "contacts":
            return self.count("referrals", place) + self.count("other contacts", place)
        inner = product(*(self.below[axis][at] for axis, at in zip(AXES, place, strict=True)))
        return sum(self.counts[measure][each] for each in inner)


@dataclass
class Folder:
    """A release's folder before it is written: its tables, its sentences."""

    world: World
    name: str
    published: str
    tables: list[dict[str, Any]] = field(default_factory=list)
    statements: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """Write it and give the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in self.all_files().items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    def all_files(self) -> dict[str, str]:
        """Every file by name."""
        content: dict[str, Any] = {
            "schema": 1,
            "name": self.name,
            "published": self.published,
            "sensitive": list(SENSITIVE),
            "dimension": [
                {"name": axis, "whole": WHOLES[axis], "total": self.world.totals[axis]}
                for axis in AXES
            ],
            "table": self.tables,
            "measure_total": [{"is": "contacts", "of": ["referrals", "other contacts"]}],
        }
        if self.statements:
            content["statement"] = self.statements
        text = toml(content).replace(f'"{self.published}"', self.published)
        return {"release.toml": text, **self.files}


def a_world(choose: Choose, *, sizes: tuple[int, int, int]) -> World:
    """Wards with overlapping geographies, months of a quarter, issues in a group or not."""
    wards, months, issues = sizes
    names = {
        "area": tuple(f"ward {at}" for at in range(wards)),
        "period": tuple(f"2024-0{at + 1}" for at in range(months)),
        "issue": tuple(f"issue {at}" for at in range(issues)),
    }
    totals: dict[str, list[dict[str, Any]]] = {
        axis: [{"is": WHOLES[axis], "of": list(members)}] for axis, members in names.items()
    }
    if wards > 2:
        totals["area"].append({"is": "locality", "of": list(names["area"][:2])})
        totals["area"].append({"is": "cluster", "of": list(names["area"][1:])})
    if issues > 2:
        grouped = list(names["issue"][:2])
        totals["issue"] = [
            {"is": "harm", "of": grouped},
            {"is": WHOLES["issue"], "of": ["harm", *names["issue"][2:]]},
        ]
    if choose((False, False, True)):
        totals["area"][0]["complete"] = False
        names["area"] = (*names["area"], "of no ward")
    below = {axis: _below(names[axis], totals[axis]) for axis in AXES}
    below["area"][WHOLES["area"]] = names["area"]
    inner = list(product(*names.values()))
    counts = {
        measure: {place: choose(SMALL_AND_LARGE) for place in inner}
        for measure in ("referrals", "other contacts")
    }
    population = {ward: choose((90, 250, 731, 1804)) for ward in names["area"]}
    return World(below, totals, counts, population)


def _below(members: Sequence[str], totals: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    below = {member: (member,) for member in members}
    for total in totals:
        below[total["is"]] = tuple(each for part in total["of"] for each in below[part])
    return below


def a_folder(choose: Choose, world: World, number: int, *, tables: int) -> Folder:
    """A release of so many random tables of the world, with sentences, all true."""
    folder = Folder(world, f"release-{number}", f"2024-{number + 3:02d}-28")
    for at in range(tables):
        kind = choose(("counts", "counts", "counts", "share", "part", "rate"))
        _TABLES[kind](choose, folder, f"t{at}")
    for at in range(choose((0, 0, 1, 2))):
        measure, place = choose(SENSITIVE), _place(choose, world)
        folder.statements.append(
            {
                "measure": measure,
                "at": dict(zip(AXES, place, strict=True)),
                "value": world.count(measure, place),
                "place": f"sentence {at + 1}",
            }
        )
    return folder


def _counts(choose: Choose, folder: Folder, name: str) -> None:
    measure = choose((*SENSITIVE, "referrals", "both"))
    world, axes, places = folder.world, *_places(choose, folder.world)
    measures = ("referrals", "other contacts", "contacts") if measure == "both" else (measure,)
    rows = [
        [each, *_at(axes, place), world.count(each, place)]
        for each in measures
        for place in places
        if choose((True,) * 9 + (False,))
    ]
    _table(folder, {"file": f"{name}.csv"}, ["measure", *axes, "value"], rows)


def _share(choose: Choose, folder: Folder, name: str) -> None:
    """The referrals that contacts led to, as percentages."""
    _of(choose, folder, name, "referrals", "contacts", {}, 100)


def _part(choose: Choose, folder: Folder, name: str) -> None:
    """Each issue, ward or month as a percentage of all."""
    axis = choose(AXES)
    _of(choose, folder, name, "contacts", "contacts", {axis: WHOLES[axis]}, 100)


def _rate(choose: Choose, folder: Folder, name: str) -> None:
    """Referrals by 10,000 children, the children printed too."""
    world = folder.world
    of = {axis: WHOLES[axis] for axis in ("period", "issue")}
    _of(choose, folder, name, "referrals", CHILDREN, of, 10000)
    places = [(area, *of.values()) for area in world.below["area"]]
    rows = [[place[0], world.count(CHILDREN, place)] for place in places]
    entry = {"file": f"{name}_children.csv", "measure": CHILDREN}
    _table(folder, entry, ["area", "value"], rows)


def _of(
    choose: Choose,
    folder: Folder,
    name: str,
    measure: str,
    base: str,
    base_at: dict[str, str],
    per: int,
) -> None:
    world, axes, places = folder.world, *_places(choose, folder.world)
    decimals = choose((0, 1, 1))
    rows = []
    for place in places:
        other = tuple(base_at.get(axis, at) for axis, at in zip(AXES, place, strict=True))
        count, whole = world.count(measure, place), world.count(base, other)  # type: ignore[arg-type]
        if whole and choose((True, True, True, False)):
            value = round_half_away(Fraction(per * count, whole), decimals)
            rows.append([*_at(axes, place), f"{value:f}", count, whole])
    entry = {"file": f"{name}.csv", "measure": measure, "percent_of": base, "base_at": base_at}
    columns = [*axes, "value", "numerator", "denominator"]
    _table(folder, entry | {"per": per, "decimals": decimals}, columns, rows)


def _places(choose: Choose, world: World) -> tuple[list[str], list[Place]]:
    """The axes a table has, and its rows: each with a margin or not."""
    axes = list(choose((AXES[:1], AXES[1:2], AXES[:2], AXES[1:], (AXES[0], AXES[2]), AXES)))
    categories = []
    for axis in AXES:
        if axis not in axes:
            categories.append([WHOLES[axis]])
        else:
            every = [at for at in world.below[axis] if at != "of no ward"]
            categories.append(every if choose((True, True, False)) else _inner(world, axis))
    return axes, list(product(*categories))  # type: ignore[arg-type]


def _inner(world: World, axis: str) -> list[str]:
    held = world.below[axis]
    return [at for at, below in held.items() if below == (at,) and at != "of no ward"]


def _place(choose: Choose, world: World) -> Place:
    at = [choose([each for each in world.below[axis] if each != "of no ward"]) for axis in AXES]
    return at[0], at[1], at[2]


def _at(axes: Sequence[str], place: Place) -> list[str]:
    return [at for axis, at in zip(AXES, place, strict=True) if axis in axes]


def _table(
    folder: Folder, entry: dict[str, Any], columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    lines = [",".join(map(str, row)) for row in [columns, *rows]]
    folder.tables.append(entry)
    folder.files[entry["file"]] = "".join(f"{line}\n" for line in lines)


_TABLES: dict[str, Callable[[Choose, Folder, str], None]] = {
    "counts": _counts,
    "share": _share,
    "part": _part,
    "rate": _rate,
}
