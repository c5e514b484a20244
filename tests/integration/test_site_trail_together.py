"""Many who write at once still make one chain: threads of their own, each committing."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction

from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Head, Link
from goldenthread_site.trail.recording import record
from goldenthread_site.trail.verifying import walk

WRITERS, EACH = 6, 8


@pytest.fixture
def threads_may_share_it(transactional_db):
    """SQLite's test database stands in memory, where threads would each have one: use a file."""
    if connection.vendor != "sqlite":
        yield
        return
    yield from _on_a_file()


def _on_a_file():
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from django.core.management import call_command

    default = connections["default"]
    kept = (default.settings_dict["NAME"], default.connection)
    with TemporaryDirectory() as folder:
        default.connection = None
        default.settings_dict["NAME"] = str(Path(folder) / "site.sqlite3")
        memory, default.is_in_memory_db = default.is_in_memory_db, lambda: False
        try:
            call_command("migrate", verbosity=0)
            yield
        finally:
            default.close()
            default.is_in_memory_db = memory
            default.settings_dict["NAME"], default.connection = kept


def test_threads_that_write_at_once_keep_one_chain(threads_may_share_it):
    def write(writer: int) -> None:
        try:
            for number in range(EACH):
                with transaction.atomic():
                    record(
                        by=Acting(job=f"writer {writer}"),
                        action="thing done",
                        about=Head(pk=1),
                        detail={"number": number},
                    )
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    found = walk()
    assert (found.links, found.broken) == (WRITERS * EACH, "")
    for writer in range(WRITERS):
        assert Link.objects.filter(job=f"writer {writer}").count() == EACH


def test_what_is_rolled_back_leaves_no_link(threads_may_share_it):
    record(by=Acting(job="one"), action="thing done", about=Head(pk=1))
    with transaction.atomic():
        record(by=Acting(job="two"), action="thing done", about=Head(pk=1))
        transaction.set_rollback(True)
    record(by=Acting(job="three"), action="thing done", about=Head(pk=1))
    assert walk().links == 2
    assert walk().broken == ""
