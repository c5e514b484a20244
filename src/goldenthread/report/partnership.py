"""A partnership's own folder: who it is, its contents, its tables, its breaks and its prose.

``partnership.toml`` names the rest; everything but the name and area may be left out. A newcomer
copies the folder of the embedded example and changes it.
"""

import tomllib
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from goldenthread.nouns import GoldenThreadError


class Member(BaseModel):
    """An agency in the partnership, by its posts; never a person's name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    agency: str
    role: str
    posts: tuple[str, ...] = ()
    formerly: str = ""


class Partnership(BaseModel):
    """What ``partnership.toml`` says, with its folder.

    ``notice`` stands on every page of its report, and its name before the title, where the report
    could be mistaken for another's. With ``alone`` nothing published nationally stands beside its
    own figures. ``contents``, ``published`` (a folder of facts), ``mappings``, ``prose``,
    ``breaks``, ``stages``, ``dismissals`` and ``targets`` are paths within the folder; ``contents``
    may also be the name of one that comes with the system.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    area: str
    region: str = ""
    wider_partnership: str = ""
    contents: str = "journey"
    published: str = ""
    mappings: str = ""
    prose: str = ""
    breaks: str = ""
    stages: str = ""
    dismissals: str = ""
    targets: str = ""
    confirm: str = ""
    notice: str = ""
    alone: bool = False
    member: tuple[Member, ...] = ()
    folder: Path = Field(default=Path(), exclude=True)

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read a partnership's folder; raises GoldenThreadError naming what is wrong."""
        path = folder / "partnership.toml"
        if not path.is_file():
            raise GoldenThreadError(f"There is no partnership.toml in {folder}; make one there.")
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            return cls.model_validate(data | {"folder": folder})
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise GoldenThreadError(f"{path.name} is not valid TOML: {error}.") from error
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise GoldenThreadError(f"{path.name}, at {where}: {first['msg']}.") from error

    def place(self, name: str) -> Path | None:
        """A file or folder named in it, or None where none is named or nothing is there.

        Raises GoldenThreadError where the name leads out of the folder.
        """
        if not name:
            return None
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise GoldenThreadError(
                f"{name} leads out of the partnership’s folder; move it inside."
            )
        return path if path.exists() else None
