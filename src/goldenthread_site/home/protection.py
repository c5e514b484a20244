"""Why the database does not keep back what is in line to be done in the background."""

from goldenthread_site.barrier.tables import Open, Told

TABLES: dict[str, Told] = {
    "django_tasks_database_dbtaskresult": Open(
        "What the worker is to do: names of tasks, and numbers of rows that keep themselves back."
    ),
}
