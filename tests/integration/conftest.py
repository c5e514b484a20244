"""What tests across rooms share: the stand-in service and the way to it."""

import os
from collections.abc import Iterator
from datetime import date

import httpx
import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from goldenthread.sources.fetching import Service
from goldenthread.sources.fetching.patience import Patience
from goldenthread_site.accounts.roles import Role
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.figures.example import load_figures
from tests.factories.fetching import C4
from tests.factories.statistics_service import Kept, StandIn

# What only PostgreSQL can do, and test_site_on_postgres asks of it.
_ITS_OWN = ["test_site_barrier_rows.py", "test_site_barrier_telling.py"]
collect_ignore = [] if "GOLDENTHREAD_DATABASE" in os.environ else _ITS_OWN


@pytest.fixture(scope="module")
def luton(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[Role, str]]:
    """Luton's example with its figures, on 21 November 2026: an account for each role.

    It takes seconds, and so is loaded once for a module: what a test adds is taken back after it.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        with as_the_system("a test’s own hand"):
            accounts = dict(load_example(date(2026, 11, 21)))
            assert load_figures() > 10_000
        yield accounts
        transaction.set_rollback(True)


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with StandIn([Kept(C4), Kept("C1 Referrals"), Kept("C3 Factors"), Kept("D1 Plans")]) as server:
        yield server


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def service(stand_in: StandIn, waits: list[float]) -> Iterator[Service]:
    with httpx.Client(timeout=5) as client:
        yield Service(client, stand_in.address, Patience(attempts=4, sleep=waits.append))
