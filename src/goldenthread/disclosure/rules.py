"""Disclosure rules as data: one file per source, and per release where releases differ.

The rule whose ``sources`` prefix is the longest that fits applies; ``local`` fits everything, so
no figure is ever without a rule. A partnership's own rule is a file of the same form.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from goldenthread.disclosure.publication.model import StatedRule
from goldenthread.nouns import GoldenThreadError, Symbol

# Symbols that say something of the number they stand for, and so hide nothing.
_TELLING = {Symbol.ROUNDS_TO_ZERO, Symbol.LOW}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a source asks for before its numbers leave.

    Counts from 1 to ``threshold`` of children are withheld. With ``complement`` a percentage is
    withheld too when the children it leaves over number 1 to ``threshold``. With ``secondary``
    nobody has protected the source's tables a second time before they came here, so it is done
    here; the others have been published as they are. ``confirm`` says what has still to be checked
    in the original, empty where nothing has.

    ``sensitive`` says whether the source counts children at all. ``narrowest`` is how wide the
    interval of a withheld count must be that reaches down to small ones. ``rounding`` is the base
    of controlled rounding, 0 for none; ``above_councils`` what regional and national numbers are
    rounded to by the source itself. ``releases`` names those the file is for, none for all.
    """

    name: str
    title: str
    sources: tuple[str, ...]
    threshold: int
    symbol: Symbol
    complement: bool
    reason: str
    checked: date
    confirm: str
    secondary: bool = False
    sensitive: bool = True
    narrowest: int = 0
    rounding: int = 0
    above_councils: int = 0
    releases: tuple[str, ...] = ()

    def stated(self) -> StatedRule:
        """The rule as a protected release says it."""
        threshold = self.threshold if self.sensitive else 0
        return StatedRule(
            name=self.name,
            threshold=threshold,
            narrowest=self.narrowest or threshold,
            complement=self.complement,
        )


class _File(BaseModel):
    """What the file of a rule may say."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    title: str = Field(min_length=1)
    sources: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    threshold: int = Field(ge=0, le=1000)
    symbol: Symbol = Symbol.CONFIDENTIAL
    complement: bool = False
    secondary: bool = False
    sensitive: bool = True
    narrowest: int = Field(0, ge=0, le=1000)
    rounding: int = Field(0, ge=0, le=1000)
    above_councils: int = Field(0, ge=0, le=1000)
    reason: str = Field(min_length=1)
    checked: date
    confirm: str = ""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule shipped, in order of name."""
    folder = files("goldenthread.disclosure") / "rules"
    return tuple(
        _rule(file.name.removesuffix(".toml"), file.read_text(encoding="utf-8"), file.name)
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name)
    )


@cache
def rule_for(source: str, release: str = "") -> Rule:
    """The rule that a figure of this source goes by.

    Where releases of a source have files of their own, the one that names ``release`` (the year
    of its last data, such as "2024") comes before the one for all.
    """
    return fitting(rules(), source, release)


def fitting(among: tuple[Rule, ...], source: str, release: str = "") -> Rule:
    """Of some rules the one for a source and its release."""
    found = [
        (len(prefix), release in rule.releases, rule.name, rule)
        for rule in among
        for prefix in rule.sources
        if source.startswith(prefix) and (not rule.releases or release in rule.releases)
    ]
    return max(found, key=lambda each: each[:3])[3]


def rule_named(name_or_file: str) -> Rule:
    """A rule that is shipped, by its name, or a partnership's own, by the path of its file.

    Raises GoldenThreadError where there is none, or the file says what a rule does not.
    """
    for rule in rules():
        if rule.name == name_or_file:
            return rule
    file = Path(name_or_file)
    if not file.suffix and not file.exists():
        raise GoldenThreadError(
            f"no rule is called {name_or_file}: name one of"
            f" {', '.join(rule.name for rule in rules())}, or the file of your own"
        )
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, IsADirectoryError) as error:
        raise GoldenThreadError(
            f"there is no rule in {file}: name the file of a rule, such as rules/ours.toml"
        ) from error
    except UnicodeDecodeError as error:
        raise GoldenThreadError(f"{file} is not UTF-8 text: save it as UTF-8") from error
    return _rule(file.stem, text, str(file))


def _rule(name: str, text: str, where: str) -> Rule:
    try:
        read = _File.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise GoldenThreadError(f"{where} is not TOML: {error}") from error
    except ValidationError as error:
        fault = error.errors()[0]
        key = ".".join(str(part) for part in fault["loc"])
        raise GoldenThreadError(f"{where}: {key!r}: {fault['msg']}: mend it") from error
    if read.symbol in _TELLING:
        raise GoldenThreadError(
            f"{where}: the symbol {read.symbol} says that a number is small: take c instead"
        )
    return Rule(name=name, **dict(read))
