"""Spoils files of made-up children as real ones are spoilt, and tells what it did where.

The faults are those seen in the field: spellings, wrong codes, blank cells, days that cannot be,
days swapped, children twice, columns renamed, a file cut off, text among days, spaces, the wrong
year. Tests compare what is told here with the faults that a reader finds.
"""

from collections.abc import Sequence
from pathlib import Path

from goldenthread.nouns import GoldenThreadError
from goldenthread.synthetic.corruption.damage import DAMAGES, Planted
from goldenthread.synthetic.corruption.files import opened
from goldenthread.synthetic.corruption.targets import targets
from goldenthread.synthetic.draws import Draws

FAULTS = (*DAMAGES, "cut_off")

# Part of a file that is left when it is cut off.
_LEFT = 0.7


def corrupt(
    kind: str,
    paths: Sequence[Path],
    folder: Path,
    seed: int,
    *,
    faults: Sequence[str] = tuple(DAMAGES),
    each: int = 3,
) -> tuple[list[Path], list[Planted]]:
    """Copies of a return's files with faults in them: the copies, and every fault planted.

    ``faults`` are of ``FAULTS``; of each, ``each`` are planted in every file, sheet or element
    that has a place for it. Nothing is spoilt twice, so what is told is what is there. Same
    arguments, same bytes. Raises GoldenThreadError for a fault or a format nobody knows.
    """
    if unknown := set(faults) - set(FAULTS):
        raise GoldenThreadError(
            f"There is no fault {', '.join(sorted(unknown))}: choose of {', '.join(FAULTS)}."
        )
    folder.mkdir(parents=True, exist_ok=True)
    made, planted = [], []
    for at, path in enumerate(sorted(paths)):
        draws = Draws(seed, at)
        file = opened(path)
        for grid in file.grids:
            target = targets(kind, grid.name)
            if target is None:
                continue
            for fault in faults:
                if fault in DAMAGES:
                    planted += DAMAGES[fault](grid, target, draws, each, path.name)
        copy = folder / path.name
        file.write(copy)
        if "cut_off" in faults:
            planted.append(_cut_off(copy))
        made.append(copy)
    return made, planted


def _cut_off(path: Path) -> Planted:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * _LEFT)])
    return Planted("cut_off", "", path.name, "", 0, "")
