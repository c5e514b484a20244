"""The few words in which a room says whose the rows of a table are; each is SQL and English.

``&`` and ``|`` put them together. ``sql`` takes the name by which the row's own table is known at
that place. Whatever asks the settings stands in a subquery of its own, so that PostgreSQL works it
out once for a query and not for each row.
"""

from collections.abc import Callable
from dataclasses import dataclass

from goldenthread_site.barrier.asking import SYSTEM


@dataclass(frozen=True, slots=True)
class Rule:
    """``sql`` is true of a row that may be read (or written); ``words`` say the same."""

    sql: Callable[[str], str]
    words: str
    whole: bool = True  # needs no brackets in a longer sentence

    def __and__(self, other: "Rule") -> "Rule":
        return Rule(
            lambda table: f"({self.sql(table)} AND {other.sql(table)})",
            f"{_in(self)} and {_in(other)}",
        )

    def __or__(self, other: "Rule") -> "Rule":
        return Rule(
            lambda table: f"({self.sql(table)} OR {other.sql(table)})",
            f"{self.words}; or {other.words}",
            whole=False,
        )


def _in(rule: Rule) -> str:
    return rule.words if rule.whole else f"({rule.words})"


def of_partnership(column: str = "partnership_id") -> Rule:
    """Rows of the partnership that is being looked at."""
    return Rule(
        lambda table: f'{table}."{column}" = (SELECT barrier_partnership())',
        "of the partnership looked at",
    )


def of_person(column: str = "person_id") -> Rule:
    """Rows of whoever asks."""
    return Rule(lambda table: f'{table}."{column}" = (SELECT barrier_person())', "one’s own")


def someone() -> Rule:
    """Whoever is signed in, and the site itself."""
    system = held().sql
    return Rule(
        lambda table: f"((SELECT barrier_person()) IS NOT NULL OR {system(table)})",
        "for whoever is signed in",
    )


def held(*roles: str) -> Rule:
    """Whoever holds one of these roles there, and the site itself."""
    listed = ", ".join(f"'{each}'" for each in (*sorted(roles), SYSTEM))
    told = ", ".join(each.replace("_", " ") for each in sorted(roles))
    return Rule(lambda _: f"(SELECT barrier_holds({listed}))", f"for: {told}")


def for_agency(column: str, *roles: str) -> Rule:
    """Rows of an agency for which one of these roles is held, or whose place it took."""
    listed = ", ".join(f"'{each}'" for each in sorted(roles))
    told = ", ".join(each.replace("_", " ") for each in sorted(roles))
    system = held().sql
    return Rule(
        lambda table: (
            f'(({table}."{column}" = ANY ((SELECT barrier_agencies({listed}))::bigint[]))'
            f" OR {system(table)})"
        ),
        f"of one’s own agency, for: {told}",
    )


def no_interest_in(column: str, kind: str) -> Rule:
    """Rows of no matter of this kind in which whoever asks declared an interest that holds today.

    ``kind`` is a model's label, as ``directory.agency``. A row without one is left as it is.
    """
    return Rule(
        lambda table: (
            f'({table}."{column}" IS NULL OR'
            f" {table}.\"{column}\"::text <> ALL ((SELECT barrier_shut('{kind}'))::text[]))"
        ),
        f"of no {kind.rpartition('.')[2]} in which one declared an interest",
    )


def is_one_of(column: str, *values: str) -> Rule:
    """Rows in which a column says one of these words."""
    listed = ", ".join(f"'{each}'" for each in sorted(values))
    told = ", ".join(sorted(values))
    return Rule(lambda table: f'{table}."{column}" IN ({listed})', f"where {column} is {told}")


def is_none(column: str) -> Rule:
    """Rows in which a column is empty."""
    return Rule(lambda table: f'{table}."{column}" IS NULL', f"where {column} is empty")


def is_there(column: str) -> Rule:
    """Rows in which a column is not empty."""
    return Rule(lambda table: f'{table}."{column}" IS NOT NULL', f"where {column} is there")


def through(column: str, other: str, key: str = "id", where: Rule | None = None) -> Rule:
    """Rows that belong to a row of another table which may be read, and of which ``where`` holds.

    The other table's own policy is asked as well: what is said of it there is not said again here.
    """
    alias = f"of_{other}"
    more = f" AND {where.sql(alias)}" if where else ""
    told = f" that is {_in(where)}" if where else " that may be read"
    return Rule(
        lambda table: (
            f'EXISTS (SELECT 1 FROM "{other}" {alias}'  # noqa: S608  (names a room wrote down)
            f' WHERE {alias}."{key}" = {table}."{column}"{more})'
        ),
        f"belongs to a row of `{other}`{told}",
    )


def named_in(other: str, column: str) -> Rule:
    """Rows that a row of another table names which may be read."""
    alias = f"in_{other}"
    return Rule(
        lambda table: (
            f'EXISTS (SELECT 1 FROM "{other}" {alias}'  # noqa: S608  (names a room wrote down)
            f' WHERE {alias}."{column}" = {table}."id")'
        ),
        f"named in a row of `{other}` that may be read",
    )


ANYONE = Rule(lambda _: "true", "anyone")
