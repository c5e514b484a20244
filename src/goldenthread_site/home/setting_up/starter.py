"""The lists a partnership begins from: kinds of agencies, groups with posts, first requests."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from goldenthread_site.directory.models import Agency, Membership


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StarterAgency(_Strict):
    """A kind of agency; ``name`` is there where it can be told from the council's."""

    key: str
    label: str
    short_name: str
    sector: Agency.Sector
    standing: Membership.Standing
    name: str = ""


class StarterGroup(_Strict):
    """A group that most partnerships have, with its usual posts."""

    key: str
    name: str
    terms: str
    posts: tuple[str, ...]


class Starter(_Strict):
    """All of them; ``asks`` names templates of returns by a kind of agency."""

    agency: tuple[StarterAgency, ...]
    group: tuple[StarterGroup, ...]
    asks: dict[str, tuple[str, ...]]


@cache
def starter() -> Starter:
    """The lists, read once."""
    text = (files("goldenthread_site.home.setting_up") / "starter.toml").read_text("utf-8")
    return Starter(**tomllib.loads(text))
