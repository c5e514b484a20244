"""Folders of releases as small texts: what ``release.toml`` and its tables hold, written out."""

from pathlib import Path
from textwrap import dedent

from goldenthread.disclosure.attack import Attacked, Leak

HEAD = """\
schema = 1
name = "{name}"
published = {published}
sensitive = ["contacts", "referrals"]
{rule}
"""
RULE = 'rule = {name = "local", threshold = 5}'
WITH_COMPLEMENT = 'rule = {name = "local", threshold = 5, complement = true}'


def a_release(
    folder: Path,
    description: str,
    *,
    name: str = "contacts-2023-24",
    published: str = "2024-09-30",
    rule: str = RULE,
    **tables: str,
) -> Path:
    """Write a release's folder; each table is given as text under its file's name without .csv.

    ``rule`` is blank for a release that is still inside.
    """
    folder.mkdir(parents=True, exist_ok=True)
    head = HEAD.format(name=name, published=published, rule=rule)
    (folder / "release.toml").write_text(head + dedent(description), encoding="utf-8")
    for file, text in tables.items():
        lines = [",".join(cell.strip() for cell in line.split(",")) for line in _lines(text)]
        (folder / f"{file}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _lines(text: str) -> list[str]:
    return [line for line in dedent(text).strip().splitlines() if line.strip()]


def given_away(found: Attacked) -> dict[str, str]:
    """Each leaking cell, by its name, with what is known of it."""
    return {str(leak.cell): str(leak.interval) for leak in found.leaks}


def the_leak(found: Attacked) -> Leak:
    """The only leak there is."""
    (leak,) = found.leaks
    return leak
