"""Opens an engine by its name; those that need more than the core says what to install."""

from collections.abc import Callable
from importlib import import_module

from goldenthread.engines.embedded import OF_THE_MACHINE, THREADS, Embedded
from goldenthread.engines.engine import Engine
from goldenthread.nouns import GoldenThreadError

# Module, class and the libraries that come with the extra of the engine's name.
_OTHERS = {
    "postgres": ("goldenthread.engines.postgres", "Postgres", {"psycopg"}),
    "spark": ("goldenthread.engines.spark", "Spark", {"pyspark", "py4j"}),
}

NAMES = ("duckdb", *_OTHERS)


def open(
    name: str = "duckdb",
    address: str = "",
    *,
    memory_limit: str = OF_THE_MACHINE,
    threads: int = THREADS,
) -> Engine:
    """An engine by name: ``duckdb``, ``postgres`` or ``spark``; close it when done.

    ``address`` says where the engine is; the embedded one takes none. ``memory_limit``, a size or a
    share of the machine’s memory, and ``threads`` are of the embedded engine. Raises
    GoldenThreadError, saying what to install or to check, where it cannot be had.
    """
    if name == "duckdb":
        if address:
            raise GoldenThreadError(
                "The embedded engine runs in this process: leave --address out, or name another "
                "--engine."
            )
        return Embedded(memory_limit, threads)
    if name not in _OTHERS:
        raise GoldenThreadError(f"There is no engine {name!r}: choose of {', '.join(NAMES)}.")
    module, kind, libraries = _OTHERS[name]
    try:
        made: Callable[[str], Engine] = getattr(import_module(module), kind)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in libraries:
            raise
        raise GoldenThreadError(
            f"The engine {name} needs more than the core: install goldenthread[{name}]."
        ) from error
    return made(address)
