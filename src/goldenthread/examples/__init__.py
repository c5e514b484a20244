"""Examples to run at once: a partnership's published figures, as facts with their source.

Data, not code. One folder for each partnership; ``folder`` gives its place on disk.
"""

from importlib.resources import files
from pathlib import Path

from goldenthread.nouns import GoldenThreadError


def folder(name: str = "luton") -> Path:
    """The folder of one embedded example, as installed.

    Raises GoldenThreadError, naming those there are, for another name, and where the package is
    kept inside a zip file, from which a report cannot be built.
    """
    here = Path(str(files(__name__)))
    if not here.is_dir():
        raise GoldenThreadError(
            "The examples are inside a zip file: install goldenthread with pip, which unpacks it."
        )
    known = sorted(place.parent.name for place in here.glob("*/partnership.toml"))
    if name not in known:
        raise GoldenThreadError(f"There is no example {name!r}; there is {', '.join(known)}.")
    return here / name
