"""The door: a release's folder goes in, and comes out safe, or nothing comes out.

What is attacked is what is written: the safe files are made, read back as anybody would read
them, and attacked together with the ledger. Only then is the folder put in its place, and only
then is the copy kept in the ledger.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from goldenthread.disclosure.attack import Attacked, Leak, attack
from goldenthread.disclosure.outputs import write_whole
from goldenthread.disclosure.protection.choosing import Progress
from goldenthread.disclosure.protection.model import Protected, RefusedError
from goldenthread.disclosure.protection.protect import SECONDS, protect, protect_by_rounding
from goldenthread.disclosure.publication.ledger import add_to_ledger, read_ledger
from goldenthread.disclosure.publication.model import Cell, Publication
from goldenthread.disclosure.publication.reading import (
    Folder,
    publication_of,
    read_folder,
    read_publication,
)
from goldenthread.disclosure.publication.writing import files_of
from goldenthread.disclosure.rules import Rule
from goldenthread.nouns import GoldenThreadError

SENTENCES = "sentences"
"""What the statements of a release are counted under, beside its tables."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """How much of one table is hidden: numbers printed before, small ones, others beside them."""

    table: str
    printed: int
    primary: int
    secondary: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A release that went through the door.

    ``attacked`` is the attack on what was written. ``inherited`` is what earlier releases give
    away by themselves; it is for those inside, and stands in no file written here.
    """

    protected: Protected
    attacked: Attacked
    tables: tuple[Hidden, ...]
    kept_in: Path | None

    @property
    def inherited(self) -> tuple[Leak, ...]:
        """What the earlier releases give away as it stands."""
        return self.attacked.inherited


def pass_through(
    release: Path,
    rule: Rule,
    out: Path,
    *,
    ledger: Path | None = None,
    base: int = 0,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> Passed:
    """Protect the release in a folder and write it to ``out``, whole, or not at all.

    With ``ledger`` the earlier releases in it count as known to all, and a copy is kept there. With
    ``base`` counts are rounded to multiples of it, rather than small ones hidden; what would be
    given away all the same is hidden then too.
    Raises RefusedError, naming a cell, where the release cannot be shown to be safe; then nothing
    has been written. Raises GoldenThreadError where a folder cannot be read or used.
    """
    folder = read_folder(release)
    publication = publication_of(folder)
    if publication.rule is not None:
        raise GoldenThreadError(
            f"{release} says by its rule that it is protected already: name the release as it is"
            " inside"
        )
    earlier = _earlier(ledger, publication.name)
    found = _protected(folder, publication, rule, earlier, base, seconds, progress)
    files = files_of(found.publication, folder)
    _refuse_another(ledger, publication.name, files)
    attacked = _attack_on(files, earlier, progress)
    if not attacked.shown_safe:
        cells = [leak.cell for leak in attacked.leaks] + [each.cell for each in attacked.unproved]
        raise RefusedError(
            f"{cells[0]} can be worked out from the files as they would be written: nothing was"
            " written; leave that count out of the release",
            tuple(cells),
        )
    _refuse_what_is_public(attacked, found.small)
    write_whole(out, files)
    if ledger is not None:
        _keep(ledger, out)
    return Passed(
        protected=found,
        attacked=attacked,
        tables=tuple(_by_table(folder, publication, found)),
        kept_in=None if ledger is None else ledger / publication.name,
    )


def _protected(
    folder: Folder,
    publication: Publication,
    rule: Rule,
    earlier: Sequence[Publication],
    base: int,
    seconds: float,
    progress: Progress | None,
) -> Protected:
    if not base:
        return protect(
            publication,
            rule.stated(),
            earlier,
            symbol=rule.symbol,
            seconds=seconds,
            progress=progress,
        )
    _refuse_mixed_tables(folder, publication)
    statements = len(folder.layout.statement)
    return protect_by_rounding(
        publication,
        rule.stated(),
        earlier,
        base=base,
        sentences=range(len(publication.items) - statements, len(publication.items)),
        symbol=rule.symbol,
        seconds=seconds,
        progress=progress,
    )


def _refuse_mixed_tables(folder: Folder, publication: Publication) -> None:
    """Refuse tables of which one part would be rounded and another not: a reader could not tell."""
    for table in folder.tables:
        sensitive = {row.measure in publication.sensitive for row in table.rows}
        if len(sensitive) > 1 and not table.entry.inside and not table.entry.percent_of:
            raise GoldenThreadError(
                f"{table.entry.file} holds counts of children and others: to round the one and not"
                " the other put them in two tables"
            )


def _earlier(ledger: Path | None, name: str) -> tuple[Publication, ...]:
    """The releases of the ledger, but for this one, put there when it was written before."""
    if ledger is None:
        return ()
    return tuple(each for each in read_ledger(ledger) if each.name != name)


def _refuse_another(ledger: Path | None, name: str, files: Mapping[str, bytes]) -> None:
    """Refuse a name that the ledger holds already, unless it is the same release to the letter."""
    kept = None if ledger is None else ledger / name
    if kept is None or not kept.exists():
        return
    if any(
        not (kept / file).is_file() or (kept / file).read_bytes() != files[file] for file in files
    ):
        raise GoldenThreadError(
            f"the ledger has another release called {name}: what was published stays published;"
            " give this one a name of its own in release.toml"
        )


def _attack_on(
    files: Mapping[str, bytes], earlier: Sequence[Publication], progress: Progress | None
) -> Attacked:
    """The attack on the files as they would stand in the folder."""
    with TemporaryDirectory(prefix="goldenthread-") as folder:
        for name, content in files.items():
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_bytes(content)
        written = read_publication(Path(folder))
    if written.rule is None:
        raise GoldenThreadError("the files as written say no rule: nothing was written")
    return attack(written, written.rule, earlier, progress=progress)


def _refuse_what_is_public(attacked: Attacked, small: Collection[Cell]) -> None:
    """Refuse where a small count of the release can be worked out from earlier ones already.

    To hide it would promise a protection that is not there; a person has to decide.
    """
    public = [leak for leak in attacked.inherited if leak.cell in set(small)]
    if public:
        raise RefusedError(
            f"{public[0].cell} can be worked out from earlier releases already and cannot be"
            " protected any more: leave it out of this release, or if it has to be there put the"
            " symbol in its place in the release yourself",
            tuple(leak.cell for leak in public),
        )


def _keep(ledger: Path, out: Path) -> None:
    try:
        add_to_ledger(ledger, out)
    except (OSError, GoldenThreadError) as error:
        raise GoldenThreadError(
            f"{out} was written, but its copy could not be kept in {ledger} ({error}): mend that"
            " and run this again before anything is published"
        ) from error


def _by_table(folder: Folder, publication: Publication, found: Protected) -> Sequence[Hidden]:
    """How much is hidden in each table, and in the sentences, where there are any."""
    sizes = [
        (table.entry.file, len(table.rows)) for table in folder.tables if not table.entry.inside
    ]
    if folder.layout.statement:
        sizes.append((SENTENCES, len(folder.layout.statement)))
    counted, start = [], 0
    for name, size in sizes:
        places = range(start, start + size)
        counted.append(
            Hidden(
                name,
                sum(1 for at in places if not publication.items[at].hidden),
                sum(1 for at in places if at in found.primary),
                sum(1 for at in places if at in found.secondary),
            )
        )
        start += size
    return counted
