"""The database itself refuses to change or delete a link, whoever asks."""

from django.db import migrations

SAYS = "the trail is only ever added to"
SQLITE = [
    f"CREATE TRIGGER trail_link_no_{what} BEFORE {what.upper()} ON trail_link "
    f"BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
    for what in ("update", "delete")
]
POSTGRESQL = [
    "CREATE FUNCTION trail_link_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{SAYS}'; END $$",
    "CREATE TRIGGER trail_link_no_change BEFORE UPDATE OR DELETE ON trail_link "
    "FOR EACH ROW EXECUTE FUNCTION trail_link_refuse()",
    "CREATE TRIGGER trail_link_no_truncate BEFORE TRUNCATE ON trail_link "
    "FOR EACH STATEMENT EXECUTE FUNCTION trail_link_refuse()",
]
UNDO = {
    "sqlite": [f"DROP TRIGGER trail_link_no_{what}" for what in ("update", "delete")],
    "postgresql": ["DROP FUNCTION trail_link_refuse() CASCADE"],
}


def refuse(apps, schema_editor):
    do = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
    for statement in do[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def allow(apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]

    operations = [migrations.RunPython(refuse, allow)]
