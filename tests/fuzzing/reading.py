"""``python -m tests.fuzzing.reading WRITTEN READ FOLDER SECONDS SEED``: fuzzes one format's reader.

WRITTEN is the kind of return that is made up, READ the reader's.

Atheris changes bytes of small made-up returns and keeps the changes that lead to code not seen
before. Its library ends the process itself, with an exit code other than 0 at the first input that
raises anything but a GoldenThreadError, loses a row without a fault, takes more than half a minute
or more memory than allowed; that input is left in FOLDER as ``crash-...``.

One file of the return is fuzzed at a time: the first byte of an input says which. Of a workbook
it may be a part within, since a changed byte in a packed file is no more than a broken file.
"""

import os
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

# Before anything else imports the readers: what is imported already is not watched.
with atheris.instrument_imports(include=["goldenthread.sources", "goldenthread.tables"]):
    from goldenthread.sources.returns.kinds import Kind, kinds

    KINDS = {each.KIND: each for each in kinds()}

from goldenthread.nouns import GoldenThreadError
from goldenthread.synthetic import histories, write

AREA, YEAR, SIZE = "821", 2024, 0.005
MEMORY = 2_000  # megabytes
HALF_A_MINUTE = 30
_LONGEST = 60_000  # bytes of a seed; longer ones are cut, which a reader must stand too

Return = dict[str, bytes]


class LostError(Exception):
    """A row came in and was neither kept nor reported."""


def seeds(kind: str) -> Return:
    """The files of a small made-up return, by name."""
    tables = histories({AREA: SIZE}, [YEAR], seed=1)
    with TemporaryDirectory() as folder:
        files = write(kind, tables, AREA, YEAR, Path(folder))
        return {file.name: file.read_bytes() for file in sorted(files)}


def targets(whole: Return) -> list[tuple[bytes, Callable[[bytes], Return]]]:
    """What may be fuzzed: its bytes, and the return with other bytes in their place."""
    found: list[tuple[bytes, Callable[[bytes], Return]]] = []
    for name, content in whole.items():
        found.append((content, lambda other, name=name: {**whole, name: other}))  # type: ignore[misc]
        if not zipfile.is_zipfile(BytesIO(content)):
            continue
        with zipfile.ZipFile(BytesIO(content)) as packed:
            parts = {part: packed.read(part) for part in packed.namelist()}
        for part, told in parts.items():
            found.append((
                told,
                lambda other, name=name, part=part, parts=parts: {  # type: ignore[misc]
                    **whole, name: _packed({**parts, part: other})
                },
            ))  # fmt: skip
    return found


def _packed(parts: Return) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for part, content in parts.items():
            packed.writestr(part, content)
    return made.getvalue()


def hold(kind: Kind, folder: Path, files: Return) -> None:
    """Read a return, and see that every row is accounted for.

    Raises LostError where one is not, and whatever the reader does but a GoldenThreadError.
    """
    paths = [folder / name for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    for path in paths:
        kind.recognises(path)
    try:
        got = kind.read(paths, area=AREA, year=YEAR)
    except GoldenThreadError:
        return
    for name, balance in got.balances.items():
        if not 0 <= balance.kept <= balance.came_in:
            raise LostError(f"{name}: {balance.kept} kept of {balance.came_in}")
        if balance.reported and not len(got.found):
            raise LostError(f"{name}: {balance.reported} not kept, and nothing reported")


def main() -> None:
    """Fuzz until the time is over; does not come back."""
    written, name, out, seconds, seed = sys.argv[1:6]
    kind = KINDS[name]
    fuzzed = targets(seeds(written))
    corpus = Path(out) / "corpus"
    corpus.mkdir(parents=True)
    for at, (content, _) in enumerate(fuzzed):
        (corpus / f"seed-{at:03}").write_bytes(bytes([at]) + content[:_LONGEST])
    memory = Path("/dev/shm")
    place = TemporaryDirectory(dir=memory if memory.is_dir() else None)

    def one(data: bytes) -> None:
        if data:
            _, with_other = fuzzed[data[0] % len(fuzzed)]
            hold(kind, Path(place.name), with_other(data[1:]))

    given = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={seconds}",
        f"-seed={seed}",
        f"-rss_limit_mb={MEMORY}",
        f"-timeout={HALF_A_MINUTE}",
        # It goes by the clock, and a machine may stand still for ten seconds, its default.
        f"-report_slow_units={HALF_A_MINUTE}",
        f"-max_len={_LONGEST + 1}",
        f"-artifact_prefix={out}{os.sep}",
        "-print_final_stats=1",
    ]
    atheris.Setup(given, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
