"""What tests across rooms share: the stand-in service and the way to it."""

import os
from collections.abc import Iterator

import httpx
import pytest

from goldenthread.sources.fetching import Service
from goldenthread.sources.fetching.patience import Patience
from tests.factories.fetching import C4
from tests.factories.statistics_service import Kept, StandIn

# What only PostgreSQL can do, and test_site_on_postgres asks of it.
_ITS_OWN = ["test_site_barrier_rows.py", "test_site_barrier_telling.py"]
collect_ignore = [] if "GOLDENTHREAD_DATABASE" in os.environ else _ITS_OWN


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
