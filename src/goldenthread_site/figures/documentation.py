"""What the generated page of roles says about true counts, from the table that decides it."""

from goldenthread_site.directory.people.documentation import adds
from goldenthread_site.figures.permissions import READERS, TRUE_COUNTS

_WORDS = """\
Small counts of children, and what would give one away, are withheld from everyone but these: on
screen, in exports and by the API alike. Everything a partnership keeps is released at once, so that
a number withheld in one place is withheld in all. An export with true counts asks for why, and for
signing in again; a token reads true counts only where it was made for them.

| Role | Why |
| --- | --- |
"""


def words() -> str:
    """A table of who sees true counts and why, and who sees figures as released."""
    rows = "".join(f"| {role.told.title} | {why} |\n" for role, why in TRUE_COUNTS.items())
    others = [role.told.title for role in sorted(READERS - set(TRUE_COUNTS))]
    return f"{_WORDS}{rows}\nAs released: {', '.join(others)}.\n"


adds("Who sees true counts", words)
