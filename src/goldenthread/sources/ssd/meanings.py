"""What the texts of a dataset's cells mean in the words of the code lists."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from goldenthread.tables import Column, ColumnKind, code_list

# Kinds of accommodation carry their suitability behind them: B1, B2.
_SUITABILITY = re.compile(r"([A-Z])([12])")
_CODE_FIRST = re.compile(r"([A-Za-z0-9]+) ?[-–:)]+ .*|([A-Za-z0-9]+)")

# What is neither yes nor no and says so: nobody was asked, or nothing was known.
_NEITHER = frozenset({"unknown", "not known", "u", "not applicable", "n/k", "nk"})


def meaning(column: Column, text: str) -> str | None:
    """The code or flag a text means; empty where it says that nothing is known, None unknown."""
    if column.kind is ColumnKind.FLAG:
        return _flag(column.name, text)
    known = code_list(column.codes).by_code
    if text.upper() in known:
        return text.upper()
    plain = " ".join(text.casefold().split())
    if (meant := _texts(column.codes).get(plain)) is not None:
        return meant
    if column.codes == "accommodation" and (match := _SUITABILITY.fullmatch(text.upper())):
        return match[1]
    if (match := _CODE_FIRST.fullmatch(text)) and (first := match[1] or match[2]).upper() in known:
        return first.upper()
    return None


def _flag(name: str, text: str) -> str | None:
    plain = text.casefold()
    if plain in _NEITHER:
        return ""
    if name == "suitable":  # 1 is suitable and 2 is not
        return {"1": "yes", "2": "no", "suitable": "yes", "unsuitable": "no"}.get(plain, text)
    return text


@cache
def _texts(codes: str) -> dict[str, str]:
    labels = {each.label.casefold(): each.code for each in code_list(codes).codes}
    return labels | _written().get(codes, {})


@cache
def _written() -> dict[str, dict[str, str]]:
    text = (files("goldenthread.sources.ssd") / "meanings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
