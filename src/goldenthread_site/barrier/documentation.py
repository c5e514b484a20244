"""The page of which table is kept back how, and where the site itself asks: made from the code."""

import ast
import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import django
from django.apps import apps

from goldenthread_site.barrier.tables import Open, Protected, tables

_PACKAGE = "goldenthread_site"
_HEAD = """# Rows the database keeps back

Made from the code by `make docs`: do not edit it. On PostgreSQL these rules hold whatever a page
asks for ([why](../decisions/0023-rows-the-database-keeps-back.md)); on SQLite the site’s own
narrowing stands alone. Roles are those held in the partnership that is being looked at. Without a
standing there are no rows. A table that is on neither list is shut to everybody, and fails a test.
"""
_OPEN = """
## Tables that are not kept back, and why
"""
_SYSTEM = """
## Where the site itself asks

Nowhere else. Each is a place in the code that names its reason; the database is told it too.
"""


def page() -> str:
    """The whole page, as Markdown."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread_site.config.settings")
    if not apps.ready:
        django.setup()
    said = tables()
    kept = {name: told for name, told in said.items() if isinstance(told, Protected)}
    free = {name: told for name, told in said.items() if isinstance(told, Open)}
    lines = [_HEAD, "| Table | Who reads a row | Who writes one |", "| --- | --- | --- |"]
    lines += [f"| `{name}` | {_read(told)} | {_written(told)} |" for name, told in kept.items()]
    lines += [_OPEN, "| Table | Why |", "| --- | --- |"]
    lines += [f"| `{name}` | {told.why} |" for name, told in free.items()]
    lines += [_SYSTEM, "| Where | Why |", "| --- | --- |"]
    lines += [f"| `{where}` | {why} |" for where, why in sorted(_reasons(files(_PACKAGE), ""))]
    return "\n".join(lines) + "\n"


def _read(told: Protected) -> str:
    return told.reads.words


def _written(told: Protected) -> str:
    parts = []
    if told.adds is not None:
        parts.append(f"added by {told.adds.words}")
    if told.kept:
        parts.append("never changed")
    elif told.writes is not None:
        parts.append(f"{'changed: ' if parts else ''}{told.writes.words}")
    return "; ".join(parts) or "the same"


def _reasons(folder: Traversable, name: str) -> Iterator[tuple[str, str]]:
    """Each use of ``as_the_system``, with the first thing it is given."""
    for each in folder.iterdir():
        if each.is_dir():
            yield from _reasons(each, f"{name}{each.name}/")
        elif each.name.endswith(".py"):
            for found in ast.walk(ast.parse(each.read_text(encoding="utf-8"))):
                if isinstance(found, ast.Call) and getattr(found.func, "id", "") == "as_the_system":
                    yield f"{name}{each.name}", str(ast.literal_eval(found.args[0]))
