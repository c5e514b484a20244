"""Makes the policies in a PostgreSQL database, from what the rooms say; the same ones never twice.

After each ``migrate``, by whoever owns the tables. What was made is known by a digest, kept in the
comment of a function, so that a second run does nothing and needs no rights.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.db import transaction

from goldenthread_site.barrier.rules import ANYONE, Rule
from goldenthread_site.barrier.tables import Open, Protected, Told, named, tables

_SETTING = "nullif(current_setting('goldenthread.{}', true), '')"
_FUNCTION = "CREATE OR REPLACE FUNCTION {} LANGUAGE {} STABLE PARALLEL SAFE AS $$ {} $$"
_LINE = (
    "WITH RECURSIVE line (agency) AS (SELECT split_part(each, '@', 2)::bigint"
    " FROM unnest(barrier_held()) AS one (each)"
    " WHERE strpos(each, '@') > 0 AND split_part(each, '@', 1) = ANY ($1)"
    " UNION SELECT before.predecessor_id FROM directory_succession before"
    ' JOIN line ON before.successor_id = line.agency WHERE before."on" <= barrier_today())'
    " SELECT coalesce(array_agg(agency), '{}') FROM line"
)
# One expression each, which the database puts into the question itself.
SETTINGS = {
    "barrier_system() RETURNS boolean": f"SELECT {_SETTING.format('system')} IS NOT NULL",
    "barrier_person() RETURNS bigint": f"SELECT {_SETTING.format('person')}::bigint",
    "barrier_partnership() RETURNS bigint": f"SELECT {_SETTING.format('partnership')}::bigint",
    "barrier_today() RETURNS date": f"SELECT {_SETTING.format('today')}::date",
    "barrier_held() RETURNS text[]": (
        f"SELECT coalesce({_SETTING.format('held')}, '{{}}')::text[]"
    ),
}
# One question each. In the procedural language a connection plans it once; in the plain one the
# database would plan it again each time that anything is asked, and it is asked several times over.
QUESTIONS = {
    "barrier_holds(VARIADIC roles text[]) RETURNS boolean": (
        "SELECT EXISTS (SELECT 1 FROM unnest(barrier_held()) AS one (each)"
        " WHERE split_part(each, '@', 1) = ANY ($1))"
    ),
    # The numbers of the matters of a kind in which whoever asks declared an interest.
    "barrier_shut(kind text) RETURNS text[]": (
        "SELECT coalesce(array_agg(matter_id), '{}') FROM directory_conflict"
        " WHERE person_id = barrier_person() AND matter_kind = $1"
        " AND since <= barrier_today() AND (until IS NULL OR until >= barrier_today())"
    ),
    # An agency's own, and those whose place it took by today.
    "barrier_agencies(VARIADIC roles text[]) RETURNS bigint[]": _LINE,
}
_KNOWN = "SELECT obj_description(to_regprocedure('barrier_system()'), 'pg_proc')"
_MADE = (
    "SELECT tablename, policyname FROM pg_policies"
    " WHERE schemaname = current_schema() AND policyname LIKE 'barrier\\_%'"
)


def make(connection: Any) -> bool:
    """Make them anew where they are not as the code has them; True where that was so.

    Nothing is done on SQLite, nor while some of the tables are not there yet.
    """
    if connection.vendor != "postgresql":
        return False
    said, there = tables(), set(connection.introspection.table_names())
    if not (said.keys() & named()) <= there:
        return False
    # Those that no room speaks of are the site's own new ones: shut, until one does.
    every = {name: said.get(name) for name in sorted(named() & there)}
    wanted = list(statements(every))
    digest = sha256("\n".join(wanted).encode()).hexdigest()
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        cursor.execute(_KNOWN)
        if cursor.fetchone() == (digest,):
            return False
        cursor.execute(_MADE)
        for table, policy in cursor.fetchall():
            cursor.execute(f'DROP POLICY "{policy}" ON "{table}"')
        for statement in wanted:
            cursor.execute(statement)
        cursor.execute(f"COMMENT ON FUNCTION barrier_system() IS '{digest}'")
    return True


def as_made(connection: Any) -> bool:
    """True where the database has the policies that the code has, or no table of ours yet."""
    said, there = tables(), set(connection.introspection.table_names())
    if not said.keys() & there:
        return True
    wanted = list(statements({name: said.get(name) for name in sorted(named() & there)}))
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN)
        known: bool = cursor.fetchone() == (sha256("\n".join(wanted).encode()).hexdigest(),)
    return known


def statements(every: dict[str, Told | None]) -> Iterator[str]:
    """All that is said to the database, in order."""
    for head, body in SETTINGS.items():
        yield _FUNCTION.format(head, "sql", body)
    for head, body in QUESTIONS.items():
        yield _FUNCTION.format(head, "plpgsql", f"BEGIN RETURN ({body}); END")
    for table, told in every.items():
        if isinstance(told, Open):
            yield f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY'
            yield f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY'
            continue
        yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
        # The owner too: a deployment with one account for everything is held as well.
        yield f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY'
        if told is not None:
            yield from _policies(table, told)


def _policies(table: str, told: Protected) -> Iterator[str]:
    writes = told.writes or told.reads
    yield _policy(table, "read", "SELECT", using=told.reads)
    yield _policy(table, "add", "INSERT", check=told.adds or writes)
    if not told.kept:
        yield _policy(table, "change", "UPDATE", using=writes, check=writes)
        yield _policy(table, "delete", "DELETE", using=writes)


def _policy(
    table: str, what: str, on: str, *, using: Rule | None = None, check: Rule | None = None
) -> str:
    made = f'CREATE POLICY "barrier_{what}" ON "{table}" FOR {on}'
    if using:
        made += f" USING ({_or_the_system(table, using)})"
    if check:
        made += f" WITH CHECK ({_or_the_system(table, check)})"
    return made


def _or_the_system(table: str, rule: Rule) -> str:
    if rule is ANYONE:
        return "true"
    own = rule.sql(f'"{table}"')
    return f"(SELECT barrier_system()) OR {own}"
