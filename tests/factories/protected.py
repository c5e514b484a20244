"""A release as it is inside, and each of its tables as the public reads it once it is protected."""

from pathlib import Path

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.protection import pass_through
from goldenthread.disclosure.publication import read_ledger, read_publication
from goldenthread.disclosure.rules import rule_named
from tests.factories.releases import a_release


def inside(
    folder: Path, description: str, *, name: str = "contacts-2023-24", **tables: str
) -> Path:
    """Write a release with its true counts."""
    return a_release(folder / "inside" / name, description, name=name, rule="", **tables)


def protected(
    folder: Path, release: Path, *, ledger: Path | None = None
) -> dict[str, dict[str, str]]:
    """Each table as the public reads it: what stands at each place. The attack finds nothing."""
    safe = folder / "safe" / release.name
    pass_through(release, rule_named("local"), safe, ledger=ledger)
    assert attack(read_publication(safe), earlier=read_ledger(ledger) if ledger else ()).safe
    return {path.stem: _rows(path) for path in sorted(safe.glob("*.csv"))}


def _rows(path: Path) -> dict[str, str]:
    lines = [line.rpartition(",") for line in path.read_text().splitlines()[1:]]
    return {place: value for place, _, value in lines}
