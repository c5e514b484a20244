"""The ledger: what earlier releases printed, which everybody has and nobody can hide any more.

A folder with a copy of each protected release in a subfolder of its name. An earlier release and
a new one are put together before either is judged: a year's total published in April meets the
months published since last May.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from goldenthread.disclosure.outputs import write_whole
from goldenthread.disclosure.publication.checking import check_spelling, check_totals
from goldenthread.disclosure.publication.layout import FILE, read_layout
from goldenthread.disclosure.publication.model import Cell, Item, Publication, Total
from goldenthread.disclosure.publication.reading import read_publication
from goldenthread.disclosure.publication.sums import sums_of
from goldenthread.nouns import GoldenThreadError


def read_ledger(folder: Path) -> tuple[Publication, ...]:
    """Every release of the ledger, the earliest first; none where the folder is not there yet.

    Raises GoldenThreadError where one cannot be read or holds what is not for the public.
    """
    if not folder.exists():
        return ()
    if not folder.is_dir():
        raise GoldenThreadError(f"{folder} is a file: name the ledger's folder")
    found = []
    for below in sorted(folder.iterdir()):
        if not below.is_dir() or below.name.startswith("."):
            continue
        try:
            release = read_publication(below)
        except GoldenThreadError as error:
            raise GoldenThreadError(f"ledger, {below.name}: {error}") from error
        if release.rule is None:
            raise GoldenThreadError(
                f"ledger, {below.name}: it says no rule, so it is not a protected release; take it"
                " out, and put there what was published"
            )
        if release.name != below.name:
            raise GoldenThreadError(
                f"ledger, {below.name}: it holds the release {release.name}; give the folder that"
                " name"
            )
        found.append(release)
    return tuple(sorted(found, key=lambda release: (release.published, release.name)))


def add_to_ledger(ledger: Path, safe: Path) -> None:
    """Keep a copy of a protected release, whole or not at all, in a subfolder of its name.

    The same release may be added again. Raises GoldenThreadError where another one of that name
    is there already: what was published stays published.
    """
    release = read_publication(safe)
    if release.rule is None:
        raise GoldenThreadError(f"{safe} says no rule: only a protected release is kept")
    names = [FILE, *(each.file for each in read_layout(safe).table)]
    files = {name: (safe / name).read_bytes() for name in names}
    kept = ledger / release.name
    if kept.exists():
        before = {name: _bytes(kept / name) for name in names}
        if before != files:
            raise GoldenThreadError(
                f"the ledger has another release called {release.name}: give this one a name of"
                " its own in release.toml, since the other stays public"
            )
        return
    write_whole(kept, files)


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def combined(publication: Publication, earlier: Sequence[Publication]) -> Publication:
    """The publication and the earlier releases as one: all that is known once it is out.

    Its own items come first. Places in earlier releases begin with the release's name. Rule,
    name, day and inside counts are the publication's own. Raises GoldenThreadError where the
    hierarchies or the spellings of two releases do not go together.
    """
    others = [release for release in earlier if not same_release(release, publication)]
    if not others:
        return publication
    every = [publication, *others]
    wholes = _agreed_wholes(every)
    totals = _without_repeats([total for release in every for total in release.totals])
    check_totals(totals)
    items = [
        _at_home(item, wholes, f"{release.name}: " if release is not publication else "")
        for release in every
        for item in release.items
    ]
    cells = {cell for item in items for cell in (item.cell, item.base) if cell is not None}
    check_spelling(cells, totals)
    return replace(
        publication,
        items=tuple(items),
        sums=sums_of(cells, totals),
        sensitive=frozenset().union(*(release.sensitive for release in every)),
        counts={_filled(cell, wholes): count for cell, count in publication.counts.items()},
        totals=totals,
        wholes=wholes,
    )


def same_release(one: Publication, other: Publication) -> bool:
    """Whether a release in the ledger is this very one, put there when it was written."""
    return one.name == other.name and one.published == other.published and one.items == other.items


def _agreed_wholes(every: Sequence[Publication]) -> dict[str, str]:
    """Where a cell stands on a dimension it does not name, if all who say so agree."""
    said: dict[str, set[str]] = defaultdict(set)
    for release in every:
        for dimension, whole in release.wholes.items():
            said[dimension].add(whole)
    return {
        dimension: next(iter(wholes))
        for dimension, wholes in sorted(said.items())
        if len(wholes) == 1
    }


def _without_repeats(totals: list[Total]) -> tuple[Total, ...]:
    """Each hierarchy once, whatever order two releases list its members in."""
    once = {
        (each.dimension, each.whole, frozenset(each.parts), each.complete): each
        for each in reversed(totals)
    }
    return tuple(reversed(once.values()))


def _at_home(item: Item, wholes: Mapping[str, str], release: str) -> Item:
    base = None if item.base is None else _filled(item.base, wholes)
    return replace(item, cell=_filled(item.cell, wholes), base=base, place=f"{release}{item.place}")


def _filled(cell: Cell, wholes: Mapping[str, str]) -> Cell:
    return Cell.of(cell.measure, dict(wholes) | dict(cell.at))
