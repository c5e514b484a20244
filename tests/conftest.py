"""What every test may ask for, and what the whole run is held to.

What may be skipped is in ``tests/skips.py``. Hypothesis tries the same few cases for everyone in
``make test``, so that a red test means a change broke something, and fresh ones by the thousand in
``make soak``.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from goldenthread_site.barrier.asking import as_the_system
from tests.factories.cases import QUICK, SOAK
from tests.skips import WITHOUT_SHARED, Skips
from tests.soak_page import SoakPage, leave_out_done

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile(
    "quick", max_examples=QUICK, deadline=None, derandomize=True, database=None, print_blob=True
)
settings.register_profile(
    "soak",
    max_examples=SOAK,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("GOLDENTHREAD_HYPOTHESIS", "quick"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public reference files beside the repository; absent on most machines."""
    folder = ROOT.parent / "shared"
    if not (folder / "dfe").is_dir():
        pytest.skip(WITHOUT_SHARED)
    return folder


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of the site with the example in it and its pages prepared, to be copied."""
    from tests.factories.served import home_with_example

    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # which the processes of a run share
    return home_with_example(folder / "example")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Before the site's database is made: let the tests empty it, which the trail refuses."""
    from tests.factories.flushing import let_tests_tidy_up

    let_tests_tidy_up()


@pytest.fixture(autouse=True)
def the_tests_own_hand() -> Iterator[None]:
    """What a test does beside asking for a page, it does as the site itself would.

    Every page it asks for is asked for by nobody, and then by whoever is signed in.
    """
    with as_the_system("a test’s own hand"):
        yield


@pytest.fixture(autouse=True)
def no_figures_remembered() -> None:
    """Each test’s database numbers its rows anew, and the site remembers figures by them."""
    for name in ("goldenthread_site.figures.shelves", "goldenthread_site.figures.listing"):
        for each in ("_figures", "_desk", "_rows", "_years"):
            if remembered := getattr(sys.modules.get(name), each, None):
                remembered.cache_clear()
    if kept := sys.modules.get("goldenthread_site.figures.prepared.keeping"):
        kept._MEMORY.clear()


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Callable[[str, int], None]:
    """Report how much a long test did, for the soak page: ``tally("files mutated", 5000)``."""

    def add(what: str, number: int) -> None:
        request.node.user_properties.append(("tally", (what, number)))

    return add


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Iterator[None]:
    """Mark the tests; begin with what takes minutes, so that nobody is left alone with it."""
    _mark(items)
    yield
    leave_out_done(config, items)
    items[:] = long_ones_first(items)


def long_ones_first(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests in the order they had, but the long ones where each process begins."""
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    long = [item for item in items if item.get_closest_marker("minutes")]
    others = iter([item for item in items if not item.get_closest_marker("minutes")])
    ordered: list[pytest.Item] = []
    for process in range(processes):  # pytest-xdist hands each its share so
        share = (len(items) - len(ordered)) // (processes - process)
        its_own = long[process::processes]
        ordered += [*its_own, *islice(others, share - len(its_own))]
    return ordered


def _mark(items: list[pytest.Item]) -> None:
    """Let ``-m`` choose the tests that stand in tests/generative, and those that ask a database."""
    for item in items:
        if {"db", "transactional_db"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("either_database")
        if item.path.is_relative_to(ROOT / "tests" / "generative"):
            item.add_marker("generative")


def pytest_collection_finish() -> None:
    """What was loaded and collected stays to the end: look for rubbish among the rest, and seldom.

    Going through millions of objects again and again took a quarter of some tests’ time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_unconfigure() -> None:
    """As it was, so that the process ends as any other."""
    gc.unfreeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The soak's page is written only when asked for."""
    parser.addoption("--soak-page", type=Path, help="write what a long run did to this page")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: now and again a test waits for a browser or a database."""
    return (os.cpu_count() or 1) + 1


def pytest_configure(config: pytest.Config) -> None:
    """The process that prints, and not its workers, judges the skips and writes the page."""
    if hasattr(config, "workerinput"):
        return
    config.pluginmanager.register(Skips())
    if page := config.getoption("--soak-page"):
        seed = config.getoption("randomly_seed", None)
        config.pluginmanager.register(SoakPage(page, config.rootpath, seed), "soak page")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Carry Hypothesis's own count of examples to the soak page."""
    report = (yield).get_result()
    if report.when == "teardown" and hasattr(item, "hypothesis_statistics"):
        report.user_properties.append(("hypothesis", item.hypothesis_statistics))
