"""The whole errand: find each data set, bring what is new, keep what is here, record it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.fetching.download import LARGEST, Part, Progress, download
from goldenthread.sources.fetching.ledger import Entry, Ledger
from goldenthread.sources.fetching.service import DataSet, Service, Version
from goldenthread.sources.fetching.unpacking import digest_of, unpack
from goldenthread.sources.fetching.wanted import Wanted, wanted


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one data set.

    ``result`` is ``fetched``, ``already here`` or ``not offered``; ``entry`` is None for the last,
    and ``advice`` then says where a person finds the file.
    """

    wanted: Wanted
    result: str
    entry: Entry | None
    advice: str = ""


def fetch(
    folder: Path,
    service: Service,
    names: Sequence[str] = (),
    ids: Mapping[str, UUID] | None = None,
    progress: Callable[[Wanted], Progress] | None = None,
    largest: int = LARGEST,
) -> Iterator[Outcome]:
    """Fetch the named data sets (all where none is named) into ``folder``, one by one.

    ``ids`` states a data set's id where it is known. ``progress`` is asked, for each data set that
    is fetched, whom to tell how much has come. Raises GoldenThreadError for a name nobody knows,
    or where the service fails; what was fetched before stays, and a file that broke off goes on
    from there next time.
    """
    known = wanted()
    for name in [*names, *(ids or {})]:
        if name not in known:
            raise GoldenThreadError(
                f"{name} is not a data set that can be fetched: choose from {', '.join(known)}."
            )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GoldenThreadError(
            f"The folder {folder} cannot be made ({error.strerror}): choose another with --out."
        ) from error
    ledger = Ledger(folder)
    for name in names or known:
        want = known[name]
        found = _find(service, want, ledger, (ids or {}).get(name))
        if found is None or found.latest is None:
            advice = f"download it by hand from {want.page} and keep it in {folder}"
            yield Outcome(want, "not offered", None, advice)
        elif (entry := _here_already(folder, ledger, want, found)) is not None:
            yield Outcome(want, "already here", entry)
        else:
            tell = progress(want) if progress else _tell_nobody
            entry = _bring(folder, service, want, found, found.latest, tell, largest)
            ledger.record(entry)
            yield Outcome(want, "fetched", entry)


def _find(service: Service, want: Wanted, ledger: Ledger, id: UUID | None) -> DataSet | None:
    """By the id stated, else by the id found last time, else by publication and title."""
    if id is not None:
        if (stated := service.data_set(id)) is None:
            raise GoldenThreadError(
                f"The service knows no data set {id}: check the id given for {want.name}, or leave"
                " it out to look it up by its title."
            )
        return stated
    if (earlier := ledger.get(want.name)) and (known := service.data_set(UUID(earlier.id))):
        return known
    return service.find(want)


def _here_already(folder: Path, ledger: Ledger, want: Wanted, found: DataSet) -> Entry | None:
    entry = ledger.get(want.name)
    if entry is None or found.latest is None:
        return None
    if (entry.id, entry.version) != (str(found.id), found.latest.version):
        return None
    path = folder / Path(entry.file).name
    return entry if path.is_file() and digest_of(path) == entry.sha256 else None


def _bring(
    folder: Path,
    service: Service,
    want: Wanted,
    found: DataSet,
    version: Version,
    progress: Progress,
    largest: int,
) -> Entry:
    years = _ending(version.years.start), _ending(version.years.end)
    target = folder / want.file_name(*years)
    url = f"{service.csv_address(found.id)}?dataSetVersion={version.version}"
    part = Part(folder / f".{want.name}.part")
    download(
        service.client,
        url,
        part,
        patience=service.patience,
        progress=progress,
        largest=largest,
    )
    try:
        digest, size = unpack(part.path, target, largest)
    finally:
        part.forget()
    return Entry(
        dataset=want.name,
        file=target.name,
        title=found.title,
        id=str(found.id),
        version=version.version,
        years=f"{version.years.start} to {version.years.end}",
        published=version.published.isoformat() if version.published else "",
        url_path=url.removeprefix(service.address),
        sha256=digest,
        bytes=size,
        when=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _ending(period: str) -> str:
    """The year a period ends in, for a file's name: ``2023/24`` and ``2024`` are 2024.

    Only digits ever come out of it, whatever the service says.
    """
    if years := re.match(r"(\d{4})(?:[/-](\d{2,4}))?", period, re.ASCII):
        first, second = years[1], years[2]
        return first if second is None else first[: 4 - len(second)] + second
    raise GoldenThreadError(
        "The service gives a data set’s years in a form that is not understood: try again later,"
        " or download the file by hand."
    )


def _tell_nobody(received: int, total: int | None) -> None:
    """Nobody is watching."""
