"""Saying that something is not known."""

from collections.abc import Iterable

from goldenthread.indicators import catalogue


def none_known(names: Iterable[str]) -> str:
    """One sentence for indicators that have no figure for the year."""
    titles = [catalogue()[name].title for name in names]
    return f"No figure for this year is held here for: {'; '.join(titles)}."
