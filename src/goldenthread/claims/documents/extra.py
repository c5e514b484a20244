"""Libraries that not every installation has: the ones that read Word, PDF and HTML."""

from importlib import import_module
from typing import Any

from goldenthread.nouns import GoldenThreadError


def needed(library: str, file: str) -> Any:
    """A library of the extra ``check``. Raises GoldenThreadError where it is not installed."""
    try:
        return import_module(library)
    except ModuleNotFoundError as error:
        raise GoldenThreadError(
            f"{file} cannot be read yet: install what reads it with"
            " `pip install 'goldenthread[check]'`."
        ) from error
