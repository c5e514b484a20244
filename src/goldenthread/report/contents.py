"""The contents of a report: a file that a partnership edits, read and checked.

Sections come in the order of the file. Each says which kinds of content it holds, so that an
edition of the statutory guidance can be checked against it, and lists blocks; each block shows
indicators in one way. Prose is looked for in files named after the section or block.
"""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from goldenthread.indicators import catalogue
from goldenthread.nouns import GoldenThreadError
from goldenthread.report.editions import SECTION_KINDS

Show = Literal[
    "indicator",
    "scorecard",
    "months",
    "ranked",
    "grid",
    "stacked",
    "small_multiples",
    "local",
    "outliers",
    "restatements",
    "measured_otherwise",
    "disproportionality",
    "not_known",
    "membership",
    "methods",
]

Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BlockPlan(_Strict):
    """One block of figures.

    ``dimension`` is the breakdown a ranked, stacked, grid or local block is by; ``chart`` the
    pictures beside an indicator; ``slots`` whether a person is asked to write about it.
    """

    id: Name
    show: Show
    title: str = ""
    indicators: tuple[str, ...] = ()
    dimension: str = ""
    chart: tuple[Literal["years", "neighbours"], ...] = ("years",)
    limit: Annotated[int, Field(ge=3, le=40)] = 10
    slots: bool = True


class SectionPlan(_Strict):
    """One section: its kinds (see ``SECTION_KINDS``), its blocks and the sections within it.

    ``prose`` lists the pieces a person writes for it, each with the heading it stands under and
    who signs it.
    """

    id: Name
    title: str
    kinds: tuple[str, ...] = ()
    prose: tuple["ProsePlan", ...] = ()
    block: tuple[BlockPlan, ...] = ()
    section: tuple["SectionPlan", ...] = ()


class ProsePlan(_Strict):
    """A piece of writing: the file ``<id>.md`` in the partnership's prose folder."""

    id: Name
    heading: str
    signed: str = ""
    kinds: tuple[str, ...] = ()


class Contents(_Strict):
    """A report's title and sections."""

    title: str
    arrangement: str
    section: tuple[SectionPlan, ...]


def read_contents(place: str | Path) -> Contents:
    """Read a contents file, or one of the contents that come with the system by its name.

    Raises GoldenThreadError naming the file and the entry that is wrong.
    """
    path = Path(place)
    shipped = files("goldenthread.report") / "contents" / f"{place}.toml"
    if path.suffix != ".toml":
        if not shipped.is_file():
            raise GoldenThreadError(
                f"There are no contents called {place}; give journey, priorities or the path of "
                "a contents file ending in .toml."
            )
        name, text = f"{place}.toml", shipped.read_text(encoding="utf-8")
    else:
        name, text = path.name, _read(path)
    try:
        contents = Contents.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise GoldenThreadError(f"{name} is not valid TOML: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise GoldenThreadError(f"{name}, at {where}: {first['msg']}.") from error
    _check(contents, name)
    return contents


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise GoldenThreadError(f"The contents file {path} could not be read: {error}.") from error
    except UnicodeDecodeError as error:
        raise GoldenThreadError(f"Save {path.name} as UTF-8; it could not be read.") from error


def _check(contents: Contents, name: str) -> None:
    seen: set[str] = set()

    def once(identifier: str) -> None:
        if identifier in seen:
            raise GoldenThreadError(f"{name}: the id {identifier} is used twice; choose another.")
        seen.add(identifier)

    for section in walk(contents.section):
        once(section.id)
        kinds = [*section.kinds, *(kind for piece in section.prose for kind in piece.kinds)]
        for kind in kinds:
            if kind not in SECTION_KINDS:
                raise GoldenThreadError(
                    f"{name}: section {section.id} has the kind {kind}, which is not one of "
                    f"{', '.join(SECTION_KINDS)}."
                )
        for piece in section.prose:
            once(piece.id)
        for block in section.block:
            once(block.id)
            for indicator in block.indicators:
                if indicator not in catalogue():
                    raise GoldenThreadError(
                        f"{name}: block {block.id} names the indicator {indicator}, which is not "
                        "in the catalogue; see `goldenthread indicators`."
                    )


def walk(sections: tuple[SectionPlan, ...]) -> list[SectionPlan]:
    """Every section and the sections within it, in order."""
    return [each for section in sections for each in (section, *walk(section.section))]
